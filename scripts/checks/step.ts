import { spawn } from "node:child_process";

/** One check to run as a process of its own. */
export type Step = {
  name: string;
  command: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
  limitMs?: number;
};

export type StepResult = { ok: boolean; output: string; seconds: number };

/** How many tests passed and failed in one part of the whole. */
export type Tally = { passed: number; failed: number };

const LIMIT_MS = 15 * 60_000;

/** Runs a step to its end; its output is kept, and also shown as it comes when `live`. */
export function runStep(step: Step, options: { root: string; live: boolean }): Promise<StepResult> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(step.command, step.args, {
      cwd: options.root,
      env: { ...process.env, ...step.env },
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let output = "";
    const keep = (chunk: Uint8Array): void => {
      output += Buffer.from(chunk).toString("utf8");
      if (options.live) process.stdout.write(chunk);
    };
    const limitMs = step.limitMs ?? LIMIT_MS;
    const limit = setTimeout(() => {
      keep(Buffer.from(`\n${step.name} stopped after ${limitMs / 60_000} minutes\n`));
      child.kill("SIGKILL");
    }, limitMs);
    const settle = (ok: boolean): void => {
      clearTimeout(limit);
      resolve({ ok, output, seconds: (performance.now() - started) / 1_000 });
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", (error) => {
      output += error.message;
      settle(false);
    });
    child.once("close", (code) => settle(code === 0));
  });
}
