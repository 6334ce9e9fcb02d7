import { parseArgs } from "node:util";
import { askRestore, listCopies } from "./ask-restore.ts";
import { runDoctor } from "./run-doctor.ts";

const USAGE =
  "usage: npm run -s doctor -- FOLDER|FILE [--json] [--repair | --copies | --restore [--copy N]]\n" +
  "Checks a till's file; --repair mends what the journal alone can mend, after a copy;\n" +
  "--copies lists the till's backups by date;\n" +
  "--restore puts the newest, or number N of that list, in the file's place at the till's next start.\n";

/* `npm run doctor`: 0 sound, or mended whole; 1 faults remain; 2 the file cannot be read. */
function main(argv: string[]): number {
  try {
    const flag = { type: "boolean" } as const;
    const copy = { type: "string", default: "1" } as const;
    const options = { json: flag, repair: flag, copies: flag, restore: flag, copy };
    const { positionals, values } = parseArgs({ args: argv, allowPositionals: true, options });
    const [target] = positionals;
    if (target === undefined || positionals.length > 1) throw new TypeError("one file");
    if (!/^[1-9]\d{0,3}$/.test(values.copy)) throw new TypeError("a number of the list");
    const { json = false, repair = false } = values;
    const say = (text: string): void => void process.stdout.write(text);
    if (values.copies === true) return listCopies(target, say);
    if (values.restore === true) return askRestore(target, { copy: Number(values.copy), say });
    return runDoctor(target, { json, repair, nowMs: Date.now(), say });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    process.stderr.write(USAGE);
    return 2;
  }
}

process.exitCode = main(process.argv.slice(2));
