import { AppError } from "../../../shared/contract/errors.ts";
import type { Log } from "../adapters.ts";
import type { Core } from "../create-core.ts";
import { type Control, type Host, leave } from "./host.ts";
import { createSealBridge, type SealBridge } from "./seal-bridge.ts";

type Boot = Extract<Control, { type: "boot" }>;

export type RunOptions = {
  readonly host: Host;
  readonly log: Log;
  readonly start: (boot: Boot, seal: SealBridge["seal"]) => Promise<Core>;
};

/** Boots a core for the shell and deals it the windows; ends the process when it is told to. */
export function runCore(options: RunOptions): void {
  const runner = new CoreRunner(options);
  options.host.listen({
    onControl: (control) => runner.control(control),
    onWindow: (role, port) => runner.deal((core) => core.serve(role, port)),
  });
}

class CoreRunner {
  readonly #options: RunOptions;
  #bridge: SealBridge | null = null;
  #starting: Promise<Core> | null = null;

  constructor(options: RunOptions) {
    this.#options = options;
  }

  control(control: Control): void {
    switch (control.type) {
      case "boot":
        void this.#boot(control);
        break;
      case "sealed":
      case "seal-failed":
        this.#bridge?.answered(control);
        break;
      case "shutdown":
        void this.#shutdown();
        break;
    }
  }

  /** A window dealt before the core is ready waits for it; a core that fails ends the process. */
  deal(serve: (core: Core) => void): void {
    this.#starting?.then(serve, () => undefined);
  }

  async #boot(boot: Boot): Promise<void> {
    const { host, log, start } = this.#options;
    this.#bridge = createSealBridge(host, boot.sealProtected);
    this.#starting = start(boot, this.#bridge.seal);
    try {
      const { health } = await this.#starting;
      host.send({ type: "ready", health });
    } catch (error) {
      const code = error instanceof AppError ? error.code : "INTERNAL";
      log("core failed to start", { code, reason: error instanceof Error ? error.message : "" });
      host.send({ type: "failed", code });
      leave(1);
    }
  }

  async #shutdown(): Promise<void> {
    const core = await this.#starting?.catch(() => undefined);
    await core?.close();
    leave(0);
  }
}
