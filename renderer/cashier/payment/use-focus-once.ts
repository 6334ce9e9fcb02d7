import { type RefObject, useEffect, useRef } from "react";

/** An element that takes the focus as it appears: the one before it is gone from the page. */
export function useFocusOnce<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}
