/**
 * The least that a pipe between a window and the core must do, whatever carries it: a DOM port, an
 * Electron port, a worker's port, or frames relayed by the shell. `onClose` fires at most once.
 */
export type MessagePortLike = {
  postMessage(data: unknown): void;
  onMessage(listener: (data: unknown) => void): void;
  onClose(listener: () => void): void;
  start(): void;
  close(): void;
};

/** What `eventPort` needs of a DOM `MessagePort`. */
export type EventPortSource = {
  postMessage(data: unknown): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  start(): void;
  close(): void;
};

/**
 * A port of a page. Older engines never say that the other end is gone, so whoever deals the port
 * passes `onGone`, which registers a listener for it.
 */
export function eventPort(
  source: EventPortSource,
  onGone: (listener: () => void) => void,
): MessagePortLike {
  return {
    postMessage: (data) => source.postMessage(data),
    onMessage: (listener) => source.addEventListener("message", (event) => listener(event.data)),
    onClose: (listener) => onGone(listener),
    start: () => source.start(),
    close: () => source.close(),
  };
}

/** What `workerPort` and `electronPort` need of the port they wrap. */
export type EmitterPortSource = {
  postMessage(data: unknown): void;
  on(event: "close", listener: () => void): unknown;
  on(event: "message", listener: (message: unknown) => void): unknown;
  start(): void;
  close(): void;
};

/** A port that emits the data itself (`node:worker_threads`). */
export function workerPort(source: EmitterPortSource): MessagePortLike {
  return emitterPort(source, (message) => message);
}

/** A port that emits an event around the data (Electron's `MessagePortMain`, in main and utility process). */
export function electronPort(source: EmitterPortSource): MessagePortLike {
  return emitterPort(source, (message) =>
    typeof message === "object" && message !== null && "data" in message ? message.data : undefined,
  );
}

function emitterPort(
  source: EmitterPortSource,
  dataOf: (message: unknown) => unknown,
): MessagePortLike {
  return {
    postMessage: (data) => source.postMessage(data),
    onMessage: (listener) => {
      source.on("message", (message: unknown) => listener(dataOf(message)));
    },
    onClose: (listener) => {
      source.on("close", listener);
    },
    start: () => source.start(),
    close: () => source.close(),
  };
}
