import type { MessagePortLike } from "../../../shared/rpc/message-port.ts";

/** A window's port whose frames are carried by somebody else. */
export type RelayPort = {
  readonly port: MessagePortLike;
  readonly receive: (data: unknown) => void;
  readonly close: () => void;
};

/** `post` carries a frame to the window. Frames from it wait until the port is started. */
export function createRelay(post: (data: unknown) => void): RelayPort {
  const messageListeners: ((data: unknown) => void)[] = [];
  const closeListeners: (() => void)[] = [];
  // A window calls as soon as it has its end, which may be before anybody serves this one.
  let early: unknown[] | null = [];
  let open = true;
  const deliver = (data: unknown): void => {
    for (const listener of messageListeners) listener(data);
  };
  const close = (): void => {
    if (!open) return;
    open = false;
    for (const listener of closeListeners) listener();
  };
  return {
    receive: (data) => {
      if (early === null) deliver(data);
      else early.push(data);
    },
    close,
    port: {
      postMessage: (data) => {
        if (open) post(data);
      },
      onMessage: (listener) => messageListeners.push(listener),
      onClose: (listener) => closeListeners.push(listener),
      start: () => {
        const waiting = early ?? [];
        early = null;
        for (const data of waiting) deliver(data);
      },
      close,
    },
  };
}
