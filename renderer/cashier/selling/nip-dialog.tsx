import { type FormEvent, useId, useState } from "react";
import { errorWords } from "../../texts/error-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { attempt } from "../store/attempt.ts";
import { openDialog } from "../store/screen-store.ts";
import { groupedNip, nipLength } from "./nip-text.ts";
import { nipWords } from "../../texts/buyer-words.ts";
import { controlWords } from "../../texts/control-words.ts";

/** A NIP by hand, for a card that cannot be read. */
export function NipDialog() {
  const id = useId();
  const [text, setText] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  const close = (): void => openDialog(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const result = await attempt((core) => core.buyer.typedNip.mutate({ nip: text }));
    if (result === null) return;
    if (result.kind !== "REFUSED") return close();
    const { what, todo } = errorWords(result.code);
    setFailure(`${what} ${todo}`);
  };
  return (
    <Dialog title={nipWords.title} widthPx={480} onClose={close}>
      <form className="dialog-form" onSubmit={(event) => void submit(event)}>
        <div className="field">
          <label className="field-label" htmlFor={id}>
            {nipWords.field}
          </label>
          <input
            id={id}
            className="input nip-input"
            inputMode="numeric"
            autoComplete="off"
            data-autofocus=""
            value={text}
            aria-invalid={failure !== null}
            aria-describedby={`${id}-hint`}
            onChange={(event) => {
              setText(groupedNip(event.target.value));
              setFailure(null);
            }}
          />
          <p id={`${id}-hint`} className={`field-hint ${failure === null ? "" : "field-error"}`}>
            {failure ?? nipWords.typed(nipLength(text))}
          </p>
        </div>
        <p className="soft small">{nipWords.lead}</p>
        <div className="dialog-actions">
          <Button onClick={close}>{controlWords.cancel}</Button>
          <Button look="next" submit disabled={text.trim() === ""}>
            {nipWords.find}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
