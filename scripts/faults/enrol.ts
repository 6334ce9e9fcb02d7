import type { CentreUnderTest } from "./centre-under-test.ts";
import { TillUnderTest } from "./till-under-test.ts";

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
  const code = await centre.issueCode(wanted.code);
  await core.cashier.enrol.start.mutate({ centreUrl: till.line.url, code });
  await until(({ cashiers, roster }) => cashiers.length > 0 && roster.products > 0);
  return till;
}
