import {
  createHash,
  createHmac,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from "node:crypto";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import {
  EnrolAnswer,
  HelloAnswer,
  type KeyChange,
  NONCE_HEADER,
  PROTOCOL,
  PullAnswer,
  PushAnswer,
  type PushEntry,
  SIGNATURE_HEADER,
  TILL_HEADER,
} from "../../../shared/contract/sync.ts";
import type { KeyChangedBody } from "../../../shared/contract/till-bodies.ts";
import { enrolLookup, enrolText, parseEnrolCode } from "../../../shared/domain/enrol.ts";
import {
  entryHash,
  genesisHash,
  hashBytes,
  helloText,
  keyChangeText,
  keyIdOf,
  receiptText,
  requestText,
} from "../../../shared/domain/journal.ts";
import { sha256Hex } from "../keys/digest.ts";

const Answered = z.union([
  z.object({ result: z.object({ data: z.unknown() }) }),
  z.object({
    error: z.object({
      message: z.string(),
      data: z.object({
        code: z.string(),
        details: z.record(z.string(), z.unknown()),
        retryable: z.boolean(),
        httpStatus: z.int(),
      }),
    }),
  }),
]);

/** An answer of the centre as a test looks at it. */
export type Answer = {
  readonly status: number;
  readonly data: unknown;
  readonly code: string | null;
  readonly text: string;
};

/** POSTs to a procedure; `body` goes out as it is. */
export async function post(
  url: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method: "POST",
    body: Buffer.from(body),
    headers: { "content-type": "application/json", ...headers },
  });
  const text = await response.text();
  const answered = Answered.parse(JSON.parse(text));
  const { status } = response;
  return "result" in answered
    ? { status, text, code: null, data: answered.result.data }
    : { status, text, code: answered.error.data.code, data: null };
}

type KeyChangeFields = Pick<
  KeyChangedBody,
  "oldKeyId" | "newKeyId" | "newPublicKey" | "newSignature"
>;

/** An entry a test till wrote, as it will be pushed, with its hash. */
export type WrittenEntry = PushEntry & { readonly hash: string; readonly prevHash: string };

/** A till written for tests: real keys, real signatures, no database. */
export class TestTill {
  readonly url: string;
  readonly entries: WrittenEntry[] = [];
  publicKey: string;
  readonly sealPublicKey: string;
  readonly sealKey: KeyObject;
  #key: KeyObject;
  tillId = "";
  nonce = "";

  constructor(url: string) {
    this.url = url;
    const signing = generateKeyPairSync("ed25519");
    const sealing = generateKeyPairSync("x25519");
    this.#key = signing.privateKey;
    this.sealKey = sealing.privateKey;
    this.publicKey = spki(signing.publicKey);
    this.sealPublicKey = spki(sealing.publicKey);
  }

  /** Asks for enrolment under a code, as often as one likes. */
  async enrol(code: string, change: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    const parsed = parseEnrolCode(code);
    if (!parsed.ok) throw new Error(parsed.code);
    const { secret } = parsed.value;
    const proof = createHmac("sha256", secret).update(enrolText(this)).digest("base64url");
    const request = {
      protocol: PROTOCOL,
      lookup: enrolLookup(sha256Hex, secret),
      publicKey: this.publicKey,
      sealPublicKey: this.sealPublicKey,
      deviceKind: "till",
      proof,
      ...change,
    };
    const answer = await post(`${this.url}/trpc/till.enrol`, JSON.stringify(request));
    const data = EnrolAnswer.safeParse(answer.data);
    if (data.success && data.data.state === "ISSUED") this.tillId = data.data.certificate.tillId;
    return answer;
  }

  /** Opens a session and keeps its nonce. */
  async hello(change: Readonly<Record<string, unknown>> = {}): Promise<HelloAnswer> {
    const said = {
      tillId: this.tillId,
      clientRandom: randomBytes(16).toString("hex"),
      protocol: PROTOCOL,
    };
    const request = { ...said, version: "0.1.0", signature: this.sign(helloText(said)), ...change };
    const answer = await post(`${this.url}/trpc/till.hello`, JSON.stringify(request));
    if (answer.code !== null) throw new Error(answer.code);
    const data = HelloAnswer.parse(answer.data);
    this.nonce = data.nonce;
    return data;
  }

  /** Signs the bytes as sent and posts them. */
  async request(
    procedure: string,
    body: string | Uint8Array,
    change: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const path = `/trpc/${procedure}`;
    const bodyHash = createHash("sha256").update(body).digest("hex");
    const text = requestText({ method: "POST", path, bodyHash, nonce: this.nonce });
    return post(`${this.url}${path}`, body, {
      [TILL_HEADER]: this.tillId,
      [NONCE_HEADER]: this.nonce,
      [SIGNATURE_HEADER]: this.sign(text),
      ...change,
    });
  }

  /** Appends an entry; `change` spoils what is pushed, not what was hashed and signed. */
  write(
    body: object | string,
    options: {
      private?: string;
      receipt?: boolean;
      unsigned?: boolean;
      change?: Partial<PushEntry>;
    } = {},
  ): WrittenEntry {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const seq = this.entries.length + 1;
    const prevHash = this.entries.at(-1)?.hash ?? genesisHash(sha256Hex, this.tillId);
    const hash = entryHash(sha256Hex, { tillId: this.tillId, seq, prevHash, body: text });
    const receipt =
      options.receipt === true && typeof body === "object" ? this.#receipt(seq, hash, body) : {};
    const entry = {
      seq,
      prevHash,
      hash,
      body: text,
      signature: options.unsigned === true ? "" : this.sign(hashBytes(hash)),
      ...(options.unsigned === true ? {} : receipt),
      ...(options.private === undefined ? {} : { private: options.private }),
      ...options.change,
    };
    this.entries.push(entry);
    return entry;
  }

  #receipt(seq: number, hash: string, body: object): { receiptSignature?: string } {
    const fields = z.object({ number: z.string(), at: z.string(), total: z.number() }).parse(body);
    const text = receiptText({ tillId: this.tillId, seq, hash, ...fields });
    return { receiptSignature: this.sign(text) };
  }

  /** Another key: what a KEY_CHANGED written next says of it, and how this till comes to sign with it. */
  nextKey(): { readonly fields: KeyChangeFields; readonly take: () => void } {
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    const newPublicKey = spki(publicKey);
    const oldKeyId = keyIdOf(sha256Hex, this.publicKey);
    const { tillId } = this;
    const prevHash = this.entries.at(-1)?.hash ?? genesisHash(sha256Hex, tillId);
    const place = { tillId, seq: this.entries.length + 1, prevHash };
    const text = keyChangeText({ ...place, oldKeyId, newPublicKey });
    const newSignature = sign(null, Buffer.from(text), privateKey).toString("base64url");
    const newKeyId = keyIdOf(sha256Hex, newPublicKey);
    return {
      fields: { oldKeyId, newKeyId, newPublicKey, newSignature },
      take: () => {
        this.#key = privateKey;
        this.publicKey = newPublicKey;
      },
    };
  }

  /** The changes of this till's key, as a hello tells them. */
  keyChanges(): readonly KeyChange[] {
    return this.entries
      .filter(({ body }) => body.includes('"kind":"KEY_CHANGED"'))
      .map(({ seq, prevHash, body, signature }) => ({ seq, prevHash, body, signature }));
  }

  /** The push of some entries (default all) as it goes over the wire. */
  pushRequest(from = 1, to = this.entries.length): object {
    const entries = this.entries.slice(from - 1, to);
    return {
      tillId: this.tillId,
      prevHash: entries[0]?.prevHash,
      lastHash: entries.at(-1)?.hash,
      entries: entries.map(({ hash: _hash, prevHash: _prevHash, ...entry }) => entry),
    };
  }

  /** Pushes some entries and gives the centre's answer; throws on a refusal. */
  async push(from = 1, to = this.entries.length): Promise<PushAnswer> {
    const answer = await this.request("till.push", JSON.stringify(this.pushRequest(from, to)));
    if (answer.code !== null) throw new Error(answer.code);
    return PushAnswer.parse(answer.data);
  }

  /** Pulls after a cursor. */
  async pull(cursor = 0, limit = 5_000): Promise<PullAnswer> {
    const request = { tillId: this.tillId, cursor, limit };
    const answer = await this.request("till.pull", JSON.stringify(request));
    if (answer.code !== null) throw new Error(answer.code);
    return PullAnswer.parse(answer.data);
  }

  /** The till's signature as base64url. */
  sign(data: string | Uint8Array): string {
    return sign(null, Buffer.from(data), this.#key).toString("base64url");
  }
}

/** A fresh UUIDv7. */
export const newId = uuidv7;

function spki(key: KeyObject): string {
  return key.export({ type: "spki", format: "der" }).toString("base64");
}
