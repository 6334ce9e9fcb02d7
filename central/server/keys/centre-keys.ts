import { hkdfSync } from "node:crypto";
import type { Certificate } from "../../../shared/contract/sync.ts";
import { certificateText } from "../../../shared/domain/journal.ts";
import { createDataBox, type DataBox, type RandomBytes } from "./data-box.ts";
import { type SigningKey, signingKey } from "./ed25519.ts";
import { openKeyFiles } from "./key-files.ts";

/** Number of the one key that signs ASN cards in this version. */
const CARD_KEY_ID = 1;

/** Every key the centre holds. */
export type CentreKeys = {
  /** certifies centre keys and tills; its fingerprint is what people compare */
  readonly root: SigningKey;
  /** signs hello answers and countersigns heads */
  readonly centre: SigningKey;
  readonly card: SigningKey & { readonly cardKeyId: number };
  /** the regency's HMAC key for bound QR texts, given to tills sealed */
  readonly regencyKey: Uint8Array;
  readonly nonceKey: Uint8Array;
  readonly box: DataBox;
};

/** Opens the key folder; missing keys are made. */
export async function openCentreKeys(folder: string, random: RandomBytes): Promise<CentreKeys> {
  const files = await openKeyFiles(folder, random);
  return {
    root: signingKey(files.root),
    centre: signingKey(files.centre),
    card: { ...signingKey(files.card), cardKeyId: CARD_KEY_ID },
    regencyKey: files.regency,
    nonceKey: new Uint8Array(hkdfSync("sha256", files.data, "", "belabeli-nonce/1", 32)),
    box: createDataBox(files.data, random),
  };
}

/** A till's certificate with the root's signature over its other fields. */
export function issueCertificate(
  root: SigningKey,
  fields: Omit<Certificate, "issuerKeyId" | "issuerSignature">,
): Certificate {
  const named = { ...fields, issuerKeyId: root.keyId };
  return { ...named, issuerSignature: root.signText(certificateText(named)) };
}
