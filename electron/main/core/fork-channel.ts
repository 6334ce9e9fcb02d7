import { type ChildProcess, fork } from "node:child_process";
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
    // Out of the terminal's reach: Ctrl-C ends the shell, which ends the core in order.
    detached: process.platform !== "win32",
  });
  const relay = new PortRelay(child);
  let ended = false;
  const end = (code: number | null): void => {
    if (ended) return;
    ended = true;
    relay.closeAll();
    events.onExit(code);
  };
  readLines(child.stdout, (line) => events.onLog(line));
  readLines(child.stderr, (line) => events.onLog(line));
  child.once("error", () => end(null));
  child.once("exit", end);
  child.on("message", (message: unknown) => {
    if (!relay.takes(message)) events.onMessage(message);
  });
  return {
    send: (message) => send(child, message),
    deal: (role, port) => relay.deal(role, port),
    kill: () => {
      child.kill("SIGKILL");
    },
  };
}

/** Carries frames between the windows' ports and the one channel of the forked core. */
class PortRelay {
  readonly #child: ChildProcess;
  readonly #ports = new Map<number, MessagePortMain>();
  #lastWindowId = 0;

  constructor(child: ChildProcess) {
    this.#child = child;
  }

  deal(role: WindowRole, port: MessagePortMain): void {
    this.#lastWindowId += 1;
    const windowId = this.#lastWindowId;
    this.#ports.set(windowId, port);
    send(this.#child, { type: "window", windowId, role });
    port.on("message", (event) => {
      const data: unknown = event.data;
      send(this.#child, { type: "to-core", windowId, data });
    });
    port.on("close", () => {
      if (this.#ports.delete(windowId)) send(this.#child, { type: "window-gone", windowId });
    });
    port.start();
  }

  /** Relays a frame from the core to its window; false when the message is none. */
  takes(message: unknown): boolean {
    if (typeof message !== "object" || message === null || !("type" in message)) return false;
    if (message.type !== "from-core") return false;
    const parsed = CoreToMain.safeParse(message);
    if (!parsed.success || parsed.data.type !== "from-core") return false;
    this.#ports.get(parsed.data.windowId)?.postMessage(parsed.data.data);
    return true;
  }

  closeAll(): void {
    const ports = [...this.#ports.values()];
    this.#ports.clear();
    for (const port of ports) port.close();
  }
}

/** Sends unless the process is already gone; that it goes is told by its exit alone. */
function send(child: ChildProcess, message: MainToCore): void {
  if (child.connected) child.send(message, () => undefined);
}

function withoutElectron(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(
    ([name]) => !name.startsWith("ELECTRON_") && name !== "NODE_OPTIONS",
  );
  return Object.fromEntries(kept);
}
