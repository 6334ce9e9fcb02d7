import { AppError } from "../../../shared/contract/errors.ts";
import { type EnrolAnswer, type EnrolRequest, PROTOCOL } from "../../../shared/contract/sync.ts";
import { parseEnrolCode } from "../../../shared/domain/enrol.ts";
import { fingerprintCode, fingerprintOf } from "../../../shared/domain/journal.ts";
import type { Log, Schedule } from "../adapters.ts";
import { restoredFrom } from "../backup/restore.ts";
import type { TillFile } from "../db/till-file.ts";
import {
  deleteEnrolment,
  type EnrolmentRow,
  enrolment,
  saveEnrolment,
  till,
} from "../db/stores/till.ts";
import { openShift } from "../db/stores/shift.ts";
import { syncState } from "../db/stores/sync-state.ts";
import { sha256Hex } from "../keys/ed25519.ts";
import type { TillKeys } from "../keys/till-keys.ts";
import { valueOf } from "../selling/result.ts";
import { hasOutbound } from "../sync/outbox.ts";
import { checkIssued, enrolRequest, requestEnrolment } from "../sync/enrol-client.ts";

/** How often the centre is asked whether the admin has compared the fingerprints. */
const POLL_MS = 3_000;
/** So many polls a restored backup's own entries are waited for. */
const MOST_LOOKS = 100;

export type Issued = Extract<EnrolAnswer, { state: "ISSUED" }>;

export type EnrolmentOptions = {
  readonly file: TillFile;
  readonly now: () => number;
  readonly schedule: Schedule;
  readonly log: Log;
  /** null while there are none */
  readonly keys: () => TillKeys | null;
  /** Gives this device's keys, made and sealed if it has none yet. */
  readonly ensureKeys: () => Promise<TillKeys>;
  /** the same for the till this device goes on as */
  readonly nextKeys: () => TillKeys | null;
  readonly ensureNextKeys: () => Promise<TillKeys>;
  readonly onIssued: (issued: Issued, centreUrl: string) => Promise<void>;
  readonly onChange: () => void;
};

/** Makes this device a till of the centre that gave the code. */
export class Enrolment {
  readonly #options: EnrolmentOptions;
  #cancelPoll = (): void => undefined;
  /** how often what a backup alone holds was looked for */
  #looks = 0;

  constructor(options: EnrolmentOptions) {
    this.#options = options;
  }

  /**
   * Asks for a certificate with a one-time code; the answer may take until an admin confirmed. On a
   * restored backup it is for the till that goes on from it.
   * Fails with: ALREADY_ENROLLED, ENROL_CODE_*, ROOT_MISMATCH, CENTRE_*, KEY_UNAVAILABLE.
   */
  async start(input: {
    readonly centreUrl: string;
    readonly code: string;
  }): Promise<{ fingerprint: string }> {
    const { file, ensureKeys, ensureNextKeys } = this.#options;
    if (restoredFrom(file.db()) !== null) return this.#ask(input, ensureNextKeys);
    if (till(file.db()) !== null) throw new AppError("ALREADY_ENROLLED");
    return this.#ask(input, ensureKeys);
  }

  /**
   * Asks in the same way for the till this one is to go on as; until then it stays who it is.
   * Fails with: NOT_ENROLLED, ENROL_CODE_*, ROOT_MISMATCH, CENTRE_*, KEY_UNAVAILABLE.
   */
  async goOn(code: string): Promise<{ fingerprint: string }> {
    const { file, ensureNextKeys } = this.#options;
    const row = till(file.db());
    if (row === null) throw new AppError("NOT_ENROLLED");
    return this.#ask({ centreUrl: row.centreUrl, code }, ensureNextKeys);
  }

  async #ask(
    input: { readonly centreUrl: string; readonly code: string },
    ensureKeys: () => Promise<TillKeys>,
  ): Promise<{ fingerprint: string }> {
    const code = valueOf(parseEnrolCode(input.code));
    const { centreUrl } = input;
    const keys = await ensureKeys();
    const { publicKey, sealPublicKey } = keys;
    const request = enrolRequest({ code, publicKey, sealPublicKey, deviceKind: "till" });
    const answer = await requestEnrolment(centreUrl, request);
    const fingerprint = fingerprintCode(fingerprintOf(sha256Hex, publicKey));
    const { lookup, proof } = request;
    const { rootPrefix } = code;
    const startedAt = this.#options.now();
    const asked = { centreUrl, lookup, rootPrefix, proof, fingerprint, startedAt };
    await this.#settle({ ...asked, state: "PENDING" }, keys, answer);
    return { fingerprint };
  }

  /** Goes on with an enrolment that waits for the admin since before this start. */
  resume(): void {
    if (enrolment(this.#options.file.db())?.state === "PENDING") this.#pollLater();
  }

  async #settle(asked: EnrolmentRow, keys: TillKeys, answer: EnrolAnswer): Promise<void> {
    const { file, onIssued, onChange } = this.#options;
    if (answer.state === "ISSUED" && this.#replacesAnother(answer)) {
      file.commit((db) => saveEnrolment(db, { ...asked, state: "REFUSED" }));
    } else if (answer.state === "ISSUED" && this.#oldChainGoesOn()) this.#pollLater();
    else if (answer.state === "ISSUED") {
      const { rootPrefix, centreUrl } = asked;
      valueOf(checkIssued(answer, { rootPrefix, publicKey: keys.publicKey }));
      await onIssued(answer, centreUrl);
    } else {
      file.commit((db) => saveEnrolment(db, { ...asked, state: answer.state }));
      if (answer.state === "PENDING") this.#pollLater();
    }
    onChange();
  }

  /** A file goes on from its own chain: a code that is for another till's place is not for it. */
  #replacesAnother({ replaces }: Issued): boolean {
    const own = till(this.#options.file.db());
    return own !== null && replaces !== undefined && replaces.head.tillId !== own.tillId;
  }

  /**
   * A shift belongs to the chain it was opened in: the new one waits until it is closed. One that a
   * backup was taken in is never gone on with, but what only the backup holds is sent first, unless
   * the centre does not take it for so long.
   */
  #oldChainGoesOn(): boolean {
    const db = this.#options.file.db();
    if (restoredFrom(db) === null) return openShift(db) !== null;
    this.#looks += 1;
    return this.#looks <= MOST_LOOKS && syncState(db).stopCode === null && hasOutbound(db);
  }

  #pollLater(): void {
    this.#cancelPoll();
    this.#cancelPoll = this.#options.schedule(POLL_MS, () => void this.#poll());
  }

  /** Never throws: nobody waits for it, and what fails is tried again. */
  async #poll(): Promise<void> {
    try {
      await this.#askAgain();
    } catch (error) {
      this.#options.log("enrolment not settled", { code: codeOf(error) });
      this.#pollLater();
    }
  }

  async #askAgain(): Promise<void> {
    const { file, log, onChange } = this.#options;
    const asked = enrolment(file.db());
    const keys = till(file.db()) === null ? this.#options.keys() : this.#options.nextKeys();
    if (asked === null || asked.state === "REFUSED") return;
    if (keys === null) return this.#pollLater();
    try {
      const answer = await requestEnrolment(asked.centreUrl, repeatOf(asked, keys));
      await this.#settle(asked, keys, answer);
    } catch (error) {
      if (!isFinal(error)) throw error;
      log("enrolment not settled", { code: codeOf(error) });
      file.commit(deleteEnrolment);
      onChange();
    }
  }
}

function repeatOf(asked: EnrolmentRow, keys: TillKeys): EnrolRequest {
  const { lookup, proof } = asked;
  const { publicKey, sealPublicKey } = keys;
  return { protocol: PROTOCOL, lookup, publicKey, sealPublicKey, deviceKind: "till", proof };
}

/** What asking again cannot mend: a new code is needed. */
function isFinal(error: unknown): boolean {
  const code = codeOf(error);
  return code.startsWith("ENROL_") || code === "ROOT_MISMATCH" || code === "CENTRE_KEY";
}

function codeOf(error: unknown): string {
  return error instanceof AppError ? error.code : "INTERNAL";
}
