import Sqlite from "better-sqlite3";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { CashierState } from "../../shared/contract/till-state.ts";
import type { PreparedTill } from "./testing/prepare-till.ts";
import { countTill, readTill } from "./testing/read-till.ts";
import { newId, openShop, pay, startCore, type TestCore } from "./testing/test-core.ts";
import { createTillTemplate, type TillTemplate } from "./testing/till-template.ts";

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
  await openShop(core, till);
});
afterEach(() => core.close());

const add = (index: number, qty = 1) =>
  core.cashier.cart.add.mutate({ productId: till.products[index]!.productId, qty });
const card = (index: number) =>
  core.cashier.scan.text.mutate({ text: till.cardOf(till.people[index]!), source: "WEDGE" });
const hold = (commandId = newId()) =>
  core.cashier.cart.hold.mutate({ commandId, cartId: core.state().cart.cartId });
const resume = (cartId: string, commandId = newId()) =>
  core.cashier.cart.resume.mutate({ commandId, cartId });

test("a held cart comes back with its goods, its buyer, its note and its discounts", async () => {
  await add(0, 3);
  await card(0);
  await core.cashier.buyer.setProxy.mutate({ proxy: true });
  await core.cashier.cart.setNote.mutate({ note: "  Diambil sore,\n titip di meja  " });
  const { cartId } = core.state().cart;
  const discount = { kind: "SHARE", basisPoints: 500 } as const;
  await core.cashier.cart.setDiscount.mutate({ cartId, lineNo: 1, discount, approvalId: null });
  const before = core.state().cart;
  const { heldId } = await hold();
  expect(heldId).toBe(cartId);
  expect(core.state()).toMatchObject({ heldCarts: 1, cart: { lines: [], buyer: null, note: "" } });
  expect(core.state().cart.cartId).not.toBe(cartId);
  expect(await core.cashier.cart.held.query()).toMatchObject([
    {
      cartId,
      heldBy: till.cashiers[0]!.name,
      goods: [till.products[0]!.name],
      pieces: 3,
      total: 28_500,
      buyerKind: "ASN",
      buyerName: till.people[0]!.name,
      note: "Diambil sore, titip di meja",
    },
  ]);
  await resume(cartId);
  expect(core.state()).toMatchObject({ heldCarts: 0 });
  expect(core.state().cart).toEqual(before);
});

test("a held cart is in the file before anything is cleared, and survives the till's end", async () => {
  await add(0);
  await card(1);
  const { heldId } = await hold();
  await core.close();
  core = await startCore(dataDir);
  await openShop(core, till);
  expect(core.state()).toMatchObject({ heldCarts: 1, cart: { lines: [] } });
  await resume(heldId);
  expect(core.state().cart).toMatchObject({ pieces: 1, buyer: { name: till.people[1]!.name } });
  expect(await pay(core)).toMatchObject({ buyerName: till.people[1]!.name });
});

test("resuming puts the open cart aside first: nobody's goods are lost", async () => {
  await add(0);
  await card(0);
  const { heldId: first } = await hold();
  await add(1);
  await card(1);
  const second = core.state().cart.cartId;
  await resume(first);
  expect(core.state().cart).toMatchObject({ cartId: first, buyer: { name: till.people[0]!.name } });
  expect(await core.cashier.cart.held.query()).toMatchObject([
    { cartId: second, buyerName: till.people[1]!.name },
  ]);
});

test("an empty cart is not held, and does not lie in the way of one that is resumed", async () => {
  await expect(hold()).rejects.toMatchObject({ code: "CART_EMPTY" });
  await add(0);
  const { heldId } = await hold();
  await core.cashier.buyer.setPublic.mutate();
  await resume(heldId);
  expect(core.state()).toMatchObject({ heldCarts: 0, cart: { pieces: 1, buyer: null } });
});

test("holding or resuming twice with one command does it once", async () => {
  await add(0);
  const { cartId } = core.state().cart;
  const commandId = newId();
  await core.cashier.cart.hold.mutate({ commandId, cartId });
  await add(1);
  await core.cashier.cart.hold.mutate({ commandId, cartId });
  expect(core.state()).toMatchObject({ heldCarts: 1, cart: { pieces: 1 } });
  const again = newId();
  await resume(cartId, again);
  await resume(cartId, again);
  expect(core.state()).toMatchObject({ heldCarts: 1, cart: { cartId } });
});

test("a command whose answer was lost is answered the same after the shift was closed", async () => {
  await add(0);
  const { cartId } = core.state().cart;
  const commandId = newId();
  await core.cashier.cart.hold.mutate({ commandId, cartId });
  const counts = [{ value: 100_000, pieces: 2 }];
  await core.cashier.shift.close.mutate({ commandId: newId(), counts, reason: null, note: "" });
  expect(core.state().phase).toBe("NO_SHIFT");
  expect(await core.cashier.cart.hold.mutate({ commandId, cartId })).toEqual({ heldId: cartId });
  await expect(resume(cartId)).rejects.toMatchObject({ code: "NO_SHIFT" });
});

test("a cart that is no longer the open one is not held in its place", async () => {
  await add(0);
  const { cartId } = core.state().cart;
  await hold();
  await add(1);
  const late = core.cashier.cart.hold.mutate({ commandId: newId(), cartId });
  await expect(late).rejects.toMatchObject({ code: "CART_CHANGED" });
  expect(core.state()).toMatchObject({ heldCarts: 1, cart: { pieces: 1 } });
});

test("a discarded cart is gone for good", async () => {
  await add(0);
  const { heldId } = await hold();
  await core.cashier.cart.discard.mutate({ commandId: newId(), cartId: heldId });
  expect(core.state().heldCarts).toBe(0);
  await expect(resume(heldId)).rejects.toMatchObject({ code: "HELD_CART_GONE" });
});

test("held carts roll over into the next shift", async () => {
  await add(0);
  await card(0);
  const { heldId } = await hold();
  await core.close();
  const file = new Sqlite(path.join(dataDir, "till.db"));
  file.prepare("UPDATE shift SET closed_at = opened_at + 1").run();
  file.close();
  core = await startCore(dataDir);
  await openShop(core, till);
  await resume(heldId);
  expect(await pay(core)).toMatchObject({ buyerName: till.people[0]!.name });
  expect(countTill(dataDir, "SELECT count(*) FROM shift")).toBe(2);
});

test("nothing of a note or a held buyer can be read in the file", async () => {
  await core.cashier.buyer.typedNip.mutate({ nip: "198001012005011777" });
  await core.cashier.cart.setNote.mutate({ note: "Rahasia tetangga" });
  await add(0);
  await hold();
  const [row] = readTill(dataDir, "SELECT * FROM held_cart") as Record<string, unknown>[];
  const stored = Object.values(row ?? {})
    .map(String)
    .join(" ");
  expect(stored).not.toContain("198001012005011777");
  expect(stored).not.toContain("Rahasia");
});

/** mulberry32: the same steps for the same seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

/** Who a cart's buyer is, as far as anyone could mistake one for another. */
function who(state: CashierState): string {
  const { buyer } = state.cart;
  if (buyer === null) return "nobody";
  return buyer.kind === "PUBLIC" ? "public" : (buyer.name ?? "unknown");
}

test.each([1, 2, 3])(
  "whatever is held, resumed, paid or changed, a cart never comes back with another buyer (seed %i)",
  async (seed) => {
    const roll = dice(seed);
    const heldBuyers = new Map<string, string>();
    let expected = "nobody";
    const people = till.people.slice(0, 4);
    const changeBuyer = async (): Promise<void> => {
      const index = roll(people.length + 2);
      if (index < people.length) {
        await card(index);
        expected = people[index]!.name;
      } else if (index === people.length) {
        await core.cashier.buyer.setPublic.mutate();
        expected = "public";
      } else {
        await core.cashier.buyer.remove.mutate();
        expected = "nobody";
      }
    };
    const holdOpen = async (): Promise<void> => {
      const { cartId, lines } = core.state().cart;
      const empty = lines.length === 0 && ["nobody", "public"].includes(expected);
      if (empty) return;
      await hold();
      heldBuyers.set(cartId, expected);
      expected = "nobody";
    };
    const resumeAny = async (): Promise<void> => {
      const ids = [...heldBuyers.keys()];
      const id = ids[roll(Math.max(1, ids.length))];
      if (id === undefined) return;
      const { cartId, lines } = core.state().cart;
      const kept = lines.length > 0 || !["nobody", "public"].includes(expected);
      const before = expected;
      await resume(id);
      expected = heldBuyers.get(id) ?? "";
      heldBuyers.delete(id);
      if (kept) heldBuyers.set(cartId, before);
    };
    const payOpen = async (): Promise<void> => {
      if (core.state().cart.lines.length === 0 || expected === "nobody") return;
      const sale = await pay(core);
      expect(sale.buyerName ?? "public").toBe(expected);
      expected = "nobody";
    };
    const steps = [() => add(roll(3)), changeBuyer, holdOpen, resumeAny, payOpen];
    for (let turn = 0; turn < 60; turn += 1) {
      await steps[roll(steps.length)]?.();
      expect(who(core.state())).toBe(expected);
      expect(core.state().heldCarts).toBe(heldBuyers.size);
    }
    for (const held of await core.cashier.cart.held.query()) {
      const name = held.buyerKind === "PUBLIC" ? "public" : (held.buyerName ?? "nobody");
      expect(name).toBe(heldBuyers.get(held.cartId));
    }
  },
);
