// A leaf of the log: a body and its signatures in canonical form.
import { compareBytes, fromUtf8, utf8 } from "./bytes";
import { type Body, readBody } from "./body";
import { Unread } from "./fields";
import { isNonce } from "./form";
import { type Fields, NotCanonical, Reader, type Value } from "./json";
import { Broken, Invalid } from "./reason";
import { digestOf } from "./sha256";
import { readSignature, type Signature, signerOf } from "./signature";

const MAX_LEAF = 65_535;
const BODY = '{"body":';

/** What a leaf says when body and signatures have their forms; it is not yet known who signed, nor whether they may. */
export type Entry = Body & { sigs: Signature[] };

/** A leaf that may stand in a log, whether its entry is valid or not. */
export type Leaf = {
  log: string;
  nonce: string;
  /** The body's canonical bytes, which are signed. */
  body: Uint8Array;
  /** Their SHA-256. */
  digest: string;
  entry: Entry | Invalid;
};

/** Reads a leaf; throws `Broken` for bytes that break the whole record. */
export function readLeaf(bytes: Uint8Array): Leaf {
  if (bytes.length > MAX_LEAF) throw new Broken("leaf-too-long", `a leaf of ${bytes.length} bytes is too long`);
  const text = fromUtf8(bytes);
  if (text === undefined) throw notCanonical("not JSON: not UTF-8");
  let parts;
  try {
    parts = split(text);
  } catch (error) {
    if (error instanceof NotCanonical) throw diagnosis(text, error);
    throw error;
  }
  const { log, nonce, rest } = header(parts.body);
  const body = utf8(text.slice(BODY.length, parts.bodyEnd));
  return { log, nonce, body, digest: digestOf(body), entry: entry(rest, parts.sigs, parts.written) };
}

type Parts = { body: Fields; bodyEnd: number; sigs: Value[]; written: string[] };

/** Body and signatures, and how each signature is written. */
function split(text: string): Parts {
  const reader = new Reader(text);
  reader.expect(BODY);
  const body = reader.value();
  const bodyEnd = reader.at;
  reader.expect(',"sigs":');
  const written: string[] = [];
  const sigs = reader.array((from, to) => written.push(text.slice(from, to)));
  reader.expect("}");
  reader.end();
  if (!(body instanceof Map)) throw new NotCanonical();
  return { body, bodyEnd, sigs, written };
}

const notCanonical = (why: string): Broken => new Broken("not-canonical", `not canonical: ${why}`);

/** Whether a text that is no canonical leaf is at least a body with its signatures, and what departs from the form. */
function diagnosis(text: string, error: NotCanonical): Broken {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (broken) {
    return notCanonical(`not JSON: ${(broken as Error).message}`);
  }
  const is = (of: unknown): of is Record<string, unknown> => typeof of === "object" && of !== null && !Array.isArray(of);
  const exact = is(value) && Object.keys(value).sort().join() === "body,sigs" && is(value["body"]) && Array.isArray(value["sigs"]);
  return exact ? notCanonical(error.message) : new Broken("not-body-and-sigs", "a leaf is exactly a body and its signatures");
}

function header(body: Fields): { log: string; nonce: string; rest: Fields } {
  const rest = new Map(body);
  const take = (name: string): Value | undefined => {
    const value = rest.get(name);
    rest.delete(name);
    return value;
  };
  if (take("v") !== 1) throw new Broken("version", "v is not 1");
  const log = take("log");
  if (typeof log !== "string") throw otherLog("");
  const nonce = take("nonce");
  if (typeof nonce !== "string" || !isNonce(nonce)) throw new Broken("nonce-form", "the nonce is malformed");
  return { log, nonce, rest };
}

/** An entry that was made for another log. */
export const otherLog = (log: string): Broken =>
  new Broken("other-log", `an entry of another log, ${JSON.stringify(Array.from(log).slice(0, 256).join(""))}`);

function entry(rest: Fields, sigs: Value[], written: string[]): Entry | Invalid {
  try {
    return { ...readBody(new Unread(rest)), sigs: signatures(sigs, written) };
  } catch (error) {
    if (error instanceof Invalid) return error;
    throw error;
  }
}

function signatures(values: Value[], written: string[]): Signature[] {
  const bytes = written.map(utf8);
  if (bytes.some((one, at) => at > 0 && compareBytes(bytes[at - 1] ?? one, one) > 0)) {
    throw new Invalid("signatures-unsorted", "signatures are not sorted");
  }
  const sigs = values.map(readSignature);
  const signers = sigs.map((sig) => ({ who: signerOf(sig), name: sig.signer })).sort((a, b) => (a.who < b.who ? -1 : 1));
  const twice = signers.find((signer, at) => signer.who === signers[at + 1]?.who);
  if (twice) throw new Invalid("signs-twice", `${twice.name} signs twice`);
  return sigs;
}
