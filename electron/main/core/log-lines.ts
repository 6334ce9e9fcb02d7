import type { Readable } from "node:stream";

/** Calls `onLine` for each whole line of a text stream; a line of absurd length is cut. */
export function readLines(stream: Readable | null, onLine: (line: string) => void): void {
  let rest = "";
  stream?.setEncoding("utf8");
  stream?.on("data", (chunk: string) => {
    const lines = `${rest}${chunk}`.split("\n");
    rest = (lines.pop() ?? "").slice(0, 10_000);
    for (const line of lines) if (line !== "") onLine(line);
  });
}
