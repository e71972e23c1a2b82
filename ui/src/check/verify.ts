// The offline verifier: the steps of the record's description, in order, over the bytes of a bundle. It asks no server anything.
import { equal, fromBase64url, fromUtf8, hex } from "./bytes";
import { file, type Files, loose, readBundle, readLog } from "./bundle";
import { Blobs, type Claim, mismatch, readClaim } from "./claim";
import { count } from "./count";
import { readLeaf } from "./leaf";
import { type Checkpoint, readNote } from "./note";
import { approve, type Policy, readPolicy, type Witness } from "./policy";
import { Failure, failing, Invalid, Unable } from "./reason";
import { extend, type Skipped } from "./replay";
import { digestOf } from "./sha256";
import { begin } from "./state";
import { difference, leafHash, rootOf } from "./tree";

/** A bundle whose claim holds. */
export type Verified = {
  origin: string;
  kind: Claim["kind"];
  id: string;
  /** What the claim is about, for people. */
  title: string;
  /** How many entries are counted, and the figures by name. */
  size: number;
  counts: Record<string, number>;
  checkpoint: { size: number; root: string };
  /** Whose cosignatures the policy asks for; undefined when the log's own signature is enough. */
  quorum?: string;
  witnesses: Witness[];
  /** The entries that are invalid and count for nothing. */
  skipped: Skipped[];
  /** Fingerprints of the accreditors whom entry 0 names, and how many must sign together. */
  accreditors: string[];
  threshold: number;
  policyFromBundle: boolean;
};

/** Hears how much of the whole check is done, 0 to 1. */
export type Progress = (done: number) => void;

// Where each part of the work ends, of 1: nearly all of it is signatures.
const UNPACKED = 0.1;
const HASHED = 0.15;
const REPLAYED = 0.95;

/** Checks a bundle by this policy, or by its own where none is given. Throws `Failure` for the first thing that does not fit. */
export async function verify(bundle: Uint8Array, progress: Progress, own?: string): Promise<Verified> {
  const files = await readBundle(bundle, (part) => progress(part * UNPACKED)).catch((error: Error) => {
    throw error instanceof Unable ? error : new Failure("archive", error.message);
  });
  const { policy, genesis } = policyOf(files, own);
  const { checkpoint, witnesses } = await checkpointOf(files, policy);
  progress(UNPACKED);
  const leaves = await treeOf(files, checkpoint);
  progress(HASHED);
  const first = leaves[0];
  if (!first) throw new Failure("tree", "the log is empty");
  if (digestOf(first) !== genesis) {
    throw new Failure("entries", `its digest ${digestOf(first)} is not the policy's genesis ${genesis}`, 0);
  }
  const claim = failing("claim", () => readClaim(file(files, "claim.json")));
  if (claim.size > checkpoint.size || claim.size === 0) {
    throw new Failure("claim", `the claim is as of ${claim.size} entries, the checkpoint has ${checkpoint.size}`);
  }
  const state = begin(checkpoint.origin);
  const replaying: Progress = (taken) => progress(HASHED + (REPLAYED - HASHED) * (taken / checkpoint.size));
  const skipped = await extend(state, leaves.slice(0, claim.size), replaying);
  const counted = claim.size < checkpoint.size ? structuredClone(state) : state;
  skipped.push(...(await extend(state, leaves.slice(claim.size), (taken) => replaying(claim.size + taken))));
  checkDigests(files);
  const recount = count(counted, claim.kind, claim.id);
  if (typeof recount === "string") throw new Failure("claim", recount.startsWith("poll ") ? explained(recount, claim, skipped) : recount);
  const title = new Blobs((digest) => files.get(`blobs/${digest}`), counted).of(claim);
  const differs = mismatch(claim.counts, recount);
  if (differs !== undefined) throw new Failure("claim", explained(differs, claim, skipped));
  progress(1);
  return {
    origin: checkpoint.origin,
    kind: claim.kind,
    id: claim.id,
    title,
    size: claim.size,
    counts: Object.fromEntries([...recount].map(([name, figure]) => [name, Number(figure)])),
    checkpoint: { size: checkpoint.size, root: hex(checkpoint.root) },
    ...(policy.quorum === undefined ? {} : { quorum: policy.quorum }),
    witnesses,
    skipped,
    ...accreditorsOf(first),
    policyFromBundle: own === undefined,
  };
}

function policyOf(files: Files, own: string | undefined): { policy: Policy; genesis: string } {
  return failing("policy", () => {
    const text = own ?? fromUtf8(file(files, "policy"));
    if (text === undefined) throw new Error("the policy is not UTF-8");
    const policy = readPolicy(text);
    if (policy.genesis === undefined) throw new Error("the policy has no genesis line");
    return { policy, genesis: policy.genesis };
  });
}

async function checkpointOf(files: Files, policy: Policy): Promise<{ checkpoint: Checkpoint; witnesses: Witness[] }> {
  const bytes = failing("checkpoint", () => file(files, "checkpoint"));
  const text = fromUtf8(bytes);
  if (text === undefined) throw new Failure("checkpoint", "the checkpoint is not UTF-8");
  const note = failing("checkpoint", () => readNote(text), "the checkpoint: ");
  return approve(policy, note).catch((error: Error) => {
    throw error instanceof Unable ? error : new Failure("checkpoint", `the checkpoint: ${error.message}`);
  });
}

/** The leaves, when they give the checkpoint's root and `tile/0` gives their hashes. */
async function treeOf(files: Files, { origin, size, root }: Checkpoint): Promise<Uint8Array[]> {
  let log;
  try {
    log = readLog(files, size);
  } catch (error) {
    throw named(files, size, (error as Error).message);
  }
  const hashes = log.leaves.map(leafHash);
  const found = difference(hashes, log.hashes);
  if (equal(rootOf(hashes), root)) {
    if (!found) return log.leaves;
    throw new Failure("tree", "tile/0 has another hash for it", found.entry);
  }
  if (found) throw new Failure("tree", found.reason, found.entry);
  // Entries and hashes were changed alike: the first entry that does not hold by itself is the likeliest to name.
  const reason = `the ${size} entries do not give the root of the checkpoint`;
  const suspect = await suspectOf(origin, log.leaves);
  throw new Failure("tree", suspect ? `${suspect.reason}; and ${reason}` : reason, suspect?.entry);
}

async function suspectOf(origin: string, leaves: Uint8Array[]): Promise<{ entry?: number; reason: string } | undefined> {
  try {
    return (await extend(begin(origin), leaves, () => {}))[0];
  } catch (error) {
    if (error instanceof Failure) return error.entry === undefined ? { reason: error.reason } : { entry: error.entry, reason: error.reason };
    throw error;
  }
}

/** Names the entry at which tiles that do not have the checkpoint's form part from their hashes, if it can be found. */
function named(files: Files, size: number, error: string): Failure {
  const { entries, hashes } = loose(files);
  const found = entries.length === size || hashes.length === 0 ? undefined : difference(entries, hashes);
  return found ? new Failure("tree", `${found.reason} (${error})`, found.entry) : new Failure("tree", error);
}

function checkDigests(files: Files): void {
  for (const [name, bytes] of files) {
    const digest = name.startsWith("blobs/") ? digestOf(bytes) : "";
    if (digest !== "" && name !== `blobs/${digest}`) throw new Failure("blobs", `${name} was changed: its digest is ${digest}`);
  }
}

/** A figure that is not the recount is mostly one that counts an invalid entry, as is a poll without a result: the first of those is named beside it. */
function explained(differs: string, claim: Claim, skipped: Skipped[]): string {
  const first = skipped.find(({ entry }) => entry < claim.size);
  return first ? `${differs}; entry ${first.entry} is invalid: ${first.reason}` : differs;
}

/** Who accredits, by entry 0, which has been replayed. */
function accreditorsOf(first: Uint8Array): { accreditors: string[]; threshold: number } {
  const { entry } = readLeaf(first);
  if (entry instanceof Invalid || entry.content.type !== "genesis") return { accreditors: [], threshold: 0 };
  const fingerprint = (key: string): string => (digestOf(fromBase64url(key) ?? new Uint8Array()).slice(0, 16).match(/.{4}/g) ?? []).join("-");
  return { accreditors: entry.content.accreditors.map(fingerprint), threshold: entry.content.threshold };
}
