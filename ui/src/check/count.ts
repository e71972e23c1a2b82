// The figures, always as of a state's size: to count as of N, replay the first N entries.
import type { Given, State, Version } from "./state";

export type Counts = Map<string, bigint>;

const endorses = ({ kind }: Given): boolean => kind === "endorse" || kind === "endorse-with-reservation";
const isAccredited = (state: State, org: string): boolean => state.organisations.get(org)?.accredited === true;
const sorted = (found: [string, Given][]): Map<string, Given> => new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)));

/** The organisations that endorse a manifest: accredited, their last valid act on it an endorsement. In order of their ids. */
export const endorsers = (state: State, manifest: string): Map<string, Given> =>
  sorted([...(state.acts.get(manifest) ?? [])].filter(([org, given]) => endorses(given) && isAccredited(state, org)));

/** The versions of a manifest's text up to and with it. */
export function versions(state: State, manifest: string): Version[] {
  const all = state.texts.get(state.manifests.get(manifest) ?? "") ?? [];
  return all.slice(0, all.findIndex((version) => version.manifest === manifest) + 1);
}

/** Those counted apart: accredited, no valid act on this manifest, the last one on any earlier version of the text an endorsement. */
export function beforeCorrection(state: State, manifest: string): Map<string, Given> {
  const last = new Map<string, Given>();
  for (const version of versions(state, manifest).slice(0, -1)) {
    for (const [org, given] of state.acts.get(version.manifest) ?? []) {
      if ((last.get(org)?.index ?? -1) < given.index) last.set(org, given);
    }
  }
  const here = state.acts.get(manifest);
  return sorted([...last].filter(([org, given]) => endorses(given) && isAccredited(state, org) && !here?.has(org)));
}

/** Distinct countries; an international body has none and counts as none. */
function countries(state: State, orgs: Iterable<string>): number {
  const all = new Set(Array.from(orgs, (org) => state.organisations.get(org)?.country ?? ""));
  all.delete("");
  return all.size;
}

const counts = (figures: Record<string, number | bigint>): Counts =>
  new Map(Object.entries(figures).map(([name, figure]) => [name, BigInt(figure)]));

/** A claim's figures by kind and id; a text says why there are none. */
export function count(state: State, kind: string, id: string): Counts | string {
  const unknown = `the first ${state.size} entries know no ${kind} ${id}`;
  if (kind === "text") return state.manifests.has(id) ? endorsements(state, id) : unknown;
  if (kind === "poll") {
    const poll = state.polls.get(id);
    if (!poll) return unknown;
    if (poll.result === undefined) return `poll ${id}: the poll has no result`;
    return poll.result === "spoiled" ? `poll ${id}: the poll's result is not the recount` : counts(poll.result);
  }
  return state.summits.has(id) ? attendance(state, id) : unknown;
}

function endorsements(state: State, manifest: string): Counts {
  const found = endorsers(state, manifest);
  const by = (means: string): number => [...found.values()].filter((given) => given.means === means).length;
  return counts({
    organisations: found.size,
    countries: countries(state, found.keys()),
    by_key: by("by_key"),
    by_passkey: by("by_passkey"),
    on_paper: by("on_paper"),
    before_correction: beforeCorrection(state, manifest).size,
  });
}

function attendance(state: State, id: string): Counts {
  const summit = state.summits.get(id);
  const sum = (of: "registered" | "accredited"): bigint =>
    [...(summit?.delegations.values() ?? [])].reduce((all, delegation) => all + BigInt(delegation[of]), 0n);
  const organisations = summit?.organisations ?? new Set<string>();
  return counts({
    registered: sum("registered"),
    accredited: sum("accredited"),
    present: summit?.present.size ?? 0,
    organisations: organisations.size,
    countries: countries(state, organisations),
  });
}
