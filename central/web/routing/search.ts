import { z } from "zod";
import { CalendarDate, Period } from "../../../shared/contract/primitives.ts";

/** What stands in the address that does not parse is left out, so an old link still opens. */
const lenient = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (schema.safeParse(value).success ? value : undefined), schema.optional());

const text = lenient(z.string().min(1).max(100));
const direction = lenient(z.enum(["naik", "turun"]));

/** Address of the first page: `bulan` is the month, the rest shapes the table of offices. */
export const OverviewSearch = z.object({
  bulan: lenient(Period),
  urut: text,
  arah: direction,
  cari: text,
  jenis: text,
});
/** Address of an office: `status` is one of the month states. */
export const OfficeSearch = z.object({
  bulan: lenient(Period),
  urut: text,
  arah: direction,
  cari: text,
  status: lenient(z.enum(["kurang", "terpenuhi", "dibebaskan", "tidak-wajib"])),
});
export const PersonSearch = z.object({ bulan: lenient(Period) });
/** Address of a day's sales: `kursor` is where the shown page starts, `halaman` its number. */
export const SalesSearch = z.object({
  tanggal: lenient(CalendarDate),
  kursor: lenient(z.string().min(1).max(300)),
  halaman: lenient(z.coerce.number().int().min(2).max(100_000)),
});
/** Address of the tills: `saring` shows one heap of them, `mesin` opens one (`KB-01`). */
export const TillsSearch = z.object({
  urut: text,
  arah: direction,
  cari: text,
  saring: lenient(z.enum(["perlu-dilihat", "baik", "tidak-dipakai"])),
  mesin: text,
});
/** Address of the login page: where to go on after it, always a path of our own. */
export const LoginSearch = z.object({
  kembali: lenient(
    z
      .string()
      .regex(/^\/(?![/\\])/)
      .max(500),
  ),
});

/** Query text to plain texts; no JSON, so that addresses read well and survive being typed. */
export function parseSearch(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query));
}

/** Plain texts to query text; what is absent or empty leaves no trace. */
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (typeof value === "string" ? value !== "" : typeof value === "number") {
      params.set(key, String(value));
    }
  }
  const query = params.toString();
  return query === "" ? "" : `?${query}`;
}
