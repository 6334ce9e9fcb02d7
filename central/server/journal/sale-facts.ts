import type {
  PriceChangedBody,
  SaleBody,
  SaleLineBody,
} from "../../../shared/contract/journal-bodies.ts";
import { dateOf, instantMs } from "../../../shared/domain/period.ts";
import { saleCounted } from "../../../shared/domain/sale.ts";
import type { StandingAt } from "../stores/eligibility.ts";
import { isPeriodOpen, NO_RULING, type Ruling, ruledBody } from "./ruling.ts";

/** What the centre knows about the people of some sales. */
export type BuyerFacts = {
  /** OPD of the 1st of the month; undefined: not in the roster, null: no term in force yet */
  readonly officeOf: (personId: string, period: string) => string | null | undefined;
  readonly isCardRevoked: (serial: number) => boolean;
  /** whether a foreign card that the centre approved is the person's */
  readonly hasBoundCard: (personId: string) => boolean;
};

/** The accepted PRICE_CHANGED entries that name a sale. */
export type PriceChangesOf = (saleId: string) => readonly PriceChangedBody[];

/** A sale as the centre derives it from its entry. */
export type SaleFacts = {
  readonly seq: number;
  /** as it counts: with what people decided of it */
  readonly body: SaleBody;
  /** the till's own total where another one counts, or null */
  readonly tillTotal: number | null;
  /** waits for a person to say which month it belongs to */
  readonly isPeriodOpen: boolean;
  readonly atMs: number;
  readonly day: string;
  readonly officeId: string | null;
  /** the centre's own figure */
  readonly counted: number;
  readonly lineCounts: readonly boolean[];
  /** why a person should look at it, or null */
  readonly code: string | null;
  readonly state: "ACCEPTED" | "QUARANTINED";
};

type Known = {
  readonly standingAt: StandingAt;
  readonly buyers: BuyerFacts;
  readonly priceChanges: PriceChangesOf;
  readonly quarantineCode: string | null;
  /** what people decided of it; nothing unless said */
  readonly ruling?: Ruling;
};

/** Derives a sale; `quarantineCode` null: accepted. The same entry always gives the same facts. */
export function saleFacts(seq: number, said: SaleBody, known: Known): SaleFacts {
  const { standingAt, buyers, quarantineCode, ruling = NO_RULING } = known;
  const body = ruledBody(said, ruling);
  const lineCounts = body.lines.map((line) => standingAt(line, body.feedSeq).counts);
  const lines = body.lines.map(({ net }, index) => ({ net, mayCount: lineCounts[index] ?? false }));
  const isSound = quarantineCode !== "ENTRY_SUMS";
  const counted = isSound ? saleCounted(body.buyer.kind, lines) : 0;
  const { personId } = body.buyer;
  const officeId = personId === null ? null : (buyers.officeOf(personId, body.period) ?? null);
  const atMs = instantMs(body.at);
  const isOpen = isPeriodOpen(body, ruling);
  const isCorrected = ruling.correction !== null;
  const flag = isOpen && body.buyer.kind === "ASN" ? "PERIOD_PENDING" : null;
  return {
    seq,
    body,
    tillTotal: isCorrected ? said.total : null,
    isPeriodOpen: isOpen,
    atMs,
    day: dateOf(atMs),
    officeId,
    counted,
    lineCounts,
    code:
      quarantineCode ??
      flag ??
      (isCorrected ? "CENTRE_CORRECTED" : null) ??
      flagOf(body, counted, buyers) ??
      priceFlag(body, known),
    state: quarantineCode === null ? "ACCEPTED" : "QUARANTINED",
  };
}

/** True when the sale adds to its buyer's month. A doubtful clock waits for a person. */
export function isCountedForPerson(facts: SaleFacts): facts is SaleFacts & {
  readonly body: { readonly buyer: { readonly personId: string } };
} {
  const { buyer } = facts.body;
  return (
    facts.state === "ACCEPTED" &&
    buyer.kind === "ASN" &&
    buyer.personId !== null &&
    !facts.isPeriodOpen
  );
}

function flagOf(body: SaleBody, counted: number, buyers: BuyerFacts): string | null {
  const { buyer, period } = body;
  if (buyer.kind === "ASN") {
    const isKnown =
      buyer.personId !== null && buyers.officeOf(buyer.personId, period) !== undefined;
    if (!isKnown) return "MATCH_PENDING";
    if (isCardGone(buyer, buyers)) return "CARD_REVOKED_UNSEEN";
  }
  return counted === body.counted ? null : "COUNTED_DIFFERS";
}

function isCardGone(
  { assurance, cardSerial, personId }: SaleBody["buyer"],
  buyers: BuyerFacts,
): boolean {
  if (assurance === "ENROLLED_QR") return personId !== null && !buyers.hasBoundCard(personId);
  return cardSerial !== null && buyers.isCardRevoked(cardSerial);
}

/** A line sold for a price that the product did not have, and that no supervisor allowed. */
function priceFlag(
  body: SaleBody,
  known: { readonly standingAt: StandingAt; readonly priceChanges: PriceChangesOf },
): string | null {
  const changes = known.priceChanges(body.saleId);
  const isKnown = (line: SaleLineBody, price: number): boolean =>
    known.standingAt(line, body.feedSeq).prices.includes(price);
  const isRight = body.lines.every((line) => {
    if (isKnown(line, line.unitPrice)) return true;
    const change = changes.find(({ lineNo }) => lineNo === line.no);
    const fits = change?.productId === line.productId && change.newPrice === line.unitPrice;
    return fits && isKnown(line, change.oldPrice);
  });
  return isRight ? null : "PRICE_DIFFERS";
}
