import { type CoreOptions } from "../electron/core/create-core.ts";
import { systemSchedule } from "../electron/core/system.ts";
import { newId, pay, startCore, type TestCore } from "../electron/core/testing/test-core.ts";
import { commitWatch } from "./commit-watch.ts";

const FLOAT = 200_000;

/** Who sells in a till's file, what and to whom. */
export type SellingShop = {
  readonly cashiers: readonly { readonly cashierId: string; readonly pin: string }[];
  readonly products: readonly { readonly productId: string }[];
  readonly people: readonly { readonly nip: string }[];
};

/** A core of this very process whose sales are timed. */
export type SellingCore = {
  readonly core: TestCore;
  /** Sells four goods to an ASN; gives the milliseconds that the sale's commit took. */
  readonly sell: () => Promise<number>;
  readonly close: () => Promise<void>;
};

const LINES = 4;

/** Starts the core of a till's file and opens its shift. */
export async function startSelling(
  dataDir: string,
  shop: SellingShop,
  options: Partial<CoreOptions> = {},
): Promise<SellingCore> {
  const watch = commitWatch();
  const core = await startCore(dataDir, {
    step: watch.step,
    schedule: systemSchedule,
    ...options,
  });
  await openShift(core, shop);
  let sold = 0;
  return {
    core,
    sell: async () => {
      for (let line = 0; line < LINES; line += 1) {
        const { productId } = inTurn(shop.products, sold * LINES + line);
        await core.cashier.cart.add.mutate({ productId, qty: 1 });
      }
      const { nip } = inTurn(shop.people, sold);
      await core.cashier.scan.text.mutate({ text: nip, source: "WEDGE" });
      await core.cashier.buyer.confirm.mutate();
      await pay(core);
      sold += 1;
      return watch.took();
    },
    close: core.close,
  };
}

async function openShift(core: TestCore, { cashiers }: SellingShop): Promise<void> {
  const { cashierId, pin } = inTurn(cashiers, 0);
  await core.cashier.session.login.mutate({ cashierId, pin });
  if (core.state().shift !== null) return;
  await core.cashier.shift.open.mutate({ commandId: newId(), float: FLOAT });
}

function inTurn<T>(all: readonly T[], index: number): T {
  const one = all[index % all.length];
  if (one === undefined) throw new RangeError("nothing to choose from");
  return one;
}
