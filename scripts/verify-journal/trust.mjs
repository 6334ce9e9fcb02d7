import { readKey, signatureHolds } from "./crypto.mjs";
import { Unreadable } from "./faults.mjs";
import { hasKeys, isInstant, isObject, isUuid, isWhole } from "./values.mjs";

/** @typedef {import("node:crypto").KeyObject} KeyObject */
/** @typedef {{ tillId: string, outletCode: string, tillCode: string, fromSeq: number, key: KeyObject, fingerprint: string, named: readonly string[] }} Certificate */
/** @typedef {{ rootFingerprint: string, centreKeys: Map<string, KeyObject>, certificates: Map<string, Certificate[]> }} Trust */

const CENTRE_KEY = ["keyId", "publicKey", "validFrom", "issuerSignature"];
// In the order in which the issuer signs them.
const SIGNED = [
  "tillId",
  "regencyId",
  "outletCode",
  "tillCode",
  "deviceKind",
  "keyId",
  "publicKey",
  "fromSeq",
  "validFrom",
  "issuerKeyId",
];
/** What of it names the till and its key, whoever issues it. */
const NAMED = SIGNED.slice(0, -2);

/**
 * Reads the first line: whom to trust. Its faults are named; what cannot be read at all throws.
 * @param {string} text
 * @param {import("./faults.mjs").FaultList} faults
 * @returns {Trust}
 */
export function readTrust(text, faults) {
  const header = parseHeader(text);
  const root = readKey(header.root.publicKey);
  if (root === null) throw new Unreadable("kunci akar pada baris pertama bukan kunci Ed25519");
  /** @type {Trust} */
  const trust = {
    rootFingerprint: root.fingerprint,
    centreKeys: new Map(),
    certificates: new Map(),
  };
  for (const given of header.centreKeys) readCentreKey(given, root.key, { trust, faults });
  for (const given of header.certificates) readCertificate(given, root, { trust, faults });
  for (const chain of trust.certificates.values()) chain.sort((a, b) => a.fromSeq - b.fromSeq);
  return trust;
}

/**
 * The certificate in force for an entry: chosen by its seq, never by time.
 * @param {Trust} trust
 * @param {string} tillId
 * @param {number} seq
 * @returns {Certificate | undefined}
 */
export function certificateFor(trust, tillId, seq) {
  return trust.certificates.get(tillId)?.findLast((certificate) => certificate.fromSeq <= seq);
}

/**
 * Whether a certificate is from where its till's first is.
 * @param {Trust} trust
 * @param {Certificate} certificate
 */
export function isFirstOf({ certificates }, { tillId, fromSeq }) {
  return certificates.get(tillId)?.[0]?.fromSeq === fromSeq;
}

/**
 * @param {string} text
 */
function parseHeader(text) {
  /** @type {unknown} */
  let header;
  try {
    header = JSON.parse(text);
  } catch (cause) {
    throw new Unreadable("baris pertama bukan JSON", { cause });
  }
  if (!isObject(header) || header.format !== "belabeli-journal/1") {
    throw new Unreadable("bukan ekspor jurnal belabeli-journal/1");
  }
  const { root, centreKeys, certificates } = header;
  if (!isObject(root) || !Array.isArray(centreKeys) || !Array.isArray(certificates)) {
    throw new Unreadable("baris pertama tidak lengkap");
  }
  return { root, centreKeys, certificates };
}

/**
 * @param {unknown} given
 * @param {KeyObject} rootKey
 * @param {{ trust: Trust, faults: import("./faults.mjs").FaultList }} into
 */
function readCentreKey(given, rootKey, { trust, faults }) {
  const read = isObject(given) && hasKeys(given, CENTRE_KEY) ? readKey(given.publicKey) : null;
  if (!isObject(given) || read === null || !isInstant(given.validFrom)) {
    throw new Unreadable("kunci pusat pada baris pertama tidak berbentuk semestinya");
  }
  const { keyId, publicKey, validFrom, issuerSignature } = given;
  const where = { line: 1, detail: `kunci ${String(keyId)}` };
  if (keyId !== read.fingerprint.slice(0, 16)) faults.add("CENTRE_KEY_ID", where);
  const signed = ["belabeli-centre-key/1", keyId, publicKey, validFrom].join("\n");
  if (!signatureHolds(rootKey, signed, issuerSignature)) {
    // A head may not lean on a key that the root did not certify.
    faults.add("CENTRE_KEY_SIGNATURE", where);
    return;
  }
  if (trust.centreKeys.has(String(keyId))) faults.add("CENTRE_KEY_REPEATED", where);
  trust.centreKeys.set(String(keyId), read.key);
}

/**
 * @param {unknown} given
 * @param {{ key: KeyObject, fingerprint: string }} root
 * @param {{ trust: Trust, faults: import("./faults.mjs").FaultList }} into
 */
function readCertificate(given, root, { trust, faults }) {
  const shaped = isObject(given) && hasKeys(given, [...SIGNED, "issuerSignature"]);
  const read = shaped ? readKey(given.publicKey) : null;
  if (!shaped || read === null || !isUuid(given.tillId) || !isWhole(given.fromSeq, 1)) {
    throw new Unreadable("sertifikat kasir pada baris pertama tidak berbentuk semestinya");
  }
  const { tillId, fromSeq } = given;
  const where = { till: tillId, line: 1, detail: `berlaku sejak catatan ${fromSeq}` };
  if (given.keyId !== read.fingerprint.slice(0, 16)) faults.add("CERT_KEY_ID", where);
  if (given.issuerKeyId !== root.fingerprint.slice(0, 16)) faults.add("CERT_ISSUER", where);
  const signed = ["belabeli-cert/1", ...SIGNED.map((name) => given[name])].join("\n");
  if (!signatureHolds(root.key, signed, given.issuerSignature)) faults.add("CERT_SIGNATURE", where);
  const chain = trust.certificates.get(tillId) ?? [];
  const certificate = {
    tillId,
    outletCode: String(given.outletCode),
    tillCode: String(given.tillCode),
    fromSeq,
    key: read.key,
    fingerprint: read.fingerprint,
    named: NAMED.map((name) => String(given[name])),
  };
  if (chain.some((other) => other.fromSeq === fromSeq)) faults.add("CERT_REPEATED", where);
  if (conflicts(certificate, trust)) faults.add("CERT_CONFLICT", where);
  trust.certificates.set(tillId, [...chain, certificate]);
}

/**
 * One till keeps its codes for ever; no two tills share their codes, and no key serves twice.
 * @param {Certificate} certificate
 * @param {Trust} trust
 */
function conflicts(certificate, trust) {
  for (const other of [...trust.certificates.values()].flat()) {
    const sameTill = other.tillId === certificate.tillId;
    const sameCode =
      other.outletCode === certificate.outletCode && other.tillCode === certificate.tillCode;
    const sameKey = other.fingerprint === certificate.fingerprint;
    if (sameTill !== sameCode || (sameKey && other.fromSeq !== certificate.fromSeq)) return true;
    if (sameKey && !sameTill) return true;
  }
  return false;
}
