import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ApprovalScope } from "../../../shared/contract/approval.ts";
import type { SampleCashier } from "../testing/sample-shop.ts";
import { openShop, startCore, type TestCore } from "../testing/test-core.ts";
import { soundJournal } from "../testing/read-till.ts";
import { createTillTemplate, type TillTemplate } from "../testing/till-template.ts";
import { type Approvals, createApprovals, takeApproval } from "./approval.ts";
import { createSession, type Session } from "./session.ts";

const VOID: ApprovalScope = { action: "VOID", subject: "sale-1", amount: 25_000 };
const SUPERVISOR = 1;

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

function person(index: number): SampleCashier {
  const found = template.till.cashiers[index];
  if (found === undefined) throw new Error("the sample shop has two people");
  return found;
}

const ask = (pin: string, index = SUPERVISOR, scope = VOID) =>
  core.cashier.approval.request.mutate({ ...scope, pin, staffId: person(index).cashierId });

describe("a supervisor's approval", () => {
  test("is given for the right PIN, and the cashier stays at the till", async () => {
    const { approvalId } = await ask(person(SUPERVISOR).pin);
    expect(approvalId).not.toBe("");
    expect(core.state().session).toMatchObject({ name: "Kasir Satu" });
  });

  test("is not for a cashier to give", async () => {
    await expect(ask(person(0).pin, 0)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  });

  test("is not given for a wrong PIN, which counts; the fifth locks and is journalled", async () => {
    for (let left = 4; left > 0; left -= 1) {
      await expect(ask("000000")).rejects.toMatchObject({ code: "PIN_WRONG", details: { left } });
    }
    await expect(ask("000000")).rejects.toMatchObject({ code: "PIN_LOCKED" });
    await expect(ask(person(SUPERVISOR).pin)).rejects.toMatchObject({ code: "PIN_LOCKED" });
    const { tillId, publicKey } = template.till;
    expect(soundJournal(dataDir, tillId, publicKey).at(-1)).toBe("PIN_LOCKED");
  });

  test("needs somebody at the till", async () => {
    await core.cashier.session.logout.mutate();
    const asked = ask(person(SUPERVISOR).pin);
    await expect(asked).rejects.toMatchObject({ code: "NOT_LOGGED_IN" });
  });

  test("of a supervisor's own void takes a second person, other actions do not", async () => {
    await core.cashier.session.logout.mutate();
    const { cashierId, pin } = person(SUPERVISOR);
    await core.cashier.session.login.mutate({ cashierId, pin });
    await expect(ask(pin)).rejects.toMatchObject({ code: "APPROVAL_SELF" });
    await ask(pin, SUPERVISOR, { action: "DRAWER", subject: "shift-1", amount: 0 });
  });
});

describe("an approval in hand", () => {
  const granted = { ...VOID, approverId: "supervisor", actorId: "cashier", by: "PIN" as const };

  test("can be taken once", () => {
    const approvals = createApprovals(() => () => undefined);
    approvals.give("a", granted);
    expect(approvals.take("a")).toEqual(granted);
    expect(approvals.take("a")).toBeNull();
  });

  test("is used up by the transaction that took it, and there again when that failed", () => {
    const approvals = createApprovals(() => () => undefined);
    approvals.give("a", granted);
    const failing = () =>
      approvals.within(() => {
        approvals.take("a");
        throw new RangeError("no room");
      });
    expect(failing).toThrow(RangeError);
    expect(approvals.within(() => approvals.take("a"))).toEqual(granted);
    expect(approvals.take("a")).toBeNull();
  });

  test("is gone after two minutes", () => {
    const due: { readonly delayMs: number; readonly task: () => void }[] = [];
    const approvals = createApprovals((delayMs, task) => {
      due.push({ delayMs, task });
      return () => undefined;
    });
    approvals.give("a", granted);
    expect(due.map(({ delayMs }) => delayMs)).toEqual([120_000]);
    for (const { task } of due) task();
    expect(approvals.take("a")).toBeNull();
  });
});

describe("an approval of a void of Rp25.000", () => {
  let till: { readonly approvals: Approvals; readonly session: Session };

  beforeEach(() => {
    till = { approvals: createApprovals(() => () => undefined), session: createSession() };
    till.session.start({ cashierId: "cashier", name: "Kasir Satu", role: "CASHIER" });
    till.approvals.give("a", { ...VOID, approverId: "supervisor", actorId: "cashier", by: "PIN" });
  });

  test("allows just that, once, and says who allowed it", () => {
    const asked = { ...VOID, approvalId: "a" };
    expect(takeApproval(till, asked)).toEqual({ approverId: "supervisor", action: "VOID" });
    expect(() => takeApproval(till, asked)).toThrow("APPROVAL_INVALID");
  });

  test.each([
    ["another action", { action: "RETURN" as const }],
    ["another sale", { subject: "sale-2" }],
    ["another amount", { amount: 25_001 }],
  ])("does not allow %s, and is used up by the try", (_what, other) => {
    const asked = { ...VOID, approvalId: "a" };
    expect(() => takeApproval(till, { ...asked, ...other })).toThrow("APPROVAL_INVALID");
    expect(() => takeApproval(till, asked)).toThrow("APPROVAL_INVALID");
  });

  test("does not allow it to the next cashier", () => {
    till.session.start({ cashierId: "other", name: "Kasir Tiga", role: "CASHIER" });
    expect(() => takeApproval(till, { ...VOID, approvalId: "a" })).toThrow("APPROVAL_INVALID");
  });

  test("is asked for where there is none", () => {
    expect(() => takeApproval(till, { ...VOID, approvalId: null })).toThrow("APPROVAL_NEEDED");
  });
});
