import path from "node:path";
import { between, type Random } from "../seeded.ts";
import type { DiskOp } from "./recording.ts";

const SECTOR_BYTES = 512;

type Change =
  | { readonly at: number; readonly bytes: Buffer }
  /** cut or stretched to so many bytes */
  | { readonly length: number };
type File = { content: Buffer; waiting: Change[] };
type Names = Map<string, File>;
type NameChange = { readonly folder: string; readonly apply: (names: Names) => void };

/** How much of what was not flushed a power cut leaves. */
type Leaves = "NOTHING" | "ALL" | "BEGINNING" | "WRITES" | "SECTORS";
export const LEAVES: readonly Leaves[] = ["NOTHING", "ALL", "BEGINNING", "WRITES", "SECTORS"];

/**
 * A disk that keeps for certain only what was flushed: a file's bytes by flushing the file, a folder's
 * names by flushing the folder. Of the rest a power cut leaves any part: bytes by sector in any order,
 * names as far as the file system's own log came, which keeps their order within a folder.
 */
export class DiskModel {
  readonly #names: Names = new Map();
  readonly #durable: Names = new Map();
  #waiting: NameChange[] = [];

  take(op: DiskOp): void {
    if (op.kind === "MARK") return;
    if (op.kind === "FLUSHED") {
      this.#flush(op.path);
      return;
    }
    if (op.kind === "WRITTEN" || op.kind === "CUT") {
      const change = op.kind === "CUT" ? { length: op.length } : op;
      this.#names.get(op.path)?.waiting.push(change);
      return;
    }
    const file = this.#names.get(op.path) ?? newFile();
    const apply = (names: Names): void => {
      if (op.kind === "CREATED") names.set(op.path, file);
      else names.delete(op.path);
      if (op.kind === "RENAMED") names.set(op.to, file);
    };
    apply(this.#names);
    this.#waiting.push({ folder: path.dirname(op.path), apply });
  }

  #flush(flushed: string): void {
    const file = this.#names.get(flushed);
    if (file !== undefined) {
      file.content = written(file.content, file.waiting);
      file.waiting = [];
      return;
    }
    const folder = flushed === "" ? "." : flushed;
    for (const change of this.#waiting) if (change.folder === folder) change.apply(this.#durable);
    this.#waiting = this.#waiting.filter((change) => change.folder !== folder);
  }

  /** The folder as it may be found when the power is back. */
  afterCut(random: Random, leaves: Leaves): Map<string, Buffer> {
    const names = new Map(this.#durable);
    for (const folder of new Set(this.#waiting.map((change) => change.folder))) {
      const changes = this.#waiting.filter((change) => change.folder === folder);
      for (const change of changes.slice(0, howMany(changes.length, random, leaves)))
        change.apply(names);
    }
    return new Map(
      [...names].map(([name, { content, waiting }]) => [
        name,
        written(content, left(waiting, random, leaves)),
      ]),
    );
  }
}

function newFile(): File {
  return { content: Buffer.alloc(0), waiting: [] };
}

function howMany(count: number, random: Random, leaves: Leaves): number {
  if (leaves === "NOTHING") return 0;
  return leaves === "ALL" ? count : between(random, 0, count);
}

/** What came to the disk of a file's changes that were not flushed. */
function left(waiting: readonly Change[], random: Random, leaves: Leaves): readonly Change[] {
  if (leaves === "NOTHING") return [];
  if (leaves === "ALL") return waiting;
  if (leaves === "WRITES") return waiting.filter(() => random() < 0.5);
  if (leaves === "SECTORS") return waiting.flatMap(sectors).filter(() => random() < 0.5);
  const inOrder = waiting.flatMap(sectors);
  return inOrder.slice(0, between(random, 0, inOrder.length));
}

function sectors(change: Change): Change[] {
  if ("length" in change) return [change];
  const { at, bytes } = change;
  const parts: Change[] = [];
  for (let from = at; from < at + bytes.length; ) {
    const to = Math.min(at + bytes.length, from - (from % SECTOR_BYTES) + SECTOR_BYTES);
    parts.push({ at: from, bytes: bytes.subarray(from - at, to - at) });
    from = to;
  }
  return parts;
}

/** A file's bytes after some changes; where it was stretched stand zeros. */
function written(before: Buffer, changes: readonly Change[]): Buffer {
  const reach = changes.map((one) => ("length" in one ? one.length : one.at + one.bytes.length));
  const bytes = Buffer.alloc(Math.max(before.length, ...reach));
  before.copy(bytes);
  let { length } = before;
  for (const change of changes) {
    if ("length" in change) {
      if (change.length < length) bytes.fill(0, change.length, length);
      ({ length } = change);
    } else {
      change.bytes.copy(bytes, change.at);
      length = Math.max(length, change.at + change.bytes.length);
    }
  }
  return bytes.subarray(0, length);
}
