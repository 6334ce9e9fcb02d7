import type { PageKey, WedgePage } from "./wedge-capture.ts";

/**
 * The page of a window. `typingField` is the field that takes what is typed while no other has the
 * focus (typing anywhere searches); null while there is none to take it.
 */
export function domPage(window: Window, typingField: () => HTMLInputElement | null): WedgePage {
  return {
    onKeyDown: (listener) => listen(window, "keydown", listener),
    onKeyUp: (listener) => listen(window, "keyup", listener),
    mark: (char) => {
      const focusBefore = window.document.activeElement;
      // Space belongs to the button that has the focus.
      if (char !== " " && focusedField(window) === null) typingField()?.focus();
      const field = focusedField(window);
      return field === null ? null : restorer(field, focusBefore);
    },
    insert: (text) => {
      const field = focusedField(window) ?? typingField();
      if (field !== null) insertText(field, text);
    },
    later: (run, delayMs) => {
      const timer = window.setTimeout(run, delayMs);
      return () => window.clearTimeout(timer);
    },
  };
}

function listen(
  window: Window,
  type: "keydown" | "keyup",
  listener: (key: PageKey) => void,
): () => void {
  const onEvent = (event: KeyboardEvent): void => listener(pageKeyOf(event));
  window.addEventListener(type, onEvent, { capture: true });
  return () => window.removeEventListener(type, onEvent, { capture: true });
}

function pageKeyOf(event: KeyboardEvent): PageKey {
  return {
    code: event.code,
    key: event.key,
    shift: event.shiftKey,
    ctrl: event.ctrlKey,
    alt: event.altKey,
    meta: event.metaKey,
    capsLock: event.getModifierState("CapsLock"),
    repeat: event.repeat,
    atMs: event.timeStamp,
    numericField: event.target instanceof HTMLInputElement && event.target.inputMode === "numeric",
    swallow: () => {
      event.preventDefault();
      event.stopImmediatePropagation();
    },
  };
}

function focusedField(window: Window): HTMLInputElement | null {
  const element = window.document.activeElement;
  if (!(element instanceof HTMLInputElement) || element.readOnly) return null;
  // A checkbox is an input too, but has no text.
  return element.selectionStart === null ? null : element;
}

function restorer(field: HTMLInputElement, focusBefore: Element | null): () => void {
  const { value, selectionStart, selectionEnd } = field;
  return () => {
    setValue(field, value);
    field.setSelectionRange(selectionStart, selectionEnd);
    if (focusBefore === field) return;
    field.blur();
    if (focusBefore instanceof HTMLElement) focusBefore.focus();
  };
}

function insertText(field: HTMLInputElement, text: string): void {
  const start = field.selectionStart ?? field.value.length;
  const end = field.selectionEnd ?? start;
  setValue(field, field.value.slice(0, start) + text + field.value.slice(end));
  field.setSelectionRange(start + text.length, start + text.length);
}

/** Sets the value past React's own tracking, so that the component hears of it as of typing. */
function setValue(field: HTMLInputElement, value: string): void {
  if (field.value === value) return;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
