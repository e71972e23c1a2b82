// Runs in the page of check-live.test.mjs: presses the button, sees that the page stays usable, and tells what the answers are.
const element = document.querySelector("check-bundle");
const tell = (report) => fetch("/tell", { method: "POST", body: JSON.stringify(report) });
const until = async (is) => {
  for (let n = 0; n < 1_000; n++) {
    if (is()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${is}`);
};

async function check(src) {
  element.setAttribute("src", src);
  const answer = element.querySelector("[data-answer]");
  element.querySelector("[data-check] button").click();
  const bar = element.querySelector("progress");
  const shown = !bar.hidden;
  let heard = 0;
  const ticks = setInterval(() => heard++, 10);
  await until(() => answer.textContent.trim() !== "");
  clearInterval(ticks);
  return { text: answer.textContent.replace(/\s+/g, " ").trim(), shown, hidden: bar.hidden, focused: document.activeElement === answer, heard };
}

try {
  await until(() => customElements.get("check-bundle"));
  const usable = !element.querySelector("[data-check]").hidden;
  const link = element.querySelector("a[download]") !== null;
  const answers = [];
  for (const src of ["/record.zip", "/changed.zip", "/missing.zip"]) answers.push(await check(src));
  await tell({ usable, link, answers });
} catch (error) {
  await tell({ error: String(error) });
}
