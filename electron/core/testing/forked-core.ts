import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { TRPCClient } from "@trpc/client";
import { CoreToMain, type MainToCore } from "../../../shared/contract/boot.ts";
import type { MessagePortLike } from "../../../shared/rpc/message-port.ts";
import { createPortClient } from "../../../shared/rpc/port-client.ts";
import type { CashierRouter } from "../router/root.ts";

/** A core in a process of its own, as the shell forks it, with one cashier's window. */
export type ForkedCore = {
  readonly cashier: TRPCClient<CashierRouter>;
  /** SIGKILL, and resolves when the process is gone. */
  readonly kill: () => Promise<void>;
};

const WINDOW_ID = 1;

/** Forks the core's own entry on a data folder and waits until it is ready. */
export async function forkCore(dataDir: string): Promise<ForkedCore> {
  const child = fork(new URL("../core.ts", import.meta.url), [], {
    execArgv: [],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const send = (message: MainToCore): void => {
    if (child.connected) child.send(message, () => undefined);
  };
  await booted(child, () => send({ type: "boot", dataDir, sealProtected: false, version: "test" }));
  send({ type: "window", windowId: WINDOW_ID, role: "cashier" });
  return {
    cashier: createPortClient<CashierRouter>(windowPort(child, send)),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}

/** Answers the core's sealing as a shell without a key store does, until it is ready. */
function booted(child: ChildProcess, boot: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the core ended at start (${code})`)));
    child.on("message", (data) => {
      const message = CoreToMain.parse(data);
      if (message.type === "ready") resolve();
      if (message.type === "failed") reject(new Error(message.code));
      if (message.type === "seal" || message.type === "unseal") {
        child.send({ type: "sealed", id: message.id, data: message.data });
      }
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
