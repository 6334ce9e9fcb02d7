import { type Draft, morning, uuid } from "./day.ts";
import { CENTRE, ROOT, SECOND_TILL, sha256, type TestKey, TILL } from "./keys.ts";

export type Line = Record<string, unknown>;
export type TillChain = {
  readonly tillId: string;
  readonly tillCode: string;
  readonly drafts: readonly Draft[];
  /** the key from its `fromSeq` on; the first is from 1 */
  readonly keys: readonly { readonly fromSeq: number; readonly key: TestKey }[];
};

export const FIRST: TillChain = {
  tillId: uuid(1),
  tillCode: "01",
  drafts: morning(),
  keys: [{ fromSeq: 1, key: TILL }],
};
/** Another till whose morning ended before its first sale. */
export const SECOND: TillChain = {
  tillId: uuid(2),
  tillCode: "02",
  drafts: morning().slice(0, 3),
  keys: [{ fromSeq: 1, key: SECOND_TILL }],
};

/** Chains and signs a till's entries as the till would. */
export function chain(till: TillChain): Line[] {
  const { tillId } = till;
  let prevHash = sha256(tillId);
  return till.drafts.map((draft, index) => {
    const seq = index + 1;
    const bound = draft.bound?.({ tillId, seq, prevHash }) ?? {};
    const body = JSON.stringify({ ...draft.body, ...bound });
    const { at, kind, number, total } = draft.body;
    const signed = draft.unsigned !== true;
    const hash = sha256(`belabeli/1\n${tillId}\n${seq}\n${prevHash}\n${body}`);
    const key = till.keys.findLast((one) => one.fromSeq <= seq)?.key ?? TILL;
    const receipt = ["belabeli-receipt/1", tillId, seq, hash, number, at, total].join("\n");
    const hasReceipt = signed && (kind === "SALE" || kind === "RETURN");
    const line: Line = {
      tillId,
      seq,
      at,
      kind,
      prevHash,
      hash,
      signature: signed ? key.sign(Buffer.from(hash, "hex")) : "",
      ...(hasReceipt ? { receiptSignature: key.sign(receipt) } : {}),
      body,
      ...(draft.private === undefined ? {} : { private: draft.private }),
    };
    prevHash = hash;
    return line;
  });
}

/** A head as the centre countersigns it. */
export function head(entry: Line, key: TestKey = CENTRE): Line {
  const own = { centreKeyId: key.keyId, tillId: entry.tillId, seq: entry.seq, hash: entry.hash };
  const receivedAt = "2026-11-02T01:30:00.000Z";
  const text = ["belabeli-head/1", ...Object.values(own), receivedAt].join("\n");
  return { head: { ...own, receivedAt, signature: key.sign(text) } };
}

/** The first line of an export: root, centre key and the tills' certificates. */
export function header(tills: readonly TillChain[], root: TestKey = ROOT): Line {
  const validFrom = "2026-11-01T00:00:00.000Z";
  const centre = ["belabeli-centre-key/1", CENTRE.keyId, CENTRE.publicKey, validFrom].join("\n");
  const { keyId, publicKey } = CENTRE;
  return {
    format: "belabeli-journal/1",
    root: { publicKey: root.publicKey },
    centreKeys: [{ keyId, publicKey, validFrom, issuerSignature: root.sign(centre) }],
    certificates: tills.flatMap((till) => till.keys.map((own) => certificate(till, own, root))),
  };
}

/** A till's certificate, signed by the root given. */
export function certificate(
  till: TillChain,
  { fromSeq, key }: { readonly fromSeq: number; readonly key: TestKey },
  root: TestKey = ROOT,
): Line {
  const fields = {
    tillId: till.tillId,
    regencyId: "3513",
    outletCode: "KB",
    tillCode: till.tillCode,
    deviceKind: "till",
    keyId: key.keyId,
    publicKey: key.publicKey,
    fromSeq,
    validFrom: "2026-11-02T00:50:00.000Z",
    issuerKeyId: root.keyId,
  };
  const text = ["belabeli-cert/1", ...Object.values(fields)].join("\n");
  return { ...fields, issuerSignature: root.sign(text) };
}

/** A whole export: for each till its entries, then its last head. */
export function exportOf(tills: readonly TillChain[], root: TestKey = ROOT): Line[] {
  const journals = tills.flatMap((till) => {
    const entries = chain(till);
    return [...entries, ...entries.slice(-1).map((entry) => head(entry))];
  });
  return [header(tills, root), ...journals];
}

export function textOf(lines: readonly Line[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}
