// The check runs here, beside the page, which stays usable. In: the bundle. Out: how much is done, and at the end one answer.
import { Failure, Unable } from "./reason";
import { type Verified, verify } from "./verify";

/** What the page hears. */
export type Answer =
  | { progress: number }
  | { verified: Verified }
  | { failed: { step: string; line: string; entry?: number; code?: string } }
  | { unable: string };

type Port = { onmessage: ((event: MessageEvent<ArrayBuffer>) => void) | null; postMessage(answer: Answer): void };

const port = self as unknown as Port;

port.onmessage = (event): void => {
  void check(new Uint8Array(event.data)).then((answer) => port.postMessage(answer));
};

async function check(bundle: Uint8Array): Promise<Answer> {
  try {
    return { verified: await verify(bundle, (progress) => port.postMessage({ progress })) };
  } catch (error) {
    if (error instanceof Failure) {
      const { step, message, entry, code } = error;
      return { failed: { step, line: message, ...(entry === undefined ? {} : { entry }), ...(code === undefined ? {} : { code }) } };
    }
    // A fault of the browser or of this program: nothing is said about the bundle.
    return { unable: error instanceof Unable ? error.message : String(error) };
  }
}
