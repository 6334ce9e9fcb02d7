import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { monthStatus } from "../../../shared/domain/obligation.ts";
import { SHOP } from "../testing/shop.ts";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import { logInAs, refusal, type TestPerson } from "../testing/test-person.ts";
import { TillShift } from "../testing/till-shift.ts";

const NOON = Date.parse("2026-11-20T05:00:00.000Z");
const period = "2026-11";
let centre: TestCentre;
let saleId = "";
let publicSaleId = "";

beforeAll(async () => {
  centre = await startTestCentre({ clock: { wallMs: () => NOON } });
  const till = await centre.enrolTill();
  await till.hello();
  const shift = new TillShift(till, { startMs: NOON, tillCode: "01" });
  saleId = shift.sell({ qty: 2 }).sale.saleId;
  publicSaleId = shift.sell({ personId: null }).sale.saleId;
  shift.sell({ personId: SHOP.shortPersonId });
  shift.sell({ change: { change: 1 } });
  await till.push();
}, 120_000);
afterAll(() => centre.close());

const as = (person: TestPerson) => logInAs(centre.url, centre.centre.deps, person);
const own = { officeId: SHOP.officeId, period };
const other = { officeId: SHOP.otherOfficeId, period };

describe("the month", () => {
  test("says who met the duty, by office, and what reached makers", async () => {
    const admin = await as({ role: "ADMIN" });
    expect(await admin.overview.month.query({ period })).toEqual({
      period,
      asOf: NOON,
      obliged: 2,
      met: 1,
      exempt: 1,
      counted: 105_000,
      target: 250_000,
      sales: { count: 3, total: 140_000, makers: 1, makersWithNone: 1 },
      offices: [
        {
          officeId: SHOP.otherOfficeId,
          name: "Badan Uji",
          kind: "BADAN",
          people: 1,
          obliged: 0,
          met: 0,
          exempt: 1,
          counted: 0,
          target: 0,
        },
        {
          officeId: SHOP.officeId,
          name: "Dinas Uji",
          kind: "DINAS",
          people: 2,
          obliged: 2,
          met: 1,
          exempt: 0,
          counted: 105_000,
          target: 250_000,
        },
      ],
    });
  });

  test("agrees with the list of people behind it, who are judged as on the till", async () => {
    const admin = await as({ role: "BKPSDM" });
    const { offices } = await admin.overview.month.query({ period });
    for (const office of offices) {
      const people = await admin.office.people.query({ officeId: office.officeId, period });
      expect(people.filter(({ state }) => state === "MET")).toHaveLength(office.met);
      expect(people.reduce((sum, { counted }) => sum + counted, 0)).toBe(office.counted);
      for (const person of people) {
        if (person.obligation === null) continue;
        const rule = monthStatus({
          period,
          terms: [{ from: "2025-01-01", class: person.class ?? "PELAKSANA", obliged: true }],
          exemptions: [],
          obligations: {
            PELAKSANA: 50_000,
            PENGAWAS_FUNGSIONAL: 75_000,
            ADMINISTRATOR: 100_000,
            KEPALA_ESELON_III: 150_000,
            JPT_PRATAMA: 200_000,
          },
          counted: person.counted,
          asOf: null,
        });
        expect(person).toMatchObject({ state: rule.state, short: rule.short });
      }
    }
  });

  test("reads no sale: it is the same with the sales taken away", async () => {
    const { database } = centre.centre.deps;
    const admin = await as({ role: "ADMIN" });
    const before = await admin.overview.month.query({ period });
    await database.query("alter table sale rename to sale_away");
    expect(await admin.overview.month.query({ period })).toEqual(before);
    await database.query("alter table sale_away rename to sale");
  });
});

describe("names of people", () => {
  test("are for BKPSDM, the auditor and their own head only", async () => {
    const head = await as({ role: "OPD_HEAD", officeId: SHOP.officeId });
    expect((await head.office.people.query(own)).map(({ name }) => name)).toEqual([
      "Contoh Dua",
      "Contoh Satu",
    ]);
    expect(await refusal(head.office.people.query(other))).toBe("NOT_ALLOWED");
    for (const role of ["DKUPP", "OUTLET_MANAGER", "ASN"] as const) {
      const person = await as({ role });
      expect(await refusal(person.office.people.query(own))).toBe("NOT_ALLOWED");
    }
    const auditor = await as({ role: "AUDITOR" });
    expect(await auditor.office.people.query(other)).toHaveLength(1);
  });

  test("and a head's month holds the own office alone", async () => {
    const head = await as({ role: "OPD_HEAD", officeId: SHOP.officeId });
    const { offices, obliged } = await head.overview.month.query({ period });
    expect(offices.map(({ officeId }) => officeId)).toEqual([SHOP.officeId]);
    expect(obliged).toBe(offices[0]?.obliged);
  });

  test("do not stand beside a sale for those who only look after goods", async () => {
    const dkupp = await as({ role: "DKUPP" });
    const { rows } = await dkupp.sale.ofDay.query({ date: "2026-11-20" });
    expect(rows.map(({ buyerName }) => buyerName)).toEqual([null, null, null, null]);
    expect((await dkupp.sale.get.query({ saleId })).buyerName).toBeNull();
    const auditor = await as({ role: "AUDITOR" });
    expect((await auditor.sale.get.query({ saleId })).buyerName).toBe("Contoh Satu");
  });

  test("an ASN sees the own purchases, a head those of the office", async () => {
    const asn = await as({ role: "ASN", personId: SHOP.personId });
    const mine = { personId: SHOP.personId, period };
    const theirs = { personId: SHOP.exemptPersonId, period };
    expect(await asn.sale.ofPerson.query(mine)).toHaveLength(2);
    expect(await refusal(asn.sale.ofPerson.query(theirs))).toBe("NOT_ALLOWED");
    expect(await refusal(asn.sale.get.query({ saleId }))).toBe("");
    expect(await refusal(asn.sale.get.query({ saleId: publicSaleId }))).toBe("NOT_ALLOWED");
    const head = await as({ role: "OPD_HEAD", officeId: SHOP.officeId });
    expect(await refusal(head.sale.ofPerson.query(mine))).toBe("");
    expect(await refusal(head.sale.ofPerson.query(theirs))).toBe("NOT_ALLOWED");
  });
});

test("only an administrator lets tills in, and an auditor changes nothing", async () => {
  const wanted = { outletId: SHOP.outletId, tillCode: "77", deviceKind: "till" } as const;
  for (const role of ["AUDITOR", "DKUPP", "BKPSDM"] as const) {
    const person = await as({ role });
    expect(await refusal(person.till.createCode.mutate(wanted))).toBe("NOT_ALLOWED");
    expect(await refusal(person.till.pending.query())).toBe("NOT_ALLOWED");
  }
  const admin = await as({ role: "ADMIN" });
  const { code } = await admin.till.createCode.mutate(wanted);
  expect(code.replaceAll("-", "")).toMatch(/^[A-Z2-7]{32}$/);
  expect(await admin.till.pending.query()).toMatchObject([{ tillCode: "77", state: "OPEN" }]);
});

test("a day's sales come in pages, newest first, and only accepted ones are summed", async () => {
  const admin = await as({ role: "ADMIN" });
  const first = await admin.sale.ofDay.query({ date: "2026-11-20", limit: 3 });
  expect(first).toMatchObject({ count: 3, total: 140_000 });
  expect(first.rows[0]).toMatchObject({ state: "QUARANTINED", code: "ENTRY_SUMS" });
  const second = await admin.sale.ofDay.query({
    date: "2026-11-20",
    limit: 3,
    cursor: first.nextCursor,
  });
  expect(second.rows.map((row) => row.saleId)).toEqual([saleId]);
  expect(second.nextCursor).toBeNull();
});

test("the tills' list tells what was heard of each", async () => {
  const admin = await as({ role: "ADMIN" });
  expect(await admin.till.list.query()).toMatchObject([
    { tillCode: "01", headSeq: 6, salesToday: 3, quarantined: 1, alarm: null, lastHeardAt: NOON },
  ]);
  expect(await admin.quarantine.list.query()).toMatchObject([{ seq: 6, code: "ENTRY_SUMS" }]);
});

describe("a sale's page", () => {
  const sound = {
    hash: true,
    chain: true,
    signature: "VALID",
    receiptSignature: "VALID",
    certificate: true,
    private: "NONE",
    countersigned: true,
  };

  test("shows the entry and what its bytes and keys really say", async () => {
    const admin = await as({ role: "ADMIN" });
    const sale = await admin.sale.get.query({ saleId });
    expect(sale.check).toEqual(sound);
    expect(sale).toMatchObject({
      total: 70_000,
      counted: 70_000,
      tillCounted: 70_000,
      officeName: "Dinas Uji",
      cashierName: "Kasir Uji",
      lines: [{ no: 1, productName: "Kopi 200 g", makerName: "Kopi Uji", qty: 2, counts: true }],
      tenders: [{ kind: "CASH", amount: 75_000 }],
      entry: { seq: 3, kind: "SALE" },
    });
    expect(sale.entry.code).toMatch(/^[A-Z2-7]{12}$/);
  });

  test("shows it when somebody changed the database behind the journal's back", async () => {
    const { database } = centre.centre.deps;
    const admin = await as({ role: "ADMIN" });
    const spoil = async (change: string) => {
      await database.query("alter table journal_entry disable trigger user");
      await database.query(`update journal_entry set ${change} where seq = 3`);
      return (await admin.sale.get.query({ saleId })).check;
    };
    expect(await spoil("body = replace(body, '70000', '70001')")).toEqual({
      ...sound,
      hash: false,
      receiptSignature: "INVALID",
      countersigned: false,
    });
    await spoil("body = replace(body, '70001', '70000')");
    expect(await spoil("prev_hash = repeat('0', 64)")).toMatchObject({ hash: false, chain: false });
  });

  test("of an unknown sale says so", async () => {
    const admin = await as({ role: "ADMIN" });
    const unknown = "019a41c2-7c00-7000-8000-0000000000ff";
    expect(await refusal(admin.sale.get.query({ saleId: unknown }))).toBe("NOT_FOUND");
  });
});
