// Presses: a form sent over the socket under its idempotency id, shown as done only when the answer says so, and kept until then.
import type { Line } from "./line";
import { settle } from "./morph";
import { confirmed } from "./dialog";
import { showProblem, clearProblem } from "./problem";
import { signed } from "./sign";
import { announce, element, uuid, words } from "./text";

const MAX_PRESSES = 20;
const RESEND_MS = 10_000;
const TOAST_MS = 8_000;

interface Press {
  id: string;
  act: string;
  action: string;
  body: string;
}

interface Answer {
  message?: string;
  field?: string;
}

type Kind = "sending" | "queued" | "done" | "refused";

function isAnswer(value: unknown): value is Answer {
  return typeof value === "object" && value !== null;
}

/** The fields of a form with the button that was pressed. */
function encode(form: HTMLFormElement, submitter: HTMLElement | null): string {
  const data = new FormData(form);
  const isNamed = submitter instanceof HTMLButtonElement || submitter instanceof HTMLInputElement;
  if (isNamed && submitter.name) data.append(submitter.name, submitter.value);
  const pairs = new URLSearchParams();
  for (const [name, value] of data) if (typeof value === "string") pairs.append(name, value);
  return pairs.toString();
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const idField = (form: HTMLFormElement) => form.querySelector<HTMLInputElement>('input[name="_id"]');

function say(form: HTMLFormElement, kind: Kind | "", text: string): void {
  const status = form.querySelector<HTMLElement>("[data-status]") ?? form.closest(".action-bar")?.querySelector<HTMLElement>("[data-status]");
  if (!status) {
    if (text) announce(text);
    return;
  }
  if (kind) status.dataset["kind"] = kind;
  else delete status.dataset["kind"];
  status.textContent = text;
}

function hold(form: HTMLFormElement, kind: Kind): void {
  form.dataset["busy"] = "";
  form.setAttribute("aria-busy", "true");
  // aria-disabled keeps the focus where it is; a second press is refused by the `busy` mark.
  form.querySelectorAll("button, input[type=submit]").forEach((button) => button.setAttribute("aria-disabled", "true"));
  say(form, kind, words(kind));
}

function release(form: HTMLFormElement): void {
  delete form.dataset["busy"];
  form.removeAttribute("aria-busy");
  form.querySelectorAll("[aria-disabled]").forEach((button) => button.removeAttribute("aria-disabled"));
}

/** A message that belongs to a form which is gone. */
function toast(kind: Kind, text: string): void {
  if (!text) return;
  const box = element("div", `toast ${kind === "done" ? "good" : "bad"}`, text);
  document.body.append(box);
  announce(text);
  setTimeout(() => box.remove(), TOAST_MS);
}

/** Sends a press as an ordinary form: the page that answers takes the place of this one. */
function postPlainly(press: Press): void {
  const plain = element("form", "");
  plain.method = "post";
  plain.action = press.action;
  plain.hidden = true;
  for (const [name, value] of new URLSearchParams(press.body)) {
    const field = element("input", "");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    plain.append(field);
  }
  document.body.append(plain);
  plain.submit();
}

export class Presses {
  private readonly waiting = new Map<string, Press>();
  private readonly sentAt = new Map<string, number>();
  private readonly forms = new Map<string, HTMLFormElement>();
  private readonly key = `presses:${(document.body.dataset["live"] ?? "").split("?")[0]}`;

  constructor(private readonly line: Line) {}

  start(): void {
    this.recall();
    document.addEventListener("submit", (event) => this.submitted(event));
  }

  /** The line is back: what was not answered goes out again under the same ids. */
  lineUp(): void {
    for (const press of this.waiting.values()) this.send(press);
  }

  lineDown(): void {
    if (this.waiting.size > 0 && this.neverOpened()) return this.fallBack();
    for (const id of this.waiting.keys()) {
      const form = this.form(id);
      if (form) hold(form, "queued");
    }
  }

  /** Sends again what has had no answer for long although the line is up. */
  retry(): void {
    const before = performance.now() - RESEND_MS;
    for (const press of this.waiting.values()) if ((this.sentAt.get(press.id) ?? 0) < before) this.send(press);
  }

  answered(id: string, status: number, body: unknown): void {
    const press = this.waiting.get(id);
    if (!press) return;
    const form = this.form(id);
    this.waiting.delete(id);
    this.forms.delete(id);
    this.keep();
    const answer = isAnswer(body) ? body : {};
    const done = status >= 200 && status < 300;
    const message = answer.message || (done ? "" : words("failed"));
    if (!form) return toast(done ? "done" : "refused", message);
    release(form);
    // Unavailable is asked again under the same id; everything else is settled, so the next press is another one.
    const field = idField(form);
    if (field && status !== 503) field.value = uuid();
    if (done) this.done(form, message);
    else if (status === 422 && answer.field) {
      say(form, "", "");
      showProblem(form, answer.field, message);
    } else say(form, "refused", message);
  }

  /** The session is over: nothing waits any longer. */
  forget(): void {
    for (const id of this.waiting.keys()) {
      const form = this.form(id);
      if (form) {
        release(form);
        say(form, "refused", words("revoked"));
      }
    }
    this.waiting.clear();
    this.forms.clear();
    this.keep();
  }

  private submitted(event: SubmitEvent): void {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
    if (form.dataset["busy"] !== undefined) return event.preventDefault();
    const isSigned = form.dataset["sign"] !== undefined;
    // What is signed is asked about by the dialog that shows it.
    const question = isSigned ? undefined : form.dataset["confirm"];
    const submitter = event.submitter;
    if (question && form.dataset["confirmed"] === undefined) {
      event.preventDefault();
      void confirmed(question).then((yes) => {
        if (!yes) return;
        form.dataset["confirmed"] = "";
        form.requestSubmit(submitter instanceof HTMLButtonElement ? submitter : null);
        delete form.dataset["confirmed"];
      });
      return;
    }
    // A region's bytes are shared by all its viewers, so the id in them is a mark: the script draws one.
    const field = idField(form);
    if (field && !UUID.test(field.value)) field.value = uuid();
    const act = form.dataset["act"];
    if (act && isSigned) {
      event.preventDefault();
      if (this.waiting.size >= MAX_PRESSES) return say(form, "refused", words("queued"));
      return void this.sign(form, act, submitter);
    }
    const plain = form.dataset["native"] !== undefined || form.querySelector('input[type="file"]') !== null;
    if (!act || plain || this.line.state === "off" || (this.line.state === "down" && this.neverOpened())) return;
    event.preventDefault();
    if (this.waiting.size >= MAX_PRESSES) return say(form, "refused", words("queued"));
    this.idOf(form);
    this.press(form, act, encode(form, submitter));
  }

  /** Has the form's act signed first. While the dialog is open the form counts as pressed: nothing overwrites it, and no second one opens. */
  private async sign(form: HTMLFormElement, act: string, submitter: HTMLElement | null): Promise<void> {
    clearProblem(form);
    say(form, "", "");
    form.dataset["busy"] = "";
    const id = this.idOf(form);
    const body = await signed(form, act, encode(form, submitter));
    release(form);
    if (body === undefined) {
      submitter?.focus();
      return;
    }
    if (this.line.state === "off" || (this.line.state === "down" && this.neverOpened())) {
      return postPlainly({ id, act, action: form.action, body });
    }
    this.press(form, act, body);
  }

  /** The form's idempotency id; one is drawn where it has none. */
  private idOf(form: HTMLFormElement): string {
    let field = idField(form);
    if (!field) {
      field = element("input", "");
      field.type = "hidden";
      field.name = "_id";
      form.append(field);
    }
    if (!UUID.test(field.value)) field.value = uuid();
    return field.value;
  }

  /** `body` holds the form's id. */
  private press(form: HTMLFormElement, act: string, body: string): void {
    clearProblem(form);
    const press = { id: this.idOf(form), act, action: form.action, body };
    this.waiting.set(press.id, press);
    this.forms.set(press.id, form);
    this.keep();
    this.send(press);
  }

  private send(press: Press): void {
    const sent = this.line.send(`P ${press.id} ${press.act}\n${press.body}`);
    if (sent) this.sentAt.set(press.id, performance.now());
    const form = this.form(press.id);
    // A line that has never been up is being opened: that is still "sending".
    if (form) hold(form, sent || this.line.state === "never" ? "sending" : "queued");
  }

  private done(form: HTMLFormElement, message: string): void {
    say(form, "done", message);
    const next = form.dataset["next"];
    if (next === ".") return location.reload();
    if (next) return location.assign(next);
    if (form.dataset["reset"] !== undefined) {
      form.reset();
      form.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select")?.focus();
    } else {
      // What was written is known to the server now: it is no longer "being edited".
      form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input:not([type=hidden]), textarea").forEach((field) => {
        field.defaultValue = field.value;
        if (field instanceof HTMLInputElement) field.defaultChecked = field.checked;
      });
    }
    settle(form);
  }

  private neverOpened(): boolean {
    return !this.line.hasOpened;
  }

  /** There is no socket here (a proxy refuses it): the oldest press goes as an ordinary form. */
  private fallBack(): void {
    for (const [id, press] of this.waiting) {
      const form = this.form(id);
      if (!form) continue;
      this.waiting.delete(id);
      this.keep();
      return postPlainly(press);
    }
  }

  /** The form of a press: the one that sent it, or after a reload the one with the same act and address. */
  private form(id: string): HTMLFormElement | undefined {
    const known = this.forms.get(id);
    if (known?.isConnected) return known;
    const press = this.waiting.get(id);
    const taken = new Set(this.forms.values());
    const found = Array.from(document.querySelectorAll<HTMLFormElement>("form[data-act]")).find(
      (form) => form.dataset["act"] === press?.act && form.action === press?.action && !taken.has(form),
    );
    if (!found) return undefined;
    const field = idField(found);
    if (field) field.value = id;
    this.forms.set(id, found);
    return found;
  }

  private keep(): void {
    try {
      if (this.waiting.size > 0) sessionStorage.setItem(this.key, JSON.stringify([...this.waiting.values()]));
      else sessionStorage.removeItem(this.key);
    } catch {
      // Storage may be forbidden or full: the press then lives as long as the page.
    }
  }

  private recall(): void {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(this.key) ?? "[]");
      if (!Array.isArray(kept)) return;
      for (const press of (kept as Press[]).slice(0, MAX_PRESSES)) this.waiting.set(press.id, press);
    } catch {
      // As above.
    }
    for (const id of this.waiting.keys()) {
      const form = this.form(id);
      if (form) hold(form, "queued");
    }
  }
}
