// <passkey-button data-begin data-finish data-does="register|sign-in">: registers this device, or signs in with it. Without a script or without passkeys
// the element shows what it holds in [data-without]; with them its button.
import { base64url, bytesOf, canSign, why } from "./sign";
import { uuid, words } from "./text";

const RETRY_MS = 1_500;

/** Options as the server writes them: as in WebAuthn's JSON forms. */
interface Options {
  publicKey: Record<string, unknown>;
}

interface Said {
  message?: string;
  next?: string;
}

type Descriptor = { id: string; type: "public-key"; transports?: AuthenticatorTransport[] };

function creation(options: Options): PublicKeyCredentialCreationOptions {
  const json = options.publicKey as unknown as { challenge: string; user: { id: string; name: string; displayName: string }; excludeCredentials?: Descriptor[] };
  return {
    ...(options.publicKey as unknown as PublicKeyCredentialCreationOptions),
    challenge: bytesOf(json.challenge),
    user: { ...json.user, id: bytesOf(json.user.id) },
    excludeCredentials: (json.excludeCredentials ?? []).map((one) => ({ ...one, id: bytesOf(one.id) })),
  };
}

function request(options: Options): PublicKeyCredentialRequestOptions {
  const json = options.publicKey as unknown as { challenge: string };
  return { ...(options.publicKey as unknown as PublicKeyCredentialRequestOptions), challenge: bytesOf(json.challenge), allowCredentials: [] };
}

function attestation(credential: PublicKeyCredential): object {
  const response = credential.response as AuthenticatorAttestationResponse;
  return {
    id: credential.id,
    rawId: base64url(credential.rawId),
    type: credential.type,
    response: { attestationObject: base64url(response.attestationObject), clientDataJSON: base64url(response.clientDataJSON) },
  };
}

function assertion(credential: PublicKeyCredential): object {
  const response = credential.response as AuthenticatorAssertionResponse;
  return {
    id: credential.id,
    rawId: base64url(credential.rawId),
    type: credential.type,
    response: {
      authenticatorData: base64url(response.authenticatorData),
      clientDataJSON: base64url(response.clientDataJSON),
      signature: base64url(response.signature),
      userHandle: response.userHandle ? base64url(response.userHandle) : null,
    },
  };
}

/** What the server refused, in the person's words. */
class Refusal extends Error {}

export class PasskeyButton extends HTMLElement {
  private busy = false;

  connectedCallback(): void {
    const button = this.querySelector("button");
    if (!canSign() || !button) return;
    button.hidden = false;
    this.querySelectorAll<HTMLElement>("[data-without]").forEach((part) => (part.hidden = true));
    button.addEventListener("click", () => void this.run());
  }

  private async run(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const button = this.querySelector("button");
    button?.setAttribute("aria-disabled", "true");
    try {
      await (this.dataset["does"] === "register" ? this.register() : this.signIn());
    } catch (error) {
      this.say("refused", error instanceof Refusal ? error.message : why(error));
    }
    button?.removeAttribute("aria-disabled");
    this.busy = false;
  }

  private async register(): Promise<void> {
    const options = (await this.post(this.dataset["begin"], {})) as Options;
    this.say("", words("signAsking"));
    const credential = await navigator.credentials.create({ publicKey: creation(options) });
    if (!(credential instanceof PublicKeyCredential)) throw new DOMException("", "NotAllowedError");
    const said = await this.post(this.dataset["finish"], { id: uuid(), credential: attestation(credential) });
    this.say("done", said.message ?? "");
    location.assign(this.dataset["next"] ?? ".");
  }

  private async signIn(): Promise<void> {
    const begun = (await this.post(this.dataset["begin"], {})) as { id: string; options: Options };
    this.say("", words("signAsking"));
    const credential = await navigator.credentials.get({ publicKey: request(begun.options) });
    if (!(credential instanceof PublicKeyCredential)) throw new DOMException("", "NotAllowedError");
    const said = await this.post(this.dataset["finish"], { id: begun.id, credential: assertion(credential) });
    location.assign(said.next ?? "/");
  }

  /** Asks until there is an answer: a cut line is waited for, and the same id does nothing twice. */
  private async post(address: string | undefined, body: object): Promise<Said & object> {
    for (;;) {
      const answer = await fetch(address ?? "", {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify(body),
      }).catch(() => undefined);
      if (answer?.ok) return (await answer.json()) as Said & object;
      if (answer && answer.status !== 503) throw new Refusal(await message(answer));
      this.say("queued", words("queued"));
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }

  private say(kind: string, text: string): void {
    const status = this.querySelector<HTMLElement>("[data-status]");
    if (!status) return;
    status.dataset["kind"] = kind;
    status.textContent = text;
  }
}

async function message(answer: Response): Promise<string> {
  const text = await answer.text();
  try {
    return (JSON.parse(text) as Said).message || words("failed");
  } catch {
    return text || words("failed");
  }
}
