// Bytes as the record writes them: hexadecimal digits, base64 in its one spelling, UTF-8. None where a text is spelled otherwise.

const encoder = new TextEncoder();
// A byte order mark stays in the text, so that it is seen and refused.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The UTF-8 bytes of a text. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** The text of UTF-8 bytes; undefined when they are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** All parts, one after another. */
export function concat(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Whether both hold the same bytes. */
export const equal = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at]);

/** Below zero, zero or above it, as `a` comes before, is or comes after `b` in the order of bytes. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Lower-case hexadecimal digits. */
export function hex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += HEX[byte];
  return text;
}

const STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const URL_SAFE = STANDARD.slice(0, 62) + "-_";
const values = (alphabet: string): Map<string, number> => new Map(Array.from(alphabet, (digit, value) => [digit, value]));
const STANDARD_VALUES = values(STANDARD);
const URL_VALUES = values(URL_SAFE);

/** Digits without padding; the unused bits of the last one must be zero. */
function digits(text: string, known: Map<string, number>): Uint8Array | undefined {
  if (text.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const digit of text) {
    const value = known.get(digit);
    if (value === undefined) return undefined;
    held = (held << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits;
      held &= (1 << bits) - 1;
    }
  }
  return held === 0 ? bytes : undefined;
}

function write(bytes: Uint8Array, alphabet: string): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const left = Math.min(3, bytes.length - at);
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let digit = 0; digit <= left; digit++) text += alphabet[(group >> (18 - 6 * digit)) & 63];
  }
  return text;
}

/** The bytes of base64url without padding. */
export const fromBase64url = (text: string): Uint8Array | undefined => digits(text, URL_VALUES);

/** Base64url without padding. */
export const toBase64url = (bytes: Uint8Array): string => write(bytes, URL_SAFE);

/** The bytes of base64 with padding. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const bare = text.replace(/={1,2}$/, "");
  return text.length - bare.length === (4 - (bare.length % 4)) % 4 ? digits(bare, STANDARD_VALUES) : undefined;
}

/** A number of four bytes, the highest first. */
export const uint32 = (bytes: Uint8Array, at: number): number => new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);
