import { centreKeyText } from "../../../shared/domain/journal.ts";
import { instantText } from "../../../shared/domain/period.ts";
import type { CentreDeps } from "../deps.ts";
import { allCentreKeys, saveCentreKey } from "../stores/centre-key.ts";
import { publish } from "../stores/feed.ts";
import { ensureRegency, rootOf } from "../stores/regency.ts";

/** The database was laid under another root than the one in the key folder. */
export class RootMismatch extends Error {
  override readonly name = "RootMismatch";
}

/** Sets up the regency, certifies the centre key once and publishes the keys tills need. */
export async function establishTrust(
  deps: Pick<CentreDeps, "database" | "keys" | "regencyId" | "clock">,
): Promise<void> {
  const { database, keys, regencyId, clock } = deps;
  await database.transaction(async (tx) => {
    const nowMs = clock.wallMs();
    await ensureRegency(tx, { regencyId, rootPublicKey: keys.root.publicKey, nowMs });
    if ((await rootOf(tx, regencyId)) !== keys.root.publicKey) {
      throw new RootMismatch("the database belongs to another root key");
    }
    const { keyId, publicKey } = keys.centre;
    const text = centreKeyText({ keyId, publicKey, validFrom: instantText(nowMs) });
    const issuerSignature = keys.root.signText(text);
    await saveCentreKey(tx, regencyId, { keyId, publicKey, validFromMs: nowMs, issuerSignature });
    const centreKeys = await allCentreKeys(tx, regencyId);
    const card = { cardKeyId: keys.card.cardKeyId, publicKey: keys.card.publicKey };
    await publish(tx, regencyId, [
      ...centreKeys.map((value) => ({
        kind: "centre_key" as const,
        key: value.keyId,
        outletId: null,
        value,
      })),
      { kind: "card_key", key: String(card.cardKeyId), outletId: null, value: card },
    ]);
  });
}
