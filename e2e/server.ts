import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { promisify } from "node:util";

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 15_000;
/** How much of the program's own output is kept for the message of a failure. */
const OUTPUT_LIMIT = 64 * 1024;

/** The program under test: `TEST_HEMICYCLE_BIN` (set by `cargo xtask test`), else the debug build in target/. */
export function binary(): string {
  const target = process.env["CARGO_TARGET_DIR"] ?? fileURLToPath(new URL("../target", import.meta.url));
  return process.env["TEST_HEMICYCLE_BIN"] ?? path.join(target, "debug", "hemicycle");
}

/** Runs one subcommand to its end; a non-zero exit status is an error that carries what it printed. */
export async function hemicycle(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  return promisify(execFile)(binary(), args, { maxBuffer: 64 * 1024 * 1024 });
}

/** The address of one port of the loopback interface that nothing listens on now. */
async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no free loopback port");
  return address.port;
}

/** `hemicycle serve` on a data directory and a loopback port of its own. */
export class Server {
  /** What `init` printed: it names the link that signs the first administrator in. */
  readonly initOutput: string;
  readonly data: string;
  readonly port: number;
  readonly url: string;
  #child: ChildProcess | undefined;
  #output = "";
  readonly #arguments: readonly string[];

  private constructor(data: string, port: number, host: string, initOutput: string, extra: readonly string[]) {
    this.data = data;
    this.port = port;
    this.url = `http://${host}:${port}`;
    this.initOutput = initOutput;
    this.#arguments = extra;
  }

  /**
   * Makes a fresh data directory with `init` and serves it. `prepare` runs between the two, while no server holds the
   * directory; `args` are passed on to `serve`. With a `host` such as `localhost` it is reached, and its record begun, under
   * that name.
   */
  static async start(
    options: { args?: readonly string[]; prepare?: (data: string) => Promise<void>; host?: string } = {},
  ): Promise<Server> {
    const data = path.join(await mkdtemp(path.join(tmpdir(), "hemicycle-e2e-")), "data");
    const port = await freePort();
    const named = options.host === undefined ? [] : ["--public-origin", `http://${options.host}:${port}`];
    const { stdout } = await hemicycle("init", data, ...named);
    await options.prepare?.(data);
    const server = new Server(data, port, options.host ?? "127.0.0.1", stdout, options.args ?? []);
    await server.serve();
    return server;
  }

  /** The process id while it runs. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Everything the program has printed lately, for the message of a failure. */
  get output(): string {
    return this.#output;
  }

  /**
   * The address that signs the first administrator in, on this server's port: the first link or absolute path that
   * `init` printed.
   */
  adminLink(): string {
    const found = /https?:\/\/[^\s/"]+(\/[^\s"]+)|(?:^|\s)(\/[^\s"]+\/[^\s"]+)/m.exec(
      this.initOutput.replaceAll(this.data, ""),
    );
    const target = found?.[1] ?? found?.[2];
    if (!target) throw new Error(`init printed no sign-in link:\n${this.initOutput}`);
    return new URL(target, this.url).href;
  }

  /** Starts the program on the same directory and port and waits until /health/ready answers 200. */
  async serve(): Promise<void> {
    if (this.#child) throw new Error("it runs already");
    const listen = `127.0.0.1:${this.port}`;
    const child = spawn(binary(), ["serve", "--data", this.data, "--listen", listen, ...this.#arguments], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    const keep = (chunk: Buffer) => {
      this.#output = (this.#output + chunk.toString("utf8")).slice(-OUTPUT_LIMIT);
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.on("error", (error) => keep(Buffer.from(String(error))));
    const deadline = Date.now() + READY_WITHIN_MS;
    while (Date.now() < deadline) {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) break;
      const ready = await fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
      if (ready?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await this.kill();
    throw new Error(`hemicycle serve did not become ready:\n${this.#output}`);
  }

  /** Asks it to stop as an operator would (SIGTERM) and waits; SIGKILL and an error when it does not. */
  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill("SIGTERM");
    let overdue = false;
    const timer = setTimeout(() => {
      overdue = true;
      child.kill("SIGKILL");
    }, STOP_WITHIN_MS);
    await exited;
    clearTimeout(timer);
    if (overdue) throw new Error(`hemicycle serve did not stop within ${STOP_WITHIN_MS} ms:\n${this.#output}`);
  }

  /** Ends it at once (SIGKILL), as a power cut would; `serve()` starts it again on what was durable. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
  }

  /** Stops it and removes its directory. */
  async dispose(): Promise<void> {
    try {
      await this.stop();
    } finally {
      await rm(path.dirname(this.data), { recursive: true, force: true });
    }
  }
}
