import { useEffect } from "react";
import { takeScan } from "../store/scan.ts";
import { typingField } from "../typing-field.ts";
import { domPage } from "./dom-page.ts";
import { observedPage } from "./key-observers.ts";
import { captureScans } from "./wedge-capture.ts";

/** Listens for wedge scanners as long as the window lives, whatever has the focus. */
export function useWedge(): void {
  useEffect(
    () =>
      captureScans(
        observedPage(domPage(window, typingField)),
        (text) => void takeScan(text, "WEDGE"),
      ),
    [],
  );
}
