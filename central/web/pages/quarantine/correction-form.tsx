import { Button, NumberInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { QuarantinedEntry } from "../../../../shared/contract/quarantine-api.ts";
import { formatRupiah } from "../../../../shared/domain/money.ts";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { MonthField } from "./month-field.tsx";
import { DECISION_READERS, useReason } from "./use-reason.tsx";
import { useDecide } from "./use-decide.ts";

type Sale = NonNullable<QuarantinedEntry["sale"]>;
type Line = Sale["lines"][number];
type Props = {
  readonly entry: QuarantinedEntry;
  readonly sale: Sale;
  readonly onBack: () => void;
  readonly onClose: () => void;
};

/** What the centre counts in the entry's place; the entry itself stays as the till wrote it. */
export function CorrectionForm({ entry, sale, onBack, onClose }: Props): ReactNode {
  const [lines, setLines] = useState<readonly Line[]>(sale.lines);
  const [period, setPeriod] = useState(sale.period);
  const reason = useReason(DECISION_READERS);
  const decide = useDecide(onClose);
  const change = (no: number, said: Partial<Line>): void =>
    setLines(lines.map((line) => (line.no === no ? { ...line, ...said } : line)));
  const save = (): void => {
    const why = reason.check();
    if (why === null) return;
    const { tillId, seq } = entry;
    const told = lines.map(({ no, qty, net }) => ({ no, qty, net }));
    decide.mutate({
      tillId,
      seq,
      decision: "CORRECT",
      reason: why,
      correction: { period, lines: told },
    });
  };
  return (
    <div className="modal-form">
      <p>
        Struk {sale.number}. Catatan mesin kasir tidak diubah; angka di bawah ini yang dihitung
        sebagai gantinya.
      </p>
      <MonthField period={period} onChange={setPeriod} />
      {lines.map((line) => (
        <LineFields key={line.no} line={line} onChange={(said) => change(line.no, said)} />
      ))}
      <p>
        Jumlah menjadi <strong>{formatRupiah(lines.reduce((sum, { net }) => sum + net, 0))}</strong>
        , tercatat {formatRupiah(sale.total)}.
      </p>
      {reason.field}
      {decide.isError && <FailureNotice error={decide.error} />}
      <div className="modal-actions">
        <Button variant="outline" onClick={onBack}>
          Kembali
        </Button>
        <Button loading={decide.isPending} onClick={save}>
          Hitung dengan koreksi ini
        </Button>
      </div>
    </div>
  );
}

type LineProps = { readonly line: Line; readonly onChange: (said: Partial<Line>) => void };

function LineFields({ line, onChange }: LineProps): ReactNode {
  const whole = { allowNegative: false, allowDecimal: false, hideControls: true } as const;
  return (
    <div className="correction-line">
      <span>{line.productName}</span>
      <NumberInput
        {...whole}
        label="Jumlah"
        aria-label={`Jumlah ${line.productName}`}
        max={9_999}
        value={line.qty}
        onChange={(qty) => onChange({ qty: Number(qty) })}
      />
      <NumberInput
        {...whole}
        label="Harga bersih (Rp)"
        aria-label={`Harga bersih ${line.productName}`}
        thousandSeparator="."
        decimalSeparator=","
        value={line.net}
        onChange={(net) => onChange({ net: Number(net) })}
      />
    </div>
  );
}
