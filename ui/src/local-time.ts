// <local-time>: beside a venue's time, the viewer's own where it differs.
import { element, words } from "./text";

/** The page's language, with the same digits and order of day and month as the server's own dates. */
function locale(): string | undefined {
  const language = document.documentElement.lang;
  return { en: "en-GB", ar: "ar-u-nu-latn" }[language] ?? (language || undefined);
}

function format(moment: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale(), options).format(moment);
}

export class LocalTime extends HTMLElement {
  static observedAttributes = ["datetime", "data-zone"];

  connectedCallback(): void {
    this.render();
    // The server's text may be morphed in after the attributes; ours is then gone and is added again.
    new MutationObserver(() => this.render()).observe(this, { childList: true });
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.render();
  }

  private render(): void {
    const moment = new Date(this.getAttribute("datetime") ?? "");
    const zone = this.dataset["zone"];
    const ours = this.querySelector(".local-yours");
    let text = "";
    if (!Number.isNaN(moment.getTime()) && zone) text = this.yours(moment, zone);
    if (ours?.textContent === text || (!ours && !text)) return;
    ours?.remove();
    if (text) this.append(element("span", "local-yours", text));
  }

  private yours(moment: Date, zone: string): string {
    const clock: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit" };
    const day: Intl.DateTimeFormatOptions = { weekday: "short", ...clock };
    try {
      if (format(moment, { ...day, timeZone: zone }) === format(moment, day)) return "";
      const sameDay = format(moment, { dateStyle: "short", timeZone: zone }) === format(moment, { dateStyle: "short" });
      const text = words("yours", { time: format(moment, sameDay ? clock : day) });
      return text && ` ${text}`;
    } catch {
      return ""; // A zone this browser does not know.
    }
  }
}
