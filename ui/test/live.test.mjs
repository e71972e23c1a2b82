// The page's script in a real browser against a server that speaks the live protocol. Needs Chromium: $CHROMIUM, or chromium or google-chrome in PATH.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { withBrowser } from "./browser.mjs";
import { serve } from "./server.mjs";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");

const region = (count) => `<p id="count">${count}</p><input id="note"><details id="more"><summary>More</summary>…</details>`;
const page = () => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title><link rel="stylesheet" href="/app.css">
<script type="module" src="/app.js"></script><script type="module" src="/page-script.js"></script></head>
<body data-live="/live?seat=1" data-now="${Date.now() + 3_600_000}">
<template id="ui-strings" data-sending="sending" data-queued="queued" data-stale="stale" data-reconnected="back" data-revoked="revoked" data-problem="Problem" data-failed="failed"></template>
<main id="main"><live-region data-region="floor" data-version="11">${region(1)}</live-region>
<count-down class="clock" data-ends="${Date.now() + 3_600_000 + 29_500}" data-running></count-down>
<form id="ask" data-act="request-floor" method="post" action="/ask"><input type="hidden" name="_id" value="__ID__">
<div class="field"><label for="f-topic">Topic</label><input id="f-topic" name="topic" value="a b&amp;c"></div><button>Ask</button><p data-status role="status"></p></form></main></body></html>`;

/** The page with its script and style, a script of the test's own, and what that one tells. */
const files = (tell, script) => (request, body) => {
  if (request.url === "/tell") return tell(body), ["text/plain", "ok"];
  if (request.url === "/app.css") return ["text/css", read("../dist/app.css")];
  if (request.url === "/app.js") return ["text/javascript", read("../dist/app.js")];
  if (request.url === "/page-script.js") return ["text/javascript", script];
  return ["text/html; charset=utf-8", page()];
};

test("live regions, presses, a cut line, a revoked session", { timeout: 60_000 }, async () => {
  let line;
  let refusing = false;
  let report;
  const reported = new Promise((resolve) => (report = resolve));
  const urls = [];
  const presses = [];
  const answers = { 200: { message: "Place 7" }, 409: { message: "The list is closed" }, 422: { message: "Say what about", field: "topic" } };

  /** Answers the next press that has no answer yet, once it has arrived. */
  let answered = 0;
  const answer = (status) => {
    if (presses.length <= answered) return void setTimeout(answer, 20, status);
    const id = presses[answered++].split(/[ \n]/)[1];
    line.send(`A ${id} ${status} 13\n${JSON.stringify(answers[status])}`);
  };
  const tell = (command) => {
    const [verb, argument] = command.split(" ");
    if (verb === "report") report(command.slice(7));
    else if (command === "region") line.send(`R floor 12\n${region(2)}`);
    else if (verb === "answer") answer(argument);
    else if (command === "cut and refuse") (refusing = true), line.cut();
    else if (command === "accept again") refusing = false;
    else if (command === "heartbeats") line.send("B 13\n"), setTimeout(() => line.send("B 20\n"), 50);
    else if (command === "revoke") line.send("X signed out\n");
  };
  const server = await serve(
    files(tell, read("page-script.js")),
    (opened) => {
      urls.push(opened.url);
      if (refusing) return opened.cut();
      line = opened;
      line.send("B 12\n");
      line.onframe = (frame) => {
        if (frame.startsWith("P ")) presses.push(frame);
        if (frame.startsWith("G floor ")) line.send(`R floor 20\n${region(3)}`);
      };
    },
  );
  try {
    await withBrowser(`${server.origin}/`, async () => {
      assert.equal(await reported, "ok");
      assert.equal(urls[0], "/live?seat=1&z=1&v=floor:11");
      assert.ok(urls.at(-1).endsWith("v=floor:12"), urls.at(-1));
      assert.equal(presses.length, 4, presses.join("\n\n"));
      assert.equal(new Set(presses.map((press) => press.split(" ")[1])).size, 4);
      assert.match(presses[0], /^P [0-9a-f-]{36} request-floor\n_id=[0-9a-f-]{36}&topic=a\+b%26c$/);
    });
  } finally {
    server.close();
  }
});

test("packed regions keep their order, and one that cannot be read is asked for plain", { timeout: 60_000 }, async () => {
  let report;
  const reported = new Promise((resolve) => (report = resolve));
  const urls = [];
  const text = (version, count) => `R floor ${version}\n${region(count)}`;
  const script = `
    const seen = [];
    const floor = document.querySelector("live-region");
    floor.addEventListener("region-updated", () => {
      seen.push(floor.dataset.version + " " + document.getElementById("count").textContent.replaceAll("é…", "-").replace(/^-{400000}/, ""));
      if (seen.length === 5) fetch("/tell", { method: "POST", body: seen.join(",") });
    });`;
  const server = await serve(
    files((body) => report(body), script),
    (line) => {
      urls.push(line.url);
      // At once: a large one that takes its time, small ones behind it, and one more packed; then one that is none.
      const large = deflateRawSync(text(12, `${"é…".repeat(400_000)}12`));
      if (urls.length === 1) line.send(large, text(13, 13), deflateRawSync(text(14, 14)), text(15, 15), Buffer.from("no such thing"), text(16, 16));
      else line.send(text(17, 17));
    },
  );
  try {
    await withBrowser(`${server.origin}/`, async () => {
      assert.equal(await reported, "12 12,13 13,14 14,15 15,17 17");
      assert.deepEqual(urls, ["/live?seat=1&z=1&v=floor:11", "/live?seat=1&v=floor:15"]);
    });
  } finally {
    server.close();
  }
});
