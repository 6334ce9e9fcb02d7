import type { ReactNode } from "react";
import { BrandMark } from "../../ui/brand-mark.tsx";
import { Motif } from "../../ui/motif.tsx";
import "./door-frame.css";

type Props = { readonly title: string; readonly children: ReactNode };

/** The door: what this is on one side, the form on the other. */
export function DoorFrame({ title, children }: Props): ReactNode {
  return (
    <div className="door">
      <title>{`${title} · Bela Beli`}</title>
      <aside className="door-story">
        <Motif className="door-motif" />
        <div className="door-words">
          <p className="door-big">Setiap belanja tercatat saat terjadi.</p>
          <p>
            Pusat Gerakan Bela dan Beli Produk UMKM Kabupaten Probolinggo: siapa sudah memenuhi, apa
            yang sampai ke UMKM, dan bukti di balik setiap angka.
          </p>
        </div>
      </aside>
      <main className="door-main">
        <div className="door-in">
          <div className="door-name">
            <BrandMark size={40} />
            <span>Bela Beli</span>
          </div>
          <h1>{title}</h1>
          {children}
        </div>
      </main>
    </div>
  );
}
