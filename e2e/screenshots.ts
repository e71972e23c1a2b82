import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "@playwright/test";
import { PAGES, signIn, type Viewer } from "./pages.ts";
import { populate } from "./populated.ts";
import { Server } from "./server.ts";
import { OFFERED } from "./words.ts";

/** The languages asked for in SCREENSHOT_LANGUAGES that the pages are offered in. */
const LANGUAGES = (process.env["SCREENSHOT_LANGUAGES"] ?? "en,ar").split(",").filter((language) => OFFERED.includes(language));
/** Only the pages whose names contain this. */
const ONLY = process.env["SCREENSHOT_ONLY"] ?? "";
/** A phone and a laptop, in CSS pixels. */
const PERSONAL = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
] as const;
/** The hall's screen, which also shows the public front page. */
const HALL = { width: 3840, height: 2160 } as const;
const IN_THE_HALL = ["public-hall", "public-front", "public-hemicycle", "public-venues"];

const target = process.env["CARGO_TARGET_DIR"] ?? fileURLToPath(new URL("../target", import.meta.url));
const folder = process.env["SCREENSHOTS"] ?? path.join(target, "screenshots");

test("screenshots", async ({ browser }) => {
  const server = await Server.start();
  await mkdir(folder, { recursive: true });
  try {
    const signed = await signIn(browser, await populate(server));
    for (const language of LANGUAGES) {
      for (const viewport of [...PERSONAL, HALL]) {
        for (const viewer of Object.keys(PAGES) as Viewer[]) {
          const { base, state } = signed[viewer];
          const context = await browser.newContext({ baseURL: server.url, viewport, locale: language, reducedMotion: "reduce", storageState: state });
          const page = await context.newPage();
          for (const [name, address] of Object.entries(PAGES[viewer])) {
            const picture = `${viewer}-${name}`;
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
