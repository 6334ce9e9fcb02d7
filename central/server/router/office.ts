import { z } from "zod";
import { PersonMonth } from "../../../shared/contract/centre-api.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import { Period, Uuid } from "../../../shared/contract/primitives.ts";
import { last4 } from "../../../shared/domain/nip.ts";
import { monthStatus, type Obligations, policyOn } from "../../../shared/domain/obligation.ts";
import { periodStartDate } from "../../../shared/domain/period.ts";
import { allPolicies } from "../stores/policy.ts";
import { type StandingRow, standingsOf } from "../stores/standing.ts";
import { roleProcedure, router } from "./trpc.ts";

export const officeRouter = router({
  /** The people of an OPD by name: for BKPSDM and auditors, and for a head the own office only. */
  people: roleProcedure(["ADMIN", "BKPSDM", "AUDITOR", "OPD_HEAD"])
    .input(z.object({ officeId: Uuid, period: Period }))
    .output(z.array(PersonMonth))
    .query(async ({ ctx, input }) => {
      const { role, officeId } = ctx.user;
      if (role === "OPD_HEAD" && officeId !== input.officeId) throw new AppError("NOT_ALLOWED");
      const { database, regencyId, clock } = ctx.deps;
      const policies = await allPolicies(database, regencyId);
      const policy = policyOn(policies, periodStartDate(input.period));
      const rows = await standingsOf(database, regencyId, input);
      const asOf = clock.wallMs();
      return rows.map((row) =>
        personMonth(row, { period: input.period, obligations: policy?.obligations ?? null, asOf }),
      );
    }),
});

/** Judged by the same rule as on the till. */
function personMonth(
  row: StandingRow,
  month: {
    readonly period: string;
    readonly obligations: Obligations | null;
    readonly asOf: number;
  },
): PersonMonth {
  const { period } = month;
  const status = monthStatus({
    ...month,
    terms: [row],
    exemptions: row.exempt ? [{ from: period, to: period }] : [],
    counted: row.counted,
  });
  const { state, obligation, short } = status;
  return {
    personId: row.personId,
    name: row.name,
    nipLast4: last4(row.nip),
    unitName: row.unitName,
    class: row.class,
    state: state === "UNKNOWN" ? "NOT_OBLIGED" : state,
    obligation,
    counted: row.counted,
    short,
    sales: row.sales,
  };
}
