import { AppError } from "../../../shared/contract/errors.ts";
import type { QuarantinedEntry } from "../../../shared/contract/quarantine-api.ts";
import { instantMs } from "../../../shared/domain/period.ts";
import type { CentreDeps } from "../deps.ts";
import { checkEntry } from "../journal/entry-check.ts";
import { parseBody } from "../journal/parse-body.ts";
import { entryAt } from "../stores/entry-view.ts";
import { hasSale, waitingAt } from "../stores/quarantine.ts";
import { saleLines } from "../stores/sale-view.ts";

/**
 * An entry kept aside with everything that can be said of it; its private text is not part of it.
 * Fails with: NOT_FOUND for one that no longer waits.
 */
export async function readEntry(
  deps: CentreDeps,
  { tillId, seq }: { readonly tillId: string; readonly seq: number },
): Promise<QuarantinedEntry> {
  const { database, regencyId } = deps;
  const till = { regencyId, tillId };
  const waiting = await waitingAt(database, till, seq);
  const entry = await entryAt(database, till, seq);
  if (waiting === null || entry === null) throw new AppError("NOT_FOUND");
  const { check } = await checkEntry(deps, till, entry);
  const { kind, receivedAt, hash, body } = entry;
  const parsed = parseBody(body);
  const at = parsed.state === "READ" ? instantMs(parsed.common.at) : parsed.atMs;
  return {
    ...waiting,
    tillId,
    kind: kind ?? "?",
    at,
    receivedAt,
    hash,
    body,
    check,
    sale: await saleOfEntry(deps, tillId, { seq, body }),
  };
}

async function saleOfEntry(
  { database, regencyId }: CentreDeps,
  tillId: string,
  { seq, body }: { readonly seq: number; readonly body: string },
): Promise<QuarantinedEntry["sale"]> {
  const parsed = parseBody(body);
  const sale = parsed.state === "READ" ? parsed.known : null;
  if (sale?.kind !== "SALE") return null;
  if (!(await hasSale(database, { regencyId, tillId }, seq))) return null;
  const { saleId, number, period, total } = sale;
  const lines = await saleLines(database, regencyId, saleId);
  return {
    saleId,
    number,
    period,
    total,
    lines: lines.map(({ no, productName, qty, net }) => ({ no, productName, qty, net })),
  };
}
