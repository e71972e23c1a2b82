// A field the server complains of: an error summary at the top of the form that links to it, and the field marked.
import { element, words } from "./text";

/** Shows `message` about the field called `name`. */
export function showProblem(form: HTMLFormElement, name: string, message: string): void {
  clearProblem(form);
  const named = form.elements.namedItem(name);
  const field = named instanceof RadioNodeList ? named[0] : named;
  const summary = element("div", "error-summary");
  summary.dataset["client"] = "";
  summary.setAttribute("role", "alert");
  summary.tabIndex = -1;
  const list = element("ul", "");
  const item = element("li", "");
  list.append(item);
  summary.append(element("h2", "", words("problem")), list);
  if (field instanceof HTMLElement) {
    field.id ||= `f-${name}`;
    const link = element("a", "", message);
    link.href = `#${field.id}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      field.focus();
    });
    item.append(link);
    mark(field, message);
  } else {
    item.textContent = message;
  }
  form.prepend(summary);
  summary.focus();
}

function mark(field: HTMLElement, message: string): void {
  field.setAttribute("aria-invalid", "true");
  const holder = field.closest<HTMLElement>(".field, fieldset");
  if (!holder) return;
  holder.classList.add("invalid");
  const error = element("span", "field-error", message);
  error.id = `${field.id}-error`;
  error.dataset["client"] = "";
  const described = new Set((field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  field.setAttribute("aria-describedby", [...described.add(error.id)].join(" "));
  if (field.parentElement === holder) holder.insertBefore(error, field);
  else holder.prepend(error);
}

/** Takes away what an earlier answer showed, the server's own marks included. */
export function clearProblem(form: HTMLFormElement): void {
  form.querySelectorAll(".error-summary, .field-error").forEach((shown) => shown.remove());
  form.querySelectorAll(".invalid").forEach((holder) => holder.classList.remove("invalid"));
  form.querySelectorAll("[aria-invalid]").forEach((field) => field.removeAttribute("aria-invalid"));
}
