import { expect, test } from "vitest";
import { openShops } from "./testing/open-shops.ts";
import { newId, pay } from "./testing/test-core.ts";

const lines: string[] = [];
const shop = openShops({}, () => ({
  log: (event, facts) => void lines.push(JSON.stringify({ event, ...facts })),
}));

test("the log of a till tells events by code, and holds no NIP and no name of a person", async () => {
  const { cashiers, people, products } = shop.till;
  const cashier = shop.core.cashier;
  const [person] = people;
  const scan = (text: string) => cashier.scan.text.mutate({ text, source: "WEDGE" });
  await cashier.cart.add.mutate({ productId: products[0]!.productId, qty: 1 });
  await scan(person!.nip);
  await cashier.buyer.setPublic.mutate();
  const { saleId } = await pay(shop.core);
  const note = `Salah orang: ${person!.name} ${person!.nip}`;
  const why = { saleId, reason: "BUYER_LEFT", note, approvalId: newId() } as const;
  await expect(cashier.history.void.mutate({ commandId: newId(), ...why })).rejects.toThrow();
  await expect(
    cashier.session.login.mutate({ cashierId: cashiers[0]!.cashierId, pin: "000000" }),
  ).rejects.toThrow();
  const said = lines.join("\n");
  expect(said).toContain('"call failed"');
  for (const { name } of cashiers) expect(said).not.toContain(name);
  for (const { name, nip } of people) {
    expect(said).not.toContain(name);
    expect(said).not.toContain(nip);
  }
  expect(said).not.toMatch(/\d{18}/);
});
