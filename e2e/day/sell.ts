import { buyerPanel, cartLines, cartTotal, storedStrip } from "../support/cashier-page.ts";
import { approve, approveByCard, backAtTheCart, type Day, rp, topDialog } from "./day.ts";
import { noteSale } from "./notebook.ts";
import { takeMoney } from "./take-money.ts";
import { at, type ScriptedSale } from "./script.ts";

type Rung = { total: number; discount: number };

/** A sale that is stored: as it was scripted, its number's last part, and its money. */
export type SoldSale = ScriptedSale & {
  readonly number: string;
  readonly total: number;
  /** cash that stayed */
  readonly cash: number;
};

/** Sells as the script says, from the first scan to the stored sale, and notes it. */
export async function sell(day: Day, sale: ScriptedSale): Promise<SoldSale> {
  const { page } = day.hands;
  const rung = await ringUp(day, sale);
  await giveExtra(day, sale, rung);
  await totalIs(day, rung.total);
  await nameBuyer(day, sale);
  if (sale.extra === "HOLD") await holdAndResume(day, rung.total);
  const money = await takeMoney(day, sale, rung.total);
  day.numbers += 1;
  const number = String(day.numbers).padStart(6, "0");
  await storedStrip(page)
    .getByText(new RegExp(`-${number}$`))
    .waitFor();
  noteSale(day.notebook, { cashierId: day.clerk.cashierId, discount: rung.discount, money });
  return { ...sale, number, total: rung.total, cash: money.CASH };
}

/** Scans everything; the last line also in the ways a quantity is typed. */
async function ringUp(day: Day, sale: ScriptedSale): Promise<Rung> {
  const { hands, shop } = day;
  const rung: Rung = { total: 0, discount: 0 };
  for (const [index, place] of sale.goods.entries()) {
    const { barcode, unitPrice } = at(shop.goods, place);
    const isLast = index === sale.goods.length - 1;
    const many = isLast && sale.extra === "TWELVE" ? 12 : isLast && sale.extra === "MINUS" ? 3 : 1;
    await (many > 1 ? hands.scanMany(many, barcode) : hands.scan(barcode));
    rung.total += many * unitPrice;
  }
  await totalIs(day, rung.total);
  return rung;
}

const GIVEN = {
  LINE_SHARE: { of: "LINE", percent: "7,5", basisPoints: 750 },
  SALE_SHARE: { of: "SALE", percent: "5", basisPoints: 500 },
  OVER_LIMIT: { of: "SALE", percent: "25", basisPoints: 2_500 },
  LINE_AMOUNT: { of: "LINE", amount: 300 },
  SALE_AMOUNT: { of: "SALE", amount: 350 },
} as const;

async function giveExtra(day: Day, sale: ScriptedSale, rung: Rung): Promise<void> {
  const { hands, shop } = day;
  const { unitPrice } = at(shop.goods, at(sale.goods, sale.goods.length - 1));
  switch (sale.extra) {
    case "PLUS":
      await hands.press("+");
      rung.total += unitPrice;
      return;
    case "MINUS":
      await hands.press("-");
      rung.total -= unitPrice;
      return;
    case "UNDO":
      return undoOneTooMany(day, rung.total);
    case "NOTE":
      await hands.press("Control+E");
      await topDialog(hands).waitFor();
      await hands.words("titip");
      await hands.press("Enter");
      return backAtTheCart(hands);
    case "PRICE":
      await changePrice(day, unitPrice - 500);
      rung.total -= 500;
      return;
    case "NONE":
    case "TWELVE":
    case "HOLD":
      return;
    default:
      return giveDiscount(day, GIVEN[sale.extra], { rung, unitPrice });
  }
}

async function undoOneTooMany(day: Day, total: number): Promise<void> {
  const { barcode, unitPrice } = at(day.shop.goods, 0);
  await day.hands.scan(barcode);
  await totalIs(day, total + unitPrice);
  await day.hands.press("Control+Z");
}

async function changePrice(day: Day, price: number): Promise<void> {
  const { hands } = day;
  await hands.press("Control+U");
  await topDialog(hands).waitFor();
  await hands.digits(price);
  await hands.press("Enter");
  await approveByCard(day, "Setujui perubahan harga");
  await backAtTheCart(hands);
}

type Given = (typeof GIVEN)[keyof typeof GIVEN];

async function giveDiscount(
  day: Day,
  given: Given,
  { rung, unitPrice }: { readonly rung: Rung; readonly unitPrice: number },
): Promise<void> {
  const { hands } = day;
  await hands.press("Control+D");
  const dialog = topDialog(hands);
  await dialog.waitFor();
  const group = (name: string) => dialog.getByRole("group", { name });
  if (given.of === "SALE") await hands.choose(group("Potongan untuk"), "Seluruh belanja");
  if ("amount" in given) await hands.choose(group("Cara menghitung"), "Rupiah");
  await hands.reach(dialog.getByLabel(/^Potongan dalam/));
  await hands.words("amount" in given ? String(given.amount) : given.percent);
  await hands.press("Enter");
  const base = given.of === "LINE" ? unitPrice : rung.total;
  const off = "amount" in given ? given.amount : shareOf(base, given.basisPoints);
  if (given === GIVEN.OVER_LIMIT) await approve(day, "Setujui potongan");
  await backAtTheCart(hands);
  rung.total -= off;
  rung.discount += off;
}

/** A share of an amount, half a rupiah and more rounded up. */
function shareOf(base: number, basisPoints: number): number {
  return Math.floor((base * basisPoints + 5_000) / 10_000);
}

async function nameBuyer({ hands, shop }: Day, sale: ScriptedSale): Promise<void> {
  const panel = buyerPanel(hands.page);
  const { name, nip, card } = at(shop.buyers, sale.buyerNo);
  switch (sale.buyer) {
    case "PUBLIC":
      await hands.press("F6");
      return panel.getByText("Pembeli umum").waitFor();
    case "CARD":
      await hands.scan(card);
      return panel.getByText(name).waitFor();
    case "NIP":
      await hands.press("F4");
      await topDialog(hands).getByLabel("NIP atau NI PPPK").waitFor();
      await hands.words(nip);
      await hands.press("Enter");
      await backAtTheCart(hands);
      await hands.use(panel.getByRole("button", { name: "Ya, cocok" }));
      return panel.getByRole("button", { name: "Ya, cocok" }).waitFor({ state: "detached" });
    case "INSTITUTION":
      await hands.press("Control+I");
      await topDialog(hands).getByLabel("Nama lembaga").waitFor();
      await hands.words("SDN 1");
      await hands.press("Tab");
      await hands.words("SPK 7");
      await hands.press("Enter");
      await backAtTheCart(hands);
      return panel.getByText("SDN 1").waitFor();
  }
}

/** Puts the cart aside for the next in line, and takes it up again with its buyer. */
async function holdAndResume(day: Day, total: number): Promise<void> {
  const { hands } = day;
  await hands.press("F7");
  await cartLines(hands.page).first().waitFor({ state: "detached" });
  await hands.press("Control+H");
  await topDialog(hands)
    .getByRole("button", { name: /^Ambil lagi/ })
    .first()
    .waitFor();
  await hands.press("Enter");
  await backAtTheCart(hands);
  await totalIs(day, total);
}

async function totalIs({ hands }: Day, amount: number): Promise<void> {
  const exactly = new RegExp(`^${rp(amount).replaceAll(".", "\\.")}$`);
  await cartTotal(hands.page).filter({ hasText: exactly }).waitFor();
}
