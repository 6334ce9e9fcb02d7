import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { bindingSubject } from "../../shared/contract/card-binding.ts";
import { CardBoundBody } from "../../shared/contract/journal-bodies.ts";
import type { PreparedTill } from "./testing/prepare-till.ts";
import { readTill, soundJournal } from "./testing/read-till.ts";
import { newId, openShop, pay, startCore, type TestCore } from "./testing/test-core.ts";
import { createTillTemplate, type TillTemplate } from "./testing/till-template.ts";

/** What stands on an employee's card that the regency did not sign. */
const FOREIGN = "PEGAWAI-7F3A9C0B51D2";

let template: TillTemplate;
let till: PreparedTill;
let dataDir: string;
let core: TestCore;

beforeAll(async () => {
  template = await createTillTemplate();
  till = template.till;
});
afterAll(() => template.remove());
beforeEach(async () => {
  dataDir = template.copy();
  core = await startCore(dataDir);
  await openShop(core, till);
});
afterEach(() => core.close());

const scan = (text: string, source: "WEDGE" | "TYPED" = "WEDGE") =>
  core.cashier.scan.text.mutate({ text, source });

async function hashOf(text: string): Promise<string> {
  const result = await scan(text);
  if (result.kind !== "REFUSED" || result.cardHash === undefined) throw new Error("not offered");
  return result.cardHash;
}

async function approve(cardHash: string, personId: string, by = 1): Promise<string> {
  const { cashierId: staffId, pin } = till.cashiers[by]!;
  const subject = bindingSubject({ cardHash, personId });
  const asked = { staffId, pin, action: "BIND_CARD" as const, subject, amount: 0 };
  return (await core.cashier.approval.request.mutate(asked)).approvalId;
}

async function bind(text: string, person = till.people[0]!, commandId = newId()): Promise<void> {
  const { personId } = person;
  const cardHash = await hashOf(text);
  const approvalId = await approve(cardHash, personId);
  await core.cashier.buyer.bindCard.mutate({ commandId, cardHash, personId, approvalId });
}

/** As the feed brings the centre's word. */
function decided(state: "APPROVED" | "WITHDRAWN"): void {
  const db = new Sqlite(path.join(dataDir, "till.db"));
  db.prepare("UPDATE card_binding SET state = ?, feed_seq = 9").run(state);
  db.close();
}

const everythingOnDisk = (): Buffer =>
  Buffer.concat(readdirSync(dataDir).map((name) => readFileSync(path.join(dataDir, name))));
const journalled = () =>
  (
    readTill(dataDir, "SELECT body FROM journal WHERE kind = 'CARD_BOUND'") as { body: string }[]
  ).map(({ body }) => JSON.parse(body) as object);
const sold = async () => {
  await core.cashier.cart.add.mutate({ productId: till.products[0]!.productId, qty: 1 });
  await pay(core);
  const [row] = readTill(dataDir, "SELECT body FROM journal ORDER BY seq DESC LIMIT 1");
  return JSON.parse((row as { body: string }).body) as object;
};

test("a foreign card is bound to whom the typed NIP names; of its text nothing is kept", async () => {
  const [person] = till.people;
  const { personId, nip, name } = person!;
  const cardHash = await hashOf(FOREIGN);
  const holder = await core.cashier.buyer.cardHolder.query({ nip });
  expect(holder).toEqual({ personId, name, officeName: "Bagian Umum, Sekretariat Daerah" });
  expect(core.state().cart.buyer).toBeNull();
  const approvalId = await approve(cardHash, personId);
  const input = { commandId: newId(), cardHash, personId, approvalId };
  await core.cashier.buyer.bindCard.mutate(input);
  await core.cashier.buyer.bindCard.mutate(input);
  expect(core.state().cart.buyer).toMatchObject({ name, assurance: "TYPED_NIP", confirmed: true });
  const bodies = journalled();
  expect(bodies).toMatchObject([
    {
      actorId: till.cashiers[0]!.cashierId,
      approval: { approverId: till.cashiers[1]!.cashierId, action: "BIND_CARD" },
      hash: cardHash,
      personId,
    },
  ]);
  expect(Object.keys(bodies[0]!)).toEqual(Object.keys(CardBoundBody.parse(bodies[0])));
  expect(soundJournal(dataDir, till.tillId, till.publicKey).at(-1)).toBe("CARD_BOUND");
  expect(everythingOnDisk().includes(FOREIGN)).toBe(false);
  expect(await sold()).toMatchObject({ buyer: { personId, assurance: "TYPED_NIP" } });
});

test("until the centre approves it the card proves no more than a typed NIP", async () => {
  await bind(FOREIGN);
  await core.cashier.buyer.remove.mutate();
  expect(await scan(FOREIGN)).toEqual({ kind: "BUYER", confirmed: false });
  const waiting = { assurance: "TYPED_NIP", confirmed: false, unapprovedCard: true };
  expect(core.state().cart.buyer).toMatchObject(waiting);
  decided("APPROVED");
  expect(await scan(`]Q1${FOREIGN}\r`)).toEqual({ kind: "BUYER", confirmed: true });
  const { personId } = till.people[0]!;
  expect(await sold()).toMatchObject({
    buyer: { personId, assurance: "ENROLLED_QR", cardSerial: null, match: "MATCHED" },
    counted: till.products[0]!.unitPrice,
  });
});

test("a withdrawn card is nobody's, and can be bound anew", async () => {
  await bind(FOREIGN);
  decided("WITHDRAWN");
  const other = till.people[1]!;
  await bind(FOREIGN, other);
  await scan(FOREIGN);
  expect(core.state().cart.buyer).toMatchObject({ name: other.name, confirmed: false });
  expect(journalled()).toHaveLength(2);
});

test("one text binds one person", async () => {
  const cardHash = await hashOf(FOREIGN);
  await bind(FOREIGN);
  const { personId } = till.people[1]!;
  const approvalId = await approve(cardHash, personId);
  const again = { commandId: newId(), cardHash, personId, approvalId };
  await expect(core.cashier.buyer.bindCard.mutate(again)).rejects.toMatchObject({
    code: "CARD_BOUND_ALREADY",
  });
  expect(core.state().cart.buyer).toMatchObject({ name: till.people[0]!.name });
});

test("nobody binds a card alone, nor another person than was allowed", async () => {
  const { personId } = till.people[0]!;
  const cardHash = await hashOf(FOREIGN);
  const attempt = (approvalId: string | null, whom = personId) =>
    core.cashier.buyer.bindCard.mutate({
      commandId: newId(),
      cardHash,
      personId: whom,
      approvalId,
    });
  await expect(attempt(null)).rejects.toMatchObject({ code: "APPROVAL_NEEDED" });
  const approvalId = await approve(cardHash, personId);
  const other = attempt(approvalId, till.people[1]!.personId);
  await expect(other).rejects.toMatchObject({ code: "APPROVAL_INVALID" });
  const { cashierId, pin } = till.cashiers[1]!;
  await core.cashier.session.login.mutate({ cashierId, pin });
  await expect(approve(cardHash, personId)).rejects.toMatchObject({ code: "APPROVAL_SELF" });
  expect(journalled()).toEqual([]);
});

test("a NIP that the roster does not have binds nothing", async () => {
  const unknown = core.cashier.buyer.cardHolder.query({ nip: "199012312015031999" });
  await expect(unknown).rejects.toMatchObject({ code: "NIP_UNKNOWN" });
});

test.each([
  ["typed by hand", FOREIGN, "TYPED" as const],
  ["too short", "PEGAWAI-7F3A", "WEDGE" as const],
  ["a payment code", "00020101021126610014ID.CO.CONTOH", "WEDGE" as const],
])("a code that is %s is offered to nobody", async (_what, text, source) => {
  const result = await scan(text, source);
  expect(result.kind).toBe("REFUSED");
  expect(result).not.toHaveProperty("cardHash");
});
