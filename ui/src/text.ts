// Words come from the server (`<template id="ui-strings">`); this file finds them and says them to screen readers.

/** The server's wording for `name` (`data-…` of the strings template), with `{key}` replaced; empty where the page has none. */
export function words(name: string, values: Record<string, string> = {}): string {
  const text = document.getElementById("ui-strings")?.dataset[name] ?? "";
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}

let announcer: HTMLElement | undefined;

/** Says `text` to screen readers, politely. */
export function announce(text: string): void {
  if (!announcer) {
    announcer = document.createElement("div");
    announcer.className = "visually-hidden";
    announcer.setAttribute("role", "status");
    document.body.append(announcer);
  }
  const place = announcer;
  place.textContent = "";
  // A change in a later task is announced even when the words are the same as before.
  setTimeout(() => (place.textContent = text), 60);
}

/** A new element with a class and text. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, text = ""): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

/** A random UUID (version 4), also where `crypto.randomUUID` is missing because the hall's network has no TLS. */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Whether a person is, or was, writing something here that the server does not know yet. */
export function isDirty(field: Element): boolean {
  if (field instanceof HTMLInputElement) {
    if (field.type === "hidden") return false;
    if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
    return field.value !== field.defaultValue;
  }
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (field instanceof HTMLSelectElement) {
    // Without a `selected` attribute the browser shows the first option, which is nobody's choice.
    const marked = Array.from(field.options).some((option) => option.defaultSelected);
    return marked ? Array.from(field.options).some((option) => option.selected !== option.defaultSelected) : field.selectedIndex > 0;
  }
  return false;
}
