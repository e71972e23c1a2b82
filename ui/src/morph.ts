// New HTML into a live region without disturbing the person: what is being typed, an unanswered press, an open menu and the focus stay.
import { Idiomorph } from "idiomorph";
import { announce, isDirty } from "./text";

/** Attributes that the client sets on elements the server renders without them. */
const OURS: Record<string, string> = {
  open: "details, dialog",
  value: 'input[name="_id"]',
  tabindex: ".hemicycle",
  "data-filter": "hemicycle-chart",
  "aria-pressed": "[data-filter]",
  disabled: "[data-filter]",
  hidden: "[data-copy]",
  "data-state": "count-down",
  role: "count-down",
};

const latest = new WeakMap<Element, string>();

function isBusy(node: Node): boolean {
  return node instanceof HTMLFormElement && node.dataset["busy"] !== undefined;
}

function isBeingEdited(node: Element): boolean {
  const active = document.activeElement;
  return active !== null && node.contains(active) && active.matches("input:not([type=hidden]), textarea, select") && isDirty(active);
}

/** What a form does when it is pressed: its act, the values it sends along, and the words on its buttons. */
function meaning(form: HTMLFormElement): string {
  const sent = Array.from(form.querySelectorAll<HTMLInputElement>('input[type=hidden]:not([name="_id"])'), (field) => `${field.name}=${field.defaultValue}`);
  const said = Array.from(form.querySelectorAll("button"), (button) => button.textContent?.trim() ?? "");
  return [form.dataset["act"] ?? "", ...sent, ...said].join("\n");
}

/** The answer of one act must not stand under the button of the next one that takes its place. */
function forgetAnswer(old: HTMLFormElement, fresh: Node): void {
  if (!(fresh instanceof HTMLFormElement) || meaning(old) === meaning(fresh)) return;
  old.querySelectorAll<HTMLElement>("[data-status][data-kind]").forEach((status) => {
    delete status.dataset["kind"];
    announce(status.textContent ?? "");
    status.textContent = "";
  });
}

function mayMorph(old: Node, fresh: Node): boolean {
  if (!(old instanceof HTMLElement)) return true;
  if (isBusy(old) || old.dataset["keep"] !== undefined) return false;
  // A problem that is being read stays until the next press.
  if (old.tagName === "FORM" && old.querySelector(":scope > .error-summary[data-client]")) return false;
  if (old instanceof HTMLFormElement) forgetAnswer(old, fresh);
  if (old.dataset["status"] !== undefined && old.dataset["kind"]) return false;
  if (old.tagName === "COUNT-DOWN" && fresh instanceof HTMLElement && fresh.tagName === "COUNT-DOWN") {
    for (const name of ["data-now", "data-left", "data-ends", "data-running"]) {
      const value = fresh.getAttribute(name);
      if (value === null) old.removeAttribute(name);
      else old.setAttribute(name, value);
    }
    return false;
  }
  return !(old.matches("input, textarea, select") && (isDirty(old) || isBeingEdited(old)));
}

/** Makes `region`'s content `html`. */
export function morph(region: Element, html: string): void {
  latest.set(region, html);
  Idiomorph.morph(region, html, {
    morphStyle: "innerHTML",
    callbacks: {
      beforeNodeMorphed: mayMorph,
      beforeNodeRemoved: (old) =>
        !(old instanceof Element && (isBusy(old) || old.querySelector("form[data-busy]") !== null || isBeingEdited(old))),
      beforeAttributeUpdated: (name, node) => {
        const owner = OURS[name];
        return owner === undefined || !node.matches(owner);
      },
    },
  });
}

/** Applies once more what a region was last sent, after something that held a part of it back has ended. */
export function settle(inside: Element): void {
  const region = inside.closest("live-region");
  const html = region ? latest.get(region) : undefined;
  if (region && html !== undefined) morph(region, html);
}
