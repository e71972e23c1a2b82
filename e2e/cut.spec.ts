import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { Line } from "./line.ts";
import { Chair, Delegate, Visitor } from "./people.ts";
import { populate } from "./populated.ts";
import type { Server } from "./server.ts";
import { t } from "./words.ts";

const SCRIPTED = { scripted: true };
/** The delegate of the populated summit belongs to this organisation, which has neither asked for the floor nor endorsed. */
const OWN = "Blue Kite Party (example)";
/** A page says that it is behind only after a silence that a person would notice. */
const SILENCE = { timeout: 20_000 };

const isUp = (page: Page) => expect(page.locator("html")).toHaveAttribute("data-line", "up", SILENCE);
const banner = (page: Page) => page.locator(".banner-slot");

/** How often the organisation stands on the list of speakers, as the public reads it. */
async function places(visitor: Visitor): Promise<number> {
  await visitor.open("meeting?of=meeting-1");
  return visitor.page.locator("ol.speakers li", { hasText: OWN }).count();
}

/** How many acts of the organisation on the text the public reads of. */
async function acts(visitor: Visitor): Promise<number> {
  await visitor.open("endorsements?of=text-1&by=act");
  return visitor.page.getByRole("row").filter({ hasText: OWN }).count();
}

async function summit(browser: Browser, server: Server) {
  const links = await populate(server);
  const line = await Line.to(server.port);
  const delegate = await Delegate.arrive(browser, line, SCRIPTED, links.delegate.replace(server.url, line.url));
  const visitor = await Visitor.arrive(browser, server, SCRIPTED);
  await isUp(delegate.page);
  return { links, line, delegate, visitor };
}

test("a cut line is said, pressing goes on, and the page catches up by itself", async ({ browser, server }) => {
  const { links, line, delegate, visitor } = await summit(browser, server);
  const chair = await Chair.arrive(browser, server, SCRIPTED, links.chair);
  await expect(delegate.page.locator(".now-speaking")).toContainText("River Union");

  line.cut();
  await delegate.press(t("act-request-floor-head"));
  await expect(delegate.page.locator(".action-bar [data-status]")).toHaveText(t("script-queued"));
  await expect(banner(delegate.page)).toHaveText(t("script-stale"), SILENCE);
  await chair.endSpeech();
  await chair.giveFloor("Green Lantern Movement");
  expect(await places(visitor)).toBe(0);
  await expect(delegate.page.locator(".now-speaking")).toContainText("River Union");

  line.restore();
  await expect(delegate.page.locator(".my-place")).toBeVisible(SILENCE);
  await expect(delegate.page.locator(".now-speaking")).toContainText("Green Lantern Movement");
  await expect(banner(delegate.page)).toHaveText("");
  expect(await places(visitor)).toBe(1);
  await line.close();
});

test("an act whose answer is lost is done once", async ({ browser, server }) => {
  const { line, delegate, visitor } = await summit(browser, server);
  line.loseAnswers();
  await delegate.press(t("act-endorse"));
  await expect.poll(() => acts(visitor)).toBe(1);
  await expect(delegate.page.getByText(t("act-kind-endorse"), { exact: true })).toHaveCount(0);

  line.cut();
  await expect(banner(delegate.page)).toHaveText(t("script-stale"), SILENCE);
  line.restore();
  await isUp(delegate.page);
  await expect(delegate.page.getByText(t("act-kind-endorse"), { exact: true })).toBeVisible(SILENCE);
  expect(await acts(visitor)).toBe(1);
  await line.close();
});

test("a server that dies between press and answer comes back with the act done once", async ({ browser, server }) => {
  const { line, delegate, visitor } = await summit(browser, server);
  await Promise.all([delegate.press(t("act-request-floor-head")), server.kill()]);
  await server.serve();
  await expect(delegate.page.locator(".my-place")).toBeVisible(SILENCE);

  await server.kill();
  await delegate.press(t("act-endorse"));
  await expect(delegate.page.locator(".action-bar [data-status]")).toHaveText(t("script-queued"));
  await server.serve();
  await expect(delegate.page.getByText(t("act-kind-endorse"), { exact: true })).toBeVisible(SILENCE);
  expect(await places(visitor)).toBe(1);
  expect(await acts(visitor)).toBe(1);
  await line.close();
});

test("a form sent twice without scripts is carried out once", async ({ browser, server }) => {
  const links = await populate(server);
  const delegate = await Delegate.arrive(browser, server, { scripted: false }, links.delegate);
  const visitor = await Visitor.arrive(browser, server, { scripted: false });
  const form = delegate.page.locator("form[data-act=endorse]");
  const fields = await form.evaluate((element) => Array.from(new FormData(element as HTMLFormElement)).map(([name, value]) => [name, String(value)]));
  for (const time of ["first", "again"]) {
    const answer = await delegate.context.request.post(delegate.address("act/endorse"), {
      form: Object.fromEntries(fields) as Record<string, string>,
      headers: { origin: server.url },
    });
    expect(answer.status(), time).toBe(200);
  }
  expect(await acts(visitor)).toBe(1);
});
