import path from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ApprovalScope } from "../../../shared/contract/approval.ts";
import { readTill } from "../testing/read-till.ts";
import type { SampleCard } from "../testing/sample-authority.ts";
import { newId, openShop, startCore, type TestCore } from "../testing/test-core.ts";
import { createTillTemplate, type TillTemplate } from "../testing/till-template.ts";

const VOID: ApprovalScope = { action: "VOID", subject: "sale-1", amount: 25_000 };

let template: TillTemplate;
let dataDir: string;
let core: TestCore;

beforeAll(async () => {
  template = await createTillTemplate();
});
afterAll(() => template.remove());
beforeEach(async () => {
  dataDir = template.copy();
  core = await startCore(dataDir);
  await openShop(core, template.till);
});
afterEach(() => core.close());

function supervisor() {
  const [, found] = template.till.cashiers;
  if (found === undefined || found.cardSerial === null) throw new Error("the second has a card");
  return { ...found, cardSerial: found.cardSerial };
}

/** The supervisor's card, or one that differs in some way. */
function staffCard(change: Partial<SampleCard> = {}): string {
  const { cashierId, cardSerial } = supervisor();
  const card = { personId: cashierId, serial: cardSerial, kind: "STAFF" as const };
  return template.till.cardOf({ ...card, ...change });
}

const ask = (card: string, scope = VOID) => core.cashier.approval.byCard.mutate({ ...scope, card });

describe("a supervisor's card", () => {
  test("approves the one action, and the entry says who and that it was a card", async () => {
    const shiftId = core.state().shift?.shiftId ?? "";
    const scope: ApprovalScope = { action: "DRAWER", subject: shiftId, amount: 0 };
    const { approvalId } = await ask(staffCard().toLowerCase(), scope);
    const opened = { commandId: newId(), reason: "CHECK" as const, note: "", approvalId };
    await core.cashier.shift.openDrawer.mutate(opened);
    const [row] = readTill(dataDir, "SELECT body FROM journal ORDER BY seq DESC LIMIT 1") as {
      body: string;
    }[];
    expect(JSON.parse(row?.body ?? "")).toMatchObject({
      kind: "DRAWER_OPENED",
      actorId: template.till.cashiers[0]?.cashierId,
      approval: { approverId: supervisor().cashierId, action: "DRAWER", by: "CARD" },
    });
  });

  test.each([
    ["that was read in part", () => staffCard().slice(0, -3), "CARD_MALFORMED"],
    ["whose last day is past", () => staffCard({ expires: "2024-12-31" }), "CARD_EXPIRED"],
    ["that was replaced by a newer one", () => staffCard({ serial: 900 }), "CARD_REVOKED"],
    ["of a key this till does not know", () => staffCard({ keyId: 9 }), "CARD_KEY_UNKNOWN"],
    ["that somebody wrote himself", () => forged(staffCard()), "CARD_SIGNATURE"],
    ["of somebody who is not of the staff", () => staffCard({ personId: newId() }), "CARD_REVOKED"],
  ])("%s does not approve", async (_what, card, code) => {
    await expect(ask(card())).rejects.toMatchObject({ code });
  });

  test("cannot be an ASN's card, not even with a staff card's beginning put before it", async () => {
    const { cashierId, cardSerial } = supervisor();
    const asn = template.till.cardOf({ personId: cashierId, serial: cardSerial });
    await expect(ask(asn)).rejects.toMatchObject({ code: "CARD_MALFORMED" });
    const dressed = staffCard().slice(0, 6) + asn.slice(6);
    await expect(ask(dressed)).rejects.toMatchObject({ code: "CARD_MALFORMED" });
  });

  test("does not approve its holder's own void, and a cashier's card approves nothing", async () => {
    await core.cashier.session.logout.mutate();
    const { cashierId, pin } = supervisor();
    await core.cashier.session.login.mutate({ cashierId, pin });
    await expect(ask(staffCard())).rejects.toMatchObject({ code: "APPROVAL_SELF" });
    heard("role = 'CASHIER'");
    await expect(ask(staffCard())).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  });

  test("of somebody who left, or whose card was withdrawn, is revoked", async () => {
    heard("active = 0");
    await expect(ask(staffCard())).rejects.toMatchObject({ code: "CARD_REVOKED" });
    heard("active = 1, card_serial = NULL");
    await expect(ask(staffCard())).rejects.toMatchObject({ code: "CARD_REVOKED" });
  });

  test("needs somebody at the till, and buys nothing when it is scanned as a buyer's", async () => {
    const scanned = await core.cashier.scan.text.mutate({ text: staffCard(), source: "WEDGE" });
    expect(scanned).toEqual({ kind: "REFUSED", code: "CARD_OF_STAFF" });
    expect(core.state().cart.buyer).toBeNull();
    await core.cashier.session.logout.mutate();
    await expect(ask(staffCard())).rejects.toMatchObject({ code: "NOT_LOGGED_IN" });
  });
});

/** As the centre's next word about the supervisor. */
function heard(what: string): void {
  const db = new Sqlite(path.join(dataDir, "till.db"));
  db.prepare(`UPDATE cashier SET ${what} WHERE cashier_id = ?`).run(supervisor().cashierId);
  db.close();
}

function forged(card: string): string {
  const last = card.at(-8) === "A" ? "B" : "A";
  return card.slice(0, -8) + last + card.slice(-7);
}
