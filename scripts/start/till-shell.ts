import { spawn } from "node:child_process";
import { once } from "node:events";
import type { ElectronRuntime } from "../electron/runtime.ts";
import { endChild } from "./child.ts";

export type TillShell = {
  /** resolves when the windows are closed */
  ended: Promise<void>;
  stop(): Promise<void>;
};

/** Opens the till's windows on a data folder. What Chromium says is shown only if it fails. */
export function startTillShell(options: {
  root: string;
  runtime: ElectronRuntime;
  dataDir: string;
}): TillShell {
  const { root, runtime, dataDir } = options;
  const child = spawn(runtime.executable, [...runtime.switches, root, `--data-dir=${dataDir}`], {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    said = `${said}${chunk}`.slice(-4_000);
  });
  const ended = once(child, "exit").then(([code]) => {
    if (code !== 0 && code !== null) process.stderr.write(`${said}\nKasir berhenti (${code}).\n`);
  });
  return { ended, stop: () => endChild(child) };
}
