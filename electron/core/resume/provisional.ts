import type { Certificate } from "../../../shared/contract/sync.ts";
import { keyIdOf, provisionalText } from "../../../shared/domain/journal.ts";
import { instantText } from "../../../shared/domain/period.ts";
import { base64urlEncode, utf8 } from "../../../shared/domain/text.ts";
import { sha256Hex, signEd25519 } from "../keys/ed25519.ts";
import type { TillKeys } from "../keys/till-keys.ts";

/** Whether another till's key, and not yet the root, vouches for this one. */
export function isProvisional(till: {
  readonly certificate: Certificate;
  readonly rootPublicKey: string;
}): boolean {
  return till.certificate.issuerKeyId !== keyIdOf(sha256Hex, till.rootPublicKey);
}

/** The certificate by which a till's key vouches for the one that goes on from it. */
export function vouchFor(
  next: Pick<Certificate, "tillId" | "tillCode" | "keyId" | "publicKey">,
  by: { readonly certificate: Certificate; readonly keys: TillKeys; readonly at: number },
): Certificate {
  const { tillId, tillCode, keyId, publicKey } = next;
  const { regencyId, outletCode, deviceKind } = by.certificate;
  const fields = {
    tillId,
    regencyId,
    outletCode,
    tillCode,
    deviceKind,
    keyId,
    publicKey,
    fromSeq: 1,
    validFrom: instantText(by.at),
    issuerKeyId: by.keys.keyId,
  };
  const signature = signEd25519(by.keys.signingKey, utf8(provisionalText(fields)));
  return { ...fields, issuerSignature: base64urlEncode(signature) };
}
