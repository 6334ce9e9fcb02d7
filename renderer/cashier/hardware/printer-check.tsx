import { IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { errorWords } from "../../texts/error-words.ts";
import { hardwareText } from "../../texts/hardware-words.ts";
import { Button } from "../../ui/button.tsx";
import { attempt } from "../store/attempt.ts";
import { useTillState } from "../store/till-store.ts";
import { AskPerson } from "./ask-person.tsx";
import { report } from "./findings.ts";

type Tried =
  | { readonly kind: "CONFIRMED" }
  | { readonly kind: "LOOK"; readonly status: boolean }
  | { readonly kind: "FAILED"; readonly code: string };

/** Prints the test page on each printer; where the printer cannot say so, a person looks. */
export function PrinterCheck() {
  const printers = useTillState((state) => state.printer.printers);
  const [tried, setTried] = useState<Tried | null>(null);
  const { printer: text } = hardwareText;
  const test = async (printerId: string): Promise<void> => {
    setTried(null);
    const result = await attempt((core) => core.printer.test.mutate({ printerId }));
    if (result === null) return;
    const { outcome, errorCode, learned } = result;
    const facts = { outcome, errorCode, ...learned };
    if (errorCode !== null) setTried({ kind: "FAILED", code: errorCode });
    else if (outcome === "PRINTED") setTried({ kind: "CONFIRMED" });
    else setTried({ kind: "LOOK", status: learned?.status ?? false });
    const verdict = errorCode !== null ? "BAD" : outcome === "PRINTED" ? "GOOD" : "DOUBT";
    report("PRINTER", verdict, facts);
  };
  if (printers.length === 0) return <p>{text.none}</p>;
  return (
    <>
      <p>{text.what}</p>
      <div className="hardware-buttons">
        {printers.map(({ printerId, name }) => (
          <Button
            key={printerId}
            icon={<IconPrinter aria-hidden="true" size={20} />}
            onClick={() => void test(printerId)}
          >
            {text.test}: {name}
          </Button>
        ))}
      </div>
      {tried?.kind === "CONFIRMED" ? (
        <p className="notice notice-success">{text.confirmed}</p>
      ) : null}
      {tried?.kind === "FAILED" ? (
        <p className="notice notice-error">
          {text.failed} {errorWords(tried.code).what}
        </p>
      ) : null}
      {tried?.kind === "LOOK" ? (
        <AskPerson
          question={text.came}
          onAnswer={(came) => {
            const { status } = tried;
            report("PRINTER", came ? "GOOD" : "BAD", { outcome: "SENT", status, seen: came });
            setTried(null);
          }}
        />
      ) : null}
    </>
  );
}
