import { describe, expect, test } from "vitest";
import { openShops } from "./testing/open-shops.ts";
import { readTill, soundJournal } from "./testing/read-till.ts";
import { newId, pay } from "./testing/test-core.ts";

/** Far from the bars of the bench, which measure a quiet machine: this one may be busy. */
const NEVER_SLOWER_MS = 250;

describe("a till with few goods", () => {
  const shop = openShops();

  async function sellToPublic(): Promise<void> {
    const { core, till } = shop;
    await core.cashier.cart.add.mutate({ productId: till.products[0]!.productId, qty: 1 });
    await core.cashier.buyer.setPublic.mutate();
    await pay(core);
  }

  test("section 9 row 24, sign-out or reset throws away unsynced sales: they stay, and another enrolment is refused", async () => {
    const { till } = shop;
    await sellToPublic();
    await sellToPublic();
    const { unsent } = shop.core.state().sync;
    expect(unsent).toBeGreaterThanOrEqual(2);
    const before = readTill(shop.dataDir, "SELECT hash FROM journal ORDER BY seq");
    await shop.core.cashier.session.logout.mutate();
    const code = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    const reset = shop.core.cashier.enrol.start.mutate({ centreUrl: "http://127.0.0.1:9", code });
    await expect(reset).rejects.toMatchObject({ code: "ALREADY_ENROLLED" });
    const core = await shop.restart();
    const second = till.cashiers[1]!;
    const login = { cashierId: second.cashierId, pin: second.pin };
    await core.cashier.session.login.mutate(login);
    expect(core.state().sync.unsent).toBe(unsent);
    expect(readTill(shop.dataDir, "SELECT hash FROM journal ORDER BY seq")).toEqual(before);
    expect(soundJournal(shop.dataDir, till.tillId, till.publicKey)).toHaveLength(before.length);
  });

  test("section 9 row 20, approval bypass: the core refuses what needs one, whatever the window sends", async () => {
    await sellToPublic();
    const { core, till } = shop;
    const { saleId = "", total = 0 } = core.state().lastSale ?? {};
    const { shiftId = "" } = core.state().shift ?? {};
    const cashier = till.cashiers[0]!;
    const own = { staffId: cashier.cashierId, pin: cashier.pin };
    const asked = { ...own, action: "RETURN", subject: saleId, amount: total } as const;
    await expect(core.cashier.approval.request.mutate(asked)).rejects.toMatchObject({
      code: "NOT_ALLOWED",
    });
    for (const approvalId of [null, newId()]) {
      const code = approvalId === null ? "APPROVAL_NEEDED" : "APPROVAL_INVALID";
      const by = { commandId: newId(), approvalId, note: "" };
      const refused = [
        core.cashier.shift.openDrawer.mutate({ ...by, reason: "CHECK" }),
        core.cashier.history.return.mutate({
          ...by,
          commandId: newId(),
          saleId,
          lines: [{ no: 1, qty: 1, condition: "RUSAK" }],
          reason: "DAMAGED",
          refundBy: "CASH",
          expectedTotal: total,
        }),
      ];
      for (const call of refused) await expect(call).rejects.toMatchObject({ code });
    }
    const kinds = soundJournal(shop.dataDir, till.tillId, till.publicKey);
    expect(kinds.slice(-1), `nothing but the sale in shift ${shiftId}`).toEqual(["SALE"]);
  });
});

describe("a till with 10,000 products", () => {
  const shop = openShops({ products: 10_000 });

  test("section 9 row 23, slow with 10,000 products: every letter and every scan is answered at once", async () => {
    const { core, till } = shop;
    const slowest = { search: 0, scan: 0 };
    for (const word of ["keripik tette 9", "madu bromo 5", "prb-09"]) {
      for (let letters = 1; letters <= word.length; letters += 1) {
        const startedMs = performance.now();
        const query = { query: word.slice(0, letters), categoryId: null, limit: 60, offset: 0 };
        const { products } = await core.cashier.product.search.query(query);
        slowest.search = Math.max(slowest.search, performance.now() - startedMs);
        expect(products.length).toBeGreaterThan(0);
      }
    }
    for (const { barcode } of till.products.filter((_, index) => index % 500 === 0)) {
      const startedMs = performance.now();
      await core.cashier.scan.text.mutate({ text: barcode, source: "WEDGE" });
      slowest.scan = Math.max(slowest.scan, performance.now() - startedMs);
    }
    expect(core.state().cart.lines).toHaveLength(20);
    expect(slowest.search).toBeLessThan(NEVER_SLOWER_MS);
    expect(slowest.scan).toBeLessThan(NEVER_SLOWER_MS);
  });
});
