import type { Browser } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { Chair, Delegate, Desk, FocalPoint, Secretariat, Visitor, type Setting } from "./people.ts";
import type { Server } from "./server.ts";
import { t } from "./words.ts";

const ORGANISATIONS = [
  { id: "org-1", name: "Blue Kite Party (example)", family: "Kite" },
  { id: "org-2", name: "River Union (example)", family: "Rivers" },
  { id: "org-3", name: "Quiet Hills League (example)", family: "Hills" },
] as const;

const LIST = `name_en,country,category
Blue Kite Party (example),KE,member
River Union (example),FR,member
Quiet Hills League (example),PE,member
`;

const QUESTION = "Shall the list of speakers be closed?";

/** Invitation, delegation, credentials: ends with a member's link and badge. */
async function accredit(browser: Browser, server: Server, setting: Setting, secretariat: Secretariat, of: (typeof ORGANISATIONS)[number]) {
  const contact = `Contact${of.family}`;
  await secretariat.inviteOrganisation(of.id, contact);
  const focalPoint = await FocalPoint.arrive(browser, server, setting, await secretariat.linkFor(contact));
  await focalPoint.enterMember("head", of.family);
  await focalPoint.submitCredentials();
  await secretariat.accept(of.name);
  await focalPoint.context.close();
  return { badge: await secretariat.badgeOf(of.name, of.family), link: await secretariat.linkFor(of.family) };
}

/** Everything that an outsider can read of a poll; before the lock it names no choice. */
async function noPartialTally(server: Server, visitor: Visitor): Promise<void> {
  const api = visitor.context.request;
  const poll = (await (await api.get(`${server.url}/api/v1/polls/poll-1`)).json()) as { tally: unknown };
  expect(poll.tally).toBeNull();
  const votes = (await (await api.get(`${server.url}/api/v1/polls/poll-1/votes`)).json()) as { items: unknown[] };
  expect(votes.items).toEqual([]);
  expect(await (await api.get(`${server.url}/api/v1/events?after=0&limit=1000`)).text()).not.toContain("vote-cast");
  for (const page of ["polls", "polls?of=poll-1", "hall", "hemicycle?of=poll-1", "changes"]) {
    const words = await (await api.get(`${server.url}/${page}`)).text();
    const figures = [...words.matchAll(/figure-value">(\d+)</g)].map((found) => found[1]);
    expect(figures, page).toEqual([]);
    expect(words, page).not.toMatch(/class="(seat|tag) (yes|no|good)" href/);
  }
}

test("three delegations vote, one of them without scripts, and nobody sees a figure before the lock", async ({ browser, server }) => {
  const live = { scripted: true };
  const secretariat = await Secretariat.arrive(browser, server, live, server.adminLink());
  await secretariat.importOrganisations(LIST, ORGANISATIONS.length);
  await secretariat.convene({ English: "Clean water for all" }, ["org-1"], ["en"]);
  await secretariat.addVenue({ name: "Nairobi Hall", city: "Nairobi", country: "KE", zone: "Africa/Nairobi", host: "org-1" });
  await secretariat.scheduleMeeting("Opening plenary", { "General debate": "general-debate" });
  await secretariat.inviteToSeat("chair", "Presiding");
  await secretariat.inviteToSeat("venue-operator", "Doorkeeper", "Nairobi Hall");
  const chair = await Chair.arrive(browser, server, live, await secretariat.linkFor("Presiding"));
  const desk = await Desk.arrive(browser, server, live, await secretariat.linkFor("Doorkeeper"));
  const delegates: Delegate[] = [];
  for (const [index, organisation] of ORGANISATIONS.entries()) {
    const setting = { scripted: index !== 2 };
    const { badge, link } = await accredit(browser, server, live, secretariat, organisation);
    await desk.checkIn(badge, organisation.family);
    delegates.push(await Delegate.arrive(browser, server, setting, link));
  }
  const [first, second, plain] = delegates as [Delegate, Delegate, Delegate];
  const visitor = await Visitor.arrive(browser, server, live);
  const hall = await Visitor.arrive(browser, server, live);
  await hall.open("hall");

  await test.step("the chair puts a question", async () => {
    await chair.open("");
    await chair.openMeeting();
    await chair.panel("item").getByRole("link", { name: t("chair-put-question") }).click();
    await chair.page.locator("input[name='question.en']").fill(QUESTION);
    await chair.press(t("chair-open-poll"));
    await chair.sees(chair.panel("item").getByText(QUESTION));
    await hall.sees(hall.page.getByText(QUESTION));
  });

  await test.step("the delegations vote", async () => {
    await visitor.open("polls?of=poll-1");
    await expect(visitor.page.getByText(t("poll-no-figures"))).toBeVisible();
    await first.sees(first.page.getByRole("button", { name: t("choice-yes") }));
    await first.press(t("choice-yes"));
    await first.sees(first.page.getByText(t("vote-received")));
    await second.press(t("choice-no"));
    await second.sees(second.page.getByText(t("vote-received")));
    // Changed before the lock.
    await second.press(t("choice-abstain"));
    await expect(second.page.locator(".notice.good .tag")).toHaveText(t("choice-abstain"));
    await plain.open("");
    await plain.press(t("choice-yes"));
    await plain.open("");
    await expect(plain.page.getByText(t("vote-received"))).toBeVisible();
    await expect(hall.page.locator(".hall-big")).toHaveText("3");
    await noPartialTally(server, visitor);
  });

  await test.step("the lock opens the votes", async () => {
    await chair.press(t("chair-lock"), chair.panel("item"));
    await expect(visitor.figure(t("choice-yes"))).toHaveText("2");
    await expect(visitor.figure(t("choice-abstain"))).toHaveText("1");
    await visitor.page.getByRole("link", { name: t("poll-votes") }).click();
    await expect(visitor.page.locator("tr", { hasText: "River Union" }).locator(".tag")).toHaveText(t("choice-abstain"));
    await expect(hall.page.locator(".hall-figure", { hasText: t("choice-yes") }).locator("b")).toHaveText("2");
    await second.sees(second.page.getByText(t("vote-stands")));
    await chair.press(t("chair-declare"), chair.panel("item"));
    await expect(visitor.page.locator("live-region .tag").first()).toHaveText(t("poll-carried"));
    await expect(hall.page.getByText(t("poll-carried"))).toBeVisible();
  });
});
