import { posix, win32 } from "node:path";

/** What decides where a machine keeps a program's data; passed in so that each platform can be tested. */
export type HostFacts = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** null on Windows */
  readonly uid: number | null;
};

/** Under root the server runs as another OS user, which must reach its files. */
export const ROOT_DATA_HOME = "/var/lib/bela-beli";

/** The folder under which everything of the product is kept on this machine. */
export function dataHome({ platform, env, home, uid }: HostFacts): string {
  if (platform === "win32") {
    return win32.join(env["LOCALAPPDATA"] ?? win32.join(home, "AppData", "Local"), "Bela Beli");
  }
  if (platform === "darwin") {
    return posix.join(home, "Library", "Application Support", "Bela Beli");
  }
  if (uid === 0) return ROOT_DATA_HOME;
  const base = env["XDG_DATA_HOME"];
  return posix.join(base === undefined || base === "" ? `${home}/.local/share` : base, "bela-beli");
}
