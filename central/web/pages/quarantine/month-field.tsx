import type { ReactNode } from "react";
import { periodOf } from "../../../../shared/domain/period.ts";
import { MonthPicker } from "../../ui/month-picker.tsx";
import { useNow } from "../../ui/use-now.ts";

type Props = { readonly period: string; readonly onChange: (period: string) => void };

/** The month a sale belongs to, up to the running one. */
export function MonthField({ period, onChange }: Props): ReactNode {
  const running = periodOf(useNow());
  return (
    <div className="month-field">
      <span aria-hidden="true">Bulan</span>
      <MonthPicker period={period} last={running} onChange={onChange} />
    </div>
  );
}
