import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { PaymentProvider } from "../paying/provider.ts";
import { askAt, simulatorAdapter } from "./simulator-adapter.ts";

/** The simulator's process, an adapter that talks to it, and the hand of its buyer. */
export type SimulatedProvider = {
  /** where it listens on this computer */
  readonly port: number;
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
  const ask = askAt(Number(port));
  return {
    port: Number(port),
    adapter: simulatorAdapter(Number(port)),
    pay: async (ref) => void (await ask(`pay/${ref}`)),
    stateOf: async (ref) => (await ask(`status/${ref}`)).state,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill();
      await once(child, "exit");
    },
  };
}
