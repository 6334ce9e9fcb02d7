import { type MetricSpec, percentile } from "./metric.ts";
import { openSellingWindow, paintedAfterKey, type SellingWindow } from "./selling-window.ts";

/** What the bars are given for: a whole regency's people, and more goods than any gallery has. */
const SHOP = { people: 15_000, products: 100_000 } as const;
const SAMPLES_A_ROUND = 30;
const LINES = '[aria-label="Isi keranjang"]';
const TOTAL = '[aria-label="Keranjang"] [aria-label="Total"]';
const RESULTS = "#barang";
/** A person types no faster; anything faster is taken for a scanner. */
const KEY_MS = 110;
const LOOK_MS = 400;

/** From the last key of a search until the frame after its results are drawn. */
export const search: MetricSpec = {
  ...msMetric("search_p95_ms", 50),
  open: async () => {
    const selling = await openSellingWindow(SHOP);
    return { round: (round) => p95(selling, round, timeSearch), close: selling.close };
  },
};

/** From the scanner's Enter until the frame after the goods' line stands in the cart. */
export const scanToLine: MetricSpec = {
  ...msMetric("scan_to_line_p95_ms", 50),
  open: async () => {
    const selling = await openSellingWindow(SHOP);
    return {
      round: async (round) => {
        const took = await p95(selling, round, timeLine);
        await pay(selling);
        return took;
      },
      close: selling.close,
    };
  },
};

/** From Enter on the amount until the frame after the screen stands ready for the next buyer. */
export const payToCommit: MetricSpec = {
  ...msMetric("pay_to_commit_p95_ms", 30),
  open: async () => {
    const selling = await openSellingWindow(SHOP);
    return { round: (round) => p95(selling, round, timePayment), close: selling.close };
  },
};

function msMetric(name: string, bar: number): Omit<MetricSpec, "open"> {
  return { name, unit: "ms", bar, better: "lower", rounds: 5 };
}

async function p95(
  selling: SellingWindow,
  round: number,
  time: (selling: SellingWindow, index: number) => Promise<number>,
): Promise<number> {
  const samples: number[] = [];
  for (let sample = 0; sample < SAMPLES_A_ROUND; sample += 1) {
    samples.push(await time(selling, round * SAMPLES_A_ROUND + sample));
  }
  return percentile(samples, 0.95);
}

/** The end of a name that a few of the goods have; what was typed before is already shown. */
async function timeSearch({ page }: SellingWindow, index: number): Promise<number> {
  const words = ["mangga", "bawang", "kopi", "keripik", "madu"];
  const query = `${words[index % words.length]} ${1 + ((index * 37) % 99)}`;
  const field = page.getByRole("searchbox", { name: "Cari barang" });
  await field.fill("");
  await field.pressSequentially(query.slice(0, -1), { delay: KEY_MS });
  await page.locator(RESULTS).waitFor();
  const painted = paintedAfterKey(page, { selector: RESULTS, replaced: true });
  await page.keyboard.press(query.slice(-1));
  return painted;
}

async function timeLine({ page, till }: SellingWindow, index: number): Promise<number> {
  const product = till.products[(index * 7_919) % till.products.length];
  if (product === undefined) throw new RangeError("no product");
  const painted = paintedAfterKey(page, { selector: LINES, includes: product.name });
  await page.keyboard.type(product.barcode);
  await page.keyboard.press("Enter");
  return painted;
}

/** Goods for a buyer of the public, paid with the exact amount. */
async function timePayment(selling: SellingWindow, index: number): Promise<number> {
  await timeLine(selling, index);
  return pay(selling);
}

async function pay({ page }: SellingWindow): Promise<number> {
  await page.keyboard.press("F6");
  await page.getByRole("region", { name: "Pembeli" }).getByText("Pembeli umum").waitFor();
  await page.keyboard.press("F9");
  await page.getByLabel("Uang diterima", { exact: true }).waitFor();
  // A person looks at the sum first; an Enter this soon after a scan is the scanner's own.
  await page.waitForTimeout(LOOK_MS);
  const painted = paintedAfterKey(page, { selector: TOTAL, includes: "Rp0" });
  await page.keyboard.press("Enter");
  return painted;
}
