import { join, normalize, sep } from "node:path";

export const APP_SCHEME = "app";
export const APP_HOST = "bela-beli";
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/** What an address of our own scheme stands for. */
export type AppResource =
  | { kind: "file"; path: string }
  | { kind: "recovery"; name: string }
  | { kind: "none" };

/**
 * Finds what `url` names: a built page or its asset, a product picture, or a recovery page. An
 * address that leaves those folders, of another host or with a doubtful path, names nothing.
 */
export function resolveAppUrl(
  url: string,
  folders: { pages: string; pictures: string },
): AppResource {
  const path = pathOf(url);
  if (path === undefined) return { kind: "none" };
  const recovery = /^\/recovery\/([A-Za-z_.]+)$/.exec(path)?.[1];
  if (recovery !== undefined) return { kind: "recovery", name: recovery };
  const picture = /^\/pictures\/([a-z0-9-]+\.svg)$/.exec(path)?.[1];
  if (picture !== undefined) return { kind: "file", path: join(folders.pictures, picture) };
  const file = normalize(join(folders.pages, path));
  const inside = file.startsWith(folders.pages + sep) && /\.[a-z0-9]+$/.test(file);
  return inside ? { kind: "file", path: file } : { kind: "none" };
}

/** True for an address of our own pages. */
export function isAppUrl(url: string): boolean {
  return pathOf(url) !== undefined;
}

function pathOf(url: string): string | undefined {
  let parsed: URL;
  try {
    parsed = new URL(url);
    if (parsed.protocol !== `${APP_SCHEME}:` || parsed.host !== APP_HOST) return undefined;
    if (parsed.username !== "" || parsed.password !== "") return undefined;
    const path = decodeURIComponent(parsed.pathname);
    return /[\\\0]|\.\./.test(path) ? undefined : path;
  } catch {
    return undefined;
  }
}
