import { describe, expect, test } from "vitest";
import { sale } from "./testing/day.ts";
import { exportOf, FIRST, textOf } from "./testing/journal.ts";
import { ROOT, sha256 } from "./testing/keys.ts";
import { verifyLines } from "./verify.mjs";

describe("who changes the file is found out, whichever part of it it is", () => {
  test("any one byte, wherever it stands", { timeout: 120_000 }, async () => {
    const personal = JSON.stringify({ salt: "0f".repeat(16), note: "kopi" });
    const fields = { privateHash: sha256(personal) };
    const drafts = [{ ...sale(3, 1, fields), private: personal }];
    const sound = Buffer.from(textOf(exportOf([{ ...FIRST, drafts }])));
    expect(await isSound(sound)).toBe(true);
    const missed: string[] = [];
    for (let index = 0; index < sound.length; index += 1) {
      const changed = Buffer.from(sound);
      changed[index] = (sound[index] ?? 0) ^ 1;
      if (await isSound(changed)) missed.push(sound.subarray(index - 20, index + 20).toString());
    }
    expect(missed).toEqual([]);
  });

  test("any cut below the countersigned head", async () => {
    const sound = Buffer.from(textOf(exportOf([FIRST])));
    const headStart = sound.lastIndexOf('{"head"');
    for (let length = 0; length < headStart; length += 97) {
      const cut = Buffer.concat([
        sound.subarray(0, length),
        Buffer.from("\n"),
        sound.subarray(headStart),
      ]);
      expect(await isSound(cut)).toBe(false);
    }
  });
});

/** Unreadable is not sound either. */
async function isSound(content: Buffer): Promise<boolean> {
  const lines = content.toString("latin1").split("\n");
  const read = lines.map((text, index) => ({ text, line: index + 1 }));
  const verdict = await verifyLines(read, ROOT.fingerprint).catch(() => null);
  return verdict?.exitCode === 0;
}
