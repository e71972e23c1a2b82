// The Merkle tree of RFC 6962, section 2.
import { concat } from "./bytes";
import { sha256 } from "./sha256";

/** The hash of a leaf. */
export const leafHash = (leaf: Uint8Array): Uint8Array => sha256(leaf, 0);

const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256(concat(left, right), 1);

/** The root over leaves that are hashed already. */
export function rootOf(leaves: Uint8Array[]): Uint8Array {
  // The roots of complete subtrees, largest first: one for each one bit of the size.
  const peaks: Uint8Array[] = [];
  leaves.forEach((leaf, index) => {
    let hash = leaf;
    for (let size = index + 1; size % 2 === 0; size /= 2) hash = nodeHash(peaks.pop()!, hash);
    peaks.push(hash);
  });
  const last = peaks.pop();
  return last ? peaks.reduceRight((right, left) => nodeHash(left, right), last) : sha256(new Uint8Array());
}

const same = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a !== undefined && b !== undefined && a.every((byte, at) => byte === b[at]);

/** The first entry whose hash is not the one that stands for it, and what was done to it. */
export function difference(entries: Uint8Array[], hashes: Uint8Array[]): { entry: number; reason: string } | undefined {
  const shorter = Math.min(entries.length, hashes.length);
  let first = 0;
  while (first < shorter && same(entries[first], hashes[first])) first++;
  if (first === shorter && entries.length === hashes.length) return undefined;
  const [entry, hash] = [entries[first], hashes[first]];
  const found = (reason: string): { entry: number; reason: string } => ({ entry: first, reason });
  if (!entry || same(entry, hashes[first + 1])) return found("it was dropped: the entry in its place has the hash of the next");
  if (!hash || same(hash, entries[first + 1])) return found("it was added: the next has the hash that belongs here");
  const other = hashes.findIndex((known) => same(known, entry));
  const swapped = other >= 0 && same(entries[other], hash);
  return found(swapped ? `it was swapped with entry ${other}` : "it was changed: its hash is not the one in tile/0");
}
