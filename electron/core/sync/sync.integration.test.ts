import { cpSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { demoteSupervisor } from "../../../central/server/testing/shop.ts";
import { startTestCentre, type TestCentre } from "../../../central/server/testing/test-centre.ts";
import type { CartView } from "../../../shared/contract/till-state.ts";
import { pay, temporaryFolder } from "../testing/test-core.ts";
import { backUpCentre } from "./testing/centre-backup.ts";
import { refusal } from "./testing/fault-proxy.ts";
import { readTill } from "../testing/read-till.ts";
import { startTillAtCentre, type TillAtCentre } from "./testing/till-at-centre.ts";

/** A batch starts at 200 entries. */
const MORE_THAN_A_BATCH = 205;

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

/** What the centre holds of this till, from its own tables. */
async function atCentre(): Promise<{ sales: number; sum: number }> {
  const rows = await centre.centre.deps.database.query<{ sales: number; sum: number }>(
    "SELECT count(*) AS sales, coalesce(sum(total), 0)::bigint AS sum FROM sale WHERE till_id = $1",
    [till.tillId],
  );
  return { sales: Number(rows[0]?.sales), sum: Number(rows[0]?.sum) };
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

  it("section 9 row 1, a paid, printed sale never reaches the centre: every one sold while it was away arrives once it is back", async () => {
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

  it("section 9 row 2, duplicates after a lost reply: the centre counts a sale once, though its answer was lost", async () => {
    till.line.breakNext("till.push", { kind: "LOSE_ANSWER" });
    const sale = await till.sell();
    await till.core.until(({ sync }) => sync.state === "OFFLINE");
    await syncNow();
    await till.sent();
    expect(await atCentre()).toMatchObject({ sales: 1, sum: sale.total });
  });

  it("section 9 row 6, the backlog drains at one sale per request: many leave in few requests, one at a time", async () => {
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

  it("to move although it kept nothing is not asked again without a pause", async () => {
    const heads: unknown[] = [];
    till.line.breakNext("till.push", refusal("NONCE_EXPIRED", 401));
    till.line.breakNext("till.hello", {
      kind: "CHANGE",
      change: (text) => {
        const { head } = JSON.parse(text).result.data;
        const data = { state: "GAP", expected: head.seq + 1, head };
        const gap = { kind: "ANSWER", status: 200, body: { result: { data } } } as const;
        till.line.breakNext("till.push", gap);
        heads.push(head);
        return text;
      },
    });
    const before = till.line.asked("till.push");
    await till.sell();
    await till.core.until(({ sync }) => sync.failureCode === "CENTRE_ERROR");
    expect(heads).toHaveLength(1);
    expect(till.line.asked("till.push") - before).toBe(2);
    await till.sent();
    expect((await atCentre()).sales).toBe(1);
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
  it("section 9 row 5, one bad sale blocks the queue: each is kept aside by itself, and the next ones go on", async () => {
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

describe("a centre put back from an older copy", () => {
  it.each([
    { how: "told at hello", restarted: true },
    { how: "told in the answer to a push", restarted: false },
  ])("gets again what it lost, $how", async ({ restarted }) => {
    await till.sell();
    await till.sent();
    const restore = await backUpCentre(centre);
    const [first, second] = [await till.sell(), await till.sell()];
    await till.sent();
    if (restarted) await till.core.close();
    await restore();
    expect((await atCentre()).sales).toBe(1);
    if (restarted) await till.restart();
    const third = await till.sell();
    await till.sent();
    const sum = first.total + second.total + third.total;
    expect(await atCentre()).toEqual({ sales: 4, sum: sum + third.total });
  });
});

describe("entries written while the signing key was away", () => {
  it("wait until an entry vouches for them, even one that comes in a later batch", async () => {
    await till.line.turnOff();
    for (let n = 0; n < MORE_THAN_A_BATCH; n += 1) await till.sell();
    await till.core.close();
    inFile((db) => {
      db.prepare("UPDATE journal SET signature = '' WHERE kind = 'SALE'").run();
      db.prepare(
        "INSERT INTO unsigned_range (one, from_seq) SELECT 1, min(seq) FROM journal WHERE kind = 'SALE'",
      ).run();
    });
    await till.line.turnOn();
    await till.restart();
    const { sync } = await till.sent();
    expect(sync.quarantined).toBe(0);
    expect((await atCentre()).sales).toBe(MORE_THAN_A_BATCH);
    await till.core.close();
    const kinds = inFile((db) => db.prepare("SELECT kind FROM journal ORDER BY seq").pluck().all());
    expect(kinds.slice(kinds.indexOf("SALE"))).toContain("SIGNER_RESTORED");
  });
});

describe("a centre that was away", () => {
  it("is journalled from-to once it is heard again, over a restart, and the centre takes the entry", async () => {
    await till.line.turnOff();
    await till.sell();
    const began = () => readTill(till.folder, "SELECT since FROM outage WHERE what = 'CENTRE'");
    await expect.poll(began, { timeout: 10_000 }).toHaveLength(1);
    await till.core.close();
    inFile((db) => db.prepare("UPDATE outage SET since = since - 2 * 3600000").run());
    const [{ since }] = began() as [{ since: number }];
    await till.line.turnOn();
    await till.restart();
    await till.sent();
    const told = () => readTill(till.folder, "SELECT body FROM journal WHERE kind = 'OUTAGE'");
    await expect.poll(told, { timeout: 10_000 }).toHaveLength(1);
    const [{ body }] = told() as [{ body: string }];
    expect(JSON.parse(body)).toMatchObject({ of: "CENTRE", from: new Date(since).toISOString() });
    expect((await till.sent()).sync.quarantined).toBe(0);
    expect(began()).toEqual([]);
  });
});

describe("news from the centre", () => {
  it("tells the till what the centre counted for a person, and as of when", async () => {
    const { shop } = centre;
    const nip = "198503152010011991";
    await till.core.cashier.cart.add.mutate({ productId: shop.productId, qty: 1 });
    await till.core.cashier.buyer.typedNip.mutate({ nip });
    await till.core.cashier.buyer.confirm.mutate();
    const { buyer } = till.core.state().cart;
    expect(buyer).toMatchObject({ name: "Contoh Satu", month: { counted: 0, asOf: null } });
    const sale = await pay(till.core);
    await till.sent();
    await syncNow();
    await till.core.cashier.cart.add.mutate({ productId: shop.productId, qty: 1 });
    await till.core.cashier.buyer.typedNip.mutate({ nip });
    const told = await till.core.until(({ cart }) => monthOf(cart)?.asOf !== null);
    expect(monthOf(told.cart)).toMatchObject({ counted: sale.total });
  });

  it("locks the till of a supervisor who is none any more: what they may do is asked anew", async () => {
    const { supervisorId: cashierId, supervisorPin: pin } = centre.shop;
    await till.core.cashier.session.login.mutate({ cashierId, pin });
    expect(till.core.state().session).toMatchObject({ role: "SUPERVISOR" });
    await demoteSupervisor(centre.centre.deps);
    await syncNow();
    const told = await till.core.until(({ session }) => session === null);
    expect(told.phase).toBe("LOCKED");
    await till.core.cashier.session.login.mutate({ cashierId, pin });
    expect(till.core.state().session).toMatchObject({ role: "CASHIER" });
  });
});

function monthOf(cart: CartView): { counted: number; asOf: number | null } | null {
  return cart.buyer?.kind === "ASN" ? cart.buyer.month : null;
}
