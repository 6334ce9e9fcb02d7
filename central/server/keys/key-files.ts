import { generateKeyPairSync } from "node:crypto";
import { chmod, mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RandomBytes } from "./data-box.ts";

/** Secrets as they lie on disk. */
export type KeyFiles = {
  /** PKCS#8 PEM */
  readonly root: string;
  readonly centre: string;
  readonly card: string;
  /** 32 bytes */
  readonly regency: Uint8Array;
  readonly data: Uint8Array;
};

const SECRET_BYTES = 32;

/** Reads the centre's keys, and makes those that are missing; each is a file only its owner reads. */
export async function openKeyFiles(folder: string, random: RandomBytes): Promise<KeyFiles> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const secret = () => Buffer.from(random(SECRET_BYTES)).toString("hex");
  return {
    root: await readOrMake(join(folder, "root.pem"), newPrivateKey),
    centre: await readOrMake(join(folder, "centre.pem"), newPrivateKey),
    card: await readOrMake(join(folder, "card.pem"), newPrivateKey),
    regency: Buffer.from(await readOrMake(join(folder, "regency.key"), secret), "hex"),
    data: Buffer.from(await readOrMake(join(folder, "data.key"), secret), "hex"),
  };
}

function newPrivateKey(): string {
  return generateKeyPairSync("ed25519")
    .privateKey.export({ type: "pkcs8", format: "pem" })
    .toString();
}

async function readOrMake(path: string, make: () => string): Promise<string> {
  try {
    const text = await readFile(path, "utf8");
    await chmod(path, 0o600);
    return text.trim();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  const text = make().trim();
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(`${text}\n`);
    // A key that signed something must still be there after a power cut.
    await file.sync();
  } finally {
    await file.close();
  }
  return text;
}
