import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { atEnd } from "./at-end.ts";
import { inTurn } from "./in-turn.ts";
import type { ProcessClock } from "./clock-file.ts";

const MAIN = fileURLToPath(new URL("./centre-main.ts", import.meta.url));
const START_LIMIT_MS = 120_000;
const END_LIMIT_MS = 15_000;
const LAST_WORDS = 1_000;
const Line = z.union([
  z.object({ ready: z.literal(true), url: z.url(), rootFingerprint: z.string() }),
  z.object({ code: z.string().nullable() }),
]);
type Line = z.infer<typeof Line>;
type Ready = Extract<Line, { ready: true }>;

/** The centre in a process of its own on its own PostgreSQL, which can be ended in any way. */
export class CentreUnderTest {
  readonly data: string;
  readonly clock: ProcessClock;
  #child: ChildProcess | null = null;
  #lines: Interface | null = null;
  #ready: Ready | null = null;
  #ended: Promise<never> | null = null;
  /** Sets, ends or starts it while nobody else does. */
  readonly alone = inTurn();
  readonly #asking = inTurn();

  constructor(data: string, clock: ProcessClock) {
    this.data = data;
    this.clock = clock;
    atEnd(() => this.endNow());
  }

  get url(): string {
    return this.#facts().url;
  }

  get rootFingerprint(): string {
    return this.#facts().rootFingerprint;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Starts it, at the address it had before if it had one. */
  async start(): Promise<void> {
    const port = this.#ready === null ? "0" : new URL(this.#ready.url).port;
    const args = [...this.clock.execArgv, MAIN, "--data", this.data, "--port", port];
    const child = spawn(process.execPath, [...args, "--stop-with-parent"], {
      env: this.clock.env,
      stdio: ["pipe", "pipe", "pipe"],
    });
    child.stderr.pipe(createWriteStream(join(this.data, "centre.log"), { flags: "a" }));
    this.#child = child;
    const lastWords = (code: unknown): Error => {
      const log = readFileSync(join(this.data, "centre.log"), "utf8");
      return new Error(`the centre ended (${String(code)}): ${log.slice(-LAST_WORDS)}`);
    };
    child.once("exit", (code) => {
      // Nobody wanted it to: the run ends.
      if (this.#child === child) throw lastWords(code);
    });
    this.#ended = once(child, "exit").then(([code]) => {
      throw lastWords(code);
    });
    this.#ended.catch(() => undefined);
    this.#lines = createInterface({ input: child.stdout });
    this.#lines.setMaxListeners(0);
    const ready = await this.#next("ready");
    this.#ready = ready;
  }

  /** A code to enrol a till with; null when the centre refuses that till's code. */
  issueCode(tillCode: string): Promise<string | null> {
    return this.#asking(async () => {
      const answer = this.#next("code");
      this.#child?.stdin?.write(`${tillCode}\n`);
      return (await answer).code;
    });
  }

  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async stop(): Promise<void> {
    await this.#end("SIGTERM");
  }

  signal(signal: NodeJS.Signals): void {
    this.#child?.kill(signal);
  }

  /** Kills the first process of its PostgreSQL; false while none runs. */
  async killPostgres(): Promise<boolean> {
    const path = join(this.data, "centre", "postgres", "postmaster.pid");
    const text = await readFile(path, "utf8").catch(() => "");
    const pid = Number(text.split("\n")[0]);
    if (!(pid > 0)) return false;
    try {
      return process.kill(pid, "SIGKILL");
    } catch {
      // The file outlives the process until the next one starts.
      return false;
    }
  }

  /** Ends it and its PostgreSQL while the run itself ends, and nothing can be waited for. */
  endNow(): void {
    const child = this.#child;
    child?.kill("SIGCONT");
    child?.kill("SIGTERM");
    const file = join(this.data, "centre", "postgres", "postmaster.pid");
    const until = child === null ? 0 : performance.now() + END_LIMIT_MS;
    while (existsSync(file) && performance.now() < until) sleep(100);
    child?.kill("SIGKILL");
    if (!existsSync(file)) return;
    process.kill(Number(readFileSync(file, "utf8").split("\n")[0]), "SIGQUIT");
    sleep(1_000);
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, "exit");
    child.kill(signal);
    await exit;
  }

  #facts(): Ready {
    if (this.#ready === null) throw new Error("the centre was never started");
    return this.#ready;
  }

  async #next<K extends "ready" | "code">(key: K): Promise<Extract<Line, Record<K, unknown>>> {
    const lines = this.#lines;
    const ended = this.#ended;
    if (lines === null || ended === null || this.#child === null) {
      throw new Error("the centre does not run");
    }
    const late = pause(START_LIMIT_MS, undefined, { ref: false }).then(() => {
      throw new Error("the centre does not answer");
    });
    late.catch(() => undefined);
    const said = new Promise<Line>((resolve) => {
      const hear = (text: string): void => {
        const line = text.startsWith("{") ? Line.parse(JSON.parse(text)) : null;
        if (line === null || !(key in line)) return;
        lines.off("line", hear);
        resolve(line);
      };
      lines.on("line", hear);
    });
    return (await Promise.race([said, ended, late])) as Extract<Line, Record<K, unknown>>;
  }
}

function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
