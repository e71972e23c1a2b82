import { once } from "node:events";
import { connect, createServer, type Server as Listener, type Socket } from "node:net";

/**
 * The network between a browser and the server, which can be cut and restored while both go on running. (The browser's own "offline" switch leaves
 * open sockets as they are.)
 */
export class Line {
  readonly url: string;
  readonly #listener: Listener;
  readonly #sockets = new Set<Socket>();
  #isUp = true;
  #losesAnswers = false;

  private constructor(listener: Listener, port: number, target: number) {
    this.#listener = listener;
    this.url = `http://127.0.0.1:${port}`;
    listener.on("connection", (near) => {
      if (!this.#isUp) return near.destroy();
      const far = connect(target, "127.0.0.1");
      for (const [socket, other] of [[near, far], [far, near]] as const) {
        this.#sockets.add(socket);
        socket.on("error", () => other.destroy());
        socket.on("close", () => {
          this.#sockets.delete(socket);
          other.destroy();
        });
      }
      near.on("data", (bytes) => far.write(bytes));
      far.on("data", (bytes) => this.#losesAnswers || near.write(bytes));
    });
  }

  static async to(port: number): Promise<Line> {
    const listener = createServer();
    listener.listen(0, "127.0.0.1");
    await once(listener, "listening");
    const address = listener.address();
    if (address === null || typeof address === "string") throw new Error("no loopback port");
    return new Line(listener, address.port, port);
  }

  /** Ends every connection and lets no new one through. */
  cut(): void {
    this.#isUp = false;
    for (const socket of this.#sockets) socket.destroy();
  }

  /** From now on what the browser sends arrives, and nothing comes back. */
  loseAnswers(): void {
    this.#losesAnswers = true;
  }

  restore(): void {
    this.#isUp = true;
    this.#losesAnswers = false;
  }

  async close(): Promise<void> {
    this.cut();
    this.#listener.close();
    await once(this.#listener, "close");
  }
}
