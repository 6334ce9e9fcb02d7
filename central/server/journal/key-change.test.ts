import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { PROTOCOL, PushRequest } from "../../../shared/contract/sync.ts";
import { certificateText, helloText } from "../../../shared/domain/journal.ts";
import { publicKeyOf, verifySignature } from "../keys/ed25519.ts";
import { certificatesOf, findTill } from "../stores/till.ts";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import { logInAs, refusal } from "../testing/test-person.ts";
import { TestTill } from "../testing/test-till.ts";
import { TillShift } from "../testing/till-shift.ts";
import { acceptPush } from "./push.ts";

const NOON = Date.parse("2026-11-20T05:00:00.000Z");
let centre: TestCentre;
let admin: Awaited<ReturnType<typeof logInAs>>;
let till: TestTill;
let shift: TillShift;
let tills = 0;

beforeAll(async () => {
  centre = await startTestCentre({ clock: { wallMs: () => NOON + 3_600_000 } });
  admin = await logInAs(centre.url, deps(), { role: "ADMIN" });
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

const reason = "Kasir dijual bersama lacinya";
const decide = (seq: number, decision: "ACCEPT" | "SEND_BACK") =>
  admin.quarantine.decide.mutate({ tillId: till.tillId, seq, decision, reason });
const acceptUpTo = (upToSeq: number) =>
  admin.quarantine.acceptRevoked.mutate({ tillId: till.tillId, upToSeq, reason });
const waiting = async () =>
  (await admin.quarantine.list.query())
    .filter(({ tillId }) => tillId === till.tillId)
    .map(({ seq, code }) => `${seq} ${code}`);

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
  // Told again, it is as before.
  await till.hello({ keyChanges: till.keyChanges() });
  expect(await fromSeqs()).toEqual([1]);
  expect(await aside()).toEqual([]);
  expect(await fromSeqs()).toEqual([1, 5, 7]);
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

describe("a till that changed its key unheard and was then revoked", () => {
  beforeEach(async () => {
    shift.changeKey();
    shift.sell();
    await admin.till.revoke.mutate({ tillId: till.tillId, reason });
  });

  test("delivers what it sold since under its new key, all of it kept aside, and none certified", async () => {
    await till.hello({ keyChanges: till.keyChanges() });
    expect(await aside()).toEqual(["4 TILL_REVOKED", "5 TILL_REVOKED"]);
    // Under the key that the centre holds, and once more changed.
    shift.changeKey();
    shift.sell();
    await till.hello({ keyChanges: till.keyChanges() });
    expect(await aside()).toEqual([4, 5, 6, 7].map((seq) => `${seq} TILL_REVOKED`));
    await till.hello();
    expect(await fromSeqs()).toEqual([1]);
    await expect(till.pull()).rejects.toThrow("TILL_REVOKED");
    expect(await centre.totalDifferences()).toEqual([]);
  });

  test("has its keys certified as a person accepts the changes, and what they signed counts", async () => {
    await till.hello({ keyChanges: till.keyChanges() });
    shift.changeKey();
    shift.sell();
    await till.hello({ keyChanges: till.keyChanges() });
    await till.push();
    // A change cannot be accepted before the one that it follows.
    expect(await refusal(decide(6, "ACCEPT"))).toBe("ENTRY_KEY_CHANGE");
    expect(await acceptUpTo(5)).toEqual({ accepted: 2, left: 0 });
    expect(await fromSeqs()).toEqual([1, 5]);
    expect(await acceptUpTo(7)).toEqual({ accepted: 2, left: 0 });
    expect(await fromSeqs()).toEqual([1, 5, 7]);
    await till.hello();
    expect(await centre.totalDifferences()).toEqual([]);
  });

  test("keeps aside what a change that was sent back would have vouched for", async () => {
    await till.hello({ keyChanges: till.keyChanges() });
    await till.push();
    await decide(4, "SEND_BACK");
    expect(await acceptUpTo(5)).toEqual({ accepted: 0, left: 1 });
    expect(await waiting()).toEqual(["5 ENTRY_SIGNATURE"]);
    expect(await fromSeqs()).toEqual([1]);
    expect(await centre.totalDifferences()).toEqual([]);
  });
});

describe("a change of key that is kept aside", () => {
  beforeEach(async () => {});

  test("is accepted by nobody where not both keys signed it, whatever it waits for", async () => {
    const { fields } = till.nextKey();
    shift.other("KEY_CHANGED", fields);
    Object.assign(till.entries.at(-1)!, { signature: "" });
    expect(await aside()).toEqual(["4 ENTRY_SIGNATURE"]);
    expect(await refusal(decide(4, "ACCEPT"))).toBe("ENTRY_KEY_CHANGE");
    await admin.till.revoke.mutate({ tillId: till.tillId, reason });
    shift.other("KEY_CHANGED", { ...till.nextKey().fields, newSignature: "A".repeat(86) });
    expect(await aside()).toEqual(["4 ENTRY_SIGNATURE", "5 TILL_REVOKED"]);
    expect(await refusal(decide(5, "ACCEPT"))).toBe("ENTRY_KEY_CHANGE");
    expect(await acceptUpTo(5)).toEqual({ accepted: 0, left: 1 });
    expect(await waiting()).toEqual(["4 ENTRY_SIGNATURE", "5 ENTRY_KEY_CHANGE"]);
    expect(await fromSeqs()).toEqual([1]);
    expect(await centre.totalDifferences()).toEqual([]);
  });

  test("after the till was closed is certified where a person accepts it", async () => {
    shift.other("TILL_CLOSED", { turnover: 35_000, reversals: 0 });
    shift.changeKey();
    await till.hello({ keyChanges: till.keyChanges() });
    shift.changeKey();
    await till.hello({ keyChanges: till.keyChanges() });
    expect(await aside()).toEqual(["5 TILL_CLOSED", "6 TILL_CLOSED"]);
    expect(await fromSeqs()).toEqual([1]);
    expect(await centre.totalDifferences()).toEqual([]);
    await decide(5, "ACCEPT");
    await decide(6, "ACCEPT");
    expect(await fromSeqs()).toEqual([1, 6, 7]);
    expect(await centre.totalDifferences()).toEqual([]);
  });
});

test("a till that is revoked while its batch is read has that batch kept aside", async () => {
  const read = await findTill(deps().database, till.tillId);
  shift.sell();
  await admin.till.revoke.mutate({ tillId: till.tillId, reason });
  const answer = await acceptPush(deps(), read!, PushRequest.parse(till.pushRequest(4)));
  expect(answer).toMatchObject({ exceptions: [{ seq: 4, code: "TILL_REVOKED" }] });
});

describe("a copy that is found while it says hello", () => {
  const alarm = async () => {
    const [row] = await deps().database.query(
      "select alarm, alarm_seq as seq, alarm_at as at from till where till_id = $1",
      [till.tillId],
    );
    return row;
  };

  test("raises the till's alarm once, under a key that the till had", async () => {
    const said = { tillId: till.tillId, clientRandom: "ab".repeat(16), protocol: PROTOCOL };
    const signature = till.sign(helloText(said));
    shift.changeKey();
    await till.hello({ keyChanges: till.keyChanges() });
    expect(await alarm()).toMatchObject({ alarm: null });
    await expect(till.hello({ ...said, signature })).rejects.toThrow("KEY_REPLACED");
    const raised = await alarm();
    expect(raised).toMatchObject({ alarm: "FORK", seq: 5 });
    await expect(till.hello({ ...said, signature })).rejects.toThrow("KEY_REPLACED");
    expect(await alarm()).toEqual(raised);
  });

  test("raises it where its change stands in another entry's place", async () => {
    shift.sell();
    await till.push();
    till.entries.length = 3;
    shift.changeKey();
    await expect(till.hello({ keyChanges: till.keyChanges() })).rejects.toThrow("FORK");
    expect(await alarm()).toMatchObject({ alarm: "FORK", seq: 4 });
  });

  test("raises none for a stranger", async () => {
    shift.sell();
    await till.push();
    const stranger = new TestTill(centre.url);
    stranger.tillId = till.tillId;
    await expect(stranger.hello()).rejects.toThrow("REQUEST_SIGNATURE");
    stranger.entries.push(...till.entries.slice(0, 3));
    new TillShift(stranger, { startMs: NOON, tillCode: "01" }).changeKey();
    const keyChanges = stranger.keyChanges();
    await expect(stranger.hello({ keyChanges })).rejects.toThrow("REQUEST_SIGNATURE");
    expect(await alarm()).toMatchObject({ alarm: null });
  });
});
