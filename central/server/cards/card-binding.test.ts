import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CardBindingRow } from "../../../shared/contract/centre-api.ts";
import { SHOP } from "../testing/shop.ts";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import { logInAs, refusal } from "../testing/test-person.ts";
import type { TestTill } from "../testing/test-till.ts";
import { TillShift } from "../testing/till-shift.ts";

const NOON = Date.parse("2026-11-20T05:00:00.000Z");
let centre: TestCentre;
let till: TestTill;
let shift: TillShift;
let tills = 0;

beforeAll(async () => {
  centre = await startTestCentre({ clock: { wallMs: () => NOON } });
}, 120_000);
afterAll(() => centre.close());

/** A till with an open shift; each test has its own, and a card of its own. */
async function startTill(): Promise<{ till: TestTill; shift: TillShift }> {
  tills += 1;
  const tillCode = String(tills).padStart(2, "0");
  const started = await centre.enrolTill({ tillCode });
  await started.hello();
  return { till: started, shift: new TillShift(started, { startMs: NOON, tillCode }) };
}
beforeEach(async () => {
  ({ till, shift } = await startTill());
});

const cardOfTest = () => tills.toString(16).padStart(64, "0");
const officer = () => logInAs(centre.url, centre.centre.deps, { role: "BKPSDM" });
const codesOf = async (by = till) => {
  const answer = await by.push();
  return answer.state === "ACCEPTED" ? answer.exceptions.map(({ code }) => code) : [answer.state];
};
/** What tills were last told of a card. */
async function told(hash: string): Promise<object | undefined> {
  const { changes } = await till.pull(0);
  return changes.find((change) => change.kind === "card_binding" && change.value.hash === hash)
    ?.value;
}
const rowAt = async (by: TestTill, seq: number): Promise<CardBindingRow | undefined> =>
  (await (await officer()).card.bindings.query()).find(
    (row) => row.tillId === by.tillId && row.seq === seq,
  );
const flagOf = async (saleId: string) => {
  const admin = await logInAs(centre.url, centre.centre.deps, { role: "ADMIN" });
  return (await admin.sale.get.query({ saleId })).code;
};
const soldByCard = () =>
  shift.sell({
    change: {
      buyer: {
        kind: "ASN",
        personId: SHOP.personId,
        assurance: "ENROLLED_QR",
        cardSerial: null,
        proxy: false,
        match: "MATCHED",
      },
    },
  }).sale.saleId;

describe("a card that a till bound", () => {
  test("waits for a second person, who approves it for all tills", async () => {
    const hash = cardOfTest();
    const { seq } = shift.bindCard({ hash });
    expect(await codesOf()).toEqual([]);
    const { personId } = SHOP;
    expect(await told(hash)).toEqual({ hash, personId, state: "PENDING" });
    expect(await rowAt(till, seq)).toMatchObject({
      state: "PENDING",
      personName: "Contoh Satu",
      nipLast4: "1991",
      officeName: "Dinas Uji",
      boundBy: "Kasir Uji",
      allowedBy: "Penyelia Uji",
      rivalName: null,
    });
    const browser = await officer();
    const at = { tillId: till.tillId, seq };
    await browser.card.decide.mutate({ ...at, decision: "APPROVE", reason: null });
    expect(await told(hash)).toEqual({ hash, personId, state: "APPROVED" });
    const saleId = soldByCard();
    expect(await codesOf()).toEqual([]);
    expect(await flagOf(saleId)).toBeNull();
    const again = browser.card.decide.mutate({ ...at, decision: "APPROVE", reason: null });
    expect(await refusal(again)).toBe("NOT_FOUND");

    const reason = "Kartu dilaporkan hilang";
    await browser.card.decide.mutate({ ...at, decision: "WITHDRAW", reason });
    expect(await told(hash)).toEqual({ hash, personId, state: "WITHDRAWN" });
    expect(await rowAt(till, seq)).toMatchObject({ state: "WITHDRAWN", reason, decidedBy: "Uji" });
    const later = soldByCard();
    expect(await codesOf()).toEqual([]);
    expect(await flagOf(later)).toBe("CARD_REVOKED_UNSEEN");
    const audit = await centre.centre.deps.database.query<{ action: string }>(
      "select action from audit where subject = $1 order by audit_id",
      [`${till.tillId}/${seq}`],
    );
    expect(audit.map(({ action }) => action)).toEqual(["card.approve", "card.withdraw"]);
  });

  test("is refused with a reason only, and can then be bound anew", async () => {
    const hash = cardOfTest();
    const { seq } = shift.bindCard({ hash });
    await codesOf();
    const browser = await officer();
    const at = { tillId: till.tillId, seq, decision: "REFUSE" } as const;
    expect(await refusal(browser.card.decide.mutate({ ...at, reason: "  " }))).toBe("BAD_INPUT");
    await browser.card.decide.mutate({ ...at, reason: "Nama di kartu lain" });
    expect(await told(hash)).toMatchObject({ state: "WITHDRAWN" });
    shift.bindCard({ hash, personId: SHOP.shortPersonId });
    await codesOf();
    expect(await told(hash)).toMatchObject({ state: "PENDING", personId: SHOP.shortPersonId });
  });

  test("stays whose it is when another till bound it to somebody else meanwhile", async () => {
    const hash = cardOfTest();
    const first = shift.bindCard({ hash });
    await codesOf();
    const other = await startTill();
    const second = other.shift.bindCard({ hash, personId: SHOP.shortPersonId });
    expect(await codesOf(other.till)).toEqual([]);
    expect(await told(hash)).toMatchObject({ personId: SHOP.personId });
    expect(await rowAt(other.till, second.seq)).toMatchObject({
      state: "CONFLICT",
      rivalName: "Contoh Satu",
    });
    const browser = await officer();
    const theirs = { tillId: other.till.tillId, seq: second.seq };
    const approve = { decision: "APPROVE", reason: null } as const;
    const early = browser.card.decide.mutate({ ...theirs, ...approve });
    expect(await refusal(early)).toBe("CARD_BOUND_ALREADY");
    const refuse = { decision: "REFUSE", reason: "Salah ketik NIP" } as const;
    await browser.card.decide.mutate({ tillId: till.tillId, seq: first.seq, ...refuse });
    await browser.card.decide.mutate({ ...theirs, ...approve });
    expect(await told(hash)).toEqual({ hash, personId: SHOP.shortPersonId, state: "APPROVED" });
  });

  test("a refused conflict is never told, and the same binding twice is one", async () => {
    const hash = cardOfTest();
    shift.bindCard({ hash });
    await codesOf();
    const other = await startTill();
    const same = other.shift.bindCard({ hash });
    const rival = other.shift.bindCard({ hash, personId: SHOP.shortPersonId });
    await codesOf(other.till);
    expect(await rowAt(other.till, same.seq)).toBeUndefined();
    const refuse = { decision: "REFUSE", reason: "Bukan pemegangnya" } as const;
    const at = { tillId: other.till.tillId, seq: rival.seq };
    await (await officer()).card.decide.mutate({ ...at, ...refuse });
    expect(await told(hash)).toMatchObject({ personId: SHOP.personId, state: "PENDING" });
  });
});

describe("an entry that binds a card", () => {
  test("without a second person is kept aside, and binds nothing", async () => {
    const hash = cardOfTest();
    const approval = { approverId: SHOP.cashierId, action: "BIND_CARD" };
    shift.bindCard({ hash, approval });
    expect(await codesOf()).toEqual(["ENTRY_REFERENCE"]);
    expect(await told(hash)).toBeUndefined();
  });

  test("that was unsigned binds once a later entry answers for it", async () => {
    const hash = cardOfTest();
    const { seq } = shift.bindCard({ hash }, true);
    expect(await codesOf()).toEqual(["ENTRY_SIGNATURE"]);
    expect(await told(hash)).toBeUndefined();
    shift.restoreSigner(seq, seq);
    expect(await codesOf()).toEqual([]);
    expect(await told(hash)).toMatchObject({ state: "PENDING" });
  });
});

test("an auditor reads bound cards and changes none; who keeps goods sees none", async () => {
  const { seq } = shift.bindCard({ hash: cardOfTest() });
  await codesOf();
  const auditor = await logInAs(centre.url, centre.centre.deps, { role: "AUDITOR" });
  expect(await auditor.card.bindings.query()).not.toHaveLength(0);
  const decide = auditor.card.decide.mutate({
    tillId: till.tillId,
    seq,
    decision: "APPROVE",
    reason: null,
  });
  expect(await refusal(decide)).toBe("NOT_ALLOWED");
  const dkupp = await logInAs(centre.url, centre.centre.deps, { role: "DKUPP" });
  expect(await refusal(dkupp.card.bindings.query())).toBe("NOT_ALLOWED");
});
