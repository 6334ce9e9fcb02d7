import { parseArgs } from "node:util";
import { SHOP } from "../../central/server/testing/shop.ts";
import { systemSchedule } from "../../electron/core/system.ts";
import { newId, pay, startCore } from "../../electron/core/testing/test-core.ts";

/* Sells so many times at an enrolled till whose centre is away: `backlog-main.ts --folder F --sales N`. */

const { values } = parseArgs({
  options: { folder: { type: "string" }, sales: { type: "string" } },
});
const core = await startCore(values.folder ?? "", { schedule: systemSchedule });
const { supervisorId: cashierId, supervisorPin: pin } = SHOP;
await core.cashier.session.login.mutate({ cashierId, pin });
if (core.state().shift === null) {
  await core.cashier.shift.open.mutate({ commandId: newId(), float: 100_000 });
}
for (let sale = 0; sale < Number(values.sales); sale += 1) {
  await core.cashier.cart.add.mutate({ productId: SHOP.productId, qty: 1 });
  await core.cashier.buyer.setPublic.mutate();
  await pay(core);
}
await core.close();
