import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { type Day, takeOver } from "../day/day.ts";
import { closeShift, moveCash, printX } from "../day/drawer.ts";
import { handsOn } from "../day/hands.ts";
import { type JournalDay, sumJournal } from "../day/journal-sum.ts";
import { newDay } from "../day/notebook.ts";
import { enrolTill, openDay } from "../day/opening.ts";
import { at, scriptDay } from "../day/script.ts";
import { type SoldSale, sell } from "../day/sell.ts";
import { type DayShop, openDayShop } from "../day/shop.ts";
import { takeGoodsBack, voidSale } from "../day/take-back.ts";
import { expectSameOnPaper, expectSameOnScreen } from "../day/z-report.ts";
import { givenTo } from "../support/actions.ts";
import { test as base } from "../support/selling.ts";

const SEED = "a day at the gallery";
const FLOAT = 300_000;

type Between = (day: Day, sold: readonly SoldSale[]) => Promise<void>;

/** What happens after so many sales. */
const BETWEEN: Readonly<Record<number, Between>> = {
  6: (day) => moveCash(day, { amount: 100_000, reason: "Tambah uang kecil" }),
  18: (day, sold) => voidSale(day, at(sold, sold.length - 1), "PIN"),
  21: (day) => takeOver(day, day.shop.clerks[1]),
  30: (day) => printX(day),
  42: (day) => takeOver(day, day.shop.clerks[0]),
  48: (day) => moveCash(day, { amount: -250_000, reason: "Setor ke bank" }),
  54: (day, sold) => takeOneBack(day, sold),
  57: (day, sold) => takeFiveBack(day, sold),
  60: (day, sold) => voidSale(day, lastByQris(sold), "CARD"),
};

// The centre's start counts too.
base.describe.configure({ timeout: 480_000 });

const test = base.extend<{ dayShop: DayShop; folder: string }>({
  dayShop: async ({ browserName: _ }, use) => {
    const shop = await openDayShop();
    await use(shop);
    await shop.centre.close();
  },
  folder: async ({ browserName: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), "bela-beli-day-"));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

test("a whole day by keyboard and scanner alone, whose journal adds up to its Z report", async ({
  open,
  printer,
  dayShop: shop,
  folder,
}) => {
  const { cashier } = await open({ dataDir: join(folder, "till") });
  cashier.setDefaultTimeout(30_000);
  const hands = handsOn(cashier);
  const day: Day = { hands, shop, notebook: newDay(FLOAT), clerk: shop.supervisor, numbers: 0 };
  await enrolTill(day);
  await openDay(day, { float: FLOAT, printerPort: printer.port });
  await takeOver(day, shop.clerks[0]);

  const sold: SoldSale[] = [];
  const shelf = { goods: shop.goods.length, buyers: shop.buyers.length };
  for (const sale of scriptDay(SEED, shelf)) {
    await test.step(`sale ${sale.no}: ${sale.buyer}, ${sale.payment}, ${sale.extra}`, async () => {
      sold.push(await sell(day, sale));
      await BETWEEN[sale.no]?.(day, sold);
    });
  }

  // Counted blind: what cannot be counted in coins, and one and a half thousand more, is missing.
  const counted = Math.floor(day.notebook.drawer / 100) * 100 - 1_500;
  const closed = await closeShift(day, { counted, reason: "Salah memberi kembalian" });
  expect((await givenTo(cashier)).touches).toBe(0);

  const path = join(folder, "journal.jsonl");
  const exported = async (): Promise<JournalDay> => {
    await shop.centre.exportTo(path);
    return sumJournal(path);
  };
  await expect.poll(async () => (await exported()).closed.length).toBe(1);
  const journal = await exported();
  const { net, sealed, closed: entries, ...figures } = journal;
  expect(figures, "the journal holds what people at the till did").toEqual(day.notebook);
  expect(entries).toMatchObject([
    {
      zNumber: 1,
      float: FLOAT,
      cashSales: figures.sales.byTender.CASH,
      cashIn: figures.cashIn,
      cashOut: figures.cashOut,
      cashRefunds: figures.cashRefunds,
      expected: figures.drawer,
      counted,
      difference: counted - figures.drawer,
      reason: "WRONG_CHANGE",
      sales: figures.sales,
      returns: figures.returns,
      voids: figures.voids,
      sealed: { count: figures.sales.count, hash: sealed },
    },
  ]);
  await expectSameOnScreen(closed, { journal, float: FLOAT, counted });
  await expectSameOnPaper(printer, { journal, float: FLOAT, counted });
  expect(net).toBeGreaterThan(0);
});

/** Five of twelve pieces come back damaged, for cash. */
function takeFiveBack(day: Day, sold: readonly SoldSale[]): Promise<void> {
  const sale = find(sold, ({ extra }) => extra === "TWELVE");
  const { name, unitPrice } = at(day.shop.goods, at(sale.goods, sale.goods.length - 1));
  const coming = { goods: name, pieces: 5, reason: "Barang rusak", refund: 5 * unitPrice };
  return takeGoodsBack(day, sale, { ...coming, way: "Tunai" });
}

/** One of several lines comes back as good as new, and the money goes back by transfer. */
function takeOneBack(day: Day, sold: readonly SoldSale[]): Promise<void> {
  const isPlain = ({ extra, goods }: SoldSale): boolean => extra === "NONE" && goods.length > 2;
  const sale = find(sold, isPlain);
  const { name, unitPrice } = at(day.shop.goods, at(sale.goods, 1));
  const coming = { goods: name, pieces: 1, reason: "Pembeli berubah pikiran", refund: unitPrice };
  return takeGoodsBack(day, sale, { ...coming, way: "Transfer" });
}

function lastByQris(sold: readonly SoldSale[]): SoldSale {
  return find(sold.toReversed(), ({ payment }) => payment === "QRIS");
}

function find(sold: readonly SoldSale[], fits: (sale: SoldSale) => boolean): SoldSale {
  const found = sold.find(fits);
  if (found === undefined) throw new Error("the day's script has no such sale yet");
  return found;
}
