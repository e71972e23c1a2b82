import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { test, type Browser, type BrowserContext } from "@playwright/test";
import { Server } from "./server.ts";

type Signed = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** One page to look at: the name its pictures carry, its address on the server, and the cookies of whoever looks. */
interface Shot {
  name: string;
  path: string;
  signed?: Signed;
}

const LANGUAGES = ["en", "ar"] as const;
/** A phone, a laptop and the hall's screen, in CSS pixels. */
const VIEWPORTS = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
  { width: 3840, height: 2160 },
] as const;

/** Opens a sign-in link once (links are single-use) and returns where it led, with the cookies it left. */
async function signIn(browser: Browser, link: string): Promise<{ path: string; signed: Signed }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  const path = new URL(page.url()).pathname;
  const signed = await context.storageState();
  await context.close();
  return { path, signed };
}

/** Sets the server up and lists every page to look at. */
async function prepare(browser: Browser, server: Server): Promise<Shot[]> {
  const secretariat = await signIn(browser, server.adminLink());
  return [
    { name: "public", path: "/" },
    { name: "secretariat", ...secretariat },
  ];
}

const target = process.env["CARGO_TARGET_DIR"] ?? fileURLToPath(new URL("../target", import.meta.url));
const folder = process.env["SCREENSHOTS"] ?? path.join(target, "screenshots");

test("screenshots", async ({ browser }) => {
  const server = await Server.start();
  await mkdir(folder, { recursive: true });
  try {
    const shots = await prepare(browser, server);
    for (const language of LANGUAGES) {
      for (const viewport of VIEWPORTS) {
        for (const { name, path: address, signed } of shots) {
          const context = await browser.newContext({
            viewport,
            locale: language,
            reducedMotion: "reduce",
            ...(signed ? { storageState: signed } : {}),
          });
          const page = await context.newPage();
          await page.goto(new URL(address, server.url).href);
          const file = `${name}-${language}-${viewport.width}.png`;
          // The hall's screen shows what fits it; elsewhere a person scrolls.
          await page.screenshot({ path: path.join(folder, file), fullPage: viewport.width < 3840 });
          await context.close();
        }
      }
    }
  } finally {
    await server.dispose();
  }
});
