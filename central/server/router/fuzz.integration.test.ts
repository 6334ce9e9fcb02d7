import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { inputsOf, spoiled } from "../testing/fuzz/arbitrary-input.ts";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import { createPerson } from "../testing/test-person.ts";
import { type Answer, post, TestTill } from "../testing/test-till.ts";
import { TillShift } from "../testing/till-shift.ts";
import { centreRouter } from "./root.ts";

/*
 * Every field of every procedure, by its own schema and spoiled. `FUZZ_CALLS` and `FUZZ_SEED` make a
 * longer or another run of it.
 */
const CALLS = Number(process.env["FUZZ_CALLS"] ?? 800);
const SEED = Number(process.env["FUZZ_SEED"] ?? 1);
const LIMIT_MS = Math.max(120_000, CALLS * 60);
const NOON = Date.parse("2026-11-20T05:00:00.000Z");
const SIGNED = ["till.push", "till.pull", "till.report", "till.former"];
/** Words of a database or of a program, which no answer may hold. */
const LEAK = /select |insert into|pglite|postgres|syntax error|node_modules|\.ts:\d|at async /i;

let centre: TestCentre;
let till: TestTill;
let cookie = "";

beforeAll(async () => {
  centre = await startTestCentre({ clock: { wallMs: () => NOON } });
  till = await centre.enrolTill();
  await till.hello();
  const shift = new TillShift(till, { startMs: NOON, tillCode: "01" });
  const sold = Array.from({ length: 20 }, () => shift.sell());
  const [first] = sold;
  if (first !== undefined) shift.undo(first);
  await till.push(1, 10);
  cookie = await logIn();
}, 120_000);
afterAll(() => centre.close());

async function logIn(): Promise<string> {
  const who = await createPerson(centre.centre.deps, { role: "ADMIN" });
  const response = await fetch(`${centre.url}/trpc/session.login`, {
    method: "POST",
    body: JSON.stringify(who),
    headers: { "content-type": "application/json" },
  });
  return response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

type Procedure = { readonly path: string; readonly type: string; readonly inputs: z.ZodType[] };

const Definition = z.object({
  _def: z.object({ type: z.string(), inputs: z.array(z.instanceof(z.ZodType)) }),
});

function procedures(): Procedure[] {
  return Object.entries(centreRouter._def.procedures).map(([path, procedure]) => {
    const { type, inputs } = Definition.parse({ _def: Object(procedure)._def })._def;
    return { path, type, inputs };
  });
}

let callers = 0;

/** Each call comes from another address: the limit on one address has tests of its own. */
function callerAddress(): Readonly<Record<string, string>> {
  callers += 1;
  const part = (shift: number) => (callers >> shift) & 255;
  return { "x-forwarded-for": `10.${part(16)}.${part(8)}.${part(0)}` };
}

async function call({ path, type }: Omit<Procedure, "inputs">, input: unknown): Promise<Answer> {
  const body = JSON.stringify(input);
  if (SIGNED.includes(path)) return till.request(path, body, callerAddress());
  const headers = { cookie, ...callerAddress() };
  if (type === "mutation") return post(`${centre.url}/trpc/${path}`, body, headers);
  const url = `${centre.url}/trpc/${path}?input=${encodeURIComponent(body)}`;
  const response = await fetch(url.slice(0, 12_000), { headers });
  const text = await response.text();
  return { status: response.status, data: null, code: response.ok ? null : "", text };
}

function expectSober({ status, text }: Answer): void {
  expect(status).toBeLessThan(500);
  expect(text).not.toMatch(LEAK);
}

/** What of the journal and everything derived from it stands in the database, as one hash. */
async function books(): Promise<string> {
  const hash = createHash("sha256");
  for (const table of ["journal_entry", "journal_private", "till_head", "sale", "sale_line"]) {
    const rows = await centre.centre.deps.database.query<{ text: string }>(
      `select coalesce(string_agg(t::text, '|' order by t::text), '') as text from ${table} t`,
    );
    hash.update(rows[0]?.text ?? "");
  }
  return hash.digest("hex");
}

describe("whatever is sent to the centre", () => {
  test(
    "it neither fails nor tells of its inside, and its books hold",
    async () => {
      // A session that is ended or a password that is changed would end the run for all others.
      const all = procedures().filter(
        ({ path }) => path !== "session.logout" && path !== "session.changePassword",
      );
      expect(all.length).toBeGreaterThan(30);
      const calls = fc.oneof(
        ...all.map(({ inputs, ...procedure }) =>
          spoiled(inputsOf(inputs)).map((input) => ({ procedure, input })),
        ),
      );
      const sober = fc.asyncProperty(calls, async ({ procedure, input }) => {
        expectSober(await call(procedure, input));
      });
      await fc.assert(sober, { numRuns: CALLS, seed: SEED, endOnFailure: true });
      expect(await centre.totalDifferences()).toEqual([]);
    },
    LIMIT_MS,
  );

  test(
    "a real batch that was spoiled is refused whole or judged entry by entry",
    async () => {
      const batch = till.pushRequest(11, 22);
      const runs = Math.ceil(CALLS / 5);
      const sober = fc.asyncProperty(spoiled(fc.constant(batch)), async (input) => {
        if (JSON.stringify(input) === JSON.stringify(batch)) return;
        const before = await books();
        const answer = await till.request("till.push", JSON.stringify(input), callerAddress());
        expectSober(answer);
        const state = z.object({ state: z.string() }).safeParse(answer.data).data?.state;
        if (state !== "ACCEPTED") expect(await books()).toBe(before);
      });
      await fc.assert(sober, { numRuns: runs, seed: SEED, endOnFailure: true });
      expect(await centre.totalDifferences()).toEqual([]);
    },
    LIMIT_MS,
  );

  test("a batch of another till, or signed by another key, changes nothing", async () => {
    const other = await centre.enrolTill({ tillCode: "02" });
    await other.hello();
    const before = await books();
    const stolen = JSON.stringify(till.pushRequest(1, 10));
    expect((await other.request("till.push", stolen)).code).toBe("REQUEST_SIGNATURE");
    const stranger = new TestTill(centre.url);
    stranger.tillId = till.tillId;
    stranger.nonce = till.nonce;
    expect((await stranger.request("till.push", stolen)).code).toBe("REQUEST_SIGNATURE");
    expect(await books()).toBe(before);
  });

  test("a small body that unpacks to a huge one is refused before it is one", async () => {
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
    const answer = await till.request("till.push", bomb, { "content-encoding": "gzip" });
    expect([answer.status, answer.code]).toEqual([413, "BODY_TOO_LARGE"]);
    const torn = await till.request("till.push", bomb.subarray(0, 500), {
      "content-encoding": "gzip",
    });
    expect([torn.status, torn.code]).toEqual([400, "BAD_INPUT"]);
  });
});
