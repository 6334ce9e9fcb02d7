import type { Certificate } from "../../../shared/contract/sync.ts";
import type { Transaction } from "../database/database.ts";
import type { ReversalFacts } from "../journal/reversal-facts.ts";
import type { SaleFacts } from "../journal/sale-facts.ts";
import { isNothing, totalsOf } from "../journal/totals.ts";
import { certificatesOf } from "../stores/till.ts";
import { storedTotals } from "../stores/totals.ts";
import { type DerivedTill, deriveTill } from "./derive-till.ts";
import { storedHeads, storedReversals, storedSales, toldMonths } from "./stored-rows.ts";

type Row = Readonly<Record<string, string | number | null>>;

/** A stored row that the journal does not bear out; null: that side has no such row. */
export type Difference = {
  readonly table: string;
  readonly key: string;
  readonly stored: Row | null;
  readonly derived: Row | null;
};

type Comparison = {
  readonly table: string;
  readonly key: readonly string[];
  readonly stored: readonly Row[];
  readonly derived: readonly Row[];
};

/**
 * Derives everything again from the journal's own text and what people decided of it, in memory, and
 * names each stored row that is otherwise: heads, certificates, sales, reversals, every total, and what tills are told.
 */
export async function rederive(tx: Transaction, regencyId: string): Promise<Difference[]> {
  const certificates = await certificatesOf(tx, regencyId, null);
  const tills: DerivedTill[] = [];
  for (const tillId of new Set(certificates.map((certificate) => certificate.tillId))) {
    tills.push(await deriveTill(tx, { regencyId, tillId }));
  }
  const broken = tills.flatMap(brokenEntry);
  const comparisons = [
    ...(await ofTills(tx, regencyId, tills)),
    ofCertificates(certificates, tills),
    ...(await ofTotals(tx, regencyId, tills)),
  ];
  return [...broken, ...comparisons.flatMap(compare)];
}

function brokenEntry({ tillId, brokenAt }: DerivedTill): Difference[] {
  if (brokenAt === null) return [];
  return [{ table: "journal_entry", key: `${tillId} ${brokenAt}`, stored: null, derived: null }];
}

async function ofTills(
  tx: Transaction,
  regencyId: string,
  tills: readonly DerivedTill[],
): Promise<Comparison[]> {
  return [
    {
      table: "till_head",
      key: ["tillId"],
      stored: await storedHeads(tx, regencyId),
      derived: tills.map(({ tillId, head: { isTraining, ...head } }) => {
        return { tillId, ...head, training: isTraining ? 1 : 0 };
      }),
    },
    {
      table: "sale",
      key: ["saleId"],
      stored: await storedSales(tx, regencyId),
      derived: tills.flatMap(({ tillId, sales }) => sales.map((facts) => saleRow(tillId, facts))),
    },
    {
      table: "reversal",
      key: ["tillId", "seq"],
      stored: await storedReversals(tx, regencyId),
      derived: tills.flatMap(({ tillId, reversals }) =>
        reversals.map((facts) => reversalRow(tillId, facts)),
      ),
    },
  ];
}

/** After its first, a till has a certificate for each key that it changed to, and for no other. */
function ofCertificates(
  certificates: readonly Certificate[],
  tills: readonly DerivedTill[],
): Comparison {
  const stored = certificates.filter(({ fromSeq }) => fromSeq > 1);
  return {
    table: "till_certificate",
    key: ["tillId", "fromSeq"],
    stored: stored.map(({ tillId, fromSeq, keyId }) => ({ tillId, fromSeq, keyId })),
    derived: tills.flatMap(({ tillId, keyChanges }) =>
      keyChanges.map(({ fromSeq, keyId }) => ({ tillId, fromSeq, keyId })),
    ),
  };
}

async function ofTotals(
  tx: Transaction,
  regencyId: string,
  tills: readonly DerivedTill[],
): Promise<Comparison[]> {
  const derived = totalsOf(
    tills.flatMap(({ tillId, sales }) => sales.map((facts) => ({ tillId, facts }))),
    tills.flatMap(({ tillId, reversals }) => reversals.map((facts) => ({ tillId, facts }))),
  );
  const stored = await storedTotals(tx, regencyId);
  const told = derived.personMonths.map(({ period, personId, counted }) => {
    return { period, personId, counted };
  });
  return [
    of("till_day", ["day", "tillId"], [stored.tillDays, derived.tillDays]),
    of("person_month", ["period", "personId"], [stored.personMonths, derived.personMonths]),
    of("office_month", ["period", "officeId"], [stored.officeMonths, derived.officeMonths]),
    of("maker_month", ["period", "makerId"], [stored.makerMonths, derived.makerMonths]),
    of("feed", ["period", "personId"], [await toldMonths(tx, regencyId), told]),
  ];
}

function of(
  table: string,
  key: readonly string[],
  [stored, derived]: readonly [readonly Row[], readonly Row[]],
): Comparison {
  return { table, key, stored, derived };
}

function saleRow(
  tillId: string,
  { seq, body, day, counted, officeId, lineCounts }: SaleFacts,
): Row {
  const { saleId, period, total, buyer, lines } = body;
  return {
    saleId,
    tillId,
    seq,
    period,
    day,
    total,
    counted,
    officeId,
    personId: buyer.personId,
    pieces: lines.reduce((sum, { qty }) => sum + qty, 0),
    net: lines.reduce((sum, { net }) => sum + net, 0),
    countingLines: lineCounts.filter(Boolean).length,
  };
}

function reversalRow(tillId: string, { seq, body, day, took, counted }: ReversalFacts): Row {
  return { tillId, seq, saleId: body.original.saleId, day, total: body.total, took, counted };
}

function compare({ table, key, stored, derived }: Comparison): Difference[] {
  const keyOf = (row: Row) => key.map((name) => row[name]).join(" ");
  const index = (rows: readonly Row[]) =>
    new Map(rows.filter((row) => !isNothing(row)).map((row) => [keyOf(row), row]));
  const [was, is] = [index(stored), index(derived)];
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((name) => {
    const [left, right] = [was.get(name) ?? null, is.get(name) ?? null];
    if (canonical(left) === canonical(right)) return [];
    return [{ table, key: name, stored: left, derived: right }];
  });
}

function canonical(row: Row | null): string {
  return row === null
    ? ""
    : JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
}
