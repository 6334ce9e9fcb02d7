import { useEffect } from "react";
import { removeLine, stepQty } from "../store/cart-actions.ts";
import { useScreen } from "../store/screen-store.ts";
import { useTill } from "../store/till-store.ts";
import { typingField } from "../typing-field.ts";
import { sellingIsOnTop } from "./on-top.ts";
import { moveSelection, selectedLine } from "./selected-line.ts";

/** Plus, minus and Delete change the selected line; arrows choose another one. */
export function useLineKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!sellingIsOnTop() || event.altKey || event.metaKey || isShifted(event)) return;
      if (isTyping(event.target)) return;
      if (actOn(event)) event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

/** A plus needs Shift on many layouts; nothing else here does. */
function isShifted(event: KeyboardEvent): boolean {
  return event.shiftKey && event.key !== "+";
}

/** What is typed into a field belongs to it; an empty search is no typing yet. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return false;
  if (target instanceof HTMLInputElement && target.type === "checkbox") return false;
  return target !== typingField() || target.value !== "";
}

function actOn(event: KeyboardEvent): boolean {
  const line = lineOf(event.target) ?? selectedLine();
  if (line === null) return false;
  if (event.key === "ArrowUp" || event.key === "ArrowDown") return choose(event);
  if (event.ctrlKey) return false;
  switch (event.key) {
    case "+":
      void stepQty(line.lineNo, 1);
      return true;
    case "-":
      void stepQty(line.lineNo, -1);
      return true;
    case "Delete":
      void removeLine(line.lineNo);
      return true;
    default:
      return false;
  }
}

/** With Ctrl from anywhere, without it among the lines. */
function choose(event: KeyboardEvent): boolean {
  const inside = rowOf(event.target) !== null;
  if (!inside && !event.ctrlKey) return false;
  const chosen = moveSelection(event.key === "ArrowUp" ? -1 : 1);
  const row = document.querySelector<HTMLElement>(`[data-line="${chosen ?? 0}"]`);
  if (inside) row?.focus();
  row?.scrollIntoView({ block: "nearest" });
  return true;
}

function lineOf(target: EventTarget | null): ReturnType<typeof selectedLine> {
  const row = rowOf(target);
  if (row === null) return null;
  const lineNo = Number(row.dataset["line"]);
  useScreen.setState({ selected: lineNo });
  const lines = useTill.getState().state?.cart.lines ?? [];
  return lines.find((line) => line.lineNo === lineNo) ?? null;
}

function rowOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-line]") : null;
}
