import { z } from "zod";
import { MonthOverview, type OfficeMonth } from "../../../shared/contract/centre-api.ts";
import { Period } from "../../../shared/contract/primitives.ts";
import { policyOn } from "../../../shared/domain/obligation.ts";
import { periodStartDate } from "../../../shared/domain/period.ts";
import { monthSales } from "../stores/month-sales.ts";
import { allPolicies } from "../stores/policy.ts";
import { officeMonths } from "../stores/standing.ts";
import { roleProcedure, router } from "./trpc.ts";

export const overviewRouter = router({
  /** The month by office, the whole regency's or, for a head, the own office's. */
  month: roleProcedure(["ADMIN", "DKUPP", "BKPSDM", "OPD_HEAD", "AUDITOR", "OUTLET_MANAGER"])
    .input(z.object({ period: Period }))
    .output(MonthOverview)
    .query(async ({ ctx, input: { period } }) => {
      const { database, regencyId, clock } = ctx.deps;
      const policy = policyOn(await allPolicies(database, regencyId), periodStartDate(period));
      const obligations = policy?.obligations ?? null;
      const all = await officeMonths(database, regencyId, { period, obligations });
      const { role, officeId: own } = ctx.user;
      const offices = role === "OPD_HEAD" ? all.filter(({ officeId }) => officeId === own) : all;
      const sum = (of: (office: OfficeMonth) => number) =>
        offices.reduce((total, office) => total + of(office), 0);
      return {
        period,
        asOf: clock.wallMs(),
        obliged: sum((office) => office.obliged),
        met: sum((office) => office.met),
        exempt: sum((office) => office.exempt),
        counted: sum((office) => office.counted),
        target: sum((office) => office.target),
        sales: await monthSales(database, regencyId, period),
        offices,
      };
    }),
});
