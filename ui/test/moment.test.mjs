// How moments are written in the browser, beside a venue's time.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const entry = fileURLToPath(new URL("../src/moment.ts", import.meta.url));
const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: "esm" });
const { elsewhere } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

const LANGUAGES = ["en", "fr", "es", "ar", "ru", "zh"];
const AFTERNOON = new Date("2027-03-22T12:05:00Z");

test("the hours of every language are counted to twenty-four, in Latin digits", () => {
  for (const language of LANGUAGES) {
    assert.equal(elsewhere(AFTERNOON, language, "America/Lima", "Africa/Nairobi"), "15:05", language);
    assert.equal(elsewhere(new Date("2027-03-22T21:05:00Z"), language, "Asia/Tokyo", "Africa/Algiers")?.slice(-5), "22:05", language);
  }
  assert.equal(elsewhere(new Date("2027-03-22T21:30:00Z"), "ar", "Africa/Cairo", "Africa/Nairobi")?.slice(-5), "00:30");
});

test("a time that is the same here is not told again, and another day is named", () => {
  assert.equal(elsewhere(AFTERNOON, "ar", "Africa/Nairobi", "Asia/Riyadh"), undefined);
  assert.match(elsewhere(new Date("2027-03-22T23:30:00Z"), "en", "Europe/London", "Africa/Nairobi"), /^Tue,? 02:30$/);
});
