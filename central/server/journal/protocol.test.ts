import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { OLDEST_PROTOCOL, PROTOCOL } from "../../../shared/contract/sync.ts";
import { genesisHash, keyIdOf } from "../../../shared/domain/journal.ts";
import { instantText } from "../../../shared/domain/period.ts";
import { sha256Hex } from "../keys/digest.ts";
import { centreRouter } from "../router/root.ts";
import { saveNewTill } from "../stores/till.ts";
import { SHOP } from "../testing/shop.ts";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import { post } from "../testing/test-till.ts";
import { checkProtocol } from "./check-protocol.ts";

const Sent = z.object({ path: z.string(), body: z.string(), signature: z.string() });
/** What a till of that protocol sent, byte for byte, and what its centre gave out nonces by. */
const Recorded = z.object({
  protocol: z.int(),
  nowMs: z.int(),
  tillId: z.string(),
  publicKey: z.string(),
  sealPublicKey: z.string(),
  nonceKey: z.string(),
  nonce: z.string(),
  hello: z.string(),
  push: Sent,
  pull: Sent,
});
type Recorded = z.infer<typeof Recorded>;
const FILE = new URL("../testing/recorded/protocol-1.json", import.meta.url);

let centre: TestCentre;
let till: Recorded;
beforeAll(async () => {
  till = Recorded.parse(JSON.parse(await readFile(FILE, "utf8")));
  centre = await startTestCentre({ clock: { wallMs: () => till.nowMs } });
  await enrolRecorded();
}, 60_000);
afterAll(() => centre.close());

test("the oldest version that is served is two before this one, or the first", () => {
  expect(OLDEST_PROTOCOL).toBe(Math.max(1, PROTOCOL - 2));
  expect(till.protocol).toBe(OLDEST_PROTOCOL);
  for (const protocol of [OLDEST_PROTOCOL - 1, PROTOCOL + 1]) {
    expect(() => checkProtocol(protocol)).toThrow("PROTOCOL_UNSUPPORTED");
  }
});

test("a till of the oldest version says hello, pushes and pulls as it always did", async () => {
  const hello = await post(`${centre.url}/trpc/till.hello`, till.hello);
  expect(hello).toMatchObject({ status: 200, data: { head: { seq: 0 } } });
  expect(await asked(till.push).till.push(JSON.parse(till.push.body))).toMatchObject({
    state: "ACCEPTED",
    through: { seq: 3 },
    exceptions: [],
  });
  const { changes, more } = await asked(till.pull).till.pull(JSON.parse(till.pull.body));
  expect(more).toBe(false);
  expect(changes.map(({ kind }) => kind)).toContain("month_total");
});

test("a till newer than the centre hears which versions are served", async () => {
  const hello = { ...z.looseObject({}).parse(JSON.parse(till.hello)), protocol: PROTOCOL + 1 };
  const answer = await post(`${centre.url}/trpc/till.hello`, JSON.stringify(hello));
  expect(answer.code).toBe("PROTOCOL_UNSUPPORTED");
  expect(answer.text).toContain(`"newest":${PROTOCOL}`);
});

/** The router as the recorded request reaches it, at a centre with the nonces of its time. */
function asked({ path, body, signature }: z.infer<typeof Sent>) {
  const { deps } = centre.centre;
  const nonceKey = Buffer.from(till.nonceKey, "hex");
  const { tillId, nonce } = till;
  const bodyHash = createHash("sha256").update(body).digest("hex");
  const sent = { method: "POST", path, contentType: "application/json", bodyHash };
  return centreRouter.createCaller({
    deps: { ...deps, keys: { ...deps.keys, nonceKey } },
    request: { ...sent, tillId, nonce, signature, sessionToken: null },
    setSession: () => undefined,
  });
}

async function enrolRecorded(): Promise<void> {
  const { tillId, publicKey, sealPublicKey, nowMs } = till;
  const certificate = {
    tillId,
    regencyId: "3513",
    outletCode: "KB",
    tillCode: "01",
    deviceKind: "till",
    keyId: keyIdOf(sha256Hex, publicKey),
    publicKey,
    fromSeq: 1,
    validFrom: instantText(nowMs),
    issuerKeyId: "0".repeat(16),
    issuerSignature: "A".repeat(86),
  } as const;
  const hash = genesisHash(sha256Hex, tillId);
  await centre.centre.deps.database.transaction((tx) =>
    saveNewTill(tx, {
      certificate,
      outletId: SHOP.outletId,
      sealPublicKey,
      genesisHash: hash,
      nowMs,
    }),
  );
}
