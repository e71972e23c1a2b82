// Who signed an entry, and whether all of them may.
import type { Duty, Scope } from "./body";
import type { Entry } from "./leaf";
import { Invalid } from "./reason";
import type { Signature } from "./signature";
import { keyOf, type Organisation, type Rep, type State } from "./state";

/** By whose authority an entry stands. */
export type By = "accreditors" | "clerk" | "organisation" | "passkey";

const isRep = (sig: Signature): boolean => sig.alg === "webauthn-es256";

/** Every signer is one for whom `may` holds. */
function allMay(sigs: Signature[], may: (sig: Signature) => boolean): void {
  const stranger = sigs.find((sig) => !may(sig));
  if (stranger) throw new Invalid("may-not-sign", `${stranger.signer} may not sign this entry`);
}

const notSigned = (by: string): Invalid => new Invalid("not-signed", `not signed by ${by}`);

const isAccreditor = (state: State, sig: Signature): boolean => !isRep(sig) && state.accreditors.has(sig.signer);

/** Enough accreditors in force signed; nobody signs twice, so every signature is one of them. */
function enoughAccreditors(state: State, sigs: Signature[]): By {
  if (sigs.filter((sig) => isAccreditor(state, sig)).length < state.threshold) throw notSigned("enough accreditors");
  return "accreditors";
}

/** Every accreditor of a genesis signs it, and nobody else. */
export function byAll(accreditors: string[], sigs: Signature[]): By {
  // Representatives sort behind keys, as the program tells strangers apart.
  const sorted = [...sigs].sort((a, b) => Number(isRep(a)) - Number(isRep(b)));
  allMay(sorted, (sig) => !isRep(sig) && accreditors.includes(sig.signer));
  if (sigs.length < accreditors.length) throw notSigned("every accreditor");
  return "accreditors";
}

export function byAccreditors(state: State, sigs: Signature[]): By {
  allMay(sigs, (sig) => isAccreditor(state, sig));
  return enoughAccreditors(state, sigs);
}

export function byClerk(state: State, sigs: Signature[], duty: Duty): By {
  allMay(sigs, (sig) => !isRep(sig) && state.clerks.get(sig.signer)?.has(duty) === true);
  if (sigs.length === 0) throw notSigned(`a clerk with duty ${duty}`);
  return "clerk";
}

/** The organisation's key alone. */
export function byKey(sigs: Signature[], key: string | undefined): By {
  allMay(sigs, (sig) => !isRep(sig) && sig.signer === key);
  if (sigs.length === 0) throw notSigned("the organisation's key");
  return "organisation";
}

/** The organisation's key, or enough accreditors; where both sign, it is the organisation's own entry. */
export function byKeyOrAccreditors(state: State, sigs: Signature[], organisation: Organisation): By {
  const key = keyOf(organisation);
  const own = (sig: Signature): boolean => !isRep(sig) && sig.signer === key;
  allMay(sigs, (sig) => own(sig) || isAccreditor(state, sig));
  return sigs.some(own) ? "organisation" : enoughAccreditors(state, sigs);
}

/** The representative alone, whose passkey lives at this index and at the body's moment, with this scope. */
export function byRep(state: State, entry: Entry, org: string, id: string, scope: Scope, index: number): By {
  const rep = state.reps.get(id);
  if (!rep || rep.org !== org || rep.since >= index) throw new Invalid("unknown-rep", `representative ${id} is unknown`);
  live(rep, id, entry.at, scope, index);
  allMay(entry.sigs, (sig) => isRep(sig) && sig.signer === id);
  if (entry.sigs.length === 0) throw notSigned("the representative");
  return "passkey";
}

function live(rep: Rep, id: string, at: string, scope: Scope, index: number): void {
  if (rep.ended !== undefined && rep.ended < index) throw new Invalid("rep-revoked", `representative ${id} was revoked`);
  if (at >= rep.until) throw new Invalid("rep-expired", `the authority of representative ${id} has expired`);
  if (!rep.scope.has(scope)) throw new Invalid("rep-scope", `representative ${id} has no such scope`);
}
