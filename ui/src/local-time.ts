// <local-time>: beside a venue's time, the viewer's own where it differs.
import { elsewhere } from "./moment";
import { element, words } from "./text";

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
    try {
      const time = elsewhere(moment, document.documentElement.lang, zone);
      const text = time && words("yours", { time });
      return text ? ` ${text}` : "";
    } catch {
      return ""; // A zone this browser does not know.
    }
  }
}
