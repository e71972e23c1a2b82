import { defineConfig } from "@playwright/test";
import { launchOptions } from "./browser.ts";

/** Journeys: each starts a server of its own; two at a time, because two cores are what the reference machine has. */
export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  globalTimeout: 45 * 60_000,
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
