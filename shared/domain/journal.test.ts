import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyCart, type CartBuyer, addLine, setSaleDiscount } from "./cart.ts";
import {
  centreKeyText,
  certificateText,
  codeOfHash,
  entryHash,
  fingerprintCode,
  fingerprintOf,
  genesisHash,
  hashBytes,
  headText,
  helloAnswerText,
  helloText,
  isExactJson,
  type JsonValue,
  keyIdOf,
  privateText,
  receiptText,
  requestText,
} from "./journal.ts";
import { priceCart } from "./pricing.ts";
import { receiptNumber } from "./receipt-number.ts";
import { buildSaleBody, type SaleBody } from "./sale.ts";
import { checkSaleSums } from "./sale-sums.ts";
import { instantMs } from "./period.ts";

fc.configureGlobal({ seed: 20_261_122 });

const sha256Hex = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex");
// RFC 8032, section 7.1: TEST 1, 2 and 3.
const root = keyOf("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
const centre = keyOf("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
const till = keyOf("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7");

function keyOf(seedHex: string) {
  const pkcs8 = Buffer.from(`302e020100300506032b657004220420${seedHex}`, "hex");
  const key = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(key).export({ type: "spki", format: "der" }).toString("base64");
  return {
    publicKey,
    sign: (data: string | Uint8Array) => sign(null, Buffer.from(data), key).toString("base64url"),
    verify: (data: string | Uint8Array, signature: string) =>
      verify(null, Buffer.from(data), createPublicKey(key), Buffer.from(signature, "base64url")),
  };
}

type Entry = {
  tillId: string;
  seq: number;
  at: string;
  kind: string;
  prevHash: string;
  hash: string;
  signature: string;
  receiptSignature?: string;
  body: string;
  private?: string;
};
const text = readFileSync(new URL("../vectors/journal.jsonl", import.meta.url), "utf8");
const [header, ...rest] = text
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line));
const entries: Entry[] = rest.slice(0, 3);
const head = rest[3].head;
const certificate = header.certificates[0];
const centreKey = header.centreKeys[0];
const saleBody = JSON.parse(entries[2]?.body ?? "") as SaleBody;

describe("the journal vector", () => {
  test("names its keys", () => {
    expect([header.root.publicKey, centreKey.publicKey, certificate.publicKey]).toEqual([
      root.publicKey,
      centre.publicKey,
      till.publicKey,
    ]);
    expect(fingerprintOf(sha256Hex, root.publicKey)).toBe(
      "06e3fd8fda29bb60ab59557de61edb0aecdb231134be30e75b455f8e1b792fa9",
    );
    expect(keyIdOf(sha256Hex, centre.publicKey)).toBe(centreKey.keyId);
    expect(keyIdOf(sha256Hex, till.publicKey)).toBe(certificate.keyId);
    expect(keyIdOf(sha256Hex, root.publicKey)).toBe(certificate.issuerKeyId);
  });

  test("is signed over our texts: certificate, centre key and head", () => {
    expect(root.sign(certificateText(certificate))).toBe(certificate.issuerSignature);
    expect(root.sign(centreKeyText(centreKey))).toBe(centreKey.issuerSignature);
    expect(centre.sign(headText(head))).toBe(head.signature);
  });

  test("is reproduced byte for byte, every hash and signature", () => {
    const lines = [JSON.stringify(header)];
    let prevHash = genesisHash(sha256Hex, certificate.tillId);
    for (const given of entries) {
      const { tillId, seq, body } = given;
      const { at, kind, number, total } = JSON.parse(body);
      const hash = entryHash(sha256Hex, { tillId, seq, prevHash, body });
      const receipt = receiptText({ tillId, seq, hash, number, at, total });
      const entry: Entry = {
        tillId,
        seq,
        at,
        kind,
        prevHash,
        hash,
        signature: till.sign(hashBytes(hash)),
        ...(kind === "SALE" ? { receiptSignature: till.sign(receipt) } : {}),
        body,
        ...(given.private === undefined ? {} : { private: given.private }),
      };
      lines.push(JSON.stringify(entry));
      prevHash = hash;
    }
    const own = {
      centreKeyId: centreKey.keyId,
      tillId: certificate.tillId,
      seq: 3,
      hash: prevHash,
    };
    const signed = { ...own, receivedAt: head.receivedAt };
    lines.push(JSON.stringify({ head: { ...signed, signature: centre.sign(headText(signed)) } }));
    expect(`${lines.join("\n")}\n`).toBe(text);
  });

  test("has the sale we decide from the same cart, to the byte", () => {
    const [first, second] = saleBody.lines;
    let cart = emptyCart();
    for (const line of [first, second]) {
      if (line === undefined) throw new Error("the vector has two lines");
      const { productId, makerId, unitPrice, mayCount, shareBp } = line;
      const goods = { productId, makerId, unitPrice, mayCount, shareBp };
      const added = addLine(cart, { ...goods, name: "", makerName: "", pictureKey: "" }, line.qty);
      if (added.ok) cart = added.value.cart;
    }
    const discounted = setSaleDiscount(cart, 5_000);
    const priced = priceCart(discounted.ok ? discounted.value : cart);
    const body = buildSaleBody({
      head: saleBody,
      ids: saleBody,
      number: receiptNumber({
        outletCode: "KB",
        tillCode: "01",
        atMs: instantMs(saleBody.at),
        counter: 1,
      }),
      feedSeq: 118,
      priced,
      expectedTotal: 100_000,
      buyer: { ...saleBody.buyer, confirmed: false } as CartBuyer,
      tenders: [{ kind: "CASH", amount: 150_000, confirmedBy: null }],
      turnoverBefore: 0,
      reversals: 0,
      privateHash: sha256Hex(entries[2]?.private ?? ""),
    });
    expect(body.ok && JSON.stringify(body.value)).toBe(entries[2]?.body);
    expect(checkSaleSums(saleBody).ok).toBe(true);
  });

  test("has the private text we write", () => {
    const { salt, ...fields } = JSON.parse(entries[2]?.private ?? "");
    expect(privateText(fields, salt)).toBe(entries[2]?.private);
    expect(sha256Hex(privateText(fields, salt))).toBe(saleBody.privateHash);
  });

  test("prints the first twelve base32 digits of the hash", () => {
    expect(codeOfHash(entries[2]?.hash ?? "")).toBe("O5OM6C7YNGHW");
  });
});

describe("the texts of talk", () => {
  test("are exactly those of the formats", () => {
    expect(
      requestText({ method: "POST", path: "/trpc/till.push", bodyHash: "ab", nonce: "n" }),
    ).toBe("belabeli-request/1\nPOST\n/trpc/till.push\nab\nn");
    expect(helloText({ tillId: "t", clientRandom: "r", protocol: 1 })).toBe(
      "belabeli-hello/1\nt\nr\n1",
    );
    const answer = {
      tillId: "t",
      clientRandom: "r",
      centreTime: 5,
      headSeq: 0,
      headHash: "h",
      nonce: "n",
    };
    expect(helloAnswerText(answer)).toBe("belabeli-hello-answer/1\nt\nr\n5\n0\nh\nn");
  });

  test("a fingerprint is shown in five groups of four", () => {
    expect(fingerprintCode(sha256Hex("x"))).toMatch(/^(?:[A-Z2-7]{4}-){4}[A-Z2-7]{4}$/);
  });

  test("what is no hash is not signed", () => {
    expect(() => hashBytes("ab")).toThrow(RangeError);
    expect(() => hashBytes("A".repeat(64))).toThrow(RangeError);
    expect(() => fingerprintOf(sha256Hex, "?")).toThrow(RangeError);
  });
});

describe("exact JSON", () => {
  test.each(['{"a":1}', "[]", '"x"', '{"a":"\\ud800"}'])(
    "%s is in the journal's spelling",
    (json) => {
      expect(isExactJson(json)).toBe(true);
    },
  );
  test.each([
    '{"a": 1}',
    '{"a":1.0}',
    '{"a":1,"a":2}',
    '{"b":1,"1":2}',
    "",
    "{",
    '{"a":"\\u0041"}',
    "[1e2]",
  ])("%s is not", (json) => {
    expect(isExactJson(json)).toBe(false);
  });
  test("every private text is, whatever a person typed", () => {
    const fields = fc.dictionary(fc.stringMatching(/^[a-z][a-zA-Z]{0,10}$/), fc.jsonValue());
    fc.assert(
      fc.property(fields, (values) => {
        expect(isExactJson(privateText(values as Record<string, JsonValue>, "00".repeat(16)))).toBe(
          true,
        );
      }),
    );
  });
  test("never throws, however deep or broken the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (json) => {
        isExactJson(json);
      }),
      { numRuns: 10_000 },
    );
    expect(isExactJson("[".repeat(200_000))).toBe(false);
    expect(isExactJson("[".repeat(200_000) + "]".repeat(200_000))).toBeTypeOf("boolean");
  });
});
