import type { Page } from "@playwright/test";
import { prepareTill, type PreparedTill } from "../electron/core/testing/prepare-till.ts";
import { temporaryFolder } from "../electron/core/testing/test-core.ts";
import { launchTill, type TillApp } from "../e2e/support/till-app.ts";
import { type MetricSpec, percentile } from "./metric.ts";
import { withDisplay } from "./real-electron.ts";

const PEOPLE = 15_000;
const SCANS_A_ROUND = 40;

/**
 * From the scanner's Enter (the event's own time) until the frame after the buyer's name stands on
 * the cashier's screen, with 15,000 people on the till, in the real Electron.
 */
export const scanToName: MetricSpec = {
  name: "scan_to_name_p95_ms",
  unit: "ms",
  bar: 50,
  better: "lower",
  rounds: 5,
  open: async () => {
    const display = await withDisplay();
    process.env["DISPLAY"] = display.name;
    const folder = temporaryFolder();
    const till = await prepareTill(folder.path, { people: PEOPLE, products: 300 });
    const app = await launchTill({ dataDir: folder.path });
    await watchEnter(app.cashier);
    await openShop(app.cashier, till);
    return {
      round: async (round) => {
        const samples: number[] = [];
        for (let scan = 0; scan < SCANS_A_ROUND; scan += 1) {
          const person = till.people[((round * SCANS_A_ROUND + scan) * 71) % PEOPLE];
          if (person === undefined) throw new RangeError("no person");
          samples.push(await timeScan(app, till.cardOf(person), person.name));
        }
        return percentile(samples, 0.95);
      },
      close: async () => {
        await app.close();
        await display.stop();
        folder.remove();
      },
    };
  },
};

/** Notes when Enter was pressed, before the page's own capture of scanners swallows it. */
async function watchEnter(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const note = (event: KeyboardEvent): void => {
      if (event.code !== "Enter") return;
      document.documentElement.dataset["enteredAt"] = String(event.timeStamp);
    };
    window.addEventListener("keydown", note, { capture: true });
  });
  await page.reload();
  await page.locator('html[data-phase="LOCKED"]').waitFor();
}

async function openShop(page: Page, till: PreparedTill): Promise<void> {
  const [cashier] = till.cashiers;
  if (cashier === undefined) throw new RangeError("no cashier");
  await page
    .getByRole("radio", { name: cashier.name })
    .or(page.getByRole("button", { name: cashier.name }))
    .first()
    .click();
  await page.keyboard.type(cashier.pin);
  await page.locator('html[data-phase="NO_SHIFT"]').waitFor();
  await page.keyboard.type("200000");
  await page.keyboard.press("Enter");
  await page.locator('html[data-phase="SELLING"]').waitFor();
}

/** The card as a fast scanner types it; the page itself takes the time. */
async function timeScan(app: TillApp, card: string, name: string): Promise<number> {
  const page = app.cashier;
  const painted = page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const buyer = (): string =>
          document.querySelector('section[aria-label="Pembeli"]')?.textContent ?? "";
        const observer = new MutationObserver(() => {
          if (!buyer().includes(wanted)) return;
          observer.disconnect();
          requestAnimationFrame(() =>
            setTimeout(() =>
              resolve(performance.now() - Number(document.documentElement.dataset["enteredAt"])),
            ),
          );
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    name,
  );
  await page.keyboard.type(card);
  await page.keyboard.press("Enter");
  return painted;
}
