import { IconAlertTriangle, IconHourglass } from "@tabler/icons-react";
import { type FormEvent, useEffect, useId, useState } from "react";
import { appErrorOf } from "../../../shared/rpc/port-client.ts";
import { dateTimeWords } from "../../texts/date-words.ts";
import { errorWords } from "../../texts/error-words.ts";
import { copyTexts } from "../../texts/health-words.ts";
import { Button } from "../../ui/button.tsx";
import { HelpButton } from "../help/help-button.tsx";
import { askCore } from "../store/attempt.ts";
import { consumeScans } from "../store/scan.ts";
import { useTillState } from "../store/till-store.ts";
import { CODE_LENGTH, codeLength, groupedCode } from "./enrol-code.ts";
import { Gate } from "./gate.tsx";
import { OfflineScreen } from "./offline-screen.tsx";
import { enrolWords } from "../../texts/gate-words.ts";

/** Makes this computer a till: a code from the centre, then the same fingerprint on both screens. */
export function EnrolScreen() {
  const enrolment = useTillState((state) => state.enrolment);
  const mayGoOn = useTillState((state) => state.mayGoOnOffline);
  const [offline, setOffline] = useState(false);
  if (enrolment?.state === "PENDING") return <Pending fingerprint={enrolment.fingerprint} />;
  if (mayGoOn && offline) return <OfflineScreen onBack={() => setOffline(false)} />;
  return (
    <CodeForm
      refused={enrolment?.state === "REFUSED"}
      onOffline={mayGoOn ? () => setOffline(true) : null}
    />
  );
}

function Pending({ fingerprint }: { fingerprint: string }) {
  return (
    <Gate title={enrolWords.compareTitle} lead={enrolWords.compareLead}>
      <p className="fingerprint" aria-label={enrolWords.fingerprint}>
        {fingerprint}
      </p>
      <p className="notice" role="status">
        <IconHourglass aria-hidden="true" size={20} />
        <span>
          <strong>{enrolWords.waiting}</strong>
          {enrolWords.waitingMore}
        </span>
      </p>
    </Gate>
  );
}

type CodeFormProps = { refused: boolean; onOffline: (() => void) | null };

function CodeForm({ refused, onOffline }: CodeFormProps) {
  const { address, setAddress, code, setCode, failure, busy, enrol } = useEnrol(refused);
  const restoredFrom = useTillState((state) => state.restoredFrom);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void enrol();
  };
  return (
    <Gate title={enrolWords.title} lead={enrolWords.lead}>
      <form className="gate-panel" onSubmit={submit}>
        {restoredFrom === null ? null : (
          <p className="notice notice-warn">
            {copyTexts.restored(`${dateTimeWords(restoredFrom)} WIB`)}
          </p>
        )}
        {onOffline === null ? null : (
          <Button large onClick={onOffline}>
            {copyTexts.offlineStart}
          </Button>
        )}
        <AddressField address={address} onAddress={setAddress} />
        <CodeField code={code} onCode={setCode} />
        {failure === null ? null : (
          <p className="notice notice-error" role="alert">
            <IconAlertTriangle aria-hidden="true" size={20} />
            <span>
              <strong>{failure.what}</strong>
              {failure.todo}
            </span>
          </p>
        )}
        <Button
          look="next"
          large
          submit
          disabled={busy || address.trim() === "" || codeLength(code) < CODE_LENGTH}
        >
          {busy ? enrolWords.asking : enrolWords.enrol}
        </Button>
        <HelpButton topic="enrolment" words />
      </form>
    </Gate>
  );
}

type AddressFieldProps = { address: string; onAddress: (address: string) => void };

function AddressField({ address, onAddress }: AddressFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {enrolWords.address}
      </label>
      <input
        id={id}
        className="input"
        inputMode="url"
        autoComplete="off"
        autoFocus
        spellCheck={false}
        placeholder={enrolWords.addressHint}
        value={address}
        onChange={(event) => onAddress(event.target.value)}
      />
    </div>
  );
}

function CodeField({ code, onCode }: { code: string; onCode: (code: string) => void }) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {enrolWords.code}
      </label>
      <input
        id={id}
        className="input code-input"
        autoComplete="off"
        spellCheck={false}
        placeholder="ABCD-EFGH-…"
        value={code}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onCode(groupedCode(event.target.value))}
      />
      <p id={`${id}-hint`} className="field-hint">
        {enrolWords.codeTyped(codeLength(code), CODE_LENGTH)}
      </p>
    </div>
  );
}

function useEnrol(refused: boolean) {
  const [address, setAddress] = useState("");
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState(refused ? errorWords("ENROL_REFUSED") : null);
  useEffect(
    () =>
      consumeScans((text) => {
        setCode(groupedCode(text));
        return true;
      }),
    [],
  );
  const enrol = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await askCore((core) => core.enrol.start.mutate({ centreUrl: address.trim(), code }));
    } catch (error) {
      const { code: failureCode, details } = appErrorOf(error);
      setFailure(errorWords(failureCode, details));
    } finally {
      setBusy(false);
    }
  };
  return { address, setAddress, code, setCode, failure, busy, enrol };
}
