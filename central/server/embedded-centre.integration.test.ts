import { afterAll, beforeAll, expect, test } from "vitest";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./database/embedded/start.ts";
import { openPostgres } from "./database/postgres.ts";
import { rederive } from "./rederive/rederive.ts";
import { publish } from "./stores/feed.ts";
import { SHOP } from "./testing/shop.ts";
import { startTestCentre, type TestCentre } from "./testing/test-centre.ts";
import { newId } from "./testing/test-till.ts";
import { TillShift } from "./testing/till-shift.ts";

/*
 * What only a real server shows: several connections at once, and locks that hold between them.
 */
const NOON = Date.parse("2026-11-20T05:00:00.000Z");
let dataDir = "";
let server: EmbeddedPostgres;
let centre: TestCentre;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "bela-beli-embedded-"));
  server = await startEmbeddedPostgres({ dataDir });
  const database = openPostgres(server.url);
  centre = await startTestCentre({ clock: { wallMs: () => NOON }, database });
}, 120_000);
afterAll(async () => {
  await centre.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const database = () => centre.centre.deps.database;
const sumOf = async (tillId: string) => {
  const [row] = await database().query<{ count: number; counted: number }>(
    `select count(*) as count, coalesce(sum(counted), 0)::bigint as counted from sale
     where till_id = $1`,
    [tillId],
  );
  return row;
};

test("two pushers of one till at once store each entry once", async () => {
  const till = await centre.enrolTill({ tillCode: "01" });
  await till.hello();
  const shift = new TillShift(till, { startMs: NOON, tillCode: "01" });
  for (let sold = 0; sold < 40; sold += 1) shift.sell();
  const pushes = [till.push(1, 42), till.push(1, 20), till.push(1, 42), till.push(1, 31)];
  const answers = await Promise.all(pushes);
  for (const answer of answers) expect(answer.state).toBe("ACCEPTED");
  expect(await sumOf(till.tillId)).toEqual({ count: 40, counted: 40 * 35_000 });
});

test("many tills at once sell to the same people: every total is right and none waits for ever", async () => {
  const codes = ["11", "12", "13", "14"];
  const tills = [];
  for (const tillCode of codes) {
    const till = await centre.enrolTill({ tillCode });
    await till.hello();
    const shift = new TillShift(till, { startMs: NOON, tillCode });
    for (let sold = 0; sold < 30; sold += 1) {
      shift.sell({ personId: sold % 2 === 0 ? SHOP.personId : SHOP.shortPersonId });
    }
    tills.push(till);
  }
  const ranges = [
    [1, 8],
    [9, 17],
    [18, 32],
  ] as const;
  await Promise.all(
    tills.map(async (till) => {
      for (const [from, to] of ranges)
        expect(await till.push(from, to)).toMatchObject({ exceptions: [] });
    }),
  );
  expect(await database().transaction((tx) => rederive(tx, "3513"))).toEqual([]);
});

test("a cursor never passes a change that another transaction has not committed yet", async () => {
  const till = await centre.enrolTill({ tillCode: "21" });
  await till.hello();
  const { cursor } = await till.pull();
  const seen: number[] = [];
  let reading = true;
  const reader = (async () => {
    for (let at = cursor; reading; ) {
      const page = await till.pull(at);
      seen.push(...page.changes.map(({ feedSeq }) => feedSeq));
      at = page.cursor;
    }
    return till;
  })();
  const writers = Array.from({ length: 8 }, async () => {
    for (let written = 0; written < 10; written += 1) {
      await database().transaction(async (tx) => {
        const value = { productId: newId(), outletId: SHOP.outletId, qty: written };
        const key = `${SHOP.outletId}:${value.productId}`;
        await publish(tx, "3513", [{ kind: "stock", key, outletId: SHOP.outletId, value }]);
        await tx.query("select pg_sleep(0.002)");
      });
    }
  });
  await Promise.all(writers);
  reading = false;
  await reader;
  const rest = await till.pull(seen.at(-1) ?? cursor);
  seen.push(...rest.changes.map(({ feedSeq }) => feedSeq));
  expect(seen).toEqual(Array.from({ length: 80 }, (_, index) => cursor + index + 1));
});

test("a batch that fails half way leaves nothing behind and goes through the next time", async () => {
  const till = await centre.enrolTill({ tillCode: "31" });
  await till.hello();
  const shift = new TillShift(till, { startMs: NOON, tillCode: "31" });
  shift.sell();
  await database().query("alter table countersigned_head rename to away");
  await expect(till.push()).rejects.toThrow("INTERNAL");
  await database().query("alter table away rename to countersigned_head");
  expect(await sumOf(till.tillId)).toEqual({ count: 0, counted: 0 });
  expect(await till.push()).toMatchObject({ state: "ACCEPTED", through: { seq: 3 } });
  expect(await sumOf(till.tillId)).toEqual({ count: 1, counted: 35_000 });
});

test("the server killed in the middle of a batch comes back, and nothing is lost or doubled", async () => {
  const till = await centre.enrolTill({ tillCode: "41" });
  await till.hello();
  const shift = new TillShift(till, { startMs: NOON, tillCode: "41" });
  for (let sold = 0; sold < 300; sold += 1) shift.sell();
  const [file] = await database().query<{ path: string }>(
    "select current_setting('data_directory') || '/postmaster.pid' as path",
  );
  const pid = Number((await readFile(file?.path ?? "", "utf8")).split("\n")[0]);
  const broken = till.push();
  process.kill(pid, "SIGKILL");
  await broken.catch(() => undefined);
  await expect
    .poll(
      () =>
        till.push().then(
          ({ state }) => state,
          (error: Error) => error.message,
        ),
      {
        timeout: 60_000,
        interval: 200,
      },
    )
    .toBe("ACCEPTED");
  expect(await sumOf(till.tillId)).toEqual({ count: 300, counted: 300 * 35_000 });
  expect(await database().transaction((tx) => rederive(tx, "3513"))).toEqual([]);
});

test("the journal cannot be changed or emptied through the centre's own connection", async () => {
  for (const sql of [
    "update journal_entry set body = ''",
    "delete from journal_entry",
    "update countersigned_head set seq = 1",
    "delete from audit",
  ]) {
    await expect(database().query(sql)).rejects.toThrow(/append-only/);
  }
});
