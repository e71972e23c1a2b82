import axe from "axe-core";
import { test as base, expect, type Page } from "@playwright/test";
import { Server } from "./server.ts";

declare global {
  interface Window {
    /** There once its source has run in the page. */
    axe: typeof axe;
  }
}

/** Every journey's `test`: `server` is a fresh server of its own, stopped and removed when the journey ends. */
export const test = base.extend<{ server: Server }>({
  // Playwright reads the fixture's needs from the pattern, so the empty one has to stand.
  server: async ({}, use, info) => {
    const server = await Server.start();
    try {
      await use(server);
    } finally {
      if (info.status !== info.expectedStatus) {
        await info.attach("server output", { body: server.output, contentType: "text/plain" });
      }
      await server.dispose();
    }
  },
});

export { expect };

/** What one look of axe takes in: WCAG 2.0, 2.1 and 2.2, A and AA, and what axe holds for good practice. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** One broken rule as axe tells it, with the first places where it is broken. */
interface Violation {
  rule: string;
  help: string;
  nodes: string[];
}

/**
 * Tells every violation that axe finds on the page as it stands; the journey goes on and fails at its end. Axe runs inside the page and hands out
 * violations alone: collecting everything that is in order, as its own builder does, takes three times as long and is thrown away.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const told = await page.evaluate(async (rules): Promise<Violation[]> => {
    const { violations, passes } = await window.axe.run(document, { runOnly: rules, resultTypes: ["violations"], preload: { assets: ["cssom"] } });
    if (passes.length === 0) throw new Error("axe has judged nothing");
    return violations.map(({ id, help, nodes }) => ({ rule: id, help, nodes: nodes.slice(0, 5).map((node) => node.target.join(" ")) }));
  }, RULES);
  expect.soft(told, `accessibility of ${page.url()}`).toEqual([]);
}
