import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "@playwright/test";
import { Server } from "./server.ts";

/** One page to look at: its address on the server, and the name its pictures carry. */
interface Shot {
  name: string;
  path: string;
}

const LANGUAGES = ["en", "ar"] as const;
/** A phone, a laptop and the hall's screen, in CSS pixels. */
const VIEWPORTS = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
  { width: 3840, height: 2160 },
] as const;

/** The pages anybody may open; pages of a seat are added by `shotsOf` from what the server set up. */
const PUBLIC: readonly Shot[] = [{ name: "public", path: "/" }];

const target = process.env["CARGO_TARGET_DIR"] ?? fileURLToPath(new URL("../target", import.meta.url));
const folder = process.env["SCREENSHOTS"] ?? path.join(target, "screenshots");

test("screenshots", async ({ browser }) => {
  const server = await Server.start();
  await mkdir(folder, { recursive: true });
  try {
    for (const language of LANGUAGES) {
      for (const viewport of VIEWPORTS) {
        const context = await browser.newContext({ viewport, locale: language, reducedMotion: "reduce" });
        const page = await context.newPage();
        for (const shot of PUBLIC) {
          await page.goto(new URL(shot.path, server.url).href);
          const file = `${shot.name}-${language}-${viewport.width}.png`;
          await page.screenshot({ path: path.join(folder, file), fullPage: viewport.width < 3840 });
        }
        await context.close();
      }
    }
  } finally {
    await server.dispose();
  }
});
