import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";

type Props = {
  readonly value: string;
  readonly isShort: boolean;
  readonly description: string;
  readonly onChange: (text: string) => void;
};

/** Why a person decides so; the auditor and the gallery read it. */
export function ReasonField({ value, isShort, description, onChange }: Props): ReactNode {
  return (
    <TextInput
      label="Alasan"
      description={description}
      error={isShort ? "Tulis alasannya, paling sedikit 5 huruf." : null}
      maxLength={200}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
