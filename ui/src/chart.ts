// <hemicycle-chart>: the legend's entries filter, arrow keys and taps name the seats. The chart is complete without this.
import { announce, element } from "./text";

const SVG = "http://www.w3.org/2000/svg";

export class HemicycleChart extends HTMLElement {
  private at = -1;
  private tip: HTMLElement | undefined;
  private watch: MutationObserver | undefined;

  connectedCallback(): void {
    this.prepare();
    this.addEventListener("click", this.clicked);
    this.addEventListener("keydown", this.pressed);
    this.addEventListener("focusout", this.leave);
    this.watch = new MutationObserver(() => this.prepare());
    this.watch.observe(this, { childList: true, subtree: true });
  }

  disconnectedCallback(): void {
    this.watch?.disconnect();
    this.leave();
  }

  private get chart(): SVGSVGElement | null {
    return this.querySelector<SVGSVGElement>("svg.hemicycle");
  }

  private seats(): SVGGraphicsElement[] {
    const filter = this.dataset["filter"];
    return Array.from(this.chart?.querySelectorAll<SVGGraphicsElement>(filter ? `.seat[data-state="${filter}"]` : ".seat") ?? []);
  }

  /** Buttons are rendered disabled, because without a script they would do nothing. */
  private prepare(): void {
    const chart = this.chart;
    if (chart && !chart.hasAttribute("tabindex")) chart.setAttribute("tabindex", "0");
    this.querySelectorAll<HTMLButtonElement>(".legend button[data-filter][disabled]").forEach((button) => (button.disabled = false));
    this.mark();
  }

  private mark(): void {
    const filter = this.dataset["filter"];
    this.querySelectorAll<HTMLButtonElement>(".legend button[data-filter]").forEach((button) => {
      const pressed = String(button.dataset["filter"] === filter);
      if (button.getAttribute("aria-pressed") !== pressed) button.setAttribute("aria-pressed", pressed);
    });
  }

  private readonly clicked = (event: Event): void => {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest<HTMLButtonElement>(".legend button[data-filter]");
    if (button) {
      const filter = button.dataset["filter"] ?? "";
      if (this.dataset["filter"] === filter) delete this.dataset["filter"];
      else this.dataset["filter"] = filter;
      this.mark();
      this.leave();
      return;
    }
    const seat = event.target.closest<SVGGraphicsElement>(".hemicycle .seat");
    if (seat) this.go(this.seats().indexOf(seat));
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.target !== this.chart) return;
    const last = this.seats().length - 1;
    const rtl = getComputedStyle(this).direction === "rtl" ? -1 : 1;
    const step: Record<string, number> = {
      ArrowRight: this.at + rtl, ArrowLeft: this.at - rtl, ArrowDown: this.at + 10, ArrowUp: this.at - 10, Home: 0, End: last,
    };
    const to = step[event.key];
    if (event.key === "Escape") return this.leave();
    if (to === undefined) return;
    event.preventDefault();
    this.go(Math.max(0, Math.min(last, to)));
  };

  private readonly leave = (): void => {
    this.at = -1;
    this.tip?.remove();
    this.tip = undefined;
    this.querySelector(".seat-ring")?.remove();
  };

  private go(to: number): void {
    const seat = this.seats()[to];
    if (!seat) return;
    this.leave();
    this.at = to;
    const name = seat.querySelector("title")?.textContent ?? "";
    const box = seat.getBBox();
    const ring = document.createElementNS(SVG, "circle");
    ring.setAttribute("class", "seat-ring");
    ring.setAttribute("cx", String(box.x + box.width / 2));
    ring.setAttribute("cy", String(box.y + box.height / 2));
    ring.setAttribute("r", String(box.width * 0.75));
    this.chart?.append(ring);
    this.tip = element("div", "hemicycle-tip", name);
    document.body.append(this.tip);
    const place = seat.getBoundingClientRect();
    const width = this.tip.offsetWidth;
    this.tip.style.left = `${Math.max(8, Math.min(innerWidth - width - 8, place.left + place.width / 2 - width / 2))}px`;
    this.tip.style.top = `${Math.max(8, place.top - this.tip.offsetHeight - 8)}px`;
    announce(name);
  }
}
