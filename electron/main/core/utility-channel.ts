import { type MessagePortMain, utilityProcess } from "electron";
import type { MainToCore } from "../../../shared/contract/boot.ts";
import type { WindowRole } from "../../../shared/contract/roles.ts";
import type { CoreChannel, CoreChannelEvents } from "./core-channel.ts";
import { readLines } from "./log-lines.ts";

/** Starts the core in a utilityProcess: each window's port goes to the core itself. */
export function openUtilityChannel(corePath: string, events: CoreChannelEvents): CoreChannel {
  const child = utilityProcess.fork(corePath, [], {
    serviceName: "Bela Beli core",
    stdio: ["ignore", "pipe", "pipe"],
  });
  let lastWindowId = 0;
  readLines(child.stdout, (line) => events.onLog(line));
  readLines(child.stderr, (line) => events.onLog(line));
  child.on("message", (message: unknown) => events.onMessage(message));
  child.once("exit", (code) => events.onExit(code));
  return {
    send: (message) => child.postMessage(message),
    deal: (role: WindowRole, port: MessagePortMain) => {
      lastWindowId += 1;
      const message: MainToCore = { type: "window", windowId: lastWindowId, role };
      child.postMessage(message, [port]);
    },
    kill: () => {
      child.kill();
    },
  };
}
