import { qrisWords } from "../../texts/paying-words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { openDialog } from "../store/screen-store.ts";
import { SetQris } from "./set-qris.tsx";

/** Sets the shop's QRIS code, and goes back to the till's status. */
export function QrisDialog() {
  const back = (): void => openDialog("status");
  return (
    <Dialog title={qrisWords.dialog} widthPx={600} onClose={back}>
      <SetQris onDone={back} />
    </Dialog>
  );
}
