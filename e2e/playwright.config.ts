import { defineConfig } from "@playwright/test";
import { launchOptions } from "./browser.ts";

/** Journeys: one worker, because each starts a server of its own and two cores are what the reference machine has. */
export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  forbidOnly: true,
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 120_000,
  globalTimeout: 20 * 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    headless: true,
    launchOptions: launchOptions(),
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    // Without pictures of every step: they cost as much time as the steps.
    trace: { mode: "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
  },
});
