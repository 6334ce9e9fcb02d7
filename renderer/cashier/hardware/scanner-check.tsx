import { useEffect, useRef, useState } from "react";
import { classifyScan, type Scan } from "../../../shared/domain/scan.ts";
import {
  hardwareText,
  millisecondsWords,
  scanKindWords,
  testCodeWords,
} from "../../texts/hardware-words.ts";
import { QrCode } from "../../ui/qr-code.tsx";
import { consumeScans } from "../store/scan.ts";
import { observeKeys } from "../wedge/key-observers.ts";
import { FactList } from "./fact-list.tsx";
import { report } from "./findings.ts";
import { measureRun, type ScannerMeasure, type TimedPress, withPress } from "./scanner-measure.ts";

/** Capitals, digits and a dash: a scanner set to another keyboard or torn apart shows on it. */
const TEST_CODE = "UJI-PINDAI-2468";

/** Shows how a scanner types, as soon as it does; what it typed is not kept. */
export function ScannerCheck() {
  const { measure, kind, isTestCode } = useScanner();
  const advice = adviceOf(measure);
  return (
    <>
      <p>{hardwareText.scanner.what}</p>
      <div className="scanner-code">
        <QrCode text={TEST_CODE} label={testCodeWords.label} />
        <p className="soft small">{testCodeWords.hint}</p>
      </div>
      {isTestCode ? <p className="notice notice-success">{testCodeWords.whole}</p> : null}
      {measure === null ? (
        <p className="soft" role="status">
          {hardwareText.scanner.waiting}
        </p>
      ) : (
        <>
          {kind === null ? (
            <p className="notice notice-warn">{hardwareText.scanner.unread}</p>
          ) : null}
          <FactList facts={factsOf(measure, kind)} />
          {advice.map((words) => (
            <p key={words} className="notice notice-warn">
              {words}
            </p>
          ))}
        </>
      )}
    </>
  );
}

function useScanner() {
  const run = useRef<readonly TimedPress[]>([]);
  const [measure, setMeasure] = useState<ScannerMeasure | null>(null);
  const [kind, setKind] = useState<Scan["kind"] | null>(null);
  const [isTestCode, setIsTestCode] = useState(false);
  useEffect(() => {
    const offKeys = observeKeys((press) => {
      const before = run.current;
      run.current = withPress(before, press);
      if (run.current.length <= before.length) setKind(null);
      setMeasure(measureRun(run.current));
    });
    const offScans = consumeScans((scanned) => {
      const { kind: found } = classifyScan(scanned);
      const measured = measureRun(run.current);
      setKind(found);
      setIsTestCode(scanned === TEST_CODE);
      setMeasure(measured);
      if (measured === null) return false;
      const good = adviceOf(measured).length === 0;
      report("SCANNER", good ? "GOOD" : "DOUBT", { kind: found, ...measured });
      return true;
    });
    return () => {
      offKeys();
      offScans();
    };
  }, []);
  return { measure, kind, isTestCode };
}

function adviceOf(measure: ScannerMeasure | null): string[] {
  if (measure === null) return [];
  return [
    ...(measure.slow ? [hardwareText.scanner.slow] : []),
    ...(measure.suffix === null ? [hardwareText.scanner.noSuffix] : []),
    ...(measure.capsLock ? [hardwareText.scanner.capsOn] : []),
  ];
}

function factsOf(measure: ScannerMeasure, kind: Scan["kind"] | null): [string, string][] {
  const { facts } = hardwareText.scanner;
  return [
    ...(kind === null ? [] : ([[facts.kind, scanKindWords[kind]]] as [string, string][])),
    [facts.characters, String(measure.characters)],
    [facts.meanGap, millisecondsWords(measure.meanGapMs)],
    [facts.maxGap, millisecondsWords(measure.maxGapMs)],
    [facts.suffix, measure.suffix ?? hardwareText.scanner.none],
    [facts.caps, measure.capsLock ? hardwareText.scanner.on : hardwareText.scanner.off],
    [facts.aim, measure.aim ?? hardwareText.scanner.none],
  ];
}
