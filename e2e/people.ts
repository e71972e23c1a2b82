import { expect, type Browser, type BrowserContext, type Locator, type Page } from "@playwright/test";
import { t } from "./words.ts";

/** How somebody's browser is set. */
export interface Setting {
  /** Whether pages may run scripts; without, everything is forms and reloads. */
  scripted: boolean;
}

/** A person at a browser of their own: a context, one page, and the seat it is signed in to. */
export class Person {
  readonly page: Page;
  readonly scripted: boolean;
  /** The address under which this person's pages live. */
  #base = "/";

  protected constructor(page: Page, setting: Setting) {
    this.page = page;
    this.scripted = setting.scripted;
  }

  /** Opens a browser for somebody; with a link from a letter it is signed in by it. */
  static async arrive<P extends Person>(
    this: new (page: Page, setting: Setting) => P,
    browser: Browser,
    server: { url: string },
    setting: Setting,
    link?: string,
  ): Promise<P> {
    const context = await browser.newContext({
      baseURL: server.url,
      locale: "en",
      reducedMotion: "reduce",
      javaScriptEnabled: setting.scripted,
    });
    const person = new this(await context.newPage(), setting);
    await (link === undefined ? person.open("") : person.join(link));
    return person;
  }

  /** Somebody who is signed in on this page already. */
  static async at<P extends Person>(this: new (page: Page, setting: Setting) => P, page: Page, setting: Setting): Promise<P> {
    const person = new this(page, setting);
    person.#base = new URL(page.url()).pathname;
    return person;
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  /** The address of one of this person's pages. */
  address(path: string): string {
    return this.#base + path;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.address(path));
  }

  async follow(label: string | RegExp, within: Locator = this.page.locator("main")): Promise<void> {
    await within.getByRole("link", { name: label }).first().click();
  }

  async fill(label: string, value: string, within: Page | Locator = this.page): Promise<void> {
    await within.locator("input, textarea").and(within.getByLabel(label)).fill(value);
  }

  async choose(label: string, value: string | { label: string }, within: Page | Locator = this.page): Promise<void> {
    await within.getByRole("combobox", { name: label }).selectOption(value);
  }

  /** Presses a button, and says yes where the page asks first. Without scripts it waits for the page that answers. */
  async press(label: string, within: Page | Locator = this.page): Promise<void> {
    const button = within.getByRole("button", { name: label }).first();
    const asks = await button.evaluate((element) => (element as HTMLButtonElement).form?.dataset["confirm"] !== undefined);
    const answered = this.scripted ? undefined : this.page.waitForEvent("load");
    await button.click();
    if (asks && this.scripted) await this.page.getByRole("dialog").getByRole("button", { name: t("script-confirm-yes") }).click();
    await answered;
  }

  /** Presses a button whose form goes on to another page, and reads there that the act is done. */
  async carryOut(act: string, label: string, within: Page | Locator = this.page): Promise<void> {
    await this.press(label, within);
    await expect(this.page.locator(".notice.good"), act).toContainText(t(`done-${act}`));
  }

  /** Waits until the page shows it: by itself where it is live, after a reload where it is not. */
  async sees(what: Locator): Promise<void> {
    if (!this.scripted) await this.page.reload();
    await expect(what.first()).toBeVisible();
  }

  async seesText(words: string | RegExp): Promise<void> {
    await this.sees(this.page.getByText(words));
  }

  /** Signs in with the link of a letter. */
  async join(link: string): Promise<void> {
    await this.page.goto(link);
    await this.press(t("join-button"));
    await this.page.waitForURL(/\/as\/[^/]+\/$/);
    this.#base = new URL(this.page.url()).pathname;
  }
}

/** Whoever looks at the public pages. */
export class Visitor extends Person {
  constructor(page: Page, setting: Setting) {
    super(page, setting);
  }

  /** One of the figures of the open page, by its label. */
  figure(label: string): Locator {
    return this.page.locator(".figure").filter({ hasText: label }).locator(".figure-value").first();
  }
}

/** A venue that the secretariat enters. */
export interface VenueEntry {
  name: string;
  city: string;
  country: string;
  zone: string;
  host: string;
}

/** A joint text as it is drafted: titles and whole texts by the language's own name. */
export interface Draft {
  symbol: string;
  titles: Record<string, string>;
  whole: Record<string, string>;
}

export class Secretariat extends Person {
  constructor(page: Page, setting: Setting) {
    super(page, setting);
  }

  /** A list from a file: looked at first, then confirmed. */
  async importOrganisations(csv: string, count: number): Promise<void> {
    await this.open("directory?new=list");
    await this.page.getByLabel(t("import-file")).setInputFiles({ name: "organisations.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    await this.press(t("import-look"));
    await this.press(`${count}`, this.page.locator("main form"));
    await expect(this.page.locator(".notice.good")).toBeVisible();
  }

  async convene(themes: Record<string, string>, conveners: string[], languages: string[]): Promise<void> {
    await this.open("programme-edit?new=summit");
    const names = this.page.getByRole("group", { name: t("summit-themes") });
    for (const [language, theme] of Object.entries(themes)) await this.fill(language, theme, names);
    await this.fill(t("summit-opens"), "2027-03-22");
    await this.fill(t("summit-closes"), "2027-03-24");
    for (const [place, convener] of conveners.entries()) await this.choose(`${t("summit-convener")} ${place + 1}`, convener);
    const official = this.page.getByRole("group", { name: t("summit-languages") });
    for (const box of await official.getByRole("checkbox").all()) await box.setChecked(languages.includes(await box.inputValue()));
    await this.carryOut("convene-summit", t("summit-convene"));
  }

  async addVenue(venue: VenueEntry): Promise<void> {
    await this.open("programme-edit?new=venue");
    await this.fill("English", venue.name, this.page.getByRole("group", { name: t("venue-names") }));
    await this.fill(t("venue-city"), venue.city);
    await this.choose(t("country"), venue.country);
    await this.fill(t("venue-zone"), venue.zone);
    await this.fill(t("venue-capacity"), "400");
    await this.choose(t("venue-host"), venue.host);
    await this.carryOut("add-venue", t("venue-add"));
  }

  async scheduleMeeting(title: string, items: Record<string, string>): Promise<void> {
    await this.open("programme-edit?new=meeting");
    await this.fill("English", title, this.page.getByRole("group", { name: t("meeting-titles") }));
    await this.fill(t("meeting-start"), "2027-03-22T10:00");
    await this.fill(t("meeting-end"), "2027-03-22T13:00");
    await this.carryOut("schedule-meeting", t("meeting-add"));
    for (const [item, kind] of Object.entries(items)) {
      await this.open("programme-edit");
      await this.follow(`${t("item-add")} ${title}`);
      await this.choose(t("item-kind"), kind);
      await this.fill("English", item, this.page.getByRole("group", { name: t("item-titles") }));
      await this.carryOut("add-item", t("item-add"));
    }
  }

  async inviteOrganisation(organisation: string, focalPoint: string): Promise<void> {
    await this.open("accreditation?view=invite");
    await this.choose(t("organisation"), organisation);
    await this.fill(t("person-family"), focalPoint);
    await this.carryOut("invite-organisation", t("invite-one"), this.page.locator("form[data-act=invite-organisation]"));
  }

  /** Invites somebody to a role that belongs to no delegation. */
  async inviteToSeat(role: string, family: string, venue?: string): Promise<void> {
    await this.open("seats?new=seat");
    await this.choose(t("role"), role);
    await this.fill(t("person-family"), family);
    if (venue) await this.choose(t("venue"), { label: venue });
    await this.carryOut("invite-seat", t("seat-invite"));
  }

  /** The sign-in link of the newest letter to somebody, as the secretariat reads it where no mail goes out. */
  async linkFor(family: string): Promise<string> {
    await this.open("letters");
    await this.page.getByRole("row").filter({ hasText: family }).first().getByRole("link").click();
    const letter = await this.page.locator("article.letter").innerText();
    const link = /https?:\/\/[^\s/]+(\/join\/[\w-]+)/.exec(letter)?.[1];
    if (!link) throw new Error(`the letter to ${family} has no link:\n${letter}`);
    return link;
  }

  /** Finds the credentials in order and seats the delegation. */
  async accept(organisation: string): Promise<void> {
    await this.open("accreditation");
    await this.follow(organisation);
    await this.carryOut("verify-credentials", t("credentials-verify"));
    await this.carryOut("accept-credentials", t("credentials-accept"));
  }

  /** The code on somebody's badge, from the delegation's sheet. */
  async badgeOf(organisation: string, family: string): Promise<string> {
    await this.open("accreditation");
    await this.follow(organisation);
    await this.follow(t("badges-sheet"));
    return this.page.locator(".badge").filter({ hasText: family }).locator(".badge-code").innerText();
  }

  /** Drafts a joint text in its languages and tables it. */
  async draft(draft: Draft): Promise<void> {
    await this.open("texts");
    await this.follow(t("text-draft-new"));
    await this.fill(t("text-symbol"), draft.symbol);
    for (const [language, title] of Object.entries(draft.titles)) await this.fill(`${t("text-title")} · ${language}`, title);
    await this.carryOut("draft-text", t("drafting-begin"));
    await this.follow(draft.symbol);
    await this.follow(t("text-edit"));
    const whole = this.page.locator("form[data-act=import-text]");
    for (const [language, words] of Object.entries(draft.whole)) await this.fill(`${t("drafting-words")} · ${language}`, words, whole);
    await this.carryOut("import-text", t("drafting-import"), whole);
    await this.press(t("drafting-table"));
    await this.seesText(t("drafting-tabled"));
  }
}

export class FocalPoint extends Person {
  constructor(page: Page, setting: Setting) {
    super(page, setting);
  }

  async enterMember(rank: string, family: string): Promise<void> {
    await this.open("delegation");
    await this.choose(t("rank"), rank);
    await this.fill(t("person-family"), family);
    await this.carryOut("enter-member", t("member-add"));
  }

  async submitCredentials(): Promise<void> {
    await this.carryOut("submit-credentials", t("credentials-submit"));
  }
}

export class Desk extends Person {
  constructor(page: Page, setting: Setting) {
    super(page, setting);
  }

  async checkIn(code: string, family: string): Promise<void> {
    await this.fill(t("badge-code"), code);
    await this.press(t("desk-in"), this.page.locator("form.scan"));
    await this.sees(this.page.locator(".scan-name", { hasText: family }));
  }
}

export class Chair extends Person {
  constructor(page: Page, setting: Setting) {
    super(page, setting);
  }

  panel(name: "now" | "list" | "item" | "room" | "log"): Locator {
    return this.page.locator(`section.panel.${name}`);
  }

  async openMeeting(): Promise<void> {
    await this.press(t("chair-open-meeting"));
    await this.sees(this.panel("log").getByText(t("minute-opened")));
  }

  async openItem(title: string): Promise<void> {
    await this.press(t("chair-open-item"), this.panel("item").locator(".cluster", { hasText: title }));
    await this.sees(this.panel("now").getByText(title));
  }

  async closeItem(): Promise<void> {
    await this.press(t("chair-close-item"));
    await this.sees(this.panel("item").getByText(t("chair-item-closed")));
  }

  async openList(seconds: number): Promise<void> {
    await this.fill(t("chair-limit"), `${seconds}`);
    await this.press(t("chair-open-list"), this.panel("list").locator("form[data-act=open-speakers]"));
    await this.sees(this.panel("list").getByText(t("chair-nobody-waits")));
  }

  async giveFloor(organisation: string): Promise<void> {
    await this.sees(this.panel("list").getByText(organisation));
    await this.press(t("chair-give"), this.panel("now"));
    await this.sees(this.panel("now").locator(".who", { hasText: organisation }));
  }

  async endSpeech(): Promise<void> {
    await this.press(t("chair-end-speech"));
    await this.sees(this.panel("now").getByText(t("chair-nobody-speaks")));
  }

  async askForConsensus(): Promise<void> {
    await this.press(t("chair-open-consensus"));
    await this.sees(this.panel("item").getByText(t("chair-consensus-open")));
  }

  async adopt(): Promise<void> {
    await this.press(t("chair-adopt"));
    await this.sees(this.panel("item").getByText(t("text-state-adopted")));
  }

  async openForEndorsement(): Promise<void> {
    await this.press(t("chair-open-endorsement"));
    await this.sees(this.panel("item").getByRole("button", { name: t("chair-close-endorsement") }));
  }
}

export class Delegate extends Person {
  constructor(page: Page, setting: Setting) {
    super(page, setting);
  }

  /** Opens what the bar keeps behind "More", when the button waits there. */
  async reach(label: string): Promise<void> {
    const button = this.page.getByRole("button", { name: label, exact: true, includeHidden: true });
    await expect(button.first()).toBeAttached();
    const folded = this.page.locator(".further-acts:not([open])").filter({ has: button });
    if ((await folded.count()) > 0) await folded.locator("summary").click();
  }

  async requestFloor(): Promise<void> {
    await this.sees(this.page.getByRole("button", { name: t("act-request-floor") }));
    await this.press(t("act-request-floor"));
    await this.sees(this.page.locator(".my-place"));
  }

  /** Puts a reservation on the record beside the text that the meeting is deciding on. */
  async reserve(words: string): Promise<void> {
    await this.sees(this.page.getByRole("link", { name: t("act-enter-reservation") }));
    await this.follow(t("act-enter-reservation"), this.page.locator(".action-bar"));
    await this.fill(t("reservation-words"), words);
    await this.page.getByRole("group", { name: t("reservation-on") }).getByRole("checkbox").last().check();
    await this.carryOut("enter-reservation", t("act-enter-reservation"));
    await this.open("");
  }

  async endorse(): Promise<void> {
    await this.sees(this.page.getByRole("button", { name: t("act-endorse") }));
    await this.press(t("act-endorse"));
    await this.sees(this.page.getByText(t("act-kind-endorse"), { exact: true }));
  }
}
