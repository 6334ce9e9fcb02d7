import { AppError } from "../../../shared/contract/errors.ts";
import type { SealBox } from "../adapters.ts";
import type { Control, Host } from "./host.ts";

/** The shell's key store, asked over the boot channel that no window gets. */
export type SealBridge = {
  readonly seal: SealBox;
  readonly answered: (answer: Extract<Control, { type: "sealed" | "seal-failed" }>) => void;
};

export function createSealBridge(host: Host, isProtected: boolean): SealBridge {
  const waiting = new Map<
    number,
    { resolve: (bytes: Uint8Array) => void; reject: (error: AppError) => void }
  >();
  let lastId = 0;
  const ask = (type: "seal" | "unseal", bytes: Uint8Array): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      host.send({ type, id: lastId, data: Buffer.from(bytes).toString("base64") });
    });
  return {
    seal: {
      protected: isProtected,
      seal: (plain) => ask("seal", plain),
      unseal: (sealed) => ask("unseal", sealed),
    },
    answered: (answer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (answer.type === "sealed") asked?.resolve(Buffer.from(answer.data, "base64"));
      else asked?.reject(new AppError("KEY_UNAVAILABLE", { retryable: true }));
    },
  };
}
