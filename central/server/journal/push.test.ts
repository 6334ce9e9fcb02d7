import { gzipSync, zstdCompressSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { genesisHash } from "../../../shared/domain/journal.ts";
import { sha256Hex } from "../keys/digest.ts";
import { certificatesOf } from "../stores/till.ts";
import { SHOP } from "../testing/shop.ts";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import { newId, post, TestTill } from "../testing/test-till.ts";
import { TillShift } from "../testing/till-shift.ts";

const NOON = Date.parse("2026-11-20T05:00:00.000Z");
let nowMs = NOON;
let centre: TestCentre;
let till: TestTill;
let tillNumber = 0;

beforeAll(async () => {
  centre = await startTestCentre({ clock: { wallMs: () => nowMs } });
}, 60_000);
afterAll(() => centre.close());

beforeEach(async () => {
  nowMs = NOON;
  till = new TestTill(centre.url);
  tillNumber += 1;
  const code = await centre.issueCode({ tillCode: String(tillNumber).padStart(2, "0") });
  await till.enrol(code);
  await centre.approvePending();
  await till.enrol(code);
  await till.hello();
});

test("smoke", async () => {
  const shift = new TillShift(till, NOON);
  shift.sell();
  const answer = await till.push();
  console.log(JSON.stringify(answer));
  const pulled = await till.pull();
  console.log(
    pulled.changes.length,
    pulled.cursor,
    pulled.more,
    JSON.stringify(pulled.changes.slice(-3)),
  );
  console.log(
    await centre.centre.deps.database.query("select * from person_month"),
    await centre.centre.deps.database.query("select * from quarantine"),
  );
});
