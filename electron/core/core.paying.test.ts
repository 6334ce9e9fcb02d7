import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { SaleBody } from "../../shared/contract/journal-bodies.ts";
import { SettingChangedBody } from "../../shared/contract/till-bodies.ts";
import type { TenderInput } from "../../shared/contract/paying.ts";
import { checkSaleSums } from "../../shared/domain/sale-sums.ts";
import { openSealed } from "./keys/sealing.ts";
import { readKeys } from "./keys/key-file.ts";
import type { PreparedTill } from "./testing/prepare-till.ts";
import { countTill, readTill, soundJournal } from "./testing/read-till.ts";
import { type SimulatedProvider, startSimulatedProvider } from "./testing/simulated-provider.ts";
import { cash, newId, openShop, startCore, type TestCore } from "./testing/test-core.ts";
import { createTillTemplate, type TillTemplate } from "./testing/till-template.ts";
import { plainSealBox } from "./system.ts";

const codes = JSON.parse(
  readFileSync(new URL("../../shared/vectors/qris.json", import.meta.url), "utf8"),
) as { readonly vectors: readonly { readonly id: string; readonly payload: string }[] };
const codeOf = (id: string): string => codes.vectors.find((one) => one.id === id)?.payload ?? "";
const STICKER = codeOf("syn-static-01");

let template: TillTemplate;
let till: PreparedTill;
let dataDir: string;
let core: TestCore;

beforeAll(async () => {
  template = await createTillTemplate();
  till = template.till;
});
afterAll(() => template.remove());
beforeEach(async () => {
  dataDir = template.copy();
  core = await startCore(dataDir);
});
afterEach(() => core.close());

const logInSupervisor = async (): Promise<void> => {
  const { cashierId, pin } = till.cashiers[1]!;
  await core.cashier.session.login.mutate({ cashierId, pin });
};
const setSticker = async (text: string | null = STICKER): Promise<void> => {
  await core.cashier.qris.set.mutate({ commandId: newId(), text });
};
/** A shop with QRIS and a cart of Rp22.500 for the public. */
const ringUp = async (): Promise<void> => {
  await logInSupervisor();
  await setSticker();
  await openShop(core, till);
  await fillCart();
};
const fillCart = async (): Promise<void> => {
  for (const { productId } of till.products.slice(0, 2)) {
    await core.cashier.cart.add.mutate({ productId, qty: 1 });
  }
  await core.cashier.buyer.setPublic.mutate();
};
const pay = (tenders: readonly TenderInput[], commandId = newId()) => {
  const { cartId, total } = core.state().cart;
  const command = { commandId, cartId, expectedTotal: total, tenders: [...tenders] };
  return core.cashier.sale.pay.mutate(command);
};
const startQris = (amount: number, commandId = newId()) =>
  core.cashier.qris.start.mutate({ commandId, cartId: core.state().cart.cartId, amount });
const confirm = (qrisId: string) =>
  core.cashier.qris.confirm.mutate({ commandId: newId(), qrisId });
const cancel = (qrisId: string, how: { returned?: boolean; approvalId?: string } = {}) => {
  const { returned = false, approvalId = null } = how;
  return core.cashier.qris.cancel.mutate({ commandId: newId(), qrisId, returned, approvalId });
};
const qris = (qrisId: string, amount: number): TenderInput => ({
  kind: "QRIS",
  amount,
  reference: null,
  qrisId,
});
const transfer = (amount: number, reference: string | null): TenderInput => ({
  kind: "TRANSFER",
  amount,
  reference,
  qrisId: null,
});

describe("the shop's QRIS code", () => {
  test("is set by a supervisor after its merchant was shown, and journalled without its text", async () => {
    await logInSupervisor();
    expect(await core.cashier.qris.read.query({ text: `]Q1${STICKER}\r\n` })).toEqual({
      merchant: "GALERI DEKRANASDA UJI",
      city: "KAB PROBOLINGGO",
      nmid: "ID1000000000001",
    });
    expect(core.state().qris).toMatchObject({ available: false, merchant: null });
    await setSticker();
    expect(core.state().qris).toMatchObject({
      available: true,
      merchant: { merchant: "GALERI DEKRANASDA UJI" },
    });
    const [row] = readTill(dataDir, "SELECT body FROM journal WHERE kind = 'SETTING_CHANGED'");
    const { body } = row as { body: string };
    expect(JSON.stringify(SettingChangedBody.parse(JSON.parse(body)))).toBe(body);
    expect(body).not.toContain("000201");
    await setSticker(null);
    expect(core.state().qris.available).toBe(false);
    expect(soundJournal(dataDir, till.tillId, till.publicKey)).toEqual([
      "TILL_STARTED",
      "SETTING_CHANGED",
      "SETTING_CHANGED",
    ]);
  });

  test.each([
    ["neg-crc-one-digit-off", "QRIS_CRC"],
    ["neg-static-with-no-tag51", "QRIS_NO_NMID"],
    ["neg-wrong-currency", "QRIS_CURRENCY"],
    ["syn-dynamic-75000", "QRIS_NOT_STATIC"],
    ["neg-plain-url", "QRIS_NOT_EMVCO"],
  ])("%s is refused with %s", async (id, code) => {
    await logInSupervisor();
    const text = codeOf(id);
    await expect(core.cashier.qris.read.query({ text })).rejects.toMatchObject({ code });
    await expect(setSticker(text)).rejects.toMatchObject({ code });
    expect(core.state().qris.available).toBe(false);
  });

  test("is not a cashier's to change, nor anybody's who is not logged in", async () => {
    await expect(setSticker()).rejects.toMatchObject({ code: "NOT_LOGGED_IN" });
    await openShop(core, till);
    await expect(setSticker()).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  });
});

describe("a sale by QRIS", () => {
  beforeEach(ringUp);

  test("shows its code on both windows, waits for the cashier's word, and is whole", async () => {
    const { qrisId } = await startQris(22_500);
    const [code] = core.state().qris.tenders;
    expect(code).toMatchObject({ state: "OPEN", by: "cashier", amount: 22_500 });
    expect(code?.payload).toContain("540522500");
    const shown = await core.untilShown(({ screen }) => screen === "QRIS");
    expect(shown).toMatchObject({
      payload: code?.payload,
      amount: 22_500,
      total: 22_500,
      merchant: "GALERI DEKRANASDA UJI",
    });
    const unpaid = pay([qris(qrisId, 22_500)]);
    await expect(unpaid).rejects.toMatchObject({ code: "QRIS_NOT_PAID" });
    await confirm(qrisId);
    const sale = await pay([qris(qrisId, 22_500)]);
    expect(sale).toMatchObject({ total: 22_500, tendered: 22_500, change: 0 });
    expect(readTill(dataDir, "SELECT kind, amount, confirmed_by FROM tender")).toEqual([
      { kind: "QRIS", amount: 22_500, confirmed_by: "cashier" },
    ]);
    expect(readTill(dataDir, "SELECT state, sale_id FROM qris_tender")).toEqual([
      { state: "USED", sale_id: sale.saleId },
    ]);
    await core.until(({ qris }) => qris.tenders.length === 0);
  });

  test("can be confirmed for one sale only, and only for its own amount", async () => {
    const { qrisId } = await startQris(22_500);
    await confirm(qrisId);
    await expect(pay([qris(qrisId, 20_000), cash(2_500)])).rejects.toMatchObject({
      code: "QRIS_NOT_PAID",
    });
    const twice = pay([qris(qrisId, 22_500), qris(qrisId, 22_500)]);
    await expect(twice).rejects.toMatchObject({ code: "TENDER_ABOVE_TOTAL" });
    await pay([qris(qrisId, 22_500)]);
    await fillCart();
    await expect(pay([qris(qrisId, 22_500)])).rejects.toMatchObject({ code: "QRIS_NOT_PAID" });
    expect(countTill(dataDir, "SELECT count(*) FROM sale")).toBe(1);
  });

  test("that is paid is neither paid again in cash nor cleared away with its cart", async () => {
    const { qrisId } = await startQris(22_500);
    await confirm(qrisId);
    const refused = { code: "QRIS_ALREADY_PAID" };
    await expect(pay([cash(22_500)])).rejects.toMatchObject(refused);
    await expect(core.cashier.cart.clear.mutate()).rejects.toMatchObject(refused);
    await expect(cancel(qrisId)).rejects.toMatchObject(refused);
    await cancel(qrisId, { returned: true });
    await core.cashier.cart.clear.mutate();
    expect(core.state().cart.lines).toEqual([]);
  });

  test("leaves the display when its code is cancelled, and one code takes another's place", async () => {
    const first = await startQris(22_500);
    const second = await startQris(20_000);
    expect(core.state().qris.tenders).toMatchObject([{ qrisId: second.qrisId, state: "OPEN" }]);
    await expect(confirm(first.qrisId)).rejects.toMatchObject({ code: "QRIS_NOT_OPEN" });
    await cancel(second.qrisId);
    await core.untilShown(({ screen }) => screen === "CART");
    await expect(confirm(second.qrisId)).rejects.toMatchObject({ code: "QRIS_NOT_OPEN" });
    await expect(cancel(second.qrisId)).rejects.toMatchObject({ code: "QRIS_NOT_OPEN" });
  });

  test("is refused above what the cart owes, and as a repeat with another amount", async () => {
    await expect(startQris(22_501)).rejects.toMatchObject({ code: "TENDER_ABOVE_TOTAL" });
    await expect(startQris(0)).rejects.toMatchObject({ code: "AMOUNT_MALFORMED" });
    await expect(startQris(10_000_001)).rejects.toMatchObject({ code: "QRIS_CEILING" });
    const commandId = newId();
    await startQris(10_000, commandId);
    expect(await startQris(10_000, commandId)).toEqual({ qrisId: commandId });
    await expect(startQris(9_000, commandId)).rejects.toMatchObject({ code: "COMMAND_REUSED" });
    expect(countTill(dataDir, "SELECT count(*) FROM qris_tender")).toBe(1);
  });

  test("that was confirmed survives a restart of the core and is then paid", async () => {
    const { qrisId } = await startQris(22_500);
    await core.close();
    core = await startCore(dataDir);
    await openShop(core, till);
    expect(core.state().qris.tenders).toMatchObject([{ qrisId, state: "OPEN" }]);
    expect(countTill(dataDir, "SELECT count(*) FROM sale")).toBe(0);
    await confirm(qrisId);
    await core.close();
    core = await startCore(dataDir);
    await openShop(core, till);
    expect(core.state().qris.tenders).toMatchObject([{ qrisId, state: "CONFIRMED" }]);
    expect(await pay([qris(qrisId, 22_500)])).toMatchObject({ total: 22_500 });
  });

  test("on a till without a code is refused", async () => {
    await logInSupervisor();
    await setSticker(null);
    await expect(startQris(22_500)).rejects.toMatchObject({ code: "QRIS_NOT_SET" });
  });
});

describe("the time of a code", () => {
  test("ends after five minutes: it leaves the display, but money that came late still counts", async () => {
    await core.close();
    let passedMs = 0;
    const wallMs = (): number => Date.now() + passedMs;
    const monotonicMs = (): number => performance.now() + passedMs;
    core = await startCore(dataDir, { clock: { wallMs, monotonicMs } });
    await ringUp();
    const { qrisId } = await startQris(22_500);
    await core.untilShown(({ screen }) => screen === "QRIS");
    passedMs = 5 * 60_000;
    core.pass(passedMs);
    await core.until((now) => now.qris.tenders[0]?.state === "EXPIRED");
    await core.untilShown(({ screen }) => screen === "CART");
    await confirm(qrisId);
    expect(await pay([qris(qrisId, 22_500)])).toMatchObject({ tendered: 22_500 });
  });
});

describe("a sale paid in several ways", () => {
  beforeEach(ringUp);

  test("adds up, gives change from the cash and keeps the slips' numbers sealed", async () => {
    const { qrisId } = await startQris(5_000);
    await confirm(qrisId);
    const card: TenderInput = { kind: "CARD", amount: 2_500, reference: "A1B2C3", qrisId: null };
    const sale = await pay([
      transfer(10_000, " TRX-778899 "),
      qris(qrisId, 5_000),
      card,
      cash(10_000),
    ]);
    expect(sale).toMatchObject({ total: 22_500, tendered: 27_500, change: 5_000 });
    const [row] = readTill(dataDir, "SELECT body, private_sealed FROM journal WHERE kind = 'SALE'");
    const { body, private_sealed: sealed } = row as { body: string; private_sealed: Buffer };
    const parsed = SaleBody.parse(JSON.parse(body));
    expect(checkSaleSums(parsed)).toEqual({ ok: true, value: true });
    expect(parsed.tenders).toEqual([
      { no: 1, kind: "TRANSFER", amount: 10_000, confirmedBy: "cashier" },
      { no: 2, kind: "QRIS", amount: 5_000, confirmedBy: "cashier" },
      { no: 3, kind: "CARD", amount: 2_500, confirmedBy: "cashier" },
      { no: 4, kind: "CASH", amount: 10_000, confirmedBy: null },
    ]);
    expect(body).not.toContain("778899");
    const keys = await readKeys(dataDir, plainSealBox);
    const open = (bytes: Uint8Array): string => openSealed(keys.dataKey, bytes);
    expect(JSON.parse(open(sealed))).toMatchObject({
      references: [
        { no: 1, reference: "TRX-778899" },
        { no: 3, reference: "A1B2C3" },
      ],
    });
    const kept = readTill(
      dataDir,
      "SELECT reference_sealed AS kept FROM tender WHERE reference_sealed IS NOT NULL ORDER BY no",
    ) as { kept: Buffer }[];
    expect(kept.map(({ kept: bytes }) => open(bytes))).toEqual(["TRX-778899", "A1B2C3"]);
  });

  test("repeats as one sale, and refuses the same id with other money", async () => {
    const commandId = newId();
    const { cartId } = core.state().cart;
    const tenders = [transfer(20_000, "778899"), cash(5_000)];
    const command = { commandId, cartId, expectedTotal: 22_500, tenders };
    const first = await core.cashier.sale.pay.mutate(command);
    expect((await core.cashier.sale.pay.mutate(command)).saleId).toBe(first.saleId);
    const other = { ...command, tenders: [cash(25_000)] };
    await expect(core.cashier.sale.pay.mutate(other)).rejects.toMatchObject({
      code: "COMMAND_REUSED",
    });
    expect(countTill(dataDir, "SELECT count(*) FROM tender")).toBe(2);
  });

  test.each([
    ["cash", 22_400, [cash(22_400)]],
    ["QRIS", 22_450, []],
    ["a transfer", 22_450, [transfer(22_450, "1")]],
    ["a transfer and cash", 22_430, [transfer(10_030, "1"), cash(12_400)]],
  ])("rounds down cash and nothing else: %s pays Rp%i", async (_what, total, tenders) => {
    const { cartId } = core.state().cart;
    const discount = { kind: "AMOUNT" as const, amount: 50 };
    await core.cashier.cart.setDiscount.mutate({
      cartId,
      lineNo: null,
      discount,
      approvalId: null,
    });
    expect(core.state().cart).toMatchObject({ total: 22_450, cashStep: 100 });
    let asked: TenderInput[] = tenders;
    if (asked.length === 0) {
      const { qrisId } = await startQris(22_450);
      await confirm(qrisId);
      asked = [qris(qrisId, 22_450)];
    }
    expect(await pay(asked)).toMatchObject({ total, change: 0 });
    const [row] = readTill(dataDir, "SELECT body FROM journal WHERE kind = 'SALE'");
    const { body } = row as { body: string };
    expect(checkSaleSums(SaleBody.parse(JSON.parse(body)))).toEqual({ ok: true, value: true });
  });

  test.each([
    ["nothing", [], "TENDER_COUNT"],
    ["a transfer above the total", [transfer(22_501, "1")], "TENDER_ABOVE_TOTAL"],
    ["a transfer without its number", [transfer(22_500, null)], "REFERENCE_MALFORMED"],
    ["too little in all", [transfer(10_000, "1"), cash(12_499)], "TENDER_BELOW_TOTAL"],
    ["a QRIS nobody started", [qris(newId(), 22_500)], "QRIS_NOT_PAID"],
    ["a part that is no amount", [cash(22_500), cash(0.5)], "AMOUNT_MALFORMED"],
  ])("is refused with %s", async (_what, tenders, code) => {
    await expect(pay(tenders)).rejects.toMatchObject({ code });
    expect(countTill(dataDir, "SELECT count(*) FROM sale")).toBe(0);
    expect(core.state().cart.total).toBe(22_500);
  });
});

describe("with a provider of payment codes", () => {
  let provider: SimulatedProvider;

  beforeEach(async () => {
    provider = await startSimulatedProvider();
    await core.close();
    core = await startCore(dataDir, { provider: provider.adapter });
    await openShop(core, till);
    await fillCart();
  });
  afterEach(() => provider.stop());

  const state = () => core.state().qris.tenders[0]?.state;
  /** Lets the core ask its provider until the state is as wanted. */
  const untilState = async (wanted: string | undefined): Promise<void> => {
    await expect
      .poll(() => {
        core.pass(2_000);
        return state();
      })
      .toBe(wanted);
  };

  test("the provider's word confirms the payment, never the cashier's", async () => {
    expect(core.state().qris.available).toBe(true);
    const { qrisId } = await startQris(22_500);
    expect(core.state().qris.tenders).toMatchObject([{ by: "provider", state: "OPEN" }]);
    await expect(confirm(qrisId)).rejects.toMatchObject({ code: "QRIS_NOT_PAID" });
    await provider.pay(qrisId);
    await untilState("CONFIRMED");
    await pay([qris(qrisId, 22_500)]);
    expect(readTill(dataDir, "SELECT confirmed_by FROM tender")).toEqual([
      { confirmed_by: "provider" },
    ]);
  });

  test("a code is taken back at the provider, and stays paid when the buyer was faster", async () => {
    const first = await startQris(22_500);
    await cancel(first.qrisId);
    expect(await provider.stateOf(first.qrisId)).toBe("CANCELLED");
    const second = await startQris(22_500);
    await provider.pay(second.qrisId);
    await cancel(second.qrisId);
    expect(state()).toBe("CONFIRMED");
  });

  test("a cancel that comes after the provider's word loses no money", async () => {
    const { qrisId } = await startQris(22_500);
    await provider.pay(qrisId);
    await untilState("CONFIRMED");
    await expect(cancel(qrisId)).rejects.toMatchObject({ code: "QRIS_ALREADY_PAID" });
    await expect(cancel(qrisId, { returned: true })).rejects.toMatchObject({
      code: "APPROVAL_NEEDED",
      details: { action: "RETURN" },
    });
    expect(state()).toBe("CONFIRMED");
    const { cashierId: staffId, pin } = till.cashiers[1]!;
    const asked = { action: "RETURN", subject: qrisId, amount: 22_500, staffId, pin } as const;
    const { approvalId } = await core.cashier.approval.request.mutate(asked);
    await cancel(qrisId, { returned: true, approvalId });
    expect(state()).toBeUndefined();
  });

  test("a payment made while the core was away is found after its restart", async () => {
    const { qrisId } = await startQris(22_500);
    await core.close();
    await provider.pay(qrisId);
    core = await startCore(dataDir, { provider: provider.adapter });
    await openShop(core, till);
    await untilState("CONFIRMED");
    expect(await pay([qris(qrisId, 22_500)])).toMatchObject({ total: 22_500 });
  });

  test("a code that the buyer did not need is taken back; its money, if it came, is not forgotten", async () => {
    const { qrisId } = await startQris(22_500);
    await pay([cash(22_500)]);
    await expect
      .poll(() => {
        core.pass(2_000);
        return provider.stateOf(qrisId);
      })
      .toBe("CANCELLED");
    await fillCart();
    const second = await startQris(22_500);
    await pay([cash(22_500)]);
    await provider.pay(second.qrisId);
    const elsewhere = () => core.state().qris.elsewhere;
    await expect
      .poll(() => {
        core.pass(2_000);
        return elsewhere();
      })
      .toMatchObject([{ qrisId: second.qrisId, amount: 22_500 }]);
    await expect(cancel(second.qrisId)).rejects.toMatchObject({ code: "QRIS_ALREADY_PAID" });
    await logInSupervisor();
    await cancel(second.qrisId, { returned: true });
    expect(elsewhere()).toEqual([]);
  });

  test("that cannot be reached makes no code, forgets none, and cash is still taken", async () => {
    const { qrisId } = await startQris(10_000);
    await provider.stop();
    await expect(startQris(22_500)).rejects.toMatchObject({ code: "PROVIDER_UNREACHABLE" });
    expect(core.state().qris.tenders).toMatchObject([{ qrisId, state: "OPEN" }]);
    expect(await pay([cash(22_500)])).toMatchObject({ total: 22_500 });
  });
});
