// Real cities with their time zones, from city-timezones (MIT): the largest of each country, then the largest of the world.
import { createRequire } from "node:module";

const wanted = 1500;
const require = createRequire(import.meta.url);

function validZone(zone) {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const zones = new Map();
const isZone = (zone) => {
  if (!zones.has(zone)) zones.set(zone, Boolean(zone) && validZone(zone));
  return zones.get(zone);
};

/** Cities of `codes` (alpha-2), largest first; one name a country at most. */
export function cities(codes) {
  const seen = new Set();
  const all = require("city-timezones").cityMapping
    .filter((c) => codes.has(c.iso2) && isZone(c.timezone) && c.city && Math.abs(c.lat) <= 84 && c.pop > 0)
    .sort((a, b) => b.pop - a.pop || a.city.localeCompare(b.city, "en"))
    .filter((c) => !seen.has(`${c.iso2}/${c.city}`) && seen.add(`${c.iso2}/${c.city}`));
  const capitals = new Set();
  const first = all.filter((c) => !capitals.has(c.iso2) && capitals.add(c.iso2));
  const chosen = new Set(first);
  for (const city of all) {
    if (chosen.size >= wanted) break;
    chosen.add(city);
  }
  return all
    .filter((c) => chosen.has(c))
    .map((c) => ({
      name: c.city.normalize("NFC"),
      country: c.iso2,
      zone: c.timezone,
      latitude: Math.round(c.lat * 1e4) / 1e4,
      longitude: Math.round(c.lng * 1e4) / 1e4,
      population: Math.round(c.pop),
    }));
}
