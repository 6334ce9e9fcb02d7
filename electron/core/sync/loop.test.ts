import { copyFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { HelloRequest } from "../../../shared/contract/sync.ts";
import { headText, helloAnswerText } from "../../../shared/domain/journal.ts";
import { base64urlEncode, utf8 } from "../../../shared/domain/text.ts";
import { beginPredecessor } from "../former/keep-entries.ts";
import { transact, type ReadDb } from "../db/database.ts";
import { connectDatabase } from "../db/open.ts";
import { entryBySeq, journalHead } from "../db/stores/journal.ts";
import { syncState } from "../db/stores/sync-state.ts";
import { signEd25519 } from "../keys/ed25519.ts";
import { readKeys } from "../keys/key-file.ts";
import { oldChainPath } from "../resume/old-chain.ts";
import { plainSealBox, systemClock, systemRandom } from "../system.ts";
import { openShops } from "../testing/open-shops.ts";
import { createAuthority } from "../testing/sample-authority.ts";
import { pay } from "../testing/test-core.ts";
import { SyncLoop } from "./loop.ts";
import { pushBatch } from "./push.ts";
import type { SyncContext } from "./sync-context.ts";
import type { SyncEvent } from "./sync-handle.ts";

const shop = openShops();
const centreKey = createAuthority();
const signed = (text: string): string =>
  base64urlEncode(signEd25519(centreKey.privateKey, utf8(text)));

let db: ReadDb;
let asked: string[];
let told: SyncEvent[];
let pauses: (() => void)[];
beforeEach(async () => {
  await shop.core.cashier.cart.add.mutate({
    productId: shop.till.products[0]!.productId,
    qty: 1,
  });
  await shop.core.cashier.buyer.setPublic.mutate();
  await pay(shop.core);
  await shop.core.close();
  db = connectDatabase(path.join(shop.dataDir, "till.db"));
  asked = [];
  told = [];
  pauses = [];
});
afterEach(() => db.close());

/** A centre that holds what it is told that it holds, and takes every batch. */
function answerOf(procedure: string, input: unknown, heldSeq: number): unknown {
  asked.push(procedure);
  const { tillId } = shop.till;
  if (procedure === "till.hello") {
    const { clientRandom } = input as HelloRequest;
    const head = { seq: heldSeq, hash: entryBySeq(db, heldSeq)!.hash };
    const answer = { centreTime: Date.now(), nonce: "n", headSeq: head.seq, headHash: head.hash };
    return {
      ...answer,
      head,
      countersignature: null,
      nonceExpiresAt: answer.centreTime + 600_000,
      centreKeyId: centreKey.keyId,
      signature: signed(helloAnswerText({ tillId, clientRandom, ...answer })),
      feedSeq: 0,
    };
  }
  if (procedure === "till.report") return { verdicts: [] };
  return { changes: [], cursor: 0, more: false };
}

async function contextOf(call: SyncContext["client"]["call"]): Promise<SyncContext> {
  const { tillId, rootPublicKey } = shop.till;
  const keys = await readKeys(shop.dataDir, plainSealBox);
  const identity = { certificate: { tillId }, rootPublicKey, ...keys };
  return {
    db,
    client: { call },
    identity: identity as unknown as SyncContext["identity"],
    version: "1",
    applyKeys: {} as SyncContext["applyKeys"],
    centreKeys: () => new Map([[centreKey.keyId, centreKey.publicKey]]),
    backupAt: () => null,
    diskFreeBytes: () => Promise.resolve(null),
    isKeyProtected: false,
    clock: systemClock,
    random: systemRandom,
    pause: () => new Promise((resolve) => pauses.push(resolve)),
    emit: (event) => told.push(event),
    step: () => undefined,
  };
}

test("a former till's file that is long in reading keeps no round from its end", async () => {
  const { tillId } = shop.till;
  const { seq, hash } = journalHead(db)!;
  const old = oldChainPath(db.name, tillId);
  mkdirSync(path.dirname(old));
  copyFileSync(db.name, old);
  copyFileSync(`${db.name}-wal`, `${old}-wal`);
  transact(db, (write) =>
    beginPredecessor(write, { oldTillId: tillId, oldSeq: seq, oldHash: hash }),
  );
  const context = await contextOf(({ procedure, input, answer }) =>
    Promise.resolve(answer.parse(answerOf(procedure, input, seq))),
  );
  const loop = new SyncLoop(context, () => () => undefined, expect.unreachable);
  loop.start();
  await vi.waitFor(() =>
    expect(told).toContainEqual({
      type: "status",
      view: expect.objectContaining({ state: "ONLINE" }) as unknown,
    }),
  );
  expect(pauses).toHaveLength(1);
  expect(asked).not.toContain("till.former");
  pauses[0]?.();
  await vi.waitFor(() => expect(asked).toContain("till.former"));
  await loop.close();
});

test("what is to come next and cannot be read takes no verdict from what was sent", async () => {
  db.prepare("UPDATE journal SET private_sealed = x'00' WHERE seq = 2").run();
  const { hash } = entryBySeq(db, 1)!;
  const context = await contextOf(({ answer }) => {
    const receivedAt = new Date().toISOString();
    const head = {
      centreKeyId: centreKey.keyId,
      tillId: shop.till.tillId,
      seq: 1,
      hash,
      receivedAt,
    };
    const accepted = { state: "ACCEPTED", through: { seq: 1, hash }, exceptions: [] };
    const signature = signed(headText(head));
    return Promise.resolve(answer.parse({ ...accepted, head: { ...head, signature } }));
  });
  const session = { nonce: "n", validUntilMs: Number.POSITIVE_INFINITY, feedSeq: 0 };
  const sent = await pushBatch(context, session, { size: 1, ahead: null });
  expect(sent).toMatchObject({ entries: 1, ahead: null });
  expect(syncState(db).acknowledgedSeq).toBe(1);
  await expect(pushBatch(context, session, { size: 1, ahead: null })).rejects.toThrow();
});
