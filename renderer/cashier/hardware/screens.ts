import { z } from "zod/mini";
import { HAND_OVER, type ScreenView } from "../../../shared/contract/hand-over.ts";

const Told = z.object({
  type: z.literal(HAND_OVER.screensTold),
  screens: z.array(
    z.object({
      id: z.number(),
      label: z.string(),
      width: z.number(),
      height: z.number(),
      cashier: z.boolean(),
      display: z.boolean(),
    }),
  ),
});

/** Asks the shell which screens there are. */
export function askScreens(): void {
  window.postMessage({ type: HAND_OVER.screens }, window.location.origin);
}

/** Moves the customer display to a screen. */
export function showOn(screenId: number): void {
  window.postMessage({ type: HAND_OVER.showOn, screenId }, window.location.origin);
}

/** Hears the shell's answers until the answer is called. */
export function watchScreens(onScreens: (screens: readonly ScreenView[]) => void): () => void {
  const onMessage = (event: MessageEvent<unknown>): void => {
    if (event.source !== window || event.origin !== window.location.origin) return;
    const told = Told.safeParse(event.data);
    if (told.success) onScreens(told.data.screens);
  };
  window.addEventListener("message", onMessage);
  return () => window.removeEventListener("message", onMessage);
}
