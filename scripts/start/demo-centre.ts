import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { z } from "zod";
import { endChild } from "./child.ts";

/** The line a centre prints when it is ready, with what the demo adds. */
const ReadyLine = z.object({
  ready: z.literal(true),
  url: z.string(),
  rootFingerprint: z.string(),
  username: z.string(),
  oneTimePassword: z.string().nullable(),
  demo: z.object({
    cards: z.string(),
    cashiers: z.array(z.object({ name: z.string(), role: z.string(), pin: z.string() })),
    enrolCode: z.string().nullable(),
  }),
});
export type CentreFacts = z.infer<typeof ReadyLine>;

const FLAGS = ["--stop-with-parent", "--approve-demo-till"];

export type DemoCentre = {
  facts: CentreFacts;
  /** resolves when the centre has ended, by itself or by `stop` */
  ended: Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts the centre with the demo's data on the embedded PostgreSQL.
 * Fails with: Error with the centre's own words when it ends before it is ready.
 */
export async function startDemoCentre(options: {
  root: string;
  args: readonly string[];
}): Promise<DemoCentre> {
  const entry = join(options.root, "central", "server", "demo", "main.ts");
  const child = spawn(process.execPath, [entry, ...FLAGS, ...options.args], {
    cwd: options.root,
    stdio: ["pipe", "pipe", "pipe"],
  });
  const ended = once(child, "exit").then(() => undefined);
  let said = "";
  const keep = (chunk: Uint8Array): void => {
    said += Buffer.from(chunk).toString("utf8");
  };
  child.stderr.on("data", keep);
  const facts = await Promise.race([
    readyLine(child.stdout),
    ended.then(() => {
      throw new Error(said.trim() || "Pusat tidak dapat dijalankan.");
    }),
  ]);
  child.stderr.off("data", keep).pipe(process.stderr);
  return { facts, ended, stop: () => endChild(child) };
}

async function readyLine(output: Readable): Promise<CentreFacts> {
  for await (const line of createInterface({ input: output })) {
    if (!line.startsWith("{")) continue;
    // Whatever it says later must not fill the pipe.
    output.resume();
    return ReadyLine.parse(JSON.parse(line));
  }
  throw new Error("Pusat berhenti sebelum siap.");
}
