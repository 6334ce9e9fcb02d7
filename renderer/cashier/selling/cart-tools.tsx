import { IconDiscount, IconNote, IconPlayerPause } from "@tabler/icons-react";
import { cartWords } from "../../texts/cart-words.ts";
import { shortcuts } from "../../texts/shortcuts.ts";
import { Button } from "../../ui/button.tsx";
import { useTillState } from "../store/till-store.ts";
import { runShortcut } from "./use-shortcuts.ts";

/** What may be done to the open cart short of paying it. */
export function CartTools() {
  const empty = useTillState((state) => state.cart.lines.length === 0);
  const held = useTillState((state) => state.heldCarts);
  const note = useTillState((state) => state.cart.note);
  return (
    <div className="cart-tools">
      <Button
        icon={<IconPlayerPause aria-hidden="true" size={20} />}
        aria-keyshortcuts={shortcuts.hold.key}
        title={`${shortcuts.hold.label} (${shortcuts.hold.key})`}
        disabled={empty && held === 0}
        onClick={() => runShortcut("hold")}
      >
        {empty && held > 0 ? cartWords.held : cartWords.hold}
        {held === 0 ? null : <span className="cart-count">{held}</span>}
      </Button>
      <Button
        icon={<IconDiscount aria-hidden="true" size={20} />}
        aria-keyshortcuts="Control+D"
        title={`${shortcuts.discount.label} (${shortcuts.discount.key})`}
        disabled={empty}
        onClick={() => runShortcut("discount")}
      >
        {cartWords.discount}
      </Button>
      <Button
        icon={<IconNote aria-hidden="true" size={20} />}
        aria-keyshortcuts="Control+E"
        title={note === "" ? `${shortcuts.note.label} (${shortcuts.note.key})` : note}
        className={note === "" ? "" : "cart-noted"}
        onClick={() => runShortcut("note")}
      >
        {cartWords.note}
        {note === "" ? null : <span className="unseen"> {cartWords.noteThere}</span>}
      </Button>
    </div>
  );
}
