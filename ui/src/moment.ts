// How moments are written, as the server writes them: the language's own order, Latin digits, hours counted to twenty-four.

const LOCALES: Record<string, string> = { en: "en-GB", ar: "ar-u-nu-latn" };
const CLOCK: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const DAY_AND_CLOCK: Intl.DateTimeFormatOptions = { weekday: "short", ...CLOCK };

/** The moment by the clock of `own`, when it is another time than in `zone`; with the day of the week when that is another too. */
export function elsewhere(moment: Date, language: string, zone: string, own?: string): string | undefined {
  const write = (options: Intl.DateTimeFormatOptions, timeZone?: string) =>
    new Intl.DateTimeFormat(LOCALES[language] ?? (language || undefined), { ...options, timeZone }).format(moment);
  if (write(DAY_AND_CLOCK, zone) === write(DAY_AND_CLOCK, own)) return undefined;
  const sameDay = write({ dateStyle: "short" }, zone) === write({ dateStyle: "short" }, own);
  return write(sameDay ? CLOCK : DAY_AND_CLOCK, own);
}
