// <key-map>: single-key shortcuts for the chair. They can be turned off (WCAG 2.1.4) and rest while somebody types.
import { openDialog } from "./dialog";
import { element, words } from "./text";

const OFF = "keys-off";

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=radio], [type=checkbox]), textarea, select"));
}

function isUsable(control: HTMLElement): boolean {
  return control.getClientRects().length > 0 && !control.matches("[disabled], [aria-disabled=true]");
}

function areOff(): boolean {
  try {
    return localStorage.getItem(OFF) !== null;
  } catch {
    return false;
  }
}

function setOff(off: boolean): void {
  try {
    if (off) localStorage.setItem(OFF, "");
    else localStorage.removeItem(OFF);
  } catch {
    // Without storage the choice cannot be kept.
  }
}

const controls = () => Array.from(document.querySelectorAll<HTMLElement>("[data-key]"));

export class KeyMap extends HTMLElement {
  connectedCallback(): void {
    document.addEventListener("keydown", this.pressed);
    this.addEventListener("click", this.clicked);
  }

  disconnectedCallback(): void {
    document.removeEventListener("keydown", this.pressed);
    this.removeEventListener("click", this.clicked);
  }

  private readonly clicked = (event: Event): void => {
    if (event.target instanceof Element && event.target.closest("[data-key-help]")) this.help();
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
    if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
    if (event.key === "?") {
      event.preventDefault();
      return this.help();
    }
    if (areOff()) return;
    // By the letter, or by where it lies: a Russian or Arabic keyboard has no Latin letters.
    const control = controls().find((candidate) => {
      const key = candidate.dataset["key"] ?? "";
      return (key === event.key.toLowerCase() || event.code === `Key${key.toUpperCase()}`) && isUsable(candidate);
    });
    if (!control) return;
    event.preventDefault();
    control.focus();
    control.click();
  };

  private help(): void {
    const title = words("keysTitle");
    const list = element("dl", "key-list");
    for (const control of controls()) {
      const key = control.dataset["key"] ?? "";
      const copy = control.cloneNode(true) as HTMLElement;
      copy.querySelectorAll("kbd").forEach((mark) => mark.remove());
      const term = element("dt", "");
      term.append(element("kbd", "", key.toUpperCase()));
      list.append(term, element("dd", "", control.dataset["keyName"] ?? copy.textContent?.trim() ?? ""));
    }
    const use = element("input", "");
    use.type = "checkbox";
    use.checked = !areOff();
    use.addEventListener("change", () => setOff(!use.checked));
    const choice = element("label", "choice");
    choice.append(use, words("keysUse"));
    const close = element("button", "button", words("close"));
    const dialog = openDialog(title, element("h2", "", title), list, ...(words("keysUse") ? [choice] : []), element("p", "", ""), close);
    close.addEventListener("click", () => dialog.close());
    close.focus();
  }
}
