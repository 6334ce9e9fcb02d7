import { execFileSync } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestCentre, type TestCentre } from "../../../central/server/testing/test-centre.ts";
import { forkCore } from "../testing/forked-core.ts";
import { countTill, readTill } from "../testing/read-till.ts";
import { newId, startCore, temporaryFolder } from "../testing/test-core.ts";
import { destroyTill } from "./testing/destroyed-till.ts";
import { startTillAtCentre, type TillAtCentre } from "./testing/till-at-centre.ts";

/*
 * A till whose file came back from its backup, while the centre is away: the backup holds a sale that the
 * centre never got. Each step of going on is cut on a copy of the folder; the till itself then goes on.
 */

const STEPPING_CORE = new URL("../testing/stepping-core.ts", import.meta.url);

let centre: TestCentre;
let till: TillAtCentre;
let unsent: Awaited<ReturnType<TillAtCentre["sell"]>>;
let oldSeq: number;
let spare: string;
const twin = temporaryFolder();

beforeAll(async () => {
  centre = await startTestCentre();
  till = await startTillAtCentre(centre, "01");
  await till.sell();
  await till.sent();
  await till.line.turnOff();
  unsent = await till.sell();
  const [kept] = readTill(till.folder, "SELECT value FROM setting WHERE name = 'spareTillCode'");
  spare = String(JSON.parse((kept as { value: string }).value));
  oldSeq = countTill(till.folder, "SELECT max(seq) FROM journal");
  await destroyTill(till, () => Promise.resolve());
  cpSync(till.folder, twin.path, { recursive: true });
}, 180_000);
afterAll(async () => {
  await till.close();
  await centre.close();
  twin.remove();
});

const supervisor = () => ({ staffId: centre.shop.supervisorId, pin: centre.shop.supervisorPin });

/** Whether the folder is the new till's; a restored one is not gone on from yet. */
const BEGUN: readonly (readonly [string, boolean])[] = [
  ["next key made", false],
  ["old key kept", false],
  ["old chain kept", false],
  ["new chain written", false],
  ["new chain begun", true],
  ["key in place", true],
];

test.each(BEGUN)(
  "the core killed at `%s` is one till when it starts again, and sells (the new one: %s)",
  async (point, begun) => {
    const copy = temporaryFolder();
    cpSync(till.folder, copy.path, { recursive: true });
    const killed = await forkCore(copy.path, { entry: STEPPING_CORE, argv: [point] });
    killed.arm();
    const call = killed.cashier.enrol.goOnOffline.mutate(supervisor());
    await expect(call).rejects.toMatchObject({ code: "CORE_GONE" });
    expect(await killed.ended).toBe("SIGKILL");

    const core = await startCore(copy.path);
    const { phase, mayGoOnOffline } = core.state();
    expect({ phase, mayGoOnOffline }).toEqual({
      phase: begun ? "LOCKED" : "ENROL",
      mayGoOnOffline: !begun,
    });
    if (!begun) await core.cashier.enrol.goOnOffline.mutate(supervisor());
    await sellAlone(core);
    expect(core.state().lastSale).toMatchObject({ signed: true });
    expect(core.state().lastSale?.number).toMatch(new RegExp(`^KB-${spare}-\\d{6}-000001$`));
    await core.close();
    expect(countTill(copy.path, "SELECT count(*) FROM till")).toBe(1);
    expect(countTill(copy.path, "SELECT count(*) FROM journal WHERE signature = ''")).toBe(0);
    copy.remove();
  },
);

async function sellAlone({ cashier, state }: TillAtCentre["core"]): Promise<void> {
  const { shop } = centre;
  await cashier.session.login.mutate({ cashierId: shop.cashierId, pin: shop.cashierPin });
  await cashier.shift.open.mutate({ commandId: newId(), float: 100_000 });
  await cashier.cart.add.mutate({ productId: shop.productId, qty: 1 });
  await cashier.buyer.setPublic.mutate();
  const { cartId, total: expectedTotal } = state().cart;
  const tenders = [{ kind: "CASH", amount: expectedTotal, reference: null, qrisId: null }] as const;
  await cashier.sale.pay.mutate({
    commandId: newId(),
    cartId,
    expectedTotal,
    tenders: [...tenders],
  });
  await cashier.health.get.query();
}

test("five wrong PINs lock a supervisor out, though the journal of a backup takes nothing", async () => {
  const copy = temporaryFolder();
  cpSync(twin.path, copy.path, { recursive: true });
  const core = await startCore(copy.path);
  const wrong = { ...supervisor(), pin: "000000" };
  const ask = () => core.cashier.enrol.goOnOffline.mutate(wrong);
  for (const left of [4, 3, 2, 1]) {
    await expect(ask()).rejects.toMatchObject({ code: "PIN_WRONG", details: { left } });
  }
  await expect(ask()).rejects.toMatchObject({ code: "PIN_LOCKED" });
  const right = core.cashier.enrol.goOnOffline.mutate(supervisor());
  await expect(right).rejects.toMatchObject({ code: "PIN_LOCKED" });
  await core.close();
  copy.remove();
});

test("only a supervisor's PIN lets it go on", async () => {
  await till.restart();
  const { cashierId: staffId, cashierPin: pin } = centre.shop;
  const ask = (who: { staffId: string; pin: string }) =>
    till.core.cashier.enrol.goOnOffline.mutate(who);
  await expect(ask({ staffId, pin })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  const wrong = { ...supervisor(), pin: "000000" };
  await expect(ask(wrong)).rejects.toMatchObject({ code: "PIN_WRONG" });
  expect(till.core.state().phase).toBe("ENROL");
});

test("it goes on without the centre as another till, under the code that was kept for it", async () => {
  await till.core.cashier.enrol.goOnOffline.mutate(supervisor());
  const { till: view, session, restoredFrom, cashiers } = till.core.state();
  expect(view).toMatchObject({ tillCode: spare, provisional: true });
  expect(session).toMatchObject({ role: "SUPERVISOR" });
  expect({ restoredFrom, people: cashiers.length > 0 }).toEqual({
    restoredFrom: null,
    people: true,
  });
  const [first] = readTill(till.folder, "SELECT kind, body FROM journal WHERE seq = 1");
  const { kind, body } = first as { kind: string; body: string };
  expect(kind).toBe("RESUMED");
  expect(JSON.parse(body)).toMatchObject({
    oldTillId: till.tillId,
    oldSeq,
    actorId: centre.shop.supervisorId,
  });
  const again = till.core.cashier.enrol.goOnOffline.mutate(supervisor());
  await expect(again).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await sellAlone(till.core);
  await till.restart();
  await till.sell();
  expect(till.core.state().till).toMatchObject({ provisional: true });
  expect(till.core.state().lastSale?.number).toMatch(/-000002$/);
});

test("at its next contact the old chain is sent, then the centre certifies it; killed in between too", async () => {
  await till.core.close();
  await till.line.turnOn();
  for (const step of ["old chain sent", "certificate issued"]) {
    const env = { ...process.env, BELA_BELI_SYNC_STEP: step };
    const core = await forkCore(till.folder, { entry: STEPPING_CORE, env });
    expect(await core.ended).toBe("SIGKILL");
  }
  await till.restart();
  await till.sent();
  const { till: view } = await till.core.until((state) => state.till?.provisional === false);
  expect(view).toMatchObject({ tillCode: spare });
  const { database } = centre.centre.deps;
  const [old, ...others] = await database.query(
    `select t.state, t.revoked_after_seq::int as "after", s.standing from till t
     left join succession s on s.old_till_id = t.till_id order by t.enrolled_at`,
  );
  expect(old).toEqual({ state: "REVOKED", after: oldSeq, standing: "HELD" });
  expect(others).toEqual([{ state: "ACTIVE", after: null, standing: null }]);
  const held = await database.query("select total from sale where till_id = $1 and sale_id = $2", [
    till.tillId,
    unsent.saleId,
  ]);
  expect(held).toEqual([{ total: unsent.total }]);
  expect(await database.query("select 1 from quarantine")).toEqual([]);
  expect(existsSync(path.join(till.folder, "keys.former.sealed"))).toBe(false);
});

test("the whole is sound: to the verifier, and when the centre derives it again", async () => {
  await till.sell();
  await till.sent();
  const file = path.join(till.folder, "journal.jsonl");
  await centre.exportTo(file);
  const verifier = path.resolve(import.meta.dirname, "../../../scripts/verify-journal");
  const root = ["--root", centre.centre.rootFingerprint];
  const report = execFileSync(process.execPath, [verifier, file, ...root], { encoding: "utf8" });
  expect(report).toContain("UTUH");
  expect(await centre.totalDifferences()).toEqual([]);
});

test("a second device that goes on from the same backup raises an alarm, and all it sells is kept aside", async () => {
  const { database } = centre.centre.deps;
  const first = countTill(till.folder, "SELECT count(*) FROM journal");
  await till.restart(twin.path);
  await till.core.cashier.enrol.goOnOffline.mutate(supervisor());
  await sellAlone(till.core);
  await till.core.until(({ sync }) => sync.failureCode === "TILL_REVOKED" && sync.unsent === 0);
  const aside = await database.query("select distinct code from quarantine");
  expect(aside).toEqual([{ code: "TILL_REVOKED" }]);
  const [alarmed] = await database.query(
    `select h.seq::int as seq from till t join till_head h using (regency_id, till_id)
     where t.alarm = 'FORK' and t.state = 'ACTIVE'`,
  );
  expect(alarmed).toEqual({ seq: first });
});
