import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { Chair, Delegate, Visitor } from "./people.ts";
import { populate } from "./populated.ts";
import { t } from "./words.ts";

const SCRIPTED = { scripted: true };
/** More stops than any page has. */
const MOST_STOPS = 150;

const isFocused = (what: Locator) => what.evaluate((element) => element === document.activeElement);

/** Presses Tab until `what` has the focus. Every stop on the way must show that it has it. */
async function tabTo(page: Page, what: Locator): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press("Tab");
    const hidden = await page.evaluate(() => {
      const stop = document.activeElement;
      if (!stop || stop === document.body) return "";
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(stop);
      const box = stop.getBoundingClientRect();
      const isShown = (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
      return isShown && box.width > 0 && box.height > 0 ? "" : stop.outerHTML.slice(0, 200);
    });
    expect(hidden, "a stop of the Tab key that does not show its focus").toBe("");
    if (await isFocused(what.first())) return;
  }
  throw new Error(`the Tab key does not reach ${what}`);
}

test("the skip link, the menu of languages, and reading on", async ({ browser, server }) => {
  await populate(server);
  const { page } = await Visitor.arrive(browser, server, SCRIPTED);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: t("skip-to-content") });
  expect(await isFocused(skip)).toBe(true);
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
  await tabTo(page, page.locator("#main a"));

  await page.reload();
  await tabTo(page, page.locator(".lang-menu summary"));
  await page.keyboard.press("Enter");
  await tabTo(page, page.locator('.lang-menu a[lang="fr"]'));
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
});

test("the chair presides by single keys", async ({ browser, server }) => {
  const links = await populate(server);
  const chair = await Chair.arrive(browser, server, SCRIPTED, links.chair);
  const { keyboard } = chair.page;
  await expect(chair.page.locator("html")).toHaveAttribute("data-line", "up");

  await keyboard.press("?");
  await expect(chair.page.getByRole("dialog")).toContainText(t("chair-end-speech"));
  await keyboard.press("Escape");
  await expect(chair.page.getByRole("dialog")).toHaveCount(0);

  await keyboard.press("e");
  await expect(chair.panel("now")).toContainText(t("chair-nobody-speaks"));
  await keyboard.press("n");
  await expect(chair.panel("now").locator(".who")).toContainText("Green Lantern Movement");
  await keyboard.press("p");
  await expect(chair.panel("now").getByRole("button", { name: t("chair-resume-clock") })).toBeVisible();

  // Whoever writes is not presiding.
  await chair.panel("list").locator("summary", { hasText: t("chair-change-limits") }).focus();
  await keyboard.press("Enter");
  const limit = chair.page.getByLabel(t("chair-limit"));
  await limit.focus();
  await keyboard.press("e");
  await expect(chair.panel("now").locator(".who")).toContainText("Green Lantern Movement");
  expect(await isFocused(limit)).toBe(true);
});

test("a delegate asks for the floor and endorses", async ({ browser, server }) => {
  const links = await populate(server);
  const { page } = await Delegate.arrive(browser, server, SCRIPTED, links.delegate);
  await expect(page.locator("html")).toHaveAttribute("data-line", "up");

  await tabTo(page, page.getByRole("button", { name: t("act-request-floor-head") }));
  await page.keyboard.press("Enter");
  await expect(page.locator(".my-place")).toBeVisible();

  await page.locator("#main").focus();
  await tabTo(page, page.getByRole("button", { name: t("act-endorse"), exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(t("act-kind-endorse"), { exact: true })).toBeVisible();

  // What cannot be undone lightly is asked first, and "no" has the focus.
  await expect(page.getByRole("button", { name: t("act-withdraw-endorsement"), includeHidden: true })).toBeAttached();
  await page.locator("#main").focus();
  await tabTo(page, page.locator(".further-acts > summary"));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: t("act-withdraw-endorsement") }));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: t("script-confirm-no") })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(t("act-kind-endorse"), { exact: true })).toBeVisible();
});
