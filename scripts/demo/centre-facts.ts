import { dateOf, periodOf } from "../../shared/domain/period.ts";
import type { CentreClient } from "../../e2e/support/centre-client.ts";
import type { DemoReport, PersonReport } from "./report.ts";

const PAGE = 200;

/** What the centre answers about the sales since `startedMs` and about the people who bought. */
export async function readCentreFacts(
  centre: CentreClient,
  about: { readonly startedMs: number; readonly nowMs: number; readonly buyers: readonly string[] },
): Promise<Omit<DemoReport["centre"], "entries">> {
  const days = [...new Set([dateOf(about.startedMs), dateOf(about.nowMs)])];
  let [sales, sum] = [0, 0];
  for (const date of days) {
    const page = await centre.sale.ofDay.query({ date, cursor: null, limit: PAGE });
    sales += page.count;
    sum += page.total;
  }
  const quarantined = (await centre.quarantine.list.query()).length;
  const people = await peopleOf(centre, periodOf(about.nowMs), about.buyers);
  return { sales, sum, quarantined, people };
}

/** The buyers' months, looked up office by office as the page does. */
async function peopleOf(
  centre: CentreClient,
  period: string,
  buyers: readonly string[],
): Promise<PersonReport[]> {
  const { offices } = await centre.overview.month.query({ period });
  const found: PersonReport[] = [];
  for (const { officeId, counted } of offices) {
    if (counted === 0) continue;
    for (const person of await centre.office.people.query({ officeId, period })) {
      if (!buyers.includes(person.personId)) continue;
      found.push({
        ref: person.personId,
        class: person.class,
        obligation: person.obligation,
        counted: person.counted,
        status: person.state,
      });
    }
  }
  return found;
}
