import { Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import type { MonthOverview } from "../../../../shared/contract/centre-api.ts";
import { formatRupiah } from "../../../../shared/domain/money.ts";
import { formatWibDateTime, periodLabel } from "../../../../shared/domain/period.ts";
import { countText, shareText } from "../../ui/count-text.ts";
import { MonthPicker } from "../../ui/month-picker.tsx";
import { Motif } from "../../ui/motif.tsx";
import "./month-band.css";

type Props = {
  readonly period: string;
  readonly running: string;
  readonly month: MonthOverview | undefined;
  readonly onPeriod: (period: string) => void;
};

/** The month in one sentence, one line and one sum; mango is what is left to buy. */
export function MonthBand({ period, running, month, onPeriod }: Props): ReactNode {
  return (
    <section className="month-band" aria-labelledby="bulan-ini">
      <Motif className="month-motif" />
      <div className="month-band-in">
        <div className="month-head">
          <h1 id="bulan-ini" className="month-heading">
            Belanja wajib ASN
          </h1>
          <MonthPicker period={period} last={running} onChange={onPeriod} onDark />
        </div>
        {month === undefined ? <BandLoading /> : <BandFigures month={month} />}
      </div>
    </section>
  );
}

function BandLoading(): ReactNode {
  return (
    <div className="month-figures" role="status" aria-label="Sedang memuat">
      <Skeleton height={52} width="min(28rem, 80%)" opacity={0.25} />
      <Skeleton height={14} mt="lg" opacity={0.25} />
    </div>
  );
}

function BandFigures({ month }: { readonly month: MonthOverview }): ReactNode {
  const left = month.obliged - month.met;
  return (
    <>
      <div className="month-figures">
        <p className="month-sentence">
          <strong>{countText(month.met)}</strong> dari {countText(month.obliged)} pegawai sudah
          memenuhi
        </p>
        <MonthLine month={month} />
        <dl className="month-legend">
          <LegendItem kind="met" title="Terpenuhi" text={shareText(month.met, month.obliged)} />
          <LegendItem kind="left" title="Belum" text={`${countText(left)} pegawai`} />
        </dl>
      </div>
      <MakersFigure month={month} />
      <p className="month-as-of">
        {periodLabel(month.period)}, per {formatWibDateTime(month.asOf)} WIB
        {month.exempt > 0 && ` · ${countText(month.exempt)} pegawai dibebaskan`}
      </p>
    </>
  );
}

function MonthLine({ month }: { readonly month: MonthOverview }): ReactNode {
  const share = month.obliged === 0 ? 0 : month.met / month.obliged;
  return (
    <svg
      className="month-line"
      role="img"
      aria-label={`${shareText(month.met, month.obliged)} pegawai sudah memenuhi`}
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
    >
      <rect width="100" height="4" className={month.obliged === 0 ? "line-none" : "line-left"} />
      <rect width={share * 100} height="4" className="line-met" />
    </svg>
  );
}

type LegendProps = { readonly kind: string; readonly title: string; readonly text: string };

function LegendItem({ kind, title, text }: LegendProps): ReactNode {
  return (
    <div>
      <dt>
        <span className={`legend-key legend-${kind}`} aria-hidden="true" />
        {title}
      </dt>
      <dd>{text}</dd>
    </div>
  );
}

function MakersFigure({ month }: { readonly month: MonthOverview }): ReactNode {
  const { sales } = month;
  return (
    <div className="month-makers">
      <p>Sampai ke UMKM</p>
      <p className="month-makers-amount">{formatRupiah(sales.total)}</p>
      <p>
        {countText(sales.count)} penjualan dari {countText(sales.makers)} UMKM
      </p>
      {sales.makersWithNone > 0 && (
        <p>{countText(sales.makersWithNone)} UMKM belum terjual bulan ini</p>
      )}
      <p>{formatRupiah(month.counted)} dihitung bagi ASN</p>
    </div>
  );
}
