import type { CDPSession, Page } from "@playwright/test";

/** A passkey as Chromium's virtual authenticator holds it. */
interface Credential {
  credentialId: string;
  isResidentCredential: boolean;
  rpId?: string;
  privateKey: string;
  userHandle?: string;
  signCount: number;
}

/** Chromium's virtual authenticator, in place of the fingerprint reader that a test machine has not got. The rest of WebAuthn is the browser's own. */
export class Authenticator {
  readonly #session: CDPSession;
  readonly #id: string;

  private constructor(session: CDPSession, id: string) {
    this.#session = session;
    this.#id = id;
  }

  static async on(page: Page): Promise<Authenticator> {
    const session = await page.context().newCDPSession(page);
    await session.send("WebAuthn.enable");
    const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
      options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    });
    return new Authenticator(session, authenticatorId);
  }

  async credentials(): Promise<Credential[]> {
    return (await this.#session.send("WebAuthn.getCredentials", { authenticatorId: this.#id })).credentials;
  }

  /** The same passkey on another device, as a synchronised one is. */
  async copyTo(other: Authenticator): Promise<void> {
    for (const credential of await this.credentials()) {
      await other.#session.send("WebAuthn.addCredential", { authenticatorId: other.#id, credential });
    }
  }

  /** Whether its owner gives the finger. */
  async verifies(isUserVerified: boolean): Promise<void> {
    await this.#session.send("WebAuthn.setUserVerified", { authenticatorId: this.#id, isUserVerified });
  }
}
