import { z } from "zod";
import type { PaymentProvider } from "../paying/provider.ts";

const Answer = z.object({
  ref: z.string(),
  payload: z.string(),
  state: z.enum(["PENDING", "PAID", "EXPIRED", "CANCELLED"]),
});
type Answer = z.infer<typeof Answer>;

/** Asks the provider simulator that listens on a port of this computer. */
export function askAt(port: number): (path: string, body?: unknown) => Promise<Answer> {
  return async (path, body = null) => {
    const address = `http://127.0.0.1:${port}/${path}`;
    const response = await fetch(address, { method: "POST", body: JSON.stringify(body) });
    return Answer.parse(await response.json());
  };
}

/** The adapter of the simulator: what an adapter of a true provider would be. */
export function simulatorAdapter(port: number): PaymentProvider {
  const ask = askAt(port);
  return {
    create: (payment) => ask("create", payment),
    status: async (ref) => (await ask(`status/${ref}`)).state,
    cancel: async (ref) => (await ask(`cancel/${ref}`)).state,
  };
}
