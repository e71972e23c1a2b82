import { existsSync } from "node:fs";
import type { LaunchOptions } from "@playwright/test";

/** The browser every journey and screenshot runs in: `CHROMIUM`, else the system's, else the one Playwright installed. */
export function launchOptions(): LaunchOptions {
  const named = process.env["CHROMIUM"];
  const executablePath = named || (existsSync("/usr/bin/chromium") ? "/usr/bin/chromium" : undefined);
  return {
    ...(executablePath ? { executablePath } : {}),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  };
}
