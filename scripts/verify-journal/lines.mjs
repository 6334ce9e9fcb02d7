import { createReadStream } from "node:fs";
import { Unreadable } from "./faults.mjs";

const MAX_LINE_BYTES = 64 * 1024 * 1024;

/**
 * The lines of a file, one at a time, however large the file is. Only LF ends a line: a text may
 * well hold other characters that some readers take for one. Throws Unreadable.
 * @param {string} path
 * @returns {AsyncGenerator<{ text: string, line: number }>}
 */
export async function* readLines(path) {
  let line = 0;
  /** @type {Buffer[]} */
  let parts = [];
  let held = 0;
  for await (const chunk of bytesOf(path)) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      line += 1;
      yield { text: decode([...parts, chunk.subarray(start, end)], line), line };
      parts = [];
      held = 0;
      start = end + 1;
    }
    parts.push(chunk.subarray(start));
    held += chunk.length - start;
    if (held > MAX_LINE_BYTES) throw new Unreadable(`baris ${line + 1} terlalu panjang`);
  }
  const last = decode(parts, line + 1);
  if (last !== "") yield { text: last, line: line + 1 };
}

/**
 * @param {string} path
 * @returns {AsyncGenerator<Buffer>}
 */
async function* bytesOf(path) {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) yield chunk;
  } catch (cause) {
    throw new Unreadable(`berkas tidak dapat dibaca: ${path}`, { cause });
  }
}

/**
 * @param {Buffer[]} parts
 * @param {number} line
 */
function decode(parts, line) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.concat(parts));
  } catch (cause) {
    throw new Unreadable(`baris ${line} bukan teks UTF-8`, { cause });
  }
}
