/**
 * The lines of `chunks`, ended by LF or CRLF and by nothing else: a scan can hold a lone CR or
 * U+2028, which `node:readline` would take for an end and so answer one text twice.
 */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield withoutCr(line);
  }
  if (rest !== "") yield withoutCr(rest);
}

function withoutCr(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
