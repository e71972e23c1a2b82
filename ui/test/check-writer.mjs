// A record written from its published description alone, sharing nothing with the check: leaves, signatures, notes, bundles.
import { createECDH, createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";
import { deflateRawSync } from "node:zlib";

export const ORIGIN = "record.example.org/assembly";
const RP = "record.example.org";
const SITE = "https://record.example.org";

const hash = (...parts) => parts.reduce((all, part) => all.update(part), createHash("sha256")).digest();
export const digest = (bytes) => hash(bytes).toString("hex");
const b64 = (bytes) => Buffer.from(bytes).toString("base64url");

/** RFC 8785 for values without numbers beyond integers. */
export function jcs(value) {
  if (Array.isArray(value)) return `[${value.map(jcs).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${jcs(value[key])}`).join()}}`;
}

function ed25519(seed) {
  const key = createPrivateKey({ key: Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), hash(seed)]), format: "der", type: "pkcs8" });
  return { key, public: createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32) };
}

const text = (bytes) => Buffer.concat([Buffer.from(Uint32Array.of(bytes.length).buffer).reverse(), Buffer.from(bytes)]);
const pair = (bytes) => text(Buffer.concat([text("ssh-ed25519"), text(bytes)]));

/** A key that signs entries: `kind` is ed25519, sshsig or webauthn. What a signature says can be changed on the way. */
export function signer(kind, name) {
  if (kind === "webauthn") return passkey(name);
  const { key, public: raw } = ed25519(name);
  const ssh = (body, { namespace = "hemicycle-record", hash: how = "sha512" } = {}) => {
    const middle = Buffer.concat([text(namespace), text(""), text(how)]);
    const signed = Buffer.concat([Buffer.from("SSHSIG"), middle, text(createHash(how).update(body).digest())]);
    return Buffer.concat([Buffer.from("SSHSIG\0\0\0\x01"), pair(raw), middle, pair(sign(null, signed, key))]);
  };
  const make = (body, how) => (kind === "sshsig" ? ssh(body, how) : sign(null, Buffer.from(body), key));
  return { public: b64(raw), raw, sign: (body, how) => ({ alg: kind, key: b64(raw), sig: b64(make(body, how)) }) };
}

function passkey(rep) {
  const ecdh = createECDH("prime256v1");
  ecdh.setPrivateKey(hash(`passkey ${rep}`));
  const raw = ecdh.getPublicKey();
  const jwk = { kty: "EC", crv: "P-256", d: b64(hash(`passkey ${rep}`)), x: b64(raw.subarray(1, 33)), y: b64(raw.subarray(33)) };
  const key = createPrivateKey({ key: jwk, format: "jwk" });
  const make = (body, { rp = RP, flags = 5, ...client } = {}) => {
    const ad = Buffer.concat([hash(rp), Buffer.from([flags, 0, 0, 0, 0])]);
    const cd = Buffer.from(JSON.stringify({ type: "webauthn.get", challenge: b64(hash(body)), origin: SITE, crossOrigin: false, ...client }));
    return { alg: "webauthn-es256", rep, ad: b64(ad), cd: b64(cd), sig: b64(sign("sha256", Buffer.concat([ad, hash(cd)]), key)) };
  };
  return { rep, public: b64(raw), sign: make };
}

/** The bytes of a leaf. */
export function leaf(body, signers, how) {
  const sigs = signers.map((one) => one.sign(jcs(body), how)).map(jcs).sort();
  return Buffer.from(`{"body":${jcs(body)},"sigs":[${sigs.join()}]}`);
}

export function noteKey(name, algorithm) {
  const { key, public: raw } = ed25519(`note ${name}`);
  const typed = Buffer.concat([Buffer.from([algorithm]), raw]);
  const id = hash(`${name}\n`, typed).subarray(0, 4);
  const line = (note) => {
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(1_795_000_000n);
    const made = algorithm === 4 ? [id, time, sign(null, Buffer.from(`cosignature/v1\ntime 1795000000\n${note}`), key)] : [id, sign(null, Buffer.from(note), key)];
    return `\u2014 ${name} ${Buffer.concat(made).toString("base64")}\n`;
  };
  return { line, vkey: `${name}+${id.toString("hex")}+${typed.toString("base64")}` };
}

const leafHash = (bytes) => hash(Buffer.from([0]), bytes);
function root(hashes) {
  if (hashes.length === 1) return hashes[0];
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return hash(Buffer.from([1]), root(hashes.slice(0, split)), root(hashes.slice(split)));
}

/** A log with its blobs and keys, and what a verifier must say of each entry that is invalid. */
export class Log {
  leaves = [];
  blobs = new Map();
  skipped = [];
  key = noteKey(ORIGIN, 1);
  witnesses = [1, 2, 3].map((n) => noteKey(`witness-${n}.example`, 4));
  made = 0;
  seqs = {};

  blob(bytes) {
    const name = digest(bytes);
    this.blobs.set(name, Buffer.from(bytes));
    return name;
  }
  names = (english) => this.blob(jcs({ en: english }));
  manifest(symbol, texts) {
    const of = Object.entries(texts).map(([tag, [title, words]]) => [tag, { sha256: this.blob(words), title_sha256: this.blob(title) }]);
    return this.blob(jcs({ v: 1, symbol, authentic: Object.keys(texts).sort(), texts: Object.fromEntries(of) }));
  }
  body(type, fields) {
    const n = ++this.made;
    const at = `2026-11-20T08:${String(Math.floor(n / 60)).padStart(2, "0")}:${String(n % 60).padStart(2, "0")}Z`;
    return { v: 1, log: ORIGIN, type, nonce: b64(hash(`nonce ${n}`).subarray(0, 16)), at, ...fields };
  }
  /** Appends a leaf; `code` is why its entry is invalid. Returns the index. */
  push(bytes, code) {
    if (code) this.skipped.push([this.leaves.length, code]);
    return this.leaves.push(bytes) - 1;
  }
  entry(type, fields, signers, code, how) {
    const body = this.body(type, fields);
    this.push(leaf(body, signers, how), code);
    return body;
  }
  /** An act of an organisation with its next `seq`. */
  act(type, org, fields, by, code, how) {
    const seq = (this.seqs[org] = (this.seqs[org] ?? 0) + 1);
    return this.entry(type, { org, seq, ...(type === "attested" ? {} : { rep: by.rep ?? "" }), ...fields }, [by], code, how);
  }
  checkpoint(size = this.leaves.length, witnesses = 2) {
    const note = `${ORIGIN}\n${size}\n${root(this.leaves.slice(0, size).map(leafHash)).toString("base64")}\n`;
    return `${note}\n${[this.key, ...this.witnesses.slice(0, witnesses)].map((key) => key.line(note)).join("")}`;
  }
  policy() {
    const witnesses = this.witnesses.map((witness, n) => `witness w${n + 1} ${witness.vkey}\n`).join("");
    return `log ${this.key.vkey}\n${witnesses}group two 2 w1 w2 w3\nquorum two\ngenesis ${digest(this.leaves[0])}\n`;
  }
  /** The files of a bundle over the whole log. */
  files(claim) {
    const files = { checkpoint: this.checkpoint(), policy: this.policy(), "claim.json": JSON.stringify(claim), ...tiles(this.leaves) };
    for (const [name, bytes] of this.blobs) files[`blobs/${name}`] = bytes;
    return files;
  }
}

/** The tiles of these leaves. */
export function tiles(leaves) {
  const files = {};
  for (let n = 0; n * 256 < leaves.length; n++) {
    const of = leaves.slice(n * 256, n * 256 + 256);
    const path = String(n).padStart(3, "0") + (of.length < 256 ? `.p/${of.length}` : "");
    files[`tile/entries/${path}`] = Buffer.concat(of.flatMap((bytes) => [Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]));
    files[`tile/0/${path}`] = Buffer.concat(of.map(leafHash));
  }
  return files;
}

/** A zip of these files. */
export function zip(files) {
  const [locals, directory] = [[], []];
  let offset = 0;
  for (const name of Object.keys(files).sort()) {
    const content = Buffer.from(files[name]);
    const deflated = deflateRawSync(content, { level: 9 });
    const packed = deflated.length < content.length ? deflated : content;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(packed === content ? 0 : 8, 4);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\0"), common, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  const length = directory.reduce((all, one) => all + one.length, 0);
  [directory.length, directory.length].forEach((count, n) => end.writeUInt16LE(count, 8 + n * 2));
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

function crc(bytes) {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ -1) >>> 0;
}
