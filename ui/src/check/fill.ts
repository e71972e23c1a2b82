// Fills the blanks of the server's template with an answer: `data-when` keeps a part for these answers alone, `data-fill` takes a text,
// `data-each` stands for one item of a list.
import type { Verified } from "./verify";
import type { Answer } from "./worker";

type Item = Record<string, string>;
type Filling = { when: Set<string>; texts: Item; lists: Record<string, Item[]> };

// As the server writes them: Western digits in Arabic, the day before the month in English.
const LOCALES: Record<string, string> = { ar: "ar-u-nu-latn", en: "en-GB" };

/** The template's parts that belong to this answer, with its figures in the language of the page. */
export function fill(content: DocumentFragment, answer: Answer, language: string): DocumentFragment {
  const { when, texts, lists } = filling(answer, language);
  for (const part of content.querySelectorAll<HTMLElement>("[data-when]")) {
    const wanted = (part.dataset["when"] ?? "").split(" ");
    if (!wanted.every((word) => when.has(word))) part.remove();
  }
  for (const pattern of content.querySelectorAll<HTMLElement>("[data-each]")) {
    for (const item of lists[pattern.dataset["each"] ?? ""] ?? []) {
      const copy = pattern.cloneNode(true) as HTMLElement;
      copy.removeAttribute("data-each");
      put(copy, item);
      pattern.before(copy);
    }
    pattern.remove();
  }
  put(content, texts);
  return content;
}

function put(place: ParentNode, texts: Item): void {
  for (const blank of place.querySelectorAll<HTMLElement>("[data-fill]")) {
    const text = texts[blank.dataset["fill"] ?? ""];
    if (text !== undefined) blank.textContent = text;
  }
}

function filling(answer: Answer, language: string): Filling {
  const locale = LOCALES[language] ?? language;
  const number = new Intl.NumberFormat(locale);
  if ("verified" in answer) return holding(answer.verified, locale, number);
  if ("failed" in answer) {
    const { step, line, entry } = answer.failed;
    const when = new Set(["failed", `step-${step}`, ...(entry === undefined ? [] : ["entry"])]);
    return { when, texts: { line, entry: entry === undefined ? "" : number.format(entry) }, lists: {} };
  }
  return { when: new Set(["unable"]), texts: { line: "unable" in answer ? answer.unable : "" }, lists: {} };
}

function holding(verified: Verified, locale: string, number: Intl.NumberFormat): Filling {
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
  const { witnesses, skipped, counts, kind, size, checkpoint } = verified;
  const when = new Set(["verified", kind, witnesses.length > 0 ? "witnesses" : "no-witnesses", skipped.length > 0 ? "skipped" : "no-skipped"]);
  if (verified.policyFromBundle) when.add("policy-from-bundle");
  const figures = Object.entries(counts).map(([name, figure]) => [name, number.format(figure)]);
  return {
    when,
    texts: {
      ...(Object.fromEntries(figures) as Item),
      title: verified.title,
      id: verified.id,
      origin: verified.origin,
      size: number.format(size),
      "checkpoint-size": number.format(checkpoint.size),
      root: checkpoint.root,
      threshold: number.format(verified.threshold),
      "skipped-count": number.format(skipped.length),
    },
    lists: {
      // Times without cosignature beyond what calendars hold are the witness's own fault; they are left out.
      witnesses: witnesses.map(({ name, time }) => ({ name, time: time <= 8.64e12 ? `${moment.format(new Date(time * 1000))} UTC` : "" })),
      skipped: skipped.map(({ entry, code, reason }) => ({ entry: number.format(entry), code, reason })),
      accreditors: verified.accreditors.map((fingerprint) => ({ fingerprint })),
    },
  };
}
