import { approvalRouter } from "./approval.ts";
import { buyerRouter } from "./buyer.ts";
import { cartRouter } from "./cart.ts";
import { enrolRouter } from "./enrol.ts";
import { firstRunRouter } from "./first-run.ts";
import { hardwareRouter } from "./hardware.ts";
import { healthRouter } from "./health.ts";
import { historyRouter } from "./history.ts";
import { preferenceRouter } from "./preference.ts";
import { printerRouter } from "./printer.ts";
import { productRouter } from "./product.ts";
import { saleRouter } from "./sale.ts";
import { scanRouter } from "./scan.ts";
import { settingRouter } from "./setting.ts";
import { sessionRouter } from "./session.ts";
import { shiftRouter } from "./shift.ts";
import { cashierStateRouter, displayStateRouter } from "./state.ts";
import { syncRouter } from "./sync.ts";
import { qrisRouter } from "./qris.ts";
import { trainingRouter } from "./training.ts";
import { router } from "./trpc.ts";

/** All that a cashier's window can ask for. */
export const cashierRouter = router({
  health: healthRouter,
  state: cashierStateRouter,
  session: sessionRouter,
  approval: approvalRouter,
  shift: shiftRouter,
  product: productRouter,
  scan: scanRouter,
  buyer: buyerRouter,
  cart: cartRouter,
  sale: saleRouter,
  history: historyRouter,
  preference: preferenceRouter,
  setting: settingRouter,
  printer: printerRouter,
  hardware: hardwareRouter,
  enrol: enrolRouter,
  firstRun: firstRunRouter,
  sync: syncRouter,
  qris: qrisRouter,
  training: trainingRouter,
});
export type CashierRouter = typeof cashierRouter;

/** All that the public display can ask for: to be told what to show. */
export const displayRouter = router({ state: displayStateRouter });
export type DisplayRouter = typeof displayRouter;
