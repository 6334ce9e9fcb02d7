/**
 * What a page and its preload tell each other by `window.postMessage` on the page's own origin.
 * The page posts `{type: hello}` once it listens (again after a reload); the preload answers with
 * `{type: port}` and the port as the event's only port, each time the core (re)starts, and with
 * `{type: coreGone}` when the core behind the last port died. `shown` says that the page's first
 * screen stands; `retry` is the recovery screen's button.
 */
export const HAND_OVER = {
  hello: "bela-beli:hello",
  port: "bela-beli:port",
  coreGone: "bela-beli:core-gone",
  shown: "bela-beli:shown",
  retry: "bela-beli:retry",
} as const;
