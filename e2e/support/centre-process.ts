import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { ROOT } from "./till-app.ts";

/** What the demo's centre says of itself once it can be reached. */
const ReadyLine = z.object({
  ready: z.literal(true),
  url: z.url(),
  rootFingerprint: z.string(),
  username: z.string(),
  oneTimePassword: z.string().nullable(),
  demo: z.object({
    seeded: z.boolean(),
    cards: z.string(),
    cashiers: z.array(z.object({ name: z.string(), role: z.string(), pin: z.string() })),
    enrolCode: z.string().nullable(),
  }),
});
export type ReadyLine = z.infer<typeof ReadyLine>;

/** A centre with the demo's data in a process of its own, on a real PostgreSQL. */
export type CentreProcess = ReadyLine & {
  /** Ends it as a person does; its data stay and a new one can be started on them. */
  stop(): Promise<void>;
};

/** Starts the centre of the demo. `port` 0: a free one; name it again to come back at the same address. */
export async function startCentreProcess(options: {
  readonly dataDir: string;
  readonly port: number;
  readonly say?: (text: string) => void;
}): Promise<CentreProcess> {
  const child = spawn(
    process.execPath,
    [
      join(ROOT, "central", "server", "demo", "main.ts"),
      "--data",
      options.dataDir,
      "--port",
      String(options.port),
      "--stop-with-parent",
    ],
    { stdio: ["pipe", "pipe", "pipe"] },
  );
  const said: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => {
    said.push(chunk.toString());
    options.say?.(chunk.toString());
  });
  const ready = await readyLine(child).catch((error: unknown) => {
    throw new Error(`the centre did not start: ${said.join("").slice(-2_000)}`, { cause: error });
  });
  return { ...ready, stop: () => stop(child) };
}

async function readyLine(child: ChildProcess): Promise<ReadyLine> {
  if (child.stdout === null) throw new TypeError("no output to read");
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith("{")) continue;
    const read = ReadyLine.safeParse(JSON.parse(line));
    if (read.success) {
      // Whatever it says later must not fill the pipe.
      child.stdout.resume();
      return read.data;
    }
  }
  throw new Error("the centre ended before it was ready");
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  await exited;
}
