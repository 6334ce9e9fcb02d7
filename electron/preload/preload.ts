import { ipcRenderer } from "electron";

/*
 * Hands the page its port and nothing else: the page gets no Electron object at all. The texts
 * are HAND_OVER of shared/contract/hand-over.ts, spelled out because a preload imports only electron.
 */
const pageMessages = new Set([
  "bela-beli:hello",
  "bela-beli:shown",
  "bela-beli:retry",
  "bela-beli:screens",
  "bela-beli:show-on",
  "bela-beli:save-pdf",
]);

window.addEventListener("message", (event: MessageEvent<unknown>) => {
  if (event.source !== window || event.origin !== window.location.origin) return;
  const type = typeOf(event.data);
  if (type !== undefined && pageMessages.has(type)) ipcRenderer.send(type, detailOf(event.data));
});

ipcRenderer.on("bela-beli:port", (event) => {
  window.postMessage({ type: "bela-beli:port" }, window.location.origin, [...event.ports]);
});

ipcRenderer.on("bela-beli:core-gone", () => {
  window.postMessage({ type: "bela-beli:core-gone" }, window.location.origin);
});

ipcRenderer.on("bela-beli:screens-told", (_event, screens: unknown) => {
  window.postMessage({ type: "bela-beli:screens-told", screens }, window.location.origin);
});

ipcRenderer.on("bela-beli:pdf-saved", (_event, saved: unknown) => {
  window.postMessage({ type: "bela-beli:pdf-saved", saved }, window.location.origin);
});

/** The screen or the file name a message names; nothing else of it ever leaves the page. */
function detailOf(data: unknown): number | string | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  if ("screenId" in data && typeof data.screenId === "number") return data.screenId;
  return "name" in data && typeof data.name === "string" ? data.name : undefined;
}

function typeOf(data: unknown): string | undefined {
  if (typeof data !== "object" || data === null || !("type" in data)) return undefined;
  return typeof data.type === "string" ? data.type : undefined;
}
