import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { catchMail, type MailCatcher } from "../testing/mail-catcher.ts";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import type { TestTill } from "../testing/test-till.ts";
import { mail } from "./mail.ts";
import { mailOptions } from "./mail-options.ts";
import { lookAtFleet, pauseAfter } from "./watch-fleet.ts";

const LOGIN = { user: "pusat", pass: "kata-sandi-surel" };
const logged: string[] = [];
const note = (facts: object, message: string) =>
  logged.push(JSON.stringify([message, facts, Object.values(facts).map(String)]));
let centre: TestCentre;
let tills: TestTill[];
let catcher: MailCatcher;

beforeAll(async () => {
  catcher = await catchMail(LOGIN);
  const now = Date.parse("2026-11-20T05:00:00.000Z");
  const log = { info: note, warn: note, error: note };
  centre = await startTestCentre({ clock: { wallMs: () => now }, log });
  tills = [await centre.enrolTill(), await centre.enrolTill({ tillCode: "02" })];
}, 120_000);
afterAll(async () => {
  catcher.close();
  await centre.close();
});
afterEach(() => {
  catcher.answer = "250 ok";
  logged.length = 0;
});

function look(pass = LOGIN.pass): Promise<boolean> {
  const options = mailOptions({
    BELA_BELI_SMTP_URL: `smtp://${LOGIN.user}:${pass}@127.0.0.1:${catcher.port}`,
    BELA_BELI_ALERT_MAIL_FROM: "pusat@contoh.go.id",
    BELA_BELI_ALERT_MAIL_TO: "dkupp@contoh.go.id,kominfo@contoh.go.id",
  });
  if (options === null) throw new Error("no mail options");
  return lookAtFleet(centre.centre.deps, mail(options, "https://pusat.contoh.go.id"));
}
async function report(unsent: number): Promise<void> {
  for (const till of tills) {
    await till.hello();
    const said = { unsent, unsentSince: null, clockOffsetMs: 0, backupAt: null, waiting: [] };
    await till.request("till.report", JSON.stringify({ tillId: till.tillId, ...said }));
  }
}
const news = () => catcher.mails.splice(0);

test("one mail tells all that is wrong, once, and one that it is over", async () => {
  await report(5_000);
  expect(await look()).toBe(true);
  await look();
  const [raised = "", ...more] = news();
  expect(more).toEqual([]);
  expect(raised).toContain("To: dkupp@contoh.go.id, kominfo@contoh.go.id");
  expect(raised).toContain("Subject: Bela Beli: mesin kasir KB-01, KB-02 perlu dilihat");
  expect(raised).toContain("20 Nov 2026 pukul 12.00 WIB");
  expect(raised).toContain("- KB-01: 5000 catatan belum terkirim\r\n- KB-02: 5000 catatan");
  expect(raised).toContain("https://pusat.contoh.go.id/mesin-kasir?saring=perlu-dilihat");
  await report(0);
  await look();
  await look();
  const [over = "", ...moreOver] = news();
  expect(moreOver).toEqual([]);
  expect(over).toContain("KB-01, KB-02 sudah pulih");
  expect(over).toContain("- KB-01: catatannya sudah terkirim");
});

test("what the server refuses is told later, and neither password nor address is logged", async () => {
  await report(5_000);
  catcher.answer = "451 dkupp@contoh.go.id is greylisted";
  expect(await look()).toBe(false);
  expect(await look("another-password")).toBe(false);
  expect(logged).toHaveLength(2);
  expect(logged.join()).toMatch(/EENVELOPE 451.*EAUTH 535/);
  expect(logged.join()).not.toMatch(/contoh\.go\.id|password|sandi/);
  catcher.answer = "250 ok";
  expect(await look()).toBe(true);
  expect(news()).toHaveLength(1);
});

test("a server that is away is asked less and less often, at least once an hour", () => {
  expect([0, 1, 2, 3, 4, 7, 20].map(pauseAfter)).toEqual([0, 0, 1, 3, 7, 59, 59]);
});
