import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { countText } from "../../ui/count-text.ts";

type Props = { readonly page: number; readonly next: string | null };

/** Steps through the pages of a day; each page has its own address. */
export function SalePager({ page, next }: Props): ReactNode {
  if (page === 1 && next === null) return null;
  return (
    <nav className="sale-pager no-print" aria-label="Halaman daftar">
      {page > 1 && (
        <Link from="/penjualan" to="/penjualan" search={({ tanggal }) => ({ tanggal })}>
          Ke awal
        </Link>
      )}
      <span>Halaman {countText(page)}</span>
      {next !== null && (
        <Link
          from="/penjualan"
          to="/penjualan"
          search={({ tanggal }) => ({ tanggal, kursor: next, halaman: page + 1 })}
        >
          Berikutnya
        </Link>
      )}
    </nav>
  );
}
