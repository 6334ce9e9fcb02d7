import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "@playwright/test";
import { type PreparedTill, prepareTill } from "../../electron/core/testing/prepare-till.ts";
import {
  type NetworkPrinter,
  type PrinterBehaviour,
  startNetworkPrinter,
} from "../../electron/core/printing/testing/network-printer.ts";
import { logIn, openShift } from "./cashier-page.ts";
import { setPrinter } from "./printer-dialog.ts";
import { launchTill, type TillApp, type TillOptions } from "./till-app.ts";

type Selling = {
  /** what kind of printer stands there, set by `test.use` */
  behaviour: PrinterBehaviour;
  /** an enrolled till's folder with a shop in it; its centre is away */
  shop: PreparedTill;
  printer: NetworkPrinter;
  /** starts tills that are closed after the test, however it ends */
  open: (options: TillOptions) => Promise<TillApp>;
  /** the till with its shift open and its printer set, ready to sell */
  till: TillApp;
};

/** Tests that sell: each on a till, a folder and a printer of its own. */
export const test = base.extend<Selling>({
  behaviour: [{ kind: "EPSON" }, { option: true }],
  shop: async ({ browserName: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), "bela-beli-e2e-"));
    await use(await prepareTill(folder, { people: 12, products: 24 }));
    await rm(folder, { recursive: true, force: true });
  },
  printer: async ({ behaviour }, use) => {
    const printer = await startNetworkPrinter(behaviour);
    await use(printer);
    await printer.turnOff();
  },
  open: async ({ browserName: _ }, use) => {
    const opened: TillApp[] = [];
    await use(async (options) => {
      const till = await launchTill(options);
      opened.push(till);
      return till;
    });
    for (const till of opened) await till.close();
  },
  till: async ({ shop, printer, open }, use) => {
    const till = await open({ dataDir: shop.dataDir });
    await startShift(till, shop);
    await setPrinter(till.cashier, printerAt(printer, shop));
    await use(till);
  },
});

/** One running till that many small cases share: each leaves it as it found it, ready to sell. */
export type Standing = {
  readonly till: TillApp;
  readonly shop: PreparedTill;
  readonly printer: NetworkPrinter;
};

/** A computer without a camera, whatever stands on the desk where the tests run. */
const NO_CAMERA = "--use-fake-device-for-media-stream=device-count=0";

/** Tests that sell on one till, opened for the first of them. */
export const sharing = base.extend<object, { standing: Standing }>({
  standing: [
    async ({ browserName: _ }, use) => {
      const folder = await mkdtemp(join(tmpdir(), "bela-beli-e2e-"));
      const shop = await prepareTill(folder, { people: 12, products: 24 });
      const printer = await startNetworkPrinter({ kind: "EPSON" });
      const till = await launchTill({ dataDir: folder, switches: [NO_CAMERA] });
      await startShift(till, shop);
      await setPrinter(till.cashier, printerAt(printer, shop));
      await use({ till, shop, printer });
      await till.close();
      await printer.turnOff();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 90_000 },
  ],
});

function printerAt({ port }: NetworkPrinter, shop: PreparedTill) {
  return { host: "127.0.0.1", port, supervisorPin: supervisorOf(shop).pin };
}

/** Who may approve at a prepared till. */
export function supervisorOf({ cashiers }: PreparedTill) {
  const found = cashiers.find(({ cardSerial }) => cardSerial !== null);
  if (found === undefined) throw new Error("a prepared till has a supervisor");
  return found;
}

/** The first cashier logs in and opens the shift. */
export async function startShift(till: TillApp, shop: PreparedTill): Promise<void> {
  await logIn(till.cashier, firstOf(shop.cashiers));
  await openShift(till.cashier, "200.000");
}

/** The first of something a prepared till surely has. */
export function firstOf<T>(things: readonly T[]): T {
  const [first] = things;
  if (first === undefined) throw new Error("a prepared till lacks something");
  return first;
}
