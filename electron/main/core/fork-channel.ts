import { fork } from "node:child_process";
import type { MessagePortMain } from "electron";
import { CoreToMain, type MainToCore } from "../../../shared/contract/boot.ts";
import type { WindowRole } from "../../../shared/contract/roles.ts";
import type { CoreChannel, CoreChannelEvents } from "./core-channel.ts";
import { readLines } from "./log-lines.ts";

/**
 * Starts the core in a Node of its own, for an Electron whose own Node is too old for it. Ports
 * cannot be handed to such a process, so their frames are relayed, by the id of the window.
 */
export function openForkChannel(
  { corePath, nodePath }: { corePath: string; nodePath: string },
  events: CoreChannelEvents,
): CoreChannel {
  const child = fork(corePath, [], {
    execPath: nodePath,
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: withoutElectron(process.env),
  });
  const windows = new Map<number, MessagePortMain>();
  let lastWindowId = 0;
  const send = (message: MainToCore): void => {
    if (child.connected) child.send(message, () => undefined);
  };
  const end = once((code: number | null): void => {
    for (const port of windows.values()) port.close();
    windows.clear();
    events.onExit(code);
  });

  readLines(child.stdout, events.onLog);
  readLines(child.stderr, events.onLog);
  child.once("error", () => end(null));
  child.once("exit", end);
  child.on("message", (message: unknown) => {
    const relayed = relayedFrame(message);
    if (relayed === undefined) events.onMessage(message);
    else windows.get(relayed.windowId)?.postMessage(relayed.data);
  });
  return {
    send,
    deal: (role: WindowRole, port: MessagePortMain) => {
      lastWindowId += 1;
      const windowId = lastWindowId;
      windows.set(windowId, port);
      send({ type: "window", windowId, role });
      port.on("message", ({ data }) => send({ type: "to-core", windowId, data: data as unknown }));
      port.on("close", () => {
        if (windows.delete(windowId)) send({ type: "window-gone", windowId });
      });
      port.start();
    },
    kill: () => {
      child.kill("SIGKILL");
    },
  };
}

function relayedFrame(message: unknown): { windowId: number; data?: unknown } | undefined {
  if (typeof message !== "object" || message === null || !("type" in message)) return undefined;
  if (message.type !== "from-core") return undefined;
  const parsed = CoreToMain.safeParse(message);
  return parsed.success && parsed.data.type === "from-core" ? parsed.data : undefined;
}

function withoutElectron(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(
    ([name]) => !name.startsWith("ELECTRON_") && name !== "NODE_OPTIONS",
  );
  return Object.fromEntries(kept);
}

function once<T>(action: (value: T) => void): (value: T) => void {
  let done = false;
  return (value) => {
    if (done) return;
    done = true;
    action(value);
  };
}
