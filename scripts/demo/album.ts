import { join } from "node:path";
import type { TillApp } from "../../e2e/support/till-app.ts";

/** Pictures of both windows, numbered in the order they were taken. */
export type Album = { take(step: string): Promise<void> };

/** An album in a folder; each step gives `NN-step-kasir.png` and `NN-step-layar.png`. */
export function openAlbum(folder: string, till: Pick<TillApp, "cashier" | "display">): Album {
  let taken = 0;
  return {
    take: async (step) => {
      taken += 1;
      const name = `${String(taken).padStart(2, "0")}-${step}`;
      const picture = { animations: "disabled" } as const;
      await till.cashier.screenshot({ ...picture, path: join(folder, `${name}-kasir.png`) });
      await till.display.screenshot({ ...picture, path: join(folder, `${name}-layar.png`) });
    },
  };
}
