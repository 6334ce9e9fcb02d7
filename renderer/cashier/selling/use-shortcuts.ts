import { useEffect } from "react";
import type { CartView } from "../../../shared/contract/till-state.ts";
import type { ShortcutName } from "../../texts/shortcuts.ts";
import { shortcuts } from "../../texts/shortcuts.ts";
import { startPayment, usePayment } from "../payment/pay.ts";
import { answersTaken, awaitsAnswers } from "../store/attempt.ts";
import { lockTill, setPublicBuyer, undoLine } from "../store/cart-actions.ts";
import { holdOrShow } from "../store/held-actions.ts";
import { openSettings } from "../settings/settings-store.ts";
import { openCash } from "../shift/cash-store.ts";
import { openDialog, openLabels, type SellingDialog } from "../store/screen-store.ts";
import { useTill } from "../store/till-store.ts";
import { focusTypingField } from "../typing-field.ts";
import { awaitsComparison, focusComparison } from "./comparison.ts";
import { createTurns } from "./in-turn.ts";
import { sellingIsOnTop } from "./on-top.ts";

/** Longer than the core takes, and no wait that a person minds. */
const PATIENCE_MS = 500;

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
  pay: payOrCompare,
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
      if (!event.repeat) press(name);
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

const takeTurn = createTurns();

/**
 * A key with nothing to act on yet waits for what was done just before it: a dialog that closes with
 * the core's answer, goods that were scanned and are not in the cart, a buyer just said to be the same
 * person. Later keys wait behind it. The pay sheet's keys are its own.
 */
function press(name: ShortcutName): void {
  if (usePayment.getState().payment.kind === "open") return;
  const seen = openCartId();
  takeTurn({
    ready: () => (sellingIsOnTop() && hasWhatKeysActOn()) || !awaitsAnswers(),
    wait: () => answersTaken(PATIENCE_MS),
    act: () => {
      const isSeen = openCartId() === seen || name !== "hold";
      if (sellingIsOnTop() && isSeen) runShortcut(name);
    },
  });
}

function hasWhatKeysActOn(): boolean {
  const cart = useTill.getState().state?.cart;
  return cart !== undefined && cart.lines.length > 0 && !awaitsComparison(cart);
}

function openCartId(): string | null {
  return useTill.getState().state?.cart.cartId ?? null;
}

function payOrCompare(): void {
  const cart = useTill.getState().state?.cart;
  if (cart !== undefined && awaitsComparison(cart)) focusComparison();
  else startPayment();
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
