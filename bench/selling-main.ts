import { type SellingShop, startSelling } from "./selling-core.ts";
import { type Answer, Ask } from "./selling-process.ts";

/* A till's core that sells when its parent asks: `selling-main.ts FOLDER SHOP`. */

const [folder = "", shop = ""] = process.argv.slice(2);
// Made by the parent from the same type.
const till = await startSelling(folder, JSON.parse(shop) as SellingShop);
const { core } = till;

process.on("message", (message) => {
  void answer(Ask.parse(message)).then((took) => {
    const { unsent } = core.state().sync;
    process.send?.({ took, unsent } satisfies Answer);
  });
});
process.send?.("ready");

async function answer(ask: Ask): Promise<number[]> {
  switch (ask.do) {
    case "sell":
      return sell(ask.sales);
    case "unsent":
      return [];
    case "drainBegins": {
      const { unsent } = core.state().sync;
      await core.cashier.sync.now.mutate();
      await core.until(({ sync }) => sync.unsent < unsent);
      return [];
    }
    case "drainEnds":
      await core.until(({ sync }) => sync.state !== "SENDING");
      return [];
    case "close":
      await till.close();
      process.exit(0);
  }
}

async function sell(sales: number): Promise<number[]> {
  const took: number[] = [];
  for (let sale = 0; sale < sales; sale += 1) took.push(await till.sell());
  return took;
}
