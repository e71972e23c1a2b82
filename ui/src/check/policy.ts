// Policies (C2SP tlog-policy): which logs and witnesses are trusted, how many must have cosigned, and the digest of entry 0.
import { utf8 } from "./bytes";
import { isDigest } from "./form";
import { type Checkpoint, type Note, type NoteKey, readCheckpoint, readKey, signedBy } from "./note";

const MAX_POLICY = 65_536;
const MAX_LINES = 64;

type Group = { name: string; threshold: number; members: string[] };

/** What a reader of the record trusts. */
export type Policy = {
  logs: NoteKey[];
  witnesses: { name: string; key: NoteKey }[];
  groups: Group[];
  /** The witness or group that must have cosigned; undefined when the log's own signature is enough. */
  quorum?: string;
  genesis?: string;
};

/** Who cosigned a checkpoint, as the policy names them, with the time in seconds since 1970. */
export type Witness = { name: string; time: number };

/** Reads a policy; a line that is none is named. */
export function readPolicy(text: string): Policy {
  if (utf8(text).length > MAX_POLICY) throw new Error("line 1 of the policy: too long");
  const reader = new Lines();
  const lines = text.split("\n");
  const rest = lines.pop();
  const fault = (at: number, what: string): Error => new Error(`line ${at + 1} of the policy: ${what}`);
  lines.forEach((line, at) => {
    if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(line)) throw fault(at, "not a line of text");
    // Spaces and tabs alone separate: Unicode's other spaces are part of a name.
    const words = line.split(/[ \t]/).filter((word) => word !== "");
    if (words[0] === undefined || words[0].startsWith("#")) return;
    try {
      reader.line(words);
    } catch (error) {
      throw fault(at, (error as Error).message);
    }
  });
  if (rest !== "") throw fault(lines.length, "not a line of text");
  if (!reader.quorumRead) throw fault(lines.length, "the quorum line is missing");
  return reader.policy;
}

const FORM = "not a line that a policy has";

class Lines {
  readonly policy: Policy = { logs: [], witnesses: [], groups: [] };
  quorumRead = false;
  /** Names of witnesses and groups, with whether they are a member of a group already. */
  private readonly names = new Map<string, boolean>();
  private readonly keys = new Set<string>();

  line([verb, ...words]: string[]): void {
    if (verb === "log" && (words.length === 1 || words.length === 2)) return this.log(words[0]!);
    if (verb === "witness" && (words.length === 2 || words.length === 3)) return this.witness(words[0]!, words[1]!);
    if (verb === "group" && words.length >= 2) return this.group(words[0]!, words[1]!, words.slice(2));
    if (verb === "quorum" && words.length === 1) return this.quorum(words[0]!);
    if (verb === "genesis" && words.length === 1) return this.genesis(words[0]!);
    throw new Error(FORM);
  }
  private key(text: string, witness: boolean): NoteKey {
    const key = readKey(text);
    if (key.witness !== witness) throw new Error("the key is of the wrong kind");
    // Also a log and a witness with one key: a log that witnesses itself proves nothing.
    const bytes = key.key.join();
    if (this.keys.has(bytes)) throw new Error("the key stands twice");
    this.keys.add(bytes);
    return key;
  }
  private name(name: string): string {
    if (name === "none" || this.names.has(name)) throw new Error(`the name \`${name}\` is taken`);
    this.names.set(name, false);
    return name;
  }
  private log(text: string): void {
    push(this.policy.logs, this.key(text, false));
  }
  private witness(name: string, text: string): void {
    const key = this.key(text, true);
    push(this.policy.witnesses, { name: this.name(name), key });
  }
  private group(name: string, many: string, members: string[]): void {
    const number = /^(0|[1-9][0-9]{0,5})$/.test(many) ? Number(many) : 0;
    const threshold = many === "any" ? 1 : many === "all" ? members.length : number;
    if (threshold < 1 || threshold > members.length) throw new Error("the threshold is not between 1 and the number of members");
    for (const member of members) {
      const taken = this.names.get(member);
      if (taken === undefined) throw new Error(`nothing before is named \`${member}\``);
      if (taken) throw new Error(`\`${member}\` is a member already`);
      this.names.set(member, true);
    }
    push(this.policy.groups, { name: this.name(name), threshold, members });
  }
  private quorum(name: string): void {
    if (this.quorumRead) throw new Error("this line may stand once");
    this.quorumRead = true;
    if (name === "none") return;
    if (!this.names.has(name)) throw new Error(`nothing before is named \`${name}\``);
    this.policy.quorum = name;
  }
  private genesis(digest: string): void {
    if (!isDigest(digest)) throw new Error(FORM);
    if (this.policy.genesis !== undefined) throw new Error("this line may stand once");
    this.policy.genesis = digest;
  }
}

function push<T>(list: T[], item: T): void {
  if (list.length === MAX_LINES) throw new Error("too long");
  list.push(item);
}

/** The checkpoint of a note that this policy accepts: signed by one of its logs and cosigned by its quorum. */
export async function approve(policy: Policy, note: Note): Promise<{ checkpoint: Checkpoint; witnesses: Witness[] }> {
  const checkpoint = readCheckpoint(note.text);
  const own = await signedBy(note, policy.logs.filter((log) => log.name === checkpoint.origin));
  if (own.every((signed) => signed === undefined)) throw new Error("the checkpoint is not signed by a log of the policy");
  const times = await signedBy(note, policy.witnesses.map((witness) => witness.key));
  const witnesses = policy.witnesses.flatMap(({ name }, at) => {
    const time = times[at];
    return time === undefined ? [] : [{ name, time: Number(time) }];
  });
  const reached = new Set(witnesses.map((witness) => witness.name));
  for (const group of policy.groups) {
    if (group.members.filter((member) => reached.has(member)).length >= group.threshold) reached.add(group.name);
  }
  if (policy.quorum !== undefined && !reached.has(policy.quorum)) {
    const found = `${witnesses.length} of ${policy.witnesses.length} witnesses have cosigned`;
    throw new Error(`the quorum \`${policy.quorum}\` is not reached: ${found}`);
  }
  return { checkpoint, witnesses };
}
