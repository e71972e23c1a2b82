// Live regions: what the server sends is morphed into the page; a silence is said; a revoked session ends.
import { canInflate } from "./inflate";
import { Line, type LineState } from "./line";
import { morph } from "./morph";
import { Presses } from "./press";
import { announce, element, isDirty, words } from "./text";

const ASK_SPREAD_MS = 4_000;
const RELOAD_SPREAD_MS = 4_000;
const BACK_NOTICE_MS = 3_000;

const regions = () => Array.from(document.querySelectorAll<HTMLElement>("live-region[data-region]"));

/** The socket's address: `data-live` of the body, with the versions the page has now. */
function address(): string | undefined {
  const path = document.body.dataset["live"];
  if (!path) return undefined;
  const url = new URL(path, location.href);
  url.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  const versions = regions().map((region) => `${region.dataset["region"]}:${region.dataset["version"] ?? "0"}`);
  const others = url.search.replace(/^\?/, "").split("&").filter((part) => part && !part.startsWith("v="));
  if (canInflate()) others.push("z=1");
  // Written by hand so that colons and commas stay as the server reads them.
  url.search = [...others, `v=${versions.join(",")}`].join("&");
  return url.href;
}

class Live {
  private readonly slot = element("div", "banner-slot");
  private readonly line = new Line(address, {
    frame: (kind, args, body) => this.frame(kind, args, body),
    state: (state) => this.state(state),
    stale: (stale) => this.stale(stale),
  });
  private readonly presses = new Presses(this.line);
  /** The newest position that any frame but a heartbeat carried. */
  private seen = 0;
  private updatedSinceHeartbeat = false;
  private asking: ReturnType<typeof setTimeout> | undefined;

  start(): void {
    this.slot.setAttribute("role", "status");
    document.body.prepend(this.slot);
    this.presses.start();
    if (document.body.dataset["live"]) this.line.start();
  }

  private frame(kind: string, args: string[], body: string): void {
    if (kind === "R") this.region(args[0] ?? "", Number(args[1]), body);
    else if (kind === "B") this.heartbeat(Number(args[0]));
    else if (kind === "A") this.answer(args, body);
    else if (kind === "X") this.revoked();
    else if (kind === "N") this.renewed();
  }

  private region(name: string, version: number, html: string): void {
    this.updatedSinceHeartbeat = true;
    this.seen = Math.max(this.seen, version || 0);
    for (const region of regions()) {
      if (region.dataset["region"] !== name || version < Number(region.dataset["version"] ?? 0)) continue;
      region.dataset["version"] = String(version);
      morph(region, html);
      region.dispatchEvent(new CustomEvent("region-updated", { bubbles: true }));
    }
  }

  /** A heartbeat ahead of everything received, with nothing received since the last one, may mean a lost update: ask for each region. */
  private heartbeat(position: number): void {
    if (position > this.seen && !this.updatedSinceHeartbeat && this.seen > 0) {
      clearTimeout(this.asking);
      this.asking = setTimeout(() => {
        for (const region of regions()) this.line.send(`G ${region.dataset["region"]} ${region.dataset["version"] ?? "0"}\n`);
      }, Math.random() * ASK_SPREAD_MS);
    }
    this.updatedSinceHeartbeat = false;
    this.seen = Math.max(this.seen, position || 0);
    this.presses.retry();
  }

  private answer(args: string[], body: string): void {
    const [id = "", status = "", position = ""] = args;
    this.seen = Math.max(this.seen, Number(position) || 0);
    let answer: unknown;
    try {
      answer = JSON.parse(body);
    } catch {
      answer = undefined;
    }
    this.presses.answered(id, Number(status), answer);
  }

  private state(state: LineState): void {
    if (state === "up") this.presses.lineUp();
    else if (state === "down") this.presses.lineDown();
  }

  private stale(stale: boolean): void {
    this.banner(words(stale ? "stale" : "reconnected"), stale ? "banner" : "banner back");
    if (!stale) setTimeout(() => this.slot.firstElementChild?.matches(".back") && this.banner("", ""), BACK_NOTICE_MS);
  }

  private revoked(): void {
    this.line.stop();
    this.presses.forget();
    this.banner(words("revoked"), "banner bad");
  }

  /** A new version of the server runs. Ten thousand pages do not reload in the same second, and none while somebody is writing. */
  private renewed(): void {
    const busy = Array.from(document.querySelectorAll("input, textarea, select")).some(isDirty) || document.querySelector("form[data-busy]");
    if (!busy) {
      setTimeout(() => location.reload(), Math.random() * RELOAD_SPREAD_MS);
      return;
    }
    const button = element("button", "button secondary compact", words("reload"));
    button.type = "button";
    button.addEventListener("click", () => location.reload());
    const box = element("div", "banner back");
    box.append(button);
    this.slot.replaceChildren(box);
    announce(words("reload"));
  }

  private banner(text: string, className: string): void {
    this.slot.replaceChildren(...(text ? [element("div", className, text)] : []));
  }
}

/** Starts the page's presses and, where the body names an address, its socket. */
export function startLive(): void {
  new Live().start();
}
