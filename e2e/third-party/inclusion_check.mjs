// Checks a proof of inclusion in the record's tree with npm `@sigstore/verify`, which checks those of a public transparency log.
//
// Usage: inclusion_check.mjs < PROOF.json
//
// PROOF.json: {"leaf", "root", "hashes"} in base64, {"index", "size"} as numbers. Exit status 1, with the reason on standard error, when the proof
// does not hold.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const { verifyMerkleInclusion } = createRequire(import.meta.url)("@sigstore/verify/dist/tlog/merkle.js");
const proof = JSON.parse(readFileSync(0, "utf8"));
const bytes = (text) => Buffer.from(text, "base64");
const entry = {
    canonicalizedBody: bytes(proof.leaf),
    inclusionProof: { logIndex: String(proof.index), hashes: proof.hashes.map(bytes) },
};
try {
    verifyMerkleInclusion(entry, { logSize: BigInt(proof.size), logHash: bytes(proof.root) });
    console.log("included");
} catch (error) {
    console.error(`inclusion_check: ${error.message}`);
    process.exit(1);
}
