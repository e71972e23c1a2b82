// Texts, their corrections and adoptions, and organisations' acts on them.
import type { Act, Attested, Correct } from "./body";
import type { Entry } from "./leaf";
import { Invalid } from "./reason";
import type { Signature } from "./signature";
import { type By, byClerk, byKey, byRep } from "./signers";
import { accredited, type Given, keyOf, known, type State, within } from "./state";

function isNew(state: State, manifest: string): void {
  if (state.manifests.has(manifest)) throw new Invalid("manifest-taken", "the manifest was introduced before");
}

export function judgeText(state: State, symbol: string, manifest: string, sigs: Signature[]): By {
  if (state.texts.has(symbol)) throw new Invalid("symbol-taken", `symbol ${symbol} has a text already`);
  isNew(state, manifest);
  return byClerk(state, sigs, "text");
}

/** A manifest is in force for its symbol from now on. */
export function introduce(state: State, symbol: string, manifest: string, languages: string[] = []): void {
  within(state.texts, symbol, () => []).push({ index: state.size, manifest, languages });
  state.manifests.set(manifest, symbol);
}

export function judgeCorrect(state: State, { symbol, from, to }: Correct, sigs: Signature[]): By {
  const versions = state.texts.get(symbol) ?? [];
  if (versions[versions.length - 1]?.manifest !== from) {
    throw new Invalid("not-in-force", `the corrected manifest is not in force for ${symbol}`);
  }
  isNew(state, to);
  return byClerk(state, sigs, "text");
}

const unknownManifest = (): Invalid => new Invalid("unknown-manifest", "no text introduced this manifest");

export function judgeAdopt(state: State, symbol: string, manifest: string, sigs: Signature[]): By {
  if (state.manifests.get(manifest) !== symbol) throw unknownManifest();
  return byClerk(state, sigs, "minute");
}

export function judgeAct(state: State, act: Act, entry: Entry): By {
  const organisation = accredited(state, act.org);
  const by = act.rep === "" ? byKey(entry.sigs, keyOf(organisation)) : byRep(state, entry, act.org, act.rep, "endorse", state.size);
  inOrder(state, act);
  return by;
}

export function judgeAttested(state: State, attested: Attested, sigs: Signature[]): By {
  accredited(state, attested.org);
  const by = byClerk(state, sigs, "paper");
  inOrder(state, attested);
  return by;
}

/** The act is after the organisation's others, and on a text that the record knows. */
function inOrder(state: State, { org, seq, manifest }: Act | Attested): void {
  const last = known(state, org).seq;
  if (last !== undefined && seq <= last) throw new Invalid("seq-low", `seq ${seq} is not above ${last}`);
  if (!state.manifests.has(manifest)) throw unknownManifest();
}

export function putAct(state: State, act: Act, by: By): void {
  give(state, act, by === "passkey" ? "by_passkey" : "by_key", act.reservation);
}

export function putAttested(state: State, attested: Attested): void {
  give(state, attested, "on_paper", "");
}

function give(state: State, { org, seq, manifest, kind }: Act | Attested, means: Given["means"], reservation: string): void {
  known(state, org).seq = seq;
  within(state.acts, manifest, () => new Map<string, Given>()).set(org, { kind, means, index: state.size, reservation });
}
