import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { startTestCentre, type TestCentre } from "../../../central/server/testing/test-centre.ts";
import { startTillAtCentre, type TillAtCentre } from "../sync/testing/till-at-centre.ts";
import { prepareTill } from "../testing/prepare-till.ts";
import { openShop, startCore, temporaryFolder } from "../testing/test-core.ts";

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.close());

let till: TillAtCentre;
let tills = 0;
beforeEach(async () => {
  tills += 1;
  till = await startTillAtCentre(centre, String(tills).padStart(2, "0"));
});
afterEach(() => till.close());

async function logIn(): Promise<void> {
  const { cashierId, cashierPin } = centre.shop;
  await till.core.cashier.session.login.mutate({ cashierId, pin: cashierPin });
}

test("a till that was just enrolled is set up step by step, and goes on after a restart", async () => {
  expect(till.core.state().firstRun).toEqual({ place: "OUTLET", answers: {} });
  const { answer } = till.core.cashier.firstRun;
  await answer.mutate({ step: "OUTLET", answer: "DONE" });
  await answer.mutate({ step: "PRINTER", answer: "LATER" });
  await answer.mutate({ step: "PRINTER", answer: "LATER" });
  const reached = { place: "SCANNER", answers: { OUTLET: "DONE", PRINTER: "LATER" } };
  expect(till.core.state().firstRun).toEqual(reached);
  await till.restart();
  expect(till.core.state().firstRun).toEqual(reached);
});

test("it ends at what came of all steps, is put away, and is opened again at any of them", async () => {
  const { answer, close } = till.core.cashier.firstRun;
  await answer.mutate({ step: "QRIS", answer: "DONE" });
  expect(till.core.state().firstRun?.place).toBe("SUMMARY");
  await close.mutate();
  await till.restart();
  expect(till.core.state().firstRun).toBeNull();
  await logIn();
  await till.core.cashier.firstRun.open.mutate({ place: "PRINTER" });
  expect(till.core.state().firstRun).toEqual({ place: "PRINTER", answers: { QRIS: "DONE" } });
});

test("nobody sets up a till who is not logged in", async () => {
  const { session, firstRun } = till.core.cashier;
  await session.logout.mutate();
  const refused = { code: "NOT_LOGGED_IN" };
  const answered = firstRun.answer.mutate({ step: "OUTLET", answer: "DONE" });
  await expect(answered).rejects.toMatchObject(refused);
  await expect(firstRun.close.mutate()).rejects.toMatchObject(refused);
  await expect(firstRun.open.mutate({ place: "QRIS" })).rejects.toMatchObject(refused);
  expect(till.core.state().firstRun).toEqual({ place: "OUTLET", answers: {} });
});

test("a till enrolled before there was an assistant goes straight to selling", async () => {
  const folder = temporaryFolder();
  const old = await prepareTill(folder.path);
  const core = await startCore(folder.path);
  await openShop(core, old);
  expect(core.state()).toMatchObject({ phase: "SELLING", firstRun: null });
  await core.close();
  folder.remove();
});
