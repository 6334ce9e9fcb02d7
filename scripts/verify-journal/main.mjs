import { Unreadable } from "./faults.mjs";
import { jsonReport, textReport } from "./report.mjs";
import { verifyJournal } from "./verify.mjs";

const USAGE = `Pemakaian: node verify-journal BERKAS [--root SIDIK] [--json]
  BERKAS   ekspor jurnal (belabeli-journal/1)
  --root   sidik kunci akar: 64 angka heksadesimal, diperoleh di luar berkas ini
  --json   hasil untuk dibaca program
Kode keluar: 0 utuh, 1 bermasalah, 2 tidak terbaca, 3 utuh tetapi penerbit belum diperiksa
`;

process.exitCode = await main(process.argv.slice(2));

/** @param {string[]} args */
async function main(args) {
  const given = readArguments(args);
  if (given === null) {
    process.stderr.write(USAGE);
    return 2;
  }
  try {
    const verdict = await verifyJournal(given.path, given.root);
    process.stdout.write(given.json ? jsonReport(verdict) : textReport(given.path, verdict));
    return verdict.exitCode;
  } catch (error) {
    // A fault of the verifier itself must not look like a fault of the journal.
    const told = error instanceof Unreadable ? error.message : `pemeriksa gagal: ${String(error)}`;
    process.stderr.write(`Tidak terbaca: ${told}\n`);
    return 2;
  }
}

/**
 * @param {string[]} args
 * @returns {{ path: string, root: string | null, json: boolean } | null}
 */
function readArguments(args) {
  /** @type {string[]} */
  const paths = [];
  let root = null;
  let json = false;
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? "";
    if (arg === "--json") json = true;
    else if (arg === "--root") {
      i += 1;
      root = args[i] ?? "";
    } else if (arg.startsWith("--root=")) root = arg.slice("--root=".length);
    else if (arg.startsWith("-")) return null;
    else paths.push(arg);
  }
  const fingerprint = root === null ? null : root.replace(/[\s:]/g, "").toLowerCase();
  if (fingerprint !== null && !/^[0-9a-f]{64}$/.test(fingerprint)) return null;
  const [path] = paths;
  return path === undefined || paths.length > 1 ? null : { path, root: fingerprint, json };
}
