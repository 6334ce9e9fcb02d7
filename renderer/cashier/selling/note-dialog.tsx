import { type FormEvent, useState } from "react";
import { NOTE_LENGTH } from "../../../shared/contract/cart-limits.ts";
import { cartWords } from "../../texts/cart-words.ts";
import { count } from "../../texts/money-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { attempt } from "../store/attempt.ts";
import { openDialog } from "../store/screen-store.ts";
import { useTillState } from "../store/till-store.ts";
import "./carts.css";
import { controlWords } from "../../texts/control-words.ts";

/** A note on the open sale, kept with it and not printed. */
export function NoteDialog() {
  const stored = useTillState((state) => state.cart.note);
  const [text, setText] = useState(stored);
  const close = (): void => openDialog(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await attempt((core) => core.cart.setNote.mutate({ note: text }));
    if (done !== null) close();
  };
  return (
    <Dialog title={cartWords.noteTitle} widthPx={520} onClose={close}>
      <form className="dialog-form" onSubmit={(event) => void submit(event)}>
        <TextField
          label={cartWords.noteLabel}
          hint={`${cartWords.noteLead} ${cartWords.noteLength(count(text.length), NOTE_LENGTH)}`}
          maxLength={NOTE_LENGTH}
          isFirst
          text={text}
          onText={setText}
        />
        <div className="dialog-actions">
          <Button onClick={close}>{controlWords.cancel}</Button>
          <Button look="next" submit>
            {cartWords.saveNote}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
