import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/**
 * What the end-to-end tests need of the system: Electron's libraries, a virtual display, a current
 * Chromium and a QR reader. Each by its names, older Debian's first.
 */
const NEEDED: readonly (readonly string[])[] = [
  ["libgtk-3-0", "libgtk-3-0t64"],
  ["libnss3"],
  ["libasound2", "libasound2t64"],
  ["libgbm1"],
  ["xvfb"],
  ["xauth"],
  ["chromium", "chromium-browser"],
  ["zbar-tools"],
];

/** The packages that lack on a Debian or its relatives; none on any other system. */
export function missingPackages(): string[] {
  if (process.platform !== "linux" || !existsSync("/etc/debian_version")) return [];
  const installed = namesOf(["dpkg-query", "-W", "-f", "${binary:Package} ${db:Status-Status}\n"]);
  return NEEDED.filter((names) => !names.some((name) => installed.has(name))).map(nameHere);
}

/**
 * Makes sure the system's packages are there: installs them as root, otherwise says the one command.
 * True when nothing lacks any more.
 */
export function ensurePackages(say: (text: string) => void): boolean {
  const missing = missingPackages();
  if (missing.length === 0) return true;
  const install = ["apt-get", "install", "-y", "--no-install-recommends", ...missing];
  if (process.getuid?.() !== 0) {
    say("Paket sistem berikut belum ada. Jalankan perintah ini, lalu ulangi:");
    say(`  sudo apt-get update && sudo ${install.join(" ")}`);
    return false;
  }
  say(`Memasang paket sistem: ${missing.join(" ")} …`);
  apt(["apt-get", "update"]);
  apt(install);
  const left = missingPackages();
  if (left.length > 0) say(`Paket sistem tidak dapat dipasang: ${left.join(" ")}`);
  return left.length === 0;
}

/** Newer releases renamed some libraries: takes the name this release knows. */
function nameHere(names: readonly string[]): string {
  const known = names.find(
    (name) => spawnSync("apt-cache", ["show", "--no-all-versions", name]).status === 0,
  );
  return known ?? names[0] ?? "";
}

function apt([command = "", ...args]: readonly string[]): void {
  spawnSync(command, args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}

function namesOf([command = "", ...args]: readonly string[]): Set<string> {
  const { stdout } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  const lines = (stdout ?? "").split("\n").filter((line) => line.endsWith(" installed"));
  return new Set(lines.map((line) => line.replace(/(:\S+)? installed$/, "")));
}
