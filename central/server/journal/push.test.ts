import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { headText } from "../../../shared/domain/journal.ts";
import { publicKeyOf, verifySignature } from "../keys/ed25519.ts";
import { allCentreKeys } from "../stores/centre-key.ts";
import { SHOP } from "../testing/shop.ts";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import { newId, TestTill } from "../testing/test-till.ts";
import { TillShift } from "../testing/till-shift.ts";
import { rederive } from "../rederive/rederive.ts";

const NOON = Date.parse("2026-11-20T05:00:00.000Z");
let nowMs = NOON;
let centre: TestCentre;
let till: TestTill;
let shift: TillShift;

beforeAll(async () => {
  centre = await startTestCentre({ clock: { wallMs: () => nowMs } });
}, 120_000);
afterAll(() => centre.close());

let tills = 0;
beforeEach(async () => {
  nowMs = NOON;
  tills += 1;
  const tillCode = String(tills).padStart(2, "0");
  till = await centre.enrolTill({ tillCode });
  await till.hello();
  shift = new TillShift(till, { startMs: NOON, tillCode });
});

const database = () => centre.centre.deps.database;
const countedOf = async (personId: string) => {
  const [row] = await database().query<{ counted: number }>(
    "select counted from person_month where person_id = $1 and period = '2026-11'",
    [personId],
  );
  return row?.counted ?? 0;
};

describe("an honest till", () => {
  test("gets its sales counted for the buyer and the head countersigned", async () => {
    const before = await countedOf(SHOP.personId);
    const { hash } = shift.sell({ qty: 2 });
    const answer = await till.push();
    expect(answer).toMatchObject({ state: "ACCEPTED", through: { seq: 3, hash }, exceptions: [] });
    expect(await countedOf(SHOP.personId)).toBe(before + 70_000);
    if (answer.state !== "ACCEPTED") return;
    const [key] = await allCentreKeys(database(), "3513");
    const publicKey = publicKeyOf(key?.publicKey ?? "");
    expect(publicKey).not.toBeNull();
    const text = headText(answer.head);
    expect(await verifySignature(publicKey!, text, answer.head.signature)).toBe(true);
  });

  test("may be paid in several ways, and may change its QRIS code", async () => {
    shift.changeSetting();
    shift.sell({
      change: {
        tenders: [
          { no: 1, kind: "QRIS", amount: 20_000, confirmedBy: "provider" },
          { no: 2, kind: "TRANSFER", amount: 10_000, confirmedBy: "cashier" },
          { no: 3, kind: "CASH", amount: 10_000, confirmedBy: null },
        ],
      },
    });
    shift.changeSetting({ hash: null });
    expect(await till.push()).toMatchObject({ through: { seq: 5 }, exceptions: [] });
  });

  test("may send a batch again after a lost answer, and parts of it with more behind", async () => {
    shift.sell();
    const first = await till.push();
    const before = await countedOf(SHOP.personId);
    expect(await till.push()).toEqual(first);
    shift.sell();
    const overlapping = await till.push(2, 4);
    expect(overlapping).toMatchObject({ state: "ACCEPTED", through: { seq: 4 } });
    expect(await countedOf(SHOP.personId)).toBe(before + 35_000);
  });

  test("finds its other sales in the feed as the buyer's month total", async () => {
    const { cursor } = await till.pull();
    shift.sell();
    await till.push();
    const { changes } = await till.pull(cursor);
    expect(changes).toMatchObject([
      { kind: "month_total", value: { personId: SHOP.personId, counted: expect.any(Number) } },
    ]);
  });

  test("is counted by the centre's own rules where the till was wrong, and the difference shows", async () => {
    const before = await countedOf(SHOP.personId);
    const { sale } = shift.sell({
      productId: SHOP.strangerProductId,
      makerId: SHOP.strangerMakerId,
      unitPrice: 20_000,
    });
    expect(await till.push()).toMatchObject({ exceptions: [] });
    expect(await countedOf(SHOP.personId)).toBe(before);
    const [row] = await database().query(
      "select counted, till_counted, code from sale where sale_id = $1",
      [sale.saleId],
    );
    expect(row).toEqual({ counted: 0, till_counted: 20_000, code: "COUNTED_DIFFERS" });
  });

  test("sells to an unknown person, who waits to be matched", async () => {
    const { sale } = shift.sell({ personId: newId() });
    expect(await till.push()).toMatchObject({ exceptions: [] });
    const [row] = await database().query("select code, state from sale where sale_id = $1", [
      sale.saleId,
    ]);
    expect(row).toEqual({ code: "MATCH_PENDING", state: "ACCEPTED" });
  });

  test("keeps a sale with a doubtful clock out of the month until a person confirms it", async () => {
    const before = await countedOf(SHOP.personId);
    shift.sell({ change: { clock: "DOUBTFUL" } });
    expect(await till.push()).toMatchObject({ exceptions: [] });
    expect(await countedOf(SHOP.personId)).toBe(before);
  });
});

describe("a chain that does not fit", () => {
  test("with a gap is refused, and the head is named", async () => {
    shift.sell();
    shift.sell();
    await till.push(1, 2);
    const head = till.entries[1]?.hash;
    expect(await till.push(4, 4)).toEqual({
      state: "GAP",
      expected: 3,
      head: { seq: 2, hash: head },
    });
  });

  test("with another entry in a known place is a fork and raises the alarm", async () => {
    shift.sell();
    await till.push();
    const held = till.entries[2]?.hash;
    till.entries.splice(2);
    till.write({ other: "entry" });
    expect(await till.push(3, 3)).toEqual({ state: "FORK", seq: 3, hash: held });
    const [row] = await database().query("select alarm from till where till_id = $1", [
      till.tillId,
    ]);
    expect(row).toEqual({ alarm: "FORK" });
  });

  test("that goes on from another head is a fork too", async () => {
    await till.push();
    const held = till.entries[1]?.hash;
    till.entries.splice(1);
    till.write({ other: "entry" });
    shift.sell();
    expect(await till.push(3, 3)).toEqual({ state: "FORK", seq: 2, hash: held });
  });

  test("whose last hash does not recompute is corrupt: the head stays and the alarm is raised", async () => {
    shift.sell();
    till.entries[2] = { ...till.entries[2]!, body: `${till.entries[2]!.body} ` };
    expect(await till.push()).toEqual({ state: "CORRUPT", seq: 3 });
    const [row] = await database().query(
      "select alarm, seq from till join till_head using (regency_id, till_id) where till_id = $1",
      [till.tillId],
    );
    expect(row).toEqual({ alarm: "CORRUPT", seq: 0 });
  });

  test("is refused whole when entries are out of order", async () => {
    shift.sell();
    const request = { ...till.pushRequest() } as { entries: object[] };
    request.entries.reverse();
    const answer = await till.request("till.push", JSON.stringify(request));
    expect(answer).toMatchObject({ status: 400, code: "BAD_INPUT" });
  });
});

describe("a poison entry is kept with its reason and the next one goes through", () => {
  const exceptionOf = async () => {
    const good = shift.sell();
    const answer = await till.push();
    expect(answer).toMatchObject({ state: "ACCEPTED", through: { hash: good.hash } });
    if (answer.state !== "ACCEPTED") throw new Error(answer.state);
    expect(answer.exceptions.map(({ seq }) => seq)).toEqual([3]);
    return answer.exceptions[0]?.code;
  };

  test("text that is no JSON", async () => {
    till.write("not json");
    expect(await exceptionOf()).toBe("ENTRY_MALFORMED");
  });
  test("JSON in another spelling", async () => {
    till.write('{"v": 1}');
    expect(await exceptionOf()).toBe("ENTRY_MALFORMED");
  });
  test("a NUL, which the database cannot hold as text, comes back byte for byte", async () => {
    till.write("a\0b");
    expect(await exceptionOf()).toBe("ENTRY_MALFORMED");
    const [row] = await database().query(
      "select body, encoded from journal_entry where till_id = $1 and seq = 3",
      [till.tillId],
    );
    expect(row).toEqual({ body: Buffer.from("a\0b").toString("base64"), encoded: true });
  });
  test("a kind of a later version", async () => {
    till.write({ v: 2, kind: "TELEPORT", at: "2026-11-20T05:00:00.000Z" });
    expect(await exceptionOf()).toBe("ENTRY_KIND_UNKNOWN");
  });
  test("a signature by another key", async () => {
    const other = new TestTill(centre.url);
    shift.sell();
    till.entries[2] = { ...till.entries[2]!, signature: other.sign("another") };
    expect(await exceptionOf()).toBe("ENTRY_SIGNATURE");
  });
  test("a signature that is not even one in form", async () => {
    shift.sell();
    till.entries[2] = { ...till.entries[2]!, signature: "????" };
    expect(await exceptionOf()).toBe("ENTRY_SIGNATURE");
  });
  test("a sale without its receipt signature", async () => {
    shift.sell();
    const { receiptSignature: _gone, ...bare } = till.entries[2]!;
    till.entries[2] = bare;
    expect(await exceptionOf()).toBe("ENTRY_RECEIPT_SIGNATURE");
  });
  test("change given on what is no cash, and a setting with its value in it", async () => {
    const tenders = [
      { no: 1, kind: "QRIS" as const, amount: 40_000, confirmedBy: "cashier" as const },
    ];
    shift.sell({ change: { tenders } });
    shift.changeSetting({ payload: "000201" });
    const answer = await till.push();
    expect(answer).toMatchObject({
      exceptions: [{ code: "ENTRY_SUMS" }, { code: "ENTRY_MALFORMED" }],
    });
  });

  test("private text that is not the hashed one", async () => {
    shift.sell({ change: { privateHash: "0".repeat(64) } });
    till.entries[2] = { ...till.entries[2]!, private: '{"salt":"x"}' };
    expect(await exceptionOf()).toBe("ENTRY_PRIVATE");
  });
  test("sums that do not agree", async () => {
    shift.sell({ change: { change: 0 } });
    expect(await exceptionOf()).toBe("ENTRY_SUMS");
  });
  test("the largest amounts the form allows", async () => {
    const line = {
      no: 1,
      productId: SHOP.productId,
      makerId: SHOP.makerId,
      batchId: null,
      qty: 9_999,
      unitPrice: 1_000_000_000,
      lineDiscount: 1e15,
      saleDiscount: 1e15,
      net: 1e15,
      mayCount: true,
      shareBp: 0,
    };
    shift.sell({ change: { lines: Array.from({ length: 500 }, () => line), total: 1e15 } });
    expect(await exceptionOf()).toBe("ENTRY_SUMS");
  });
  test("a number of another till", async () => {
    shift.sell({ change: { number: "KB-99-261120-000001" } });
    expect(await exceptionOf()).toBe("ENTRY_NUMBER");
  });
  test("a turnover that does not follow", async () => {
    shift.sell({ change: { turnover: 36_000 } });
    expect(await exceptionOf()).toBe("ENTRY_TURNOVER");
  });
  test("a time before the entry before it", async () => {
    shift.sell({ change: { at: "2026-11-20T04:00:00.000Z" } });
    expect(await exceptionOf()).toBe("ENTRY_CLOCK");
  });
  test("a time in the far future", async () => {
    shift.sell({ change: { at: "2026-11-24T04:00:00.000Z" } });
    const answer = await till.push();
    expect(answer).toMatchObject({ exceptions: [{ seq: 3, code: "ENTRY_CLOCK" }] });
  });
  test("another outlet", async () => {
    shift.sell({ change: { outletId: newId() } });
    expect(await exceptionOf()).toBe("ENTRY_REFERENCE");
  });
  test("goods nobody knows", async () => {
    shift.sell({ productId: newId() });
    expect(await exceptionOf()).toBe("ENTRY_REFERENCE");
  });
  test("a sale id that was used before", async () => {
    const first = shift.sell();
    shift.sell({ change: { saleId: first.sale.saleId } });
    const answer = await till.push();
    expect(answer).toMatchObject({ exceptions: [{ seq: 4, code: "ENTRY_REFERENCE" }] });
  });

  test("and none of them adds to any total", async () => {
    const before = await countedOf(SHOP.personId);
    shift.sell({ change: { change: 0 } });
    await till.push();
    expect(await countedOf(SHOP.personId)).toBe(before);
  });
});

describe("a signer that was away", () => {
  test("is answered for by SIGNER_RESTORED in the same batch", async () => {
    shift.sell({ unsigned: true });
    shift.restoreSigner(3, 3);
    expect(await till.push()).toMatchObject({ state: "ACCEPTED", exceptions: [] });
  });

  test("is answered for later too: what waited is counted then", async () => {
    const before = await countedOf(SHOP.personId);
    shift.sell({ unsigned: true });
    shift.sell({ unsigned: true, change: { change: 1 } });
    const held = await till.push();
    expect(held).toMatchObject({
      exceptions: [
        { seq: 3, code: "ENTRY_SIGNATURE" },
        { seq: 4, code: "ENTRY_SIGNATURE" },
      ],
    });
    shift.restoreSigner(3, 4);
    expect(await till.push(5, 5)).toMatchObject({ state: "ACCEPTED", exceptions: [] });
    expect(await countedOf(SHOP.personId)).toBe(before + 35_000);
    const waiting = await database().query(
      "select seq, code from quarantine where till_id = $1 order by seq",
      [till.tillId],
    );
    expect(waiting).toEqual([{ seq: 4, code: "ENTRY_SUMS" }]);
  });

  test("is not answered for by a range that holds a signed entry", async () => {
    shift.sell();
    shift.restoreSigner(3, 3);
    expect(await till.push()).toMatchObject({ exceptions: [{ seq: 4, code: "ENTRY_REFERENCE" }] });
  });
});

test("a revoked till is heard to its last accepted entry; what follows is kept aside", async () => {
  shift.sell();
  await till.push();
  await database().query(
    "update till set state = 'REVOKED', revoked_after_seq = 3 where till_id = $1",
    [till.tillId],
  );
  shift.sell();
  expect(await till.push()).toMatchObject({ exceptions: [{ seq: 4, code: "TILL_REVOKED" }] });
  await expect(till.pull()).rejects.toThrow("TILL_REVOKED");
});

test("a closed till is kept as such, and what still comes from it is kept aside", async () => {
  shift.sell();
  shift.other("TILL_CLOSED", { turnover: 35_000, reversals: 0 });
  shift.changeSetting();
  expect(await till.push()).toMatchObject({ exceptions: [{ seq: 5, code: "TILL_CLOSED" }] });
  shift.sell();
  const kept = await till.push();
  expect(kept).toMatchObject({ exceptions: [{ seq: 5 }, { seq: 6, code: "TILL_CLOSED" }] });
});

test("what is only to learn counts nowhere; a jump or outage that is none is kept aside", async () => {
  const before = await countedOf(SHOP.personId);
  const { sale } = shift.sell();
  const { shiftId, outletId, lines, total, tenders, change, at } = sale;
  const practised = { shiftId, outletId, lines, total, tenders, change };
  shift.changeSetting({ name: "TRAINING", value: 1 });
  shift.other("TRAINING", { trainingId: newId(), ...practised });
  shift.other("TRAINING", { trainingId: newId(), ...practised, number: sale.number });
  shift.other("CLOCK_MOVED", { against: "CENTRE", expected: at, found: at });
  shift.other("OUTAGE", { of: "PRINTER", from: "2026-11-21T05:00:00.000Z", to: at });
  expect(await till.push()).toMatchObject({
    exceptions: [
      { seq: 6, code: "ENTRY_MALFORMED" },
      { seq: 7, code: "ENTRY_CLOCK" },
      { seq: 8, code: "ENTRY_CLOCK" },
    ],
  });
  expect(await countedOf(SHOP.personId)).toBe(before + total);
});

test("a sale within training, and a training sale outside it, are kept aside and count nowhere", async () => {
  const before = await countedOf(SHOP.personId);
  const { sale } = shift.sell();
  const { shiftId, outletId, lines, total, tenders, change } = sale;
  const practised = { shiftId, outletId, lines, total, tenders, change };
  shift.other("TRAINING", { trainingId: newId(), ...practised });
  shift.changeSetting({ name: "TRAINING", value: 1 });
  expect(await till.push()).toMatchObject({ exceptions: [{ seq: 4, code: "ENTRY_TRAINING" }] });
  // The head knows it, across batches.
  shift.sell();
  shift.changeSetting({ name: "TRAINING", value: 0 });
  shift.sell();
  expect(await till.push()).toMatchObject({
    exceptions: [{ seq: 4 }, { seq: 6, code: "ENTRY_TRAINING" }],
  });
  expect(await countedOf(SHOP.personId)).toBe(before + 2 * total);
  expect(await database().transaction((tx) => rederive(tx, "3513"))).toEqual([]);
});

test("deriving every total again from the journal gives what is stored", async () => {
  shift.sell({ qty: 3 });
  shift.sell({ personId: null });
  shift.sell({ personId: SHOP.shortPersonId, qty: 7 });
  await till.push();
  const differences = await database().transaction((tx) => rederive(tx, "3513"));
  expect(differences).toEqual([]);
  await database().query("update person_month set counted = counted + 1 where person_id = $1", [
    SHOP.shortPersonId,
  ]);
  const spoiled = await database().transaction((tx) => rederive(tx, "3513"));
  expect(spoiled.map(({ table }) => table)).toEqual(["person_month"]);
  await database().query("update person_month set counted = counted - 1 where person_id = $1", [
    SHOP.shortPersonId,
  ]);
});
