import type { CashierState, SaleView } from "../../../../shared/contract/till-state.ts";
import {
  startTestCentre,
  type TestCentre,
} from "../../../../central/server/testing/test-centre.ts";
import { newId, pay, startCore, type TestCore, temporaryFolder } from "../../testing/test-core.ts";
import { type FaultProxy, startFaultProxy } from "./fault-proxy.ts";

/** A real till, enrolled at a real centre, with a line between them that can be broken. */
export type TillAtCentre = {
  readonly centre: TestCentre;
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

export async function startTillAtCentre(): Promise<TillAtCentre> {
  const centre = await startTestCentre();
  const line = await startFaultProxy(centre.url);
  const folder = temporaryFolder();
  const till: TillAtCentre = {
    centre,
    line,
    folder: folder.path,
    core: await startCore(folder.path, { schedule }),
    sell: () => sell(till),
    sent: () => till.core.until(({ sync }) => sync.state === "ONLINE" && sync.unsent === 0),
    restart: async (path = folder.path) => {
      await till.core.close();
      till.core = await startCore(path, { schedule });
    },
    close: async () => {
      await till.core.close();
      await line.turnOff();
      await centre.close();
      folder.remove();
    },
  };
  await enrol(till);
  return till;
}

/** Enrols with a code, has the admin confirm it, and waits for people and goods. */
async function enrol({ centre, line, core }: TillAtCentre): Promise<void> {
  const code = await centre.issueCode();
  await core.cashier.enrol.start.mutate({ centreUrl: line.url, code });
  await centre.approvePending();
  await core.until(({ cashiers, roster }) => cashiers.length > 0 && roster.products > 0);
  await openShift(core, centre);
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
