import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSync } from "./create-sync.ts";
import type { SyncEvent, SyncHandle, SyncIdentity } from "./sync-handle.ts";

const ID = "0190c6a0-0000-7000-8000-000000000001";
const identity: SyncIdentity = {
  certificate: {
    tillId: ID,
    regencyId: "3513",
    outletCode: "GDK",
    tillCode: "01",
    deviceKind: "till",
    keyId: "0".repeat(16),
    publicKey: "",
    fromSeq: 1,
    validFrom: "2026-11-22T02:14:00.000Z",
    issuerKeyId: "0".repeat(16),
    issuerSignature: "",
  },
  rootPublicKey: "",
  centreKeys: [],
  signingKey: generateKeyPairSync("ed25519").privateKey,
  sealKey: generateKeyPairSync("x25519").privateKey,
  dataKey: new Uint8Array(32),
  deviceSecret: new Uint8Array(32),
};

let folder = "";
let sync: SyncHandle | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bela-beli-"));
});
afterEach(async () => {
  await sync?.close();
  rmSync(folder, { recursive: true });
});

/** Starts a worker of these lines; resolves with the first `count` events of the kind. */
function events(lines: string, type: SyncEvent["type"], count: number): Promise<SyncEvent[]> {
  const file = join(folder, "worker.mjs");
  writeFileSync(file, `import { parentPort, workerData } from "node:worker_threads";\n${lines}`);
  const seen: SyncEvent[] = [];
  return new Promise((resolve) => {
    sync = createSync({
      isKeyProtected: true,
      workerUrl: pathToFileURL(file),
      databasePath: join(folder, "till.db"),
      centreUrl: "https://pusat.contoh.go.id",
      version: "1",
      identity,
      onEvent: (event) => {
        if (event.type === type) seen.push(event);
        if (seen.length === count) resolve(seen);
      },
    });
  });
}

describe("the sync worker", () => {
  it("gets its keys as objects that hold the secret, not as text", async () => {
    const [event] = await events(
      `const { signingKey } = workerData.identity;
       const facts = [signingKey.constructor.name, signingKey.type, signingKey.asymmetricKeyType];
       parentPort.postMessage({ type: "failed", code: "INTERNAL", inARow: 0, reason: facts.join(" ") });
       parentPort.on("message", () => parentPort.close());`,
      "failed",
      1,
    );
    expect(event).toMatchObject({ reason: "PrivateKeyObject private ed25519" });
  });

  it("that dies is started again, and the reason is told", async () => {
    const deaths = await events(`throw new Error("rusak");`, "failed", 2);
    expect(deaths).toMatchObject([
      { inARow: 1, reason: "Error: rusak" },
      { inARow: 2, reason: "Error: rusak" },
    ]);
  });

  it("is told to close and waited for", async () => {
    await events(
      `parentPort.postMessage({ type: "clock", centreTime: 1 });
       parentPort.on("message", (command) => { if (command === "close") parentPort.close(); });`,
      "clock",
      1,
    );
    await expect(sync?.close()).resolves.toBeUndefined();
    sync = null;
  });
});
