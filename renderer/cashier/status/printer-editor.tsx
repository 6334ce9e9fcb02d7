import { type FormEvent, useState } from "react";
import { uuidv7 } from "uuidv7";
import type { Printer } from "../../../shared/contract/printers.ts";
import { labelWords } from "../../texts/label-words.ts";
import { printerText, transportWords, widthWords } from "../../texts/printer-words.ts";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { Tick } from "../../ui/tick.tsx";
import { useSupervised } from "../approval/use-supervised.tsx";
import { type PrinterForm, printerForm, printerOf } from "./printer-form.ts";
import { printerChange, removePrinter, savePrinter } from "./printer-actions.ts";

type EditorProps = { printer: Printer | null; isFirst: boolean; onDone: () => void };

/** The settings of one printer, new or known; a supervisor's to keep. */
export function PrinterEditor({ printer, isFirst, onDone }: EditorProps) {
  const [form, setForm] = useState(() => printerForm(printer, isFirst));
  const change = (part: Partial<PrinterForm>): void => setForm((old) => ({ ...old, ...part }));
  const { ask, approval } = useSupervised();
  const asked = printerOf(form, printer, uuidv7);
  const onKept = (kept: boolean): void => (kept ? onDone() : undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (asked === null) return;
    ask(printerChange(asked, (approvalId) => void savePrinter(asked, approvalId).then(onKept)));
  };
  const remove = (gone: Printer): void => {
    const { printerId } = gone;
    ask(
      printerChange(gone, (approvalId) => void removePrinter(printerId, approvalId).then(onKept)),
    );
  };
  return (
    <>
      <form className="status-form" aria-label={printerText.formName} onSubmit={submit}>
        <SetupFields form={form} change={change} isFirst={isFirst} />
        <div className="status-buttons">
          {printer === null ? null : (
            <Button look="quiet" className="status-remove" onClick={() => remove(printer)}>
              {printerText.remove}
            </Button>
          )}
          {isFirst ? null : <Button onClick={onDone}>{printerText.cancel}</Button>}
          <Button look="primary" submit disabled={asked === null}>
            {printerText.save}
          </Button>
        </div>
      </form>
      {approval}
    </>
  );
}

function SetupFields({ form, change, isFirst }: FieldsProps & { isFirst: boolean }) {
  return (
    <>
      <TextField
        label={printerText.name}
        text={form.name}
        onText={(name) => change({ name })}
        isFirst={!isFirst}
      />
      <Select
        label={labelWords.role}
        value={form.role}
        choices={{ RECEIPT: labelWords.receipts, LABEL: labelWords.labels }}
        onChoice={(role) => change(role === "LABEL" ? { role, drawer: false } : { role })}
      />
      <Select
        label={printerText.way}
        value={form.way}
        choices={transportWords}
        onChoice={(way) => change({ way })}
      />
      <AddressFields form={form} change={change} />
      <Select
        label={printerText.width}
        value={`${form.columns}`}
        choices={widthWords}
        onChoice={(columns) => change({ columns: WIDTHS[columns] })}
      />
      <div className="status-checks">
        <Tick label={printerText.cutter} on={form.cutter} onTick={(cutter) => change({ cutter })} />
        <Tick label={printerText.drawer} on={form.drawer} onTick={(drawer) => change({ drawer })} />
        <Tick label={printerText.main} on={form.main} onTick={(main) => change({ main })} />
      </div>
      {form.drawer ? <DrawerFields form={form} change={change} /> : null}
    </>
  );
}

const WIDTHS = { "32": 32, "42": 42, "48": 48 } as const;

type FieldsProps = { form: PrinterForm; change: (part: Partial<PrinterForm>) => void };

function AddressFields({ form, change }: FieldsProps) {
  const path = (label: string) => (
    <TextField label={label} text={form.path} onText={(text) => change({ path: text })} />
  );
  switch (form.way) {
    case "TCP":
      return (
        <div className="status-address">
          <TextField
            label={printerText.host}
            text={form.host}
            onText={(host) => change({ host })}
          />
          <TextField
            label={printerText.port}
            text={form.port}
            onText={(port) => change({ port })}
          />
        </div>
      );
    case "SPOOLER":
      return (
        <TextField
          label={printerText.queue}
          text={form.queue}
          onText={(queue) => change({ queue })}
        />
      );
    case "SHARE":
      return path(printerText.sharePath);
    case "DEVICE":
      return path(printerText.devicePath);
    case "SERIAL":
      return (
        <div className="status-address">
          {path(printerText.serialPath)}
          <TextField
            label={printerText.baud}
            text={form.baud}
            onText={(baud) => change({ baud })}
          />
        </div>
      );
  }
}

const PINS = { "2": "2", "5": "5" } as const;

function DrawerFields({ form, change }: FieldsProps) {
  return (
    <fieldset className="drawer-fields" aria-label={printerText.drawer}>
      <Select
        label={printerText.drawerPin}
        value={form.pin}
        choices={PINS}
        onChoice={(pin) => change({ pin })}
      />
      <TextField
        label={printerText.drawerOn}
        text={form.onMs}
        onText={(onMs) => change({ onMs })}
      />
      <TextField
        label={printerText.drawerOff}
        text={form.offMs}
        onText={(offMs) => change({ offMs })}
      />
    </fieldset>
  );
}
