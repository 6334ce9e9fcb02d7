import { AppError } from "../../../shared/contract/errors.ts";
import type { HelloAnswer, HelloRequest } from "../../../shared/contract/sync.ts";
import { helloAnswerText } from "../../../shared/domain/journal.ts";
import type { CentreDeps } from "../deps.ts";
import { makeNonce } from "../keys/nonce.ts";
import { allCentreKeys } from "../stores/centre-key.ts";
import { newestFeedSeq } from "../stores/feed.ts";
import { headOf, newestCountersigned } from "../stores/head.ts";
import { newestKeyOf } from "../stores/held-key.ts";
import { findTill, noteHeard, raiseAlarm, type TillRecord } from "../stores/till.ts";
import { checkProtocol } from "./check-protocol.ts";
import { isSignedBy, learnKey } from "./learn-key.ts";

/**
 * Opens a till's session: centre time, head and a nonce, signed together with the till's random.
 * Fails with: PROTOCOL_UNSUPPORTED, TILL_UNKNOWN, and for an unknown key with what `learnKey` does.
 */
export async function hello(deps: CentreDeps, request: HelloRequest): Promise<HelloAnswer> {
  const { database, keys, clock, random } = deps;
  const { tillId, clientRandom, protocol, version } = request;
  checkProtocol(protocol);
  const till = await findTill(database, tillId);
  if (till === null) throw new AppError("TILL_UNKNOWN");
  if (!(await isSignedBy(request, await newestKeyOf(database, till)))) {
    await learnKey(deps, till, request).catch(async (error: unknown) => {
      await raiseCopyAlarm(deps, till, error);
      throw error;
    });
  }
  const nowMs = clock.wallMs();
  await noteHeard(database, till, { nowMs, spoke: { version, protocol } });
  const head = await headOf(database, till);
  const { nonce, expiresAt } = makeNonce(keys.nonceKey, random, { tillId, nowMs });
  const said = { tillId, clientRandom, centreTime: nowMs, nonce };
  const text = helloAnswerText({ ...said, headSeq: head.seq, headHash: head.hash });
  return {
    centreTime: nowMs,
    head: { seq: head.seq, hash: head.hash },
    countersignature: await newestCountersigned(database, till),
    nonce,
    nonceExpiresAt: expiresAt,
    centreKeyId: keys.centre.keyId,
    centreKeys: await allCentreKeys(database, till.regencyId),
    signature: keys.centre.signText(text),
    feedSeq: await newestFeedSeq(database, till.regencyId),
  };
}

/** What proves that two go on from one chain, each under a key that is or was the till's. */
const COPY_CODES: readonly string[] = ["FORK", "KEY_REPLACED"];

async function raiseCopyAlarm(
  { database, clock, log }: CentreDeps,
  till: TillRecord,
  error: unknown,
): Promise<void> {
  if (!(error instanceof AppError) || !COPY_CODES.includes(error.code)) return;
  const seq = Number(error.details["seq"]);
  log.warn({ tillId: till.tillId, seq, state: error.code }, "hello");
  await raiseAlarm(database, till, { kind: "FORK", seq, nowMs: clock.wallMs() });
}
