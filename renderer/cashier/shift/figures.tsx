import type { ShiftReport } from "../../../shared/contract/shift.ts";
import { TENDER_KINDS } from "../../../shared/domain/shift.ts";
import { money } from "../../texts/money-words.ts";
import { shiftTexts } from "../../texts/shift-words.ts";

const TENDERS = { CASH: "Tunai", QRIS: "QRIS", TRANSFER: "Transfer", CARD: "Kartu" } as const;

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
    ...TENDER_KINDS.map((kind) => ({ name: TENDERS[kind], amount: sales.byTender[kind] })),
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
  const rows: Row[] = [
    { name: words.float, amount: report.float },
    { name: words.cashSales, amount: report.cashSales },
    { name: words.cashIn, amount: report.cashIn },
    { name: words.cashOut, amount: 0 - report.cashOut },
    { name: words.cashRefunds, amount: 0 - report.cashRefunds },
  ];
  return <Figures title={words.drawer} rows={rows} />;
}
