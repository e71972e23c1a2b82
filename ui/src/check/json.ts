// RFC 8785 (JCS), narrowed to what the record allows: strings, arrays, objects and integers from 0 to 2^53−1. It is read strictly: a
// text that is not its own canonical form is refused where it departs from it, so that nothing needs to be written again.

/** A value of the record. */
export type Value = string | number | Value[] | Fields;
/** The members of an object, in canonical order. */
export type Fields = Map<string, Value>;

/** Why a text is not canonical. */
export class NotCanonical extends Error {
  constructor(message = "not the canonical form") {
    super(message);
  }
}

// Deeper nesting is refused, as the program does.
const MAX_DEPTH = 127;
const ESCAPES: Record<string, string> = { '"': '"', "\\": "\\", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };
const SHORT = "\b\f\n\r\t";
// Everything else in a text stands for itself.
const SPECIAL = /["\\\u0000-\u001f]/g;

/** Reads canonical values from a text, one after another. */
export class Reader {
  at = 0;
  private depth = 0;

  constructor(readonly text: string) {}

  /** Whether this stands here; goes behind it then. */
  skip(part: string): boolean {
    const stands = this.text.startsWith(part, this.at);
    if (stands) this.at += part.length;
    return stands;
  }

  /** This must stand here. */
  expect(part: string): void {
    if (!this.skip(part)) throw new NotCanonical();
  }

  /** Nothing may follow. */
  end(): void {
    if (this.at !== this.text.length) throw new NotCanonical();
  }

  value(): Value {
    const first = this.text[this.at];
    if (first === '"') return this.string();
    if (first === "[") return this.nested(() => this.array());
    if (first === "{") return this.nested(() => this.object());
    return this.number();
  }

  private nested<T>(read: () => T): T {
    if (++this.depth > MAX_DEPTH) throw new NotCanonical("not JSON: nested too deeply");
    const value = read();
    this.depth--;
    return value;
  }

  /** An array; `each` is told where every item begins and ends. */
  array(each?: (from: number, to: number) => void): Value[] {
    const items: Value[] = [];
    this.expect("[");
    if (this.skip("]")) return items;
    do {
      const from = this.at;
      items.push(this.value());
      each?.(from, this.at);
    } while (this.skip(","));
    this.expect("]");
    return items;
  }

  private object(): Fields {
    const fields: Fields = new Map();
    this.expect("{");
    if (this.skip("}")) return fields;
    let last: string | undefined;
    do {
      const key = this.string();
      // JavaScript compares texts by UTF-16 code unit, which is the order of RFC 8785.
      if (last !== undefined && key <= last) throw new NotCanonical();
      this.expect(":");
      fields.set(key, this.value());
      last = key;
    } while (this.skip(","));
    this.expect("}");
    return fields;
  }

  private number(): number {
    const token = /^[-+.0-9A-Za-z]*/.exec(this.text.slice(this.at, this.at + 40))?.[0] ?? "";
    const whole = /^(0|[1-9][0-9]{0,15})$/.test(token) && Number.isSafeInteger(Number(token));
    if (!whole) throw /^(true|false|null|-?[0-9].*)$/.test(token) ? new NotCanonical(`${token} is not allowed in the record`) : new NotCanonical();
    this.at += token.length;
    return Number(token);
  }

  private string(): string {
    this.expect('"');
    let text = "";
    for (;;) {
      const plain = SPECIAL;
      plain.lastIndex = this.at;
      const stop = plain.exec(this.text);
      if (!stop) throw new NotCanonical();
      text += this.text.slice(this.at, stop.index);
      this.at = stop.index + 1;
      if (stop[0] === '"') return text;
      if (stop[0] !== "\\") throw new NotCanonical();
      text += this.escape();
    }
  }

  private escape(): string {
    const letter = this.text[this.at++] ?? "";
    const short = ESCAPES[letter];
    if (short !== undefined) return short;
    const digits = this.text.slice(this.at, this.at + 4);
    if (letter !== "u" || !/^00[01][0-9a-f]$/.test(digits)) throw new NotCanonical();
    const found = String.fromCharCode(parseInt(digits, 16));
    if (SHORT.includes(found)) throw new NotCanonical();
    this.at += 4;
    return found;
  }
}

/** The value of a text that is exactly its canonical form. */
export function canonical(text: string): Value {
  const reader = new Reader(text);
  const value = reader.value();
  reader.end();
  return value;
}
