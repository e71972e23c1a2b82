// The records that the check is tried on: one with an entry of every kind and one for every reason that makes an entry invalid, and small ones
// that somebody has tampered with. `node test/check-record.mjs`
// writes some of them to test/data, where the program's own tests read them too; with a folder's name, all of them to that.
import { mkdirSync, writeFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { digest, jcs, leaf, Log, noteKey, signer, tiles, zip } from "./check-writer.mjs";

const DUTIES = ["delegation", "minute", "paper", "poll", "presence", "text"];
const TEXTS = { en: ["Statement on dialogue", "1. We resolve to carry the dialogue on.\n"], ar: ["بيان بشأن الحوار", "نقرر أن نواصل الحوار.\n"] };
const UNTIL = "2026-12-31T00:00:00Z";

/** A log with accreditors, a clerk, three organisations with a delegate each, and a text. */
export function begin() {
  const log = new Log();
  const accreditors = [1, 2].map((n) => signer("ed25519", `accreditor ${n}`));
  const clerk = signer("ed25519", "clerk");
  const keys = accreditors.map((one) => one.public).sort();
  log.entry("genesis", { accreditors: keys, threshold: 1, names: log.names("Assembly"), rp: { id: "record.example.org", origins: ["https://record.example.org"] } }, accreditors);
  const officers = { accreditors: keys, threshold: 1, clerks: [{ key: clerk.public, duties: DUTIES }] };
  log.entry("officers", officers, [accreditors[0]]);
  const organisations = ["a", "b", "c"].map((id, n) => {
    const key = signer(n === 1 ? "sshsig" : "ed25519", `key ${id}`);
    const rep = signer("webauthn", `rep-${id}`);
    const names = log.names(`Party ${id}`);
    log.entry("accredit", { org: id, country: ["FR", "FR", ""][n], category: "party", names, key: key.public }, [accreditors[0]]);
    if (n === 0) log.entry("delegate", delegate(id, rep), [key]);
    return { id, key, rep, names };
  });
  const manifest = log.manifest("A/1/L.1", TEXTS);
  log.entry("text", { symbol: "A/1/L.1", manifest }, [clerk]);
  return { log, accreditors, clerk, organisations, manifest, officers };
}

const delegate = (org, rep, more = {}) => ({ org, rep: rep.rep, alg: "webauthn-es256", key: rep.public, scope: ["endorse", "vote"], until: UNTIL, ...more });
export const claim = (kind, id, size, counts) => ({ v: 1, kind, id, size, counts });
const figures = (organisations, countries, by_key, by_passkey, on_paper, before_correction) => ({ organisations, countries, by_key, by_passkey, on_paper, before_correction });

/** A record with everything, and its claims. */
export function whole() {
  const { log, accreditors: [one, two], clerk, organisations: [a, b, c], manifest, officers } = begin();
  const stranger = signer("ed25519", "stranger");
  const on = { manifest };
  log.act("endorse", "a", on, a.rep);
  log.act("endorse", "b", on, b.key);
  const attested = { act: "endorse", manifest, evidence_sha256: digest("paper") };
  log.act("attested", "c", attested, clerk);
  const reservation = log.manifest("A/1/R.1", { en: ["Reservation", "We read it otherwise.\n"] });
  log.entry("text", { symbol: "A/1/R.1", manifest: reservation }, [clerk]);
  log.act("endorse-with-reservation", "b", { ...on, reservation }, b.key);
  shapes(log, { one, two, clerk, a, b, officers, manifest, stranger });
  signatures(log, { one, clerk, a, b, manifest, stranger });
  rules(log, { one, clerk, a, b, c, manifest, stranger });
  const correction = correct(log, { clerk, a, manifest });
  votes(log, { one, clerk, a, b, c });
  const size = log.leaves.length;
  log.act("withdraw", "a", { manifest: correction }, a.key);
  const text = (id, counts) => claim("text", id, size, counts);
  return {
    log,
    claims: {
      text: text(manifest, figures(3, 1, 1, 1, 1, 0)),
      correction: text(correction, figures(1, 1, 1, 0, 0, 2)),
      poll: claim("poll", "poll-1", size, { yes: 1, no: 2, abstain: 0, "not-participating": 0, absent: 3 }),
      summit: claim("summit", "2026", size, { registered: 9, accredited: 8, present: 2, organisations: 2, countries: 1 }),
    },
  };
}

/** Entries whose body or signatures are not of their form. */
function shapes(log, { one, two, clerk, a, officers, manifest }) {
  const accredit = { org: "d", country: "DE", category: "party", names: log.names("Party d"), key: "" };
  log.entry("proclaim", {}, [clerk], "unknown-type");
  log.entry("lock", { poll: "p", note: "x" }, [clerk], "unknown-field");
  log.entry("lock", {}, [clerk], "missing-field");
  for (const wrong of [{ org: "D" }, { country: "de" }, { category: "" }, { names: "00" }, { key: "AQ" }, { key: Buffer.from([1, ...new Array(31).fill(0)]).toString("base64url") }, { at: "2026-02-29T00:00:00Z" }]) {
    log.entry("accredit", { ...accredit, ...wrong }, [one], "malformed-field");
  }
  log.entry("officers", { ...officers, threshold: 3 }, [one], "malformed-field");
  log.entry("officers", { ...officers, accreditors: [...officers.accreditors].reverse() }, [one], "malformed-field");
  log.entry("delegate", delegate("a", { rep: "rep-x", public: Buffer.from([4, ...new Array(64).fill(1)]).toString("base64url") }), [a.key], "malformed-field");
  log.entry("present", { summit: "2026", persons: [["a", digest("2")], ["a", digest("2")]] }, [clerk], "malformed-field");
  log.entry("text", { symbol: "a/1", manifest }, [clerk], "malformed-field");
  log.entry("genesis", { accreditors: officers.accreditors, threshold: 1, names: accredit.names, rp: { id: "x", origins: [] } }, [one, two], "genesis-later");
  const body = log.body("lock", { poll: "p" });
  const signed = (...sigs) => Buffer.from(`{"body":${jcs(body)},"sigs":[${sigs.join()}]}`);
  const [first, second] = [one, clerk].map((by) => jcs(by.sign(jcs(body)))).sort();
  log.push(signed(second, first), "signatures-unsorted");
  const other = (nonce) => ({ ...log.body("lock", { poll: "p" }), ...(nonce ? { nonce } : {}) });
  log.push(leaf(other(), [clerk, clerk]), "signs-twice");
  const form = { sign: (text) => ({ ...clerk.sign(text), note: "x" }) };
  log.push(leaf(other(), [form]), "signature-form");
}

/** Entries whose signatures do not verify. */
function signatures(log, { clerk, a, b, manifest, stranger }) {
  const on = { manifest };
  const bad = (org, by, how) => {
    log.act("endorse", org, on, by, "bad-signature", how);
    // What is invalid uses no number up.
    log.seqs[org]--;
  };
  bad("b", b.key, { namespace: "git" });
  for (const how of [{ rp: "example.org" }, { flags: 1 }, { type: "webauthn.create" }, { challenge: "AAAA" }, { origin: "https://example.org" }, { crossOrigin: true }]) bad("a", a.rep, how);
  bad("b", b.rep);
  const forged = { sign: () => stranger.sign("another body"), rep: "" };
  log.entry("lock", { poll: "p" }, [forged], "bad-signature");
  const body = log.body("minute", { meeting: "m", kind: "opened", sha256: digest("minute") });
  log.push(leaf(body, [clerk]));
  log.act("endorse", "b", on, { ...b.key, sign: (text) => b.key.sign(text, { hash: "sha256" }) });
}

/** Entries that nobody with the right to has signed, or that come at the wrong time. */
function rules(log, { one, clerk, a, b, c, manifest, stranger }) {
  const on = { manifest };
  const not = (code, type, fields, signers) => log.entry(type, fields, signers, code);
  not("may-not-sign", "discredit", { org: "a", reason_sha256: digest("r") }, [clerk]);
  not("may-not-sign", "endorse", { org: "c", seq: 90, rep: "", ...on }, [a.key]);
  not("unknown-rep", "endorse", { org: "c", seq: 90, rep: "rep-a", ...on }, [a.rep]);
  not("not-signed", "text", { symbol: "A/2", manifest: digest("2") }, []);
  not("not-signed", "officers", { accreditors: [stranger.public], threshold: 1, clerks: [] }, []);
  not("unknown-organisation", "discredit", { org: "z", reason_sha256: digest("r") }, [one]);
  not("rep-used", "delegate", delegate("a", a.rep), [a.key]);
  const [late, narrow] = [signer("webauthn", "rep-late"), signer("webauthn", "rep-vote")];
  log.entry("delegate", delegate("a", late, { until: "2026-11-20T00:00:00Z" }), [a.key]);
  log.entry("delegate", delegate("a", narrow, { scope: ["vote"] }), [a.key]);
  not("rep-expired", "endorse", { org: "a", seq: 90, rep: "rep-late", ...on }, [late]);
  not("rep-scope", "endorse", { org: "a", seq: 90, rep: "rep-vote", ...on }, [narrow]);
  log.entry("revoke", { org: "a", rep: "rep-late" }, [a.key]);
  not("rep-revoked", "endorse", { org: "a", seq: 90, rep: "rep-late", ...on }, [late]);
  not("unknown-rep", "revoke", { org: "b", rep: "rep-late" }, [b.key]);
  not("seq-low", "endorse", { org: "b", seq: 1, rep: "", ...on }, [b.key]);
  not("unknown-manifest", "endorse", { org: "b", seq: 90, rep: "", manifest: digest("no") }, [b.key]);
  not("symbol-taken", "text", { symbol: "A/1/L.1", manifest: digest("3") }, [clerk]);
  not("manifest-taken", "text", { symbol: "A/3", manifest }, [clerk]);
  not("unknown-manifest", "adopt", { meeting: "m", symbol: "A/3", manifest, how: "consensus", poll: "" }, [clerk]);
  log.entry("adopt", { meeting: "m", symbol: "A/1/L.1", manifest, how: "vote", poll: "poll-1" }, [clerk]);
  // An organisation that loses its accreditation and gets it back, with another key.
  const again = { org: "e", country: "CH", category: "party", names: log.names("Party e"), key: stranger.public };
  log.entry("accredit", again, [one]);
  log.entry("discredit", { org: "e", reason_sha256: digest("r") }, [one]);
  not("not-accredited", "endorse", { org: "e", seq: 1, rep: "", ...on }, [stranger]);
  log.entry("rotate", { org: "e", key: c.key.public }, [stranger]);
  for (const [org, registered, accredited] of [["a", 5, 5], ["b", 4, 3], ["a", 5, 5]]) log.entry("delegation", { summit: "2026", org, registered, accredited }, [clerk]);
  log.entry("present", { summit: "2026", persons: [["a", digest("p1")], ["c", digest("p2")]] }, [clerk]);
  not("not-accredited", "present", { summit: "2026", persons: [["e", digest("p3")]] }, [clerk]);
}

/** A correction of the Arabic text alone; one organisation acts on it anew. Returns its manifest. */
function correct(log, { clerk, a, manifest }) {
  const to = log.manifest("A/1/L.1", { ...TEXTS, ar: ["بيان بشأن الحوار", "نقرر أن نواصل الحوار معا.\n"] });
  log.entry("correct", { symbol: "A/1/L.1", from: digest("4"), to, languages: ["ar"] }, [clerk], "not-in-force");
  log.entry("correct", { symbol: "A/1/L.1", from: manifest, to, languages: ["ar"] }, [clerk]);
  log.act("endorse", "a", { manifest: to }, a.key);
  return to;
}

function votes(log, { one, clerk, a, b, c }) {
  const question = log.manifest("A/1/Q.1", { en: ["Question", "Shall the debate be closed?\n"] });
  log.entry("text", { symbol: "A/1/Q.1", manifest: question }, [clerk]);
  const electorate = ["a", "b", "c"].map((org, n) => ({ org, votes: n + 1 }));
  const poll = (id) => ({ poll: id, meeting: "m", question, method: "recorded", electorate });
  const vote = (id, org, rep, parts) => log.body("vote", { poll: id, org, rep, parts: parts.map(([choice, votes]) => ({ choice, votes })) });
  const cast = (body, code) => log.entry("cast", { poll: body.poll, org: body.org, vote_sha256: digest(jcs(body)) }, [clerk], code);
  const not = (code, type, fields) => log.entry(type, fields, [clerk], code);
  not("unknown-poll", "lock", { poll: "poll-9" });
  for (const id of ["poll-1", "poll-2", "poll-3"]) log.entry("poll", poll(id), [clerk]);
  not("poll-taken", "poll", poll("poll-1"));
  const [first, yes, no, many] = [vote("poll-1", "a", "", [["no", 1]]), vote("poll-1", "a", "rep-a", [["yes", 1]]), vote("poll-1", "b", "", [["no", 2]]), vote("poll-1", "c", "", [["abstain", 2], ["yes", 2]])];
  for (const body of [first, yes, no, many]) cast(body);
  not("not-in-electorate", "cast", { poll: "poll-1", org: "e", vote_sha256: digest("v") });
  log.push(leaf(yes, [a.rep]), "poll-not-locked");
  // A vote that was shown too early cannot be shown again: its nonce is used up. It is cast anew.
  const again = { ...yes, ...vote("poll-1", "a", "rep-a", [["yes", 1]]) };
  cast(again);
  // Cast anew before the lock: more votes than it has could never be opened.
  const fewer = vote("poll-1", "c", "", []);
  cast(fewer);
  // The authority of a vote is judged where it was cast: what is revoked later opens it.
  log.entry("revoke", { org: "a", rep: "rep-a" }, [one]);
  log.entry("lock", { poll: "poll-1" }, [clerk]);
  not("poll-locked", "lock", { poll: "poll-1" });
  log.push(leaf(first, [a.key]), "not-the-cast");
  log.push(leaf(again, [a.rep]));
  not("poll-not-locked", "result", { poll: "poll-3", yes: 0, no: 0, abstain: 0, "not-participating": 0, absent: 6 });
  log.push(leaf(no, [b.key]));
  log.push(leaf(fewer, [c.key]));
  not("not-the-cast", "vote", { poll: "poll-1", org: "b", rep: "", parts: [] });
  log.entry("result", { poll: "poll-1", yes: 1, no: 2, abstain: 0, "not-participating": 0, absent: 3 }, [clerk]);
  not("poll-closed", "result", { poll: "poll-1", yes: 1, no: 2, abstain: 0, "not-participating": 0, absent: 3 });
  // More votes than there are; a vote that is not opened; a result that is not the recount.
  const over = vote("poll-2", "a", "", [["yes", 2]]);
  cast(over);
  log.entry("lock", { poll: "poll-2" }, [clerk]);
  log.push(leaf(over, [a.key]), "too-many-votes");
  not("vote-missing", "result", { poll: "poll-2", yes: 0, no: 0, abstain: 0, "not-participating": 0, absent: 6 });
  log.entry("lock", { poll: "poll-3" }, [clerk]);
  not("not-the-recount", "result", { poll: "poll-3", yes: 1, no: 0, abstain: 0, "not-participating": 0, absent: 5 });
}

/** A small record: a text that one organisation endorses by its representative. */
function small() {
  const { log, clerk, organisations: [a, b], manifest } = begin();
  log.act("endorse", "a", { manifest }, a.rep);
  return { log, clerk, a, b, manifest, claim: (counts = figures(1, 1, 0, 1, 0, 0)) => claim("text", manifest, log.leaves.length, counts) };
}

/** Bundles that somebody has tampered with, each with the one line that a verifier says. */
export function tampered() {
  const cases = {};
  const honest = small();
  const last = honest.log.leaves.length - 1;
  /** What a log with dishonest witnesses could do: checkpoint and hashes follow the change. */
  const rewritten = (name, line, change) => {
    const one = small();
    const claimed = change(one) ?? one.claim();
    cases[name] = { files: one.log.files(claimed), line: typeof line === "string" ? line : line(one) };
  };
  /** The honest checkpoint and hashes over leaves, or files, that somebody has changed on the way. */
  const onTheWay = (name, line, change) => {
    const leaves = [...honest.log.leaves];
    const files = honest.log.files(honest.claim());
    change(leaves, files);
    for (const path of Object.keys(files)) if (path.startsWith("tile/entries/")) delete files[path];
    for (const [path, bytes] of Object.entries(tiles(leaves))) if (path.startsWith("tile/entries/")) files[path] = bytes;
    cases[name] = { files, line };
  };
  const edited = (bytes, from, to) => Buffer.from(bytes.toString().replace(from, to));
  const changed = (leaves) => (leaves[3] = edited(leaves[3], '"scope":["endorse","vote"]', '"scope":["endorse"]'));

  onTheWay("dropped", `entry 3: it was dropped: the entry in its place has the hash of the next (tile/entries/000.p/${last + 1}, which a log of ${last + 1} entries has, is missing)`, (leaves) => void leaves.splice(3, 1));
  onTheWay("changed", "entry 3: it was changed: its hash is not the one in tile/0", changed);
  onTheWay("swapped", "entry 2: it was swapped with entry 4", (leaves) => ([leaves[2], leaves[4]] = [leaves[4], leaves[2]]));
  onTheWay("added", `entry 5: it was added: the next has the hash that belongs here (tile/entries/000.p/${last + 1}, which a log of ${last + 1} entries has, is missing)`, (leaves) => void leaves.splice(5, 0, leaves[1]));
  rewritten("root", (one) => `entry 3: the signature of ${one.a.key.public} does not verify: it is not of this key and body; and the ${last + 1} entries do not give the root of the checkpoint`, ({ log }) => {
    const checkpoint = log.checkpoint();
    changed(log.leaves);
    log.checkpoint = () => checkpoint;
  });
  const blob = digest(TEXTS.en[1]);
  onTheWay("text-edited", `blobs/${blob} was changed: its digest is ${digest("1. We end it.\n")}`, (_, files) => void (files[`blobs/${blob}`] = "1. We end it.\n"));
  onTheWay("blob-missing", `blob ${blob}, the text of A/1/L.1 in en, is missing`, (_, files) => void delete files[`blobs/${blob}`]);
  onTheWay("other-size", `tile/entries/000.p/${last}, which a log of ${last} entries has, is missing`, (_, files) => void (files.checkpoint = honest.log.checkpoint(last)));
  onTheWay("too-few-witnesses", "the checkpoint: the quorum `two` is not reached: 1 of 3 witnesses have cosigned", (_, files) => void (files.checkpoint = honest.log.checkpoint(last + 1, 1)));
  onTheWay("false-signature", "the checkpoint: the signature of record.example.org/assembly is false", (_, files) => void (files.checkpoint = files.checkpoint.replace(`\n${last + 1}\n`, `\n${last + 2}\n`)));
  onTheWay("another-log", "the checkpoint: the checkpoint is not signed by a log of the policy", (_, files) => {
    const { key } = honest.log;
    honest.log.key = noteKey("record.example.net/other", 1);
    files.checkpoint = honest.log.checkpoint();
    honest.log.key = key;
  });
  // A log that goes on from an older copy of its data: its witnesses have confirmed other entries, and confirm no second past.
  rewritten("old-backup", "the checkpoint: the quorum `two` is not reached: 0 of 3 witnesses have cosigned", (one) => {
    one.log.leaves.pop();
    one.log.act("decline", "b", { manifest: one.manifest }, one.b.key);
    const own = one.log.checkpoint.bind(one.log);
    one.log.checkpoint = () => own(one.log.leaves.length, 0);
    return one.claim(figures(0, 0, 0, 0, 0, 0));
  });
  rewritten("revoked-vote", `poll p: the poll's result is not the recount; entry ${last + 5} is invalid: representative rep-a was revoked`, (one) => {
    const [poll, rep] = ["p", one.a.rep.rep];
    one.log.entry("revoke", { org: "a", rep }, [one.a.key]);
    one.log.entry("poll", { poll, meeting: "m", question: one.manifest, method: "hands", electorate: [{ org: "a", votes: 1 }] }, [one.clerk]);
    const vote = one.log.body("vote", { poll, org: "a", rep, parts: [{ choice: "yes", votes: 1 }] });
    one.log.entry("cast", { poll, org: "a", vote_sha256: digest(jcs(vote)) }, [one.clerk]);
    one.log.entry("lock", { poll }, [one.clerk]);
    one.log.push(leaf(vote, [one.a.rep]));
    const counts = { yes: 1, no: 0, abstain: 0, "not-participating": 0, absent: 0 };
    one.log.entry("result", { poll, ...counts }, [one.clerk]);
    return claim("poll", poll, one.log.leaves.length, counts);
  });
  onTheWay("another-genesis", `entry 0: its digest ${digest(honest.log.leaves[0])} is not the policy's genesis ${digest("x")}`, (_, files) => void (files.policy = files.policy.replace(/genesis .*/, `genesis ${digest("x")}`)));
  rewritten("nonce", (one) => `entry ${last + 1}: the nonce ${JSON.parse(one.log.leaves[last]).body.nonce} is repeated`, ({ log }) => void log.leaves.push(log.leaves[last]));
  rewritten("not-canonical", "entry 2: not canonical: not the canonical form", ({ log }) => void (log.leaves[2] = edited(log.leaves[2], '{"body":{', '{"body": {')));
  rewritten("version", "entry 2: not canonical: 1.0 is not allowed in the record", ({ log }) => void (log.leaves[2] = edited(log.leaves[2], '"v":1', '"v":1.0')));
  rewritten("other-log", 'entry 2: an entry of another log, "record.example.net/other"', ({ log }) => void (log.leaves[2] = edited(log.leaves[2], "record.example.org/assembly", "record.example.net/other")));
  rewritten("not-a-leaf", "entry 2: a leaf is exactly a body and its signatures", ({ log }) => void (log.leaves[2] = Buffer.from('{"body":{},"note":"x","sigs":[]}')));
  rewritten("figure", "the claim is not the recount: organisations is claimed 2, counted 1", (one) => one.claim(figures(2, 1, 0, 1, 0, 0)));
  rewritten("invalid-counted", (one) => `the claim is not the recount: by_key is claimed 1, counted 0; entry ${last + 1} is invalid: ${one.a.key.public} may not sign this entry`, (one) => {
    one.log.act("endorse", "b", { manifest: one.manifest }, one.a.key);
    return one.claim(figures(2, 1, 1, 1, 0, 0));
  });
  rewritten("bidi", (one) => `blob ${digest("We agree.\u202e\n")}, the text of A/2 in en: U+202E in line 1 is not allowed`, (one) => {
    const manifest = one.log.manifest("A/2", { en: ["Title", "We agree.\u202e\n"] });
    one.log.entry("text", { symbol: "A/2", manifest }, [one.clerk]);
    return claim("text", manifest, one.log.leaves.length, figures(0, 0, 0, 0, 0, 0));
  });
  rewritten("correction", `entry ${last + 1}: the correction changes the text in en`, (one) => {
    const to = one.log.manifest("A/1/L.1", { ...TEXTS, en: [TEXTS.en[0], "1. We end it.\n"] });
    one.log.entry("correct", { symbol: "A/1/L.1", from: one.manifest, to, languages: ["ar"] }, [one.clerk]);
    return claim("text", to, one.log.leaves.length, figures(0, 0, 0, 0, 0, 1));
  });
  rewritten("spoiled-poll", `poll p: the poll's result is not the recount; entry ${last + 3} is invalid: the result is not the recount`, (one) => {
    const poll = { poll: "p", meeting: "m", question: one.manifest, method: "hands", electorate: [{ org: "a", votes: 1 }] };
    one.log.entry("poll", poll, [one.clerk]);
    one.log.entry("lock", { poll: "p" }, [one.clerk]);
    one.log.entry("result", { poll: "p", yes: 1, no: 0, abstain: 0, "not-participating": 0, absent: 0 }, [one.clerk]);
    return claim("poll", "p", one.log.leaves.length, { yes: 1, no: 0, abstain: 0, "not-participating": 0, absent: 0 });
  });
  return cases;
}

// One of each kind is kept for the program; the check in the browser is shown all of them, made anew.
const KEPT = ["changed", "root", "invalid-counted", "correction", "spoiled-poll", "too-few-witnesses"];

/** Writes bundles into the folder, with what is to be said of each: those that are kept, or all of them. */
function write(folder, names) {
  mkdirSync(folder, { recursive: true });
  const { log, claims } = whole();
  writeFileSync(`${folder}record.zip`, zip(log.files(claims.text)));
  const expected = { "record.zip": { counts: claims.text.counts, skipped: log.skipped } };
  for (const [name, { files, line }] of Object.entries(tampered())) {
    if (!names.includes(name)) continue;
    writeFileSync(`${folder}${name}.zip`, zip(files));
    expected[`${name}.zip`] = { line };
  }
  writeFileSync(`${folder}expected.json`, JSON.stringify(expected, null, 1) + "\n");
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  if (argv[2]) write(`${argv[2]}/`, Object.keys(tampered()));
  else write(fileURLToPath(new URL("data/", import.meta.url)), KEPT);
}
