// Small helps: copy buttons, menus that close, the focus on an error summary.
import { announce, words } from "./text";

const COPIED_MS = 2_000;

export class CopyText extends HTMLElement {
  connectedCallback(): void {
    this.querySelector<HTMLElement>("[data-copy]")?.removeAttribute("hidden");
    this.addEventListener("click", this.clicked);
  }

  private readonly clicked = (event: Event): void => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-copy]") : null;
    const value = this.querySelector<HTMLElement>(".value");
    if (!button || !value) return;
    void copy(value).then((copied) => {
      if (!copied) return;
      const label = button.textContent;
      button.textContent = words("copied");
      announce(words("copied"));
      setTimeout(() => (button.textContent = label), COPIED_MS);
    });
  };
}

/** Copies an element's text; without the clipboard (no TLS) it selects the text, so that the person can. */
async function copy(value: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value.textContent?.trim() ?? "");
    return true;
  } catch {
    getSelection()?.selectAllChildren(value);
    return false;
  }
}

/** Menus made of <details> close on Escape, on a press elsewhere, and when one of their acts is pressed. */
export function closingMenus(): void {
  const close = (except: EventTarget | null, focus: boolean): void => {
    document.querySelectorAll<HTMLDetailsElement>(":is(details.lang-menu, details.further-acts)[open]").forEach((menu) => {
      const inside = except instanceof Element && menu.contains(except);
      const pressed = inside && menu.matches(".further-acts") && except.closest("button, a") !== null;
      if (inside && !pressed) return;
      menu.open = false;
      if (focus || pressed) menu.querySelector("summary")?.focus();
    });
  };
  document.addEventListener("click", (event) => close(event.target, false));
  document.addEventListener("keydown", (event) => event.key === "Escape" && close(null, true));
}

/** After an ordinary POST that was refused, the person is taken to what is wrong. */
export function focusProblems(): void {
  document.querySelector<HTMLElement>(".error-summary")?.focus();
}
