import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import type { TRPCClient } from "@trpc/client";
import { CoreToMain, type MainToCore } from "../../../shared/contract/boot.ts";
import type { MessagePortLike } from "../../../shared/rpc/message-port.ts";
import { createPortClient } from "../../../shared/rpc/port-client.ts";
import type { CashierRouter } from "../router/root.ts";

/** A core in a process of its own, as the shell forks it, with one cashier's window. */
export type ForkedCore = {
  readonly cashier: TRPCClient<CashierRouter>;
  readonly pid: number;
  /** Lets a stepping core end itself at its point, from the next call on. */
  readonly arm: () => void;
  /** SIGKILL, and resolves when the process is gone. */
  readonly kill: () => Promise<void>;
  /** Asks it to end, as the shell does; resolves with its exit code. */
  readonly shutdown: () => Promise<number | null>;
  /** The signal that ended it, or null when it ended by itself. */
  readonly ended: Promise<NodeJS.Signals | null>;
};

export type ForkOptions = {
  readonly entry?: URL;
  readonly argv?: readonly string[];
  readonly execArgv?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Whether the shell's key store opens what it sealed, each time it is asked. */
  readonly unseals?: () => boolean;
  /** the file that what it says goes to, or nowhere */
  readonly wordsFile?: string;
};

const WINDOW_ID = 1;
/** The window that no core has. */
export const NO_WINDOW = 1_000_000;

const CORE = new URL("../core.ts", import.meta.url);

/** Forks the core's own entry, or another, on a data folder and waits until it is ready. */
export async function forkCore(dataDir: string, options: ForkOptions = {}): Promise<ForkedCore> {
  const { entry = CORE, argv = [], execArgv = [], env = process.env } = options;
  const { unseals = () => true, wordsFile } = options;
  const words = wordsFile === undefined ? null : openSync(wordsFile, "a");
  const child = fork(entry, argv, {
    execArgv: [...execArgv],
    env,
    stdio: ["ignore", words ?? "ignore", words ?? "ignore", "ipc"],
  });
  if (words !== null) closeSync(words);
  const exit = once(child, "exit") as Promise<[number | null, NodeJS.Signals | null]>;
  const send = (message: MainToCore): void => {
    if (child.connected) child.send(message, () => undefined);
  };
  const boot = (): void => send({ type: "boot", dataDir, sealProtected: false, version: "test" });
  await booted(child, { boot, unseals });
  send({ type: "window", windowId: WINDOW_ID, role: "cashier" });
  return {
    cashier: createPortClient<CashierRouter>(windowPort(child, send)),
    pid: child.pid ?? 0,
    arm: () => send({ type: "to-core", windowId: NO_WINDOW, data: null }),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await exit;
    },
    shutdown: async () => {
      send({ type: "shutdown" });
      return (await exit)[0];
    },
    ended: exit.then(([, signal]) => signal),
  };
}

/** Answers the core's sealing as a shell without a key store does, and waits until it is ready. */
function booted(
  child: ChildProcess,
  { boot, unseals }: { readonly boot: () => void; readonly unseals: () => boolean },
): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the core ended at start (${code})`)));
    child.on("message", (data) => {
      const message = CoreToMain.parse(data);
      if (message.type === "ready") resolve();
      if (message.type === "failed") reject(new Error(message.code));
      if (message.type !== "seal" && message.type !== "unseal") return;
      const { type, id, data: bytes } = message;
      const opens = type === "seal" || unseals();
      child.send(opens ? { type: "sealed", id, data: bytes } : { type: "seal-failed", id });
    });
    boot();
  });
}

function windowPort(child: ChildProcess, send: (message: MainToCore) => void): MessagePortLike {
  return {
    postMessage: (data) => send({ type: "to-core", windowId: WINDOW_ID, data }),
    onMessage: (listener) => {
      child.on("message", (data) => {
        const message = CoreToMain.safeParse(data);
        if (message.success && message.data.type === "from-core") listener(message.data.data);
      });
    },
    onClose: (listener) => {
      child.once("exit", listener);
    },
    start: () => undefined,
    close: () => undefined,
  };
}
