import { useEffect } from "react";
import type { CartView } from "../../../shared/contract/till-state.ts";
import type { ShortcutName } from "../../texts/shortcuts.ts";
import { shortcuts } from "../../texts/shortcuts.ts";
import { dialogIsOpen } from "../../ui/open-dialogs.ts";
import { startPayment } from "../payment/pay.ts";
import { lockTill, setPublicBuyer, undoLine } from "../store/cart-actions.ts";
import { holdOrShow } from "../store/held-actions.ts";
import { openSettings } from "../settings/settings-store.ts";
import { openCash } from "../shift/cash-store.ts";
import { openDialog, openLabels, type SellingDialog } from "../store/screen-store.ts";
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
  hold: () => void holdOrShow(),
  held: () => openDialog("held"),
  discount: () => openIf(hasLines, "discount"),
  price: () => openIf(hasLines, "price"),
  note: () => openDialog("note"),
  label: () => openLabels(null),
  institution: () => openDialog("institution"),
  purchases: () => openIf(knowsBuyer, "purchases"),
  pay: startPayment,
  status: () => openDialog("status"),
  cash: () => openCash("report"),
  settings: openSettings,
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
      if (name === undefined || (name === "undo" && isEditing(event.target))) return;
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

/** While something is typed, undo is the field's own. */
function isEditing(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === "text" && target.value !== "";
}

function openIf(may: (cart: CartView) => boolean, dialog: SellingDialog): void {
  const cart = useTill.getState().state?.cart;
  if (cart !== undefined && may(cart)) openDialog(dialog);
}

function hasLines({ lines }: CartView): boolean {
  return lines.length > 0;
}

function knowsBuyer({ buyer }: CartView): boolean {
  return buyer?.kind === "ASN" && buyer.personId !== null && buyer.confirmed;
}
