import { join } from "node:path";
import { postmasterPid } from "./postmaster.ts";

/*
 * Runs beside the embedded server with a pipe from the centre as its standard input. When the pipe
 * closes although nobody stopped the server, the centre was killed: then the server is stopped too.
 */
const [folder] = process.argv.slice(2);

async function stopServer(): Promise<void> {
  const pid = folder === undefined ? null : await postmasterPid(join(folder, "postmaster.pid"));
  if (pid === null) return;
  try {
    process.kill(pid, "SIGINT");
  } catch {
    // It is gone already, which is what was wanted.
  }
}

process.on("SIGINT", () => undefined);
process.stdin.once("close", () => void stopServer());
process.stdin.resume();
