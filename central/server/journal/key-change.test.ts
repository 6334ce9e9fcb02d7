import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { PROTOCOL } from "../../../shared/contract/sync.ts";
import { certificateText, helloText } from "../../../shared/domain/journal.ts";
import { publicKeyOf, verifySignature } from "../keys/ed25519.ts";
import { certificatesOf } from "../stores/till.ts";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import type { TestTill } from "../testing/test-till.ts";
import { TillShift } from "../testing/till-shift.ts";

const NOON = Date.parse("2026-11-20T05:00:00.000Z");
let centre: TestCentre;
let till: TestTill;
let shift: TillShift;
let tills = 0;

beforeAll(async () => {
  centre = await startTestCentre({ clock: { wallMs: () => NOON + 3_600_000 } });
}, 120_000);
afterAll(() => centre.close());

/** A till with one sale at the centre: entries 1 to 3. */
beforeEach(async () => {
  tills += 1;
  const tillCode = String(tills).padStart(2, "0");
  till = await centre.enrolTill({ tillCode });
  await till.hello();
  shift = new TillShift(till, { startMs: NOON, tillCode });
  shift.sell();
  await till.push();
});

const deps = () => centre.centre.deps;
const certificates = () => certificatesOf(deps().database, "3513", till.tillId);
const fromSeqs = async () => (await certificates()).map(({ fromSeq }) => fromSeq);
/** Pushes all and gives what was kept aside. */
async function aside(): Promise<string[]> {
  const answer = await till.push();
  if (answer.state !== "ACCEPTED") return [answer.state];
  return answer.exceptions.map(({ seq, code }) => `${seq} ${code}`);
}

test("a batch with a change and what the new key signed is taken, and the new key certified", async () => {
  const [firstKey] = await certificates();
  shift.changeKey();
  shift.sell();
  await till.hello({ keyChanges: till.keyChanges() });
  expect(await aside()).toEqual([]);
  const [first, second] = await certificates();
  expect(first).toEqual(firstKey);
  expect(second).toMatchObject({
    fromSeq: 5,
    publicKey: till.publicKey,
    tillCode: first?.tillCode,
  });
  const root = publicKeyOf(deps().keys.root.publicKey)!;
  const signed = certificateText(second!);
  expect(await verifySignature(root, signed, second!.issuerSignature)).toBe(true);
  expect(await centre.totalDifferences()).toEqual([]);
});

test("a change that arrives under a session of the old key is certified by its entry", async () => {
  const { fields, take } = till.nextKey();
  shift.other("KEY_CHANGED", fields);
  // The push is signed by the old key, what follows the change by the new one.
  const request = JSON.stringify(till.pushRequest(4));
  expect((await till.request("till.push", request)).code).toBeNull();
  take();
  await till.hello();
  shift.sell();
  expect(await aside()).toEqual([]);
  expect(await fromSeqs()).toEqual([1, 5]);
});

test("two changes before the till is heard again lead to its newest key", async () => {
  shift.changeKey();
  shift.sell();
  shift.changeKey();
  shift.sell();
  await expect(till.hello()).rejects.toThrow("REQUEST_SIGNATURE");
  await till.hello({ keyChanges: till.keyChanges() });
  // Told again, nothing new is issued.
  await till.hello({ keyChanges: till.keyChanges() });
  expect(await fromSeqs()).toEqual([1, 5, 7]);
  expect(await aside()).toEqual([]);
  expect(await centre.totalDifferences()).toEqual([]);
});

test("the key a till had before is refused by name, so that an older copy learns what it is", async () => {
  const said = { tillId: till.tillId, clientRandom: "ab".repeat(16), protocol: PROTOCOL };
  const signature = till.sign(helloText(said));
  shift.changeKey();
  await till.hello({ keyChanges: till.keyChanges() });
  await expect(till.hello({ ...said, signature })).rejects.toThrow("KEY_REPLACED");
});

test.each([
  ["without the new key's signature", { newSignature: "A".repeat(86) }],
  ["for a key id that is not the key's", { newKeyId: "0".repeat(16) }],
  ["from a key that is not the till's", { oldKeyId: "0".repeat(16) }],
])("a change %s is kept aside, and its key gets no certificate", async (_name, spoil) => {
  const { fields, take } = till.nextKey();
  shift.other("KEY_CHANGED", { ...fields, ...spoil });
  expect(await aside()).toEqual(["4 ENTRY_KEY_CHANGE"]);
  take();
  await expect(till.hello({ keyChanges: till.keyChanges() })).rejects.toThrow("REQUEST_SIGNATURE");
  expect(await fromSeqs()).toEqual([1]);
  expect(await centre.totalDifferences()).toEqual([]);
});

test("a change that another key signed is kept aside", async () => {
  const { fields } = till.nextKey();
  const signature = "A".repeat(86);
  shift.other("KEY_CHANGED", fields);
  Object.assign(till.entries.at(-1)!, { signature });
  expect(await aside()).toEqual(["4 ENTRY_SIGNATURE"]);
  expect(await fromSeqs()).toEqual([1]);
});

test("a change to a key that some till has or had, or to the same key, is kept aside by its own code", async () => {
  const other = await centre.enrolTill({ tillCode: "90" });
  const { publicKey } = other;
  const { fields } = till.nextKey();
  shift.other("KEY_CHANGED", { ...fields, newPublicKey: publicKey });
  shift.other("KEY_CHANGED", {
    ...fields,
    newPublicKey: till.publicKey,
    newKeyId: fields.oldKeyId,
  });
  expect(await aside()).toEqual(["4 ENTRY_KEY_CHANGE", "5 ENTRY_KEY_CHANGE"]);
  expect(await fromSeqs()).toEqual([1]);
  expect(await centre.totalDifferences()).toEqual([]);
});

test("what the old key signs after the change is kept aside, and a twin's change is not believed", async () => {
  const { fields } = till.nextKey();
  shift.other("KEY_CHANGED", fields);
  shift.sell();
  expect(await aside()).toEqual(["5 ENTRY_SIGNATURE"]);
  // A twin of entries 1 to 3 that changed its key, too.
  till.entries.length = 3;
  shift.changeKey();
  await expect(till.hello({ keyChanges: till.keyChanges() })).rejects.toThrow("REQUEST_SIGNATURE");
  expect(await fromSeqs()).toEqual([1, 5]);
});

test("a twin that changed its key after the chain went another way is told of the fork", async () => {
  shift.sell();
  await till.push();
  till.entries.length = 3;
  shift.changeKey();
  await expect(till.hello({ keyChanges: till.keyChanges() })).rejects.toThrow("FORK");
  expect(await fromSeqs()).toEqual([1]);
});

test("a revoked till gets no certificate for another key", async () => {
  const { tillId } = till;
  await deps().database.query(
    "update till set state = 'REVOKED', revoked_after_seq = 3 where till_id = $1",
    [tillId],
  );
  const { fields } = till.nextKey();
  shift.other("KEY_CHANGED", fields);
  expect(await aside()).toEqual(["4 TILL_REVOKED"]);
  shift.changeKey();
  const [, change] = till.keyChanges();
  await expect(till.hello({ keyChanges: [change] })).rejects.toThrow("TILL_REVOKED");
  expect(await fromSeqs()).toEqual([1]);
});
