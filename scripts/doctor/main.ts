import { parseArgs } from "node:util";
import { askRestore } from "./ask-restore.ts";
import { runDoctor } from "./run-doctor.ts";

const USAGE =
  "usage: npm run -s doctor -- FOLDER|FILE [--json] [--repair | --restore]\n" +
  "Checks a till's file; --repair mends what the journal alone can mend, after a copy;\n" +
  "--restore puts the newest backup in the file's place at the till's next start.\n";

/* `npm run doctor`: 0 sound, or mended whole; 1 faults remain; 2 the file cannot be read. */
function main(argv: string[]): number {
  try {
    const flag = { type: "boolean" } as const;
    const options = { json: flag, repair: flag, restore: flag };
    const { positionals, values } = parseArgs({ args: argv, allowPositionals: true, options });
    const [target] = positionals;
    if (target === undefined || positionals.length > 1) throw new TypeError("one file");
    const { json = false, repair = false, restore = false } = values;
    const say = (text: string): void => void process.stdout.write(text);
    if (restore) return askRestore(target, say);
    return runDoctor(target, { json, repair, nowMs: Date.now(), say });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    process.stderr.write(USAGE);
    return 2;
  }
}

process.exitCode = main(process.argv.slice(2));
