import { z } from "zod";
import { PendingTill, TillRow } from "../../../shared/contract/centre-api.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import { FormerAnswer, FormerRequest } from "../../../shared/contract/former-till.ts";
import { InstantMs, Uuid } from "../../../shared/contract/primitives.ts";
import { NewTillCode, RevokeTill } from "../../../shared/contract/fleet-api.ts";
import {
  EnrolAnswer,
  EnrolRequest,
  HelloAnswer,
  HelloRequest,
  PullAnswer,
  PullRequest,
  PushAnswer,
  PushRequest,
  ReportAnswer,
  ReportRequest,
  ResumeAnswer,
  ResumeRequest,
} from "../../../shared/contract/sync.ts";
import { dateOf } from "../../../shared/domain/period.ts";
import { createEnrolmentCode } from "../enrolment/create-code.ts";
import { decideEnrolment } from "../enrolment/decide.ts";
import { enrol } from "../enrolment/enrol.ts";
import { resumeTill } from "../enrolment/resume-till.ts";
import { formerEntries } from "../journal/former.ts";
import { hello } from "../journal/hello.ts";
import { pull } from "../journal/pull.ts";
import { acceptPush } from "../journal/push.ts";
import { takeReport } from "../journal/report.ts";
import { pendingEnrolments } from "../stores/enrolment.ts";
import { tillRows } from "../stores/till-view.ts";
import { askKeyChange } from "../tills/ask-key-change.ts";
import { revokeTill } from "../tills/revoke-till.ts";
import { publicProcedure, roleProcedure, router, tillProcedure } from "./trpc.ts";

const sameTill = tillProcedure.input(z.object({ tillId: Uuid })).use(({ ctx, input, next }) => {
  if (input.tillId !== ctx.till.tillId) throw new AppError("REQUEST_SIGNATURE");
  return next();
});

export const tillRouter = router({
  // what tills call
  enrol: publicProcedure
    .input(EnrolRequest)
    .output(EnrolAnswer)
    .mutation(({ ctx, input }) => enrol(ctx.deps, input)),
  resume: publicProcedure
    .input(ResumeRequest)
    .output(ResumeAnswer)
    .mutation(({ ctx, input }) => resumeTill(ctx.deps, input)),
  hello: publicProcedure
    .input(HelloRequest)
    .output(HelloAnswer)
    .mutation(({ ctx, input }) => hello(ctx.deps, input)),
  push: sameTill
    .input(PushRequest)
    .output(PushAnswer)
    .mutation(({ ctx, input }) => acceptPush(ctx.deps, ctx.till, input)),
  pull: sameTill
    .input(PullRequest)
    .output(PullAnswer)
    .mutation(({ ctx, input }) => pull(ctx.deps, ctx.till, input)),
  report: sameTill
    .input(ReportRequest)
    .output(ReportAnswer)
    .mutation(({ ctx, input }) => takeReport(ctx.deps, ctx.till, input)),
  former: sameTill
    .input(FormerRequest)
    .output(FormerAnswer)
    .mutation(({ ctx, input }) => formerEntries(ctx.deps, ctx.till, input)),

  // what people call
  list: roleProcedure(["ADMIN", "DKUPP", "AUDITOR", "OUTLET_MANAGER", "BKPSDM"])
    .output(z.array(TillRow))
    .query(({ ctx: { deps } }) =>
      tillRows(deps.database, deps.regencyId, dateOf(deps.clock.wallMs())),
    ),
  pending: roleProcedure(["ADMIN"])
    .output(z.array(PendingTill))
    .query(({ ctx: { deps } }) =>
      pendingEnrolments(deps.database, deps.regencyId, deps.clock.wallMs()),
    ),
  createCode: roleProcedure(["ADMIN"])
    .input(NewTillCode)
    .output(z.object({ code: z.string(), expiresAt: InstantMs }))
    .mutation(({ ctx, input }) =>
      createEnrolmentCode(ctx.deps, { ...input, userId: ctx.user.userId }),
    ),
  decide: roleProcedure(["ADMIN"])
    .input(z.object({ enrolmentId: Uuid, accept: z.boolean(), fingerprint: z.string().max(64) }))
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await decideEnrolment(ctx.deps, { ...input, userId: ctx.user.userId });
      return {};
    }),
  revoke: roleProcedure(["ADMIN"])
    .input(RevokeTill)
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await revokeTill(ctx.deps, { ...input, userId: ctx.user.userId });
      return {};
    }),
  askKeyChange: roleProcedure(["ADMIN"])
    .input(z.object({ tillId: Uuid }))
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await askKeyChange(ctx.deps, { ...input, userId: ctx.user.userId });
      return {};
    }),
});
