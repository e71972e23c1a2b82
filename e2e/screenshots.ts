import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "@playwright/test";
import { PAGES, VOTING, signIn, type Viewer } from "./pages.ts";
import { populate } from "./populated.ts";
import { Server } from "./server.ts";
import { OFFERED } from "./words.ts";

/** The languages asked for in SCREENSHOT_LANGUAGES that the pages are offered in. */
const LANGUAGES = (process.env["SCREENSHOT_LANGUAGES"] ?? "en,ar").split(",").filter((language) => OFFERED.includes(language));
/** Light colours unless SCREENSHOT_SCHEME says dark. */
const SCHEME = process.env["SCREENSHOT_SCHEME"] === "dark" ? "dark" : "light";
/** Only the pages whose names contain this. */
const ONLY = process.env["SCREENSHOT_ONLY"] ?? "";
/** A phone and a laptop, in CSS pixels. */
const PERSONAL = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
] as const;
/** The hall's screen, which also shows the public front page. */
const HALL = { width: 3840, height: 2160 } as const;
const IN_THE_HALL = ["public-hall", "public-voting-hall", "public-front", "public-hemicycle", "public-venues"];

const target = process.env["CARGO_TARGET_DIR"] ?? fileURLToPath(new URL("../target", import.meta.url));
const folder = process.env["SCREENSHOTS"] ?? path.join(target, "screenshots");

/** What is pictured: the pages in the middle of a debate, and those that change while a vote is taken. */
const STAGES = [
  { voting: false, pages: PAGES, prefix: "" },
  { voting: true, pages: VOTING, prefix: "voting-" },
];

for (const { voting, pages, prefix } of STAGES) {
  test(`screenshots${voting ? " while a vote is taken" : ""}`, async ({ browser }) => {
    const server = await Server.start();
    await mkdir(folder, { recursive: true });
    try {
      const signed = await signIn(browser, await populate(server, voting));
      for (const language of LANGUAGES) {
        for (const viewport of [...PERSONAL, HALL]) {
          for (const viewer of Object.keys(pages) as Viewer[]) {
            const { base, state } = signed[viewer];
            const context = await browser.newContext({ baseURL: server.url, viewport, locale: language, colorScheme: SCHEME, reducedMotion: "reduce", storageState: state });
            const page = await context.newPage();
            for (const [name, address] of Object.entries(pages[viewer] ?? {})) {
              const picture = `${viewer}-${prefix}${name}`;
              if (!picture.includes(ONLY) || (viewport === HALL && !IN_THE_HALL.includes(picture))) continue;
              await page.goto(base + address + (address.includes("?") ? "&" : "?") + `lang=${language}`);
              // The hall's screen shows what fits it; elsewhere a person scrolls.
              const fullPage = viewport !== HALL && name !== "hall";
              await page.screenshot({ path: path.join(folder, `${picture}-${language}-${viewport.width}.png`), fullPage });
            }
            await context.close();
          }
        }
      }
    } finally {
      await server.dispose();
    }
  });
}
