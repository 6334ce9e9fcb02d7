import { expect, test } from "vitest";
import { type Draft, draft, morning, type Place, sale } from "./testing/day.ts";
import { exportOf, FIRST, header, SECOND, type TillChain } from "./testing/journal.ts";
import { faultsOf } from "./testing/judge.ts";
import { keyFromSeed, NEW_KEY, SECOND_TILL, STRANGER, type TestKey, TILL } from "./testing/keys.ts";

const THIRD_KEY = keyFromSeed("44".repeat(32));

/** The change from a key to another; `signer` signs in the new one's place, `spoil` after that. */
function changed(
  [from, to]: readonly [TestKey, TestKey],
  { signer = to, spoil = {} }: { readonly signer?: TestKey; readonly spoil?: object } = {},
  minute = 9,
): Draft {
  const { keyId: oldKeyId } = from;
  const { keyId: newKeyId, publicKey: newPublicKey } = to;
  const bound = ({ tillId, seq, prevHash }: Place): object => {
    const place = ["belabeli-key-change/1", tillId, seq, prevHash, oldKeyId, newPublicKey];
    const newSignature = signer.sign(place.join("\n"));
    return { oldKeyId, newKeyId, newPublicKey, newSignature, ...spoil };
  };
  return { ...draft("KEY_CHANGED", minute), bound };
}

/** The morning (entries 1 to 8), the change (9), and two sales under the new key (10 and 11). */
function day(change: Draft, keys: TillChain["keys"] = afterNine): TillChain {
  return { ...FIRST, drafts: [...morning(), change, sale(10, 4), sale(11, 5)], keys };
}
const afterNine = [
  { fromSeq: 1, key: TILL },
  { fromSeq: 10, key: NEW_KEY },
];
const sound = day(changed([TILL, NEW_KEY]));
/** A till's entries under certificates that name its keys from other entries on. */
function certified(till: TillChain, keys: TillChain["keys"]) {
  const [, ...entries] = exportOf([till]);
  return [header([{ ...till, keys }]), ...entries];
}

test("a till may change its key, more than once, when both keys sign it", async () => {
  expect(await faultsOf(exportOf([sound]))).toEqual([]);
  const again = changed([NEW_KEY, THIRD_KEY], {}, 12);
  const twice = {
    ...sound,
    drafts: [...sound.drafts, again, sale(13, 6)],
    keys: [...afterNine, { fromSeq: 13, key: THIRD_KEY }],
  };
  expect(await faultsOf(exportOf([twice]))).toEqual([]);
});

test("a certificate may be there before the entries that it is for", async () => {
  const { drafts } = sound;
  expect(await faultsOf(exportOf([{ ...sound, drafts: drafts.slice(0, 7) }]))).toEqual([]);
  expect(await faultsOf(exportOf([{ ...sound, drafts: drafts.slice(0, 9) }]))).toEqual([]);
});

test.each<[string, Draft]>([
  ["without the new key's signature", changed([TILL, NEW_KEY], { spoil: { newSignature: "" } })],
  ["that lacks it", changed([TILL, NEW_KEY], { spoil: { newSignature: undefined } })],
  ["that a stranger signed for the new key", changed([TILL, NEW_KEY], { signer: STRANGER })],
  ["that the old key signed for the new one", changed([TILL, NEW_KEY], { signer: TILL })],
  ["from another key", changed([STRANGER, NEW_KEY])],
  ["that misnames the new key", changed([TILL, NEW_KEY], { spoil: { newKeyId: TILL.keyId } })],
  ["to no key", changed([TILL, NEW_KEY], { spoil: { newPublicKey: "AAAA" } })],
])("a change %s is named, and so is the certificate it does not bear", async (_name, change) => {
  expect(await faultsOf(exportOf([day(change)]))).toEqual([
    "1 9 KEY_CHANGE",
    "1 10 KEY_CERTIFICATE",
  ]);
});

test("a change taken from another place of the chain is named", async () => {
  const elsewhere = exportOf([
    { ...sound, drafts: [...morning().slice(0, 7), changed([TILL, NEW_KEY])] },
  ]);
  const { body } = elsewhere[8] as { body: string };
  const { newSignature } = JSON.parse(body) as { newSignature: string };
  const replayed = day(changed([TILL, NEW_KEY], { spoil: { newSignature } }));
  expect(await faultsOf(exportOf([replayed]))).toContain("1 9 KEY_CHANGE");
});

test("a change to another key than the certified one is named", async () => {
  const faults = await faultsOf(exportOf([day(changed([TILL, THIRD_KEY]))]));
  expect(faults).toEqual(["1 10 KEY_CERTIFICATE"]);
});

test("a change that another key signed is named", async () => {
  const keys = [
    { fromSeq: 1, key: TILL },
    { fromSeq: 9, key: STRANGER },
    { fromSeq: 10, key: NEW_KEY },
  ];
  expect(await faultsOf(certified({ ...sound, keys }, afterNine))).toEqual(["1 9 SIGNATURE"]);
});

test("a change without any signature is named", async () => {
  const unsigned = day({ ...changed([TILL, NEW_KEY]), unsigned: true });
  expect(await faultsOf(exportOf([unsigned]))).toContain("1 9 KEY_CHANGE");
});

test.each([9, 11])("a certificate moved to entry %i is named", async (fromSeq) => {
  const moved = [afterNine[0]!, { fromSeq, key: NEW_KEY }];
  const faults = await faultsOf(certified(sound, moved));
  expect(faults).toContain(`1 ${fromSeq} KEY_CERTIFICATE`);
  expect(faults).toContain(`1 ${fromSeq === 9 ? 9 : 10} SIGNATURE`);
});

test("the old key used after the change is named, entry by entry", async () => {
  const old = { ...sound, keys: [afterNine[0]!] };
  expect(await faultsOf(certified(old, afterNine))).toEqual([
    "1 10 SIGNATURE",
    "1 10 RECEIPT_SIGNATURE",
    "1 11 SIGNATURE",
    "1 11 RECEIPT_SIGNATURE",
  ]);
});

test("the old key that signs on after a change that both keys signed is named", async () => {
  const old = day(changed([TILL, NEW_KEY]), [afterNine[0]!]);
  expect(await faultsOf(exportOf([old]))).toEqual(["1 10 KEY_CERTIFICATE"]);
});

test("an entry lost after a change says nothing of the keys", async () => {
  const lines = exportOf([sound]);
  const faults = await faultsOf([...lines.slice(0, 10), ...lines.slice(11)]);
  expect(faults).toContain("1 11 SEQ_GAP");
  expect(faults).not.toContain("1 11 KEY_CERTIFICATE");
});

test("a new key without certificate signs nothing", async () => {
  const faults = await faultsOf(certified(sound, [afterNine[0]!]));
  expect(faults.filter((fault) => fault.endsWith(" SIGNATURE"))).toHaveLength(2);
});

test("a certificate that no change leads to is named, whoever signed", async () => {
  const keys = [afterNine[0]!, { fromSeq: 4, key: NEW_KEY }];
  expect(await faultsOf(exportOf([{ ...FIRST, keys }]))).toEqual(["1 4 KEY_CERTIFICATE"]);
});

test("a key that served before, here or at another till, is no key to change to", async () => {
  const back = changed([NEW_KEY, TILL], {}, 12);
  const keys = [...afterNine, { fromSeq: 13, key: TILL }];
  const returned = { ...sound, drafts: [...sound.drafts, back, sale(13, 6)], keys };
  expect(await faultsOf(exportOf([returned]))).toEqual(["1 - CERT_CONFLICT"]);
  const taken = [afterNine[0]!, { fromSeq: 10, key: SECOND_TILL }];
  const foreign = day(changed([TILL, SECOND_TILL]), taken);
  expect(await faultsOf(exportOf([foreign, SECOND]))).toContain("2 - CERT_CONFLICT");
});
