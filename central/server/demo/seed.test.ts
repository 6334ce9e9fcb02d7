import { createPublicKey, randomBytes, verify } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import decodeQR from "qr/decode.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FeedChange } from "../../../shared/contract/feed.ts";
import { checkCard } from "../../../shared/domain/card.ts";
import { migrate } from "../database/migrate.ts";
import type { Database } from "../database/database.ts";
import { type CentreKeys, openCentreKeys } from "../keys/centre-keys.ts";
import { ensureRegency } from "../stores/regency.ts";
import { openMemoryDatabase } from "../testing/memory-database.ts";
import { cardQr, qrPicture, scenePicture } from "./cards/card-qr.ts";
import { type WrittenCard, writeDemoCards } from "./cards/write-cards.ts";
import { DEMO_SEED, generateDemo } from "./generate.ts";
import { type SeedOutcome, seedDemo } from "./seed.ts";

const NOW_MS = Date.parse("2026-11-22T02:00:00.000Z");
const demo = generateDemo(DEMO_SEED, "2026-11");
let folder: string;
let database: Database;
let keys: CentreKeys;
let cards: WrittenCard[];
let firstSeed: SeedOutcome;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bela-beli-demo-"));
  keys = await openCentreKeys(join(folder, "keys"), (length) => randomBytes(length));
  database = await openMemoryDatabase();
  await migrate(database);
  const regency = {
    regencyId: demo.regencyId,
    rootPublicKey: keys.root.publicKey,
    nowMs: NOW_MS,
  };
  await database.transaction((tx) => ensureRegency(tx, regency));
  firstSeed = await seedDemo({ database, keys }, demo);
  const deps = { database, keys, regencyId: demo.regencyId, clock: { wallMs: () => NOW_MS } };
  cards = await writeDemoCards(deps, join(folder, "cards"));
}, 60_000);

afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

test("the whole demo stands in the feed in the form tills expect", async () => {
  const rows = await database.query<{ kind: string; feed_seq: number; value: string }>(
    "select kind, feed_seq, value from feed where kind <> 'cashier' order by feed_seq",
  );
  const counts = new Map<string, number>();
  for (const { kind, feed_seq, value } of rows) {
    FeedChange.parse({ kind, feedSeq: feed_seq, value: JSON.parse(value) });
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  expect(Object.fromEntries(counts)).toMatchObject({
    person: 1_200,
    product: 300,
    maker: 60,
    outlet: 2,
    category: 18,
    stock: 600,
    card: demo.cards.length,
    policy: 1,
  });
});

test("a second start leaves the regency alone", async () => {
  expect(firstSeed).toBe("SEEDED");
  const before = await database.query("select feed_seq from feed_counter");
  expect(await seedDemo({ database, keys }, demo)).toBe("LEFT_ALONE");
  expect(await database.query("select feed_seq from feed_counter")).toEqual(before);
});

test("cards of every class are written, one revoked and one expired among them", () => {
  expect(new Set(cards.map((card) => card.class)).size).toBe(5);
  expect(new Set(cards.map((card) => card.state))).toEqual(new Set(["GOOD", "REVOKED", "EXPIRED"]));
  expect(cards.some((card) => !card.obliged)).toBe(true);
});

test("each card holds as a till would judge it", () => {
  for (const card of cards) {
    const judged = checkCard(card.text, {
      keyOf: (keyId) => (keyId === keys.card.cardKeyId ? keys.card.publicKey : undefined),
      verify: holds,
      today: "2026-11-22",
      isRevoked: (serial) => demo.cards.some((one) => one.serial === serial && one.revoked),
    });
    const { personId, serial } = card;
    if (card.state === "GOOD")
      expect(judged).toMatchObject({ ok: true, value: { personId, serial } });
    else expect(judged).toEqual({ ok: false, code: `CARD_${card.state}` });
  }
});

test("a decoder reads each card off the scene a camera gets", () => {
  for (const { text } of cards) {
    const scene = scenePicture(qrPicture(cardQr(text), 10), { width: 1_280, height: 720 });
    const data = new Uint8Array(scene.pixels.length * 4).fill(0xff);
    for (const [index, grey] of scene.pixels.entries()) data.fill(grey, index * 4, index * 4 + 3);
    expect(decodeQR({ width: scene.width, height: scene.height, data })).toBe(text);
  }
});

test("the folder holds the sheet, the pictures and a list without a whole NIP", async () => {
  const files = await readdir(join(folder, "cards"));
  expect(files).toEqual(
    expect.arrayContaining(["kartu.pdf", "kartu.json", ...cards.map((card) => card.symbol)]),
  );
  const list = await readFile(join(folder, "cards", "kartu.json"), "utf8");
  expect(demo.people.some((person) => list.includes(person.nip))).toBe(false);
  const pdf = await readFile(join(folder, "cards", "kartu.pdf"));
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
});

function holds(publicKey: string, message: Uint8Array, signature: Uint8Array): boolean {
  const key = createPublicKey({
    key: Buffer.from(publicKey, "base64"),
    format: "der",
    type: "spki",
  });
  return verify(null, message, key, signature);
}
