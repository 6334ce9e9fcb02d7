import { describe, expect, test } from "vitest";
import { Unreadable } from "./faults.mjs";
import { draft, sale, uuid } from "./testing/day.ts";
import { chain, exportOf, FIRST, head, header, type Line, textOf } from "./testing/journal.ts";
import { faultsOf, withFile } from "./testing/judge.ts";
import { ROOT } from "./testing/keys.ts";
import { verifyJournal } from "./verify.mjs";

/** What stands where something else belongs; undefined leaves the field out. */
const WRONG = [undefined, null, true, -1, 0.5, 1e16, "", "x", [], [null], {}];

/** The object with the value at a path of names and indexes replaced. */
function put(value: unknown, path: readonly (string | number)[], wrong: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return wrong;
  if (Array.isArray(value))
    return value.map((one, i) => (i === name ? put(one, rest, wrong) : one));
  const object = value as Line;
  return { ...object, [name]: put(object[name], rest, wrong) };
}

const selling = (fields: object = {}) => exportOf([{ ...FIRST, drafts: [sale(3, 1, fields)] }]);
const sold = sale(3, 1).body;

describe("a part of a sale that is none is a fault, never a crash", () => {
  const heads = ["v", "kind", "at", "clock", "actorId", "commandId", "saleId", "number", "period"];
  const sums = ["buyer", "lines", "total", "counted", "tenders", "change", "turnover", "reversals"];
  const parts = [...heads, ...sums].map((name) => [name]);
  const ofLine = ["no", "qty", "unitPrice", "lineDiscount", "saleDiscount", "net"];
  const nested = [
    ["buyer", "kind"],
    ["lines", 0],
    ["tenders", 0],
    ["tenders", 0, "no"],
    ["tenders", 0, "amount"],
    ...ofLine.map((name) => ["lines", 1, name]),
  ];

  test.each([...parts, ...nested].map((path) => [path.join("."), path] as const))(
    "%s",
    async (_name, path) => {
      for (const wrong of WRONG) {
        const body = put(sold, path, wrong) as Line;
        const found = await faultsOf(exportOf([{ ...FIRST, drafts: [{ body }] }]));
        expect(found.length, `${path.join(".")} = ${JSON.stringify(wrong)}`).toBeGreaterThan(0);
      }
    },
  );

  test("mayCount and the kind of a tender are of their type", async () => {
    for (const path of [
      ["lines", 0, "mayCount"],
      ["tenders", 0, "kind"],
    ]) {
      for (const wrong of [undefined, null, 1, []]) {
        const body = put(sold, path, wrong) as Line;
        const found = await faultsOf(exportOf([{ ...FIRST, drafts: [{ body }] }]));
        expect(found).toContain("1 1 BODY_MALFORMED");
      }
    }
  });
});

describe("a line that is neither entry nor head is named", () => {
  const [entry = {}] = chain(FIRST);
  const own = head(entry).head as Line;
  const wrongOf = (name: string) =>
    WRONG.filter((wrong) => name === "seq" || typeof wrong !== "string");

  test.each(["tillId", "seq", "at", "kind", "prevHash", "hash", "signature", "body"])(
    "entry without a sound %s",
    async (name) => {
      for (const wrong of wrongOf(name)) {
        const lines = [header([FIRST]), { ...entry, [name]: wrong }];
        expect(await faultsOf(lines)).toEqual(["- - LINE_MALFORMED"]);
      }
    },
  );

  test.each(["receiptSignature", "private"])("entry with a %s that is no text", async (name) => {
    for (const wrong of [null, 1, {}]) {
      const lines = [header([FIRST]), { ...entry, [name]: wrong }];
      expect(await faultsOf(lines)).toEqual(["- - LINE_MALFORMED"]);
    }
  });

  test.each(["tillId", "prevHash", "hash"])("entry with a text that is no %s", async (name) => {
    const upper = String(entry[name]).toUpperCase();
    for (const wrong of ["", "x", `${upper}X`]) {
      const lines = [header([FIRST]), { ...entry, [name]: wrong }];
      expect(await faultsOf(lines)).toEqual(["- - LINE_MALFORMED"]);
    }
  });

  test.each(Object.keys(own))("head without a sound %s", async (name) => {
    for (const wrong of wrongOf(name)) {
      const lines = [header([FIRST]), entry, { head: { ...own, [name]: wrong } }];
      expect(await faultsOf(lines)).toEqual(["- - LINE_MALFORMED"]);
    }
  });

  test.each([null, 1, "head", [], [1]])("%j", async (line) => {
    const lines = [header([FIRST]), line as unknown as Line];
    expect(await faultsOf(lines)).toEqual(["- - LINE_MALFORMED"]);
    expect(await faultsOf([header([FIRST]), { head: line }])).toEqual(["- - LINE_MALFORMED"]);
  });
});

describe("a first line nobody can read", () => {
  const first = header([FIRST]);
  const judge = (line: unknown) =>
    withFile(textOf([line as Line]), (path) => verifyJournal(path, ROOT.fingerprint));

  test.each(["format", "root", "centreKeys", "certificates"])("for its %s", async (name) => {
    for (const wrong of [undefined, null, 1, "x", [null], {}]) {
      await expect(judge({ ...first, [name]: wrong })).rejects.toThrow(Unreadable);
    }
  });

  test.each([null, 1, "x", []])("for it is %j", async (line) => {
    await expect(judge(line)).rejects.toThrow(Unreadable);
  });

  test.each([
    ["centreKeys", "publicKey"],
    ["centreKeys", "validFrom"],
    ["certificates", "publicKey"],
    ["certificates", "tillId"],
    ["certificates", "fromSeq"],
  ])("for a wrong %s.%s", async (list, name) => {
    for (const wrong of [undefined, null, 0, [], "x"]) {
      await expect(judge(put(first, [list, 0, name], wrong))).rejects.toThrow(Unreadable);
    }
  });

  test.each([
    ["centreKeys", "keyId"],
    ["centreKeys", "issuerSignature"],
    ["certificates", "keyId"],
    ["certificates", "issuerKeyId"],
    ["certificates", "issuerSignature"],
    ["certificates", "regencyId"],
  ])("and one with a wrong %s.%s is faulty", async (list, name) => {
    for (const wrong of [null, 0, [], "x"]) {
      const verdict = await judge(put(first, [list, 0, name], wrong));
      expect(verdict.faults.count).toBeGreaterThan(0);
    }
  });

  test("for a key or certificate with a field too many or too few", async () => {
    for (const list of ["centreKeys", "certificates"]) {
      await expect(judge(put(first, [list, 0, "note"], "x"))).rejects.toThrow(Unreadable);
      await expect(judge(put(first, [list, 0, "validFrom"], undefined))).rejects.toThrow(
        Unreadable,
      );
      await expect(judge(put(first, [list, 0], null))).rejects.toThrow(Unreadable);
    }
  });
});

describe("the bounds of the format", () => {
  const [line = {}] = sold.lines as Line[];
  const one = (fields: object) => ({ ...line, saleDiscount: 0, ...fields });

  test("the most pieces at the highest price are sound", async () => {
    const total = 9_999 * 1_000_000_000;
    const amounts = { total, counted: total, turnover: total, change: 0 };
    const tenders = [{ no: 1, kind: "CASH", amount: total, confirmedBy: null }];
    const lines = [one({ qty: 9_999, unitPrice: 1_000_000_000, net: total })];
    expect(await faultsOf(selling({ ...amounts, tenders, lines }))).toEqual([]);
  });

  test("a sale given away is sound, and all the cash is change", async () => {
    const amounts = { total: 0, counted: 0, turnover: 0, change: 150_000 };
    const lines = [one({ qty: 1, unitPrice: 0, net: 0 })];
    expect(await faultsOf(selling({ ...amounts, lines }))).toEqual([]);
  });

  test("the largest amount is sound", async () => {
    const float = 1_000_000_000_000_000;
    const old = { oldTillId: uuid(9), oldSeq: 1, oldHash: "a".repeat(64) };
    const start = draft("RESUMED", 1, { ...old, turnover: float, reversals: float });
    const goesOn = "1 1 RESUMED_REFERENCE";
    expect(await faultsOf(exportOf([{ ...FIRST, drafts: [start] }]))).toEqual([goesOn]);
    const beyond = draft("RESUMED", 1, { ...old, turnover: float + 1, reversals: float });
    expect(await faultsOf(exportOf([{ ...FIRST, drafts: [beyond] }]))).toEqual([
      "1 1 RESUMED",
      "1 1 TURNOVER",
    ]);
  });

  test("an institution's purchase counts for nobody", async () => {
    const buyer = { ...(sold.buyer as Line), kind: "INSTITUTION" };
    expect(await faultsOf(selling({ buyer, counted: 0 }))).toEqual([]);
    expect(await faultsOf(selling({ buyer }))).toEqual(["1 1 COUNTED"]);
  });
});
