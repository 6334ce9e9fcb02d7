import { transact, type WriteDb } from "../../electron/core/db/database.ts";
import { countSale, counter } from "../../electron/core/db/stores/counter.ts";
import { openTillFile, type TillFile } from "../../electron/core/db/till-file.ts";
import { createIds } from "../../electron/core/ids.ts";
import { readIdentity } from "../../electron/core/identity.ts";
import type { EntryHead, Journal } from "../../electron/core/journal/journal.ts";
import { createJournal } from "../../electron/core/journal/journal.ts";
import { readKeys } from "../../electron/core/keys/key-file.ts";
import { plainSealBox, systemClock, systemRandom } from "../../electron/core/system.ts";
import { newId, pay, startCore } from "../../electron/core/testing/test-core.ts";
import { createTillClock } from "../../electron/core/till-clock.ts";
import { SaleBody } from "../../shared/contract/journal-bodies.ts";
import { instantMs, periodOf } from "../../shared/domain/period.ts";
import { receiptNumber } from "../../shared/domain/receipt-number.ts";
import { SHOP } from "../../central/server/testing/shop.ts";

/** A product beside the shop's three, so that a sale has four lines. */
export const MORE_GOODS = "019a41c2-7c00-7000-8000-000000000169";
const GOODS = [SHOP.productId, SHOP.bagId, SHOP.strangerProductId, MORE_GOODS] as const;
const SALES_A_TRANSACTION = 2_000;

/**
 * Lets a till whose core is not running have so many sales of four lines unsent. The first is made by
 * the core; the others are entries after its model that the till's own journal writes, many to a
 * transaction: what is sent is the journal, and a year of it must not take a year.
 */
export async function fillBacklog(folder: string, sales: number): Promise<void> {
  await sellOnce(folder);
  const keys = await readKeys(folder, plainSealBox);
  const file = openTillFile(folder, () => undefined);
  try {
    const identity = readIdentity(file.db());
    if (identity === null) throw new Error("the till is not enrolled");
    const { tillId, certificate } = identity;
    const known = { offsetMs: null, latestAt: null, setOffsetMs: null, doubted: false };
    const ids = createIds(systemClock, systemRandom);
    const journal = createJournal({
      tillId,
      keys: () => keys,
      clock: createTillClock(systemClock, known),
      random: systemRandom,
      newId: ids,
    });
    const bulk = { journal, model: modelOf(file), certificate, newId: ids };
    for (let left = sales - 1; left > 0; left -= SALES_A_TRANSACTION) {
      const some = Math.min(left, SALES_A_TRANSACTION);
      transact(file.db(), (db) => {
        for (let sale = 0; sale < some; sale += 1) writeSale(db, bulk);
      });
    }
    file.checkpoint();
  } finally {
    file.close();
  }
}

async function sellOnce(folder: string): Promise<void> {
  const core = await startCore(folder);
  const { supervisorId: cashierId, supervisorPin: pin } = SHOP;
  await core.cashier.session.login.mutate({ cashierId, pin });
  if (core.state().shift === null) {
    await core.cashier.shift.open.mutate({ commandId: newId(), float: 100_000 });
  }
  for (const productId of GOODS) await core.cashier.cart.add.mutate({ productId, qty: 1 });
  await core.cashier.buyer.setPublic.mutate();
  await pay(core);
  await core.close();
}

type Bulk = {
  readonly journal: Journal;
  readonly model: SaleBody;
  readonly certificate: { readonly outletCode: string; readonly tillCode: string };
  readonly newId: () => string;
};

function modelOf(file: TillFile): SaleBody {
  const body = file
    .db()
    .prepare("SELECT body FROM journal ORDER BY seq DESC LIMIT 1")
    .pluck()
    .get();
  return SaleBody.parse(JSON.parse(String(body)));
}

function writeSale(db: WriteDb, { journal, model, certificate, newId: ids }: Bulk): void {
  const { receipt, turnover } = counter(db);
  const entry = journal.write(db, {
    actorId: model.actorId,
    commandId: ids(),
    build: (head: EntryHead) => {
      const atMs = instantMs(head.at);
      const number = receiptNumber({ ...certificate, atMs, counter: receipt + 1 });
      const saleId = ids();
      const own = { ...head, saleId, number, period: periodOf(atMs) };
      return { ...model, ...own, turnover: turnover + model.total };
    },
    receiptOf: ({ number, at, total }) => ({ number, at, total }),
  });
  countSale(db, receipt + 1, entry.body.turnover);
}
