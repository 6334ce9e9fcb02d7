import { AppError } from "../../../shared/contract/errors.ts";
import type { Log } from "../adapters.ts";
import type { Core } from "../create-core.ts";
import { type Control, type Host, leave } from "./host.ts";
import { createSealBridge, type SealBridge } from "./seal-bridge.ts";

type Boot = Extract<Control, { type: "boot" }>;

/** Boots a core for the shell and deals it the windows; ends the process when it is told to. */
export function runCore(by: {
  readonly host: Host;
  readonly log: Log;
  readonly start: (boot: Boot, seal: SealBridge["seal"]) => Promise<Core>;
}): void {
  const { host, log } = by;
  let bridge: SealBridge | null = null;
  let starting: Promise<Core> | null = null;

  const boot = async (message: Boot): Promise<void> => {
    bridge = createSealBridge(host, message.sealProtected);
    starting = by.start(message, bridge.seal);
    try {
      const { health } = await starting;
      host.send({ type: "ready", health });
    } catch (error) {
      const code = error instanceof AppError ? error.code : "INTERNAL";
      log("core failed to start", { code, reason: error instanceof Error ? error.message : "" });
      host.send({ type: "failed", code });
      leave(1);
    }
  };
  const shutdown = async (): Promise<void> => {
    await (await starting?.catch(() => undefined))?.close();
    leave(0);
  };

  host.listen({
    onControl: (control) => {
      switch (control.type) {
        case "boot":
          void boot(control);
          break;
        case "sealed":
        case "seal-failed":
          bridge?.answered(control);
          break;
        case "shutdown":
          void shutdown();
          break;
      }
    },
    onWindow: (role, port) => {
      void starting?.then(
        (core) => core.serve(role, port),
        () => port.close(),
      );
    },
  });
}
