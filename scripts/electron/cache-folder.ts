import { homedir, platform } from "node:os";
import { join } from "node:path";

/** The folder where this product keeps what it downloaded once, by the custom of the system. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  switch (platform()) {
    case "win32":
      return join(env["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local"), "bela-beli", "cache");
    case "darwin":
      return join(homedir(), "Library", "Caches", "bela-beli");
    default:
      return join(env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "bela-beli");
  }
}
