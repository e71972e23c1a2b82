import type { Browser, BrowserContext } from "@playwright/test";
import type { Links } from "./populated.ts";

/** Who looks at a page: the public, or the holder of a seat. */
export type Viewer = "public" | keyof Links;

/** What somebody who is not signed in can open, by the name that pictures carry. */
const PUBLIC: Record<string, string> = {
  front: "",
  programme: "programme",
  "programme-day": "programme?day=2027-03-23",
  organisations: "organisations",
  organisation: "organisations?of=org-1",
  venues: "venues",
  texts: "texts",
  text: "texts?of=text-1",
  "text-side-by-side": "texts?of=text-1&in=all",
  endorsements: "endorsements?of=text-1",
  "endorsements-by-country": "endorsements?of=text-1&by=country",
  "endorsements-by-region": "endorsements?of=text-1&by=region",
  "endorsements-by-act": "endorsements?of=text-1&by=act",
  correction: "correction?of=text-1",
  record: "record",
  "record-figure": "record?figure=accredited&by=country",
  "record-policy": "record-policy",
  changes: "changes",
  polls: "polls",
  "poll-recorded": "polls?of=poll-1",
  "poll-hands": "polls?of=poll-2",
  "poll-cancelled": "polls?of=poll-3",
  "hemicycle-of-poll": "hemicycle?of=poll-1",
  hemicycle: "hemicycle",
  "hemicycle-of-text": "hemicycle?of=text-1",
  "hemicycle-of-list": "hemicycle?of=item-1",
  meeting: "meeting?of=meeting-1",
  "meeting-before": "meeting?of=meeting-2",
  hall: "hall",
  "sign-in": "sign-in",
  "not-found": "nowhere",
};

/** Every page of every viewer of a populated summit. */
export const PAGES: Record<Viewer, Record<string, string>> = {
  public: PUBLIC,
  delegate: {
    front: "",
    devices: "devices",
    sign: "sign",
    reservation: "reservation?of=text-1",
    swap: "swap?of=item-1",
    text: "texts?of=text-1",
    meeting: "meeting?of=meeting-1",
    organisations: "organisations",
    polls: "polls",
    missing: "nowhere",
  },
  chair: { front: "", console: "chair?of=meeting-1", "put-question": "put-question?of=meeting-1", drafting: "drafting", draft: "drafting?of=text-2", programme: "programme" },
  "venue-operator": { front: "", "check-out": "?view=out", offline: "?view=offline", hall: "hall" },
  "focal-point": { front: "", letters: "letters", key: "key", sign: "sign", delegation: "delegation", member: "delegation?member=rep-49" },
  observer: { front: "", record: "record", changes: "changes" },
  director: { front: "", hall: "hall" },
  interpreter: { front: "", programme: "programme" },
  secretariat: {
    front: "",
    directory: "directory",
    "directory-search": "directory?q=zzz",
    "directory-add": "directory?new=organisation",
    "directory-amend": "directory?of=org-1",
    "directory-import": "directory?new=list",
    "programme-edit": "programme-edit",
    "summit-new": "programme-edit?new=summit",
    "summit-amend": "programme-edit?edit=summit-1",
    series: "programme-edit?new=series",
    "venue-new": "programme-edit?new=venue",
    "venue-amend": "programme-edit?edit=venue-1",
    "meeting-new": "programme-edit?new=meeting",
    "meeting-amend": "programme-edit?edit=meeting-1",
    "meeting-cancel": "programme-edit?new=cancel&meeting=meeting-2",
    "item-new": "programme-edit?new=item&meeting=meeting-1",
    "item-amend": "programme-edit?edit=item-1",
    "keynote-new": "programme-edit?new=keynote&meeting=meeting-1",
    accreditation: "accreditation",
    "accreditation-invited": "accreditation?state=invited",
    "accreditation-invite": "accreditation?view=invite",
    "accreditation-import": "accreditation?view=list",
    "delegation-accepted": "accreditation?of=delegation-1",
    "delegation-submitted": "accreditation?of=delegation-10",
    "delegation-challenge": "accreditation?of=delegation-10&do=reject-credentials",
    "delegation-badges": "accreditation?of=delegation-1&view=badges",
    "delegation-new-member": "accreditation?of=delegation-1&view=member",
    presence: "presence",
    "presence-by-country": "presence?by=country",
    texts: "texts",
    "draft-new": "drafting",
    draft: "drafting?of=text-2",
    "draft-paragraph": "drafting?of=text-2&paragraph=paragraph-2",
    chair: "chair?of=meeting-1",
    correcting: "correcting?of=text-1&in=fr",
    letters: "letters",
    "letters-sent": "letters?state=sent",
    letter: "letters?of=1",
    "letters-print": "letters?view=print",
    seats: "seats?role=delegate",
    keys: "keys",
    seat: "seats?of=seat-1",
    "seat-new": "seats?new=seat",
    trail: "trail",
    paper: "paper",
    "paper-endorse": "paper?act=endorse",
    "paper-reservation": "paper?act=endorse-with-reservation",
    "paper-no-evidence": "paper?act=decline&missing=1",
    polls: "polls",
    "put-question": "put-question?of=meeting-1",
    record: "record",
  },
};

/** What changes while a roll-call is under way. */
export const VOTING: Partial<Record<Viewer, Record<string, string>>> = {
  public: { front: "", polls: "polls", poll: "polls?of=poll-4", hemicycle: "hemicycle?of=poll-4", meeting: "meeting?of=meeting-1", hall: "hall" },
  delegate: { front: "" },
  chair: { console: "chair?of=meeting-1" },
};

/** A viewer's own browser state, and where its pages live. */
export interface Signed {
  base: string;
  state: Awaited<ReturnType<BrowserContext["storageState"]>>;
}

/** Signs every viewer in once, as the form behind a letter's link does; links work once. */
export async function signIn(browser: Browser, links: Links): Promise<Record<Viewer, Signed>> {
  const signed: Partial<Record<Viewer, Signed>> = { public: { base: "/", state: { cookies: [], origins: [] } } };
  for (const [viewer, link] of Object.entries(links) as [keyof Links, string][]) {
    const context = await browser.newContext();
    const { origin, pathname } = new URL(link);
    const answer = await context.request.post(`${origin}/act/redeem-invitation`, {
      form: { token: pathname.split("/").at(-1) ?? "" },
      headers: { origin, accept: "application/json" },
    });
    const { next } = (await answer.json()) as { next?: string };
    if (!next) throw new Error(`the link of ${viewer} does not sign in: ${answer.status()}`);
    signed[viewer] = { base: next, state: await context.storageState() };
    await context.close();
  }
  return signed as Record<Viewer, Signed>;
}
