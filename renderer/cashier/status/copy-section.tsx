import { type FormEvent, useState } from "react";
import { appErrorOf } from "../../../shared/rpc/port-client.ts";
import { copyTexts } from "../../texts/health-words.ts";
import { enrolWords } from "../../texts/gate-words.ts";
import { errorWords } from "../../texts/error-words.ts";
import { isCopy } from "../../texts/status-words.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { CODE_LENGTH, codeLength, groupedCode } from "../screens/enrol-code.ts";
import { askCore } from "../store/attempt.ts";
import { useTillState } from "../store/till-store.ts";

/** How a till goes on whose file turned out to be a copy; nothing for any other. */
export function CopySection() {
  return useTillState((state) => isCopy(state.sync)) ? <Copy /> : null;
}

function Copy() {
  const shift = useTillState((state) => state.shift);
  const role = useTillState((state) => state.session?.role ?? null);
  const enrolment = useTillState((state) => state.enrolment);
  return (
    <section className="status-section copy-section" aria-labelledby="status-copy">
      <h3 id="status-copy">{copyTexts.title}</h3>
      <p className="notice notice-warn">{copyTexts.why}</p>
      {enrolment?.state === "PENDING" ? (
        <Waiting fingerprint={enrolment.fingerprint} />
      ) : shift !== null ? (
        <p>{copyTexts.closeFirst}</p>
      ) : role === "SUPERVISOR" ? (
        <CodeForm />
      ) : (
        <p>{copyTexts.supervisor}</p>
      )}
    </section>
  );
}

function Waiting({ fingerprint }: { fingerprint: string }) {
  return (
    <>
      <p>{enrolWords.compareLead}</p>
      <p className="fingerprint" aria-label={enrolWords.fingerprint}>
        {fingerprint}
      </p>
      <p role="status">
        <strong>{enrolWords.waiting}</strong>
      </p>
    </>
  );
}

function CodeForm() {
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const ask = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await askCore((core) => core.enrol.goOn.mutate({ code }));
    } catch (thrown) {
      const { code: failureCode, details } = appErrorOf(thrown);
      const { what, todo } = errorWords(failureCode, details);
      setError(`${what} ${todo}`);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void ask();
  };
  return (
    <form className="status-form" onSubmit={submit}>
      <p>{copyTexts.how}</p>
      <TextField
        label={enrolWords.code}
        hint={enrolWords.codeTyped(codeLength(code), CODE_LENGTH)}
        error={error}
        text={code}
        onText={(text) => setCode(groupedCode(text))}
      />
      <Button look="primary" submit disabled={busy || codeLength(code) < CODE_LENGTH}>
        {busy ? enrolWords.asking : copyTexts.goOn}
      </Button>
    </form>
  );
}
