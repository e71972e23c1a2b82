// <count-down>: the speech clock, by the server's time.
import { announce, words } from "./text";

const LOW_MS = 30_000;
const TICK_MS = 200;

/** The server's clock minus ours. Every sample is late by its journey, so the largest is the nearest. */
let offset = -Infinity;

function sample(serverNow: string | null | undefined, receivedAt: number): void {
  const value = Number(serverNow);
  if (serverNow && Number.isFinite(value)) offset = Math.max(offset, value - receivedAt);
}

/** Now, by the server's clock as far as it is known (milliseconds since 1970). */
export function serverNow(): number {
  return Date.now() + (Number.isFinite(offset) ? offset : 0);
}

/** Takes the server's time that the page was rendered at; the answer began to arrive some time before this runs. */
export function learnTime(): void {
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const started = navigation?.responseStart ? performance.timeOrigin + navigation.responseStart : Date.now();
  sample(document.body.dataset["now"], started);
}

function show(left: number): string {
  const seconds = Math.ceil(Math.abs(left) / 1000 - (left < 0 ? 1 : 0));
  const sign = left < 0 && seconds > 0 ? "−" : "";
  return `${sign}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

const shown = new Set<CountDown>();
let ticking: ReturnType<typeof setInterval> | undefined;

export class CountDown extends HTMLElement {
  static observedAttributes = ["data-now", "data-left", "data-ends", "data-running"];

  connectedCallback(): void {
    this.setAttribute("role", "timer");
    sample(this.dataset["now"], Date.now());
    shown.add(this);
    ticking ??= setInterval(() => shown.forEach((clock) => clock.tick()), TICK_MS);
    this.tick();
  }

  disconnectedCallback(): void {
    shown.delete(this);
    if (shown.size === 0) {
      clearInterval(ticking);
      ticking = undefined;
    }
  }

  attributeChangedCallback(name: string, _old: string | null, value: string | null): void {
    if (!this.isConnected) return;
    if (name === "data-now") sample(value, Date.now());
    this.tick();
  }

  private tick(): void {
    const running = this.hasAttribute("data-running");
    const ends = Number(this.dataset["ends"]);
    const left = running && this.dataset["ends"] ? ends - serverNow() : Number(this.dataset["left"] ?? 0);
    const text = show(left);
    if (this.textContent !== text) this.textContent = text;
    const state = !running ? "paused" : left <= 0 ? "over" : left <= LOW_MS ? "low" : "ok";
    const before = this.dataset["state"];
    if (state === before) return;
    this.dataset["state"] = state;
    // Only at the moment itself: a page that opens late does not announce the past.
    if (before === "ok" && state === "low") announce(words("clockLow"));
    if ((before === "low" || before === "ok") && state === "over") announce(words("clockOver"));
  }
}
