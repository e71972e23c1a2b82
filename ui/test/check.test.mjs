// The check in the browser, in Node: it says of every bundle what the program says. crates/ledger/tests/browser.rs holds the program to the same files.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { tampered, whole } from "./check-record.mjs";
import { digest, jcs, zip } from "./check-writer.mjs";

const here = (path) => new URL(path, import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "hemicycle-check-"));
after(() => rmSync(folder, { recursive: true, force: true }));

async function load(name) {
  const outfile = join(folder, `${name}.mjs`);
  await build({ entryPoints: [here(`../src/check/${name}.ts`).pathname], outfile, bundle: true, format: "esm", logLevel: "warning" });
  return import(pathToFileURL(outfile));
}
const [{ verify }, { Reader, canonical }, { isAllowed, checkText }, { sha256 }, form, { fromDer }, { readNote, readKey, signedBy, readCheckpoint }, { rootOf }, { members }] =
  await Promise.all(["verify", "json", "text", "sha256", "form", "keys", "note", "tree", "zip"].map(load));

const quiet = () => {};
const bundle = (name) => new Uint8Array(readFileSync(here(`data/${name}`)));
const expected = JSON.parse(readFileSync(here("data/expected.json"), "utf8"));

for (const [name, { line, counts, skipped }] of Object.entries(expected)) {
  test(`bundle ${name}`, async () => {
    if (line !== undefined) return assert.rejects(verify(bundle(name), quiet), (error) => (assert.equal(error.message, line), typeof error.step === "string"));
    const verified = await verify(bundle(name), quiet);
    assert.deepEqual(verified.counts, counts);
    assert.deepEqual(verified.skipped.map(({ entry, code }) => [entry, code]), skipped);
    assert.deepEqual(verified.witnesses, [{ name: "w1", time: 1_795_000_000 }, { name: "w2", time: 1_795_000_000 }]);
    assert.equal(verified.title, "Statement on dialogue");
    assert.equal(verified.policyFromBundle, true);
  });
}

for (const [name, { files, line }] of Object.entries(tampered())) {
  test(`tampered with: ${name}`, () => assert.rejects(verify(new Uint8Array(zip(files)), quiet), { message: line }));
}

test("every bundle in the folder has its expectation, and every reason is among them", () => {
  const zips = readdirSync(here("data")).filter((name) => name.endsWith(".zip"));
  assert.deepEqual(zips.sort(), Object.keys(expected).sort());
  const source = readFileSync(here("../../crates/ledger/src/reason.rs"), "utf8").split("impl Broken")[0];
  const codes = [...source.matchAll(/=> "([a-z-]+)"/g)].map((found) => found[1]);
  assert.ok(codes.length > 30);
  assert.deepEqual([...new Set(expected["record.zip"].skipped.map(([, code]) => code))].sort(), codes.sort());
});

test("claims on a correction, a poll and a summit hold, at their own size, and progress only grows", async () => {
  const { log, claims } = whole();
  for (const claim of Object.values(claims)) {
    const heard = [];
    const verified = await verify(new Uint8Array(zip(log.files(claim))), (done) => heard.push(done), log.policy());
    assert.deepEqual(verified.counts, claim.counts);
    assert.equal(verified.size, claim.size);
    assert.equal(verified.policyFromBundle, false);
    assert.deepEqual(heard, [...heard].sort((a, b) => a - b));
    assert.equal(heard.at(-1), 1);
  }
});

test("archives that two readers could read differently, and those that are no bundle, are refused", async () => {
  const whole = bundle("record.zip");
  const fails = async (bytes, pattern) => assert.rejects(verify(new Uint8Array(bytes), quiet), (error) => (assert.match(error.message, pattern), assert.equal(error.step, "archive"), true));
  await fails([], /no end/);
  await fails([...whole, 0], /no end/);
  await fails(zip({ "../x": "x" }), /no file of a bundle has this name/);
  await fails(zip({ "blobs/x": "x" }), /no file of a bundle has this name/);
  await fails(zip({ policy: Buffer.alloc(2 ** 20 + 1) }), /unpacks to more than 1048576 bytes/);
  const at = whole.indexOf(0x50, 40);
  await fails(whole.map((byte, n) => (n === at - 1 ? byte ^ 1 : byte)), /check sum|unpacked|disagree/);
  const two = Buffer.from(zip({ policy: "a", polizy: "a" }).toString("latin1").replaceAll("polizy", "policy"), "latin1");
  await fails(two, /stands twice/);
  const [first] = members(new Uint8Array(zip({ policy: "a" })), 9);
  assert.equal(first.name, "policy");
});

test("canonical form alone is read", () => {
  const value = { b: [1, { é: "\u0001\n\"\\", z: 0 }], a: "", "\u{1F600}": 9007199254740991, "\uFB33": 1 };
  const text = jcs(value);
  assert.ok(canonical(text) instanceof Map);
  const reader = new Reader(text);
  reader.value();
  assert.equal(reader.at, text.length);
  for (const other of ['{"b":1,"a":2}', '{ "a":1}', '{"a":1,"a":1}', '"\\u0041"', '"\\/"', '"\\u000A"', '"\\u000a"', "01", "-1", "1.5", "1e3", "true", "null", "9007199254740992", '"\n"', "[1,]", "", '"a', "[".repeat(128) + "]".repeat(128)]) {
    assert.throws(() => canonical(other), undefined, other);
  }
});

test("the rules of texts are those of Unicode 14.0", () => {
  const rust = readFileSync(here("../../crates/ledger/src/unicode14.rs"), "utf8");
  const runs = [...rust.matchAll(/\(0x([0-9a-f]+), 0x([0-9a-f]+)\)/g)].map(([, first, last]) => [parseInt(first, 16), parseInt(last, 16)]);
  assert.equal(runs.length, 698);
  const unassigned = new Set(runs.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, n) => first + n)));
  const refused = (code) => code < 0x20 || (code > 0x7e && code < 0xa0) || /[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/.test(String.fromCodePoint(code)) || unassigned.has(code);
  for (let code = 0; code < 0x110000; code++) if (isAllowed(code) === refused(code)) assert.fail(code.toString(16));
  const check = (text) => checkText(new TextEncoder().encode(text));
  check("");
  check("Déclaration\nبيان\n");
  assert.throws(() => check("a"), /does not end/);
  assert.throws(() => check("a\r\n"), /U\+000D in line 1/);
  assert.throws(() => check("a\ne\u0301\n"), /normalisation/);
  assert.throws(() => check("a\n\u{1fabb}\n"), /U\+1FABB in line 2/);
  assert.throws(() => checkText(Uint8Array.of(0xff, 10)), /UTF-8/);
});

test("hashes, keys and forms", async () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 1000]) {
    const bytes = Uint8Array.from({ length }, (_, n) => n * 7);
    assert.equal(Buffer.from(sha256(bytes)).toString("hex"), digest(bytes));
    assert.equal(Buffer.from(sha256(bytes, 1)).toString("hex"), digest(Buffer.from([1, ...bytes])));
  }
  const leaves = Array.from({ length: 7 }, (_, n) => sha256(Uint8Array.of(n), 0));
  const node = (left, right) => sha256(Buffer.concat([left, right]), 1);
  const [a, b, c, d, e, f, g] = leaves;
  assert.deepEqual(rootOf(leaves), node(node(node(a, b), node(c, d)), node(node(e, f), g)));
  assert.ok(form.isNonce("AAAAAAAAAAAAAAAAAAAAAA") && !form.isNonce("AAAAAAAAAAAAAAAAAAAAAB") && !form.isNonce("AAAAAAAAAAAAAAAAAAAAAA=="));
  assert.ok(form.isMoment("2024-02-29T00:00:00Z") && !form.isMoment("1900-02-29T00:00:00Z") && !form.isMoment("2026-01-01T24:00:00Z"));
  assert.ok(form.isCountry("") && form.isCountry("x-free-port") && !form.isCountry("x-") && !form.isCountry("fr"));
  const key = (...bytes) => Buffer.from([...bytes, ...new Array(32 - bytes.length).fill(0)]).toString("base64url");
  assert.ok(form.isKey(key(9)) && !form.isKey(key(1)) && !form.isKey(key(0)));
  assert.ok(!form.isKey(Buffer.from([0xf0, ...new Array(30).fill(0xff), 0x7f]).toString("base64url")), "a coordinate above the field");
  assert.equal(fromDer(Uint8Array.of(0x30, 6, 2, 1, 1, 2, 1, 2))?.length, 64);
  for (const der of [[0x30, 6, 2, 1, 0x81, 2, 1, 2], [0x30, 7, 2, 2, 0, 1, 2, 1, 2], [0x30, 6, 2, 1, 1, 2, 1, 2, 0], [0x30, 3, 2, 1, 1], []]) assert.equal(fromDer(Uint8Array.from(der)), undefined);
});

test("notes and checkpoints of others are read", async () => {
  const note = readNote("If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n");
  const vkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  assert.deepEqual(await signedBy(note, [readKey(vkey)]), [0n]);
  for (const wrong of [vkey.replace("c74f", "c74e"), vkey.replace("c74f", "C74F"), vkey.slice(0, -4), "a b+c74f20a3+ARpc", "a+00000000+Ag=="]) assert.throws(() => readKey(wrong));
  const text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
  assert.equal(readCheckpoint(text).size, 20_852_163);
  for (const wrong of [text.replace("2085", "02085"), `${text}x\n`, text.trimEnd(), text.replace("q2I=", "q2J="), text.replaceAll("\n", "\r\n")]) assert.throws(() => readCheckpoint(wrong));
});
