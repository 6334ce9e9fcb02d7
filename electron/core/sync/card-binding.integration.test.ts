import { createHmac } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestCentre, type TestCentre } from "../../../central/server/testing/test-centre.ts";
import { logInAs } from "../../../central/server/testing/test-person.ts";
import { bindingSubject } from "../../../shared/contract/card-binding.ts";
import { countTill, readTill } from "../testing/read-till.ts";
import { newId, pay } from "../testing/test-core.ts";
import { startTillAtCentre, type TillAtCentre } from "./testing/till-at-centre.ts";

/** What stands on an employee's card that the regency did not sign. */
const FOREIGN = "PEGAWAI-7F3A9C0B51D2";

let centre: TestCentre;
let first: TillAtCentre;
let second: TillAtCentre;
beforeAll(async () => {
  centre = await startTestCentre();
  first = await startTillAtCentre(centre, "01");
  second = await startTillAtCentre(centre, "02");
});
afterAll(async () => {
  await first.close();
  await second.close();
  await centre.close();
});

const scan = ({ core }: TillAtCentre) =>
  core.cashier.scan.text.mutate({ text: FOREIGN, source: "WEDGE" });

async function bind({ core, sent }: TillAtCentre): Promise<string> {
  const { supervisorId: staffId, supervisorPin: pin, personId } = centre.shop;
  const offered = await scan(first);
  if (offered.kind !== "REFUSED" || offered.cardHash === undefined) throw new Error("not offered");
  const { cardHash } = offered;
  const subject = bindingSubject({ cardHash, personId });
  const asked = { staffId, pin, action: "BIND_CARD" as const, subject, amount: 0 };
  const { approvalId } = await core.cashier.approval.request.mutate(asked);
  const commandId = newId();
  await core.cashier.buyer.bindCard.mutate({ commandId, cardHash, personId, approvalId });
  await sent();
  return cardHash;
}

/** Pulls until a till was told so of the card. */
async function told({ core, folder }: TillAtCentre, state: string): Promise<void> {
  const count = "SELECT count(*) AS n FROM card_binding WHERE state = ? AND feed_seq > 0";
  await core.cashier.sync.now.mutate();
  await core.until(() => countTill(folder, count, state) === 1);
}

async function decide(decision: "APPROVE" | "WITHDRAW"): Promise<void> {
  const officer = await logInAs(centre.url, centre.centre.deps, { role: "BKPSDM" });
  const [row] = await officer.card.bindings.query();
  const at = { tillId: first.tillId, seq: row?.seq ?? 0 };
  await officer.card.decide.mutate(
    decision === "APPROVE"
      ? { ...at, decision, reason: null }
      : { ...at, decision, reason: "Kartu dilaporkan hilang" },
  );
}

test("a card bound at one till is known at the other, and counts for more once it is approved", async () => {
  const cardHash = await bind(first);
  const { regencyKey } = centre.centre.deps.keys;
  expect(cardHash).toBe(createHmac("sha256", regencyKey).update(FOREIGN).digest("hex"));

  await told(second, "PENDING");
  expect(await scan(second)).toEqual({ kind: "BUYER", confirmed: false });
  expect(second.core.state().cart.buyer).toMatchObject({
    personId: centre.shop.personId,
    assurance: "TYPED_NIP",
  });

  await decide("APPROVE");
  await told(second, "APPROVED");
  await told(first, "APPROVED");
  expect(await scan(second)).toEqual({ kind: "BUYER", confirmed: true });
  await second.core.cashier.cart.add.mutate({ productId: centre.shop.productId, qty: 1 });
  await pay(second.core);
  await second.sent();
  const [sale] = await centre.centre.deps.database.query(
    "select assurance, counted, code, state from sale",
  );
  expect(sale).toEqual({
    assurance: "ENROLLED_QR",
    counted: 35_000,
    code: null,
    state: "ACCEPTED",
  });
  expect(readTill(second.folder, "SELECT * FROM quarantine")).toEqual([]);

  await decide("WITHDRAW");
  await told(second, "WITHDRAWN");
  expect(await scan(second)).toMatchObject({ kind: "REFUSED", cardHash });
});
