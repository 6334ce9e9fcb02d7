import { execFileSync } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import path from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startTestCentre, type TestCentre } from "../../../central/server/testing/test-centre.ts";
import { newId, temporaryFolder } from "../testing/test-core.ts";
import { countTill } from "../testing/read-till.ts";
import { startTillAtCentre, type TillAtCentre } from "./testing/till-at-centre.ts";

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
}, 120_000);
afterAll(() => centre.close());

let till: TillAtCentre;
let copy: ReturnType<typeof temporaryFolder>;
let tills = 0;

/** An older copy of a till that sold on: it holds one sale, the centre two. */
beforeEach(async () => {
  tills += 2;
  till = await startTillAtCentre(centre, code(tills - 1));
  await till.sell();
  await closeShift();
  await till.sent();
  await till.core.close();
  copy = temporaryFolder();
  cpSync(till.folder, copy.path, { recursive: true });
  await till.restart();
  await till.sell();
  await till.sent();
  await till.restart(copy.path);
  await till.core.until(({ sync }) => sync.failureCode === "FORK");
});
afterEach(async () => {
  await till.close();
  copy.remove();
});

const code = (number: number): string => String(number).padStart(2, "0");
const login = async (supervisor: boolean): Promise<void> => {
  const { shop } = centre;
  await till.core.cashier.session.login.mutate(
    supervisor
      ? { cashierId: shop.supervisorId, pin: shop.supervisorPin }
      : { cashierId: shop.cashierId, pin: shop.cashierPin },
  );
};
async function closeShift(): Promise<void> {
  const { expected } = await till.core.cashier.shift.report.query();
  await till.core.cashier.shift.close.mutate({
    commandId: newId(),
    counts: [{ value: 100, pieces: expected / 100 }],
    reason: null,
    note: "",
  });
}
async function goOn(): Promise<string> {
  await login(true);
  await till.core.cashier.enrol.goOn.mutate({
    code: await centre.issueCode({ tillCode: code(tills) }),
  });
  const [tillId = ""] = await centre.approvePending();
  await till.core.until((state) => state.till?.tillCode === code(tills));
  return tillId;
}
const found = (text: string) =>
  till.core.cashier.history.search.query({ text, date: null, before: null, limit: 10 });
/** The history once all that the former till sold is in it. */
const allFound = (sales: number) =>
  vi.waitFor(
    async () => {
      const page = await found("");
      expect(page.former).toMatchObject([{ state: "HERE" }]);
      expect(page.rows).toHaveLength(sales);
      return page.rows;
    },
    { timeout: 15_000, interval: 50 },
  );
const first = () => {
  const db = new Sqlite(path.join(copy.path, "till.db"), { readonly: true });
  const row = db.prepare("SELECT kind, body FROM journal WHERE seq = 1").get() as {
    kind: string;
    body: string;
  };
  db.close();
  return { kind: row.kind, body: JSON.parse(row.body) as Record<string, unknown> };
};

describe("an older copy of a till's file", () => {
  it("goes on as a new till that names the old one, and the whole is sound", async () => {
    const oldSeq = countTill(copy.path, "SELECT max(seq) FROM journal");
    const tillId = await goOn();
    expect(tillId).not.toBe(till.tillId);
    const { kind, body } = first();
    expect(kind).toBe("RESUMED");
    expect(body).toMatchObject({ oldTillId: till.tillId, oldSeq, reversals: 0 });
    expect(body["turnover"]).toBeGreaterThan(0);
    await till.core.cashier.shift.open.mutate({ commandId: newId(), float: 100_000 });
    const sold = await till.sell();
    expect(sold.number).toMatch(new RegExp(`^KB-${code(tills)}-\\d{6}-000001$`));
    await till.sent();
    expect((await found("")).rows[0]).toMatchObject({ number: sold.number, formerTill: null });
    const old = path.join(copy.path, "chains", `${till.tillId}.db`);
    expect(existsSync(old)).toBe(true);
    const file = path.join(copy.path, "journal.jsonl");
    await centre.exportTo(file);
    const verifier = path.resolve(import.meta.dirname, "../../../scripts/verify-journal");
    const root = ["--root", centre.centre.rootFingerprint];
    const report = execFileSync(process.execPath, [verifier, file, ...root], { encoding: "utf8" });
    expect(report).toContain("UTUH");
    expect(await centre.totalDifferences()).toEqual([]);
  });

  it("reads what the former till sold: from its file, and what that lacks from the centre", async () => {
    await goOn();
    const rows = await allFound(2);
    const formerTill = `KB-${code(tills - 1)}`;
    expect(rows).toMatchObject([{ formerTill }, { formerTill }]);
    const [newest] = rows;
    if (newest === undefined) throw new Error("nothing was sold");
    expect((await found(newest.number)).rows).toMatchObject([{ saleId: newest.saleId }]);
    expect((await found(String(newest.total))).rows).toHaveLength(2);
    expect((await found("kopi")).rows).toHaveLength(2);
    const { saleId } = newest;
    const detail = await till.core.cashier.history.detail.query({ saleId });
    expect(detail).toMatchObject({ formerTill, signed: true, mayReturn: false, mayVoid: false });
    expect(detail.lines[0]).toMatchObject({ qty: 1, returnedQty: 0 });
    const asked = till.core.cashier.history.quote.query({ saleId, lines: [] });
    await expect(asked).rejects.toMatchObject({ code: "SALE_OF_FORMER" });
    expect(countTill(copy.path, "SELECT count(*) FROM former_till WHERE next_seq = 0")).toBe(2);
    expect(countTill(copy.path, "SELECT count(*) FROM journal WHERE kind = 'SALE'")).toBe(0);
  });

  it("keeps selling until then, and waits for its shift to be closed", async () => {
    await till.sell();
    await login(true);
    const asked = till.core.cashier.enrol.goOn.mutate({ code: "A" });
    await expect(asked).rejects.toMatchObject({ code: "SHIFT_OPEN" });
  });

  it("goes on as itself alone: a code that is for another till's place is refused", async () => {
    const other = await centre.enrolTill({ tillCode: "90" });
    await other.hello();
    other.write({ v: 1, kind: "TILL_STARTED" });
    await other.push();
    await login(true);
    const wanted = { tillCode: "91", replaces: other.tillId };
    await till.core.cashier.enrol.goOn.mutate({ code: await centre.issueCode(wanted) });
    await centre.approvePending();
    await till.core.until(({ enrolment }) => enrolment?.state === "REFUSED");
    expect(till.core.state().till).toMatchObject({ tillCode: code(tills - 1) });
  });

  it("is gone on from by a supervisor only, and only where it is a copy", async () => {
    await login(false);
    const asked = till.core.cashier.enrol.goOn.mutate({ code: "A" });
    await expect(asked).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    await till.restart();
    await till.sent();
    await login(true);
    const sound = till.core.cashier.enrol.goOn.mutate({ code: "A" });
    await expect(sound).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  });

  it("goes on with its new keys after a restart", async () => {
    const tillId = await goOn();
    await till.sent();
    await till.restart(copy.path);
    await till.sell();
    await till.sent();
    expect(countTill(copy.path, "SELECT count(*) FROM journal WHERE signature = ''")).toBe(0);
    expect(existsSync(path.join(copy.path, "keys.next.sealed"))).toBe(false);
    expect(tillId).toBe(
      (() => {
        const db = new Sqlite(path.join(copy.path, "till.db"), { readonly: true });
        const id = db.prepare("SELECT till_id FROM till").pluck().get();
        db.close();
        return id;
      })(),
    );
  });
});
