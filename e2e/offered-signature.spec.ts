import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { Delegate, Visitor } from "./people.ts";
import type { Server } from "./server.ts";
import { arrive, inFolder, register, sign, verified } from "./signed.ts";
import { SYMBOL, WORDS, signingStage, type Seats } from "./signing-stage.ts";
import { t } from "./words.ts";

let server: Server;
let seats: Seats;

test.beforeEach(async () => {
  ({ server, seats } = await signingStage("session"));
});
test.afterEach(async () => server.dispose());

const dialogOf = (page: Page) => page.getByRole("dialog");
const without = (page: Page) => dialogOf(page).getByRole("button", { name: t("script-sign-without"), exact: true });

test("where a seat is enough, signing is offered, may be left, and is done afterwards", async ({ browser }) => {
  const visitor = await Visitor.arrive(browser, server, { scripted: true });
  await visitor.open("endorsements");

  await test.step("without a device nothing stands between a delegate and the act", async () => {
    const other = await Delegate.arrive(browser, server, { scripted: true }, seats.delegates[1]);
    await expect(other.page.getByText(t("delegate-session-enough"))).toBeVisible();
    await other.reach(t("act-endorse"));
    await other.page.getByRole("button", { name: t("act-endorse"), exact: true }).click();
    await other.sees(other.page.getByText(t("act-kind-endorse"), { exact: true }));
    await expect(other.page.getByText(t("delegate-unsigned"))).toBeVisible();
    await expect(visitor.figure(t("endorsements-by-device"))).toHaveText("1");
  });

  const { delegate, device } = await arrive(browser, server, seats.delegates[0] ?? "");
  const { page } = delegate;
  await delegate.open("devices");
  await register(delegate);
  await delegate.open("");

  await test.step("the dialog shows what would be signed, and takes the act without", async () => {
    await page.getByRole("button", { name: t("act-endorse"), exact: true }).click();
    for (const shown of [SYMBOL, WORDS, t("script-sign-without-about")]) await expect(dialogOf(page).getByText(shown).first()).toBeVisible();
    await expectAccessible(page);
    // A finger that is refused loses nothing, and the other choice stands.
    await device.verifies(false);
    await dialogOf(page).getByRole("button", { name: t("sign-now") }).click();
    await expect(dialogOf(page).getByText(t("script-sign-cancelled"))).toBeVisible();
    await device.verifies(true);
    await without(page).click();
    await delegate.sees(page.getByText(t("act-kind-endorse"), { exact: true }));
    await expect(visitor.figure(t("endorsements-by-device"))).toHaveText("2");
    await expect(visitor.figure(t("endorsements-by-passkey"))).toHaveText("0");
  });

  await test.step("what was done without is signed afterwards, and then only undone by a signature", async () => {
    await expectAccessible(page);
    await sign(delegate, t("act-sign-endorsement"));
    await expect(page.getByText(t("delegate-unsigned"))).toHaveCount(0);
    await expect(visitor.figure(t("endorsements-by-passkey"))).toHaveText("1");
    await expect(visitor.figure(t("endorsements-organisations"))).toHaveText("2");
    await inFolder(async (folder) => {
      expect(await verified(server, visitor.page, folder, 1)).toMatchObject({ by_passkey: 1, by_key: 0, on_paper: 0 });
    });
    await delegate.reach(t("act-withdraw-endorsement"));
    await page.getByRole("button", { name: t("act-withdraw-endorsement"), exact: true }).click();
    await expect(dialogOf(page).getByRole("button", { name: t("sign-now") })).toBeVisible();
    await expect(without(page)).toHaveCount(0);
    await dialogOf(page).getByRole("button", { name: t("script-confirm-no") }).click();
  });
});

test("a device that is ended leaves its owner the choice to act without", async ({ browser }) => {
  const { delegate } = await arrive(browser, server, seats.delegates[0] ?? "");
  const { page } = delegate;
  await delegate.open("devices");
  await register(delegate);
  await delegate.open("");
  await expect(page.locator('form[data-act="endorse"]')).toHaveAttribute("data-sign", "offered");
  // Ended on another device of the same person, while this page stands as it was without a line.
  await page.locator('form[data-act="endorse"]').evaluate((form) => form.setAttribute("data-busy", ""));
  const elsewhere = await delegate.page.context().newPage();
  await elsewhere.goto(new URL("devices", page.url()).href);
  const again = await Delegate.at(elsewhere, { scripted: true });
  await again.carryOut("end-device", t("device-end"));
  await page.locator('form[data-act="endorse"]').evaluate((form) => form.removeAttribute("data-busy"));
  await page.getByRole("button", { name: t("act-endorse"), exact: true }).click();
  await expect(dialogOf(page)).toContainText(t("refusal-no-device"));
  await expect(dialogOf(page).getByRole("link", { name: t("script-sign-devices") })).toBeVisible();
  await expectAccessible(page);
  await without(page).click();
  await delegate.sees(page.getByText(t("act-kind-endorse"), { exact: true }));
});
