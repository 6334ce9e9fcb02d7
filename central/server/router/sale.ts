import { z } from "zod";
import { SaleDetail, SalePage, SaleRow } from "../../../shared/contract/centre-api.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import { CalendarDate, Period, Uuid } from "../../../shared/contract/primitives.ts";
import { codeOfHash } from "../../../shared/domain/journal.ts";
import type { CentreDeps } from "../deps.ts";
import { checkEntry } from "../journal/entry-check.ts";
import type { CentreUser } from "../people/session.ts";
import { entryAt } from "../stores/entry-view.ts";
import { daySales } from "../stores/month-sales.ts";
import {
  type SaleCursor,
  type SaleHeader,
  saleHeader,
  saleLines,
  saleReversals,
  salesOfDay,
  salesOfPerson,
  saleTenders,
} from "../stores/sale-view.ts";
import { officeOfPerson } from "../stores/standing.ts";
import { roleProcedure, router } from "./trpc.ts";

const SEES_ALL = ["ADMIN", "DKUPP", "BKPSDM", "AUDITOR", "OUTLET_MANAGER"] as const;
/** Who may see that a named person bought something; the others see sales without the name. */
const SEES_NAMES: readonly string[] = ["ADMIN", "BKPSDM", "AUDITOR"];
/** `{at}_{saleId}` of the last sale of a page. */
const Cursor = z
  .string()
  .max(60)
  .transform((text) => text.split("_"))
  .pipe(z.tuple([z.string().regex(/^\d{1,15}$/), Uuid]))
  .transform(([at, saleId]): SaleCursor => ({ at: Number(at), saleId }));

export const saleRouter = router({
  ofDay: roleProcedure(SEES_ALL)
    .input(
      z.object({
        date: CalendarDate,
        cursor: Cursor.nullish(),
        limit: z.int().min(1).max(200).default(50),
      }),
    )
    .output(SalePage)
    .query(async ({ ctx, input: { date, cursor, limit } }) => {
      const { database, regencyId } = ctx.deps;
      const after = cursor ?? null;
      const found = await salesOfDay(database, regencyId, { day: date, after, limit: limit + 1 });
      const rows = found.slice(0, limit).map((row) => withoutName(row, ctx.user));
      const last = rows.at(-1);
      const nextCursor =
        found.length > limit && last !== undefined ? `${last.at}_${last.saleId}` : null;
      return { ...(await daySales(database, regencyId, date)), rows, nextCursor };
    }),
  ofPerson: roleProcedure(["ADMIN", "BKPSDM", "AUDITOR", "OPD_HEAD", "ASN"])
    .input(z.object({ personId: Uuid, period: Period }))
    .output(z.array(SaleRow))
    .query(async ({ ctx, input }) => {
      await checkMaySeePerson(ctx.deps, ctx.user, input);
      return salesOfPerson(ctx.deps.database, ctx.deps.regencyId, input);
    }),
  get: roleProcedure([...SEES_ALL, "OPD_HEAD", "ASN"])
    .input(z.object({ saleId: Uuid }))
    .output(SaleDetail)
    .query(async ({ ctx, input: { saleId } }) => {
      const header = await saleHeader(ctx.deps.database, ctx.deps.regencyId, saleId);
      if (header === null) throw new AppError("NOT_FOUND");
      const { personId, period } = header;
      if (ctx.user.role === "OPD_HEAD" || ctx.user.role === "ASN") {
        if (personId === null) throw new AppError("NOT_ALLOWED");
        await checkMaySeePerson(ctx.deps, ctx.user, { personId, period });
        return detail(ctx.deps, header);
      }
      return withoutName(await detail(ctx.deps, header), ctx.user);
    }),
});

/** A head sees the own office's people, an ASN only oneself. */
async function checkMaySeePerson(
  { database, regencyId }: CentreDeps,
  user: CentreUser,
  wanted: { readonly personId: string; readonly period: string },
): Promise<void> {
  if (user.role === "ASN" && user.personId !== wanted.personId) throw new AppError("NOT_ALLOWED");
  if (user.role !== "OPD_HEAD") return;
  const officeId = await officeOfPerson(database, regencyId, wanted);
  if (officeId === null || officeId !== user.officeId) throw new AppError("NOT_ALLOWED");
}

function withoutName<T extends SaleRow>(row: T, user: CentreUser): T {
  return SEES_NAMES.includes(user.role) ? row : { ...row, buyerName: null };
}

async function detail(deps: CentreDeps, header: SaleHeader): Promise<SaleDetail> {
  const { database, regencyId } = deps;
  const { saleId, tillId, seq } = header;
  const till = { regencyId, tillId };
  const entry = await entryAt(database, till, seq);
  if (entry === null) throw new AppError("NOT_FOUND");
  const { check, keyId } = await checkEntry(deps, till, entry);
  const { receivedAt, prevHash, hash, signature, receiptSignature, body } = entry;
  return {
    ...header,
    lines: await saleLines(database, regencyId, saleId),
    tenders: await saleTenders(database, regencyId, saleId),
    reversals: await saleReversals(database, regencyId, saleId),
    entry: {
      tillId,
      seq,
      kind: entry.kind ?? "?",
      receivedAt,
      prevHash,
      hash,
      signature,
      receiptSignature,
      body,
      code: codeOfHash(hash),
      keyId,
    },
    check,
  };
}
