import { cardRouter } from "./card.ts";
import { keyRouter } from "./key.ts";
import { monthRouter } from "./month.ts";
import { officeRouter } from "./office.ts";
import { outletRouter } from "./outlet.ts";
import { overviewRouter } from "./overview.ts";
import { quarantineRouter } from "./quarantine.ts";
import { saleRouter } from "./sale.ts";
import { sessionRouter } from "./session.ts";
import { staffRouter } from "./staff.ts";
import { tillRouter } from "./till.ts";
import { router } from "./trpc.ts";

/** Every procedure of the centre, for tills and for people. */
export const centreRouter = router({
  session: sessionRouter,
  overview: overviewRouter,
  month: monthRouter,
  office: officeRouter,
  outlet: outletRouter,
  sale: saleRouter,
  till: tillRouter,
  quarantine: quarantineRouter,
  staff: staffRouter,
  card: cardRouter,
  key: keyRouter,
});
export type CentreRouter = typeof centreRouter;
