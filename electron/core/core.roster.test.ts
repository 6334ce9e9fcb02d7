import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Clock } from "./adapters.ts";
import { systemClock } from "./system.ts";
import type { PreparedTill } from "./testing/prepare-till.ts";
import { countTill, readTill } from "./testing/read-till.ts";
import { openShop, pay, startCore, type TestCore } from "./testing/test-core.ts";
import { createTillTemplate, type TillTemplate } from "./testing/till-template.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const NAMED = "SELECT count(*) AS n FROM person WHERE identity_sealed IS NOT NULL";

let template: TillTemplate;
let till: PreparedTill;
let dataDir: string;
let core: TestCore;
let daysLater = 0;

/** The till's own clock, moved by hand. */
const clock: Clock = {
  ...systemClock,
  wallMs: () => systemClock.wallMs() + daysLater * DAY_MS,
};

beforeAll(async () => {
  template = await createTillTemplate();
  till = template.till;
});
afterAll(() => template.remove());
beforeEach(() => {
  daysLater = 0;
  dataDir = template.copy();
});
afterEach(() => core.close());

async function startAfter(days: number): Promise<void> {
  daysLater = days;
  core = await startCore(dataDir, { clock });
  await openShop(core, till);
}
const scan = (text: string) => core.cashier.scan.text.mutate({ text, source: "WEDGE" });

test("from day 14 without the centre the till says how many days names will stay", async () => {
  await startAfter(13);
  expect(core.state().roster.age).toMatchObject({ state: "FRESH", days: 13 });
  await core.close();
  await startAfter(14);
  expect(core.state().roster.age).toEqual({ state: "AGEING", days: 14, daysLeft: 31 });
  expect(countTill(dataDir, NAMED)).toBe(till.people.length);
});

test("on day 45 names and NIP are gone at the next start, and a signed card still finds its holder", async () => {
  await startAfter(45);
  expect(core.state().roster.age.state).toBe("EXPIRED");
  expect(countTill(dataDir, NAMED)).toBe(0);
  const [person] = till.people;
  await scan(till.cardOf(person!));
  expect(core.state().cart.buyer).toMatchObject({
    personId: person!.personId,
    name: null,
    nipLast4: null,
    match: "MATCHED",
    assurance: "SIGNED_CARD",
    confirmed: true,
    month: { state: "SHORT", obligation: person!.obligation },
  });
  await core.cashier.cart.add.mutate({ productId: till.products[0]!.productId, qty: 1 });
  expect(await pay(core)).toMatchObject({ buyerKind: "ASN", buyerName: null });
});

test("a typed NIP still finds its person after the names are gone", async () => {
  await startAfter(50);
  const [person] = till.people;
  await core.cashier.buyer.typedNip.mutate({ nip: person!.nip });
  expect(core.state().cart.buyer).toMatchObject({ personId: person!.personId, name: null });
});

test("a till that is never shut down wipes within the hour", async () => {
  await startAfter(44);
  expect(countTill(dataDir, NAMED)).toBe(till.people.length);
  daysLater = 45;
  core.pass(HOUR_MS);
  expect(countTill(dataDir, NAMED)).toBe(0);
  await core.until(({ roster }) => roster.age.state === "EXPIRED");
});

test("what sales are as of stays where it was, while the roster is asked for from its beginning", async () => {
  await startAfter(45);
  const [row] = readTill(dataDir, "SELECT feed_cursor, refill_cursor FROM sync_state");
  expect(row).toEqual({ feed_cursor: 1, refill_cursor: 0 });
});
