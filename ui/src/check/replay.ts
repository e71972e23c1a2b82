// Authority by replay: which entries are valid, judged in order, each at its own index, and what they put in force.
import type { RelyingParty } from "./body";
import { isOrigin } from "./form";
import { type Entry, type Leaf, otherLog, readLeaf } from "./leaf";
import * as organisations from "./organisations";
import * as polls from "./polls";
import { Broken, Failure, Invalid } from "./reason";
import { type Fault, faultOf } from "./signature";
import { type By, byAccreditors, byAll, byClerk } from "./signers";
import { accredited, type State, within } from "./state";
import * as texts from "./texts";

/** An entry that is invalid: it stays in the log and changes nothing. */
export type Skipped = { entry: number; code: string; reason: string };

/** How many leaves are in hand at a time; the browser checks their signatures on its own threads. */
const BATCH = 512;

type Proof = { passkey?: string; fault: Fault };
type Checked = { leaf: Leaf; proofs: Proof[] };

/** Takes the next leaves of the log, in order; returns those whose entries are invalid. `progress` hears how many were taken. */
export async function extend(state: State, leaves: Uint8Array[], progress: (taken: number) => void): Promise<Skipped[]> {
  const skipped: Skipped[] = [];
  for (let start = 0; start < leaves.length; start += BATCH) {
    const { parsed, broken } = parse(leaves.slice(start, start + BATCH));
    for (const checked of await check(state, parsed)) {
      const invalid = await apply(state, checked);
      if (invalid) skipped.push({ entry: state.size - 1, code: invalid.code, reason: invalid.message });
    }
    if (broken) throw failed(state, broken);
    progress(Math.min(start + BATCH, leaves.length));
  }
  return skipped;
}

const failed = (state: State, broken: Broken): Failure => new Failure("entries", broken.message, state.size, broken.code);

/** Leaves up to the first that breaks the record. */
function parse(leaves: Uint8Array[]): { parsed: Leaf[]; broken?: Broken } {
  const parsed: Leaf[] = [];
  for (const bytes of leaves) {
    try {
      parsed.push(readLeaf(bytes));
    } catch (error) {
      if (error instanceof Broken) return { parsed, broken: error };
      throw error;
    }
  }
  return { parsed };
}

const entryOf = (leaf: Leaf | undefined): Entry | undefined => (leaf && !(leaf.entry instanceof Invalid) ? leaf.entry : undefined);

/** All signatures with the passkeys that are known, or that these leaves name: a guess, which judging does not rely on. */
async function check(state: State, leaves: Leaf[]): Promise<Checked[]> {
  const delegates = new Map<string, string>();
  for (const leaf of leaves) {
    const content = entryOf(leaf)?.content;
    if (content?.type === "delegate" && !delegates.has(content.rep)) delegates.set(content.rep, content.key);
  }
  const first = entryOf(leaves[0])?.content;
  const rp = state.rp ?? (first?.type === "genesis" ? first.rp : undefined);
  const passkeyOf = (rep: string): string | undefined => state.reps.get(rep)?.key ?? delegates.get(rep);
  return Promise.all(leaves.map(async (leaf) => ({ leaf, proofs: await prove(leaf, passkeyOf, rp) })));
}

async function prove(leaf: Leaf, passkeyOf: (rep: string) => string | undefined, rp?: RelyingParty): Promise<Proof[]> {
  return Promise.all(
    (entryOf(leaf)?.sigs ?? []).map(async (sig) => {
      const passkey = sig.alg === "webauthn-es256" ? passkeyOf(sig.signer) : undefined;
      const fault = await faultOf(sig, leaf.body, passkey, rp);
      return passkey === undefined ? { fault } : { passkey, fault };
    }),
  );
}

/** Takes the next leaf: why its entry is invalid, or undefined when it is in force from now on. */
async function apply(state: State, { leaf, proofs }: Checked): Promise<Invalid | undefined> {
  const broken = unsound(state, leaf);
  if (broken) throw failed(state, broken);
  // An assertion that was checked with another key than the one in force is checked again.
  const entry = entryOf(leaf);
  for (const [at, sig] of (entry?.sigs ?? []).entries()) {
    if (sig.alg !== "webauthn-es256") continue;
    const key = state.reps.get(sig.signer)?.key;
    if (key !== proofs[at]?.passkey) proofs[at] = { fault: await faultOf(sig, leaf.body, key, state.rp) };
  }
  const judged = judge(state, leaf, proofs);
  if (judged instanceof Invalid && state.size === 0) {
    throw failed(state, new Broken("genesis-invalid", `the genesis is invalid: ${judged.message}`));
  }
  state.nonces.add(leaf.nonce);
  if (!(judged instanceof Invalid)) evolve(state, entry!, judged);
  else if (entry?.content.type === "result" && /^(vote-missing|not-the-recount)$/.test(judged.code)) polls.spoil(state, entry.content);
  state.size++;
  return judged instanceof Invalid ? judged : undefined;
}

/** What breaks the whole record when it stands at the next index. */
function unsound(state: State, leaf: Leaf): Broken | undefined {
  if (leaf.log !== state.origin) return otherLog(leaf.log);
  if (state.nonces.has(leaf.nonce)) return new Broken("nonce-repeated", `the nonce ${leaf.nonce} is repeated`);
  if (state.size > 0) return undefined;
  if (leaf.entry instanceof Invalid) return new Broken("genesis-invalid", `the genesis is invalid: ${leaf.entry.message}`);
  return leaf.entry.content.type === "genesis" ? undefined : new Broken("no-genesis", "entry 0 is not a genesis");
}

/** By whose authority the entry is valid at the next index, or why it is not. */
function judge(state: State, leaf: Leaf, proofs: Proof[]): By | Invalid {
  if (leaf.entry instanceof Invalid) return leaf.entry;
  try {
    for (const [at, sig] of leaf.entry.sigs.entries()) {
      const fault = proofs[at]?.fault;
      if (fault !== undefined) throw new Invalid("bad-signature", `the signature of ${sig.signer} does not verify: ${fault}`);
    }
    return authority(state, leaf, leaf.entry);
  } catch (error) {
    if (error instanceof Invalid) return error;
    throw error;
  }
}

function authority(state: State, leaf: Leaf, entry: Entry): By {
  const { content, sigs } = entry;
  switch (content.type) {
    case "genesis":
      if (state.size !== 0) throw new Invalid("genesis-later", "a genesis is entry 0 and nowhere else");
      if (!isOrigin(state.origin)) throw new Invalid("malformed-field", 'field "log" is not of its form');
      return byAll(content.accreditors, sigs);
    case "officers":
    case "accredit":
      return byAccreditors(state, sigs);
    case "discredit":
      return organisations.judgeDiscredit(state, content.org, sigs);
    case "rotate":
      return organisations.judgeRotate(state, content.org, sigs);
    case "delegate":
      return organisations.judgeDelegate(state, content, sigs);
    case "revoke":
      return organisations.judgeRevoke(state, content.org, content.rep, sigs);
    case "text":
      return texts.judgeText(state, content.symbol, content.manifest, sigs);
    case "adopt":
      return texts.judgeAdopt(state, content.symbol, content.manifest, sigs);
    case "correct":
      return texts.judgeCorrect(state, content, sigs);
    case "act":
      return texts.judgeAct(state, content, entry);
    case "attested":
      return texts.judgeAttested(state, content, sigs);
    case "poll":
      return polls.judgePoll(state, content, sigs);
    case "cast":
      return polls.judgeCast(state, content.poll, content.org, sigs);
    case "lock":
      return polls.judgeLock(state, content.poll, sigs);
    case "vote":
      return polls.judgeVote(state, content, leaf, entry);
    case "result":
      return polls.judgeOutcome(state, content, sigs);
    case "delegation":
      return byClerk(state, sigs, "delegation");
    case "present":
      for (const [org] of content.persons) accredited(state, org);
      return byClerk(state, sigs, "presence");
    case "minute":
      return byClerk(state, sigs, "minute");
  }
}

function evolve(state: State, { content }: Entry, by: By): void {
  switch (content.type) {
    case "genesis":
      state.accreditors = new Set(content.accreditors);
      state.threshold = content.threshold;
      state.rp = content.rp;
      return;
    case "officers":
      return organisations.putOfficers(state, content);
    case "accredit":
      return organisations.putAccredit(state, content);
    case "discredit":
      return organisations.putDiscredit(state, content.org);
    case "rotate":
      return organisations.putRotate(state, content.org, content.key, by);
    case "delegate":
      return organisations.putDelegate(state, content);
    case "revoke":
      return organisations.putRevoke(state, content.rep);
    case "text":
      return texts.introduce(state, content.symbol, content.manifest);
    case "correct":
      return texts.introduce(state, content.symbol, content.to, content.languages);
    case "act":
      return texts.putAct(state, content, by);
    case "attested":
      return texts.putAttested(state, content);
    case "poll":
      return polls.putPoll(state, content);
    case "cast":
      return polls.putCast(state, content.poll, content.org, content.vote);
    case "lock":
      return polls.putLock(state, content.poll);
    case "vote":
      return polls.putVote(state, content);
    case "result":
      return polls.putOutcome(state, content);
    case "delegation":
      summit(state, content.summit).delegations.set(content.org, content);
      return;
    case "present":
      for (const [org, commitment] of content.persons) {
        summit(state, content.summit).present.add(commitment);
        summit(state, content.summit).organisations.add(org);
      }
      // A batch without persons names its summit all the same.
      summit(state, content.summit);
      return;
    case "adopt":
    case "minute":
      return;
  }
}

const summit = (state: State, id: string) =>
  within(state.summits, id, () => ({ delegations: new Map(), present: new Set<string>(), organisations: new Set<string>() }));
