import { isAppUrl } from "../protocol/app-url.ts";

/** Whether a page may load `url`: our own files and what the page itself made, nothing outside. */
export function allowsRequest(url: string, devServer: string | null): boolean {
  if (isAppUrl(url) || url.startsWith("data:") || url.startsWith("blob:")) return true;
  if (devServer === null) return false;
  const { host } = new URL(devServer);
  const scheme = /^(https?|wss?|devtools):\/\/([^/]*)/.exec(url);
  return scheme?.[1] === "devtools" || scheme?.[2] === host;
}

/** Whether a permission may be given: the camera alone, never sound, to the cashier's own page. */
export function mayUseCamera(request: {
  permission: string;
  mediaTypes: readonly string[];
  fromOurPage: boolean;
  isCashier: boolean;
}): boolean {
  return (
    request.permission === "media" &&
    request.mediaTypes.length > 0 &&
    request.mediaTypes.every((type) => type === "video") &&
    request.fromOurPage &&
    request.isCashier
  );
}

/** A key press as Electron's `before-input-event` tells it. */
export type KeyPress = {
  code: string;
  control: boolean;
  meta: boolean;
  alt: boolean;
  shift: boolean;
};

const ZOOM = new Set(["Equal", "Minus", "Digit0", "NumpadAdd", "NumpadSubtract", "Numpad0"]);

/**
 * Keys the shell swallows: reload, zoom, devtools, history, print, close and source view. They are
 * judged by physical key, so that no layout brings one back.
 */
export function isBlockedKey({ code, control, meta, alt, shift }: KeyPress): boolean {
  const command = control || meta;
  if (code === "F5" || code === "F12" || code === "F11") return true;
  if (command && (ZOOM.has(code) || code === "KeyR" || code === "KeyW" || code === "KeyQ"))
    return true;
  if (command && (code === "KeyP" || code === "KeyU" || code === "KeyN")) return true;
  if (command && shift && (code === "KeyI" || code === "KeyJ" || code === "KeyC")) return true;
  if (meta && alt && (code === "KeyI" || code === "KeyJ")) return true;
  return alt && (code === "ArrowLeft" || code === "ArrowRight" || code === "Home");
}
