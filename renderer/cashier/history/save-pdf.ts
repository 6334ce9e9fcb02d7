import { z } from "zod/mini";
import { HAND_OVER, type PdfSaved } from "../../../shared/contract/hand-over.ts";

const Told = z.object({
  type: z.literal(HAND_OVER.pdfSaved),
  saved: z.object({
    outcome: z.enum(["SAVED", "CANCELLED", "FAILED"]),
    path: z.nullable(z.string()),
  }),
});

/** Has the shell write what this page shows for print to a PDF that a person names. */
export function savePdf(name: string): Promise<PdfSaved> {
  return new Promise((resolve) => {
    const onMessage = (event: MessageEvent<unknown>): void => {
      if (event.source !== window || event.origin !== window.location.origin) return;
      const told = Told.safeParse(event.data);
      if (!told.success) return;
      window.removeEventListener("message", onMessage);
      resolve(told.data.saved);
    };
    window.addEventListener("message", onMessage);
    window.postMessage({ type: HAND_OVER.savePdf, name }, window.location.origin);
  });
}
