import { afterAll, beforeAll, expect, test } from "vitest";
import { SHOP } from "../testing/shop.ts";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import { TillShift } from "../testing/till-shift.ts";

const NOON = Date.parse("2026-11-20T05:00:00.000Z");
const TOKEN = "sandi-metrik-untuk-uji";
const lines: string[] = [];
const note = (facts: object, message: string) => lines.push(JSON.stringify({ facts, message }));
let centre: TestCentre;

beforeAll(async () => {
  const log = { info: note, warn: note, error: note };
  centre = await startTestCentre({ clock: { wallMs: () => NOON }, log, metricsToken: TOKEN });
  const till = await centre.enrolTill();
  await till.hello();
  const shift = new TillShift(till, { startMs: NOON, tillCode: "01" });
  shift.sell();
  shift.sell({ personId: SHOP.shortPersonId, change: { total: 1 } });
  await till.push();
  const report = { unsent: 7, unsentSince: NOON, clockOffsetMs: -60_000, backupAt: NOON - 3_000 };
  const more = { diskFreeBytes: 5_000_000_000, isKeyProtected: false };
  await till.request(
    "till.report",
    JSON.stringify({ tillId: till.tillId, ...report, ...more, waiting: [] }),
  );
}, 60_000);
afterAll(() => centre.close());

const ask = (headers: Record<string, string> = {}) => fetch(`${centre.url}/metrics`, { headers });
const told = async () => (await ask({ authorization: `Bearer ${TOKEN}` })).text();

test("they are for who has the token alone", async () => {
  expect((await ask()).status).toBe(404);
  expect((await ask({ authorization: "Bearer guessed-token-here" })).status).toBe(404);
  expect((await ask({ authorization: `Bearer ${TOKEN}` })).status).toBe(200);
});

test("they say how each till stands and how requests go", async () => {
  const text = await told();
  expect(text).toContain('belabeli_till_head_seq{till="KB-01"} 4\n');
  expect(text).toContain('belabeli_till_unsent_entries{till="KB-01"} 7\n');
  expect(text).toContain('belabeli_till_quarantined_entries{till="KB-01"} 1\n');
  expect(text).toContain('belabeli_till_clock_drift_seconds{till="KB-01"} 60\n');
  expect(text).toContain('belabeli_till_backup_age_seconds{till="KB-01"} 3\n');
  expect(text).toContain('belabeli_till_disk_free_bytes{till="KB-01"} 5000000000\n');
  expect(text).toContain('belabeli_till_keys_protected{till="KB-01"} 0\n');
  expect(text).toContain('belabeli_till_closed{till="KB-01"} 0\n');
  expect(text).toContain('belabeli_requests{procedure="till.push",status="200"} 1\n');
});

test("neither they nor the log hold a NIP or a name of a person", async () => {
  expect(lines.some((line) => line.includes('"push"'))).toBe(true);
  const said = `${await told()}${lines.join("\n")}`;
  const people = await centre.centre.deps.database.query<{ nip: string; name: string }>(
    "select nip, name from person union all select '-', name from cashier",
  );
  expect(people.length).toBeGreaterThan(4);
  for (const { nip, name } of people) {
    expect(said).not.toContain(name);
    if (nip !== "-") expect(said).not.toContain(nip);
  }
  expect(said).not.toMatch(/\d{18}/);
});
