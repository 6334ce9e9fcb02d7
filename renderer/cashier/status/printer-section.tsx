import { IconPrinter } from "@tabler/icons-react";
import { type FormEvent, useEffect, useId, useState } from "react";
import type { PrinterSettings } from "../../../shared/contract/core-api.ts";
import { printerWords } from "../../texts/status-words.ts";
import { Button } from "../../ui/button.tsx";
import { attempt } from "../store/attempt.ts";
import { useTillState } from "../store/till-store.ts";
import { type PrinterForm, printerForm, printerSettings } from "./printer-form.ts";
import { savePrinter, testPrinter } from "./printer-actions.ts";

const COLUMNS: readonly { value: PrinterSettings["columns"]; label: string }[] = [
  { value: 32, label: "58 mm, 32 huruf" },
  { value: 42, label: "80 mm, 42 huruf" },
  { value: 48, label: "80 mm, 48 huruf" },
];

/** The receipt printer: its state, its address, a test, and the receipts that wait for it. */
export function PrinterSection() {
  const printer = useTillState((state) => state.printer);
  const { form, change, before, reload } = usePrinterForm();
  const settings = printerSettings(form, before);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (settings !== null) void savePrinter(settings).then(reload);
  };
  const retry = (): void => void attempt((core) => core.printer.retry.mutate());
  return (
    <section className="status-section" aria-labelledby="status-printer">
      <h3 id="status-printer">Printer</h3>
      <p>{printerWords(printer).text}</p>
      <Button disabled={printer.waiting + printer.failed === 0} onClick={retry}>
        Cetak lagi yang tertunda
      </Button>
      <form className="status-form" aria-label="Pengaturan printer" onSubmit={submit}>
        <PrinterFields form={form} change={change} />
        <div className="status-buttons">
          <Button
            icon={<IconPrinter aria-hidden="true" size={20} />}
            disabled={before === null}
            // The core keeps what the test taught it about this printer.
            onClick={() => void testPrinter().then(reload)}
          >
            Cetak uji
          </Button>
          <Button look="primary" submit disabled={settings === null}>
            Simpan printer
          </Button>
        </div>
      </form>
    </section>
  );
}

type FieldsProps = { form: PrinterForm; change: (part: Partial<PrinterForm>) => void };

function PrinterFields({ form, change }: FieldsProps) {
  const id = useId();
  return (
    <>
      <div className="status-address">
        <TextField label="Alamat" text={form.host} onText={(host) => change({ host })} />
        <TextField label="Port" text={form.port} onText={(port) => change({ port })} />
      </div>
      <div className="field">
        <label className="field-label" htmlFor={id}>
          Lebar kertas
        </label>
        <select
          id={id}
          className="input"
          value={form.columns}
          onChange={(event) => change({ columns: columnsOf(event.target.value) })}
        >
          {COLUMNS.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className="status-checks">
        <label className="tick">
          <input
            type="checkbox"
            checked={form.cutter}
            onChange={(event) => change({ cutter: event.target.checked })}
          />
          Pemotong kertas
        </label>
        <label className="tick">
          <input
            type="checkbox"
            checked={form.drawer}
            onChange={(event) => change({ drawer: event.target.checked })}
          />
          Laci uang
        </label>
      </div>
    </>
  );
}

type TextFieldProps = { label: string; text: string; onText: (text: string) => void };

function TextField({ label, text, onText }: TextFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
    </div>
  );
}

function usePrinterForm() {
  const [before, setBefore] = useState<PrinterSettings | null>(null);
  const [form, setForm] = useState(() => printerForm(null));
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let left = false;
    void attempt((core) => core.printer.get.query()).then((settings) => {
      if (left || settings === null) return;
      setBefore(settings);
      setForm(printerForm(settings));
    });
    return () => {
      left = true;
    };
  }, [turn]);
  const change = (part: Partial<PrinterForm>): void => setForm((old) => ({ ...old, ...part }));
  return { form, change, before, reload: () => setTurn((count) => count + 1) };
}

function columnsOf(value: string): PrinterSettings["columns"] {
  return COLUMNS.find((choice) => String(choice.value) === value)?.value ?? 48;
}
