import { app, type Session, session, type WebContents } from "electron";
import { APP_ORIGIN, isAppUrl } from "../protocol/app-url.ts";
import { allowsRequest, mayUseCamera } from "./rules.ts";

export type Confinement = {
  isCashier: (contents: WebContents) => boolean;
  /** address of the development server, or null in a product build */
  devServer: string | null;
  /** told what was denied, never to whom or with what content */
  report: (what: string) => void;
};

/**
 * Shuts every way out of our own pages: navigation, new windows, web views, downloads, permissions
 * and requests to anywhere else. Must run before the first window is made.
 */
export function confine(confinement: Confinement): void {
  confineSession(session.defaultSession, confinement);
  app.on("session-created", (created) => confineSession(created, confinement));
  app.on("web-contents-created", (_event, contents) => confineContents(contents, confinement));
}

function confineContents(contents: WebContents, { report }: Confinement): void {
  const deny = (event: { preventDefault(): void }, what: string): void => {
    event.preventDefault();
    report(what);
  };
  contents.on("will-navigate", (event) => deny(event, "navigation"));
  contents.on("will-frame-navigate", (event) => deny(event, "navigation"));
  contents.on("will-redirect", (event) => deny(event, "redirect"));
  contents.on("will-attach-webview", (event) => deny(event, "webview"));
  contents.on("select-bluetooth-device", (event) => deny(event, "bluetooth"));
  contents.setWindowOpenHandler(() => {
    report("window");
    return { action: "deny" };
  });
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
}

function confineSession(target: Session, confinement: Confinement): void {
  const { devServer, report } = confinement;
  target.setSpellCheckerEnabled(false);
  target.webRequest.onBeforeRequest((details, callback) => {
    const allowed = allowsRequest(details.url, devServer);
    if (!allowed) report("request");
    callback({ cancel: !allowed });
  });
  target.on("will-download", (event) => {
    event.preventDefault();
    report("download");
  });
  denyDevices(target);
  limitPermissions(target, confinement);
}

function denyDevices(target: Session): void {
  target.setDevicePermissionHandler(() => false);
  target.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  target.on("select-hid-device", (event) => event.preventDefault());
  target.on("select-serial-port", (event) => event.preventDefault());
  target.on("select-usb-device", (event) => event.preventDefault());
}

function limitPermissions(target: Session, { isCashier, devServer, report }: Confinement): void {
  const origin = devServer === null ? APP_ORIGIN : new URL(devServer).origin;
  // Electron's own signatures have four parameters.
  target.setPermissionRequestHandler((...[contents, permission, callback, details]) => {
    const allowed = mayUseCamera({
      permission,
      mediaTypes: "mediaTypes" in details ? (details.mediaTypes ?? []) : [],
      fromOurPage: originOf(details.requestingUrl) === origin && details.isMainFrame,
      isCashier: isCashier(contents),
    });
    if (!allowed) report(`permission ${permission}`);
    callback(allowed);
  });
  target.setPermissionCheckHandler((...[contents, permission, requestingOrigin, details]) =>
    mayUseCamera({
      permission,
      mediaTypes: [details.mediaType ?? "unknown"],
      fromOurPage: originOf(requestingOrigin) === origin,
      isCashier: contents !== null && isCashier(contents),
    }),
  );
}

function originOf(url: string): string | null {
  if (isAppUrl(url)) return APP_ORIGIN;
  try {
    return new URL(url).origin;
  } catch {
    return null;
  }
}
