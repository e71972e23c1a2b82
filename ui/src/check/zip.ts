// Reads zip archives: stored and deflated files, within limits. An archive that two readers could read differently (a name twice, headers
// that disagree, files that overlap, bytes that nothing names) is refused.
import { concat, fromUtf8 } from "./bytes";
import { Unable } from "./reason";

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;

/** What the central directory says of a file. */
export type Member = { name: string; method: number; flags: number; crc: number; packed: number; size: number; offset: number };

const bad = (why: string): Error => new Error(`not a zip archive that can be trusted to be read in one way: ${why}`);

/** The files that an archive has, none read yet. */
export function members(bytes: Uint8Array, most: number): Member[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - END_LENGTH;
  // No comment: the end of the directory is the end of the file.
  if (end < 0 || view.getUint32(end, true) !== END || view.getUint16(end + 20, true) !== 0) throw bad("it has no end, or bytes after it");
  const [disk, count, all] = [view.getUint32(end + 4, true), view.getUint16(end + 8, true), view.getUint16(end + 10, true)];
  const [length, start] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  if (disk !== 0 || count !== all || count === 0xffff || start + length !== end) throw bad("its directory is not where it says");
  if (count > most) throw new Error(`the bundle has ${count} files; at most ${most} are read`);
  const found: Member[] = [];
  let at = start;
  for (let n = 0; n < count; n++) {
    const member = central(view, bytes, at, end);
    at = member.next;
    found.push(member);
  }
  if (at !== end) throw bad("its directory has other files than it says");
  return contiguous(found, view, bytes, start);
}

function central(view: DataView, bytes: Uint8Array, at: number, end: number): Member & { next: number } {
  if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw bad("its directory is cut off");
  const long = (offset: number): number => view.getUint32(at + offset, true);
  const short = (offset: number): number => view.getUint16(at + offset, true);
  const next = at + 46 + short(28) + short(30) + short(32);
  const name = fromUtf8(bytes.subarray(at + 46, at + 46 + short(28)));
  if (next > end || name === undefined) throw bad("its directory is cut off");
  const member = { name, flags: short(8), method: short(10), crc: long(16), packed: long(20), size: long(24), offset: long(42), next };
  if (member.packed === 0xffffffff || member.size === 0xffffffff || member.offset === 0xffffffff) throw bad(`${name} is too large`);
  // Bits 1 and 2 tell how hard it was packed, 3 that sizes stand behind the data, 11 that names are UTF-8; others change what is read.
  if ((member.flags & ~0x080e) !== 0) throw bad(`${name} is packed in an unknown way`);
  if (member.method !== 0 && member.method !== 8) throw bad(`${name} is packed in an unknown way`);
  return member;
}

/** Files follow one another without gap or overlap, each behind a header that agrees with the directory, no name twice. */
function contiguous(found: Member[], view: DataView, bytes: Uint8Array, start: number): Member[] {
  const names = new Set<string>();
  let at = 0;
  for (const member of [...found].sort((a, b) => a.offset - b.offset)) {
    const { name, offset } = member;
    if (names.has(name)) throw bad(`${name} stands twice`);
    names.add(name);
    if (offset !== at || offset + 30 > start || view.getUint32(offset, true) !== LOCAL) throw bad(`${name} is not where the directory says`);
    const data = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    const own = fromUtf8(bytes.subarray(offset + 30, offset + 30 + view.getUint16(offset + 26, true)));
    const later = (member.flags & 8) !== 0;
    const sizes = [view.getUint32(offset + 14, true), view.getUint32(offset + 18, true), view.getUint32(offset + 22, true)];
    const agree = [member.crc, member.packed, member.size].every((value, n) => value === sizes[n] || (later && sizes[n] === 0));
    const alike = own === name && view.getUint16(offset + 6, true) === member.flags && view.getUint16(offset + 8, true) === member.method;
    if (!agree || !alike) throw bad(`the headers of ${name} disagree`);
    member.offset = data;
    at = data + member.packed + (later ? descriptor(view, data + member.packed, start) : 0);
  }
  if (at !== start) throw bad("bytes stand between its files");
  return found;
}

/** How long the sizes behind a file's data are: with or without a mark in front. */
const descriptor = (view: DataView, at: number, start: number): number => (at + 4 <= start && view.getUint32(at, true) === 0x08074b50 ? 16 : 12);

/** A file's bytes; throws when they are more than `limit`, whatever the header promises. */
export async function unpack(bytes: Uint8Array, member: Member, limit: number): Promise<Uint8Array> {
  const packed = bytes.subarray(member.offset, member.offset + member.packed);
  const content = member.method === 0 ? packed : await inflate(packed, limit, member.name);
  if (content.length > limit) throw new Error(`${member.name}: unpacks to more than ${limit} bytes`);
  if (content.length !== member.size || crc32(content) !== member.crc) throw bad(`${member.name}: its check sum is wrong`);
  return content;
}

async function inflate(packed: Uint8Array, limit: number, name: string): Promise<Uint8Array> {
  if (typeof DecompressionStream === "undefined") throw new Unable("no DecompressionStream in this browser");
  const stream = new Blob([packed as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return concat(...parts);
      length += value.length;
      parts.push(value);
      if (length > limit) break;
    }
  } catch {
    throw bad(`${name}: it cannot be unpacked`);
  }
  await reader.cancel();
  throw new Error(`${name}: unpacks to more than ${limit} bytes`);
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The check sum that zip archives use. */
export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ (TABLE[(sum ^ byte) & 255] ?? 0);
  return (sum ^ 0xffffffff) >>> 0;
}
