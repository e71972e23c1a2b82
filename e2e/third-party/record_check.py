#!/usr/bin/env python3
"""Checks an evidence bundle of the public record with programs that are not ours.

Usage: record_check.py BUNDLE.zip [POLICY]

Canonical form by PyPI `rfc8785`, passkeys' assertions by PyPI `webauthn`, organisations' own signatures by OpenSSH's
`ssh-keygen -Y verify`, other signatures by PyPI `cryptography`; the tree by the recursion of RFC 6962, and for texts a recount of the
endorsements. It repeats the arithmetic and every signature, and takes for granted who may sign what: `hemicycle verify` judges that.

Prints one JSON object: {"origin", "size", "witnesses", "canonical", "ed25519", "sshsig", "webauthn", "blobs", "claim", "recount"}, or one line on standard
error and exit status 1.
"""
import base64
import hashlib
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import cbor2
import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from webauthn import verify_authentication_response
from webauthn.helpers import bytes_to_base64url
from webauthn.helpers.exceptions import InvalidAuthenticationResponse

NAMESPACE = "hemicycle-record"


def fail(reason: str) -> None:
    print(f"record_check: {reason}", file=sys.stderr)
    sys.exit(1)


def b64(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def ed25519(key: bytes, message: bytes, signature: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
        return True
    except InvalidSignature:
        return False


def vkey(text: str) -> tuple[str, bytes, int, bytes]:
    name, number, key = text.split("+", 2)
    key = base64.b64decode(key, validate=True)
    digest = hashlib.sha256(name.encode() + b"\n" + key).digest()[:4]
    if digest.hex() != number:
        fail(f"{name}: the number of the key is not that of the key")
    return name, digest, key[0], key[1:]


def checkpoint(note: str, policy: str) -> tuple[str, int, bytes, list[str], str]:
    """The origin, size and root that the log signed, which witnesses cosigned it, and the digest of entry 0."""
    text, _, lines = note.partition("\n\n")
    text += "\n"
    origin, size, root = text.splitlines()
    signatures = [line.removeprefix("\u2014 ").split(" ") for line in lines.splitlines()]
    log, witnesses, groups, quorum, genesis = None, {}, {}, None, None
    for line in policy.splitlines():
        match line.split():
            case ["log", key, *_]:
                log = vkey(key)
            case ["witness", name, key, *_]:
                witnesses[name] = vkey(key)
            case ["group", name, k, *members]:
                groups[name] = ({"any": 1, "all": len(members)}.get(k) or int(k), members)
            case ["quorum", name]:
                quorum = name
            case ["genesis", digest]:
                genesis = digest
    if log is None or quorum is None or genesis is None:
        fail("policy: log, quorum or genesis is missing")
    if log[0] != origin:
        fail(f"checkpoint: {origin} is another log than the policy's {log[0]}")

    def signed(key: tuple[str, bytes, int, bytes]) -> bool:
        for name, signature in signatures:
            raw = base64.b64decode(signature, validate=True)
            if name != key[0] or raw[:4] != key[1]:
                continue
            if key[2] == 4:
                message = f"cosignature/v1\ntime {int.from_bytes(raw[4:12], 'big')}\n{text}".encode()
                return ed25519(key[3], message, raw[12:]) or fail(f"checkpoint: {name} did not sign this")
            return ed25519(key[3], text.encode(), raw[4:]) or fail(f"checkpoint: {name} did not sign this")
        return False

    if not signed(log):
        fail("checkpoint: the log did not sign it")
    present = [name for name, key in witnesses.items() if signed(key)]

    def reached(name: str) -> bool:
        if name in groups:
            return sum(map(reached, groups[name][1])) >= groups[name][0]
        return name in present

    if quorum != "none" and not reached(quorum):
        fail(f"checkpoint: {len(present)} witnesses are too few")
    return origin, int(size), base64.b64decode(root, validate=True), [witnesses[name][0] for name in present], genesis


def tree(hashes: list[bytes]) -> bytes:
    if len(hashes) == 1:
        return hashes[0]
    split = 1 << (len(hashes) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + tree(hashes[:split]) + tree(hashes[split:])).digest()


def leaves(bundle: zipfile.ZipFile, size: int) -> list[bytes]:
    found = []
    for n in range((size + 255) // 256):
        width = min(256, size - 256 * n)
        groups = [f"{n // 1000**i % 1000:03}" for i in range(1 + (n >= 1000) + (n >= 1_000_000))][::-1]
        name = "/".join([*("x" + group for group in groups[:-1]), groups[-1]]) + (f".p/{width}" if width < 256 else "")
        tile = bundle.read(f"tile/entries/{name}")
        for _ in range(width):
            length = int.from_bytes(tile[:2], "big")
            found.append(tile[2 : 2 + length])
            tile = tile[2 + length :]
        if tile:
            fail(f"tile/entries/{name}: bytes follow the last entry")
    return found


def sshsig(folder: Path, key: bytes, message: bytes, blob: bytes) -> bool:
    public = b"".join(len(part).to_bytes(4, "big") + part for part in (b"ssh-ed25519", key))
    (folder / "allowed").write_text(f"them ssh-ed25519 {base64.b64encode(public).decode()}\n")
    armored = base64.encodebytes(blob).decode()
    (folder / "signature").write_text(f"-----BEGIN SSH SIGNATURE-----\n{armored}-----END SSH SIGNATURE-----\n")
    command = ["ssh-keygen", "-Y", "verify", "-f", folder / "allowed", "-I", "them", "-n", NAMESPACE, "-s", folder / "signature"]
    return subprocess.run(command, input=message, capture_output=True, check=False).returncode == 0


def webauthn(rp: dict, key: bytes, digest: bytes, sig: dict) -> bool:
    credential = {
        "id": bytes_to_base64url(b"rep"),
        "rawId": bytes_to_base64url(b"rep"),
        "type": "public-key",
        "clientExtensionResults": {},
        "response": {"authenticatorData": sig["ad"], "clientDataJSON": sig["cd"], "signature": sig["sig"]},
    }
    try:
        verify_authentication_response(
            credential=credential,
            expected_challenge=digest,
            expected_rp_id=rp["id"],
            expected_origin=rp["origins"],
            credential_public_key=cbor2.dumps({1: 2, 3: -7, -1: 1, -2: key[1:33], -3: key[33:]}),
            credential_current_sign_count=0,
            require_user_verification=True,
        )
        return True
    except InvalidAuthenticationResponse:
        return False


def signatures(entries: list[dict]) -> dict[str, int]:
    """Verifies every signature of every entry; counts them by kind."""
    rp = entries[0]["body"]["rp"]
    passkeys = {e["body"]["rep"]: b64(e["body"]["key"]) for e in entries if e["body"]["type"] == "delegate"}
    counts = {"ed25519": 0, "sshsig": 0, "webauthn": 0}
    with tempfile.TemporaryDirectory() as folder:
        for index, entry in enumerate(entries):
            body = rfc8785.dumps(entry["body"])
            for sig in entry["sigs"]:
                match sig["alg"]:
                    case "ed25519":
                        good = ed25519(b64(sig["key"]), body, b64(sig["sig"]))
                    case "sshsig":
                        good = sshsig(Path(folder), b64(sig["key"]), body, b64(sig["sig"]))
                    case "webauthn-es256":
                        good = webauthn(rp, passkeys[sig["rep"]], hashlib.sha256(body).digest(), sig)
                    case other:
                        fail(f"entry {index}: {other} is no way to sign")
                if not good:
                    fail(f"entry {index}: a signature does not verify")
                counts[sig["alg"].removesuffix("-es256")] += 1
    return counts


def endorsements(entries: list[dict], manifest: str, size: int) -> dict[str, int]:
    """Whose last act on this manifest endorses it, among the first `size` entries."""
    accredited, last = {}, {}
    for entry in entries[:size]:
        body, sig = entry["body"], entry["sigs"][0]
        match body["type"]:
            case "accredit":
                accredited[body["org"]] = body["country"]
            case "discredit":
                accredited.pop(body["org"], None)
            case "endorse" | "endorse-with-reservation" | "decline" | "withdraw" if body["manifest"] == manifest:
                last[body["org"]] = (body["type"], "by_passkey" if sig["alg"] == "webauthn-es256" else "by_key")
            case "attested" if body["manifest"] == manifest:
                last[body["org"]] = (body["act"], "on_paper")
    mine = {org: way for org, (act, way) in last.items() if act.startswith("endorse") and org in accredited}
    ways = list(mine.values())
    figures = {way: ways.count(way) for way in ("by_key", "by_passkey", "on_paper")}
    return {"organisations": len(mine), "countries": len({accredited[org] for org in mine} - {""}), **figures}


def main() -> None:
    if len(sys.argv) not in (2, 3):
        fail("one BUNDLE is needed")
    with zipfile.ZipFile(sys.argv[1]) as bundle:
        policy = Path(sys.argv[2]).read_text() if len(sys.argv) == 3 else bundle.read("policy").decode()
        origin, size, root, witnesses, genesis = checkpoint(bundle.read("checkpoint").decode(), policy)
        raw = leaves(bundle, size)
        blobs = [name for name in bundle.namelist() if name.startswith("blobs/")]
        for name in blobs:
            if hashlib.sha256(bundle.read(name)).hexdigest() != name.removeprefix("blobs/"):
                fail(f"{name}: is another blob")
        claim = json.loads(bundle.read("claim.json"))
    if tree([hashlib.sha256(b"\0" + leaf).digest() for leaf in raw]) != root:
        fail("the root of the entries is not the checkpoint's")
    if hashlib.sha256(raw[0]).hexdigest() != genesis:
        fail("entry 0 is not the policy's genesis")
    entries = [json.loads(leaf) for leaf in raw]
    for index, (leaf, entry) in enumerate(zip(raw, entries)):
        if rfc8785.dumps(entry) != leaf:
            fail(f"entry {index}: not the canonical form")
        if entry["body"]["log"] != origin:
            fail(f"entry {index}: of another log")
    if len({entry["body"]["nonce"] for entry in entries}) != size:
        fail("a nonce is repeated")
    recount = endorsements(entries, claim["id"], claim["size"]) if claim["kind"] == "text" else None
    if recount is not None and any(claim["counts"][figure] != n for figure, n in recount.items()):
        fail(f"the claim is {claim['counts']}, the recount {recount}")
    result = {"origin": origin, "size": size, "witnesses": witnesses, "canonical": len(entries), **signatures(entries)}
    print(json.dumps({**result, "blobs": len(blobs), "claim": claim, "recount": recount}))


if __name__ == "__main__":
    main()
