/**
 * What a page and its preload tell each other by `window.postMessage` on the page's own origin.
 * The page posts `{type: hello}` once it listens (again after a reload); the preload answers with
 * `{type: port}` and the port as the event's only port, each time the core (re)starts, and with
 * `{type: coreGone}` when the core behind the last port died. `shown` says that the page's first
 * screen stands; `retry` is the recovery screen's button. The cashier's page asks with `{type: screens}`
 * which screens there are and is told `{type: screensTold, screens: ScreenView[]}`; with
 * `{type: showOn, screenId}` it moves the customer display and is told again. With
 * `{type: savePdf, name}` it has what it shows for print written to a file that a person chooses, and
 * is told `{type: pdfSaved, ...PdfSaved}`.
 */
export const HAND_OVER = {
  hello: "bela-beli:hello",
  port: "bela-beli:port",
  coreGone: "bela-beli:core-gone",
  shown: "bela-beli:shown",
  retry: "bela-beli:retry",
  screens: "bela-beli:screens",
  screensTold: "bela-beli:screens-told",
  showOn: "bela-beli:show-on",
  savePdf: "bela-beli:save-pdf",
  pdfSaved: "bela-beli:pdf-saved",
} as const;

/** A screen of the computer, as the shell sees it. */
export type ScreenView = {
  readonly id: number;
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /** the cashier's window is there */
  readonly cashier: boolean;
  /** the customer display fills it */
  readonly display: boolean;
};

/** How saving a PDF ended; `path` is set where it was written. */
export type PdfSaved = {
  readonly outcome: "SAVED" | "CANCELLED" | "FAILED";
  readonly path: string | null;
};
