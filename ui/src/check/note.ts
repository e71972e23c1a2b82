// Signed notes, checkpoints and cosignatures (C2SP signed-note, tlog-checkpoint, tlog-cosignature v1).
import { concat, fromBase64, utf8, uint32 } from "./bytes";
import { isWeak, SPACE_OR_CONTROL } from "./form";
import { isEd25519 } from "./keys";
import { sha256 } from "./sha256";

const MAX_NOTE = 65_536;
const MAX_SIGNATURES = 64;
const MAX_SIZE = 2n ** 63n - 1n;
const LOG = 1;
const WITNESS = 4;

/** A public key of signed notes: `name+id+base64`. */
export type NoteKey = { name: string; id: number; witness: boolean; key: Uint8Array };

/** Whether this may name a key, a log or a witness. */
const isName = (name: string): boolean => {
  const length = utf8(name).length;
  return length >= 1 && length <= 255 && !name.includes("+") && !SPACE_OR_CONTROL.test(name);
};
const shortened = (name: string): string => Array.from(name).slice(0, 80).join("");

/** Reads a key. */
export function readKey(text: string): NoteKey {
  const [name, id] = text.split("+", 2);
  if (name === undefined || id === undefined || text.split("+").length < 3) throw new Error("not a key in the form name+id+base64");
  const bytes = fromBase64(text.slice(name.length + id.length + 2));
  if (!isName(name)) throw new Error(`\`${shortened(name)}\` cannot be the name of a key: no spaces, no plus signs, at most 255 bytes`);
  if (!/^[0-9a-f]{8}$/.test(id) || !bytes || bytes.length === 0) throw new Error("not a key in the form name+id+base64");
  if (bytes[0] !== LOG && bytes[0] !== WITNESS) throw new Error("not an Ed25519 key for notes or cosignatures");
  if (bytes.length !== 33) throw new Error("not a key in the form name+id+base64");
  const key = bytes.subarray(1);
  if (isWeak(key)) throw new Error("a key of small order, under which anybody can sign");
  const number = parseInt(id, 16);
  if (uint32(sha256(concat(utf8(`${name}\n`), bytes)), 0) !== number) throw new Error("the key's id is wrong: was it copied whole?");
  return { name, id: number, witness: bytes[0] === WITNESS, key };
}

type NoteSignature = { name: string; id: number; bytes: Uint8Array };

/** A text with its signatures, of which none is verified yet. */
export type Note = { text: string; signatures: NoteSignature[] };

// Of control characters, those before the space are looked for: the rest are letters of names that nobody has.
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;

export function readNote(note: string): Note {
  if (utf8(note).length > MAX_NOTE) throw new Error("the note is too long");
  const at = note.lastIndexOf("\n\n");
  if (at < 0 || CONTROL.test(note) || !note.endsWith("\n")) throw new Error("not a signed note");
  const lines = note.slice(at + 2, -1).split("\n");
  if (lines.length > MAX_SIGNATURES) throw new Error("the note is too long");
  return { text: note.slice(0, at + 1), signatures: lines.map(readSignature) };
}

function readSignature(line: string, at: number): NoteSignature {
  const [, name, encoded] = /^\u2014 ([^ ]*) (.*)$/.exec(line) ?? [];
  const bytes = encoded === undefined ? undefined : fromBase64(encoded);
  if (name === undefined || !bytes || bytes.length < 5 || !isName(name)) throw new Error(`signature line ${at + 1} is malformed`);
  return { name, id: uint32(bytes, 0), bytes: bytes.subarray(4) };
}

/** When each of these keys signed the note, in seconds since 1970 (0n for a log's own signature); undefined where it has not. */
export async function signedBy(note: Note, keys: NoteKey[]): Promise<(bigint | undefined)[]> {
  const found: (bigint | undefined)[] = keys.map(() => undefined);
  for (const signature of note.signatures) {
    for (const [at, key] of keys.entries()) {
      if (key.name !== signature.name || key.id !== signature.id) continue;
      const time = await timeOf(note.text, key, signature.bytes);
      // One false signature of a known key spoils the note.
      if (time === undefined) throw new Error(`the signature of ${signature.name} is false`);
      found[at] = time;
    }
  }
  return found;
}

async function timeOf(text: string, key: NoteKey, signature: Uint8Array): Promise<bigint | undefined> {
  if (!key.witness) return (await isEd25519(key.key, utf8(text), signature)) ? 0n : undefined;
  if (signature.length < 8) return undefined;
  const time = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
  const signed = utf8(`cosignature/v1\ntime ${time}\n${text}`);
  return time <= MAX_SIZE && (await isEd25519(key.key, signed, signature.subarray(8))) ? time : undefined;
}

/** What a log says about itself. */
export type Checkpoint = { origin: string; size: number; root: Uint8Array };

export function readCheckpoint(text: string): Checkpoint {
  const lines = text.split("\n");
  const [origin, size, root, last] = lines;
  const hash = root === undefined ? undefined : fromBase64(root);
  const formed = lines.length === 4 && last === "" && /^(0|[1-9][0-9]{0,18})$/.test(size ?? "") && BigInt(size ?? 0) <= MAX_SIZE;
  if (!formed || origin === undefined || hash?.length !== 32) throw new Error("a checkpoint has three lines: origin, size and root");
  if (!isName(origin)) {
    throw new Error(`\`${shortened(origin)}\` cannot be the origin of a log: no spaces, no plus signs, at most 255 bytes`);
  }
  // A log that large is in no bundle, so its size need not be exact.
  return { origin, size: Number(size), root: hash };
}
