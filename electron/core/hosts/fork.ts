import { MainToCore } from "../../../shared/contract/boot.ts";
import { type Host, leave } from "./host.ts";
import { createRelay, type RelayPort } from "./relay-port.ts";

/** The shell as a forked Node sees it: ports cannot be handed over, so frames come by window. */
export function forkHost(): Host {
  const windows = new Map<number, RelayPort>();
  const send: Host["send"] = (message) => {
    process.send?.(message);
  };
  return {
    send,
    listen: ({ onControl, onWindow }) => {
      process.on("message", (data) => {
        const message = MainToCore.parse(data);
        switch (message.type) {
          case "window": {
            const { windowId, role } = message;
            const relay = createRelay((frame) =>
              send({ type: "from-core", windowId, data: frame }),
            );
            windows.set(windowId, relay);
            onWindow(role, relay.port);
            break;
          }
          case "to-core":
            windows.get(message.windowId)?.receive(message.data);
            break;
          case "window-gone":
            windows.get(message.windowId)?.close();
            windows.delete(message.windowId);
            break;
          default:
            onControl(message);
        }
      });
      // The shell is gone: nobody can be served any more.
      process.on("disconnect", () => leave(0));
    },
  };
}
