// The check of a bundle in a real browser: element, worker, WebCrypto, and the answer in words. Needs Chromium, as live.test.mjs does.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { build } from "esbuild";
import { withBrowser } from "./browser.mjs";
import { serve } from "./server.mjs";

const here = (path) => new URL(path, import.meta.url);

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title>
<script src="/check.js" defer></script><script type="module" src="/check-page-script.js"></script></head><body>
<check-bundle src="/record.zip" data-worker="/check-worker.js"><a href="/record.zip" download>Evidence</a>
<div data-check hidden><button>Check</button><progress max="1" value="0" hidden></progress></div><div data-answer tabindex="-1"></div>
<template><div data-when="verified">Holds: <b data-fill="organisations"></b> of <b data-fill="countries"></b>, <b data-fill="title"></b>.
<ul><li data-each="witnesses" data-when="witnesses"><i data-fill="name"></i> <i data-fill="time"></i></li></ul><p data-when="no-skipped">None skipped</p>
<p data-when="skipped"><b data-fill="skipped-count"></b> skipped: <i data-each="skipped"><b data-fill="entry"></b> <b data-fill="code"></b>, </i></p></div>
<div data-when="failed">Fails: <p data-when="step-tree">tree</p><p data-when="step-claim">claim</p><code data-fill="line"></code></div>
<div data-when="unable">Unable: <code data-fill="line"></code></div></template></check-bundle></body></html>`;

test("a bundle is checked in the browser", { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "hemicycle-check-"));
  const entryPoints = { check: here("../src/check/element.ts").pathname, "check-worker": here("../src/check/worker.ts").pathname };
  await build({ entryPoints, outdir: folder, bundle: true, format: "iife", logLevel: "warning" });
  let report;
  const reported = new Promise((resolve) => (report = resolve));
  const asked = [];
  const scripts = { "/check.js": join(folder, "check.js"), "/check-worker.js": join(folder, "check-worker.js"), "/check-page-script.js": here("check-page-script.js") };
  const server = await serve((request, body) => {
    asked.push(request.url);
    if (request.url === "/tell") return report(JSON.parse(body)), ["text/plain", "ok"];
    if (scripts[request.url]) return ["text/javascript", readFileSync(scripts[request.url])];
    if (/^\/(record|changed)\.zip$/.test(request.url)) return ["application/zip", readFileSync(here(`data${request.url}`))];
    return request.url === "/missing.zip" ? ["application/zip", "gone"] : ["text/html; charset=utf-8", page];
  });
  try {
    await withBrowser(`${server.origin}/`, async () => {
      const { error, usable, link, answers } = await reported;
      assert.equal(error, undefined);
      assert.ok(usable && link);
      const [holds, changed, missing] = answers;
      for (const { shown, hidden, focused } of answers) assert.ok(shown && hidden && focused);
      assert.match(holds.text, /^Holds: 3 of 1, Statement on dialogue\. w1 18 Nov 2026, [0-9:]+ UTC ?w2 /);
      const { skipped } = JSON.parse(readFileSync(here("data/expected.json"), "utf8"))["record.zip"];
      assert.ok(holds.text.includes(`${skipped.length} skipped: ${skipped.map(([entry, code]) => `${entry} ${code}`).join(", ")}`), holds.text);
      assert.equal(changed.text, "Fails: treeentry 3: it was changed: its hash is not the one in tile/0");
      assert.match(missing.text, /^Fails: not a zip archive/);
      // Nothing but the bundle, once a check, and the worker is asked for.
      assert.deepEqual(asked.filter((path) => path.endsWith(".zip")), ["/record.zip", "/changed.zip", "/missing.zip"]);
    });
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
