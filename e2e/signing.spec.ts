import { execFile } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { Authenticator } from "./authenticator.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { Delegate, FocalPoint, Secretariat, Visitor } from "./people.ts";
import { hemicycle, type Server } from "./server.ts";
import { arrive, inFolder, register, sign, verified } from "./signed.ts";
import { SYMBOL, WORDS, signingStage, type Seats } from "./signing-stage.ts";
import { t } from "./words.ts";

const SCRIPTED = { scripted: true };
const PLAIN = { scripted: false };

let server: Server;
let seats: Seats;

test.beforeEach(async () => {
  ({ server, seats } = await signingStage());
});
test.afterEach(async () => server.dispose());

const run = promisify(execFile);

const dialogOf = (page: Page) => page.getByRole("dialog");

test("passkeys: register, sign in elsewhere, endorse, withdraw, and anybody counts again", async ({ browser }) => {
  const { delegate, device } = await arrive(browser, server, seats.delegates[0] ?? "");
  await expect(delegate.page.getByRole("heading", { name: t("devices-first") })).toBeVisible();
  await expectAccessible(delegate.page);
  await register(delegate);
  await delegate.open("devices");
  await expect(delegate.page.locator("li", { hasText: t("device-signing") }).locator(".tag.good")).toHaveText(t("device-appointed"));
  await expectAccessible(delegate.page);

  // The same passkey on another device, in a browser that has never been here.
  const elsewhere = await browser.newContext({ baseURL: server.url, locale: "en", reducedMotion: "reduce" });
  const page = await elsewhere.newPage();
  const copy = await Authenticator.on(page);
  await device.copyTo(copy);
  await page.goto("/sign-in");
  await expectAccessible(page);
  await page.getByRole("button", { name: t("sign-in-now") }).click();
  await page.waitForURL(/\/as\/[^/]+\/$/);
  const second = await Delegate.at(page, SCRIPTED);

  await test.step("what is signed is shown, and nothing is done before", async () => {
    await page.getByRole("button", { name: t("act-endorse"), exact: true }).click();
    const dialog = dialogOf(page);
    for (const shown of [SYMBOL, WORDS, "English", t("sign-page-can-lie")]) await expect(dialog.getByText(shown).first()).toBeVisible();
    await dialog.getByText(t("sign-bytes")).click();
    await expect(dialog.locator("[data-bytes]")).toContainText('"type":"endorse"');
    await expect(dialog.locator("[data-digest]")).toHaveText(/^[0-9a-f]{64}$/);
    await expectAccessible(page);
    await copy.verifies(false);
    await dialog.getByRole("button", { name: t("sign-now") }).click();
    await expect(dialog.getByText(t("script-sign-cancelled"))).toBeVisible();
    await copy.verifies(true);
    await dialog.getByRole("button", { name: t("script-confirm-no") }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole("button", { name: t("act-endorse"), exact: true })).toBeFocused();
  });

  await sign(second, t("act-endorse"));
  await second.sees(page.getByText(t("act-kind-endorse"), { exact: true }));
  const other = await arrive(browser, server, seats.delegates[1] ?? "");
  await register(other.delegate);
  await sign(other.delegate, t("act-endorse"));
  await other.delegate.sees(other.delegate.page.getByText(t("act-kind-endorse"), { exact: true }));

  const visitor = await Visitor.arrive(browser, server, SCRIPTED);
  await visitor.open("endorsements");
  await expect(visitor.figure(t("endorsements-organisations"))).toHaveText("2");
  await expect(visitor.figure(t("endorsements-by-passkey"))).toHaveText("2");
  await sign(second, t("act-withdraw-endorsement"));
  await second.sees(page.getByText(t("act-kind-withdraw"), { exact: true }));
  await expect(visitor.figure(t("endorsements-organisations"))).toHaveText("1");

  await inFolder(async (folder) => {
    const counts = await verified(server, visitor.page, folder, 1);
    expect(counts).toMatchObject({ by_passkey: 1, by_key: 0, on_paper: 0, countries: 1 });
  });
  await test.step("the count again, in this browser", async () => {
    await visitor.page.reload();
    await expect(visitor.page.getByText(t("check-same"))).toBeVisible();
    await visitor.page.getByRole("button", { name: t("check-start") }).click();
    const answer = visitor.page.locator("[data-answer]");
    await expect(answer.getByText(t("check-holds"))).toBeVisible({ timeout: 60_000 });
    await expect(answer.locator("dt", { hasText: t("check-figure-by-passkey") }).locator("+ dd")).toHaveText("1");
    await expect(answer.getByRole("heading", { name: t("check-not-proven") })).toBeVisible();
    await expectAccessible(visitor.page);
  });
});

test("a power cut before and after the signature loses nothing and does nothing twice", async ({ browser }) => {
  const { delegate } = await arrive(browser, server, seats.delegates[0] ?? "");
  await register(delegate);
  await expect(delegate.page.locator("html")).toHaveAttribute("data-line", "up", { timeout: 30_000 });
  await server.kill();
  await delegate.page.getByRole("button", { name: t("act-endorse"), exact: true }).click();
  await expect(dialogOf(delegate.page).getByText(t("script-sign-waiting"))).toBeVisible();
  await server.serve();
  const now = dialogOf(delegate.page).getByRole("button", { name: t("sign-now") });
  await expect(now).toBeVisible({ timeout: 30_000 });
  await server.kill();
  await now.click();
  await expect(delegate.page.locator(".action-bar")).toContainText(t("script-queued"), { timeout: 30_000 });
  await server.serve();
  await expect(delegate.page.getByText(t("act-kind-endorse"), { exact: true })).toBeVisible({ timeout: 60_000 });
  const visitor = await Visitor.arrive(browser, server, SCRIPTED);
  await visitor.open("endorsements?of=text-1&by=act");
  await expect(visitor.page.locator("tbody tr")).toHaveCount(1);
});

test("the organisation's own key, by ssh-keygen and without scripts", async ({ browser }) => {
  const focal = await FocalPoint.arrive(browser, server, PLAIN, seats.focalPoints[0]);
  const visitor = await Visitor.arrive(browser, server, PLAIN);
  await inFolder(async (folder) => {
    const file = (name: string) => path.join(folder, name);
    for (const name of ["our-key", "next-key", "stranger"]) await run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", file(name)]);
    const line = (name: string) => readFile(file(`${name}.pub`), "utf8");
    /** Takes the bytes of the open page away and signs them; ends with the file of the signature. */
    const signed = async (key: string, by: "ssh-keygen" | "hemicycle" = "ssh-keygen") => {
      const href = await focal.page.getByRole("link", { name: t("sign-download") }).getAttribute("href");
      const bytes = await focal.page.request.get(new URL(href ?? "", server.url).href);
      expect(bytes.headers()["content-disposition"]).toContain("attachment");
      await writeFile(file("body.json"), await bytes.body());
      await rm(file("body.json.sig"), { force: true });
      if (by === "ssh-keygen") await run("ssh-keygen", ["-q", "-Y", "sign", "-n", "hemicycle-record", "-f", file(key), file("body.json")]);
      else await hemicycle("sign", file("body.json"), "--key", file(key), "--out", file("body.json.sig"));
      return file("body.json.sig");
    };
    const upload = async (signature: string) => {
      await focal.page.getByLabel(t("sign-upload")).setInputFiles(signature);
      await focal.press(t("sign-send"));
    };

    await test.step("the key is entered", async () => {
      await focal.open("key");
      await focal.fill(t("key-enter"), await line("our-key"));
      await focal.carryOut("set-organisation-key", t("key-set"));
      await expect(focal.page.getByRole("heading", { name: t("key-in-force") })).toBeVisible();
    });
    await test.step("a stranger's signature is refused, and the same bytes wait for the right one", async () => {
      await focal.open("sign");
      await focal.press(t("act-endorse"));
      await expect(focal.page.getByText(WORDS)).toBeVisible();
      const digest = await focal.page.locator("p.mono").last().innerText();
      await upload(await signed("stranger"));
      await expect(focal.page.locator(".error-summary")).toBeVisible();
      await expect(focal.page.locator("p.mono").last()).toHaveText(digest);
      await upload(await signed("our-key"));
      await expect(focal.page.locator(".notice.good")).toContainText(t("done-endorse"));
    });
    await visitor.open("endorsements");
    await expect(visitor.figure(t("endorsements-by-key"))).toHaveText("1");
    expect(await verified(server, visitor.page, folder, 1)).toMatchObject({ by_key: 1, by_passkey: 0 });

    await test.step("the key puts the next one in its place, and that one signs, pasted", async () => {
      await focal.open("key");
      await focal.page.getByText(t("key-rotate")).click();
      await focal.fill(t("key-next"), await line("next-key"));
      await focal.press(t("sign-prepare"));
      await upload(await signed("our-key"));
      await expect(focal.page.locator(".notice.good")).toContainText(t("done-enter-entries"));
      await focal.open("sign");
      await focal.press(t("act-withdraw-endorsement"));
      const signature = await readFile(await signed("next-key", "hemicycle"), "utf8");
      await focal.press(t("sign-send"));
      await expect(focal.page.locator(".error-summary")).toContainText(t("invalid-not-a-signature"));
      await focal.fill(t("sign-paste"), signature, focal.page.locator(".field").filter({ has: focal.page.locator("textarea") }));
      await focal.press(t("sign-send"));
      await expect(focal.page.locator(".notice.good")).toContainText(t("done-withdraw-endorsement"));
    });
    await visitor.page.reload();
    await expect(visitor.figure(t("endorsements-organisations"))).toHaveText("0");
  });
});

test("an organisation's key appoints its delegate's device, and a focal point ends one", async ({ browser }) => {
  const focal = await FocalPoint.arrive(browser, server, SCRIPTED, seats.focalPoints[0]);
  await inFolder(async (folder) => {
    const file = (name: string) => path.join(folder, name);
    await run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", file("our-key")]);
    await focal.open("key");
    await focal.fill(t("key-enter"), await readFile(file("our-key.pub"), "utf8"));
    await focal.carryOut("set-organisation-key", t("key-set"));
    const { delegate } = await arrive(browser, server, seats.delegates[0] ?? "");
    await register(delegate);
    await expect(delegate.page.getByText(t("device-waiting"))).toBeVisible();
    await delegate.page.getByRole("button", { name: t("act-endorse"), exact: true }).click();
    await expect(dialogOf(delegate.page)).toContainText(t("refusal-device-not-appointed"));
    await expect(dialogOf(delegate.page).getByRole("link", { name: t("script-sign-devices") })).toBeVisible();

    await focal.open("key");
    await expectAccessible(focal.page);
    await focal.page.getByRole("button", { name: t("key-appoint") }).click();
    const href = await focal.page.getByRole("link", { name: t("sign-download") }).getAttribute("href");
    await writeFile(file("body.json"), await (await focal.page.request.get(new URL(href ?? "", server.url).href)).body());
    await run("ssh-keygen", ["-q", "-Y", "sign", "-n", "hemicycle-record", "-f", file("our-key"), file("body.json")]);
    await expectAccessible(focal.page);
    await focal.page.getByLabel(t("sign-upload")).setInputFiles(file("body.json.sig"));
    await focal.page.getByRole("button", { name: t("sign-send") }).click();
    await expect(focal.page.locator(".notice.good")).toContainText(t("done-enter-entries"));

    await delegate.open("");
    await sign(delegate, t("act-endorse"));
    await delegate.sees(delegate.page.getByText(t("act-kind-endorse"), { exact: true }));

    await focal.carryOut("end-device", t("device-end"));
    await expect(focal.page.locator(".tag.warn, .tag.off").first()).toBeVisible();
    await delegate.reach(t("act-withdraw-endorsement"));
    await delegate.page.getByRole("button", { name: t("act-withdraw-endorsement"), exact: true }).click();
    await expect(dialogOf(delegate.page)).toContainText(t("refusal-no-device"));
  });
});

test("the secretariat ends a device that was lost", async ({ browser }) => {
  const { delegate } = await arrive(browser, server, seats.delegates[1] ?? "");
  await register(delegate);
  const office = await Secretariat.arrive(browser, server, SCRIPTED, seats.secretariat);
  await office.open("seats?role=delegate");
  await office.follow(/Head2/);
  await office.carryOut("end-device", t("device-end"));
  await expect(office.page.locator(".tag", { hasText: t("device-over") })).toBeVisible();
  await expectAccessible(office.page);
});
