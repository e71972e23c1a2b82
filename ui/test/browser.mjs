// A real browser on one address, with a profile of its own, gone with all its processes when the work is done.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--remote-debugging-port=0",
];
const GONE_WITHIN_MS = 10_000;

function found() {
  const candidates = [process.env.CHROMIUM, "chromium", "chromium-browser", "google-chrome"].filter(Boolean);
  const name = candidates.find((candidate) => spawnSync(candidate, ["--version"]).status === 0);
  assert.ok(name, "Chromium was not found: install it or name it in $CHROMIUM");
  return name;
}

/** Whether a process of the group is left. */
function alive(group) {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
}

/** Shows `address` in a browser while `work` goes on. */
export async function withBrowser(address, work) {
  const profile = mkdtempSync(join(tmpdir(), "hemicycle-ui-"));
  // In a group of its own: helpers of the browser outlive its first process for a moment and still write into the profile.
  const browser = spawn(found(), [...FLAGS, `--user-data-dir=${profile}`, address], { stdio: "ignore", detached: true });
  const end = () => {
    try {
      process.kill(-browser.pid, "SIGKILL");
    } catch {
      // It ended by itself in between.
    }
  };
  // A test that runs out of its time does not come to its end.
  process.once("exit", end);
  try {
    return await work();
  } finally {
    process.off("exit", end);
    const until = Date.now() + GONE_WITHIN_MS;
    while (alive(browser.pid) && Date.now() < until) {
      end();
      await sleep(50);
    }
    await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
