import { describe, expect, it } from "vitest";
import { centreUrl } from "./centre-url.ts";

describe("the centre's address", () => {
  it.each([
    ["https://pusat.contoh.go.id/", "https://pusat.contoh.go.id"],
    [" https://contoh.go.id/belabeli/ ", "https://contoh.go.id/belabeli"],
    ["http://127.0.0.1:8642", "http://127.0.0.1:8642"],
    ["http://127.9.9.9/", "http://127.9.9.9"],
    ["http://localhost:8642/", "http://localhost:8642"],
    ["http://[::1]:8642", "http://[::1]:8642"],
  ])("%s is taken", (text, url) => {
    expect(centreUrl(text)).toBe(url);
  });

  it.each([
    "http://pusat.contoh.go.id",
    "http://192.168.1.10:8642",
    "http://localhost.contoh.id",
    "http://127.0.0.1.contoh.id",
    "http://0.0.0.0:8642",
  ])("%s is refused: not encrypted", (text) => {
    expect(() => centreUrl(text)).toThrow("CENTRE_PLAIN_HTTP");
  });

  it.each([
    "",
    "pusat",
    "ftp://pusat.contoh.go.id",
    "https://a:b@contoh.id",
    "https://contoh.id/?a=1",
  ])("%j is no address of a centre", (text) => {
    expect(() => centreUrl(text)).toThrow("BAD_INPUT");
  });
});
