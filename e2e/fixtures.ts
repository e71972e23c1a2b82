import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { Server } from "./server.ts";

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

/** Tells every violation of WCAG 2.0, 2.1 and 2.2, A and AA, that axe finds on the page as it stands; the journey goes on and fails at its end. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    // There are no frames, for which alone the other mode opens a page of its own at every look.
    .setLegacyMode(true)
    .analyze();
  const told = violations.map((violation) => ({
    rule: violation.id,
    help: violation.help,
    nodes: violation.nodes.slice(0, 5).map((node) => node.target.join(" ")),
  }));
  expect.soft(told, `accessibility of ${page.url()}`).toEqual([]);
}
