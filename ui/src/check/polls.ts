// Polls: casts are received unread, the lock ends them, votes are opened, the result is the recount.
import { type Choice, FIGURES, type Outcome, type Poll, type Vote } from "./body";
import type { Entry, Leaf } from "./leaf";
import { Invalid } from "./reason";
import type { Signature } from "./signature";
import { type By, byClerk, byKey, byRep } from "./signers";
import { accredited, keyAt, known, type PollState, type State } from "./state";

// Sums of votes may pass 2^53, where numbers are no longer exact.
const sum = (numbers: Iterable<number>): bigint => Array.from(numbers).reduce((all, n) => all + BigInt(n), 0n);

/** Whether a result is what the opened votes give; what the electorate did not use is absent. */
function isRecount(poll: PollState, { tally }: Outcome): boolean {
  const of = (choice: Choice): bigint => sum([...poll.votes.values()].map((parts) => parts.get(choice) ?? 0));
  const opened = { yes: of("yes"), no: of("no"), abstain: of("abstain"), "not-participating": of("not-participating") };
  const used = Object.values(opened).reduce((all, n) => all + n, 0n);
  const recount: Record<string, bigint> = { ...opened, absent: sum(poll.electorate.values()) - used };
  return FIGURES.every((name) => recount[name] === BigInt(tally[name]));
}

function find(state: State, poll: string): PollState {
  const found = state.polls.get(poll);
  if (!found) throw new Invalid("unknown-poll", `poll ${poll} is unknown`);
  return found;
}

/** The poll, which is locked and has no result. */
function opening(state: State, poll: string): PollState {
  const found = find(state, poll);
  if (found.result !== undefined) throw new Invalid("poll-closed", `poll ${poll} has its result`);
  if (!found.locked) throw new Invalid("poll-not-locked", `poll ${poll} is not locked`);
  return found;
}

function unlocked(state: State, poll: string): PollState {
  const found = find(state, poll);
  if (found.locked) throw new Invalid("poll-locked", `poll ${poll} is locked`);
  return found;
}

export function judgePoll(state: State, { poll }: Poll, sigs: Signature[]): By {
  if (state.polls.has(poll)) throw new Invalid("poll-taken", `poll ${poll} was used before`);
  return byClerk(state, sigs, "poll");
}

export function putPoll(state: State, { poll, question, electorate }: Poll): void {
  state.polls.set(poll, { question, electorate, casts: new Map(), locked: false, votes: new Map() });
}

export function judgeCast(state: State, poll: string, org: string, sigs: Signature[]): By {
  if (!unlocked(state, poll).electorate.has(org)) {
    throw new Invalid("not-in-electorate", `organisation ${org} is not of the electorate`);
  }
  accredited(state, org);
  return byClerk(state, sigs, "poll");
}

export function putCast(state: State, poll: string, org: string, digest: string): void {
  find(state, poll).casts.set(org, { index: state.size, digest });
}

export function judgeLock(state: State, poll: string, sigs: Signature[]): By {
  unlocked(state, poll);
  return byClerk(state, sigs, "poll");
}

export function putLock(state: State, poll: string): void {
  find(state, poll).locked = true;
}

/** Authority is judged where the vote was cast, so a key that was replaced since still opens it. */
export function judgeVote(state: State, vote: Vote, leaf: Leaf, entry: Entry): By {
  const { org, rep } = vote;
  const found = opening(state, vote.poll);
  const cast = found.casts.get(org);
  if (cast?.digest !== leaf.digest) throw new Invalid("not-the-cast", `not the vote that organisation ${org} cast last`);
  const most = found.electorate.get(org);
  if (most === undefined || sum(vote.parts.values()) > BigInt(most)) {
    throw new Invalid("too-many-votes", `more votes than organisation ${org} has`);
  }
  if (rep === "") return byKey(entry.sigs, keyAt(known(state, org), cast.index));
  return byRep(state, entry, org, rep, "vote", cast.index);
}

export function putVote(state: State, vote: Vote): void {
  find(state, vote.poll).votes.set(vote.org, vote.parts);
}

/** Judged last of all by its figures: one that a clerk signed and that is wrong spoils the poll. */
export function judgeOutcome(state: State, outcome: Outcome, sigs: Signature[]): By {
  const found = opening(state, outcome.poll);
  const by = byClerk(state, sigs, "poll");
  const missing = [...found.casts.keys()].sort().find((org) => !found.votes.has(org));
  if (missing !== undefined) throw new Invalid("vote-missing", `the vote of organisation ${missing} is missing`);
  if (!isRecount(found, outcome)) throw new Invalid("not-the-recount", "the result is not the recount");
  return by;
}

export function putOutcome(state: State, outcome: Outcome): void {
  find(state, outcome.poll).result = outcome.tally;
}

/** A result that a clerk signed and that is not the recount: every claim on the poll fails from now on. */
export function spoil(state: State, outcome: Outcome): void {
  find(state, outcome.poll).result = "spoiled";
}
