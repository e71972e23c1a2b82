// The written forms of fields: each has one spelling, and whatever is spelled otherwise is not of the form.
import { fromBase64url } from "./bytes";

const matches = (pattern: RegExp) => (text: string): boolean => pattern.test(text);

/** An organisation's, representative's, poll's, summit's, meeting's or category's id. */
export const isId = matches(/^[a-z0-9-]{1,64}$/);
/** A document's symbol. */
export const isSymbol = matches(/^[A-Z0-9][A-Za-z0-9./()*-]{0,79}$/);
/** A country, a convener's own code, or nothing for an international body. */
export const isCountry = matches(/^(|[A-Z]{2}|x-[A-Za-z0-9-]{1,62})$/);
/** A SHA-256 digest. */
export const isDigest = matches(/^[0-9a-f]{64}$/);
const LANGUAGE = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/;
/** The shape of a BCP 47 tag. */
export const isLanguage = (text: string): boolean => text.length <= 64 && LANGUAGE.test(text);

/** White space of Unicode and control characters: what no name of a key and no origin has. */
export const SPACE_OR_CONTROL = /[\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
/** A log's origin: a URL without schema. */
export const isOrigin = (text: string): boolean =>
  text !== "" && !text.includes("://") && !text.includes("+") && !SPACE_OR_CONTROL.test(text);

const fixed = (text: string, length: number): Uint8Array | undefined => {
  const bytes = text.length === Math.ceil((length * 4) / 3) ? fromBase64url(text) : undefined;
  return bytes?.length === length ? bytes : undefined;
};

/** Sixteen random bytes. */
export const isNonce = (text: string): boolean => fixed(text, 16) !== undefined;

/** The order of the field of Curve25519, and the second coordinates of its points of order 1, 2, 4 and 8. */
const FIELD = 2n ** 255n - 19n;
const SMALL_ORDER = [
  0n,
  1n,
  FIELD - 1n,
  0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n,
  0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd83d3d706a17c7n,
];

/** A little-endian number of 32 bytes without its highest bit: the second coordinate of an Ed25519 key. */
function coordinate(bytes: Uint8Array): bigint {
  let number = 0n;
  for (let at = 31; at >= 0; at--) number = (number << 8n) | BigInt(at === 31 ? (bytes[at] ?? 0) & 0x7f : (bytes[at] ?? 0));
  return number;
}

/** Whether an Ed25519 key of this second coordinate, however it is written, is of small order: anybody can sign under it. */
export const isWeak = (bytes: Uint8Array): boolean => SMALL_ORDER.includes(coordinate(bytes) % FIELD);

const known = new Map<string, boolean>();
const MOST_KNOWN = 50_000;

/** Every key stands in a record many times, and is looked at once. */
function remembered(text: string, look: (text: string) => boolean): boolean {
  let is = known.get(text);
  if (is === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, (is = look(text)));
  }
  return is;
}

/** An Ed25519 key: 32 bytes, the coordinate below 2^255 − 19, not of small order. */
export const isKey = (text: string): boolean =>
  remembered(text, () => {
    const bytes = fixed(text, 32);
    return bytes !== undefined && coordinate(bytes) < FIELD && !isWeak(bytes);
  });

const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

const big = (bytes: Uint8Array): bigint => bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);

/** A passkey's key: the uncompressed form of a point on P-256. */
export const isPasskey = (text: string): boolean =>
  remembered(text, () => {
    const bytes = fixed(text, 65);
    if (bytes?.[0] !== 4) return false;
    const x = big(bytes.subarray(1, 33));
    const y = big(bytes.subarray(33));
    return x < P && y < P && (y * y - (x * x * x - 3n * x + B)) % P === 0n;
  });

const MOMENT = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

/** `YYYY-MM-DDThh:mm:ssZ` that the calendar has. Moments compare as their texts. */
export function isMoment(text: string): boolean {
  const [, years, months, days] = MOMENT.exec(text) ?? [];
  if (years === undefined) return false;
  const [year, month, day] = [Number(years), Number(months), Number(days)];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return length !== undefined && day >= 1 && day <= length;
}
