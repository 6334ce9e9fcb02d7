import type { Transaction } from "../database/database.ts";
import { type Head, lockHead } from "../stores/head.ts";
import { findTill, type TillRecord } from "../stores/till.ts";

/**
 * A till with its head, which stays locked until the transaction ends. Revoking it takes the same lock,
 * so that what is read of the till under it is decided.
 */
export async function lockTill(
  tx: Transaction,
  { regencyId, tillId }: Pick<TillRecord, "regencyId" | "tillId">,
): Promise<{ readonly till: TillRecord; readonly head: Head }> {
  const head = await lockHead(tx, { regencyId, tillId });
  const till = await findTill(tx, tillId);
  if (till === null) throw new Error("a head without a till");
  return { till, head };
}
