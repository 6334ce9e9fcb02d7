import type { ReactNode } from "react";
import type { PersonMonth } from "../../../../shared/contract/centre-api.ts";
import { formatRupiah } from "../../../../shared/domain/money.ts";
import { countText } from "../../ui/count-text.ts";
import { ProgressLine } from "../../ui/progress-line.tsx";
import "./office-page.css";

/** The office's month in one sentence and one line. */
export function OfficeSummary({ people }: { readonly people: readonly PersonMonth[] }): ReactNode {
  const met = people.filter((person) => person.state === "MET").length;
  const short = people.filter((person) => person.state === "SHORT");
  const obliged = met + short.length;
  const missing = short.reduce((sum, person) => sum + person.short, 0);
  if (obliged === 0) {
    return <p className="office-summary">Tidak ada pegawai yang wajib pada bulan ini.</p>;
  }
  return (
    <div className="office-summary">
      <p>
        <strong>{countText(met)}</strong> dari {countText(obliged)} pegawai sudah memenuhi
        {missing > 0 && <>, masih kurang {formatRupiah(missing)}</>}
      </p>
      <ProgressLine
        done={met}
        of={obliged}
        label={`${countText(met)} dari ${countText(obliged)} pegawai memenuhi`}
      />
    </div>
  );
}
