import { defineConfig } from "@playwright/test";
import journeys from "./playwright.config.ts";

// Workers are processes of their own and read the environment of this one.
process.env["ACCESSIBLE"] = "all";

/** `cargo xtask accessible`: the pages of accessible.spec.ts in every look. */
export default defineConfig(journeys, { testMatch: "accessible.spec.ts", globalTimeout: 4 * 60 * 60_000 });
