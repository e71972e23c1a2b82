// What is in force after the first entries of a log: plain data, so that it can be copied.
import type { ActKind, Duty, RelyingParty, Scope, Tally, Votes } from "./body";
import { Invalid } from "./reason";

export type Organisation = {
  country: string;
  names: string;
  accredited: boolean;
  /** Its keys with the index since which each is in force, oldest first. */
  keys: { since: number; key: string }[];
  /** The `seq` of its newest valid act. */
  seq?: number;
};

export type Rep = { org: string; key: string; scope: Set<Scope>; until: string; since: number; ended?: number };

/** How an act was signed. */
export type Means = "by_key" | "by_passkey" | "on_paper";

/** An organisation's last valid act on a manifest. */
export type Given = { kind: ActKind; means: Means; index: number; reservation: string };

/** The manifests of a symbol: the first text, then its corrections, with the languages that each names. */
export type Version = { index: number; manifest: string; languages: string[] };

export type PollState = {
  question: string;
  electorate: Votes;
  /** The last `cast` of each organisation: its index and the digest of the vote's body. */
  casts: Map<string, { index: number; digest: string }>;
  locked: boolean;
  votes: Map<string, Votes>;
  /** The figures; "spoiled" when they were not the recount, so that every claim on the poll fails. */
  result?: Tally | "spoiled";
};

export type Summit = {
  delegations: Map<string, { registered: number; accredited: number }>;
  present: Set<string>;
  organisations: Set<string>;
};

export type State = {
  origin: string;
  size: number;
  nonces: Set<string>;
  rp?: RelyingParty;
  accreditors: Set<string>;
  threshold: number;
  clerks: Map<string, Set<Duty>>;
  organisations: Map<string, Organisation>;
  reps: Map<string, Rep>;
  texts: Map<string, Version[]>;
  /** The symbol of every manifest. */
  manifests: Map<string, string>;
  acts: Map<string, Map<string, Given>>;
  polls: Map<string, PollState>;
  summits: Map<string, Summit>;
};

/** Before entry 0 of the log of this origin. */
export const begin = (origin: string): State => ({
  origin,
  size: 0,
  nonces: new Set(),
  accreditors: new Set(),
  threshold: 0,
  clerks: new Map(),
  organisations: new Map(),
  reps: new Map(),
  texts: new Map(),
  manifests: new Map(),
  acts: new Map(),
  polls: new Map(),
  summits: new Map(),
});

/** What a map has for this key, made where it has nothing. */
export function within<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let found = map.get(key);
  if (found === undefined) map.set(key, (found = make()));
  return found;
}

/** The key of an organisation in force now. */
export const keyOf = (organisation: Organisation): string | undefined => organisation.keys[organisation.keys.length - 1]?.key;

/** The key of an organisation in force for an entry of this index. */
export const keyAt = (organisation: Organisation, index: number): string | undefined =>
  [...organisation.keys].reverse().find(({ since }) => since < index)?.key;

/** The organisation, accredited now or not. */
export function known(state: State, org: string): Organisation {
  const found = state.organisations.get(org);
  if (!found) throw new Invalid("unknown-organisation", `organisation ${org} is unknown`);
  return found;
}

/** The organisation, which is accredited. */
export function accredited(state: State, org: string): Organisation {
  const found = known(state, org);
  if (!found.accredited) throw new Invalid("not-accredited", `organisation ${org} is not accredited`);
  return found;
}
