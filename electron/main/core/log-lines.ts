/** The part of a readable stream this needs. */
export type LineSource = { on(event: "data", listener: (chunk: Uint8Array) => void): unknown };

const MAX_LINE = 10_000;

/** Calls `onLine` for each whole line of a text stream; a line of absurd length is cut. */
export function readLines(stream: LineSource | null, onLine: (line: string) => void): void {
  const decoder = new TextDecoder();
  let rest = "";
  stream?.on("data", (chunk) => {
    const lines = `${rest}${decoder.decode(chunk, { stream: true })}`.split("\n");
    rest = (lines.pop() ?? "").slice(0, MAX_LINE);
    for (const line of lines) if (line !== "") onLine(line.slice(0, MAX_LINE));
  });
}
