import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "@playwright/test";
import { Authenticator } from "./authenticator.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { Chair, Delegate, Visitor } from "./people.ts";
import { hemicycle, type Server } from "./server.ts";
import { signingStage, type Seats } from "./signing-stage.ts";
import { t } from "./words.ts";

const SCRIPTED = { scripted: true };
const QUESTION = "Shall the list of speakers be closed?";

let server: Server;
let seats: Seats;

test.beforeEach(async () => {
  ({ server, seats } = await signingStage());
});
test.afterEach(async () => server.dispose());

/** A delegate whose device is registered, by a finger that the browser's virtual authenticator gives. */
async function arrive(browser: Browser, link: string): Promise<Delegate> {
  const delegate = await Delegate.arrive(browser, server, SCRIPTED, link);
  await Authenticator.on(delegate.page);
  await delegate.page.getByRole("button", { name: t("devices-register-now") }).click();
  await expect(delegate.page.locator(".notice.good")).toContainText(t("done-register-device"));
  return delegate;
}

/** Reads the question in the dialog, and signs the vote. */
async function vote(delegate: Delegate, choice: string, digests: string[]): Promise<void> {
  const button = delegate.page.getByRole("button", { name: choice, exact: true });
  await delegate.sees(button);
  await button.click();
  const dialog = delegate.page.getByRole("dialog");
  await expect(dialog.getByText(QUESTION).first()).toBeVisible();
  await expect(dialog.getByText(choice).first()).toBeVisible();
  await expect(dialog.locator("[data-digest]")).toHaveText(/^[0-9a-f]{64}$/);
  await expectAccessible(delegate.page);
  digests.push((await dialog.locator("[data-digest]").textContent()) ?? "");
  await dialog.getByRole("button", { name: t("sign-now") }).click();
  await delegate.sees(delegate.page.getByText(t("vote-received")));
}

test("a vote is signed, stays unread until the lock, and is counted again by the program and in the browser", async ({ browser }) => {
  const chair = await Chair.arrive(browser, server, SCRIPTED, seats.chair);
  const first = await arrive(browser, seats.delegates[0] ?? "");
  const second = await arrive(browser, seats.delegates[1] ?? "");
  const visitor = await Visitor.arrive(browser, server, SCRIPTED);
  await chair.panel("item").getByRole("link", { name: t("chair-put-question") }).click();
  await chair.page.locator("input[name='question.en']").fill(QUESTION);
  await chair.press(t("chair-open-poll"));
  await chair.sees(chair.panel("item").getByText(QUESTION));

  const digests: string[] = [];
  await vote(first, t("choice-yes"), digests);
  await vote(second, t("choice-no"), digests);
  // Another one in its place, signed like the first: the last counts.
  await vote(second, t("choice-abstain"), digests);
  expect(new Set(digests).size).toBe(3);
  await visitor.open("polls?of=poll-1");
  await expect(visitor.page.getByText(t("poll-no-figures"))).toBeVisible();
  expect((await visitor.page.request.get(`${server.url}/record/bundle?poll=poll-1`)).status()).toBe(404);

  await chair.press(t("chair-lock"), chair.panel("item"));
  await expect(visitor.figure(t("choice-yes"))).toHaveText("1");
  await expect(visitor.figure(t("choice-abstain"))).toHaveText("1");

  const folder = await mkdtemp(path.join(tmpdir(), "hemicycle-vote-"));
  try {
    await test.step("the program counts again, beside the running server", async () => {
      let round = 0;
      await expect(async () => {
        const file = path.join(folder, `poll-${(round += 1)}.zip`);
        await hemicycle("bundle", "--poll", "poll-1", "--data", server.data, "--out", file);
        const said = JSON.parse((await hemicycle("verify", file, "--json")).stdout) as { verified: boolean; counts: Record<string, number> };
        expect(said).toMatchObject({ verified: true, counts: { yes: 1, no: 0, abstain: 1, absent: 0 } });
      }).toPass({ timeout: 60_000 });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await test.step("the count again, in this browser", async () => {
    await visitor.page.reload();
    await visitor.page.getByRole("button", { name: t("check-start") }).click();
    const answer = visitor.page.locator("[data-answer]");
    await expect(answer.getByText(t("check-holds"))).toBeVisible({ timeout: 60_000 });
    await expect(answer.locator("dt", { hasText: t("check-figure-yes") }).locator("+ dd")).toHaveText("1");
    await expect(answer.locator("dt", { hasText: t("check-figure-abstain") }).locator("+ dd")).toHaveText("1");
    await expectAccessible(visitor.page);
  });
});
