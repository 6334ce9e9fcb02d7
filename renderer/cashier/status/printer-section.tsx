import { IconPlus, IconPrinter } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { Printer } from "../../../shared/contract/printers.ts";
import {
  addressWords,
  printerStateWords,
  printerText,
  widthWords,
} from "../../texts/printer-words.ts";
import { Button } from "../../ui/button.tsx";
import { useSupervised } from "../approval/use-supervised.tsx";
import { HelpButton } from "../help/help-button.tsx";
import { attempt } from "../store/attempt.ts";
import { useTillState } from "../store/till-store.ts";
import { PrinterEditor } from "./printer-editor.tsx";
import { keepColumns, printerChange, testPrinter } from "./printer-actions.ts";

/** The till's printers, as a section of its status. */
export function PrinterSection() {
  return (
    <section className="status-section" aria-labelledby="status-printer">
      <div className="status-head">
        <h3 id="status-printer">{printerText.title}</h3>
        <HelpButton topic="printer" />
      </div>
      <PrinterSetup />
    </section>
  );
}

/** The till's printers: how each stands, its settings, and a test page. */
export function PrinterSetup() {
  const { printers, reload } = usePrinters();
  const [edited, setEdited] = useState<Printer | "new" | null>(null);
  const [measured, setMeasured] = useState<string | null>(null);
  if (printers === null) return null;
  const isFirst = printers.length === 0;
  const done = (): void => {
    setEdited(null);
    reload();
  };
  const test = async ({ printerId }: Printer): Promise<void> => {
    // The core keeps what the test taught it about this printer.
    if (await testPrinter(printerId)) setMeasured(printerId);
    reload();
  };
  const ruled = printers.find(({ printerId }) => printerId === measured);
  const editing = isFirst ? "new" : edited;
  return (
    <>
      {isFirst ? <p className="soft">{printerText.none}</p> : null}
      {editing === null ? (
        <>
          <ul className="printers">
            {printers.map((printer) => (
              <PrinterRow
                key={printer.printerId}
                printer={printer}
                onTest={() => void test(printer)}
                onChange={() => setEdited(printer)}
              />
            ))}
          </ul>
          {ruled === undefined ? (
            <Button
              icon={<IconPlus aria-hidden="true" size={20} />}
              onClick={() => setEdited("new")}
            >
              {printerText.add}
            </Button>
          ) : (
            <RulerQuestion printer={ruled} onDone={() => (setMeasured(null), reload())} />
          )}
        </>
      ) : (
        <PrinterEditor
          printer={editing === "new" ? null : editing}
          isFirst={isFirst}
          onDone={done}
        />
      )}
    </>
  );
}

type RowProps = { printer: Printer; onTest: () => void; onChange: () => void };

function PrinterRow({ printer, onTest, onChange }: RowProps) {
  const { printerId, name, main, transport, columns } = printer;
  const states = useTillState((state) => state.printer.printers);
  const state = states.find((one) => one.printerId === printerId)?.state ?? "READY";
  const tone = state === "READY" || state === "BUSY" ? "good" : "warn";
  return (
    <li className="printer-row">
      <p>
        <strong>{name}</strong>
        {main ? <span className="printer-main small">{printerText.mainMark}</span> : null}
        <span className={`printer-state small status-${tone}`}>{printerStateWords(state)}</span>
      </p>
      <p className="soft small">
        {addressWords(transport)} · {widthWords[columns]} · {answerWords(printer)}
      </p>
      <div className="printer-row-buttons">
        <Button
          icon={<IconPrinter aria-hidden="true" size={20} />}
          aria-label={`${printerText.test}: ${name}`}
          onClick={onTest}
        >
          {printerText.test}
        </Button>
        <Button aria-label={`${printerText.change}: ${name}`} onClick={onChange}>
          {printerText.change}
        </Button>
      </div>
    </li>
  );
}

function answerWords({ confirms, status }: Printer): string {
  if (confirms) return printerText.confirms;
  return status ? printerText.status : printerText.silent;
}

/** After the test page: which of its lines fits is how wide the paper is. */
function RulerQuestion({ printer, onDone }: { printer: Printer; onDone: () => void }) {
  const widths = [32, 42, 48] as const;
  const { ask, approval } = useSupervised();
  const keep = (columns: Printer["columns"]): void => {
    const wider = { ...printer, columns };
    ask(printerChange(printer, (approvalId) => void keepColumns(wider, approvalId).then(onDone)));
  };
  return (
    <fieldset className="ruler-question">
      <legend>{printerText.ruler}</legend>
      <div className="ruler-choices">
        {widths.map((columns) => (
          <Button
            key={columns}
            look={columns === printer.columns ? "primary" : "plain"}
            onClick={() => keep(columns)}
          >
            {columns}
          </Button>
        ))}
        <Button look="quiet" onClick={onDone}>
          {printerText.rulerLater}
        </Button>
      </div>
      {approval}
    </fieldset>
  );
}

function usePrinters() {
  const [printers, setPrinters] = useState<readonly Printer[] | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let left = false;
    void attempt((core) => core.printer.list.query()).then((list) => {
      if (!left && list !== null) setPrinters(list);
    });
    return () => {
      left = true;
    };
  }, [turn]);
  return { printers, reload: () => setTurn((count) => count + 1) };
}
