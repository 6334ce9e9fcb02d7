import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseSync } from "vite";
import { z } from "zod";
import { FAULTS } from "../verify-journal/faults.mjs";
import type * as verifier from "../verify-journal/verify.mjs";

/** One check of the verifier, and where it stands. */
export type Check = {
  readonly no: number;
  /** the fault that it names */
  readonly code: string;
  /** `file:line CODE` */
  readonly told: string;
};

/** A copy of the verifier in which each check can be taken out by its number. */
export type Mutants = {
  readonly checks: readonly Check[];
  readonly verifyLines: typeof verifier.verifyLines;
  /** Takes a check out, and puts the one before back; 0: all are in. */
  readonly takeOut: (no: number) => void;
};

/** What a fault is called whose naming was taken out. */
export const MUTED = "MUTED";
/** The lists of faults and of kinds, some of which are spelt alike: they judge nothing. */
const NO_CHECKS = new Set(["faults.mjs", "entry.mjs"]);
const SWITCH = "belabeliCheck";

const Node = z.looseObject({ type: z.string(), start: z.int(), end: z.int() });
type Node = z.infer<typeof Node>;

/** Writes the copy into a folder and loads it. */
export async function loadMutants(source: string, folder: string): Promise<Mutants> {
  const checks: Check[] = [];
  let out = 0;
  Object.assign(globalThis, { [SWITCH]: (no: number) => no === out });
  for (const name of readdirSync(source).filter((file) => file.endsWith(".mjs"))) {
    if (NO_CHECKS.has(name)) cpSync(join(source, name), join(folder, name));
    else {
      const text = readFileSync(join(source, name), "utf8");
      writeFileSync(join(folder, name), switchable(name, text, checks));
    }
  }
  const loaded: unknown = await import(pathToFileURL(join(folder, "verify.mjs")).href);
  const { verifyLines } = loaded as typeof verifier;
  return {
    checks,
    verifyLines,
    takeOut: (no) => {
      out = no;
    },
  };
}

/** The text of a module with a switch at each fault it names. */
function switchable(name: string, text: string, checks: Check[]): string {
  let from = 0;
  let whole = "";
  const names = namesIn(Node.parse(parseSync(name, text).program));
  for (const { start, end } of names.sort((a, b) => a.start - b.start)) {
    const no = checks.length + 1;
    const code = text.slice(start + 1, end - 1);
    checks.push({ no, code, told: `${name}:${text.slice(0, start).split("\n").length} ${code}` });
    whole += `${text.slice(from, start)}(${SWITCH}(${no}) ? "${MUTED}" : "${code}")`;
    from = end;
  }
  return whole + text.slice(from);
}

/** Each name of a fault under a node; what is compared with is a kind, which may be spelt like one. */
function namesIn(node: Node): Node[] {
  const { type, value } = node;
  if (type === "BinaryExpression") return [];
  if (type === "Literal" && typeof value === "string" && Object.hasOwn(FAULTS, value))
    return [node];
  return Object.values(node).flatMap((child) =>
    (Array.isArray(child) ? child : [child]).flatMap((one) => {
      const read = Node.safeParse(one);
      return read.success ? namesIn(read.data) : [];
    }),
  );
}
