import type { z } from "zod";
import { AppError } from "../../../shared/contract/errors.ts";
import {
  type CentreKey,
  type CountersignedHead,
  HelloAnswer,
  type HelloRequest,
  MAX_KEY_CHANGES,
  NONCE_HEADER,
  PROTOCOL,
  SIGNATURE_HEADER,
  TILL_HEADER,
} from "../../../shared/contract/sync.ts";
import { helloText, requestText } from "../../../shared/domain/journal.ts";
import { instantMs } from "../../../shared/domain/period.ts";
import { base64urlEncode, hexEncode, utf8 } from "../../../shared/domain/text.ts";
import { transact, type WriteDb } from "../db/database.ts";
import { upsertCentreKey } from "../db/stores/centre-key.ts";
import { keyChanges } from "../db/stores/key-change.ts";
import { keepHead, setAcknowledgedSeq, syncState } from "../db/stores/sync-state.ts";
import { sha256Hex, signEd25519 } from "../keys/ed25519.ts";
import type { Outgoing } from "./centre-client.ts";
import { chainHash } from "./outbox.ts";
import { namesOlderCentre } from "./protocol.ts";
import { type ChainPoint, reconcile } from "./push-plan.ts";
import type { SyncContext } from "./sync-context.ts";
import { trustedKeys, trustsCentreKey, trustsHead, trustsHello } from "./trust.ts";

/** Asked anew this long before the centre would refuse the nonce. */
const MARGIN_MS = 60_000;
const CLIENT_RANDOM_BYTES = 16;

export type Session = {
  readonly nonce: string;
  /** On the monotonic clock. */
  readonly validUntilMs: number;
  /** The newest change the centre had at hello. */
  readonly feedSeq: number;
};

/**
 * Says hello, believes the answer only when the centre signed it, takes its time and its head.
 * Fails with: CENTRE_KEY (not signed by a key of our root), FORK, KEY_REPLACED (a copy
 * from before the key was changed), CENTRE_TOO_OLD, and what `CentreClient.call` fails with.
 */
export async function openSession(context: SyncContext): Promise<Session> {
  const { clock, identity, version } = context;
  const { tillId } = identity.certificate;
  const clientRandom = hexEncode(context.random(CLIENT_RANDOM_BYTES));
  const signature = signText(context, helloText({ tillId, clientRandom, protocol: PROTOCOL }));
  const input = { tillId, clientRandom, protocol: PROTOCOL, version, signature };
  const askedMs = clock.monotonicMs();
  const answer = await sayHello(context, input);
  const { rootPublicKey } = identity;
  const told = (answer.centreKeys ?? []).filter((key) => trustsCentreKey(rootPublicKey, key));
  const keys = new Map([...context.centreKeys(), ...trustedKeys(rootPublicKey, told)]);
  if (!trustsHello(keys, { tillId, clientRandom }, answer)) {
    throw new AppError("CENTRE_KEY", { retryable: true });
  }
  const nowMs = clock.monotonicMs();
  const centreTime = answer.centreTime + Math.round((nowMs - askedMs) / 2);
  takeHead(context, answer, told);
  context.emit({ type: "clock", centreTime });
  const nonceMs = Math.max(0, answer.nonceExpiresAt - answer.centreTime - MARGIN_MS);
  return { nonce: answer.nonce, validUntilMs: nowMs + nonceMs, feedSeq: answer.feedSeq };
}

/** A centre that does not know this till's key yet, or no more, hears which changes led to it. */
async function sayHello(context: SyncContext, input: HelloRequest): Promise<HelloAnswer> {
  const { client, db } = context;
  const ask = (asked: HelloRequest): Promise<HelloAnswer> =>
    client.call({ procedure: "till.hello", input: asked, answer: HelloAnswer });
  try {
    return await ask(input).catch((error: unknown) => {
      const changes = keyChanges(db, MAX_KEY_CHANGES);
      if (!isKeyUnknown(error) || changes.length === 0) throw error;
      return ask({ ...input, keyChanges: changes });
    });
  } catch (error) {
    throw namesOlderCentre(error);
  }
}

function isKeyUnknown(error: unknown): boolean {
  return error instanceof AppError && error.code === "REQUEST_SIGNATURE";
}

/** One signed request of a session. */
export function signedCall<T>(
  context: SyncContext,
  session: Session,
  call: {
    readonly procedure: string;
    readonly input: unknown;
    readonly answer: z.ZodType<T>;
  },
): Promise<T> {
  const sign = ({ path, bytes }: Outgoing): Record<string, string> => ({
    [TILL_HEADER]: context.identity.certificate.tillId,
    [NONCE_HEADER]: session.nonce,
    [SIGNATURE_HEADER]: signText(
      context,
      requestText({ method: "POST", path, bodyHash: sha256Hex(bytes), nonce: session.nonce }),
    ),
  });
  return context.client.call({ ...call, sign });
}

/** Keeps a head for good when the centre signed it. Fails with: CENTRE_KEY. */
export function keepTrustedHead(context: SyncContext, db: WriteDb, head: CountersignedHead): void {
  if (!trustsHead(context.centreKeys(), context.identity.certificate.tillId, head)) {
    throw new AppError("CENTRE_KEY", { retryable: true });
  }
  const { seq, hash, centreKeyId, receivedAt, signature } = head;
  keepHead(db, { seq, hash, centreKeyId, receivedAt: instantMs(receivedAt), signature });
}

/** Moves to where the centre says it stands. Fails with: FORK. */
export function resumeAt(context: SyncContext, db: WriteDb, head: ChainPoint): void {
  const { tillId } = context.identity.certificate;
  const verdict = reconcile(head, (seq) => chainHash(db, tillId, seq));
  if (verdict.kind === "FORK") throw new AppError("FORK", { details: { seq: head.seq } });
  if (syncState(db).acknowledgedSeq !== verdict.acknowledgedSeq) {
    setAcknowledgedSeq(db, verdict.acknowledgedSeq);
  }
}

function takeHead(context: SyncContext, answer: HelloAnswer, told: readonly CentreKey[]): void {
  transact(context.db, (db) => {
    for (const key of told) upsertCentreKey(db, key);
    resumeAt(context, db, answer.head);
    if (answer.countersignature !== null) keepTrustedHead(context, db, answer.countersignature);
  });
}

function signText(context: SyncContext, text: string): string {
  return base64urlEncode(signEd25519(context.identity.signingKey, utf8(text)));
}
