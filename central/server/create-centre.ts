import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { uuidv7 } from "uuidv7";
import type { Database } from "./database/database.ts";
import { migrate } from "./database/migrate.ts";
import type { CentreDeps, Log } from "./deps.ts";
import { CONNECTION_LIMITS, type ConnectionLimits } from "./http/connections.ts";
import { createServer } from "./http/server.ts";
import { openCentreKeys } from "./keys/centre-keys.ts";
import type { RandomBytes } from "./keys/data-box.ts";
import { establishTrust } from "./keys/trust.ts";
import { ensureFirstAccount } from "./people/first-account.ts";

export type CentreOptions = {
  /** an open database; the centre lays its schema and closes it in the end */
  readonly database: Database;
  /** the keys lie in its folder `keys` */
  readonly dataDir: string;
  readonly host: string;
  /** 0: any free port */
  readonly port: number;
  /** where phones reach the centre; null: where it listens */
  readonly publicUrl: string | null;
  /** Kemendagri code of the kabupaten or kota */
  readonly regencyId: string;
  readonly clock: { wallMs(): number };
  readonly random: RandomBytes;
  readonly log: Log;
  /** what /metrics asks for; null: only this machine is answered */
  readonly metricsToken?: string | null;
  /** of its connections; the usual ones unless given */
  readonly limits?: Partial<ConnectionLimits>;
  readonly webDir?: string;
  readonly picturesDir?: string;
};

/** A running centre. */
export type Centre = {
  readonly url: string;
  readonly publicUrl: string;
  readonly rootFingerprint: string;
  /** one-time password of the first administrator, until somebody changed it */
  readonly firstPassword: string | null;
  readonly deps: CentreDeps;
  close(): Promise<void>;
};

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Starts the centre: schema, keys, first account, HTTP. The only composition root of the server. */
export async function startCentre(options: CentreOptions): Promise<Centre> {
  const { database, dataDir, regencyId, clock, random, log } = options;
  await migrate(database);
  const keys = await openCentreKeys(join(dataDir, "keys"), random);
  await establishTrust({ database, keys, regencyId, clock });
  const base = { database, keys, regencyId, clock, random, log, newId: uuidv7 };
  // The port is known only once it listens, and receipts need no address of the centre to be served.
  const deps: CentreDeps = {
    ...base,
    publicUrl: options.publicUrl ?? `http://${options.host}:${options.port}`,
  };
  const firstPassword = await ensureFirstAccount(deps);
  const app = await createServer(deps, {
    webDir: options.webDir ?? join(ROOT, "out", "central", "web"),
    picturesDir: options.picturesDir ?? join(ROOT, "resources", "pictures"),
    metricsToken: options.metricsToken ?? null,
    limits: { ...CONNECTION_LIMITS, ...options.limits },
  });
  const url = await app.listen({ host: options.host, port: options.port });
  return {
    url,
    publicUrl: options.publicUrl ?? url,
    rootFingerprint: keys.root.fingerprint,
    firstPassword,
    deps: { ...deps, publicUrl: options.publicUrl ?? url },
    close: async () => {
      await app.close();
      await database.close();
    },
  };
}
