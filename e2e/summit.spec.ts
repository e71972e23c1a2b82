import type { Browser } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { Chair, Delegate, Desk, FocalPoint, Secretariat, Visitor, type Setting } from "./people.ts";
import type { Server } from "./server.ts";
import { t } from "./words.ts";

const ORGANISATIONS = [
  { id: "org-1", name: "Blue Kite Party (example)", family: "Kite" },
  { id: "org-2", name: "River Union (example)", family: "Rivers" },
] as const;

const LIST = `name_en,name_fr,country,category
Blue Kite Party (example),Parti du Cerf-volant bleu (exemple),KE,member
River Union (example),Union de la rivière (exemple),FR,member
`;

const TEXT = {
  symbol: "SD/2027/L.1",
  titles: { English: "Statement on clean water", français: "Déclaration sur l’eau propre", العربية: "إعلان بشأن المياه النظيفة" },
  whole: {
    English: "> Recalling our first meeting,\n\nWe shall share what we know about clean water.",
    français: "> Rappelant notre première réunion,\n\nNous partagerons ce que nous savons de l’eau propre.",
    العربية: "> إذ نستذكر اجتماعنا الأول،\n\nسوف نتشارك ما نعرفه عن المياه النظيفة.",
  },
};

/** What the secretariat enters before anybody is invited. */
async function prepare(secretariat: Secretariat): Promise<void> {
  await secretariat.importOrganisations(LIST, ORGANISATIONS.length);
  await secretariat.convene({ English: "Clean water for all", français: "De l’eau propre pour tous" }, ["org-1"], ["en", "fr", "ar"]);
  await secretariat.addVenue({ name: "Nairobi Hall", city: "Nairobi", country: "KE", zone: "Africa/Nairobi", host: "org-1" });
  await secretariat.scheduleMeeting("Opening plenary", { "General debate": "general-debate", "Adoption of the statement": "adoption" });
  await secretariat.inviteToSeat("chair", "Presiding");
  await secretariat.inviteToSeat("venue-operator", "Doorkeeper", "Nairobi Hall");
}

/** Invitation, delegation, credentials: ends with a member's link and badge. */
async function accredit(browser: Browser, server: Server, setting: Setting, secretariat: Secretariat, of: (typeof ORGANISATIONS)[number]) {
  const contact = `Contact${of.family}`;
  await secretariat.inviteOrganisation(of.id, contact);
  const focalPoint = await FocalPoint.arrive(browser, server, setting, await secretariat.linkFor(contact));
  await focalPoint.enterMember("head", of.family);
  await focalPoint.submitCredentials();
  await secretariat.accept(of.name);
  await focalPoint.open("delegation");
  await expect(focalPoint.page.getByText(t("delegation-accepted"))).toBeVisible();
  await focalPoint.context.close();
  return { badge: await secretariat.badgeOf(of.name, of.family), link: await secretariat.linkFor(of.family) };
}

for (const setting of [{ scripted: true }, { scripted: false }]) {
  test(`a summit from the first invitation to the public count, ${setting.scripted ? "live" : "without scripts"}`, async ({ browser, server }) => {
    const secretariat = await Secretariat.arrive(browser, server, setting, server.adminLink());
    await prepare(secretariat);
    const chair = await Chair.arrive(browser, server, setting, await secretariat.linkFor("Presiding"));
    const desk = await Desk.arrive(browser, server, setting, await secretariat.linkFor("Doorkeeper"));
    const [kite, rivers] = ORGANISATIONS;

    const delegates: Delegate[] = [];
    for (const organisation of ORGANISATIONS) {
      const { badge, link } = await accredit(browser, server, setting, secretariat, organisation);
      await desk.checkIn(badge, organisation.family);
      delegates.push(await Delegate.arrive(browser, server, setting, link));
    }
    const [first, second] = delegates as [Delegate, Delegate];

    await test.step("the floor", async () => {
      await chair.open("");
      await chair.openMeeting();
      await chair.openList(180);
      await chair.openItem("General debate");
      await first.requestFloor();
      await second.requestFloor();
      await chair.giveFloor(kite.name);
      await first.seesText(t("delegate-you-speak"));
      await first.sees(first.page.locator("count-down.clock"));
      await second.sees(second.page.locator(".now-speaking", { hasText: kite.name }));
      await chair.endSpeech();
      await chair.closeItem();
    });

    await test.step("the text", async () => {
      await secretariat.draft(TEXT);
      await chair.open("");
      await chair.openItem("Adoption of the statement");
      await chair.askForConsensus();
      await second.reserve("Our river law stands.");
      await chair.sees(chair.panel("item").getByText(rivers.name));
      await chair.adopt();
    });

    await test.step("the endorsements", async () => {
      const visitor = await Visitor.arrive(browser, server, setting);
      await chair.openForEndorsement();
      await first.endorse();
      await visitor.open("endorsements");
      await expect(visitor.figure(t("endorsements-organisations"))).toHaveText("1");
      await visitor.page.evaluate(() => document.body.setAttribute("data-not-reloaded", ""));

      await second.endorse();
      if (!setting.scripted) await visitor.page.reload();
      await expect(visitor.figure(t("endorsements-organisations"))).toHaveText("2");
      await expect(visitor.figure(t("endorsements-countries"))).toHaveText("2");
      if (setting.scripted) await expect(visitor.page.locator("body")).toHaveAttribute("data-not-reloaded", "");

      await visitor.open("texts");
      await visitor.follow(TEXT.symbol);
      await expect(visitor.page.locator("#reservation-1")).toContainText("Our river law stands.");
      await visitor.page.getByText(t("text-side-by-side")).first().click();
      await expect(visitor.page.locator('[lang="ar"][dir="rtl"]').first()).toBeVisible();
    });
  });
}
