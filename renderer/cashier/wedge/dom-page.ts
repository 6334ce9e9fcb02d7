import type { PageKey, WedgePage } from "./wedge-capture.ts";

/**
 * The page of a window. `beforeKey` runs first on every key, so that moving the focus (typing
 * anywhere searches) happens before the field is marked; `strayField` takes text given back while
 * no field has the focus.
 */
export function domPage(options: {
  readonly window: Window;
  readonly beforeKey: (event: KeyboardEvent) => void;
  readonly strayField: () => HTMLInputElement | null;
}): WedgePage {
  const { window } = options;
  const focused = (): HTMLInputElement | null => {
    const element = window.document.activeElement;
    return element instanceof HTMLInputElement && !element.readOnly ? element : null;
  };
  const listen = (
    type: "keydown" | "keyup",
    listener: (key: PageKey) => void,
    first: (event: KeyboardEvent) => void,
  ): (() => void) => {
    const onEvent = (event: KeyboardEvent): void => {
      first(event);
      listener(pageKeyOf(event));
    };
    window.addEventListener(type, onEvent, { capture: true });
    return () => window.removeEventListener(type, onEvent, { capture: true });
  };
  return {
    onKeyDown: (listener) => listen("keydown", listener, options.beforeKey),
    onKeyUp: (listener) => listen("keyup", listener, () => undefined),
    mark: () => {
      const field = focused();
      return field === null ? null : restorer(field);
    },
    insert: (text) => {
      const field = focused() ?? options.strayField();
      if (field !== null) insertText(field, text);
    },
    later: (run, delayMs) => {
      const timer = window.setTimeout(run, delayMs);
      return () => window.clearTimeout(timer);
    },
  };
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
    swallow: () => {
      event.preventDefault();
      event.stopImmediatePropagation();
    },
  };
}

function restorer(field: HTMLInputElement): () => void {
  const { value, selectionStart, selectionEnd } = field;
  return () => {
    setValue(field, value);
    field.setSelectionRange(selectionStart, selectionEnd);
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
