// The colour pairs of the design tokens reach WCAG 2.2 AA: 4.5:1 for text, 3:1 for marks and edges.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const read = (file) => readFileSync(new URL(`../src/style/${file}`, import.meta.url), "utf8");
const tokensOf = (css) => Object.fromEntries([...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1], m[2]]));
const [light, dark] = read("tokens.css").split("@media (prefers-color-scheme: dark)").map(tokensOf);
const hall = { ...dark, ...tokensOf(read("hall.css").split("}")[0]) };

function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ["paper", "surface", "sunken"];
const text = [
  ...["ink", "ink-soft", "link", "accent", "accent-strong"].flatMap((t) => [...grounds, "accent-soft"].map((g) => [t, g])),
  ...["good", "warn", "bad", "info"].flatMap((mood) => [[mood, "surface"], [mood, "paper"], [mood, `${mood}-soft`], ["ink", `${mood}-soft`]]),
  ["on-accent", "accent"], ["on-accent", "accent-strong"], ["paper", "danger-fill"],
];
const marks = [...["line-strong", "focus", "mark-off", "mark-warn"].flatMap((t) => ["paper", "surface"].map((g) => [t, g])), ["mark-warn", "land"], ["good", "land"], ["bad", "land"], ["accent", "land"]];

for (const [name, tokens] of Object.entries({ light, dark, hall })) {
  test(`${name}: text and marks stand out`, () => {
    for (const [pairs, least] of [[text, 4.5], [marks, 3]]) {
      for (const [front, back] of pairs) {
        const reached = contrast(tokens[front], tokens[back]);
        assert.ok(reached >= least, `${front} on ${back}: ${reached.toFixed(2)}, needs ${least}`);
      }
    }
  });
}
