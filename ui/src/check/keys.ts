// Signatures by the browser's own WebCrypto: Ed25519 and ECDSA on P-256. Keys are taken in once each.
import { concat } from "./bytes";
import { Unable } from "./reason";

/** The bytes as WebCrypto's declarations want them; nothing here is shared memory. */
const source = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => bytes as Uint8Array<ArrayBuffer>;

const MOST_KEYS = 20_000;
const keys = new Map<string, Promise<CryptoKey | undefined>>();

function subtle(): SubtleCrypto {
  const found = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (!found) throw new Unable("no WebCrypto: the page must come by https");
  return found;
}

/** The key of these bytes; undefined for bytes that are none. */
function taken(name: string, algorithm: AlgorithmIdentifier | EcKeyImportParams, bytes: Uint8Array): Promise<CryptoKey | undefined> {
  const id = name + String.fromCharCode(...bytes);
  let key = keys.get(id);
  if (!key) {
    if (keys.size >= MOST_KEYS) keys.clear();
    key = subtle()
      .importKey("raw", source(bytes), algorithm, false, ["verify"])
      .catch((error: unknown) => {
        // An algorithm that the browser does not know says nothing about the key.
        if (error instanceof DOMException && error.name === "NotSupportedError") throw new Unable(`no ${name} in this browser`);
        return undefined;
      });
    keys.set(id, key);
  }
  return key;
}

/** Whether this is the key's Ed25519 signature over the message. */
export async function isEd25519(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  if (signature.length !== 64) return false;
  const taking = await taken("Ed25519", { name: "Ed25519" }, key);
  return taking !== undefined && (await subtle().verify("Ed25519", taking, source(signature), source(message)));
}

/** Whether this is the key's ECDSA signature, in DER, over the message's SHA-256. */
export async function isEs256(key: Uint8Array, message: Uint8Array, der: Uint8Array): Promise<boolean> {
  const raw = fromDer(der);
  const taking = await taken("P-256", { name: "ECDSA", namedCurve: "P-256" }, key);
  if (!raw || !taking) return false;
  return subtle().verify({ name: "ECDSA", hash: "SHA-256" }, taking, source(raw), source(message));
}

/** The SHA-512 of these bytes. */
export const sha512 = async (bytes: Uint8Array): Promise<Uint8Array> => new Uint8Array(await subtle().digest("SHA-512", source(bytes)));

/** The 64 bytes of an ECDSA signature that DER writes as a sequence of two integers, each in its shortest form. */
export function fromDer(der: Uint8Array): Uint8Array | undefined {
  // Two integers of 33 bytes at most: a length of one byte.
  if (der[0] !== 0x30 || der[1] !== der.length - 2 || der.length > 72) return undefined;
  const parts: Uint8Array[] = [];
  let at = 2;
  while (at < der.length) {
    const length = der[at + 1] ?? 0;
    const bytes = der.subarray(at + 2, at + 2 + length);
    if (der[at] !== 0x02 || length === 0 || bytes.length !== length) return undefined;
    const padded = bytes[0] === 0 && length > 1;
    if ((bytes[0] ?? 0) > 0x7f || (padded && (bytes[1] ?? 0) < 0x80)) return undefined;
    const bare = padded ? bytes.subarray(1) : bytes;
    if (bare.length > 32) return undefined;
    parts.push(concat(new Uint8Array(32 - bare.length), bare));
    at += 2 + length;
  }
  return parts.length === 2 ? concat(...parts) : undefined;
}
