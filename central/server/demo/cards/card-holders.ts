import type { ObligationClass } from "../../../../shared/contract/primitives.ts";
import { last4 } from "../../../../shared/domain/nip.ts";
import type { Queryable } from "../../database/database.ts";
import type { CardFace } from "./card-art.ts";

export type CardState = "GOOD" | "REVOKED" | "EXPIRED";

/** A card and the person it was made for, as the newest term has them. */
export type CardHolder = CardFace & {
  readonly personId: string;
  readonly class: ObligationClass;
  readonly obliged: boolean;
  readonly state: CardState;
};

const GOOD_A_CLASS = 4;

type Found = {
  serial: number;
  person_id: string;
  expires_on: string;
  revoked: boolean;
  nip: string;
  name: string;
  class: ObligationClass;
  obliged: boolean;
  office_name: string;
};

/** Everybody who has a card, by serial; `today` is the WIB date. */
export async function cardHolders(
  db: Queryable,
  regencyId: string,
  today: string,
): Promise<CardHolder[]> {
  const rows = await db.query<Found>(
    `select c.serial, c.person_id, c.expires_on, c.revoked, p.nip, p.name, t.class, t.obliged,
       coalesce(u.name, o.name) as office_name
     from card c
     join person p on p.regency_id = c.regency_id and p.person_id = c.person_id
     join lateral (
       select * from person_term t
       where t.regency_id = p.regency_id and t.person_id = p.person_id and t.from_date <= $2
       order by t.from_date desc limit 1) t on true
     join office o on o.regency_id = t.regency_id and o.office_id = t.office_id
     left join office u on u.regency_id = t.regency_id and u.office_id = t.unit_id
     where c.regency_id = $1
     order by c.serial`,
    [regencyId, today],
  );
  return rows.map((row) => ({
    serial: row.serial,
    personId: row.person_id,
    name: row.name,
    nipLast4: last4(row.nip),
    officeName: row.office_name,
    expiresOn: row.expires_on,
    class: row.class,
    obliged: row.obliged,
    state: row.revoked ? "REVOKED" : row.expires_on < today ? "EXPIRED" : "GOOD",
  }));
}

/** Some good cards of every class, one of somebody not obliged, one revoked and one expired. */
export function chooseCards(holders: readonly CardHolder[]): CardHolder[] {
  const good = holders.filter((holder) => holder.state === "GOOD");
  const chosen = [...new Set(good.map((holder) => holder.class))].flatMap((one) =>
    spread(good.filter((holder) => holder.obliged && holder.class === one)),
  );
  const others = [
    good.find((holder) => !holder.obliged),
    holders.find((holder) => holder.state === "REVOKED"),
    holders.find((holder) => holder.state === "EXPIRED"),
  ];
  return [...chosen, ...others.filter((holder) => holder !== undefined)];
}

/** A few from all over the list, so that they come from several offices. */
function spread(holders: readonly CardHolder[]): CardHolder[] {
  const step = Math.max(1, Math.floor(holders.length / GOOD_A_CLASS));
  return holders.filter((_, index) => index % step === 0).slice(0, GOOD_A_CLASS);
}
