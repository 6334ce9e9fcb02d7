import { describe, expect, test } from "vitest";
import {
  certificate,
  chain,
  exportOf,
  FIRST,
  head,
  header,
  type Line,
  SECOND,
  type TillChain,
} from "./testing/journal.ts";
import { faultsOf } from "./testing/judge.ts";
import { CENTRE, NEW_KEY, ROOT, sha256, STRANGER, TILL } from "./testing/keys.ts";

/** The header of both tills with its parts changed. */
function withHeader(change: (header: Line) => Line): Line[] {
  const [first, ...rest] = exportOf([FIRST, SECOND]);
  return [change(first ?? {}), ...rest];
}
const withCertificates = (change: (certificates: Line[]) => Line[]) =>
  withHeader((first) => ({ ...first, certificates: change(first.certificates as Line[]) }));
const withCentreKeys = (change: (keys: Line[]) => Line[]) =>
  withHeader((first) => ({ ...first, centreKeys: change(first.centreKeys as Line[]) }));
const first = (change: (line: Line) => Line) => (lines: Line[]) =>
  lines.map((line, index) => (index === 0 ? change(line) : line));

describe("who forges the keys is found out", () => {
  test("a foreign root that signed everything itself", async () => {
    const forged = exportOf([FIRST, SECOND], STRANGER);
    expect(await faultsOf(forged)).toEqual(["- - ROOT_FOREIGN"]);
    expect(await faultsOf(forged, null)).toEqual([]);
  });

  test.each<[string, Line[], string[]]>([
    [
      "a certificate of another root",
      withCertificates(first(() => certificate(FIRST, { fromSeq: 1, key: TILL }, STRANGER))),
      ["1 - CERT_ISSUER", "1 - CERT_SIGNATURE"],
    ],
    [
      "a certificate changed after it was signed",
      withCertificates(first((line) => ({ ...line, deviceKind: "kiosk" }))),
      ["1 - CERT_SIGNATURE"],
    ],
    [
      "a certificate that misnames its key",
      withCertificates(
        first(() => certificate(FIRST, { fromSeq: 1, key: { ...TILL, keyId: NEW_KEY.keyId } })),
      ),
      ["1 - CERT_KEY_ID"],
    ],
    [
      "two certificates for the same entries",
      withCertificates((lines) => [...lines, certificate(FIRST, { fromSeq: 1, key: TILL })]),
      ["1 - CERT_REPEATED"],
    ],
    [
      "two tills under one code",
      withCertificates((lines) => [
        ...lines,
        certificate(
          { ...SECOND, tillId: FIRST.tillId.replace(/1$/, "3") },
          { fromSeq: 1, key: NEW_KEY },
        ),
      ]),
      ["3 - CERT_CONFLICT"],
    ],
    [
      "two tills with one key: a clone",
      withCertificates((lines) => [...lines, certificate(clone(), { fromSeq: 1, key: TILL })]),
      ["3 - CERT_CONFLICT"],
    ],
    [
      "a till that changed its code",
      withCertificates((lines) => [
        ...lines,
        certificate({ ...FIRST, tillCode: "09" }, { fromSeq: 99, key: NEW_KEY }),
      ]),
      ["1 - CERT_CONFLICT"],
    ],
    [
      "a till without certificate",
      withCertificates((lines) => lines.slice(0, 1)),
      ["2 1 CERT_MISSING", "2 2 CERT_MISSING", "2 3 CERT_MISSING"],
    ],
    [
      "entries before the first certificate",
      withCertificates(first(() => certificate(FIRST, { fromSeq: 3, key: TILL }))),
      ["1 1 CERT_MISSING", "1 2 CERT_MISSING"],
    ],
    [
      "a centre key nobody certified",
      withCentreKeys(first((line) => ({ ...line, issuerSignature: "A".repeat(86) }))),
      ["- - CENTRE_KEY_SIGNATURE", "1 8 HEAD_KEY", "2 3 HEAD_KEY"],
    ],
    [
      "a centre key that misnames itself",
      withCentreKeys(() => [misnamed()]),
      ["- - CENTRE_KEY_ID", "1 8 HEAD_KEY", "2 3 HEAD_KEY"],
    ],
    [
      "a centre key given twice",
      withCentreKeys((lines) => [...lines, ...lines]),
      ["- - CENTRE_KEY_REPEATED"],
    ],
  ])("%s", async (_name, lines, expected) => {
    expect(await faultsOf(lines)).toEqual(expected);
  });
});

describe("who forges a head is found out", () => {
  const entries = chain(FIRST);
  const last = entries.at(-1) ?? {};
  const ends = (...heads: Line[]) => [header([FIRST]), ...entries, ...heads];
  const changed = (fields: Line) => ({ head: { ...(head(last).head as Line), ...fields } });

  test.each<[string, Line[], string[]]>([
    ["a head signed by a stranger", ends(head(last, STRANGER)), ["1 8 HEAD_KEY"]],
    [
      "a head signed by a stranger in the centre's name",
      ends(head(last, { ...STRANGER, keyId: CENTRE.keyId })),
      ["1 8 HEAD_SIGNATURE"],
    ],
    [
      "a head received at another time",
      ends(changed({ receivedAt: "2026-11-02T01:29:59.999Z" })),
      ["1 8 HEAD_SIGNATURE"],
    ],
    [
      "another history than the centre saw",
      ends(head({ ...last, hash: sha256("") })),
      ["1 8 HEAD_HASH"],
    ],
    ["a head beyond the end", ends(head({ ...last, seq: 9 })), ["1 9 HEAD_BEYOND"]],
    [
      "entries after the heads",
      [...ends(head(last)), ...entries.slice(-1)],
      ["1 8 TILL_ORDER", "1 8 SEQ_REPEATED"],
    ],
    ["a head that is none", ends({ head: { seq: 8 } }), ["- - LINE_MALFORMED"]],
  ])("%s", async (_name, lines, expected) => {
    expect(await faultsOf(lines)).toEqual(expected);
  });

  test("every head is judged, not the last alone", async () => {
    const [start, middle] = [entries[0] ?? {}, entries[4] ?? {}];
    expect(await faultsOf(ends(head(start), head(middle), head(last)))).toEqual([]);
    expect(
      await faultsOf(ends(head(start), head({ ...middle, hash: sha256("") }), head(last))),
    ).toEqual(["1 5 HEAD_HASH"]);
  });
});

function clone(): TillChain {
  return { ...FIRST, tillId: FIRST.tillId.replace(/1$/, "3"), tillCode: "03" };
}

function misnamed(): Line {
  const validFrom = "2026-11-01T00:00:00.000Z";
  const keyId = NEW_KEY.keyId;
  const text = ["belabeli-centre-key/1", keyId, CENTRE.publicKey, validFrom].join("\n");
  return { keyId, publicKey: CENTRE.publicKey, validFrom, issuerSignature: ROOT.sign(text) };
}
