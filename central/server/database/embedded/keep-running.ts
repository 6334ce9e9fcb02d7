import type { ChildProcess } from "node:child_process";
import { clearStale, type ServerFiles, startPostmaster, stopPostmaster } from "./postmaster.ts";

const FIRST_DELAY_MS = 200;
const LONGEST_DELAY_MS = 5_000;

/** A server that is started again on the same port whenever it ends without being told to. */
export type KeptServer = { stop(): Promise<void> };

/** Starts the server and keeps it running. Rejects when it cannot start the first time. */
export async function keepRunning(files: ServerFiles, port: number): Promise<KeptServer> {
  let child: ChildProcess = await startPostmaster(files, port);
  let stopping = false;
  let restart: Promise<void> = Promise.resolve();
  const watch = () => {
    child.once("exit", () => {
      if (!stopping) restart = startAgain();
    });
  };
  const startAgain = async () => {
    for (
      let delayMs = FIRST_DELAY_MS;
      !stopping;
      delayMs = Math.min(delayMs * 2, LONGEST_DELAY_MS)
    ) {
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      try {
        // Until the last of its old processes is gone the server refuses to start.
        await clearStale(files);
        child = await startPostmaster(files, port);
        watch();
        return;
      } catch {
        // Tried again after a longer while; requests say INTERNAL, to try again, until then.
      }
    }
  };
  watch();
  return {
    stop: async () => {
      stopping = true;
      await restart;
      await stopPostmaster(child, files);
    },
  };
}
