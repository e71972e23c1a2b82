import { Api, tokenIn } from "./populated.ts";
import { Server } from "./server.ts";

/** Who may sign in to a summit whose binding acts are signed, with links that are still unused. */
export interface Seats {
  secretariat: string;
  chair: string;
  /** By organisation, from the first. */
  delegates: string[];
  focalPoints: string[];
}

/** The text that is open for endorsement. */
export const SYMBOL = "SD/2027/L.1";
export const WORDS = "We shall share what we know about clean water, openly and in every language of this dialogue.";

const ORGANISATIONS = [
  { home: "KE", names: { en: "Blue Kite Party (example)", ar: "حزب الطائرة الورقية الزرقاء (مثال)" } },
  { home: "FR", names: { en: "River Union (example)", ar: "اتحاد النهر (مثال)" } },
] as const;

const PARAGRAPHS = [
  { kind: "preambular", words: { en: "Recalling our first meeting,", ar: "إذ نستذكر اجتماعنا الأول،" } },
  { kind: "operative", words: { en: WORDS, ar: "سوف نتشارك ما نعرفه عن المياه النظيفة، علنًا وبكل لغات هذا الحوار." } },
] as const;

/**
 * A server under a name, since passkeys work for names alone, with a summit of two organisations, seated and present: every binding act is signed
 * unless a signed-in seat is enough (`session`), and one text is adopted and open for endorsement.
 */
export async function signingStage(signatures: "required" | "session" = "required"): Promise<{ server: Server; seats: Seats }> {
  const server = await Server.start({ host: "localhost" });
  const api = new Api(server.url);
  await api.begin(tokenIn(server.adminLink()));
  for (const { home, names } of ORGANISATIONS) await api.act("register-organisation", { names, category: "member", home });
  await api.act("convene-summit", { themes: { en: "Clean water for all", ar: "مياه نظيفة للجميع" }, opens: "2027-03-22", closes: "2027-03-24", conveners: ["org-1"], languages: ["en", "ar"] });
  await api.act("set-signatures", { summit: "summit-1", signatures });
  await api.act("add-venue", { kind: "main", names: { en: "Nairobi Hall", ar: "قاعة نيروبي" }, city: "Nairobi", country: "KE", zone: "Africa/Nairobi", capacity: 400, host: "org-1", summit: "summit-1" });
  await api.act("schedule-meeting", { kind: "plenary", titles: { en: "Opening plenary", ar: "الجلسة العامة" }, venue: "venue-1", start: "2027-03-22T10:00", end: "2027-03-22T13:00" });
  await api.act("add-item", { meeting: "meeting-1", kind: "adoption", titles: { en: "Adoption", ar: "الاعتماد" } });
  const links = (await accreditation(api)).map((link) => `${server.url}/join/${link}`);
  await adoption(api);
  const [first = "", second = "", firstContact = "", secondContact = ""] = links;
  return { server, seats: { secretariat: await api.seat("secretariat", {}), chair: await api.seat("chair", {}), delegates: [first, second], focalPoints: [firstContact, secondContact] } };
}

/** Two delegations of one head each, accepted and checked in; the tokens of the heads and of the focal points. */
async function accreditation(api: Api): Promise<string[]> {
  const numbers = ORGANISATIONS.map((_, at) => at + 1);
  for (const number of numbers) {
    await api.act("invite-organisation", { summit: "summit-1", organisation: `org-${number}`, contact: { family: `Contact${number}`, given: "Noor", email: `contact${number}@example.org` } });
    const delegation = `delegation-${number}`;
    await api.act("enter-member", { delegation, rank: "head", person: { family: `Head${number}`, given: "Kim", email: `head${number}@example.org` } });
    for (const step of ["submit-credentials", "verify-credentials", "accept-credentials"]) await api.act(step, { delegation });
  }
  const letters = await api.letters();
  const to = (address: string) => letters.find((letter) => letter.to === address)?.body ?? "";
  for (const number of numbers) {
    const code = /\b[0-9A-Z]{10}\b/.exec(to(`head${number}@example.org`))?.[0];
    await api.act("check-in", { venue: "venue-1", code });
  }
  return ["head", "contact"].flatMap((who) => numbers.map((number) => tokenIn(to(`${who}${number}@example.org`))));
}

async function adoption(api: Api): Promise<void> {
  await api.act("draft-text", { summit: "summit-1", symbol: SYMBOL, title: { en: "Statement on clean water", ar: "إعلان بشأن المياه النظيفة" }, authentic: ["en", "ar"], sponsors: ["org-1"] });
  await api.act("import-text", { text: "text-1", paragraphs: PARAGRAPHS });
  await api.act("table-text", { text: "text-1" });
  await api.act("open-meeting", { meeting: "meeting-1" });
  await api.act("open-item", { item: "item-1" });
  await api.act("open-consensus", { text: "text-1", meeting: "meeting-1", item: "item-1" });
  await api.act("adopt-by-consensus", { text: "text-1" });
  await api.act("open-endorsement", { text: "text-1" });
}
