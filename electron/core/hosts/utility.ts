import { MainToCore } from "../../../shared/contract/boot.ts";
import { type EmitterPortSource, electronPort } from "../../../shared/rpc/message-port.ts";
import type { Host } from "./host.ts";

/** What a utilityProcess has as `process.parentPort`. */
export type ParentPort = {
  postMessage(message: unknown): void;
  on(
    event: "message",
    listener: (event: { readonly data: unknown; readonly ports: EmitterPortSource[] }) => void,
  ): unknown;
};

/** The parent port of a utilityProcess, or undefined in any other process. */
export function parentPort(): ParentPort | undefined {
  return (process as NodeJS.Process & { parentPort?: ParentPort }).parentPort;
}

/** The shell as a utilityProcess sees it: each window comes with its own port. */
export function utilityHost(parent: ParentPort): Host {
  return {
    send: (message) => parent.postMessage(message),
    listen: ({ onControl, onWindow }) => {
      parent.on("message", ({ data, ports }) => {
        const message = MainToCore.parse(data);
        switch (message.type) {
          case "window": {
            const [port] = ports;
            if (port !== undefined) onWindow(message.role, electronPort(port));
            break;
          }
          case "to-core":
          case "window-gone":
            break;
          default:
            onControl(message);
        }
      });
    },
  };
}
