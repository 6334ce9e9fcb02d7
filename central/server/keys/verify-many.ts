import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import { packItems, type SignedItem } from "./signed-item.ts";
import { verifyItems } from "./verify-items.ts";

/** Fewer are checked sooner than another thread hears of them. */
const FEW = 16;
/** Given to a thread at once: it must not wait for this one, which may be busy, to have more. */
const TASKS_AHEAD = 1_000;

let pool: Piscina<Uint8Array, boolean[]> | null = null;

/** Whether each of these signatures holds; many are checked by threads of their own, if these live. */
export async function verifyMany(items: readonly SignedItem[]): Promise<boolean[]> {
  if (items.length <= FEW) return verifyItems(items);
  const packed = packItems(items);
  pool ??= newPool();
  return pool.run(packed, { transferList: [packed.buffer] }).catch(() => verifyItems(items));
}

/** A pool whose threads fail is left, which ends what waits in it, and the next one is begun when asked. */
function newPool(): Piscina<Uint8Array, boolean[]> {
  const threads = availableParallelism();
  const made = new Piscina<Uint8Array, boolean[]>({
    filename: new URL("./verify-worker.ts", import.meta.url).href,
    name: "verifyPacked",
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: TASKS_AHEAD,
  });
  made.on("error", () => {
    if (pool === made) pool = null;
    made.destroy().catch(() => undefined);
  });
  return made;
}
