import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "@playwright/test";
import { Authenticator } from "./authenticator.ts";
import { expect } from "./fixtures.ts";
import { Delegate } from "./people.ts";
import { hemicycle, type Server } from "./server.ts";
import { SYMBOL } from "./signing-stage.ts";
import { t } from "./words.ts";

/** A checkpoint covers an act within two seconds, on a machine that has nothing else to do. */
const PUBLISHED = { timeout: 60_000 };

/** A folder of its own for keys and files that leave the browser. */
export async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "hemicycle-signing-"));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A delegate at a device with a finger to give. */
export async function arrive(browser: Browser, server: Server, link: string): Promise<{ delegate: Delegate; device: Authenticator }> {
  const delegate = await Delegate.arrive(browser, server, { scripted: true }, link);
  return { delegate, device: await Authenticator.on(delegate.page) };
}

export async function register(delegate: Delegate): Promise<void> {
  await delegate.page.getByRole("button", { name: t("devices-register-now") }).click();
  await expect(delegate.page.locator(".notice.good")).toContainText(t("done-register-device"));
}

/** Presses an act and signs it in the dialog. */
export async function sign(delegate: Delegate, label: string): Promise<void> {
  await delegate.reach(label);
  await delegate.page.getByRole("button", { name: label, exact: true }).click();
  await delegate.page.getByRole("dialog").getByRole("button", { name: t("sign-now") }).click();
}

/** What an outsider's program says of the bundle that the page hands out, once the record has that many endorsements. */
export async function verified(server: Server, page: Page, folder: string, organisations: number): Promise<Record<string, number>> {
  const file = path.join(folder, "evidence.zip");
  let counts: Record<string, number> = {};
  await expect(async () => {
    const bundle = await page.request.get(`${server.url}/record/bundle?text=${encodeURIComponent(SYMBOL)}`);
    expect(bundle.status()).toBe(200);
    await writeFile(file, await bundle.body());
    const said = JSON.parse((await hemicycle("verify", file, "--json")).stdout) as { verified: boolean; counts: Record<string, number> };
    expect(said.verified).toBe(true);
    counts = said.counts;
    expect(counts["organisations"]).toBe(organisations);
  }).toPass(PUBLISHED);
  return counts;
}
