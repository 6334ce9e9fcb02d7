import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { startTestCentre, type TestCentre } from "../../../central/server/testing/test-centre.ts";
import type { SaleView } from "../../../shared/contract/till-state.ts";
import { newId, pay } from "../testing/test-core.ts";
import { startTillAtCentre, type TillAtCentre } from "./testing/till-at-centre.ts";

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.close());

let till: TillAtCentre;
let tills = 0;
beforeEach(async () => {
  tills += 1;
  till = await startTillAtCentre(centre, String(tills).padStart(2, "0"));
  await till.sent();
});
afterEach(() => till.close());

const NIP = "198503152010011991";

/** Two pieces to the shop's first person, known by a typed NIP that the cashier compared. */
async function sellTwo(): Promise<SaleView> {
  const { cashier } = till.core;
  await cashier.cart.add.mutate({ productId: centre.shop.productId, qty: 2 });
  await cashier.buyer.typedNip.mutate({ nip: NIP });
  await cashier.buyer.confirm.mutate();
  return pay(till.core);
}

async function approval(action: "VOID" | "RETURN", sale: SaleView, amount: number) {
  const { supervisorId: staffId, supervisorPin: pin } = centre.shop;
  const asked = { staffId, pin, action, subject: sale.saleId, amount };
  return (await till.core.cashier.approval.request.mutate(asked)).approvalId;
}

/** The person's month at the centre, and as this till shows it. */
async function months(): Promise<{ centre: number; till: number }> {
  const [row] = await centre.centre.deps.database.query<{ counted: number }>(
    "select coalesce(sum(counted), 0)::bigint as counted from person_month where person_id = $1",
    [centre.shop.personId],
  );
  const { cashier } = till.core;
  await cashier.buyer.typedNip.mutate({ nip: NIP });
  const { buyer } = till.core.state().cart;
  await cashier.buyer.remove.mutate();
  const shown = buyer?.kind === "ASN" ? (buyer.month?.counted ?? 0) : 0;
  return { centre: row?.counted ?? 0, till: shown };
}

/** Waits until the till has pulled what the centre made of its entries. */
async function agreed(counted: number): Promise<void> {
  await till.sent();
  await till.core.cashier.sync.now.mutate();
  await expect.poll(months, { timeout: 10_000 }).toEqual({ centre: counted, till: counted });
}

const flags = async (): Promise<(string | null)[]> => {
  const rows = await centre.centre.deps.database.query<{ code: string | null }>(
    "select code from reversal where till_id = $1 order by seq",
    [till.tillId],
  );
  return rows.map(({ code }) => code);
};

it("a void reaches the centre, and both agree on the month before and after", async () => {
  const before = (await months()).centre;
  const sale = await sellTwo();
  await agreed(before + sale.total);
  const { saleId, total } = sale;
  const approvalId = await approval("VOID", sale, total);
  const input = { commandId: newId(), saleId, reason: "WRONG_BUYER" as const, note: "" };
  await till.core.cashier.history.void.mutate({ ...input, approvalId });
  await agreed(before);
  expect(await flags()).toEqual([null]);
  expect(till.core.state().sync.quarantined).toBe(0);
  expect(await centre.totalDifferences()).toEqual([]);
});

it("a return of one of two pieces halves the sale at both, even while the line was cut", async () => {
  const before = (await months()).centre;
  await till.line.turnOff();
  const sale = await sellTwo();
  const half = sale.total / 2;
  const approvalId = await approval("RETURN", sale, half);
  await till.core.cashier.history.return.mutate({
    commandId: newId(),
    saleId: sale.saleId,
    lines: [{ no: 1, qty: 1, condition: "RUSAK" }],
    reason: "DAMAGED",
    refundBy: "CASH",
    approvalId,
    expectedTotal: half,
  });
  expect((await months()).till).toBe(before + half);
  await till.line.turnOn();
  await till.core.cashier.sync.now.mutate();
  await agreed(before + half);
  expect(await flags()).toEqual([null]);
  expect(await centre.totalDifferences()).toEqual([]);
});
