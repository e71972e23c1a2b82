import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { Secretariat, Visitor } from "./people.ts";
import { hemicycle, type Server } from "./server.ts";
import { arrive, inFolder, register, sign, verified } from "./signed.ts";
import { signingStage, type Seats } from "./signing-stage.ts";
import { t } from "./words.ts";

const SCRIPTED = { scripted: true };
/** The shortest window there is lasts a minute; the machine may be busy when it ends. */
const WINDOW = { timeout: 180_000 };
const CORRECTION = "SD/2027/L.1/Corr.";
/** One word of the Arabic paragraph is wrong: «النظيفة» (clean) is to be «العذبة» (fresh). */
const CORRECTED = "سوف نتشارك ما نعرفه عن المياه العذبة، علنًا وبكل لغات هذا الحوار.";

let server: Server;
let seats: Seats;

test.beforeEach(async () => {
  test.setTimeout(480_000);
  ({ server, seats } = await signingStage());
});
test.afterEach(async () => server.dispose());

/** The secretariat writes the correction, looks at the difference, and asks the delegations. */
async function propose(office: Secretariat, window: string): Promise<void> {
  await office.open("correcting?of=text-1&in=ar");
  await office.page.locator('textarea[name="paragraphs.paragraph-2"]').fill(CORRECTED);
  await office.carryOut("prepare-correction", t("correcting-save"));
  await expect(office.page.locator("ins")).toHaveText("العذبة");
  await expect(office.page.locator("del")).toHaveText("النظيفة");
  await expectAccessible(office.page);
  await office.page.locator('input[name="reason.en"]').fill("A word of the Arabic text is wrong");
  // A program may ask for any window; the page offers those that a secretariat needs.
  await office.page.locator('select[name="minutes"]').evaluate((select, minutes) => {
    const choice = select as HTMLSelectElement;
    choice.add(new Option(minutes, minutes));
    choice.value = minutes;
  }, window);
  await office.carryOut("propose-correction", t("correcting-propose"));
}

const figure = (page: Page, label: string) => page.locator(".figure").filter({ hasText: label }).locator(".figure-value").first();

test("a word is corrected in one language: one objection blocks, without one it is issued, and anybody counts again", async ({ browser }) => {
  const first = await arrive(browser, server, seats.delegates[0] ?? "");
  await register(first.delegate);
  await sign(first.delegate, t("act-endorse"));
  await first.delegate.sees(first.delegate.page.getByText(t("act-kind-endorse"), { exact: true }));
  const second = await arrive(browser, server, seats.delegates[1] ?? "");
  await register(second.delegate);
  const office = await Secretariat.arrive(browser, server, SCRIPTED, seats.secretariat);
  const visitor = await Visitor.arrive(browser, server, SCRIPTED);
  await visitor.open("correction?of=text-1");
  await expect(visitor.page.getByText(t("correction-none"))).toBeVisible();

  await test.step("one objection blocks it", async () => {
    await propose(office, "60");
    const { page } = second.delegate;
    await page.goto(second.delegate.address(""));
    await expect(page.getByText(`${CORRECTION}1`)).toBeVisible();
    await page.getByRole("link", { name: t("correction-look") }).first().click();
    await expectAccessible(page);
    await second.delegate.fill(t("correction-object-reason"), "The word was agreed in the drafting group");
    await second.delegate.carryOut("object-to-correction", t("correction-object"));
    await expect(page.getByText(t("correction-state-blocked"))).toBeVisible();
    // Whoever looks on sees it without asking again.
    await expect(visitor.page.getByText(t("correction-state-blocked"))).toBeVisible();
    await expect(visitor.page.getByText("The word was agreed in the drafting group")).toBeVisible();
  });

  await test.step("without an objection it is issued when its window ends", async () => {
    await propose(office, "1");
    await expect(visitor.page.getByText(`${CORRECTION}2`)).toBeVisible();
    await expect(visitor.page.getByText(t("correction-state-issued"), { exact: true }).first()).toBeVisible(WINDOW);
    await expectAccessible(visitor.page);
    await visitor.open("texts?of=text-1&in=ar");
    await expect(visitor.page.getByText(CORRECTED)).toBeVisible();
    await expectAccessible(visitor.page);
    await visitor.open("endorsements?of=text-1");
    await expect(figure(visitor.page, t("endorsements-organisations"))).toHaveText("0");
    await expect(figure(visitor.page, t("endorsements-before-correction"))).toHaveText("1");
  });

  await test.step("a later endorsement is of the corrected text", async () => {
    await second.delegate.page.goto(second.delegate.address(""));
    await sign(second.delegate, t("act-endorse"));
    await expect(figure(visitor.page, t("endorsements-organisations"))).toHaveText("1");
    await expect(figure(visitor.page, t("endorsements-before-correction"))).toHaveText("1");
    await first.delegate.page.goto(first.delegate.address(""));
    await expect(first.delegate.page.getByText(t("delegate-endorse-corrected"))).toBeVisible();
  });

  await inFolder(async (folder) => {
    const counts = await verified(server, visitor.page, folder, 1);
    expect(counts).toMatchObject({ by_passkey: 1, countries: 1, before_correction: 1 });
    const said = await hemicycle("verify", path.join(folder, "evidence.zip"));
    expect(said.stdout).toMatch(/before.correction\s*:?\s*1/i);
  });
  await test.step("the count again, in this browser", async () => {
    await visitor.page.reload();
    await expect(visitor.page.getByText(t("check-same"))).toBeVisible();
    await visitor.page.getByRole("button", { name: t("check-start") }).click();
    const answer = visitor.page.locator("[data-answer]");
    await expect(answer.getByText(t("check-holds"))).toBeVisible({ timeout: 60_000 });
    await expect(answer.locator("dt", { hasText: t("check-figure-before-correction") }).locator("+ dd")).toHaveText("1");
    await expectAccessible(visitor.page);
  });
});
