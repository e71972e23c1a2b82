// Reading the fields of an object, each once and in its form, and nothing else.
import { isDigest, isId, isKey, isMoment, isPasskey } from "./form";
import type { Fields, Value } from "./json";
import { Invalid, malformed } from "./reason";

type Is = (text: string) => boolean;

/** The fields of an object that were not read yet. */
export class Unread {
  constructor(private readonly rest: Fields) {}

  /** The fields of an object that stands inside field `name`. */
  static inside(value: Value, name: string): Unread {
    if (!(value instanceof Map)) throw malformed(name);
    return new Unread(new Map(value));
  }
  optional(name: string): Value | undefined {
    const value = this.rest.get(name);
    this.rest.delete(name);
    return value;
  }
  value(name: string): Value {
    const value = this.optional(name);
    if (value === undefined) throw new Invalid("missing-field", `field "${name}" is missing`);
    return value;
  }
  number(name: string): number {
    const value = this.value(name);
    if (typeof value !== "number") throw malformed(name);
    return value;
  }
  array(name: string): Value[] {
    const value = this.value(name);
    if (!Array.isArray(value)) throw malformed(name);
    return value;
  }
  object(name: string): Unread {
    return Unread.inside(this.value(name), name);
  }
  /** A text for which `is` holds. */
  text(name: string, is: Is = () => true): string {
    const value = this.value(name);
    if (typeof value !== "string" || !is(value)) throw malformed(name);
    return value;
  }
  id = (name: string): string => this.text(name, isId);
  idOrEmpty = (name: string): string => this.text(name, (text) => text === "" || isId(text));
  digest = (name: string): string => this.text(name, isDigest);
  key = (name: string): string => this.text(name, isKey);
  keyOrEmpty = (name: string): string => this.text(name, (text) => text === "" || isKey(text));
  passkey = (name: string): string => this.text(name, isPasskey);
  moment = (name: string): string => this.text(name, isMoment);
  /** One of these words. */
  word<W extends string>(name: string, words: readonly W[]): W {
    return this.text(name, (text) => (words as readonly string[]).includes(text)) as W;
  }
  /** Texts in any order. */
  list(name: string, is: Is): string[] {
    return this.array(name).map((item) => {
      if (typeof item !== "string" || !is(item)) throw malformed(name);
      return item;
    });
  }
  /** A set: sorted by code unit, nothing twice. */
  set(name: string, is: Is): string[] {
    const items = this.list(name, is);
    if (items.some((item, at) => at > 0 && item <= (items[at - 1] ?? ""))) throw malformed(name);
    return items;
  }
  /** Every field that is left, for objects whose fields have free names. */
  others(): Fields {
    return this.rest;
  }
  /** Nothing may be left. */
  finish(): void {
    for (const name of this.rest.keys()) throw new Invalid("unknown-field", `unknown field ${JSON.stringify(name)}`);
  }
}
