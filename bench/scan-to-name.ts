import { type MetricSpec, percentile } from "./metric.ts";
import { scanInTime } from "../e2e/support/wedge.ts";
import { openSellingWindow, paintedAfterKey, type SellingWindow, SHOP } from "./selling-window.ts";

const SCANS_A_ROUND = 30;
const FAST_KEY_MS = 5;

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
    const selling = await openSellingWindow(SHOP);
    return {
      round: async (round) => {
        const samples: number[] = [];
        for (let scan = 0; scan < SCANS_A_ROUND; scan += 1) {
          samples.push(
            await timeScan(selling, ((round * SCANS_A_ROUND + scan) * 71) % SHOP.people),
          );
        }
        return percentile(samples, 0.95);
      },
      close: selling.close,
    };
  },
};

/** The card as a fast scanner types it. */
async function timeScan({ page, till }: SellingWindow, index: number): Promise<number> {
  const person = till.people[index];
  if (person === undefined) throw new RangeError("no person");
  const painted = paintedAfterKey(page, {
    selector: 'section[aria-label="Pembeli"]',
    includes: person.name,
  });
  await scanInTime(page, till.cardOf(person), FAST_KEY_MS);
  return painted;
}
