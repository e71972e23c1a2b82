// Runs in the browser under test: does what a person would, and reports what the page shows.
const wait = async (what, test) => {
  for (let i = 0; i < 200; i++) {
    if (test()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for: ${what}; line ${document.documentElement.dataset.line}; ${document.querySelector("main").innerText}`);
};
const $ = (selector) => document.querySelector(selector);
const tell = (command) => fetch("/tell", { method: "POST", body: command });
const status = (form) => $(`${form} [data-status]`);

async function run() {
  const line = document.documentElement.dataset;
  await wait("the line", () => line.line === "up");

  // A region changes while a person writes in it: the writing, the focus and the open menu stay, the rest changes.
  $("#note").focus();
  $("#note").value = "half a sent";
  $("#more").open = true;
  await tell("region");
  await wait("the update", () => $("#count").textContent === "2");
  if ($("#note").value !== "half a sent" || document.activeElement !== $("#note")) throw new Error("writing was disturbed");
  if (!$("#more").open) throw new Error("an open menu was closed");
  if ($("live-region").dataset.version !== "12") throw new Error("the version was not kept");

  // A press: nothing is shown as done before the answer, and a second press is not sent.
  const ask = $("#ask");
  const first = ask.elements._id.value;
  ask.requestSubmit();
  ask.requestSubmit();
  if (status("#ask").dataset.kind !== "sending") throw new Error("not shown as sending");
  await tell("answer 200");
  await wait("the receipt", () => status("#ask").dataset.kind === "done");
  if (status("#ask").textContent !== "Place 7") throw new Error(status("#ask").textContent);
  if (ask.elements._id.value === first) throw new Error("the id was used twice");

  // A refusal.
  ask.requestSubmit();
  await tell("answer 409");
  await wait("the refusal", () => status("#ask").dataset.kind === "refused");

  // A field that is wrong.
  ask.requestSubmit();
  await tell("answer 422");
  await wait("the problem", () => $("#ask .error-summary a")?.hash === "#f-topic");
  if ($("#f-topic").getAttribute("aria-invalid") !== "true") throw new Error("the field is not marked");
  if (document.activeElement !== $("#ask .error-summary")) throw new Error("the summary has no focus");

  // A cut line: not sent yet; the same id when it is back.
  await tell("cut and refuse");
  await wait("the cut", () => line.line === "down");
  ask.requestSubmit();
  const queued = ask.elements._id.value;
  if (status("#ask").dataset.kind !== "queued") throw new Error("not shown as queued");
  if (!Object.values(sessionStorage).some((kept) => kept.includes(queued))) throw new Error("not kept");
  await wait("the banner", () => $(".banner")?.textContent === "stale");
  await tell("accept again");
  await wait("the line again", () => line.line === "up");
  await tell("answer 200");
  await wait("the late receipt", () => status("#ask").dataset.kind === "done");
  if (Object.keys(sessionStorage).length > 0) throw new Error("kept after its answer");

  // A missed update is asked for after a heartbeat that is ahead.
  await tell("heartbeats");
  await wait("the missed update", () => $("#count").textContent === "3");

  // The clock runs by the server's time, and the session ends when it is revoked.
  const clock = $("count-down");
  if (clock.dataset.state !== "low" || !/^0:[12]\d$/.test(clock.textContent)) throw new Error(`clock ${clock.dataset.state} ${clock.textContent}`);
  await tell("revoke");
  await wait("the end", () => line.line === "off" && $(".banner.bad")?.textContent === "revoked");
}

run().then(() => tell("report ok"), (error) => tell(`report ${error.stack}`));
