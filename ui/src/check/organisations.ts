// Officers, organisations, their keys and their representatives: whether an entry about them is valid, and what it puts in force.
import type { Accredit, Delegate, Officers } from "./body";
import { Invalid } from "./reason";
import type { Signature } from "./signature";
import { type By, byAccreditors, byKey, byKeyOrAccreditors } from "./signers";
import { accredited, keyOf, known, type State, within } from "./state";

export function putOfficers(state: State, officers: Officers): void {
  state.accreditors = new Set(officers.accreditors);
  state.threshold = officers.threshold;
  state.clerks.clear();
  for (const { key, duties } of officers.clerks) {
    const all = within(state.clerks, key, () => new Set());
    duties.forEach((duty) => all.add(duty));
  }
}

export function putAccredit(state: State, { org, country, names, key }: Accredit): void {
  const found = within(state.organisations, org, () => ({ country, names, accredited: false, keys: [] }));
  found.country = country;
  found.names = names;
  // One that stands never changes the key; the first one sets it, and so may the first one after a `discredit`.
  if (!found.accredited && key !== "") found.keys.push({ since: state.size, key });
  found.accredited = true;
}

export function judgeDiscredit(state: State, org: string, sigs: Signature[]): By {
  known(state, org);
  return byAccreditors(state, sigs);
}

export function putDiscredit(state: State, org: string): void {
  known(state, org).accredited = false;
}

export const judgeRotate = (state: State, org: string, sigs: Signature[]): By => byKeyOrAccreditors(state, sigs, known(state, org));

export function putRotate(state: State, org: string, key: string, by: By): void {
  known(state, org).keys.push({ since: state.size, key });
  if (by !== "accreditors") return;
  for (const rep of state.reps.values()) if (rep.org === org) rep.ended ??= state.size;
}

export function judgeDelegate(state: State, delegate: Delegate, sigs: Signature[]): By {
  const key = keyOf(accredited(state, delegate.org));
  if (state.reps.has(delegate.rep)) throw new Invalid("rep-used", `representative ${delegate.rep} was used before`);
  return key === undefined ? byAccreditors(state, sigs) : byKey(sigs, key);
}

export function putDelegate(state: State, { org, rep, key, scope, until }: Delegate): void {
  state.reps.set(rep, { org, key, scope: new Set(scope), until, since: state.size });
}

export function judgeRevoke(state: State, org: string, rep: string, sigs: Signature[]): By {
  const organisation = known(state, org);
  if (state.reps.get(rep)?.org !== org) throw new Invalid("unknown-rep", `representative ${rep} is unknown`);
  return byKeyOrAccreditors(state, sigs, organisation);
}

export function putRevoke(state: State, rep: string): void {
  const found = state.reps.get(rep);
  if (found) found.ended ??= state.size;
}
