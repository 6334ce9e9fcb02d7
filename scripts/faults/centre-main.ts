import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import type { Centre } from "../../central/server/create-centre.ts";
import { createEnrolmentCode } from "../../central/server/enrolment/create-code.ts";
import { decideEnrolment } from "../../central/server/enrolment/decide.ts";
import { runCentre } from "../../central/server/run-centre.ts";
import { pendingEnrolments } from "../../central/server/stores/enrolment.ts";
import { saveProducts } from "../../central/server/stores/product.ts";
import { seedShop, SHOP } from "../../central/server/testing/shop.ts";
import { MORE_GOODS } from "./backlog.ts";

/*
 * The centre of central/server/main.ts with a small shop in it and an administrator who always says
 * yes. A line with a till's code on its input is answered by a line with an enrolment code.
 */

const LOOK_EVERY_MS = 300;

await runCentre({
  argv: process.argv.slice(2),
  prepare: async (centre) => {
    if (!(await hasShop(centre))) await seed(centre);
    createInterface({ input: process.stdin }).on("line", (tillCode) => {
      void issueCode(centre, tillCode);
    });
    void acceptTills(centre);
    return {};
  },
});

/** The shop, with goods enough for a sale of four lines. */
async function seed({ deps }: Centre): Promise<void> {
  await seedShop(deps);
  const { makerId } = SHOP;
  const kind = { makerId, categoryId: "kopi", shareBp: 1_000, pictureKey: "kopi", active: true };
  const product = { productId: MORE_GOODS, sku: "KOPI-2", barcode: null, name: "Kopi 100 g" };
  await deps.database.transaction((tx) =>
    saveProducts(tx, deps.regencyId, [{ ...product, ...kind, unitPrice: 18_000 }]),
  );
}

async function hasShop({ deps }: Centre): Promise<boolean> {
  return (await deps.database.query("select 1 from outlet limit 1")).length > 0;
}

async function issueCode({ deps }: Centre, tillCode: string): Promise<void> {
  const wanted = { outletId: SHOP.outletId, tillCode, deviceKind: "till", userId: null } as const;
  // Refused where the answer to the same wish was lost before.
  const issued = await createEnrolmentCode(deps, wanted).catch(() => null);
  process.stdout.write(`${JSON.stringify({ code: issued?.code ?? null })}\n`);
}

/** What the administrator does after comparing fingerprints, for every till that waits. */
async function acceptTills({ deps }: Centre): Promise<void> {
  for (;;) {
    await pause(LOOK_EVERY_MS);
    const waiting = await pendingEnrolments(
      deps.database,
      deps.regencyId,
      deps.clock.wallMs(),
    ).catch(() => []);
    for (const { enrolmentId, state, fingerprint } of waiting) {
      if (state !== "PENDING" || fingerprint === null) continue;
      const decision = { enrolmentId, fingerprint, accept: true, userId: null };
      await decideEnrolment(deps, decision).catch(() => undefined);
    }
  }
}
