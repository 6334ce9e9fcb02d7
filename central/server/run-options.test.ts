import { describe, expect, test } from "vitest";
import { dataHome, type HostFacts } from "./data-home.ts";
import { runOptions } from "./run-options.ts";

const LINUX: HostFacts = { platform: "linux", env: {}, home: "/home/sari", uid: 1000 };

describe("data is kept", () => {
  test("in the user's data folder on Linux", () => {
    expect(dataHome(LINUX)).toBe("/home/sari/.local/share/bela-beli");
    const env = { XDG_DATA_HOME: "/data" };
    expect(dataHome({ ...LINUX, env })).toBe("/data/bela-beli");
  });
  test("where another OS user reaches it, under root", () => {
    expect(dataHome({ ...LINUX, uid: 0, home: "/root" })).toBe("/var/lib/bela-beli");
  });
  test("in Application Support on macOS and in LOCALAPPDATA on Windows", () => {
    const mac: HostFacts = { platform: "darwin", env: {}, home: "/Users/sari", uid: 501 };
    expect(dataHome(mac)).toBe("/Users/sari/Library/Application Support/Bela Beli");
    const windows: HostFacts = { platform: "win32", env: {}, home: "C:\\Users\\sari", uid: null };
    expect(dataHome(windows)).toBe("C:\\Users\\sari\\AppData\\Local\\Bela Beli");
  });
});

describe("the centre runs", () => {
  test("on this machine only, on the embedded server, unless told otherwise", () => {
    expect(runOptions([], LINUX)).toEqual({
      data: "/home/sari/.local/share/bela-beli",
      centreDir: "/home/sari/.local/share/bela-beli/centre",
      host: "127.0.0.1",
      port: 8_642,
      publicUrl: null,
      regencyId: "3513",
      databaseUrl: null,
      stopWithParent: false,
      metricsToken: null,
      alertWebhook: null,
      alertMail: null,
      logLevel: "warn",
    });
  });
  test("as flags say, then as the environment says", () => {
    const env = { BELA_BELI_PORT: "9000", DATABASE_URL: "postgres://db/x", BELA_BELI_DATA: "/env" };
    const options = runOptions(["--data", "/flag", "--host", "0.0.0.0"], { ...LINUX, env });
    expect(options).toMatchObject({
      data: "/flag",
      host: "0.0.0.0",
      port: 9_000,
      databaseUrl: "postgres://db/x",
    });
  });
  test("with mail by TLS, or in the clear on this machine", () => {
    const env = {
      BELA_BELI_SMTP_URL: "smtps://pusat:r%40hasia@surel.probolinggokab.go.id",
      BELA_BELI_ALERT_MAIL_FROM: "pusat@probolinggokab.go.id",
      BELA_BELI_ALERT_MAIL_TO: "satu@probolinggokab.go.id, dua@probolinggokab.go.id",
    };
    const login = { user: "pusat", pass: "r@hasia" };
    const host = "surel.probolinggokab.go.id";
    expect(runOptions([], { ...LINUX, env }).alertMail).toEqual({
      server: { host, port: 465, isSecure: true, isLoopback: false, login },
      from: "pusat@probolinggokab.go.id",
      to: ["satu@probolinggokab.go.id", "dua@probolinggokab.go.id"],
    });
    const here = { ...env, BELA_BELI_SMTP_URL: "smtp://127.0.0.1:2525" };
    expect(runOptions([], { ...LINUX, env: here }).alertMail?.server).toEqual({
      host: "127.0.0.1",
      port: 2_525,
      isSecure: false,
      isLoopback: true,
      login: null,
    });
  });
  test("not at all with mail settings that make no sense, and without repeating the password", () => {
    const env = { BELA_BELI_SMTP_URL: "http://pusat:rahasia@surel" };
    expect(() => runOptions([], { ...LINUX, env })).toThrow(
      /^periksa BELA_BELI_SMTP_URL, BELA_BELI_ALERT_MAIL_FROM, BELA_BELI_ALERT_MAIL_TO$/,
    );
  });
  test("not at all with a port or an address that makes no sense", () => {
    expect(() => runOptions(["--port", "70000"], LINUX)).toThrow();
    expect(() => runOptions(["--public-url", "not a url"], LINUX)).toThrow();
    expect(() => runOptions(["--regency", "35"], LINUX)).toThrow();
  });
});
