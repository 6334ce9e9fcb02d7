import { type FormEvent, useState } from "react";
import { errorWords } from "../../texts/error-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { HelpButton } from "../help/help-button.tsx";
import { attempt } from "../store/attempt.ts";
import { openDialog } from "../store/screen-store.ts";
import { nipWords } from "../../texts/buyer-words.ts";
import { controlWords } from "../../texts/control-words.ts";
import { NipField } from "./nip-field.tsx";

/** A NIP by hand, for a card that cannot be read. */
export function NipDialog() {
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
  const type = (next: string): void => {
    setText(next);
    setFailure(null);
  };
  return (
    <Dialog
      title={nipWords.title}
      widthPx={480}
      beside={<HelpButton topic="card" />}
      onClose={close}
    >
      <form className="dialog-form" onSubmit={(event) => void submit(event)}>
        <NipField text={text} onText={type} failure={failure} />
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
