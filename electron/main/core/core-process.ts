import type { MessagePortMain } from "electron";
import { CoreToMain, type MainToCore } from "../../../shared/contract/boot.ts";
import type { HealthView } from "../../../shared/contract/core-api.ts";
import type { ErrorCode } from "../../../shared/contract/errors.ts";
import type { WindowRole } from "../../../shared/contract/roles.ts";
import type { z } from "zod";
import type { Log } from "../log/log.ts";
import type { SealBox } from "../seal/seal-box.ts";
import type { CoreChannel, OpenCoreChannel } from "./core-channel.ts";
import { decideRestart } from "./restart-policy.ts";

const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 5_000;

export type CoreState =
  | { kind: "STOPPED" }
  | { kind: "STARTING" }
  | { kind: "READY"; health: z.infer<typeof HealthView> }
  | { kind: "RESTARTING" }
  /** not started again until `retry`; the reason is shown to the person at the till */
  | { kind: "FAILED"; reason: ErrorCode | "CORE_FAILED" };

export type CoreProcessOptions = {
  open: OpenCoreChannel;
  boot: { dataDir: string; version: string };
  sealBox: SealBox;
  log: Log;
  nowMs: () => number;
  after: (delayMs: number, action: () => void) => () => void;
  onState: (state: CoreState) => void;
};

/** Owns the life of the core: start, sealing, dealing ports, restart with back-off, orderly end. */
export class CoreProcess {
  readonly #options: CoreProcessOptions;
  #channel: CoreChannel | null = null;
  #state: CoreState = { kind: "STOPPED" };
  #crashesMs: number[] = [];
  #cancelTimer: () => void = () => undefined;
  #stopped: PromiseWithResolvers | null = null;

  constructor(options: CoreProcessOptions) {
    this.#options = options;
  }

  get state(): CoreState {
    return this.#state;
  }

  /** Starts the core unless it runs already. */
  start(): void {
    if (this.#channel !== null || this.#stopped !== null) return;
    if (this.#state.kind !== "RESTARTING") this.#enter({ kind: "STARTING" });
    const channel = this.#options.open({
      onMessage: (message) => this.#hear(channel, message),
      onLog: (line) => this.#options.log.raw("core", line),
      onExit: (code) => this.#ended(channel, code),
    });
    this.#channel = channel;
    this.#setTimer(START_LIMIT_MS, () => {
      this.#options.log.write("error", "core-start-timeout");
      channel.kill();
    });
    const { boot, sealBox } = this.#options;
    channel.send({ type: "boot", ...boot, sealProtected: sealBox.protected });
  }

  /** Starts a core that was given up, as if for the first time. */
  retry(): void {
    this.#crashesMs = [];
    this.start();
  }

  /** Gives a window's port to the running core; false while none is ready. */
  deal(role: WindowRole, port: MessagePortMain): boolean {
    if (this.#state.kind !== "READY" || this.#channel === null) return false;
    this.#channel.deal(role, port);
    return true;
  }

  /** Ends the core in order, or by force when it takes too long. */
  stop(): Promise<void> {
    if (this.#stopped !== null) return this.#stopped.promise;
    this.#stopped = withResolvers();
    this.#cancelTimer();
    if (this.#channel === null) this.#stopped.resolve();
    else {
      const channel = this.#channel;
      channel.send({ type: "shutdown" });
      this.#setTimer(STOP_LIMIT_MS, () => channel.kill());
    }
    return this.#stopped.promise;
  }

  #hear(channel: CoreChannel, message: unknown): void {
    const parsed = CoreToMain.safeParse(message);
    if (channel !== this.#channel) return;
    if (!parsed.success) {
      this.#options.log.write("warn", "core-message-malformed");
      return;
    }
    const said = parsed.data;
    if (said.type === "seal" || said.type === "unseal") void this.#answerSeal(channel, said);
    else if (said.type === "ready") {
      this.#cancelTimer();
      this.#enter({ kind: "READY", health: said.health });
    } else if (said.type === "failed") this.#enter({ kind: "FAILED", reason: said.code });
  }

  async #answerSeal(
    channel: CoreChannel,
    { type, id, data }: Extract<CoreToMain, { type: "seal" | "unseal" }>,
  ): Promise<void> {
    const { sealBox, log } = this.#options;
    let answer: MainToCore;
    try {
      const bytes = Buffer.from(data, "base64");
      const result = await (type === "seal" ? sealBox.seal(bytes) : sealBox.unseal(bytes));
      answer = { type: "sealed", id, data: Buffer.from(result).toString("base64") };
    } catch {
      log.write("error", "seal-failed", { type });
      answer = { type: "seal-failed", id };
    }
    channel.send(answer);
  }

  #ended(channel: CoreChannel, code: number | null): void {
    if (channel !== this.#channel) return;
    this.#channel = null;
    this.#cancelTimer();
    this.#options.log.write("warn", "core-ended", { code, state: this.#state.kind });
    if (this.#stopped !== null) {
      this.#enter({ kind: "STOPPED" });
      this.#stopped.resolve();
    } else if (this.#state.kind === "FAILED") {
      // It said why itself: starting it again would only say so again.
    } else this.#crashed();
  }

  #crashed(): void {
    const nowMs = this.#options.nowMs();
    this.#crashesMs = [...this.#crashesMs, nowMs].slice(-10);
    const decision = decideRestart(this.#crashesMs, nowMs);
    if (decision.kind === "GIVE_UP") {
      this.#enter({ kind: "FAILED", reason: "CORE_FAILED" });
      return;
    }
    this.#enter({ kind: "RESTARTING" });
    this.#setTimer(decision.delayMs, () => this.start());
  }

  #enter(state: CoreState): void {
    this.#state = state;
    const facts =
      state.kind === "FAILED" ? { state: state.kind, reason: state.reason } : { state: state.kind };
    this.#options.log.write(state.kind === "FAILED" ? "error" : "info", "core-state", facts);
    this.#options.onState(state);
  }

  #setTimer(delayMs: number, action: () => void): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#options.after(delayMs, action);
  }
}

type PromiseWithResolvers = { promise: Promise<void>; resolve: () => void };

/** `Promise.withResolvers`, which the oldest engine the shell runs on lacks. */
function withResolvers(): PromiseWithResolvers {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
