import { verify } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkCard } from "../../../shared/domain/card.ts";
import { publicKeyOf } from "../keys/ed25519.ts";
import { SHOP } from "../testing/shop.ts";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import { logInAs, refusal } from "../testing/test-person.ts";
import type { TestTill } from "../testing/test-till.ts";

const NOON = Date.parse("2026-11-20T05:00:00.000Z");
let centre: TestCentre;
let till: TestTill;

beforeAll(async () => {
  centre = await startTestCentre({ clock: { wallMs: () => NOON } });
  till = await centre.enrolTill();
  await till.hello();
}, 120_000);
afterAll(() => centre.close());

const supervisor = { cashierId: SHOP.supervisorId };
const admin = () => logInAs(centre.url, centre.centre.deps, { role: "ADMIN" });

/** What the till was last told of the supervisor's card. */
async function told(): Promise<number | null | undefined> {
  const { changes } = await till.pull(0);
  for (const change of changes) {
    if (change.kind === "cashier" && change.value.cashierId === SHOP.supervisorId) {
      return change.value.cardSerial;
    }
  }
  return undefined;
}

describe("a supervisor's card", () => {
  test("is signed by the card key, good for a year, and its serial reaches the tills", async () => {
    expect(await told()).toBeNull();
    const browser = await admin();
    const card = await browser.staff.issueCard.mutate(supervisor);
    expect(card).toMatchObject({ serial: 1, expiresOn: "2027-11-20", name: "Penyelia Uji" });
    const { publicKey } = centre.centre.deps.keys.card;
    const judged = checkCard(card.text, {
      kind: "STAFF",
      keyOf: () => publicKey,
      verify: (key, message, signature) => {
        const issuer = publicKeyOf(key);
        return issuer !== null && verify(null, message, issuer, signature);
      },
      today: "2026-11-20",
      isRevoked: () => false,
    });
    expect(judged).toMatchObject({ ok: true, value: { personId: SHOP.supervisorId, serial: 1 } });
    expect(await told()).toBe(1);
    const list = await browser.staff.list.query();
    expect(list.map(({ name, card: held }) => [name, held?.serial ?? null])).toEqual([
      ["Penyelia Uji", 1],
      ["Kasir Uji", null],
    ]);
  });

  test("replaces the one before, and once withdrawn there is none", async () => {
    const browser = await admin();
    expect(await browser.staff.issueCard.mutate(supervisor)).toMatchObject({ serial: 2 });
    expect(await told()).toBe(2);
    await browser.staff.withdrawCard.mutate(supervisor);
    expect(await told()).toBeNull();
    expect(await refusal(browser.staff.withdrawCard.mutate(supervisor))).toBe("NOT_FOUND");
    const audit = await centre.centre.deps.database.query<{ action: string; before: string }>(
      "select action, before from audit where subject = $1 order by at, audit_id",
      [SHOP.supervisorId],
    );
    expect(audit.map(({ action }) => action)).toEqual([
      "staff.issueCard",
      "staff.issueCard",
      "staff.withdrawCard",
    ]);
  });

  test("is for supervisors alone, and for an admin to give", async () => {
    const cashier = { cashierId: SHOP.cashierId };
    expect(await refusal((await admin()).staff.issueCard.mutate(cashier))).toBe("NOT_ALLOWED");
    const auditor = await logInAs(centre.url, centre.centre.deps, { role: "AUDITOR" });
    expect(await auditor.staff.list.query()).toHaveLength(2);
    expect(await refusal(auditor.staff.issueCard.mutate(supervisor))).toBe("NOT_ALLOWED");
  });
});
