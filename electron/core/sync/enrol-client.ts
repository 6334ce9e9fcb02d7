import { createHmac } from "node:crypto";
import {
  EnrolAnswer,
  type EnrolAnswer as Answer,
  type EnrolRequest,
  PROTOCOL,
} from "../../../shared/contract/sync.ts";
import { type EnrolCode, enrolLookup, enrolText } from "../../../shared/domain/enrol.ts";
import { fingerprintOf } from "../../../shared/domain/journal.ts";
import { err, ok, type Result } from "../../../shared/domain/result.ts";
import { sha256Hex } from "../keys/ed25519.ts";
import { createCentreClient } from "./centre-client.ts";
import { namesOlderCentre } from "./protocol.ts";
import { trustedKeys, trustsCentreKey, trustsCertificate, trustsHead } from "./trust.ts";

const TIMEOUT_MS = 15_000;

type Issued = Extract<Answer, { state: "ISSUED" }>;

/** What the till asks with: its keys, and the proof that it knows the code's secret. */
export function enrolRequest(till: {
  readonly code: EnrolCode;
  readonly publicKey: string;
  readonly sealPublicKey: string;
  readonly deviceKind: "till" | "kiosk";
}): EnrolRequest {
  const { code, publicKey, sealPublicKey, deviceKind } = till;
  const text = enrolText({ publicKey, sealPublicKey });
  return {
    protocol: PROTOCOL,
    lookup: enrolLookup(sha256Hex, code.secret),
    publicKey,
    sealPublicKey,
    deviceKind,
    proof: createHmac("sha256", code.secret).update(text).digest("base64url"),
  };
}

/** Asks once; the same request again is harmless and tells whether the admin has decided. */
export function requestEnrolment(centreUrl: string, request: EnrolRequest): Promise<Answer> {
  const client = createCentreClient({ centreUrl, timeoutMs: TIMEOUT_MS });
  const call = { procedure: "till.enrol", input: request, answer: EnrolAnswer };
  return client.call(call).catch((error: unknown) => {
    throw namesOlderCentre(error);
  });
}

/**
 * Whether what the centre issued comes from the root named by the code, for this till's key.
 * Fails with: ROOT_MISMATCH (another centre, or someone in between), CENTRE_KEY (not signed by that root).
 */
export function checkIssued(
  answer: Issued,
  asked: { readonly rootPrefix: string; readonly publicKey: string },
): Result<true, "ROOT_MISMATCH" | "CENTRE_KEY"> {
  const { certificate, centreKeys, rootPublicKey } = answer;
  if (!fingerprintOf(sha256Hex, rootPublicKey).startsWith(asked.rootPrefix)) {
    return err("ROOT_MISMATCH");
  }
  const sound =
    certificate.publicKey === asked.publicKey &&
    trustsCertificate(rootPublicKey, certificate) &&
    centreKeys.length > 0 &&
    centreKeys.every((key) => trustsCentreKey(rootPublicKey, key)) &&
    trustsReplaced(answer);
  return sound ? ok(true) : err("CENTRE_KEY");
}

/** A replaced till is another, and the centre signed where its chain ended. */
function trustsReplaced({ replaces, rootPublicKey, centreKeys, certificate }: Issued): boolean {
  if (replaces === undefined) return true;
  const { head } = replaces;
  const isOther = head.tillId !== certificate.tillId;
  return isOther && trustsHead(trustedKeys(rootPublicKey, centreKeys), head.tillId, head);
}
