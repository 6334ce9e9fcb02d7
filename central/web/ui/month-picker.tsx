import { ActionIcon } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { nextPeriod, periodLabel } from "../../../shared/domain/period.ts";
import { previousPeriod } from "./month.ts";
import "./month-picker.css";

type Props = {
  readonly period: string;
  /** the running month; later ones cannot be chosen */
  readonly last: string;
  readonly onChange: (period: string) => void;
  readonly onDark?: boolean;
};

/** Steps through the months, one at a time, never beyond the running one. */
export function MonthPicker({ period, last, onChange, onDark = false }: Props): ReactNode {
  const variant = onDark ? "transparent" : "subtle";
  const color = onDark ? "#FBF8F3" : "teal";
  return (
    <div className="month-picker" role="group" aria-label="Bulan">
      <ActionIcon
        className="no-print"
        aria-label="Bulan sebelumnya"
        variant={variant}
        color={color}
        size="lg"
        onClick={() => onChange(previousPeriod(period))}
      >
        <IconChevronLeft aria-hidden="true" />
      </ActionIcon>
      <span className="month-name" aria-live="polite">
        {periodLabel(period)}
      </span>
      <ActionIcon
        className="no-print"
        aria-label="Bulan berikutnya"
        variant={variant}
        color={color}
        size="lg"
        disabled={period >= last}
        onClick={() => onChange(nextPeriod(period))}
      >
        <IconChevronRight aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}
