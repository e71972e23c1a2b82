// The page's one socket: opening, silence, reconnection. What frames mean is the business of live.ts and press.ts.
import { inflated } from "./inflate";

const SILENCE_MS = 12_000;
const BACKOFF_MIN_MS = 500;
const BACKOFF_MAX_MS = 5_000;
/** A line that is back within this time was never worth a banner. */
const GRACE_MS = 3_000;

/** `up`: frames come; `down`: reconnecting; `never`: has not opened yet; `off`: ended for good (no live page, or the session was revoked). */
export type LineState = "never" | "up" | "down" | "off";

export interface LineEvents {
  /** A frame: the words of its first line, and the rest. */
  frame(kind: string, words: string[], body: string): void;
  state(state: LineState): void;
  /** True after a silence that a person should know of, false when it is over. */
  stale(stale: boolean): void;
}

export class Line {
  state: LineState = "off";
  /** Whether the line was ever up on this page: where it never was, forms are sent the ordinary way. */
  hasOpened = false;
  private socket: WebSocket | undefined;
  private attempts = 0;
  private isStale = false;
  /** Frames behind one that is being inflated: they keep their order. */
  private behind: Promise<void> | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private grace: ReturnType<typeof setTimeout> | undefined;

  /** `address` is asked at each connection, because it names the versions the page has by then. */
  constructor(private readonly address: () => string | undefined, private readonly events: LineEvents) {}

  start(): void {
    this.setState("never");
    this.connect();
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.hurry());
    addEventListener("online", () => this.hurry());
    addEventListener("pageshow", (event) => event.persisted && this.hurry());
    addEventListener("pagehide", () => this.socket?.close());
  }

  /** Sends a frame; false when the line is not up. */
  send(frame: string): boolean {
    if (this.state !== "up" || this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(frame);
    return true;
  }

  /** Ends the line for good. */
  stop(): void {
    this.setState("off");
    clearTimeout(this.retry);
    clearTimeout(this.silence);
    clearTimeout(this.grace);
    this.drop();
  }

  private connect(): void {
    clearTimeout(this.retry);
    const address = this.address();
    if (this.state === "off" || address === undefined) return this.stop();
    let socket: WebSocket;
    try {
      socket = new WebSocket(address);
    } catch {
      return this.lost();
    }
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    this.behind = undefined;
    this.listen();
    socket.onopen = () => {
      this.hasOpened = true;
      this.listen();
      this.setState("up");
    };
    socket.onmessage = (event: MessageEvent<string | ArrayBuffer>) => {
      this.listen();
      // Only a frame shows that the line is good: a proxy may open it and cut it at once.
      this.attempts = 0;
      this.setStale(false);
      if (typeof event.data === "string" && !this.behind) this.receive(event.data);
      else this.inflate(socket, event.data);
    };
    socket.onclose = () => this.lost();
  }

  /** Receives a packed frame, or one behind it, when everything before it was received. */
  private inflate(socket: WebSocket, data: string | ArrayBuffer): void {
    const mine = this.next(this.behind, socket, typeof data === "string" ? data : inflated(data)).then(() => {
      if (this.behind === mine) this.behind = undefined;
    });
    this.behind = mine;
  }

  private async next(before: Promise<void> | undefined, socket: WebSocket, ready: string | Promise<string | undefined>): Promise<void> {
    await before;
    const text = await ready;
    if (this.socket !== socket) return;
    if (text !== undefined) this.receive(text);
    // What could not be read comes again over the next line.
    else this.lost();
  }

  private receive(text: string): void {
    const end = text.indexOf("\n");
    const [kind = "", ...words] = (end < 0 ? text : text.slice(0, end)).split(" ");
    this.events.frame(kind, words, end < 0 ? "" : text.slice(end + 1));
  }

  private listen(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      this.setStale(true);
      this.lost();
    }, SILENCE_MS);
  }

  private lost(): void {
    if (this.state === "off") return;
    this.drop();
    clearTimeout(this.silence);
    const ceiling = Math.min(BACKOFF_MAX_MS, BACKOFF_MIN_MS * 2 ** Math.min(++this.attempts, 6));
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.connect(), BACKOFF_MIN_MS + Math.random() * (ceiling - BACKOFF_MIN_MS));
    this.grace ??= setTimeout(() => this.setStale(true), GRACE_MS);
    this.setState("down");
  }

  /** Connects now instead of after the pause: the person is back, or the network is. */
  private hurry(): void {
    if (this.state === "down" && this.socket === undefined) this.connect();
  }

  private drop(): void {
    const socket = this.socket;
    this.socket = undefined;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  private setStale(stale: boolean): void {
    if (!stale) {
      clearTimeout(this.grace);
      this.grace = undefined;
    }
    if (stale !== this.isStale) this.events.stale((this.isStale = stale));
  }

  private setState(state: LineState): void {
    if (state === this.state) return;
    this.state = state;
    document.documentElement.dataset["line"] = state;
    this.events.state(state);
  }
}
