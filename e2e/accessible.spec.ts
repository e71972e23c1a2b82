import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { PAGES, VOTING, signIn, type Signed, type Viewer } from "./pages.ts";
import { populate } from "./populated.ts";
import { Server } from "./server.ts";
import { OFFERED, RIGHT_TO_LEFT } from "./words.ts";

const VIEWERS = Object.keys(PAGES) as Viewer[];
const SOURCES = fileURLToPath(new URL("../crates/web/src", import.meta.url));
const PHONE = { width: 390, height: 844 };
const LAPTOP = { width: 1280, height: 800 };
const HALL = { width: 3840, height: 2160 };

/** How pages are looked at. */
interface Look {
  language: string;
  viewport: { width: number; height: number };
  colorScheme: "light" | "dark";
}

/** Every page in every language on a phone in light, and in the first language on a laptop in dark colours: what CI looks at. */
const USUAL: readonly Look[] = [
  { language: "en", viewport: LAPTOP, colorScheme: "dark" },
  ...OFFERED.map((language) => ({ language, viewport: PHONE, colorScheme: "light" as const })),
];
/** Every page in every language on both, in both colours, and the public's on the hall's screen: `cargo xtask accessible`. */
const ALL: readonly Look[] = OFFERED.flatMap((language) =>
  [PHONE, LAPTOP, HALL].flatMap((viewport) => (["light", "dark"] as const).map((colorScheme) => ({ language, viewport, colorScheme }))),
);
const LOOKS = process.env["ACCESSIBLE"] === "all" ? ALL : USUAL;

// The secretariat has some fifty pages, and a machine that does other things beside is slow.
test.describe.configure({ timeout: 20 * 60_000 });
// A trace keeps a picture of every document at every step, which takes longer than judging it; what fails is told in words.
test.use({ trace: "off" });

let server: Server;
let signed: Record<Viewer, Signed>;

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  signed = await signIn(browser, await populate(server));
});
test.afterAll(async () => server.dispose());

/** The page part of an address below a viewer's base: `texts?of=text-1` is `texts`. */
const pagePart = (address: string): string => address.split(/[?#]/)[0] ?? "";

/** The pages that the program has, as its sources name them: those of the list of pages, and those with a route of their own. */
function pagesOfTheProgram(): Set<string> {
  const found = new Set<string>();
  for (const file of readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".rs"))) {
    const source = readFileSync(path.join(SOURCES, file), "utf8");
    for (const [, page] of source.matchAll(/const \w+: Page =\s*Page \{ path: "([a-z-]*)"/g)) found.add(page ?? "");
    for (const [, page] of source.matchAll(/route\("\/as\/\{seat\}\/([a-z-]+)", get\(/g)) found.add(page ?? "");
  }
  return found;
}

test("no page of the program is left out", () => {
  const listed = new Set(VIEWERS.flatMap((viewer) => Object.values(PAGES[viewer])).map(pagePart));
  const program = pagesOfTheProgram();
  expect(program.size).toBeGreaterThan(20);
  // The page behind an invitation’s link has a test of its own below; `live` is the socket.
  expect([...program].filter((page) => !["join", "live"].includes(page) && !listed.has(page))).toEqual([]);
});

async function expectSoundDocument(page: Page, language: string): Promise<void> {
  const found = await page.evaluate(() => {
    const ids = Array.from(document.querySelectorAll("[id]"), (element) => element.id);
    const root = document.documentElement;
    return { lang: root.lang, dir: root.dir, twice: ids.filter((id, at) => ids.indexOf(id) !== at), overflow: root.scrollWidth - root.clientWidth };
  });
  expect(found, page.url()).toMatchObject({ lang: language, dir: RIGHT_TO_LEFT.includes(language) ? "rtl" : "ltr" });
  expect.soft(found.twice, `ids that stand twice on ${page.url()}`).toEqual([]);
  expect.soft(found.overflow, `pixels by which ${page.url()} is too wide`).toBeLessThanOrEqual(0);
}

for (const viewer of VIEWERS) {
  for (const { language, viewport, colorScheme } of LOOKS) {
    if (viewport === HALL && viewer !== "public") continue;
    test(`pages of ${viewer} in ${language}, ${viewport.width} pixels wide, ${colorScheme}`, async ({ browser }) => {
      const { base, state } = signed[viewer];
      const context = await browser.newContext({ baseURL: server.url, locale: language, viewport, colorScheme, reducedMotion: "reduce", storageState: state });
      const page = await context.newPage();
      for (const address of Object.values(PAGES[viewer])) {
        const answer = await page.goto(`${base}${address}${address.includes("?") ? "&" : "?"}lang=${language}`);
        expect(answer?.status(), page.url()).toBe(address === "nowhere" ? 404 : 200);
        await expectSoundDocument(page, language);
        await expectAccessible(page);
      }
      await context.close();
    });
  }
}

test("what changes while a vote is taken", async ({ browser }) => {
  const stage = await Server.start();
  try {
    const seats = await signIn(browser, await populate(stage, true));
    for (const { language, viewport, colorScheme } of LOOKS) {
      for (const [viewer, pages] of Object.entries(VOTING) as [Viewer, Record<string, string>][]) {
        if (viewport === HALL && viewer !== "public") continue;
        const { base, state } = seats[viewer];
        const context = await browser.newContext({ baseURL: stage.url, locale: language, viewport, colorScheme, reducedMotion: "reduce", storageState: state });
        const page = await context.newPage();
        for (const address of Object.values(pages)) {
          await page.goto(`${base}${address}${address.includes("?") ? "&" : "?"}lang=${language}`);
          await expectSoundDocument(page, language);
          await expectAccessible(page);
        }
        await context.close();
      }
    }
  } finally {
    await stage.dispose();
  }
});

test("the page behind an invitation’s link", async ({ browser }) => {
  const fresh = await Server.start();
  try {
    const page = await browser.newPage({ viewport: PHONE });
    for (const language of OFFERED) {
      await page.goto(`${fresh.adminLink()}?lang=${language}`);
      await expectSoundDocument(page, language);
      await expectAccessible(page);
    }
    await page.goto(`${fresh.url}/join/used-before`);
    await expectAccessible(page);
    await page.close();
  } finally {
    await fresh.dispose();
  }
});
