import { defineConfig } from "@playwright/test";
import { launchOptions } from "./browser.ts";

/** `cargo xtask screenshots`: the pages of screenshots.ts as PNGs in target/screenshots. */
export default defineConfig({
  testDir: ".",
  testMatch: "screenshots.ts",
  outputDir: "test-results",
  workers: 1,
  retries: 0,
  timeout: 10 * 60_000,
  reporter: [["list"]],
  use: { browserName: "chromium", headless: true, launchOptions: launchOptions() },
});
