import { expect, test } from "vitest";
import { LoginSearch, OfficeSearch, parseSearch, SalesSearch, stringifySearch } from "./search.ts";

test("an address reads as it was written", () => {
  const search = { bulan: "2026-11", status: "kurang", cari: "10" } as const;
  const query = stringifySearch(search);
  expect(query).toBe("?bulan=2026-11&status=kurang&cari=10");
  expect(OfficeSearch.parse(parseSearch(query))).toMatchObject(search);
});

test("what an address does not say leaves no trace in it", () => {
  expect(stringifySearch({ bulan: undefined, cari: "" })).toBe("");
});

test("a spoiled part of an address is dropped, the rest still holds", () => {
  const search = OfficeSearch.parse({ bulan: "2026-13", status: "lupa", arah: "turun" });
  expect(search).toEqual({ arah: "turun" });
  expect(SalesSearch.parse({ tanggal: "kemarin", halaman: "3" })).toEqual({ halaman: 3 });
});

test("after login a person is only ever sent to a page of ours", () => {
  expect(LoginSearch.parse({ kembali: "/penjualan?tanggal=2026-11-22" }).kembali).toBe(
    "/penjualan?tanggal=2026-11-22",
  );
  for (const elsewhere of ["//contoh.id", "/\\contoh.id", "https://contoh.id", "javascript:1"]) {
    expect(LoginSearch.parse({ kembali: elsewhere }).kembali).toBeUndefined();
  }
});
