import { z } from "zod";
import { QuarantineRow } from "../../../shared/contract/centre-api.ts";
import { Uuid } from "../../../shared/contract/primitives.ts";
import {
  AcceptRevoked,
  ConfirmPeriod,
  DecideEntry,
  OpenPeriodRow,
  QuarantinedEntry,
} from "../../../shared/contract/quarantine-api.ts";
import { acceptRevoked } from "../quarantine/accept-revoked.ts";
import { confirmPeriod } from "../quarantine/confirm-period.ts";
import { decideEntry } from "../quarantine/decide-entry.ts";
import { readEntry } from "../quarantine/read-entry.ts";
import { openPeriodRows } from "../stores/open-period.ts";
import { quarantineRows } from "../stores/till-view.ts";
import { roleProcedure, router } from "./trpc.ts";

/** Entries kept aside, and sales whose month is doubtful: what a person has to decide. */
export const quarantineRouter = router({
  list: roleProcedure(["ADMIN", "DKUPP", "AUDITOR", "OUTLET_MANAGER"])
    .output(z.array(QuarantineRow))
    .query(({ ctx: { deps } }) => quarantineRows(deps.database, deps.regencyId)),
  entry: roleProcedure(["ADMIN", "AUDITOR"])
    .input(z.object({ tillId: Uuid, seq: z.int().min(1) }))
    .output(QuarantinedEntry)
    .query(({ ctx: { deps }, input }) => readEntry(deps, input)),
  decide: roleProcedure(["ADMIN"])
    .input(DecideEntry)
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await decideEntry(ctx.deps, { ...input, userId: ctx.user.userId });
      return {};
    }),
  openPeriods: roleProcedure(["ADMIN", "AUDITOR"])
    .output(z.array(OpenPeriodRow))
    .query(({ ctx: { deps } }) => openPeriodRows(deps.database, deps.regencyId)),
  confirmPeriod: roleProcedure(["ADMIN"])
    .input(ConfirmPeriod)
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await confirmPeriod(ctx.deps, { ...input, userId: ctx.user.userId });
      return {};
    }),
  acceptRevoked: roleProcedure(["ADMIN"])
    .input(AcceptRevoked)
    .output(z.object({ accepted: z.int(), left: z.int() }))
    .mutation(({ ctx, input }) => acceptRevoked(ctx.deps, { ...input, userId: ctx.user.userId })),
});
