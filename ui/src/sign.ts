// Signing with a passkey: forms marked `data-sign` are shown as what they would sign, and sent with a fresh signature of this device.
//
// Words and structure of the dialog come from the server (`shown` of the answer, and a `<template data-signing>` in the form); the exact bytes are
// shown as they came, and their digest, which is what the device signs, is computed here.
//
// `data-sign="offered"`: the rules take the act without a signature too. Then every dialog has that choice, and none stands in the way.
import { openDialog } from "./dialog";
import { element, words } from "./text";

/** What `record/prepare` answers. */
interface Prepared {
  body: string;
  rep: string;
  credential: string;
  site: string;
  shown: string;
}

/** Why nothing can be signed. */
interface Refused {
  message: string;
  code: string;
}

const RETRY_MS = 1_500;
const TIMEOUT_MS = 180_000;
/** Refusals that the page of devices helps with. */
const ABOUT_DEVICES = new Set(["no-device", "device-not-appointed", "device-ended"]);

/** Bytes of base64url. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

/** Bytes as base64url without padding. */
export function base64url(bytes: ArrayBuffer): string {
  const plain = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("");
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Whether this browser can use passkeys here: it needs a secure context, too. */
export const canSign = (): boolean => "PublicKeyCredential" in window && "subtle" in crypto;

/** What a person decides in a dialog: to sign, to act without a signature where that is offered, or not to act. */
type Choice = { signed: string } | "without" | undefined;

/** Whether the form may also be sent without a signature. */
const isOffered = (form: HTMLFormElement): boolean => form.dataset["sign"] === "offered";

/**
 * Asks the person to sign what the form would do. The answer is the form's fields with the signature, or as they are where the person acts without
 * one; undefined when the person went back, or has been told why nothing can be signed.
 */
export async function signed(form: HTMLFormElement, act: string, body: string): Promise<string | undefined> {
  const choice = await chosen(form, act, body);
  if (choice === undefined) return undefined;
  return choice === "without" ? body : `${body}&${choice.signed}`;
}

async function chosen(form: HTMLFormElement, act: string, body: string): Promise<Choice> {
  const offered = isOffered(form);
  if (!canSign()) return told(words("signUnable"), false, offered);
  const waiting = new Waiting(offered);
  const prepared = await prepare(form, act, body, waiting);
  waiting.close();
  if (prepared === undefined) return waiting.choice;
  if ("message" in prepared) return told(prepared.message, ABOUT_DEVICES.has(prepared.code), offered);
  return new Signing(form, prepared).asked();
}

/** The choice to act without a signature, and what it means. */
function without(choose: () => void): { about: HTMLElement; button: HTMLElement } {
  const button = element("button", "button quiet", words("signWithout"));
  button.addEventListener("click", choose);
  return { about: element("p", "small muted", words("signWithoutAbout")), button };
}

/** Asks the server for the bytes to sign, again and again while there is no connection; undefined when the person gave up. */
async function prepare(form: HTMLFormElement, act: string, body: string, waiting: Waiting): Promise<Prepared | Refused | undefined> {
  const address = new URL("../record/prepare", form.action);
  address.searchParams.set("lang", document.documentElement.lang);
  const fields = `${body}&act=${encodeURIComponent(act)}&by=device`;
  for (;;) {
    try {
      const answer = await fetch(address, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
        body: fields,
        signal: waiting.givenUp,
      });
      if (answer.ok) return (await answer.json()) as Prepared;
      if (answer.status !== 503) return refusal(answer);
    } catch {
      if (waiting.givenUp.aborted) return undefined;
    }
    waiting.show();
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    if (waiting.givenUp.aborted) return undefined;
  }
}

async function refusal(answer: Response): Promise<Refused> {
  const said: unknown = await answer.json().catch(() => undefined);
  const { message, code } = (typeof said === "object" && said !== null ? said : {}) as Partial<Refused>;
  return { message: message || words(answer.status === 401 ? "revoked" : "failed"), code: code ?? "" };
}

/** The dialog of a lost connection; it comes only when there is one. */
class Waiting {
  choice: "without" | undefined;
  private readonly stop = new AbortController();
  private dialog: HTMLDialogElement | undefined;

  constructor(private readonly offered: boolean) {}

  get givenUp(): AbortSignal {
    return this.stop.signal;
  }

  show(): void {
    if (this.dialog) return;
    const cancel = element("button", "button secondary", words("confirmNo"));
    cancel.addEventListener("click", () => this.dialog?.close());
    const stack = element("div", "stack");
    const message = element("p", "lead", words("signWaiting"));
    message.setAttribute("role", "status");
    const row = element("div", "button-row");
    row.append(cancel);
    stack.append(message);
    if (this.offered) {
      const { about, button } = without(() => {
        this.choice = "without";
        this.dialog?.close();
      });
      stack.append(about);
      row.append(button);
    }
    stack.append(row);
    this.dialog = openDialog(words("signWaiting"), stack);
    this.dialog.addEventListener("close", () => this.stop.abort());
  }

  close(): void {
    const dialog = this.dialog;
    this.dialog = undefined;
    dialog?.close();
  }
}

/** Tells why nothing is signed, with the way to the devices where that helps, and with the choice to act without a signature where it is offered. */
function told(message: string, devices: boolean, offered: boolean): Promise<"without" | undefined> {
  const stack = element("div", "stack");
  const row = element("div", "button-row");
  const close = element("button", "button secondary", words("close"));
  if (devices) {
    const link = element("a", "button", words("signDevices"));
    link.href = new URL("devices", new URL("./", location.href)).href;
    row.append(link);
  }
  row.append(close);
  stack.append(element("p", "lead", message));
  return new Promise((resolve) => {
    let choice: "without" | undefined;
    if (offered) {
      const { about, button } = without(() => {
        choice = "without";
        dialog.close();
      });
      stack.append(about);
      row.append(button);
    }
    stack.append(row);
    const dialog = openDialog(message, stack);
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => resolve(choice));
  });
}

/** The dialog that shows what is signed. */
class Signing {
  private readonly bytes: Uint8Array<ArrayBuffer>;
  private choice: Choice;
  private dialog!: HTMLDialogElement;

  constructor(private readonly form: HTMLFormElement, private readonly prepared: Prepared) {
    this.bytes = bytesOf(prepared.body);
  }

  /** What the person chose, with the fields of the signature once it was given. */
  async asked(): Promise<Choice> {
    const digest = await crypto.subtle.digest("SHA-256", this.bytes);
    const stack = element("div", "stack signing");
    // Markup of our own server, as in live regions; the policy of the page runs no script in it.
    stack.innerHTML = this.prepared.shown;
    const own = this.form.querySelector<HTMLTemplateElement>("template[data-signing]");
    if (own) stack.querySelector("[data-own]")?.append(own.content.cloneNode(true));
    fill(stack, "[data-bytes]", new TextDecoder().decode(this.bytes));
    fill(stack, "[data-digest]", Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join(""));
    if (isOffered(this.form)) this.offerWithout(stack);
    this.dialog = openDialog(stack.querySelector("h2")?.textContent ?? "", stack);
    this.dialog.classList.add("wide");
    const closed = new Promise<void>((resolve) => this.dialog.addEventListener("close", () => resolve()));
    stack.querySelector("[data-go-back]")?.addEventListener("click", () => this.dialog.close());
    stack.querySelector("[data-sign-now]")?.addEventListener("click", (event) => void this.sign(event.currentTarget as HTMLElement, digest));
    // What is signed is read before the button: the dialog opens at its beginning.
    const heading = stack.querySelector<HTMLElement>("h2");
    if (heading) (heading.tabIndex = -1), heading.focus();
    this.dialog.scrollTop = 0;
    await closed;
    return this.choice;
  }

  private offerWithout(stack: HTMLElement): void {
    const row = stack.querySelector(".button-row");
    const { about, button } = without(() => {
      this.choice = "without";
      this.dialog.close();
    });
    row?.before(about);
    row?.append(button);
  }

  private async sign(button: HTMLElement, challenge: ArrayBuffer): Promise<void> {
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    this.say("", words("signAsking"));
    try {
      const credential = await navigator.credentials.get({
        publicKey: {
          challenge,
          rpId: this.prepared.site,
          allowCredentials: [{ type: "public-key", id: bytesOf(this.prepared.credential) }],
          userVerification: "required",
          timeout: TIMEOUT_MS,
        },
      });
      if (!(credential instanceof PublicKeyCredential)) throw new DOMException("", "NotAllowedError");
      const extra = fields(this.prepared, credential.response as AuthenticatorAssertionResponse);
      // Whoever went back or decided otherwise meanwhile has not signed.
      if (!this.dialog.open) return;
      this.choice = { signed: extra };
      this.dialog.close();
    } catch (error) {
      this.say("refused", why(error));
      button.removeAttribute("aria-disabled");
    }
  }

  private say(kind: string, text: string): void {
    const status = this.dialog.querySelector<HTMLElement>("[data-status]");
    if (!status) return;
    status.dataset["kind"] = kind;
    status.textContent = text;
  }
}

function fill(within: HTMLElement, place: string, text: string): void {
  const found = within.querySelector(place);
  if (found) found.textContent = text;
}

/** The signature as the fields that a press carries it in. */
function fields(prepared: Prepared, response: AuthenticatorAssertionResponse): string {
  return new URLSearchParams({
    "signed.body": prepared.body,
    "signed.sigs.0.alg": "webauthn-es256",
    "signed.sigs.0.rep": prepared.rep,
    "signed.sigs.0.ad": base64url(response.authenticatorData),
    "signed.sigs.0.cd": base64url(response.clientDataJSON),
    "signed.sigs.0.sig": base64url(response.signature),
  }).toString();
}

/** What a person is told when the browser gave no passkey. */
export function why(error: unknown): string {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "SecurityError") return words("signElsewhere");
  if (name === "NotAllowedError" || name === "AbortError") return words("signCancelled");
  if (name === "InvalidStateError") return words("signAlready");
  return words("signFailed");
}
