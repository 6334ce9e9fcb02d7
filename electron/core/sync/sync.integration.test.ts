import { cpSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { temporaryFolder } from "../testing/test-core.ts";
import { refusal } from "./testing/fault-proxy.ts";
import { startTillAtCentre, type TillAtCentre } from "./testing/till-at-centre.ts";

let till: TillAtCentre;
beforeEach(async () => {
  till = await startTillAtCentre();
  await till.sent();
});
afterEach(() => till.close());

/** What the centre holds of all tills, from its own tables. */
async function atCentre(): Promise<{ entries: number; sales: number; sum: number }> {
  const { database } = till.centre.centre.deps;
  const [entries] = await database.query<{ n: number }>("SELECT count(*) AS n FROM journal_entry");
  const [sales] = await database.query<{ n: number; sum: number }>(
    "SELECT count(*) AS n, coalesce(sum(total), 0) AS sum FROM sale",
  );
  return {
    entries: Number(entries?.n ?? 0),
    sales: Number(sales?.n ?? 0),
    sum: Number(sales?.sum ?? 0),
  };
}
/** A look into, or a hand in, the till's file while the till is closed. */
function inFile<T>(work: (db: Sqlite.Database) => T, folder = till.folder): T {
  const db = new Sqlite(join(folder, "till.db"));
  try {
    return work(db);
  } finally {
    db.close();
  }
}
const syncNow = (): Promise<unknown> => till.core.cashier.sync.now.mutate();

describe("a sale", () => {
  it("reaches the centre by itself and is cleared by what the centre signed", async () => {
    const sale = await till.sell();
    await till.sent();
    expect(await atCentre()).toMatchObject({ sales: 1, sum: sale.total });
    await till.core.close();
    const kept = inFile((db) => ({
      last: db.prepare("SELECT max(seq) AS seq FROM journal").get(),
      head: db.prepare("SELECT max(seq) AS seq FROM countersigned_head").get(),
    }));
    expect(kept.head).toEqual(kept.last);
  });

  it("is sold while the centre is away, and all of them arrive once when it is back", async () => {
    await till.line.turnOff();
    const sums = [await till.sell(), await till.sell(), await till.sell()].map((one) => one.total);
    const offline = await till.core.until(({ sync }) => sync.state === "OFFLINE");
    expect(offline.sync).toMatchObject({ unsent: 3, failureCode: "CENTRE_UNREACHABLE" });
    expect(offline.sync.unsentSince).not.toBeNull();
    await till.line.turnOn();
    await syncNow();
    await till.sent();
    const sum = sums.reduce((all, one) => all + one, 0);
    expect(await atCentre()).toMatchObject({ sales: 3, sum });
  });

  it("whose answer was lost after the centre had kept it is not counted twice", async () => {
    till.line.breakNext("till.push", { kind: "LOSE_ANSWER" });
    const sale = await till.sell();
    await till.core.until(({ sync }) => sync.state === "OFFLINE");
    await syncNow();
    await till.sent();
    expect(await atCentre()).toMatchObject({ sales: 1, sum: sale.total });
  });

  it("goes out in few requests, one at a time, when many wait", async () => {
    await till.line.turnOff();
    const many = 60;
    for (let n = 0; n < many; n += 1) await till.sell();
    const before = till.line.asked("till.push");
    await till.line.turnOn();
    await syncNow();
    await till.sent();
    expect((await atCentre()).sales).toBe(many);
    expect(till.line.asked("till.push") - before).toBeLessThan(many / 5);
    expect(till.line.mostAtOnce()).toBe(1);
  });
});

describe("a centre that refuses", () => {
  it("an old nonce is greeted again, at once", async () => {
    const hellos = till.line.asked("till.hello");
    till.line.breakNext("till.push", refusal("NONCE_EXPIRED", 401));
    await till.sell();
    await till.sent();
    expect(till.line.asked("till.hello")).toBe(hellos + 1);
    expect((await atCentre()).sales).toBe(1);
  });

  it("with an inner fault is asked again later, and the till shows that it waits", async () => {
    till.line.breakNext("till.push", refusal("INTERNAL", 500));
    await till.sell();
    const waiting = await till.core.until(({ sync }) => sync.state === "OFFLINE");
    expect(waiting.sync).toMatchObject({ unsent: 1, failureCode: "CENTRE_ERROR" });
    await till.sent();
    expect((await atCentre()).sales).toBe(1);
  });

  it("and asks for rest is left alone even when a person presses the button", async () => {
    till.line.breakNext("till.push", refusal("RATE_LIMITED", 429, { "retry-after": "600" }));
    await till.sell();
    await till.core.until(({ sync }) => sync.failureCode === "RATE_LIMITED");
    const asked = till.line.asked("till.hello") + till.line.asked("till.push");
    await syncNow();
    await till.sell();
    expect(till.line.asked("till.hello") + till.line.asked("till.push")).toBe(asked);
  });

  it("this till for good is shown as stopped, and selling goes on", async () => {
    till.line.breakNext("till.push", refusal("TILL_REVOKED", 403));
    await till.sell();
    const { sync } = await till.core.until((state) => state.sync.state === "STOPPED");
    expect(sync).toMatchObject({ unsent: 1, failureCode: "TILL_REVOKED" });
    expect((await till.sell()).signed).toBe(true);
  });
});

describe("a stranger on the line", () => {
  it("cannot make a till forget what was not kept: the head must be signed", async () => {
    till.line.breakNext("till.push", {
      kind: "CHANGE",
      change: (text) => text.replace(/"signature":"[^"]{10}/, '"signature":"AAAAAAAAAA'),
    });
    await till.sell();
    const { sync } = await till.core.until((state) => state.sync.state === "OFFLINE");
    expect(sync).toMatchObject({ unsent: 1, failureCode: "CENTRE_KEY" });
    await syncNow();
    await till.sent();
    expect((await atCentre()).sales).toBe(1);
  });

  it("cannot set the till's clock", async () => {
    const before = till.core.state().clock;
    till.line.breakNext("till.push", refusal("NONCE_EXPIRED", 401));
    till.line.breakNext("till.hello", {
      kind: "CHANGE",
      change: (text) => text.replace(/"centreTime":\d+/, '"centreTime":1893456000000'),
    });
    await till.sell();
    await till.core.until(({ sync }) => sync.failureCode === "CENTRE_KEY");
    expect(Math.abs(till.core.state().clock.offsetMs - before.offsetMs)).toBeLessThan(5_000);
  });
});

describe("a chain that does not fit", () => {
  it("with a bad signature is kept aside entry by entry, and the next ones go on", async () => {
    await till.line.turnOff();
    await till.sell();
    await till.sell();
    await till.core.close();
    inFile((db) => {
      const bad = "A".repeat(86);
      db.prepare(
        "UPDATE journal SET signature = ? WHERE seq = (SELECT acknowledged_seq + 1 FROM sync_state)",
      ).run(bad);
    });
    await till.line.turnOn();
    await till.restart();
    const { sync } = await till.core.until((state) => state.sync.quarantined === 1);
    expect(sync.unsent).toBe(0);
    expect((await atCentre()).sales).toBeGreaterThanOrEqual(1);
  });

  it("whose last hash does not recompute stops as CORRUPT, before and after a restart", async () => {
    await till.line.turnOff();
    await till.sell();
    await till.core.close();
    inFile((db) => {
      db.prepare(
        "UPDATE journal SET body = replace(body, '\"change\":0', '\"change\":1') WHERE kind = 'SALE'",
      ).run();
    });
    await till.line.turnOn();
    await till.restart();
    const corrupt = await till.core.until((state) => state.sync.state === "STOPPED");
    expect(corrupt.sync).toMatchObject({ failureCode: "CORRUPT", unsent: 1 });
    await till.restart();
    const still = await till.core.until((state) => state.sync.state === "STOPPED");
    expect(still.sync.failureCode).toBe("CORRUPT");
  });

  it("of a copied till is found at the first contact: FORK", async () => {
    await till.core.close();
    const copy = temporaryFolder();
    cpSync(till.folder, copy.path, { recursive: true });
    await till.restart();
    await till.sell();
    await till.sent();
    await till.restart(copy.path);
    const { sync } = await till.core.until((state) => state.sync.state === "STOPPED");
    expect(sync.failureCode).toBe("FORK");
    expect((await till.sell()).signed).toBe(true);
    expect((await atCentre()).sales).toBe(1);
    await till.core.close();
    copy.remove();
  });
});

describe("news from the centre", () => {
  it("puts a month's total on the till after its own sale was counted", async () => {
    const { shop } = till.centre;
    await till.core.cashier.cart.add.mutate({ productId: shop.productId, qty: 1 });
    await till.core.cashier.buyer.typedNip.mutate({ nip: "198503152010011991" });
    const { cart } = await till.core.until((state) => state.cart.buyer?.kind === "ASN");
    expect(cart.buyer).toMatchObject({ name: "Contoh Satu", month: { counted: 0 } });
  });
});
