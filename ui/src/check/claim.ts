// Claims: one figure, what it stands on, and the blobs that it needs.
import { fromUtf8 } from "./bytes";
import { beforeCorrection, type Counts, endorsers, versions } from "./count";
import { isDigest, isId } from "./form";
import { soleObject } from "./loose";
import { Failure } from "./reason";
import { digestOf } from "./sha256";
import type { State } from "./state";
import { checkCorrection, checkNames, checkText, checkTitle, type Manifest, readManifest } from "./text";

/** What is claimed as of the first `size` entries. */
export type Claim = { kind: "text" | "poll" | "summit"; id: string; size: number; counts: Counts };

const MEMBERS = ["v", "kind", "id", "size", "counts"];
const whole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** Reads `claim.json`. */
export function readClaim(bytes: Uint8Array): Claim {
  const bad = (why: string): Error => new Error(`claim.json: ${why}`);
  let read: Record<string, unknown> | undefined;
  try {
    read = soleObject(fromUtf8(bytes) ?? "", MEMBERS);
  } catch (error) {
    throw bad((error as Error).message);
  }
  const { v, kind, id, size, counts } = read ?? {};
  const object = typeof counts === "object" && counts !== null && !Array.isArray(counts);
  const known = kind === "text" || kind === "poll" || kind === "summit";
  const formed = read && Object.keys(read).length === MEMBERS.length && whole(v) && known && typeof id === "string" && whole(size) && object;
  if (!formed || !Object.values(counts).every(whole)) throw bad("not of the form of a claim");
  if (v !== 1) throw bad("v is not 1");
  if (!(kind === "text" ? isDigest(id) : isId(id))) throw bad("the id is not of its form");
  const figures = Object.entries(counts as Record<string, number>).map(([name, figure]): [string, bigint] => [name, BigInt(figure)]);
  return { kind, id, size, counts: new Map(figures) };
}

/** The first figure that differs from the recount, in one line; undefined when all are the same. */
export function mismatch(claim: Counts, recount: Counts): string | undefined {
  const names = [...new Set([...claim.keys(), ...recount.keys()])].sort();
  const name = names.find((one) => claim.get(one) !== recount.get(one));
  if (name === undefined) return undefined;
  const figure = (counts: Counts): string => String(counts.get(name) ?? "nothing");
  return `the claim is not the recount: ${name} is claimed ${figure(claim)}, counted ${figure(recount)}`;
}

/** Looks the blobs of a claim up, one after another, and checks each by the rules of its kind. */
export class Blobs {
  constructor(
    private readonly find: (digest: string) => Uint8Array | undefined,
    private readonly state: State,
  ) {}

  /** Checks all blobs that a claim stands on; returns the title of its text or question, or the summit's id. */
  of({ kind, id }: Claim): string {
    if (kind === "text") return this.text(id);
    if (kind === "poll") {
      const poll = this.state.polls.get(id);
      const { title } = this.document(poll?.question ?? "", "the question's manifest");
      this.names(poll?.votes.keys() ?? []);
      return title;
    }
    this.names(this.state.summits.get(id)?.organisations ?? []);
    return id;
  }

  /** A blob that passes `check`. */
  private get<T>(digest: string, what: string, check: (bytes: Uint8Array) => T): T {
    const bytes = this.find(digest);
    if (!bytes || digestOf(bytes) !== digest) throw new Failure("blobs", `blob ${digest}, ${what}, is missing`);
    try {
      return check(bytes);
    } catch (error) {
      throw new Failure("blobs", `blob ${digest}, ${what}: ${(error as Error).message}`);
    }
  }

  private document(digest: string, what: string): { manifest: Manifest; title: string } {
    const manifest = this.get(digest, what, readManifest);
    const symbol = this.state.manifests.get(digest);
    if (symbol !== undefined && symbol !== manifest.symbol) {
      throw new Failure("blobs", `manifest ${digest} is of ${manifest.symbol}, but it was entered as ${symbol}`);
    }
    let title = "";
    for (const [language, digests] of manifest.texts) {
      this.get(digests.sha256, `the text of ${manifest.symbol} in ${language}`, checkText);
      const found = this.get(digests.title_sha256, `the title of ${manifest.symbol} in ${language}`, checkTitle);
      const english = language === "en" && manifest.authentic.includes(language);
      if (english || manifest.authentic[0] === language) title = found;
    }
    return { manifest, title };
  }

  private text(id: string): string {
    const { manifest, title } = this.document(id, "the manifest");
    const chain = versions(this.state, id);
    // A correction that changes a language it does not name would bring the endorsements of one text to another.
    let later = manifest;
    for (let at = chain.length - 1; at > 0; at--) {
      const [correction, before] = [chain[at]!, chain[at - 1]!];
      const earlier = this.document(before.manifest, "the manifest that was corrected").manifest;
      try {
        checkCorrection(later, earlier, correction.languages);
      } catch (error) {
        throw new Failure("blobs", (error as Error).message, correction.index);
      }
      later = earlier;
    }
    const found = endorsers(this.state, id);
    for (const [organisation, { reservation }] of found) {
      if (reservation !== "") this.document(reservation, `the reservation of ${organisation}`);
    }
    this.names([...found.keys(), ...beforeCorrection(this.state, id).keys()]);
    return title;
  }

  private names(organisations: Iterable<string>): void {
    for (const organisation of [...organisations].sort()) {
      const found = this.state.organisations.get(organisation);
      if (found) this.get(found.names, `the names of ${organisation}`, checkNames);
    }
  }
}
