import { useEffect } from "react";
import type { ShortcutName } from "../../texts/shortcuts.ts";
import { shortcuts } from "../../texts/shortcuts.ts";
import { dialogIsOpen } from "../../ui/open-dialogs.ts";
import { startPayment } from "../payment/pay.ts";
import { lockTill, setPublicBuyer, undoLine } from "../store/cart-actions.ts";
import { openCash } from "../shift/cash-store.ts";
import { openDialog } from "../store/screen-store.ts";
import { useTill } from "../store/till-store.ts";
import { focusTypingField } from "../typing-field.ts";

const actions: Record<ShortcutName, () => void> = {
  keys: () => openDialog("keys"),
  search: focusTypingField,
  camera: () => openDialog("camera"),
  nip: () => openDialog("nip"),
  public: () => void setPublicBuyer(),
  undo: () => void undoLine(),
  history: () => openDialog("history"),
  pay: startPayment,
  status: () => openDialog("status"),
  cash: () => openCash("report"),
  clear: askToClear,
  lock: () => void lockTill(),
};

/** Does what a shortcut of the selling screen does. */
export function runShortcut(name: ShortcutName): void {
  actions[name]();
}

/** Hears the shortcuts while no dialog is open; a held key counts once. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const name = shortcutOf(event);
      if (name === undefined) return;
      event.preventDefault();
      if (!event.repeat && !dialogIsOpen()) runShortcut(name);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

function shortcutOf(event: KeyboardEvent): ShortcutName | undefined {
  const pressed = `${event.ctrlKey ? "Ctrl+" : ""}${event.key.length === 1 ? event.key.toUpperCase() : event.key}`;
  const names = Object.keys(shortcuts) as ShortcutName[];
  return names.find((name) => shortcuts[name].key === pressed);
}

function askToClear(): void {
  const cart = useTill.getState().state?.cart;
  if (cart !== undefined && (cart.lines.length > 0 || cart.buyer !== null)) openDialog("clear");
}
