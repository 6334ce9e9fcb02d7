import { execFileSync } from "node:child_process";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { startTestCentre, type TestCentre } from "../../../central/server/testing/test-centre.ts";
import { countTill, readTill } from "../testing/read-till.ts";
import { pay, temporaryFolder } from "../testing/test-core.ts";
import { startTillAtCentre, type TillAtCentre } from "./testing/till-at-centre.ts";

const NIP = "198503152010011991";
let centre: TestCentre;
let lost: TillAtCentre;
let next: TillAtCentre;
const folder = temporaryFolder();

beforeAll(async () => {
  centre = await startTestCentre();
}, 120_000);
afterAll(async () => {
  await centre.close();
  folder.remove();
});

/** A till that sold twice, the second time without the centre, and a new one in its place. */
beforeEach(async () => {
  lost = await startTillAtCentre(centre, "01");
  await sellToEmployee(lost);
  await lost.sent();
  await lost.line.turnOff();
  await lost.sell();
  await lost.core.close();
  next = await startTillAtCentre(centre, "02", lost.tillId);
});
afterEach(async () => {
  await lost.close();
  await next.close();
});

async function sellToEmployee({ core }: TillAtCentre): Promise<void> {
  const { cart, buyer } = core.cashier;
  await cart.add.mutate({ productId: centre.shop.productId, qty: 1 });
  await buyer.typedNip.mutate({ nip: NIP });
  await buyer.confirm.mutate();
  await pay(core);
}
async function exported(): Promise<string> {
  const file = path.join(folder.path, "journal.jsonl");
  await centre.exportTo(file);
  const verifier = path.resolve(import.meta.dirname, "../../../scripts/verify-journal");
  const root = ["--root", centre.centre.rootFingerprint];
  return execFileSync(process.execPath, [verifier, file, ...root], { encoding: "utf8" });
}
const sums = (till: TillAtCentre) =>
  readTill(till.folder, "SELECT turnover, reversals FROM counter")[0];

it("a till in the place of one that was lost with its file goes on from what the centre has", async () => {
  const [first] = readTill(next.folder, "SELECT kind, body FROM journal WHERE seq = 1") as {
    kind: string;
    body: string;
  }[];
  const atCentre = countTill(lost.folder, "SELECT acknowledged_seq FROM sync_state");
  expect(first?.kind).toBe("RESUMED");
  const named = JSON.parse(first?.body ?? "{}") as Record<string, unknown>;
  expect(named).toMatchObject({ oldTillId: lost.tillId, oldSeq: atCentre, reversals: 0 });
  expect(named["turnover"]).toBeGreaterThan(0);
  expect(sums(next)).toEqual({ turnover: named["turnover"], reversals: 0 });

  const sold = await next.sell();
  expect(sold.number).toMatch(/^KB-02-\d{6}-000001$/);
  await next.sent();
  const { history, cart, buyer } = next.core.cashier;
  const page = await vi.waitFor(
    async () => {
      const found = await history.search.query({ text: "", date: null, before: null, limit: 10 });
      expect(found.former).toEqual([{ tillName: "KB-01", state: "HERE", seq: null }]);
      return found;
    },
    { timeout: 15_000, interval: 50 },
  );
  expect(page.rows).toMatchObject([
    { number: sold.number, formerTill: null },
    { formerTill: "KB-01", buyerName: "Contoh Satu" },
  ]);
  await cart.add.mutate({ productId: centre.shop.productId, qty: 1 });
  await buyer.typedNip.mutate({ nip: NIP });
  const { buyer: shown } = next.core.state().cart;
  expect(shown?.kind === "ASN" ? shown.month?.counted : 0).toBe(named["turnover"]);

  // The lost one comes back: what it had not sent is for a person to look at.
  await lost.restart();
  await lost.line.turnOn();
  await lost.core.until(({ sync }) => sync.unsent === 0);
  const { database } = centre.centre.deps;
  const aside = await database.query<{ code: string }>(
    "select distinct code from quarantine where till_id = $1",
    [lost.tillId],
  );
  expect(aside).toEqual([{ code: "TILL_REVOKED" }]);
  expect(await exported()).toContain("UTUH");
  expect(await centre.totalDifferences()).toEqual([]);
});
