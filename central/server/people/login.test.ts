import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { base32Decode } from "../../../shared/domain/text.ts";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import { createPerson, logInAs, openBrowser, refusal } from "../testing/test-person.ts";
import { totpCode } from "./totp.ts";

const NOON = Date.parse("2026-11-20T05:00:00.000Z");
const MINUTE = 60_000;
let nowMs = NOON;
let centre: TestCentre;

beforeAll(async () => {
  centre = await startTestCentre({ clock: { wallMs: () => nowMs } });
}, 120_000);
afterAll(() => centre.close());
beforeEach(() => {
  nowMs = NOON;
});

const period = { period: "2026-11" };

test("the first administrator must change the one-time password before anything else", async () => {
  const browser = openBrowser(centre.url);
  const password = centre.centre.firstPassword ?? "";
  expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
  expect(await browser.session.me.query()).toBeNull();
  expect(await refusal(browser.overview.month.query(period))).toBe("NOT_LOGGED_IN");
  const login = await browser.session.login.mutate({ username: "Admin ", password });
  expect(login).toEqual({ mustChangePassword: true });
  expect(await refusal(browser.overview.month.query(period))).toBe("PASSWORD_MUST_CHANGE");

  const change = (next: string) =>
    refusal(browser.session.changePassword.mutate({ current: password, next }));
  expect(await change("short")).toBe("PASSWORD_WEAK");
  expect(await change("aaaaaaaaaaaa")).toBe("PASSWORD_WEAK");
  expect(await change("i am admin 1")).toBe("PASSWORD_WEAK");
  const wrong = { current: "wrong wrong", next: "kopi argopuro 12" };
  expect(await refusal(browser.session.changePassword.mutate(wrong))).toBe("LOGIN_WRONG");
  expect(await change("kopi argopuro 12")).toBe("");
  expect(await refusal(browser.overview.month.query(period))).toBe("");
  expect(await browser.session.me.query()).toMatchObject({ username: "admin", role: "ADMIN" });

  await browser.session.logout.mutate();
  expect(await browser.session.me.query()).toBeNull();
});

test("five wrong passwords lock the account, longer each time, whoever asks", async () => {
  const person = await createPerson(centre.centre.deps, { role: "AUDITOR" });
  const { username, password } = person;
  const browser = openBrowser(centre.url);
  const wrong = () => refusal(browser.session.login.mutate({ username, password: "no" }));
  const right = () => refusal(browser.session.login.mutate({ username, password }));
  for (let tried = 0; tried < 5; tried += 1) expect(await wrong()).toBe("LOGIN_WRONG");
  expect(await right()).toBe("LOGIN_LOCKED");
  nowMs += MINUTE;
  expect(await wrong()).toBe("LOGIN_WRONG");
  nowMs += MINUTE;
  expect(await right()).toBe("LOGIN_LOCKED");
  nowMs += MINUTE;
  expect(await right()).toBe("");
});

test("an unknown name is refused like a wrong password", async () => {
  const browser = openBrowser(centre.url);
  const login = browser.session.login.mutate({ username: "nobody", password: "x" });
  expect(await refusal(login)).toBe("LOGIN_WRONG");
});

test("a session ends after two idle hours, and after twelve in any case", async () => {
  const person = await logInAs(centre.url, centre.centre.deps, { role: "AUDITOR" });
  nowMs += 119 * MINUTE;
  expect(await refusal(person.overview.month.query(period))).toBe("");
  nowMs += 119 * MINUTE;
  expect(await refusal(person.overview.month.query(period))).toBe("");
  nowMs += 120 * MINUTE;
  expect(await refusal(person.overview.month.query(period))).toBe("SESSION_EXPIRED");

  nowMs = NOON;
  const busy = await logInAs(centre.url, centre.centre.deps, { role: "AUDITOR" });
  for (let hour = 1; hour < 12; hour += 1) {
    nowMs += 60 * MINUTE;
    expect(await refusal(busy.overview.month.query(period))).toBe("");
  }
  nowMs += 60 * MINUTE;
  expect(await refusal(busy.overview.month.query(period))).toBe("SESSION_EXPIRED");
});

test("a second factor is asked for once it is set, and a code serves once", async () => {
  const { username, password } = await createPerson(centre.centre.deps, { role: "ADMIN" });
  const person = openBrowser(centre.url);
  await person.session.login.mutate({ username, password });
  const { secret, uri } = await person.session.proposeTotp.mutate();
  expect(uri).toContain(`secret=${secret}`);
  const key = base32Decode(secret) ?? new Uint8Array();
  const codeNow = () => totpCode(key, Math.floor(nowMs / 30_000));
  expect(await refusal(person.session.setTotp.mutate({ secret, code: "000000" }))).toBe(
    "TOTP_WRONG",
  );
  await person.session.setTotp.mutate({ secret, code: codeNow() });
  expect(await refusal(person.session.setTotp.mutate({ secret, code: codeNow() }))).toBe(
    "NOT_ALLOWED",
  );

  const browser = openBrowser(centre.url);
  const login = (totp?: string) =>
    refusal(
      browser.session.login.mutate({ username, password, ...(totp === undefined ? {} : { totp }) }),
    );
  expect(await login()).toBe("TOTP_REQUIRED");
  expect(await login(codeNow())).toBe("TOTP_WRONG");
  nowMs += MINUTE;
  expect(await login(codeNow())).toBe("");
});

test("the time-based codes are those of RFC 6238", () => {
  const secret = Buffer.from("12345678901234567890");
  expect(totpCode(secret, 1)).toBe("287082");
  expect(totpCode(secret, 37_037_036)).toBe("081804");
  expect(totpCode(secret, 66_666_666)).toBe("279037");
});
