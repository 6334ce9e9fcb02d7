import { ok, type Result } from "./result.ts";
import { buildSaleBody, type SaleBody, type SaleCode, type SaleInput } from "./sale.ts";
import { checkSaleSums } from "./sale-sums.ts";

/** What stands on screen and paper in place of a training sale's number. */
export const TRAINING_MARK = "LATIHAN";

/**
 * The body of a TRAINING: what a sale would have been, without number, month, buyer or running sums,
 * so that nothing can count it. Key order is the journal's.
 */
export type TrainingBody = Pick<
  SaleBody,
  | "v"
  | "at"
  | "clock"
  | "actorId"
  | "commandId"
  | "approval"
  | "shiftId"
  | "outletId"
  | "lines"
  | "total"
  | "tenders"
  | "change"
> & { kind: "TRAINING"; trainingId: string };

/** What a training sale is decided from: a sale's own, less all that would count it. */
export type TrainingInput = Omit<
  SaleInput,
  "ids" | "number" | "turnoverBefore" | "reversals" | "privateHash" | "feedSeq"
> & {
  readonly ids: {
    readonly trainingId: string;
    readonly shiftId: string;
    readonly outletId: string;
  };
};

/** Decides a training sale by the rules of a real one. */
export function buildTrainingBody(input: TrainingInput): Result<TrainingBody, SaleCode> {
  const { trainingId, shiftId, outletId } = input.ids;
  const nothing = { number: "", feedSeq: 0, turnoverBefore: 0, reversals: 0, privateHash: null };
  const ids = { saleId: trainingId, shiftId, outletId };
  const sale = buildSaleBody({ ...input, ...nothing, ids });
  if (!sale.ok) return sale;
  const { v, at, clock, actorId, commandId, approval, lines, total, tenders, change } = sale.value;
  return ok({
    v,
    kind: "TRAINING",
    at,
    clock,
    actorId,
    commandId,
    ...(approval === undefined ? {} : { approval }),
    trainingId,
    shiftId,
    outletId,
    lines,
    total,
    tenders,
    change,
  });
}

/** Whether a training sale's figures agree as a sale's must. Fails with: ENTRY_SUMS. */
export function checkTrainingSums({
  lines,
  total,
  tenders,
  change,
}: Pick<TrainingBody, "lines" | "total" | "tenders" | "change">): Result<true, "ENTRY_SUMS"> {
  const nobody = { personId: null, assurance: null, cardSerial: null, proxy: false } as const;
  const buyer = { kind: "PUBLIC", ...nobody, match: "NONE" } as const;
  return checkSaleSums({ buyer, lines, total, counted: 0, tenders, change, turnover: total });
}
