// The evidence bundle: the files that one has, what each may be at most, and the log in its tiles.
import { leafHash } from "./tree";
import { members, unpack } from "./zip";

/** The largest bundle that is read, in bytes. */
export const MAX_BUNDLE = 256 << 20;
const MAX_UNPACKED = 2 ** 30;
// A plain zip has no more; the program reads the longer form too.
const MAX_FILES = 65_534;
const MAX_SMALL = 1 << 20;
const MAX_BLOB = 16 << 20;
const TILE = 256;
const MAX_TILE = TILE * (2 + 65_535);

/** The files of a bundle by name, in order of name. */
export type Files = Map<string, Uint8Array>;

/** Reads a bundle; `progress` hears which part of it was read, 0 to 1. */
export async function readBundle(bytes: Uint8Array, progress: (part: number) => void): Promise<Files> {
  if (bytes.length > MAX_BUNDLE) throw new Error(`the bundle has ${bytes.length} bytes; at most ${MAX_BUNDLE} are read`);
  const found = members(bytes, MAX_FILES);
  const read: [string, Uint8Array][] = [];
  let total = 0;
  for (const [n, member] of found.entries()) {
    if (member.name.endsWith("/") && member.size === 0) continue;
    const limit = limitOf(member.name);
    if (limit === undefined) throw new Error(`${shown(member.name)}: no file of a bundle has this name`);
    const content = await unpack(bytes, member, limit);
    total += content.length;
    if (total > MAX_UNPACKED) throw new Error(`the bundle unpacks to more than ${MAX_UNPACKED} bytes`);
    read.push([member.name, content]);
    if (n % 64 === 0) progress(n / found.length);
  }
  return new Map(read.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** How large a file of this name may be; undefined where no file of a bundle has it. */
function limitOf(name: string): number | undefined {
  if (name === "checkpoint" || name === "policy" || name === "claim.json") return MAX_SMALL;
  if (/^blobs\/[0-9a-f]{64}$/.test(name)) return MAX_BLOB;
  if (/^tile\/entries\/[0-9x/.p]{0,40}$/.test(name)) return MAX_TILE;
  return /^tile\/0\/[0-9x/.p]{0,40}$/.test(name) ? TILE * 32 : undefined;
}

/** A foreign name, fit for one line. */
const shown = (name: string): string => JSON.stringify(Array.from(name).slice(0, 100).join("")).slice(1, -1);

/** A file that must be there. */
export function file(files: Files, name: string): Uint8Array {
  const found = files.get(name);
  if (!found) throw new Error(`${name} is missing`);
  return found;
}

/** A tile's path: groups of three digits, all but the last marked `x`, and `.p/<width>` when it is not full. */
function tileName(level: string, n: number, width: number): string {
  const three = (number: number): string => String(number % 1000).padStart(3, "0");
  let path = three(n);
  for (let rest = Math.floor(n / 1000); rest > 0; rest = Math.floor(rest / 1000)) path = `x${three(rest)}/${path}`;
  return `tile/${level}/${path}${width === TILE ? "" : `.p/${width}`}`;
}

/** Leaves, and the hashes that `tile/0` gives for them. */
export type Log = { leaves: Uint8Array[]; hashes: Uint8Array[] };

/** The log of this size: exactly its tiles, none more and none less. */
export function readLog(files: Files, size: number): Log {
  const log: Log = { leaves: [], hashes: [] };
  const wanted = new Set<string>();
  const tile = (name: string): Uint8Array => {
    wanted.add(name);
    const bytes = files.get(name);
    if (!bytes) throw new Error(`${name}, which a log of ${size} entries has, is missing`);
    return bytes;
  };
  for (let n = 0; n * TILE < size; n++) {
    const width = Math.min(size - n * TILE, TILE);
    const [entries, hashes] = [tileName("entries", n, width), tileName("0", n, width)];
    splitLeaves(entries, tile(entries), n * TILE, width, log.leaves);
    splitHashes(hashes, tile(hashes), width, log.hashes);
  }
  for (const name of files.keys()) {
    if (name.startsWith("tile/") && !wanted.has(name)) throw new Error(`${name} does not belong to a log of ${size} entries`);
  }
  return log;
}

/** All hashes of leaves, and hashes, that can be read out of the tiles, whatever their number. */
export function loose(files: Files): { entries: Uint8Array[]; hashes: Uint8Array[] } {
  const leaves: Uint8Array[] = [];
  const hashes: Uint8Array[] = [];
  for (const [name, bytes] of files) {
    if (name.startsWith("tile/0/")) hashes.push(...chunks(bytes));
    if (!name.startsWith("tile/entries/")) continue;
    try {
      splitLeaves(name, bytes, 0, TILE, leaves);
    } catch {
      // Stops at the first cut, with what was whole before it.
    }
  }
  return { entries: leaves.map(leafHash), hashes };
}

function splitLeaves(name: string, bytes: Uint8Array, first: number, width: number, leaves: Uint8Array[]): void {
  let at = 0;
  for (let n = 0; n < width; n++) {
    if (bytes.length - at < 2) throw new Error(`${name}: ends before entry ${first + n}`);
    const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    at += 2;
    if (bytes.length - at < length) throw new Error(`${name}: entry ${first + n} is cut off`);
    leaves.push(bytes.subarray(at, at + length));
    at += length;
  }
  if (at < bytes.length) throw new Error(`${name}: ${bytes.length - at} bytes follow entry ${first + width - 1}`);
}

const chunks = (bytes: Uint8Array): Uint8Array[] =>
  Array.from({ length: Math.floor(bytes.length / 32) }, (_, n) => bytes.subarray(n * 32, n * 32 + 32));

function splitHashes(name: string, bytes: Uint8Array, width: number, hashes: Uint8Array[]): void {
  if (bytes.length !== width * 32) throw new Error(`${name}: has ${bytes.length} bytes where ${width} hashes of 32 bytes belong`);
  hashes.push(...chunks(bytes));
}
