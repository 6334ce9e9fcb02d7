import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Clock, SealBox } from "./adapters.ts";
import { systemClock } from "./system.ts";
import type { PreparedTill } from "./testing/prepare-till.ts";
import { countTill, readTill, soundJournal } from "./testing/read-till.ts";
import { newId, openShop, pay, startCore, type TestCore } from "./testing/test-core.ts";
import { createTillTemplate, type TillTemplate } from "./testing/till-template.ts";

const MINUTE_MS = 60_000;

let template: TillTemplate;
let till: PreparedTill;
let dataDir: string;
let core: TestCore;
let aheadMs = 0;
const clock: Clock = {
  wallMs: () => systemClock.wallMs() + aheadMs,
  monotonicMs: () => systemClock.monotonicMs() + aheadMs,
};

beforeAll(async () => {
  template = await createTillTemplate();
  till = template.till;
});
afterAll(() => template.remove());
beforeEach(async () => {
  aheadMs = 0;
  dataDir = template.copy();
  core = await startCore(dataDir, { clock });
});
afterEach(() => core.close());

const login = (pin: string, index = 0) =>
  core.cashier.session.login.mutate({ cashierId: till.cashiers[index]!.cashierId, pin });
const wrong = (index = 0) => login("000000", index);

describe("a PIN", () => {
  test("that is right logs its cashier in", async () => {
    expect(core.state()).toMatchObject({ phase: "LOCKED", session: null });
    expect(await login(till.cashiers[0]!.pin)).toEqual({ name: "Kasir Satu", role: "CASHIER" });
    expect(core.state()).toMatchObject({ phase: "NO_SHIFT", session: { name: "Kasir Satu" } });
    await core.cashier.session.logout.mutate();
    expect(core.state().phase).toBe("LOCKED");
  });

  test("that is wrong says how many tries are left; a right one forgives", async () => {
    await expect(wrong()).rejects.toMatchObject({ code: "PIN_WRONG", details: { left: 4 } });
    await expect(wrong()).rejects.toMatchObject({ code: "PIN_WRONG", details: { left: 3 } });
    await login(till.cashiers[0]!.pin);
    await expect(wrong()).rejects.toMatchObject({ code: "PIN_WRONG", details: { left: 4 } });
  });

  test.each(["", "12345", "1234567", "abcdef", "12 456"])("of the form %j is none", async (pin) => {
    await expect(login(pin)).rejects.toMatchObject({ code: "PIN_MALFORMED" });
  });

  test("of a cashier who is not there opens nothing", async () => {
    const call = core.cashier.session.login.mutate({ cashierId: newId(), pin: "135790" });
    await expect(call).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

/** Tries wrong PINs and gives the codes they were refused with. */
async function failures(count: number): Promise<string[]> {
  const codes: string[] = [];
  for (let tries = 0; tries < count; tries += 1) {
    codes.push(
      await wrong().then(
        () => "none",
        (error: { code: string }) => error.code,
      ),
    );
  }
  return codes;
}
const LOCKED_OUT = ["PIN_WRONG", "PIN_WRONG", "PIN_WRONG", "PIN_WRONG", "PIN_LOCKED"];

describe("five wrong PINs in a row", () => {
  test("lock that cashier for 5 minutes, and nobody else; the lock is journalled", async () => {
    expect(await failures(5)).toEqual(LOCKED_OUT);
    await expect(login(till.cashiers[0]!.pin)).rejects.toMatchObject({ code: "PIN_LOCKED" });
    await login(till.cashiers[1]!.pin, 1);
    aheadMs = 5 * MINUTE_MS + 1;
    await login(till.cashiers[0]!.pin);
    expect(soundJournal(dataDir, till.tillId, till.publicKey)).toEqual([
      "TILL_STARTED",
      "PIN_LOCKED",
    ]);
    const [row] = readTill(dataDir, "SELECT body FROM journal WHERE kind = 'PIN_LOCKED'");
    expect(JSON.parse((row as { body: string }).body)).toMatchObject({
      staffId: till.cashiers[0]!.cashierId,
      failures: 5,
    });
  });

  test("stay locked over a restart", async () => {
    await failures(5);
    await core.close();
    core = await startCore(dataDir, { clock });
    await expect(login(till.cashiers[0]!.pin)).rejects.toMatchObject({ code: "PIN_LOCKED" });
  });

  test("lock for twice as long the next time", async () => {
    await failures(5);
    aheadMs = 5 * MINUTE_MS + 1;
    expect(await failures(5)).toEqual(LOCKED_OUT);
    aheadMs = 10 * MINUTE_MS;
    await expect(login(till.cashiers[0]!.pin)).rejects.toMatchObject({ code: "PIN_LOCKED" });
    aheadMs = 15 * MINUTE_MS + 2_000;
    await login(till.cashiers[0]!.pin);
  });
});

test("tries made at the same time are all counted", async () => {
  const tries = await Promise.allSettled([1, 2, 3, 4, 5, 6].map(() => wrong()));
  const codes = tries.map((tried) => (tried as PromiseRejectedResult).reason.code);
  expect(codes.filter((code) => code === "PIN_LOCKED").length).toBeGreaterThanOrEqual(1);
  expect(codes.filter((code) => code === "PIN_WRONG").length).toBeLessThanOrEqual(4);
  await expect(login(till.cashiers[0]!.pin)).rejects.toMatchObject({ code: "PIN_LOCKED" });
});

describe("a key store that does not open the keys", () => {
  let open = false;
  const seal: SealBox = {
    protected: true,
    seal: (plain) => Promise.resolve(plain),
    unseal: (sealed) => (open ? Promise.resolve(sealed) : Promise.reject(new Error("locked"))),
  };

  beforeEach(() => {
    open = false;
  });

  test("lets nobody in while no shift runs", async () => {
    await core.close();
    core = await startCore(dataDir, { clock, seal });
    expect(core.state().sync).toMatchObject({ state: "STOPPED", failureCode: "KEY_UNAVAILABLE" });
    const refused = { code: "KEY_UNAVAILABLE" };
    await expect(login(till.cashiers[0]!.pin)).rejects.toMatchObject(refused);
  });

  test("does not stop a running shift: sales are chained unsigned, and vouched for later", async () => {
    await openShop(core, till);
    await core.close();
    core = await startCore(dataDir, { clock, seal });
    await expect(login("000000", 1)).rejects.toMatchObject({ code: "KEY_UNAVAILABLE" });
    await login("000000", 0);
    for (const index of [0, 1]) {
      await core.cashier.cart.add.mutate({ productId: till.products[index]!.productId, qty: 1 });
      await core.cashier.scan.text.mutate({ text: till.cardOf(till.people[0]!), source: "WEDGE" });
      expect(core.state().cart.buyer).toMatchObject({ name: null, match: "MATCHED" });
      expect(await pay(core)).toMatchObject({ signed: false });
    }
    open = true;
    core.pass(10_000);
    await core.until(({ sync }) => sync.failureCode !== "KEY_UNAVAILABLE");
    const kinds = soundJournal(dataDir, till.tillId, till.publicKey);
    expect(kinds.slice(1)).toEqual(["SHIFT_OPENED", "SALE", "SALE", "SIGNER_RESTORED"]);
    const [row] = readTill(
      dataDir,
      "SELECT body, signature FROM journal ORDER BY seq DESC LIMIT 1",
    );
    const restored = row as { body: string; signature: string };
    expect(JSON.parse(restored.body)).toMatchObject({ fromSeq: 3, toSeq: 4 });
    expect(restored.signature).not.toBe("");
    expect(countTill(dataDir, "SELECT count(*) FROM journal WHERE signature = ''")).toBe(2);
  });

  test("loses no entry over a note it cannot seal: the entry then names no private text", async () => {
    await openShop(core, till);
    await core.close();
    core = await startCore(dataDir, { clock, seal });
    await login("000000", 0);
    const moved = {
      direction: "OUT",
      amount: 5_000,
      reason: "EXPENSE",
      note: "Beli galon",
    } as const;
    await core.cashier.shift.moveCash.mutate({ commandId: newId(), ...moved });
    const sql = "SELECT body, private_sealed AS sealed FROM journal WHERE kind = 'CASH_MOVED'";
    const [row] = readTill(dataDir, sql) as { body: string; sealed: Uint8Array | null }[];
    expect(row?.sealed).toBeNull();
    expect(JSON.parse(row?.body ?? "{}")).toMatchObject({ privateHash: null });
  });

  test("sells to nobody whose NIP would be lost, and sells once the keys are back", async () => {
    await openShop(core, till);
    await core.cashier.cart.add.mutate({ productId: till.products[0]!.productId, qty: 1 });
    await core.cashier.buyer.typedNip.mutate({ nip: "198001012005011777" });
    await core.cashier.buyer.confirm.mutate();
    await core.close();
    core = await startCore(dataDir, { clock, seal });
    await login("000000", 0);
    await expect(pay(core)).rejects.toMatchObject({ code: "KEY_UNAVAILABLE" });
    open = true;
    core.pass(10_000);
    await core.until(({ sync }) => sync.failureCode !== "KEY_UNAVAILABLE");
    await pay(core);
    const kept = "SELECT count(*) FROM journal WHERE kind = 'SALE' AND private_sealed IS NOT NULL";
    expect(countTill(dataDir, kept)).toBe(1);
  });
});
