import type { CashierState, SaleView } from "../../../../shared/contract/till-state.ts";
import type { TestCentre } from "../../../../central/server/testing/test-centre.ts";
import { newId, pay, startCore, type TestCore, temporaryFolder } from "../../testing/test-core.ts";
import { type FaultProxy, startFaultProxy } from "./fault-proxy.ts";

/** A real till, enrolled at a real centre, with a line between them that can be broken. */
export type TillAtCentre = {
  readonly centre: TestCentre;
  readonly tillId: string;
  readonly line: FaultProxy;
  readonly folder: string;
  core: TestCore;
  /** One piece of coffee to a visitor, paid exactly. */
  readonly sell: () => Promise<SaleView>;
  /** Resolves when everything is at the centre and the line is well. */
  readonly sent: () => Promise<CashierState>;
  readonly restart: (folder?: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Long waits are cut short: a test asks again by itself where it means to. */
const LONGEST_WAIT_MS = 200;
const schedule = (delayMs: number, task: () => void): (() => void) => {
  const timer = setTimeout(task, Math.min(delayMs, LONGEST_WAIT_MS));
  return () => clearTimeout(timer);
};

/** Enrols one more till of the centre's shop; `tillCode` must be new there, `replaces` is a lost one's id. */
export async function startTillAtCentre(
  centre: TestCentre,
  tillCode: string,
  replaces?: string,
): Promise<TillAtCentre> {
  const line = await startFaultProxy(centre.url);
  const folder = temporaryFolder();
  const core = await startCore(folder.path, { schedule });
  const tillId = await enrol({ centre, line, core, wanted: { tillCode, replaces } });
  const till: TillAtCentre = {
    centre,
    tillId,
    line,
    folder: folder.path,
    core,
    sell: () => sell(till),
    sent: () => till.core.until(({ sync }) => sync.state === "ONLINE" && sync.unsent === 0),
    restart: async (path = folder.path) => {
      await till.core.close();
      till.core = await startCore(path, { schedule });
    },
    close: async () => {
      await till.core.close();
      await line.turnOff();
      folder.remove();
    },
  };
  return till;
}

/** Enrols with a code, has the admin confirm it, and waits for people and goods. */
async function enrol({
  centre,
  line,
  core,
  wanted,
}: Pick<TillAtCentre, "centre" | "line" | "core"> & {
  wanted: Parameters<TestCentre["issueCode"]>[0];
}): Promise<string> {
  const code = await centre.issueCode(wanted);
  await core.cashier.enrol.start.mutate({ centreUrl: line.url, code });
  const [tillId] = await centre.approvePending();
  if (tillId === undefined) throw new Error("no till was waiting");
  await core.until(({ cashiers, roster }) => cashiers.length > 0 && roster.products > 0);
  await openShift(core, centre);
  return tillId;
}

async function openShift(core: TestCore, { shop }: TestCentre): Promise<void> {
  const { cashierId, cashierPin } = shop;
  await core.cashier.session.login.mutate({ cashierId, pin: cashierPin });
  if (core.state().shift !== null) return;
  await core.cashier.shift.open.mutate({ commandId: newId(), float: 200_000 });
}

async function sell({ core, centre }: TillAtCentre): Promise<SaleView> {
  if (core.state().session === null) await openShift(core, centre);
  await core.cashier.cart.add.mutate({ productId: centre.shop.productId, qty: 1 });
  await core.cashier.buyer.setPublic.mutate();
  return pay(core);
}
