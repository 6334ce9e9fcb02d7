import { ActionIcon, TextInput } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { shiftDate } from "../../ui/month.ts";
import "../../ui/month-picker.css";

type Props = {
  readonly date: string;
  readonly last: string;
  readonly onChange: (date: string) => void;
};

/** One day back, one day on, or any day from the calendar; never beyond today. */
export function DayPicker({ date, last, onChange }: Props): ReactNode {
  return (
    <div className="day-picker no-print" role="group" aria-label="Tanggal">
      <ActionIcon
        aria-label="Hari sebelumnya"
        variant="subtle"
        size="lg"
        onClick={() => onChange(shiftDate(date, -1))}
      >
        <IconChevronLeft aria-hidden="true" />
      </ActionIcon>
      <TextInput
        type="date"
        size="sm"
        aria-label="Pilih tanggal"
        value={date}
        max={last}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          if (chosen !== "") onChange(chosen);
        }}
      />
      <ActionIcon
        aria-label="Hari berikutnya"
        variant="subtle"
        size="lg"
        disabled={date >= last}
        onClick={() => onChange(shiftDate(date, 1))}
      >
        <IconChevronRight aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}
