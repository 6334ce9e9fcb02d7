import { shiftTexts } from "../../texts/shift-words.ts";
import { TextField } from "../../ui/text-field.tsx";

type NoteFieldProps = { needed: boolean; text: string; onText: (text: string) => void };

/** A line of free words about a reason. */
export function NoteField({ needed, text, onText }: NoteFieldProps) {
  const { note, noteNeeded, noteHint } = shiftTexts.move;
  return (
    <TextField
      label={note}
      hint={needed ? noteNeeded : noteHint}
      maxLength={200}
      text={text}
      onText={onText}
    />
  );
}
