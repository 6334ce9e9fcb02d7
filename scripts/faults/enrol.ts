import { setTimeout as pause } from "node:timers/promises";
import type { CentreUnderTest } from "./centre-under-test.ts";
import { TillUnderTest } from "./till-under-test.ts";

const MOST_TRIES = 40;
const AGAIN_MS = 1_000;
/** Where the answer with a code was lost, the till takes another's place. */
const CODES_APART = 4;

export type TillWanted = {
  readonly code: string;
  readonly home: string;
  readonly offsetMs: number;
  readonly entry: URL;
};

/** A new till, enrolled at the centre, with goods and cashiers. */
export async function enrolledTill(
  centre: CentreUnderTest,
  wanted: TillWanted,
): Promise<TillUnderTest> {
  const till = await TillUnderTest.create({ ...wanted, centreUrl: centre.url });
  const { core, until } = await till.running();
  // The centre may be away, as it often is here.
  let code: string | null = null;
  let tillCode = Number(wanted.code);
  for (let tries = 1; ; tries += 1) {
    try {
      code ??= await centre.issueCode(String(tillCode).padStart(2, "0"));
      if (code === null) {
        tillCode += CODES_APART;
        continue;
      }
      await core.cashier.enrol.start.mutate({ centreUrl: till.line.url, code });
      break;
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
      await pause(AGAIN_MS);
    }
  }
  await until(({ cashiers, roster }) => cashiers.length > 0 && roster.products > 0);
  return till;
}
