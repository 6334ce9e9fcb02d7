import { fork } from "node:child_process";
import { once } from "node:events";
import { getPriority, setPriority } from "node:os";
import { z } from "zod";
import type { SellingShop } from "./selling-core.ts";

/** The priority this process began with: what it starts may not inherit a lower one. */
export const FIRST_PRIORITY = getPriority();
const MAIN = new URL("./selling-main.ts", import.meta.url);

/** What the process is asked. */
export const Ask = z.discriminatedUnion("do", [
  z.object({ do: z.literal("sell"), sales: z.int() }),
  z.object({ do: z.literal("unsent") }),
  z.object({ do: z.literal("drainBegins") }),
  z.object({ do: z.literal("drainEnds") }),
  z.object({ do: z.literal("close") }),
]);
export type Ask = z.infer<typeof Ask>;

const Answer = z.object({ took: z.array(z.number()), unsent: z.int() });
export type Answer = z.infer<typeof Answer>;

/** A till's core in a process of its own, which sells and times its sales when asked. */
export type SellingProcess = {
  readonly pid: number;
  /** Sells so often; gives the milliseconds of each sale's commit. */
  readonly sell: (sales: number) => Promise<readonly number[]>;
  readonly unsent: () => Promise<number>;
  /** Asks for a round with the centre and resolves once some of the backlog was sent. */
  readonly drainBegins: () => Promise<number>;
  /** Resolves once nothing is being sent. */
  readonly drainEnds: () => Promise<number>;
  readonly close: () => Promise<void>;
};

export async function forkSelling(dataDir: string, shop: SellingShop): Promise<SellingProcess> {
  const child = fork(MAIN, [dataDir, JSON.stringify(shop)]);
  const pid = child.pid ?? 0;
  if (getPriority() !== FIRST_PRIORITY) setPriority(pid, FIRST_PRIORITY);
  await once(child, "message");
  const ask = async (wanted: Ask): Promise<Answer> => {
    const answer = once(child, "message");
    const died = once(child, "exit").then(([code]) => {
      throw new Error(`the till's process ended (${String(code)})`);
    });
    died.catch(() => undefined);
    child.send(wanted);
    const [message] = await Promise.race([answer, died]);
    return Answer.parse(message);
  };
  return {
    pid,
    sell: async (sales) => (await ask({ do: "sell", sales })).took,
    unsent: async () => (await ask({ do: "unsent" })).unsent,
    drainBegins: async () => (await ask({ do: "drainBegins" })).unsent,
    drainEnds: async () => (await ask({ do: "drainEnds" })).unsent,
    close: async () => {
      const exit = once(child, "exit");
      child.send({ do: "close" } satisfies Ask);
      await exit;
    },
  };
}
