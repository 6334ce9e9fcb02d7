import type { ShiftReport } from "../../../shared/contract/shift.ts";
import { TENDER_KINDS } from "../../../shared/domain/shift.ts";
import { money } from "../../texts/money-words.ts";
import { differenceName, differenceReasonLabel, shiftTexts } from "../../texts/shift-words.ts";
import { wayWords } from "../../texts/paying-words.ts";

type FiguresProps = { title: string; rows: readonly Row[] };
type Row = { readonly name: string; readonly amount: number; readonly sum?: boolean };

/** Named amounts under each other, sums in bold. */
export function Figures({ title, rows }: FiguresProps) {
  return (
    <section className="figures" aria-label={title}>
      <h3>{title}</h3>
      <dl>
        {rows.map(({ name, amount, sum = false }) => (
          <div key={name} className={sum ? "figures-sum" : ""}>
            <dt>{name}</dt>
            <dd>{money(amount)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What was sold, and what was taken back. */
export function SalesFigures({ report }: { report: ShiftReport }) {
  const { sales, returns, voids } = report;
  const words = shiftTexts.report;
  const rows: Row[] = [
    ...TENDER_KINDS.map((kind) => ({ name: wayWords[kind], amount: sales.byTender[kind] })),
    { name: words.total(sales.count), amount: sales.total, sum: true },
    { name: words.discounts, amount: sales.discounts },
    { name: `${words.returns} (${returns.count})`, amount: 0 - returns.total },
    { name: `${words.voids} (${voids.count})`, amount: 0 - voids.total },
    { name: words.net, amount: sales.total - returns.total - voids.total, sum: true },
  ];
  return <Figures title={words.sales} rows={rows} />;
}

/** What went into the drawer and out of it; a running shift's sum is left to the count. */
export function DrawerFigures({ report }: { report: ShiftReport }) {
  const words = shiftTexts.report;
  const { closing } = report;
  const rows: Row[] = [
    { name: words.float, amount: report.float },
    { name: words.cashSales, amount: report.cashSales },
    { name: words.cashIn, amount: report.cashIn },
    { name: words.cashOut, amount: 0 - report.cashOut },
    { name: words.cashRefunds, amount: 0 - report.cashRefunds },
    ...(closing === null
      ? []
      : [
          { name: words.expected, amount: report.expected, sum: true },
          ...(closing.firstCounted === undefined
            ? []
            : [{ name: words.firstCounted, amount: closing.firstCounted }]),
          { name: words.counted, amount: closing.counted },
          { name: differenceName(closing.difference), amount: closing.difference, sum: true },
        ]),
  ];
  return <Figures title={words.drawer} rows={rows} />;
}

/** A closed shift whole: its money, and what ties it to the journal. */
export function ClosedFigures({ report }: { report: ShiftReport }) {
  return (
    <>
      <div className="figures-columns">
        <SalesFigures report={report} />
        <DrawerFigures report={report} />
      </div>
      <ClosingFacts report={report} />
    </>
  );
}

function ClosingFacts({ report }: { report: ShiftReport }) {
  const { closing } = report;
  const words = shiftTexts.past;
  if (closing === null) return null;
  const { reason, sealed, seq, code } = closing;
  const facts: (readonly [string, string])[] = [
    [words.openedBy, report.openedBy],
    [words.entry, `${seq}, ${code}`],
    [words.closedBy, closing.closedBy],
    [words.seal, words.sealed(sealed.count, sealed.hash)],
    ...(reason === null ? [] : [[words.reason, differenceReasonLabel(reason)] as const]),
  ];
  return (
    <dl className="facts closing-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="soft">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
