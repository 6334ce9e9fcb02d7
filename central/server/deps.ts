import type { Database } from "./database/database.ts";
import type { CentreKeys } from "./keys/centre-keys.ts";
import type { RandomBytes } from "./keys/data-box.ts";

/** What the centre says about itself while it runs; never personal data. */
export type Log = {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
};

/** Everything the centre's parts need of the outer world. */
export type CentreDeps = {
  readonly database: Database;
  readonly keys: CentreKeys;
  readonly regencyId: string;
  /** where phones reach the centre: the base of receipt links */
  readonly publicUrl: string;
  readonly clock: { wallMs(): number };
  readonly random: RandomBytes;
  /** a fresh UUIDv7 */
  readonly newId: () => string;
  readonly log: Log;
};
