import type { SaleBody } from "../../../shared/contract/journal-bodies.ts";
import { columns, type Queryable } from "../database/database.ts";
import type { BuyerFacts } from "../journal/sale-facts.ts";

/** Loads the offices of the buyers of some sales, and which of their cards are good. */
export async function loadBuyerFacts(
  db: Queryable,
  regencyId: string,
  sales: readonly Pick<SaleBody, "buyer" | "period">[],
): Promise<BuyerFacts> {
  const offices = await officesOf(db, regencyId, sales);
  const serials = sales.flatMap(({ buyer }) => buyer.cardSerial ?? []);
  const bound = await boundOf(db, regencyId, sales);
  const revoked = await revokedOf(db, regencyId, [...new Set(serials)]);
  return {
    officeOf: (personId, period) => offices.get(`${period} ${personId}`),
    isCardRevoked: (serial) => revoked.has(serial),
    hasBoundCard: (personId) => bound.has(personId),
  };
}

async function officesOf(
  db: Queryable,
  regencyId: string,
  sales: readonly Pick<SaleBody, "buyer" | "period">[],
): Promise<Map<string, string | null>> {
  const wanted = new Map<string, { personId: string; period: string }>();
  for (const { buyer, period } of sales) {
    const { personId } = buyer;
    if (personId !== null) wanted.set(`${period} ${personId}`, { personId, period });
  }
  if (wanted.size === 0) return new Map();
  const rows = await db.query<{ person_id: string; period: string; office_id: string | null }>(
    `select p.person_id, w.period, term.office_id
     from unnest($2::uuid[], $3::text[]) as w(person_id, period)
     join person p on p.regency_id = $1 and p.person_id = w.person_id
     left join lateral (
       select t.office_id from person_term t
       where t.regency_id = $1 and t.person_id = w.person_id and t.from_date <= w.period || '-01'
       order by t.from_date desc limit 1
     ) term on true`,
    [regencyId, ...columns([...wanted.values()], ["personId", "period"])],
  );
  return new Map(rows.map((row) => [`${row.period} ${row.person_id}`, row.office_id]));
}

async function revokedOf(
  db: Queryable,
  regencyId: string,
  serials: readonly number[],
): Promise<Set<number>> {
  if (serials.length === 0) return new Set();
  const rows = await db.query<{ serial: number }>(
    "select serial from card where regency_id = $1 and revoked and serial = any($2::bigint[])",
    [regencyId, serials],
  );
  return new Set(rows.map(({ serial }) => serial));
}

/** Those who bought by a foreign card, and have one that the centre approved. */
async function boundOf(
  db: Queryable,
  regencyId: string,
  sales: readonly Pick<SaleBody, "buyer">[],
): Promise<Set<string>> {
  const people = sales.flatMap(({ buyer: { assurance, personId } }) =>
    assurance === "ENROLLED_QR" && personId !== null ? [personId] : [],
  );
  if (people.length === 0) return new Set();
  const rows = await db.query<{ person_id: string }>(
    `select distinct person_id from card_binding
     where regency_id = $1 and state = 'APPROVED' and person_id = any($2::uuid[])`,
    [regencyId, [...new Set(people)]],
  );
  return new Set(rows.map(({ person_id }) => person_id));
}
