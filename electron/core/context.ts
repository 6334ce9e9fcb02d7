import type { Certificate } from "../../shared/contract/sync.ts";
import type { Log, RandomBytes, Schedule } from "./adapters.ts";
import type { TillFile } from "./db/till-file.ts";
import type { NewId } from "./ids.ts";
import type { Journal } from "./journal/journal.ts";
import type { TillKeys } from "./keys/till-keys.ts";
import type { Approvals } from "./staff/approval.ts";
import type { PaymentProvider } from "./paying/provider.ts";
import type { Session } from "./staff/session.ts";
import type { TillClock } from "./till-clock.ts";

/** Who an enrolled till is. */
export type Identity = {
  readonly tillId: string;
  readonly outletId: string;
  readonly certificate: Certificate;
  readonly rootPublicKey: string;
  readonly centreUrl: string;
};

/** What the nouns of the core work with; put together in create-core.ts only. */
export type Till = {
  readonly file: TillFile;
  readonly clock: TillClock;
  readonly random: RandomBytes;
  readonly newId: NewId;
  readonly schedule: Schedule;
  readonly log: Log;
  /** null while the key store does not give them */
  readonly keys: () => TillKeys | null;
  /** Fails with: NOT_ENROLLED. */
  readonly identity: () => Identity;
  readonly journal: () => Journal;
  /** The journal of a till that is about to be this one. */
  readonly journalOf: (tillId: string, keys?: TillKeys) => Journal;
  readonly session: Session;
  readonly approvals: Approvals;
  /** makes QRIS codes and knows when they are paid; null: the cashier looks */
  readonly provider: PaymentProvider | null;
  /** Sends the windows what they draw; call after each change and before the answer. */
  readonly changed: () => void;
  /** A sale was committed: the display thanks for it. */
  readonly sold: (saleId: string) => void;
  /** An entry was committed. */
  readonly entryWritten: () => void;
  /** A shift's end was committed. */
  readonly shiftClosed: () => void;
  /** A print job was committed; `drawer` asks for the drawer to be opened now. */
  readonly receiptQueued: (drawer: boolean) => void;
  /** Named points of a payment; tests stop the process at them. */
  readonly step: (name: string) => void;
};
