// What an entry says, by its type: every field in its form, none missing, none more.
import { fromBase64 } from "./bytes";
import { Unread } from "./fields";
import { isCountry, isId, isKey, isLanguage, isOrigin, isSymbol } from "./form";
import type { Value } from "./json";
import { Invalid, malformed } from "./reason";

export const DUTIES = ["delegation", "minute", "paper", "poll", "presence", "text"] as const;
export const SCOPES = ["endorse", "vote"] as const;
export const ACTS = ["decline", "endorse", "endorse-with-reservation", "withdraw"] as const;
export const CHOICES = ["abstain", "no", "not-participating", "yes"] as const;
export const FIGURES = ["yes", "no", "abstain", "not-participating", "absent"] as const;
const KINDS = ["clock", "closed", "credentials", "election", "explanation", "motion", "opened", "recording", "ruling"] as const;
const MAX_PERSONS = 400;

export type Duty = (typeof DUTIES)[number];
export type Scope = (typeof SCOPES)[number];
export type ActKind = (typeof ACTS)[number];
export type Choice = (typeof CHOICES)[number];
export type Tally = Record<(typeof FIGURES)[number], number>;
export type RelyingParty = { id: string; origins: string[] };
export type Clerk = { key: string; duties: Duty[] };
export type Votes = Map<string, number>;

type Of<T extends string, F> = { type: T } & F;
export type Genesis = Of<"genesis", { accreditors: string[]; threshold: number; names: string; rp: RelyingParty }>;
export type Officers = Of<"officers", { accreditors: string[]; threshold: number; clerks: Clerk[] }>;
export type Accredit = Of<"accredit", { org: string; country: string; category: string; names: string; key: string }>;
export type Delegate = Of<"delegate", { org: string; rep: string; key: string; scope: Scope[]; until: string }>;
export type Act = Of<"act", { kind: ActKind; org: string; seq: number; rep: string; manifest: string; reservation: string }>;
export type Attested = Of<"attested", { kind: ActKind; org: string; seq: number; manifest: string }>;
export type Poll = Of<"poll", { poll: string; question: string; electorate: Votes }>;
export type Vote = Of<"vote", { poll: string; org: string; rep: string; parts: Votes }>;
export type Outcome = Of<"result", { poll: string; tally: Tally }>;
export type Correct = Of<"correct", { symbol: string; from: string; to: string; languages: string[] }>;
/** What a body says. Fields that no figure stands on are checked in their form and let go. */
export type Content =
  | Genesis
  | Officers
  | Accredit
  | Delegate
  | Act
  | Attested
  | Poll
  | Vote
  | Outcome
  | Correct
  | Of<"discredit", { org: string }>
  | Of<"rotate", { org: string; key: string }>
  | Of<"revoke", { org: string; rep: string }>
  | Of<"text", { symbol: string; manifest: string }>
  | Of<"adopt", { symbol: string; manifest: string }>
  | Of<"cast", { poll: string; org: string; vote: string }>
  | Of<"lock", { poll: string }>
  | Of<"delegation", { summit: string; org: string; registered: number; accredited: number }>
  | Of<"present", { summit: string; persons: [string, string][] }>
  | Of<"minute", object>;

/** A body as far as it is needed: when it was made, and what it says. */
export type Body = { at: string; content: Content };

/** Reads what is left of a body once `v`, `log` and `nonce` are taken. */
export function readBody(f: Unread): Body {
  const name = f.text("type");
  const at = f.moment("at");
  const read = READERS.get(name);
  if (!read) throw new Invalid("unknown-type", `unknown type ${JSON.stringify(Array.from(name).slice(0, 64).join(""))}`);
  const content = read(f);
  f.finish();
  return { at, content };
}

const act = (kind: ActKind) => (f: Unread): Act => ({
  type: "act",
  kind,
  org: f.id("org"),
  seq: f.number("seq"),
  rep: f.idOrEmpty("rep"),
  manifest: f.digest("manifest"),
  reservation: kind === "endorse-with-reservation" ? f.digest("reservation") : "",
});

// Fields are read in the order of the program, so that of two faults both name the same one.
const READERS = new Map<string, (f: Unread) => Content>([
  ["genesis", genesis],
  ["officers", officers],
  [
    "accredit",
    (f) => ({
      type: "accredit",
      org: f.id("org"),
      country: f.text("country", isCountry),
      category: f.id("category"),
      names: f.digest("names"),
      key: f.keyOrEmpty("key"),
    }),
  ],
  ["discredit", (f) => ({ type: "discredit", org: f.id("org"), reason: f.digest("reason_sha256") })],
  ["rotate", (f) => ({ type: "rotate", org: f.id("org"), key: f.key("key") })],
  ["delegate", delegate],
  ["revoke", (f) => ({ type: "revoke", org: f.id("org"), rep: f.id("rep") })],
  ["text", (f) => ({ type: "text", symbol: f.text("symbol", isSymbol), manifest: f.digest("manifest") })],
  ["adopt", adopt],
  ["attested", attested],
  ["poll", poll],
  ["cast", (f) => ({ type: "cast", poll: f.id("poll"), org: f.id("org"), vote: f.digest("vote_sha256") })],
  ["lock", (f) => ({ type: "lock", poll: f.id("poll") })],
  ["vote", vote],
  ["result", (f) => ({ type: "result", poll: f.id("poll"), tally: tally(f) })],
  [
    "delegation",
    (f) => ({
      type: "delegation",
      summit: f.id("summit"),
      org: f.id("org"),
      registered: f.number("registered"),
      accredited: f.number("accredited"),
    }),
  ],
  ["present", (f) => ({ type: "present", summit: f.id("summit"), persons: persons(f.array("persons")) })],
  ["minute", (f) => ({ type: "minute", meeting: f.id("meeting"), kind: f.word("kind", KINDS), sha256: f.digest("sha256") })],
  [
    "correct",
    (f) => ({
      type: "correct",
      symbol: f.text("symbol", isSymbol),
      from: f.digest("from"),
      to: f.digest("to"),
      languages: f.set("languages", isLanguage),
    }),
  ],
  ...ACTS.map((kind): [string, (f: Unread) => Content] => [kind, act(kind)]),
]);

function genesis(f: Unread): Genesis {
  const { keys, threshold } = accreditors(f);
  const names = f.digest("names");
  const inner = f.object("rp");
  const filled = (text: string): boolean => text !== "";
  const rp = { id: inner.text("id", filled), origins: inner.list("origins", filled) };
  inner.finish();
  const before = f.optional("predecessor");
  if (before !== undefined) predecessor(Unread.inside(before, "predecessor"));
  return { type: "genesis", accreditors: keys, threshold, names, rp };
}

function predecessor(f: Unread): void {
  f.text("log", isOrigin);
  f.number("size");
  f.text("root", (text) => fromBase64(text)?.length === 32);
  f.finish();
}

function accreditors(f: Unread): { keys: string[]; threshold: number } {
  const keys = f.set("accreditors", isKey);
  const threshold = f.number("threshold");
  if (threshold === 0 || threshold > keys.length) throw malformed("threshold");
  return { keys, threshold };
}

function officers(f: Unread): Officers {
  const { keys, threshold } = accreditors(f);
  const clerks = f.array("clerks").map((item): Clerk => {
    const inner = Unread.inside(item, "clerks");
    const clerk = { key: inner.key("key"), duties: inner.set("duties", isDuty) as Duty[] };
    inner.finish();
    return clerk;
  });
  return { type: "officers", accreditors: keys, threshold, clerks };
}

const isDuty = (word: string): boolean => (DUTIES as readonly string[]).includes(word);
const isScope = (word: string): boolean => (SCOPES as readonly string[]).includes(word);
const isChoice = (word: string): boolean => (CHOICES as readonly string[]).includes(word);

function delegate(f: Unread): Delegate {
  f.word("alg", ["webauthn-es256"]);
  const [org, rep, key] = [f.id("org"), f.id("rep"), f.passkey("key")];
  return { type: "delegate", org, rep, key, scope: f.set("scope", isScope) as Scope[], until: f.moment("until") };
}

function adopt(f: Unread): Content {
  f.id("meeting");
  const found = { type: "adopt" as const, symbol: f.text("symbol", isSymbol), manifest: f.digest("manifest") };
  f.word("how", ["consensus", "silence", "vote"]);
  f.idOrEmpty("poll");
  return found;
}

function attested(f: Unread): Attested {
  const kind = f.word("act", ACTS);
  const found: Attested = { type: "attested", kind, org: f.id("org"), seq: f.number("seq"), manifest: f.digest("manifest") };
  f.digest("evidence_sha256");
  return found;
}

function poll(f: Unread): Poll {
  const id = f.id("poll");
  f.id("meeting");
  const question = f.digest("question");
  f.word("method", ["hands", "recorded", "roll-call"]);
  return { type: "poll", poll: id, question, electorate: votes(f.array("electorate"), "electorate", "org", isId) };
}

function vote(f: Unread): Vote {
  const [id, org, rep] = [f.id("poll"), f.id("org"), f.idOrEmpty("rep")];
  return { type: "vote", poll: id, org, rep, parts: votes(f.array("parts"), "parts", "choice", isChoice) };
}

const tally = (f: Unread): Tally => Object.fromEntries(FIGURES.map((name) => [name, f.number(name)])) as Tally;

/** An array of `{"<key>":…,"votes":n}`, sorted by its key, none twice. */
function votes(items: Value[], name: string, key: string, is: (text: string) => boolean): Votes {
  const found: Votes = new Map();
  let last: string | undefined;
  for (const item of items) {
    const f = Unread.inside(item, name);
    const [who, many] = [f.text(key, is), f.number("votes")];
    f.finish();
    if (last !== undefined && last >= who) throw malformed(name);
    found.set(who, many);
    last = who;
  }
  return found;
}

function persons(items: Value[]): [string, string][] {
  if (items.length > MAX_PERSONS) throw malformed("persons");
  let last = "";
  return items.map((item) => {
    const [org, commitment, more] = Array.isArray(item) ? item : [];
    const formed = typeof org === "string" && isId(org) && typeof commitment === "string" && /^[0-9a-f]{64}$/.test(commitment);
    if (!formed || more !== undefined) throw malformed("persons");
    // Ids have no character below the space, so the pair sorts as both parts do.
    const pair = `${org} ${commitment}`;
    if (pair <= last) throw malformed("persons");
    last = pair;
    return [org, commitment];
  });
}
