// The rules of texts, and the blobs that entries name: manifests and names.
import { fromUtf8 } from "./bytes";
import { Unread } from "./fields";
import { isLanguage, isSymbol } from "./form";
import { canonical, NotCanonical, type Value } from "./json";
import { Invalid, malformed } from "./reason";
import { UNASSIGNED } from "./unicode14";

/** Checks one language's text: UTF-8, NFC, lines that all end in LF, no character that is not allowed. */
export function checkText(bytes: Uint8Array): void {
  const text = characters(bytes, true);
  if (text !== "" && !text.endsWith("\n")) throw new Error("the last line does not end");
}

/** Checks a title, which has no line feed; returns it. */
export const checkTitle = (bytes: Uint8Array): string => characters(bytes, false);

function characters(bytes: Uint8Array, lines: boolean): string {
  const text = fromUtf8(bytes);
  if (text === undefined) throw new Error("not UTF-8");
  let line = 1;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code === 0x0a && lines) line++;
    else if (!isAllowed(code)) throw new Error(`U+${code.toString(16).toUpperCase().padStart(4, "0")} in line ${line} is not allowed`);
  }
  // Every character is of Unicode 14.0, and normalisation of assigned characters never changes: any browser's is the same.
  if (text.normalize("NFC") !== text) throw new Error("not in normalisation form C");
  return text;
}

/** Controls (Cc), separators of lines and paragraphs, byte order marks, and Unicode's Bidi_Control. */
const FORBIDDEN: readonly [number, number][] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0x061c, 0x061c],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2066, 0x2069],
  [0xfeff, 0xfeff],
];

/** Whether a code point may stand in a text, the line feed apart. */
export function isAllowed(code: number): boolean {
  if (code >= 0x20 && code <= 0x7e) return true;
  if (FORBIDDEN.some(([first, last]) => code >= first && code <= last)) return false;
  // The last run that begins at or before it.
  let low = 0;
  let high = UNASSIGNED.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((UNASSIGNED[middle * 2] ?? 0) <= code) low = middle + 1;
    else high = middle;
  }
  return low === 0 || (UNASSIGNED[low * 2 - 1] ?? 0) < code;
}

/** What a manifest says: the digests of a text in all its languages, in order of their tags. */
export type Manifest = { symbol: string; authentic: string[]; texts: Map<string, { sha256: string; title_sha256: string }> };

function value(bytes: Uint8Array): Value {
  const text = fromUtf8(bytes);
  if (text === undefined) throw new Error("not canonical: not JSON: not UTF-8");
  try {
    return canonical(text);
  } catch (error) {
    if (error instanceof NotCanonical) throw new Error(`not canonical: ${error.message}`);
    throw error;
  }
}

/** Reads the bytes of a manifest. */
export function readManifest(bytes: Uint8Array): Manifest {
  const read = value(bytes);
  try {
    return manifest(Unread.inside(read, "manifest"));
  } catch (error) {
    if (error instanceof Invalid) throw new Error(`the manifest: ${error.message} is not of its form`);
    throw error;
  }
}

function manifest(f: Unread): Manifest {
  if (f.number("v") !== 1) throw malformed("v");
  const symbol = f.text("symbol", isSymbol);
  const authentic = f.set("authentic", isLanguage);
  const texts: Manifest["texts"] = new Map();
  for (const [tag, item] of f.object("texts").others()) {
    const inner = Unread.inside(item, "texts");
    texts.set(tag, { sha256: inner.digest("sha256"), title_sha256: inner.digest("title_sha256") });
    inner.finish();
    if (!isLanguage(tag)) throw malformed("texts");
  }
  f.finish();
  if (authentic.length === 0 || authentic.some((tag) => !texts.has(tag))) throw malformed("authentic");
  return { symbol, authentic, texts };
}

/** Whether `later` may correct `earlier` in these languages: same symbol, every other language word for word as before. */
export function checkCorrection(later: Manifest, earlier: Manifest, languages: string[]): void {
  if (later.symbol !== earlier.symbol) throw new Error("the correction changes the symbol");
  const changed = (tag: string): boolean => {
    const [now, then] = [later.texts.get(tag), earlier.texts.get(tag)];
    return now?.sha256 !== then?.sha256 || now?.title_sha256 !== then?.title_sha256;
  };
  const tag = [...later.texts.keys(), ...earlier.texts.keys()].find((one) => !languages.includes(one) && changed(one));
  if (tag !== undefined) throw new Error(`the correction changes the text in ${tag}`);
}

/** Checks a blob of names: an object from language to name. */
export function checkNames(bytes: Uint8Array): void {
  const names = value(bytes);
  const is = names instanceof Map && [...names].every(([tag, name]) => isLanguage(tag) && typeof name === "string");
  if (!is) throw new Error("the names is not of its form");
}
