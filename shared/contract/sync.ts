import { z } from "zod";
import { FeedChange } from "./feed.ts";
import {
  Amount,
  HashHex,
  InstantMs,
  InstantText,
  KeyId,
  OutletCode,
  PublicKey,
  RegencyId,
  Signature,
  TillCode,
  Uuid,
} from "./primitives.ts";
import { DeviceKind } from "./roles.ts";

/**
 * Version of the till's talk with the centre. 1: enrol, hello, push, pull. 2: report. 3: a till may
 * change its key (KEY_CHANGED).
 * The centre serves this one and the two before it, as far as there are any.
 */
export const PROTOCOL = 3;
export const OLDEST_PROTOCOL = Math.max(1, PROTOCOL - 2);
export const MAX_PUSH_ENTRIES = 2_000;
export const MAX_PUSH_BYTES = 4 * 1024 * 1024;

/** Header names of a signed till request. The signature is over the request text in shared/domain/journal.ts. */
export const TILL_HEADER = "x-belabeli-till";
export const NONCE_HEADER = "x-belabeli-nonce";
export const SIGNATURE_HEADER = "x-belabeli-signature";

export const Certificate = z.strictObject({
  tillId: Uuid,
  regencyId: RegencyId,
  outletCode: OutletCode,
  tillCode: TillCode,
  deviceKind: DeviceKind,
  keyId: KeyId,
  publicKey: PublicKey,
  fromSeq: z.int().min(1),
  validFrom: InstantText,
  issuerKeyId: KeyId,
  issuerSignature: Signature,
});
export type Certificate = z.infer<typeof Certificate>;

export const CentreKey = z.strictObject({
  keyId: KeyId,
  publicKey: PublicKey,
  validFrom: InstantText,
  issuerSignature: Signature,
});
export type CentreKey = z.infer<typeof CentreKey>;

export const CountersignedHead = z.strictObject({
  centreKeyId: KeyId,
  tillId: Uuid,
  seq: z.int().min(1),
  hash: HashHex,
  receivedAt: InstantText,
  signature: Signature,
});
export type CountersignedHead = z.infer<typeof CountersignedHead>;

/**
 * `till.enrol` (unsigned mutation). `lookup` names the code without giving it away: the first 16 hex
 * of SHA-256("belabeli-enrol/1\n" + secret hex). `proof` is HMAC-SHA-256(secret, "belabeli-enrol/1\n" +
 * publicKey + "\n" + sealPublicKey), base64url. Repeating it with the same key is harmless and is
 * also how the till asks whether the admin has confirmed the fingerprint.
 */
export const EnrolRequest = z.strictObject({
  protocol: z.int(),
  lookup: z.string().regex(/^[0-9a-f]{16}$/),
  publicKey: PublicKey,
  /** X25519: PIN records and the regency key are sealed to it */
  sealPublicKey: PublicKey,
  deviceKind: DeviceKind,
  proof: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type EnrolRequest = z.infer<typeof EnrolRequest>;
/**
 * The till whose place the new one takes, lost with its file: where its chain ended at the centre, as
 * that countersigned it, and its running sums there.
 */
export const ReplacedTill = z.object({
  head: CountersignedHead,
  turnover: Amount,
  reversals: Amount,
});
export type ReplacedTill = z.infer<typeof ReplacedTill>;

export const EnrolAnswer = z.discriminatedUnion("state", [
  z.object({ state: z.literal("PENDING"), fingerprint: z.string() }),
  z.object({ state: z.literal("REFUSED") }),
  z.object({
    state: z.literal("ISSUED"),
    certificate: Certificate,
    rootPublicKey: PublicKey,
    centreKeys: z.array(CentreKey),
    outletId: Uuid,
    /** the regency's HMAC key for bound QR texts, sealed to `sealPublicKey` */
    sealedRegencyKey: z.string(),
    /** the new till's first entry is then a RESUMED that names it; a centre of before does not say */
    replaces: ReplacedTill.optional(),
  }),
]);
export type EnrolAnswer = z.infer<typeof EnrolAnswer>;

/**
 * `till.resume` (unsigned mutation): a till that went on from another without the centre introduces
 * itself. `certificate` is signed by the old till's key (`provisionalText`), and `resumed` is its first
 * entry, signed by its own. Repeating it is harmless. A centre without it answers NOT_FOUND.
 */
export const ResumeRequest = z.strictObject({
  protocol: z.int(),
  certificate: Certificate,
  resumed: z.strictObject({ body: z.string().max(10_000), signature: Signature }),
});
export type ResumeRequest = z.infer<typeof ResumeRequest>;
export const ResumeAnswer = z.object({
  /** the root's for the same till and key; another till code where that was taken */
  certificate: Certificate,
  centreKeys: z.array(CentreKey).max(100),
  /** as in `EnrolAnswer`; null for a till whose entries are all kept aside */
  sealedRegencyKey: z.string().nullable(),
});
export type ResumeAnswer = z.infer<typeof ResumeAnswer>;

/** A KEY_CHANGED as the old key signed it, told before the entry itself is pushed. */
export const KeyChange = z.strictObject({
  seq: z.int().min(1),
  prevHash: HashHex,
  body: z.string().max(10_000),
  signature: Signature,
});
export type KeyChange = z.infer<typeof KeyChange>;
export const MAX_KEY_CHANGES = 50;

/**
 * `till.hello` (mutation). `signature` is the till key's over
 * "belabeli-hello/1\n{tillId}\n{clientRandom}\n{protocol}". The answer is itself signed by the centre's
 * key over "belabeli-hello-answer/1\n{tillId}\n{clientRandom}\n{centreTime}\n{headSeq}\n{headHash}\n{nonce}"
 * so that a till never takes time or a head from a stranger. A till whose key the centre does not know
 * (REQUEST_SIGNATURE) says hello again with the newest changes of its key, which lead to it.
 */
export const HelloRequest = z.strictObject({
  tillId: Uuid,
  clientRandom: z.string().regex(/^[0-9a-f]{32}$/),
  protocol: z.int(),
  version: z.string().max(32),
  signature: Signature,
  keyChanges: z.array(KeyChange).min(1).max(MAX_KEY_CHANGES).optional(),
});
export type HelloRequest = z.infer<typeof HelloRequest>;
export const HelloAnswer = z.object({
  centreTime: InstantMs,
  /** seq 0 and the genesis hash when the centre holds nothing yet */
  head: z.object({ seq: z.int().min(0), hash: HashHex }),
  countersignature: CountersignedHead.nullable(),
  nonce: z.string(),
  nonceExpiresAt: InstantMs,
  centreKeyId: KeyId,
  signature: Signature,
  /** every centre key with the root's signature: a till away since a key changed learns it here */
  centreKeys: z.array(CentreKey).max(100).optional(),
  /** newest change of the feed, to know whether a pull is worth a request */
  feedSeq: z.int().min(0),
});
export type HelloAnswer = z.infer<typeof HelloAnswer>;

/** Form is judged per entry (ENTRY_SIGNATURE), so that one bad signature cannot hold up a chain. */
const SignatureAsSent = z
  .string()
  .max(512)
  .regex(/^[\x20-\x7e]*$/);
export const PushEntry = z.strictObject({
  seq: z.int().min(1),
  body: z.string().max(1_000_000),
  signature: SignatureAsSent,
  receiptSignature: SignatureAsSent.optional(),
  private: z.string().max(100_000).optional(),
});
export type PushEntry = z.infer<typeof PushEntry>;
/** `till.push` (signed mutation). `lastHash` is the hash of the last entry: CORRUPT if it does not recompute. */
export const PushRequest = z.strictObject({
  tillId: Uuid,
  prevHash: HashHex,
  lastHash: HashHex,
  entries: z.array(PushEntry).min(1).max(MAX_PUSH_ENTRIES),
});
export type PushRequest = z.infer<typeof PushRequest>;
export const PushAnswer = z.discriminatedUnion("state", [
  z.object({
    state: z.literal("ACCEPTED"),
    through: z.object({ seq: z.int(), hash: HashHex }),
    exceptions: z.array(z.object({ seq: z.int(), hash: HashHex, code: z.string() })),
    head: CountersignedHead,
  }),
  z.object({
    state: z.literal("GAP"),
    expected: z.int(),
    head: z.object({ seq: z.int(), hash: HashHex }),
  }),
  z.object({ state: z.literal("FORK"), seq: z.int(), hash: HashHex }),
  z.object({ state: z.literal("CORRUPT"), seq: z.int() }),
]);
export type PushAnswer = z.infer<typeof PushAnswer>;

/** `till.pull` (signed mutation: it carries a body to sign). */
export const PullRequest = z.strictObject({
  tillId: Uuid,
  cursor: z.int().min(0),
  limit: z.int().min(1).max(5_000),
});
export type PullRequest = z.infer<typeof PullRequest>;
export const PullAnswer = z.object({
  changes: z.array(FeedChange),
  cursor: z.int(),
  more: z.boolean(),
});
export type PullAnswer = z.infer<typeof PullAnswer>;

export const MAX_REPORTED_ENTRIES = 500;
/**
 * `till.report` (signed mutation): how the till stands, and which of its entries it shows as waiting.
 * The answer says what became of those. Later tills may say more, so unknown fields are let through;
 * a centre without it answers NOT_FOUND, and a till without it goes on as before.
 */
export const ReportRequest = z.object({
  tillId: Uuid,
  /** entries the centre has not acknowledged, and when the oldest was written */
  unsent: z.int().min(0),
  unsentSince: InstantMs.nullable(),
  /** the centre's time minus the till's wall clock */
  clockOffsetMs: z.int().nullable(),
  backupAt: InstantMs.nullable(),
  /** room on the disk of the till's file; null: not known.; a till of before does not say */
  diskFreeBytes: z.int().min(0).nullable().optional(),
  /** whether the operating system guards the till's keys.; a till of before does not say */
  isKeyProtected: z.boolean().optional(),
  waiting: z.array(z.int().min(1)).max(MAX_REPORTED_ENTRIES),
});
export type ReportRequest = z.infer<typeof ReportRequest>;
/** What a person at the centre decided of an entry that was kept aside, and why. */
export const EntryVerdict = z.object({
  seq: z.int().min(1),
  hash: HashHex,
  decision: z.enum(["ACCEPTED", "CORRECTED", "SENT_BACK"]),
  reason: z.string().max(200),
  decidedAt: InstantMs,
});
export type EntryVerdict = z.infer<typeof EntryVerdict>;
export const ReportAnswer = z.object({
  verdicts: z.array(EntryVerdict),
  /** the key that the centre asks to be changed, if the till still signs with it; a centre of before does not say */
  keyToChange: KeyId.nullable().optional(),
  /** kept free for the till that may go on from this one; a centre of before does not say */
  spareTillCode: TillCode.nullable().optional(),
});
export type ReportAnswer = z.infer<typeof ReportAnswer>;
