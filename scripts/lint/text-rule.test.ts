import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");

/** The lines of a file in a folder of the windows that the rule refuses. */
async function refusedLines(folder: string, file: { name: string; code: string }) {
  const probe = await mkdtemp(join(ROOT, folder, "lint-probe-"));
  try {
    await writeFile(join(probe, file.name), file.code);
    const oxlint = join(ROOT, "node_modules", "oxlint", "bin", "oxlint");
    const run = promisify(execFile)(process.execPath, [oxlint, "--format=unix", probe], {
      cwd: ROOT,
    });
    const { stdout } = await run.catch((error: { stdout: string }) => error);
    const found = stdout.matchAll(/:(\d+):\d+: .*bela-beli\(texts\)/g);
    return [...new Set([...found].map(([, line]) => Number(line)))];
  } finally {
    await rm(probe, { recursive: true });
  }
}

test("a screen holds no text of its own, and keeps none it read", async () => {
  const code = `import { cartWords } from "../../texts/cart-words.ts";
const FROZEN = cartWords.hold;
const { resume } = cartWords;
export function Probe({ count, kind }: { count: number; kind: string }) {
  const more = \`Barang lain: \${count}\`;
  return (
    <div className="soft small" id="barang" title={cartWords.hold}>
      <p title="Tutup">NIP ··{count}</p>
      <p>Simpan</p>
      {kind === "Total semua" ? "Batal" : cartWords.held}
      {\`\${count} barang\`}
      {[FROZEN, resume, more]}
    </div>
  );
}
`;
  const lines = await refusedLines("renderer/cashier", { name: "probe.tsx", code });
  expect(lines).toEqual([2, 3, 5, 8, 9, 10, 11]);
});

test("a function of the texts answers in both languages", async () => {
  const code = `import { said } from "../language.ts";
export const early = said("Simpan", "Save");
export function late(kind: "A" | "B", count: number): string {
  if (kind === "A") return said(\`\${count} barang\`, \`\${count} items\`);
  return count === 0 ? "kosong" : \`\${count} barang\`;
}
`;
  expect(await refusedLines("renderer/texts", { name: "probe-words.ts", code })).toEqual([2, 5]);
});
