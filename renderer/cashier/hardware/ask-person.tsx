import { hardwareText } from "../../texts/hardware-words.ts";
import { Button } from "../../ui/button.tsx";

/** What only a person can see. */
export function AskPerson({
  question,
  onAnswer,
}: {
  question: string;
  onAnswer: (yes: boolean) => void;
}) {
  return (
    <fieldset className="hardware-ask">
      <legend>{question}</legend>
      <Button onClick={() => onAnswer(true)}>{hardwareText.yes}</Button>
      <Button onClick={() => onAnswer(false)}>{hardwareText.no}</Button>
    </fieldset>
  );
}
