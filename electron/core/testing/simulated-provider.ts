import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { PaymentProvider } from "../paying/provider.ts";

const Answer = z.object({
  ref: z.string(),
  payload: z.string(),
  state: z.enum(["PENDING", "PAID", "EXPIRED", "CANCELLED"]),
});

/** The simulator's process, an adapter that talks to it, and the hand of its buyer. */
export type SimulatedProvider = {
  readonly adapter: PaymentProvider;
  /** The buyer pays a code. */
  readonly pay: (ref: string) => Promise<void>;
  readonly stateOf: (ref: string) => Promise<string>;
  readonly stop: () => Promise<void>;
};

/** Starts the provider simulator. */
export async function startSimulatedProvider(): Promise<SimulatedProvider> {
  const entry = new URL("./provider-simulator.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, [entry], { stdio: ["ignore", "pipe", "inherit"] });
  const [port] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  const ask = async (path: string, body: unknown = null): Promise<z.infer<typeof Answer>> => {
    const address = `http://127.0.0.1:${port}/${path}`;
    const response = await fetch(address, { method: "POST", body: JSON.stringify(body) });
    return Answer.parse(await response.json());
  };
  return {
    adapter: {
      create: (payment) => ask("create", payment),
      status: async (ref) => (await ask(`status/${ref}`)).state,
      cancel: async (ref) => (await ask(`cancel/${ref}`)).state,
    },
    pay: async (ref) => void (await ask(`pay/${ref}`)),
    stateOf: async (ref) => (await ask(`status/${ref}`)).state,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill();
      await once(child, "exit");
    },
  };
}
