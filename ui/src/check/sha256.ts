// SHA-256 (FIPS 180-4) in one go, without waiting: a record has a hash for every entry, and WebCrypto answers each in a task of its own.
import { hex } from "./bytes";

/** The first 32 bits of the fractional parts of a root of the first primes: of the cube roots of 64, of the square roots of 8. */
function constants(): { rounds: Int32Array; start: Int32Array } {
  const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0;
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return {
    rounds: Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime))),
    start: Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime))),
  };
}

const { rounds, start } = constants();
const words = new Int32Array(64);

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function block(view: DataView, offset: number, state: Int32Array): void {
  for (let i = 0; i < 16; i++) words[i] = view.getInt32(offset + i * 4);
  for (let i = 16; i < 64; i++) {
    const early = words[i - 15]!;
    const late = words[i - 2]!;
    const s0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const s1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    words[i] = (words[i - 16]! + s0 + words[i - 7]! + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const one = (h + s1 + ((e & f) ^ (~e & g)) + rounds[i]! + words[i]!) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  const done = [a, b, c, d, e, f, g, h];
  for (let i = 0; i < 8; i++) state[i] = (state[i]! + done[i]!) | 0;
}

/** The SHA-256 of these bytes, after one more byte in front where `prefix` names it. */
export function sha256(bytes: Uint8Array, prefix?: number): Uint8Array {
  const before = prefix === undefined ? 0 : 1;
  const length = bytes.length + before;
  const padded = new Uint8Array((Math.floor((length + 8) / 64) + 1) * 64);
  if (prefix !== undefined) padded[0] = prefix;
  padded.set(bytes, before);
  padded[length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(length / 2 ** 29));
  view.setUint32(padded.length - 4, (length << 3) >>> 0);
  const state = start.slice();
  for (let offset = 0; offset < padded.length; offset += 64) block(view, offset, state);
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, i) => digest.setInt32(i * 4, word));
  return new Uint8Array(digest.buffer);
}

/** The SHA-256 as 64 lower-case hexadecimal digits. */
export const digestOf = (bytes: Uint8Array): string => hex(sha256(bytes));
