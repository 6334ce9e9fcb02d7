import { join } from "node:path";
import { periodOf } from "../../../shared/domain/period.ts";
import type { CentreDeps } from "../deps.ts";
import { writeDemoCards } from "./cards/write-cards.ts";
import { demoTillCode } from "./demo-till.ts";
import { DEMO_SEED, type DemoData, generateDemo } from "./generate.ts";
import { seedDemo } from "./seed.ts";

/** What somebody who tries the demo needs to know. PINs and the code are good for nothing else. */
export type DemoFacts = {
  readonly seeded: boolean;
  /** folder of the cards */
  readonly cards: string;
  readonly cashiers: readonly {
    readonly name: string;
    readonly role: string;
    readonly pin: string;
  }[];
  /** where the demo till stands */
  readonly outletId: string;
  /** one-time code for till 01 there; null once that till is enrolled */
  readonly enrolCode: string | null;
};

const CARD_FOLDER = "kartu-demo";

/** Fills an empty regency with the demo, writes its cards and makes a code for the demo till. */
export async function prepareDemo(deps: CentreDeps, dataDir: string): Promise<DemoFacts> {
  const demo = generateDemo(DEMO_SEED, periodOf(deps.clock.wallMs()));
  const seeded = (await seedDemo(deps, demo)) === "SEEDED";
  const cards = join(dataDir, CARD_FOLDER);
  const outletId = demoOutletId(demo);
  if (seeded) await writeDemoCards(deps, cards);
  return {
    seeded,
    cards,
    cashiers: demo.cashiers.map(({ name, role, pin }) => ({ name, role, pin })),
    outletId,
    enrolCode: await demoTillCode(deps, outletId),
  };
}

function demoOutletId(demo: DemoData): string {
  const [outlet] = demo.outlets;
  if (outlet === undefined) throw new RangeError("a demo without an outlet");
  return outlet.outletId;
}
