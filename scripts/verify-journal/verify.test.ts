import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { draft, morning, returned, sale, undone } from "./testing/day.ts";
import { chain, exportOf, FIRST, head, header, SECOND, textOf } from "./testing/journal.ts";
import { faultsOf, withFile } from "./testing/judge.ts";
import { NEW_KEY, ROOT, sha256 } from "./testing/keys.ts";

const folder = dirname(fileURLToPath(import.meta.url));
const vector = readFileSync(join(folder, "../../shared/vectors/journal.jsonl"));

function run(content: string | Uint8Array, ...args: string[]) {
  return withFile(content, (path) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [folder, path, ...args], {
      encoding: "utf8",
    });
    return { status, stdout, stderr };
  });
}

describe("exit codes", () => {
  test("0: a sound journal under the known root", async () => {
    const { status, stdout } = await run(vector, "--root", ROOT.fingerprint);
    expect(status).toBe(0);
    expect(stdout).toContain("Kasir KB-01");
    expect(stdout).toContain("3 catatan sampai urutan 3, 1 penjualan, Rp100.000");
    expect(stdout).toContain("UTUH.");
  });

  test("0: the fingerprint may be written in groups and capitals", async () => {
    const grouped = (ROOT.fingerprint.toUpperCase().match(/.{4}/g) ?? []).join(":");
    expect((await run(vector, `--root=${grouped}`)).status).toBe(0);
  });

  test("3: sound, but nobody said which root to trust", async () => {
    const { status, stdout } = await run(vector);
    expect(status).toBe(3);
    expect(stdout).toContain("PENERBIT BELUM DIPERIKSA");
  });

  test("1: faulty, each fault named by till, seq and code", async () => {
    const changed = vector.toString().replace("261102-000001", "261102-000002");
    const { status, stdout } = await run(changed);
    expect(status).toBe(1);
    expect(stdout).toMatch(/019a41c2-7c00-7000-8000-000000000001, urutan 3, baris 4: HASH: /);
  });

  test("1: a foreign root, whatever else holds", async () => {
    const { status, stdout } = await run(vector, "--root", NEW_KEY.fingerprint);
    expect(status).toBe(1);
    expect(stdout).toContain("ROOT_FOREIGN");
  });

  test.each([
    ["an empty file", ""],
    ["no JSON", "halo\n"],
    ["another format", '{"format":"belabeli-journal/2"}\n'],
    ["a first line cut short", vector.subarray(0, 200)],
    ["bytes that are no text", Buffer.concat([vector, Buffer.from([0xff, 0xfe])])],
    ["a root that is no key", vector.toString().replace("MCowBQYDK2VwAyEA11", "MCowBQYDK2VwAyEA1")],
  ])("2: %s", async (_what, content) => {
    const { status, stderr } = await run(content, "--root", ROOT.fingerprint);
    expect(status).toBe(2);
    expect(stderr).toContain("Tidak terbaca");
  });

  test("2: a file that is not there, or a call nobody can understand", async () => {
    const missing = spawnSync(process.execPath, [folder, join(folder, "none.jsonl")]);
    expect(missing.status).toBe(2);
    for (const args of [[], ["--root"], ["--root", "abc"], ["--fix"], ["second.jsonl"]]) {
      const { status } =
        args.length === 0 ? spawnSync(process.execPath, [folder]) : await run(vector, ...args);
      expect(status).toBe(2);
    }
  });

  test("a program can read the verdict", async () => {
    const { stdout } = await run(vector, "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      exitCode: 3,
      root: { fingerprint: ROOT.fingerprint, state: "UNCHECKED" },
      tills: [{ code: "KB-01", entries: 3, sales: 1, sum: 100_000, countersignedSeq: 3 }],
      faultCount: 0,
    });
  });
});

describe("the report", () => {
  test("says which entries are missing", async () => {
    const entries = exportOf([FIRST]);
    const one = await run(textOf(entries.filter((_, i) => i !== 5)));
    const three = await run(textOf(entries.filter((_, i) => i < 4 || i > 6)));
    expect(one.stdout).toContain("(catatan 5 tidak ada)");
    expect(three.stdout).toContain("(catatan 4-6 tidak ada)");
  });
});

describe("standing alone", () => {
  test("it imports the platform and its own folder only", () => {
    const sources = readdirSync(folder).filter((name) => /\.m?js$/.test(name));
    expect(sources.length).toBeGreaterThan(5);
    for (const name of sources) {
      const text = readFileSync(join(folder, name), "utf8");
      for (const [, from] of text.matchAll(/(?:from |import\()"([^"]+)"/g)) {
        expect(from).toMatch(/^(?:node:|\.\/[a-z]+\.mjs$)/);
      }
    }
  });

  test("it runs from a copy anywhere", async () => {
    await withFile(vector, (path) => {
      const copy = join(dirname(path), "pemeriksa");
      cpSync(folder, copy, { recursive: true });
      const told = execFileSync(process.execPath, [copy, path, "--root", ROOT.fingerprint]);
      expect(told.toString()).toContain("UTUH.");
    });
  });
});

describe("a sound journal", () => {
  test("of two tills is sound", async () => {
    expect(await faultsOf(exportOf([FIRST, SECOND]))).toEqual([]);
  });

  test("may have destroyed its personal data", async () => {
    const personal = JSON.stringify({ salt: "0f".repeat(16), nip: "198503152010011991" });
    const sold = sale(10, 1, { privateHash: sha256(personal) });
    const kept = exportOf([{ ...FIRST, drafts: [{ ...sold, private: personal }] }]);
    const destroyed = exportOf([{ ...FIRST, drafts: [sold] }]);
    expect(await faultsOf(kept)).toEqual([]);
    expect((await run(textOf(kept))).stdout).not.toContain("dimusnahkan");
    expect(await faultsOf(destroyed)).toEqual([]);
    expect((await run(textOf(destroyed))).stdout).toContain("1 data pribadi sudah dimusnahkan");
  });

  test("may hold line separators that are no line ends", async () => {
    const personal = JSON.stringify({ salt: "0f".repeat(16), note: "satu\u2028dua\u0085tiga" });
    const drafts = [{ ...sale(10, 1, { privateHash: sha256(personal) }), private: personal }];
    expect(await faultsOf(exportOf([{ ...FIRST, drafts }]))).toEqual([]);
  });

  test("may have lost its signer, when a later entry vouches for the range", async () => {
    const drafts = morning().map((one, i) => (i >= 3 && i <= 5 ? { ...one, unsigned: true } : one));
    const restored = draft("SIGNER_RESTORED", 5, { fromSeq: 4, toSeq: 6 });
    const healed = exportOf([
      { ...FIRST, drafts: [...drafts.slice(0, 6), restored, ...drafts.slice(6)] },
    ]);
    expect(await faultsOf(healed)).toEqual([]);
    expect((await run(textOf(healed))).stdout).toContain(
      "3 catatan tanpa tanda tangan, dijamin kemudian",
    );
  });

  test("may let time fall where the clock is doubtful or was set", async () => {
    const drafts = [...morning(), draft("CLOCK_SET", 1), draft("TILL_STARTED", 2)];
    const doubtful = [...morning(), draft("TILL_STARTED", 1, { clock: "DOUBTFUL" })];
    expect(await faultsOf(exportOf([{ ...FIRST, drafts }]))).toEqual([]);
    expect(await faultsOf(exportOf([{ ...FIRST, drafts: doubtful }]))).toEqual([]);
  });

  test("may return goods: a second sum grows and the turnover stays", async () => {
    const drafts = [
      ...morning(),
      returned(8, 1),
      sale(10, 5, { turnover: 400_000, reversals: 33_333 }),
    ];
    expect(await faultsOf(exportOf([{ ...FIRST, drafts }]))).toEqual([]);
  });

  test("may void a sale, and return what is left of another in portions", async () => {
    const rest = { total: 66_667, counted: 66_667, number: "KB-01-261102-000005" };
    const drafts = [
      ...morning(),
      undone(8, 2),
      returned(9, 1, { reversals: 133_333 }),
      returned(10, 1, {
        ...rest,
        lines: [{ originalNo: 1, qty: 2, refund: 66_667, condition: "BAIK" }],
        refunds: [{ no: 1, kind: "CASH", amount: 66_667 }],
        reversals: 200_000,
      }),
    ];
    expect(await faultsOf(exportOf([{ ...FIRST, drafts }]))).toEqual([]);
  });

  test("may have certified a till that has written nothing yet", async () => {
    const [, ...entries] = exportOf([FIRST]);
    const lines = [header([FIRST, SECOND]), ...entries];
    expect(await faultsOf(lines)).toEqual([]);
    expect((await run(textOf(lines))).stdout).toContain("tanpa catatan");
  });

  test("may have entries that wait for the centre's signature", async () => {
    const entries = chain(FIRST);
    const early = entries[2];
    if (early === undefined) return;
    const lines = [header([FIRST]), ...entries, head(early)];
    expect(await faultsOf(lines)).toEqual([]);
    expect((await run(textOf(lines))).stdout).toContain(
      "5 catatan terakhir belum ditandatangani pusat",
    );
  });

  test("is read line by line, however many lines it has", async () => {
    const drafts = [draft("TILL_STARTED", 0)];
    for (let i = 1; i <= 2_000; i += 1) drafts.push(sale(0, i));
    expect(await faultsOf(exportOf([{ ...FIRST, drafts }]))).toEqual([]);
  });
});
