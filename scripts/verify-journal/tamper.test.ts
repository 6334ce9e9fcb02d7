import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FAULTS, KEPT_FAULTS } from "./faults.mjs";
import { sale, uuid } from "./testing/day.ts";
import { exportOf, FIRST, type Line, SECOND, textOf } from "./testing/journal.ts";
import { faultsOf, withFile } from "./testing/judge.ts";
import { sha256 } from "./testing/keys.ts";
import { verifyJournal } from "./verify.mjs";

type Change = (lines: Line[]) => Line[];

/** Changes the line of entry `seq` of the first till: line 0 is the header. */
const at =
  (seq: number, change: (line: Line) => Line): Change =>
  (lines) =>
    lines.map((line, index) => (index === seq ? change(line) : line));
/** Puts other lines in place of those from `from` to `to`, both included. */
const splice =
  (from: number, to: number, put: (cut: Line[]) => Line[] = () => []): Change =>
  (lines) => [...lines.slice(0, from), ...put(lines.slice(from, to + 1)), ...lines.slice(to + 1)];
const inBody = (from: string, to: string) => (line: Line) => ({
  ...line,
  body: String(line.body).replace(from, to),
});
const rehashed = (line: Line): Line => ({
  ...line,
  hash: sha256(["belabeli/1", line.tillId, line.seq, line.prevHash, line.body].join("\n")),
});
const otherStart = (text: unknown) => String(text).replace(/^./, (c) => (c === "A" ? "B" : "A"));

const CHANGES: readonly (readonly [string, Change, readonly string[]])[] = [
  ["one changed byte of a body", at(4, inBody('"qty":2', '"qty":3')), ["1 4 HASH", "1 4 LINE_SUM"]],
  ["a changed byte no figure shows", at(4, inBody(uuid(150), uuid(151))), ["1 4 HASH"]],
  [
    "a changed body with its hash made anew",
    at(4, (line) => rehashed(inBody(uuid(150), uuid(151))(line))),
    ["1 4 SIGNATURE", "1 4 RECEIPT_SIGNATURE", "1 5 PREV_HASH"],
  ],
  [
    "a changed total with its hash made anew",
    at(4, (line) => rehashed(inBody('"total":100000', '"total":90000')(line))),
    [
      "1 4 SIGNATURE",
      "1 4 RECEIPT_SIGNATURE",
      "1 4 TOTAL",
      "1 4 CHANGE",
      "1 4 TURNOVER",
      "1 5 PREV_HASH",
    ],
  ],
  [
    "a body in another spelling",
    at(1, inBody('"v":1', '"v": 1')),
    ["1 1 HASH", "1 1 BODY_MALFORMED"],
  ],
  ["a dropped entry", splice(5, 5), ["1 6 SEQ_GAP"]],
  ["a cut middle", splice(3, 6), ["1 7 SEQ_GAP"]],
  ["a cut beginning", splice(1, 3), ["1 4 SEQ_GAP"]],
  [
    "two swapped entries",
    splice(5, 6, (cut) => cut.toReversed()),
    ["1 6 SEQ_GAP", "1 5 SEQ_ORDER"],
  ],
  ["a doubled entry", splice(5, 5, (cut) => [...cut, ...cut]), ["1 5 SEQ_REPEATED"]],
  ["a cut tail below a countersigned head", splice(7, 8), ["1 8 HEAD_BEYOND"]],
  ["all entries cut out above a countersigned head", splice(1, 8), ["1 8 HEAD_BEYOND"]],
  [
    "a changed signature",
    at(4, (line) => ({ ...line, signature: otherStart(line.signature) })),
    ["1 4 SIGNATURE"],
  ],
  [
    "a signature spelt otherwise",
    at(4, (line) => ({ ...line, signature: `${String(line.signature)}==` })),
    ["1 4 SIGNATURE"],
  ],
  ["a removed signature", at(4, (line) => ({ ...line, signature: "" })), ["1 4 SIGNATURE_MISSING"]],
  [
    "the last signature removed",
    at(8, (line) => ({ ...line, signature: "" })),
    ["1 8 SIGNATURE_MISSING"],
  ],
  [
    "a changed receipt signature",
    at(4, (line) => ({ ...line, receiptSignature: otherStart(line.receiptSignature) })),
    ["1 4 RECEIPT_SIGNATURE"],
  ],
  [
    "a removed receipt signature",
    at(4, ({ receiptSignature: _gone, ...line }) => line),
    ["1 4 RECEIPT_SIGNATURE_MISSING"],
  ],
  [
    "a receipt signature on what is no receipt",
    at(3, (line) => ({ ...line, receiptSignature: line.signature })),
    ["1 3 RECEIPT_SIGNATURE"],
  ],
  [
    "a private text on an entry that has none",
    at(3, (line) => ({ ...line, private: JSON.stringify({ salt: "0f".repeat(16) }) })),
    ["1 3 PRIVATE"],
  ],
  [
    "another time on the envelope",
    at(4, (line) => ({ ...line, at: "2026-11-02T01:03:00.001Z" })),
    ["1 4 ENVELOPE"],
  ],
  [
    "another kind on the envelope",
    at(3, (line) => ({ ...line, kind: "OUTAGE" })),
    ["1 3 ENVELOPE"],
  ],
  [
    "an entry moved to another till",
    at(8, (line) => ({ ...line, tillId: uuid(2) })),
    [
      "2 8 SEQ_GAP",
      "2 8 HASH",
      "2 8 SIGNATURE",
      "1 8 TILL_ORDER",
      "1 8 HEAD_BEYOND",
      "2 1 TILL_ORDER",
      "2 1 SEQ_ORDER",
      "2 2 SEQ_ORDER",
      "2 3 SEQ_ORDER",
    ],
  ],
  [
    "an unknown field",
    at(3, (line) => ({ ...line, note: "" })),
    ["- - LINE_MALFORMED", "1 4 SEQ_GAP"],
  ],
  [
    "a seq beyond all bounds",
    at(8, (line) => ({ ...line, seq: 2 ** 60 })),
    ["- - LINE_MALFORMED", "1 8 HEAD_BEYOND"],
  ],
];

describe("who changes the file is found out", () => {
  test.each(CHANGES)("%s", async (_name, change, expected) => {
    expect(await faultsOf(change(exportOf([FIRST, SECOND])))).toEqual(expected);
  });

  test("a changed private text", async () => {
    const personal = JSON.stringify({ salt: "0f".repeat(16), nip: "198503152010011991" });
    const privateHash = sha256(personal);
    const drafts = [{ ...sale(10, 1, { privateHash }), private: personal }];
    const changed = at(1, (line) => ({
      ...line,
      private: String(line.private).replace("1991", "1992"),
    }));
    expect(await faultsOf(changed(exportOf([{ ...FIRST, drafts }])))).toEqual(["1 1 PRIVATE"]);
  });

  test("a private text without a sound salt could be guessed, and is refused", async () => {
    for (const salt of [undefined, null, 7, "", "0F".repeat(16), "0f".repeat(15)]) {
      const personal = JSON.stringify({ salt, nip: "198503152010011991" });
      const privateHash = sha256(personal);
      const drafts = [{ ...sale(10, 1, { privateHash }), private: personal }];
      expect(await faultsOf(exportOf([{ ...FIRST, drafts }]))).toEqual(["1 1 PRIVATE"]);
    }
  });

  test("a private text that is no exact JSON is refused, even under its own hash", async () => {
    for (const personal of ["", "kopi", `{"salt": "${"0f".repeat(16)}"}`, "[]", "null"]) {
      const drafts = [{ ...sale(10, 1, { privateHash: sha256(personal) }), private: personal }];
      expect(await faultsOf(exportOf([{ ...FIRST, drafts }]))).toEqual(["1 1 PRIVATE"]);
    }
  });
});

describe("the report", () => {
  test("counts all faults and shows the first thousand", async () => {
    const lines = exportOf([FIRST]);
    const wrong = Array.from({ length: KEPT_FAULTS + 5 }, (): Line => ({ broken: true }));
    const verdict = await withFile(textOf([...lines, ...wrong]), (path) =>
      verifyJournal(path, null),
    );
    expect(verdict.faults.count).toBe(KEPT_FAULTS + 5);
    expect(verdict.faults.kept).toHaveLength(KEPT_FAULTS);
  });

  test("knows no fault that no test here brings about", () => {
    const folder = new URL(".", import.meta.url);
    const tests = readdirSync(folder)
      .filter((name) => name.endsWith(".test.ts"))
      .map((name) => readFileSync(new URL(name, folder), "utf8"))
      .join("\n");
    for (const code of Object.keys(FAULTS))
      expect(tests).toMatch(new RegExp(`"\\S+ \\S+ ${code}"`));
  });
});
