import { expect, test } from "vitest";
import { sortRows } from "./sorting.ts";

const offices = [
  { name: "Kecamatan Tongas", met: 4 },
  { name: "dinas Sosial", met: 9 },
  { name: "Puskesmas 10", met: 4 },
  { name: "Puskesmas 9", met: 10 },
];
const names = (rows: readonly { name: string }[]) => rows.map((row) => row.name);

test("names sort as people read them: case aside, numbers by size", () => {
  expect(names(sortRows(offices, (row) => row.name, "naik"))).toEqual([
    "dinas Sosial",
    "Kecamatan Tongas",
    "Puskesmas 9",
    "Puskesmas 10",
  ]);
});

test("equal rows keep their order in both directions", () => {
  expect(names(sortRows(offices, (row) => row.met, "naik")).slice(0, 2)).toEqual([
    "Kecamatan Tongas",
    "Puskesmas 10",
  ]);
  expect(names(sortRows(offices, (row) => row.met, "turun")).slice(2)).toEqual([
    "Kecamatan Tongas",
    "Puskesmas 10",
  ]);
});
