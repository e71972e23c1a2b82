import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";

const LOCALES = fileURLToPath(new URL("../locales", import.meta.url));

/** The languages that the pages are offered in. */
export const OFFERED: readonly string[] = readFileSync(path.join(LOCALES, "offered.txt"), "utf8")
  .split("\n")
  .map((line) => line.trim())
  .filter((line) => line && !line.startsWith("#"));

/** The languages written from right to left. */
export const RIGHT_TO_LEFT: readonly string[] = ["ar"];

/** The one-line messages of a language, by id. */
function messages(language: string): Map<string, string> {
  const folder = path.join(LOCALES, language);
  const found = new Map<string, string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".ftl"))) {
    for (const [, id, words] of readFileSync(path.join(folder, file), "utf8").matchAll(/^([a-z0-9-]+) = (.+)$/gm)) {
      if (id && words) found.set(id, words);
    }
  }
  return found;
}

const english = messages("en");

/**
 * The English words of a message, as a person reads them: the journeys press what the page says, not what the code is called. Of a message with
 * places for values, the words before the first of them.
 */
export function t(id: string): string {
  const words = english.get(id)?.split("{")[0]?.trim();
  if (!words) throw new Error(`locales/en has no plain message ${id}`);
  return words;
}
