// Signatures over a body's canonical form: Ed25519, OpenSSH's, and those of passkeys.
import { concat, equal, fromBase64url, fromUtf8, toBase64url, uint32, utf8 } from "./bytes";
import type { RelyingParty } from "./body";
import { Unread } from "./fields";
import { isId } from "./form";
import type { Value } from "./json";
import { soleObject } from "./loose";
import { isEd25519, isEs256, sha512 } from "./keys";
import { Invalid } from "./reason";
import { sha256 } from "./sha256";

/** Why a signature does not verify; undefined for one that does. */
export type Fault = string | undefined;

/** One member of `sigs`. `signer` is a key, or a representative's id for passkeys. */
export type Signature =
  | { alg: "ed25519" | "sshsig"; signer: string; sig: Uint8Array }
  | { alg: "webauthn-es256"; signer: string; ad: Uint8Array; cd: Uint8Array; sig: Uint8Array };

/** Who signs, so that a key and a representative of the same letters are two. */
export const signerOf = (sig: Signature): string => (sig.alg === "webauthn-es256" ? "rep " : "key ") + sig.signer;

/** Reads one member; `at` is its place, for the reason. */
export function readSignature(value: Value, at: number): Signature {
  try {
    const f = Unread.inside(value, "sigs");
    const found = fields(f);
    f.finish();
    return found;
  } catch {
    throw new Invalid("signature-form", `signature ${at} is not of its form`);
  }
}

function fields(f: Unread): Signature {
  const alg = f.word("alg", ["ed25519", "sshsig", "webauthn-es256"] as const);
  const bytes = (name: string): Uint8Array => {
    const found = fromBase64url(f.text(name));
    if (!found) throw new Error(name);
    return found;
  };
  if (alg === "webauthn-es256") return { alg, signer: f.text("rep", isId), ad: bytes("ad"), cd: bytes("cd"), sig: bytes("sig") };
  const found = { alg, signer: f.key("key"), sig: bytes("sig") };
  if (alg === "ed25519" && found.sig.length !== 64) throw new Error("sig");
  return found;
}

const WRONG = "it is not of this key and body";

/** Checks a signature over a body's canonical form; a passkey's key comes from its `delegate`, the relying party from the genesis. */
export async function faultOf(sig: Signature, body: Uint8Array, passkey?: string, rp?: RelyingParty): Promise<Fault> {
  if (sig.alg === "webauthn-es256") {
    const key = passkey === undefined ? undefined : fromBase64url(passkey);
    if (!key || !rp) return "its passkey is unknown";
    return assertion(key, rp, sha256(body), sig);
  }
  const key = fromBase64url(sig.signer);
  if (!key) return WRONG;
  if (sig.alg === "ed25519") return (await isEd25519(key, body, sig.sig)) ? undefined : WRONG;
  return openSsh(key, body, sig.sig);
}

const MAGIC = utf8("SSHSIG");
const KEY_TYPE = utf8("ssh-ed25519");
const NAMESPACE = utf8("hemicycle-record");

/** Exactly these many texts of OpenSSH's form, each a length and bytes, with nothing after. */
function strings(bytes: Uint8Array, many: number): Uint8Array[] | undefined {
  const found: Uint8Array[] = [];
  let at = 0;
  for (let n = 0; n < many; n++) {
    if (bytes.length - at < 4) return undefined;
    const length = uint32(bytes, at);
    at += 4;
    if (bytes.length - at < length) return undefined;
    found.push(bytes.subarray(at, at + length));
    at += length;
  }
  return at === bytes.length ? found : undefined;
}

/** The second of two texts of which the first is the key's type. */
function typed(pair: Uint8Array | undefined): Uint8Array | undefined {
  const [type, value] = (pair && strings(pair, 2)) ?? [];
  return type && equal(type, KEY_TYPE) ? value : undefined;
}

function string(bytes: Uint8Array): Uint8Array {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes.length);
  return concat(length, bytes);
}

async function openSsh(key: Uint8Array, body: Uint8Array, blob: Uint8Array): Promise<Fault> {
  const head = concat(MAGIC, Uint8Array.of(0, 0, 0, 1));
  const parts = equal(blob.subarray(0, head.length), head) ? strings(blob.subarray(head.length), 5) : undefined;
  const [holder, namespace, reserved, hash, signature] = parts ?? [];
  const [inside, made] = [typed(holder), typed(signature)];
  if (!inside || !made || !namespace || !reserved || !hash) return "the SSHSIG blob is malformed";
  if (!equal(inside, key)) return "the SSHSIG blob is of another key";
  if (!equal(namespace, NAMESPACE)) return "the SSHSIG namespace is not hemicycle-record";
  const name = fromUtf8(hash);
  if (name !== "sha512" && name !== "sha256") return "the SSHSIG hash is neither sha256 nor sha512";
  const digest = name === "sha512" ? await sha512(body) : sha256(body);
  const signed = concat(MAGIC, ...[namespace, reserved, hash, digest].map(string));
  return (await isEd25519(key, signed, made)) ? undefined : WRONG;
}

const PRESENT_AND_VERIFIED = 0x01 | 0x04;

/** What is read of clientDataJSON; browsers add members, which stay unread. */
function clientData(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    return soleObject(fromUtf8(bytes) ?? "", ["type", "challenge", "origin", "crossOrigin"]);
  } catch {
    return undefined;
  }
}

type Assertion = Extract<Signature, { alg: "webauthn-es256" }>;

async function assertion(key: Uint8Array, rp: RelyingParty, body: Uint8Array, sig: Assertion): Promise<Fault> {
  if (sig.ad.length < 37) return "authenticatorData is too short";
  if (!equal(sig.ad.subarray(0, 32), sha256(utf8(rp.id)))) return "the assertion is for another relying party";
  if (((sig.ad[32] ?? 0) & PRESENT_AND_VERIFIED) !== PRESENT_AND_VERIFIED) return "the user was not present and verified";
  const client = clientData(sig.cd);
  const { type, challenge, origin, crossOrigin = false } = client ?? {};
  const formed = typeof challenge === "string" && typeof origin === "string" && typeof crossOrigin === "boolean";
  if (!formed || type !== "webauthn.get") return "clientDataJSON is malformed";
  if (challenge !== toBase64url(body)) return "the challenge is not this entry's";
  if (crossOrigin || !rp.origins.includes(origin)) return "the assertion was made on another origin";
  return (await isEs256(key, concat(sig.ad, sha256(sig.cd)), sig.sig)) ? undefined : WRONG;
}
