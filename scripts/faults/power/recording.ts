import { readFileSync } from "node:fs";
import path from "node:path";

/** One thing that a till did to its folder, or a mark of the run that drove it. */
export type DiskOp =
  | { readonly kind: "CREATED" | "FLUSHED" | "REMOVED"; readonly path: string }
  | {
      readonly kind: "WRITTEN";
      readonly path: string;
      readonly at: number;
      readonly bytes: Buffer;
    }
  | { readonly kind: "CUT"; readonly path: string; readonly length: number }
  | { readonly kind: "RENAMED"; readonly path: string; readonly to: string }
  | { readonly kind: "MARK"; readonly text: string };

/** What is written into this file of the folder is no file of the till but a mark. */
export const MARKS = "marks";

const HEAD_BYTES = 24;
/** The numbers of recording-disk.c, from 1 on. */
const KINDS = ["CREATED", "WRITTEN", "CUT", "FLUSHED", "RENAMED", "REMOVED"] as const;

/** Reads what recording-disk.c wrote down; paths are relative to the till's folder. */
export function readRecording(file: string, root: string): DiskOp[] {
  const log = readFileSync(file);
  const ops: DiskOp[] = [];
  for (let at = 0; at < log.length; ) {
    const pathEnd = at + HEAD_BYTES + log.readUInt32LE(at + 4);
    const end = pathEnd + log.readUInt32LE(at + 8);
    const kind = KINDS[log.readUInt32LE(at) - 1];
    if (kind === undefined) throw new RangeError("a record of no known kind");
    const where = path.relative(root, log.toString("utf8", at + HEAD_BYTES, pathEnd));
    const number = Number(log.readBigInt64LE(at + 16));
    const bytes = log.subarray(pathEnd, end);
    at = end;
    if (where === MARKS) {
      if (kind === "WRITTEN") ops.push({ kind: "MARK", text: bytes.toString() });
    } else if (kind === "WRITTEN") ops.push({ kind, path: where, at: number, bytes });
    else if (kind === "CUT") ops.push({ kind, path: where, length: number });
    else if (kind === "RENAMED")
      ops.push({ kind, path: where, to: path.relative(root, bytes.toString()) });
    else ops.push({ kind, path: where });
  }
  return ops;
}
