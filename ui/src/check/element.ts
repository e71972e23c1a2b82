// <check-bundle src data-worker>: a button that fetches an evidence bundle, checks it in this browser and says what is proven and what is
// not. Words and structure of the answer come from the server in the element's <template>; here its blanks are filled.
import { MAX_BUNDLE } from "./bundle";
import { fill } from "./fill";
import type { Answer } from "./worker";

// Of the bar, this much is the way over the network.
const FETCHED = 0.2;

export class CheckBundle extends HTMLElement {
  private worker: Worker | undefined;
  private stop: AbortController | undefined;

  connectedCallback(): void {
    const form = this.querySelector<HTMLElement>("[data-check]");
    if (form) form.hidden = false;
    this.addEventListener("click", this.clicked);
  }

  disconnectedCallback(): void {
    this.removeEventListener("click", this.clicked);
    this.end();
  }

  private readonly clicked = (event: Event): void => {
    const button = event.target instanceof Element ? event.target.closest("[data-check] button") : null;
    if (button instanceof HTMLButtonElement && !this.stop) void this.run(button);
  };

  private async run(button: HTMLButtonElement): Promise<void> {
    this.stop = new AbortController();
    button.setAttribute("aria-disabled", "true");
    this.querySelector("[data-answer]")?.replaceChildren();
    this.progress(0);
    const answer = await this.answer(this.stop.signal);
    this.end();
    button.removeAttribute("aria-disabled");
    const bar = this.bar();
    if (bar) bar.hidden = true;
    if (answer) this.show(answer);
  }

  /** What the check says; undefined when the page went away meanwhile. */
  private async answer(signal: AbortSignal): Promise<Answer | undefined> {
    try {
      const bundle = await fetched(this.getAttribute("src") ?? "", signal, (part) => this.progress(part * FETCHED));
      return await this.checked(bundle);
    } catch (error) {
      return signal.aborted ? undefined : { unable: String(error instanceof Error ? error.message : error) };
    }
  }

  private checked(bundle: ArrayBuffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(this.dataset["worker"] ?? "");
      this.worker = worker;
      worker.onerror = (event) => reject(new Error(event.message || "the worker did not start"));
      worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        if ("progress" in data) this.progress(FETCHED + (1 - FETCHED) * data.progress);
        else resolve(data);
      };
      worker.postMessage(bundle, [bundle]);
    });
  }

  private end(): void {
    this.stop?.abort();
    this.stop = undefined;
    this.worker?.terminate();
    this.worker = undefined;
  }

  private bar = (): HTMLProgressElement | null => this.querySelector("progress");

  private progress(done: number): void {
    const bar = this.bar();
    if (!bar) return;
    bar.hidden = false;
    bar.value = done;
  }

  private show(answer: Answer): void {
    const template = this.querySelector("template");
    const place = this.querySelector<HTMLElement>("[data-answer]");
    if (!template || !place) return;
    place.replaceChildren(fill(template.content.cloneNode(true) as DocumentFragment, answer, document.documentElement.lang));
    place.focus();
  }
}

/** The bytes of the bundle; `progress` hears 0 to 1 where the server says how long it is. */
async function fetched(src: string, signal: AbortSignal, progress: (part: number) => void): Promise<ArrayBuffer> {
  const response = await fetch(src, { signal, credentials: "same-origin" });
  if (!response.ok || !response.body) throw new Error(`${response.status} ${response.statusText}`);
  // A length that counts packed bytes only makes the bar less exact.
  const length = Number(response.headers.get("content-length") ?? 0);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let total = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts).arrayBuffer();
    parts.push(value as Uint8Array<ArrayBuffer>);
    total += value.length;
    if (total > MAX_BUNDLE) throw new Error(`the bundle has more than ${MAX_BUNDLE} bytes`);
    if (length > 0) progress(Math.min(1, total / length));
  }
}

customElements.define("check-bundle", CheckBundle);
