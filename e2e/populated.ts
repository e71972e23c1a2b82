import { randomUUID } from "node:crypto";
import type { Server } from "./server.ts";

/** The sign-in links of a populated summit that are still unused, by role. */
export interface Links {
  secretariat: string;
  chair: string;
  "venue-operator": string;
  "focal-point": string;
  delegate: string;
  observer: string;
  director: string;
  interpreter: string;
}

type Names = Record<string, string>;

const ORGANISATIONS: readonly [home: string, names: Names][] = [
  ["KE", { en: "Blue Kite Party (example)", fr: "Parti du Cerf-volant bleu (exemple)", ar: "حزب الطائرة الورقية الزرقاء (مثال)" }],
  ["FR", { en: "River Union (example)", fr: "Union de la rivière (exemple)", ar: "اتحاد النهر (مثال)" }],
  ["BR", { en: "Green Lantern Movement (example)", fr: "Mouvement de la lanterne verte (exemple)", ar: "حركة الفانوس الأخضر (مثال)" }],
  ["CN", { en: "Paper Crane Society (example)", zh: "纸鹤协会（示例）", ar: "جمعية الكركي الورقي (مثال)" }],
  ["EG", { en: "Palm Grove League (example)", ar: "رابطة بستان النخيل (مثال)" }],
  ["RU", { en: "White Birch Alliance (example)", ru: "Союз белой берёзы (пример)", ar: "تحالف البتولا البيضاء (مثال)" }],
  ["IN", { en: "Monsoon Forum for Rural Water, Irrigation and Shared Wells (example)", ar: "منتدى الرياح الموسمية (مثال)" }],
  ["CA", { en: "Maple Bridge Association (example)", fr: "Association du pont d’érable (exemple)", ar: "جمعية جسر القيقب (مثال)" }],
  ["NO", { en: "Fjord Council (example)", ar: "مجلس المضيق (مثال)" }],
  ["PE", { en: "Condor Circle (example)", es: "Círculo del Cóndor (ejemplo)", ar: "دائرة الكوندور (مثال)" }],
  ["JP", { en: "Morning Bell Group (example)", ar: "مجموعة جرس الصباح (مثال)" }],
  ["ZA", { en: "Acacia Network (example)", ar: "شبكة الأكاسيا (مثال)" }],
];

const VENUES = [
  { kind: "main", names: { en: "Nairobi Hall", fr: "Palais de Nairobi", ar: "قاعة نيروبي" }, city: "Nairobi", country: "KE", zone: "Africa/Nairobi", latitude: "-1.286389", longitude: "36.817223", host: "org-1" },
  { kind: "satellite", names: { en: "Lima Hall", es: "Sala de Lima", ar: "قاعة ليما" }, city: "Lima", country: "PE", zone: "America/Lima", latitude: "-12.046374", longitude: "-77.042793", host: "org-10" },
  { kind: "satellite", names: { en: "Oslo Hall", ar: "قاعة أوسلو" }, city: "Oslo", country: "NO", zone: "Europe/Oslo", latitude: "59.913868", longitude: "10.752245", host: "org-9" },
  { kind: "satellite", names: { en: "Osaka Hall", ar: "قاعة أوساكا" }, city: "Osaka", country: "JP", zone: "Asia/Tokyo", latitude: "34.693737", longitude: "135.502167", host: "org-11" },
] as const;

const TITLE: Names = { en: "Statement on clean water", fr: "Déclaration sur l’eau propre", ar: "إعلان بشأن المياه النظيفة" };
const PARAGRAPHS: readonly { kind: string; words: Names }[] = [
  { kind: "heading", words: { en: "Clean water for all", fr: "De l’eau propre pour tous", ar: "مياه نظيفة للجميع" } },
  { kind: "preambular", words: { en: "Recalling our first meeting,", fr: "Rappelant notre première réunion,", ar: "إذ نستذكر اجتماعنا الأول،" } },
  { kind: "operative", words: { en: "We shall share what we know about clean water, openly and in every language of this dialogue.", fr: "Nous partagerons ce que nous savons de l’eau propre, ouvertement et dans toutes les langues de ce dialogue.", ar: "سوف نتشارك ما نعرفه عن المياه النظيفة، علنًا وبكل لغات هذا الحوار." } },
  { kind: "operative", words: { en: "We shall meet again within two years to say what became of it.", fr: "Nous nous réunirons de nouveau dans deux ans pour dire ce qu’il en est advenu.", ar: "سوف نجتمع مجددًا خلال سنتين لنقول ما آل إليه الأمر." } },
];

/** How many of the organisations are accredited, and how many of those came. */
const ACCREDITED = 9;

interface Letter {
  to: string;
  kind: string;
  body: string;
}

/** Acts over the API, as programs press them: each with its own key. */
export class Api {
  readonly #url: string;
  /** Several seats of the secretariat take turns, so that none is asked to slow down. */
  #desks: string[] = [];
  #turn = 0;

  constructor(url: string) {
    this.#url = url;
  }

  async begin(adminToken: string): Promise<void> {
    const admin = await this.redeem(adminToken);
    this.#desks = [admin];
    for (let number = 1; number <= 4; number += 1) {
      const person = { family: `Desk ${number}`, given: "Alex" };
      this.#desks.push(await this.redeem(await this.secret("invite-seat", { role: "secretariat", person }, admin)));
    }
  }

  async act(name: string, fields: object, token = this.#desks[(this.#turn += 1) % this.#desks.length]): Promise<{ created?: string; secret?: string }> {
    const answer = await fetch(`${this.#url}/api/v1/acts/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": randomUUID(), ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(fields),
    });
    if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { created?: string; secret?: string };
  }

  /** An act that tells its caller a secret. */
  async secret(name: string, fields: object, token?: string): Promise<string> {
    const { secret } = await this.act(name, fields, token);
    if (!secret) throw new Error(`${name} told no secret`);
    return secret;
  }

  async redeem(invitation: string): Promise<string> {
    return this.secret("redeem-invitation", { token: invitation }, "");
  }

  async get<T>(path: string): Promise<T> {
    const answer = await fetch(this.#url + path, { headers: { authorization: `Bearer ${this.#desks[0]}` } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return (await answer.json()) as T;
  }

  async letters(): Promise<Letter[]> {
    return (await this.get<{ items: Letter[] }>("/api/v1/letters?limit=1000")).items;
  }

  /** Invites somebody to a seat; the link is as the letter has it. */
  async seat(role: string, more: object): Promise<string> {
    const token = await this.secret("invite-seat", { role, person: { family: "Example", given: "Sam" }, ...more });
    return `${this.#url}/join/${token}`;
  }
}

export const tokenIn = (text: string): string => {
  const token = /\/join\/([\w-]+)/.exec(text)?.[1];
  if (!token) throw new Error(`no link in: ${text}`);
  return token;
};

async function programme(api: Api): Promise<void> {
  const organisations = ORGANISATIONS.map(([home, names]) => ({ names, home, category: "member" }));
  await api.act("import-organisations", { organisations });
  await api.act("register-organisation", { names: { en: "Bridge Builders International (example)", ar: "بناة الجسور الدولية (مثال)" }, category: "observer" });
  await api.act("name-series", { names: { en: "Dialogue of Organisations", fr: "Dialogue des organisations", ar: "حوار المنظمات" } });
  const themes = { en: "Working together for clean water", fr: "Ensemble pour l’eau propre", ar: "معًا من أجل مياه نظيفة" };
  await api.act("convene-summit", { themes, opens: "2027-03-22", closes: "2027-03-24", conveners: ["org-1", "org-2"], languages: ["en", "fr", "ar"] });
  for (const venue of VENUES) await api.act("add-venue", { summit: "summit-1", capacity: 400, languages: ["en", "fr"], ...venue });
  await api.act("schedule-meeting", { kind: "plenary", titles: { en: "Opening plenary", fr: "Plénière d’ouverture", ar: "الجلسة العامة الافتتاحية" }, venue: "venue-1", start: "2027-03-22T10:00", end: "2027-03-22T13:00" });
  await api.act("add-item", { meeting: "meeting-1", kind: "general-debate", titles: { en: "General debate", fr: "Débat général", ar: "المناقشة العامة" } });
  await api.act("add-item", { meeting: "meeting-1", kind: "adoption", titles: { en: "Adoption of the joint statement", fr: "Adoption de la déclaration commune", ar: "اعتماد البيان المشترك" } });
  await api.act("schedule-meeting", { kind: "side-event", titles: { en: "Wells in the dry lands", ar: "آبار الأراضي الجافة" }, venue: "venue-2", start: "2027-03-23T09:00", end: "2027-03-23T11:00" });
  await api.act("add-keynote", { meeting: "meeting-1", person: { family: "Example", given: "Robin" }, titles: { en: "Water and peace", ar: "المياه والسلام" }, minutes: 15 });
  await api.act("draw-precedence", { summit: "summit-1", language: "en" });
}

/** Delegations from invitation to acceptance; returns the letters to their members. */
async function accreditation(api: Api): Promise<Letter[]> {
  const invited = ORGANISATIONS.map((_, at) => ({ organisation: `org-${at + 1}`, contact: { family: `Contact ${at + 1}`, given: "Noor", email: `contact${at + 1}@example.org` } }));
  await api.act("invite-organisations", { summit: "summit-1", organisations: invited });
  const members = ORGANISATIONS.slice(0, -1).flatMap((_, at) =>
    (["head", "representative", "alternate"] as const).map((rank) => ({
      delegation: `delegation-${at + 1}`,
      rank,
      person: { family: `${rank[0]?.toUpperCase()}${rank.slice(1)} ${at + 1}`, given: "Kim", email: `${rank}${at + 1}@example.org` },
    })),
  );
  await api.act("enter-members", { members });
  for (let number = 1; number <= ACCREDITED + 1; number += 1) {
    await api.act("submit-credentials", { delegation: `delegation-${number}` });
    if (number <= ACCREDITED) await api.act("verify-credentials", { delegation: `delegation-${number}` });
  }
  await api.act("accept-all-verified", { summit: "summit-1" });
  return api.letters();
}

/** The heads of delegation check in and sign in; returns their sessions. */
async function arrivals(api: Api, letters: Letter[]): Promise<string[]> {
  const heads: string[] = [];
  for (let number = 1; number <= ACCREDITED; number += 1) {
    const letter = letters.find((one) => one.to === `head${number}@example.org`);
    const code = /\b[0-9A-Z]{10}\b/.exec(letter?.body ?? "")?.[0];
    if (!letter || !code) throw new Error(`no badge for head ${number}`);
    await api.act("check-in", { venue: `venue-${1 + (number % VENUES.length)}`, code });
    heads.push(await api.redeem(tokenIn(letter.body)));
  }
  return heads;
}

async function statement(api: Api, heads: string[]): Promise<void> {
  const draft = (symbol: string, title: Names) => api.act("draft-text", { summit: "summit-1", symbol, title, authentic: ["en", "fr", "ar"], sponsors: ["org-1"] });
  await draft("SD/2027/L.1", TITLE);
  await api.act("import-text", { text: "text-1", paragraphs: PARAGRAPHS });
  await api.act("table-text", { text: "text-1" });
  await draft("SD/2027/L.2", { en: "Statement on shared wells", fr: "Déclaration sur les puits partagés", ar: "إعلان بشأن الآبار المشتركة" });
  await api.act("import-text", { text: "text-2", paragraphs: PARAGRAPHS.slice(1) });
  await api.act("open-meeting", { meeting: "meeting-1" });
  await api.act("open-item", { item: "item-2" });
  await api.act("open-consensus", { text: "text-1", meeting: "meeting-1", item: "item-2" });
  await api.act("enter-reservation", { text: "text-1", kind: "reservation", words: "Our river law stands.", language: "en", paragraphs: [] }, heads[1]);
  await api.act("adopt-by-consensus", { text: "text-1" });
  await api.act("close-item", { item: "item-2" });
  await api.act("open-endorsement", { text: "text-1" });
  const { adoption } = await api.get<{ adoption: { manifest: string } }>("/api/v1/texts/text-1");
  const text = { text: "text-1", text_digest: adoption.manifest };
  for (const head of heads.slice(1, 7)) await api.act("endorse", text, head);
  await api.act("endorse-with-reservation", { ...text, words: "Subject to our parliament.", language: "en", paragraphs: [] }, heads[7]);
  await api.act("decline", text, heads[8]);
  await api.act("withdraw-endorsement", text, heads[6]);
}

const CHOICES = ["yes", "yes", "no", "abstain", "yes", "not-participating", "yes", "no"] as const;

/** One vote of each outcome: carried by recorded votes, lost by a show of hands, given up. */
async function votes(api: Api, heads: string[]): Promise<void> {
  const open = (method: string, question: Names) => api.act("open-poll", { meeting: "meeting-1", method, question });
  const cast = async (poll: string, choices: readonly string[]) => {
    for (const [at, choice] of choices.entries()) await api.act("cast-vote", { poll, choice }, heads[at]);
    await api.act("lock-poll", { poll });
    await api.act("declare-result", { poll });
  };
  await open("recorded", { en: "Shall the list of speakers be closed at noon?", fr: "La liste des orateurs sera-t-elle close à midi ?", ar: "هل تُقفل قائمة المتكلمين عند الظهر؟" });
  await cast("poll-1", CHOICES);
  await open("hands", { en: "Shall the meeting go on after six?", fr: "La séance continuera-t-elle après six heures ?", ar: "هل تستمر الجلسة بعد السادسة؟" });
  await cast("poll-2", ["no", "no", "yes", "abstain"]);
  await open("recorded", { en: "Shall the order of items be changed?", fr: "L’ordre des points sera-t-il changé ?", ar: "هل يُغيَّر ترتيب البنود؟" });
  await api.act("cancel-poll", { poll: "poll-3", reason: "The question was put again in other words." });
}

/** A roll-call in its middle. */
async function rollCall(api: Api, heads: string[]): Promise<void> {
  await api.act("open-poll", { meeting: "meeting-1", method: "roll-call", language: "en", question: { en: "Shall the next summit meet in Lima?", fr: "Le prochain sommet se tiendra-t-il à Lima ?", ar: "هل ينعقد مؤتمر القمة المقبل في ليما؟" } });
  for (const choice of ["yes", "no", "yes"]) {
    const { being_called } = await api.get<{ being_called: string }>("/api/v1/polls/poll-4");
    await api.act("cast-vote", { poll: "poll-4", choice }, heads[Number(being_called.split("-")[1]) - 1]);
  }
}

/** A correction that one objection blocked, and another that the secretariat has written and not proposed yet. */
async function corrections(api: Api, heads: string[]): Promise<void> {
  const prepare = (language: string, words: string) => api.act("prepare-correction", { text: "text-1", language, paragraphs: { "paragraph-3": words } });
  await prepare("ar", "سوف نتشارك ما نعرفه عن المياه العذبة، علنًا وبكل لغات هذا الحوار.");
  await api.act("propose-correction", { text: "text-1", reason: { en: "The Arabic text says another kind of water", ar: "يذكر النص العربي نوعا آخر من المياه" }, minutes: 43_200 });
  await api.act("object-to-correction", { text: "text-1", reason: "The word was agreed in the drafting group.", language: "en" }, heads[3]);
  await prepare("fr", "Nous partagerons ce que nous savons de l’eau douce, ouvertement et dans toutes les langues de ce dialogue.");
}

async function debate(api: Api, heads: string[]): Promise<void> {
  await api.act("open-speakers", { item: "item-1", limit_seconds: 900 });
  await api.act("open-item", { item: "item-1" });
  for (const head of heads.slice(1)) await api.act("request-floor", { item: "item-1", rank: "head" }, head);
  await api.act("give-floor", { meeting: "meeting-1" });
}

/**
 * Fills a fresh server with a small summit in the middle of its work: delegations in every state, a text adopted and being endorsed, another drafted,
 * three votes past, a general debate with a speaker and a list, letters waiting to be printed. With `voting`, a roll-call is under way instead of the debate.
 */
export async function populate(server: Server, voting = false): Promise<Links> {
  const api = new Api(server.url);
  await api.begin(tokenIn(server.adminLink()));
  await programme(api);
  const letters = await accreditation(api);
  const heads = await arrivals(api, letters);
  await statement(api, heads);
  await corrections(api, heads);
  await votes(api, heads);
  await (voting ? rollCall(api, heads) : debate(api, heads));
  const linkOf = (address: string) => `${server.url}/join/${tokenIn(letters.find((one) => one.to === address)?.body ?? "")}`;
  return {
    secretariat: await api.seat("secretariat", {}),
    chair: await api.seat("chair", { summit: "summit-1" }),
    "venue-operator": await api.seat("venue-operator", { venue: "venue-1", summit: "summit-1" }),
    observer: await api.seat("observer", { summit: "summit-1" }),
    director: await api.seat("director", { summit: "summit-1" }),
    interpreter: await api.seat("interpreter", { summit: "summit-1", languages: ["en", "ar"] }),
    "focal-point": linkOf("contact11@example.org"),
    delegate: linkOf("representative1@example.org"),
  };
}
