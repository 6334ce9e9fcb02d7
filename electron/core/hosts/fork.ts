import { MainToCore } from "../../../shared/contract/boot.ts";
import type { MessagePortLike } from "../../../shared/rpc/message-port.ts";
import { type Host, leave } from "./host.ts";

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

type RelayPort = {
  readonly port: MessagePortLike;
  readonly receive: (data: unknown) => void;
  readonly close: () => void;
};

function createRelay(post: (data: unknown) => void): RelayPort {
  const messageListeners: ((data: unknown) => void)[] = [];
  const closeListeners: (() => void)[] = [];
  let open = true;
  const close = (): void => {
    if (!open) return;
    open = false;
    for (const listener of closeListeners) listener();
  };
  return {
    receive: (data) => {
      for (const listener of messageListeners) listener(data);
    },
    close,
    port: {
      postMessage: (data) => {
        if (open) post(data);
      },
      onMessage: (listener) => messageListeners.push(listener),
      onClose: (listener) => closeListeners.push(listener),
      start: () => undefined,
      close,
    },
  };
}
