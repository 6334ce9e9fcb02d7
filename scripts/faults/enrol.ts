import { setTimeout as pause } from "node:timers/promises";
import type { CentreUnderTest } from "./centre-under-test.ts";
import type { RunTime } from "./clock-file.ts";
import { TillUnderTest } from "./till-under-test.ts";

const MOST_TRIES = 60;
const AGAIN_MS = 1_000;

export type TillWanted = {
  readonly home: string;
  readonly time: RunTime;
  readonly entry: URL;
  /** a till's code that was not used before */
  readonly freeCode: () => string;
};

/** A new till, enrolled at the centre, with goods and cashiers. */
export async function enrolledTill(
  centre: CentreUnderTest,
  wanted: TillWanted,
): Promise<TillUnderTest> {
  const code = wanted.freeCode();
  const till = await TillUnderTest.create({ ...wanted, code, centreUrl: centre.url });
  const { core, until } = await till.running();
  await wanted.time.alone(async () => {
    await withCode(centre, wanted.freeCode, async (given) => {
      await core.cashier.enrol.start.mutate({ centreUrl: till.line.url, code: given });
    });
    await until(({ cashiers, roster }) => cashiers.length > 0 && roster.products > 0);
  });
  return till;
}

/**
 * Enrols with a code of the centre, which may be away, as it often is here. Where the answer with a
 * code was lost, the till takes another's place.
 */
export async function withCode(
  centre: CentreUnderTest,
  freeCode: () => string,
  enrol: (code: string) => Promise<void>,
): Promise<void> {
  let code: string | null = null;
  for (let tries = 1; ; tries += 1) {
    try {
      code ??= await centre.issueCode(freeCode());
      if (code !== null) return await enrol(code);
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
    }
    await pause(AGAIN_MS);
  }
}
