import { mkdir } from "node:fs/promises";
import { MessageChannel } from "node:worker_threads";
import { createCore } from "../../electron/core/create-core.ts";
import type { CashierRouter } from "../../electron/core/router/root.ts";
import { plainSealBox, systemClock, systemRandom } from "../../electron/core/system.ts";
import type { CashierState } from "../../shared/contract/till-state.ts";
import { workerPort } from "../../shared/rpc/message-port.ts";
import { appErrorOf, createPortClient } from "../../shared/rpc/port-client.ts";

/**
 * Enrols the demo till: the real core makes its keys in `dataDir`, shows the code to the centre,
 * and takes its first roster and products. The shell then opens the same folder.
 * Fails with: ENROL_*, CENTRE_*.
 */
export async function enrolTill(options: {
  dataDir: string;
  centreUrl: string;
  code: string;
}): Promise<void> {
  const { dataDir, centreUrl, code } = options;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const core = await createCore({
    dataDir,
    clock: systemClock,
    random: systemRandom,
    seal: plainSealBox,
    log: () => undefined,
    syncWorkerUrl: new URL("../../electron/core/sync/sync-worker.ts", import.meta.url),
  });
  const { port1, port2 } = new MessageChannel();
  try {
    core.serve("cashier", workerPort(port1));
    const cashier = createPortClient<CashierRouter>(workerPort(port2));
    await cashier.enrol.start.mutate({ centreUrl, code });
    await new Promise<void>((resolve, reject) => {
      cashier.state.watch.subscribe(undefined, {
        onData: (state) => {
          if (isReady(state)) resolve();
        },
        onError: (error) => reject(appErrorOf(error)),
      });
    });
  } finally {
    await core.close();
    port2.close();
  }
}

/** Certified, and somebody can log in: the first pull has come through. */
function isReady({ phase, cashiers, roster }: CashierState): boolean {
  return phase !== "ENROL" && cashiers.length > 0 && roster.people > 0;
}
