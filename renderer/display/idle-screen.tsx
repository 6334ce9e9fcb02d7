import iconUrl from "../../resources/icons/icon.svg";
import "./idle-screen.css";

/** Between two buyers: where one is, what the gallery is for, and the notice on personal data. */
export function IdleScreen({ outletName }: { outletName: string | null }) {
  return (
    <main className="idle">
      <div className="idle-motif" aria-hidden="true" />
      <div className="idle-words">
        <p className="idle-brand">
          <img src={iconUrl} alt="" />
          Bela Beli
        </p>
        <h1 className="idle-name">{outletName ?? "Galeri UMKM Probolinggo"}</h1>
        <p className="idle-story">
          Setiap barang di sini dibuat tangan-tangan Kabupaten Probolinggo. Membeli berarti membela.
        </p>
        <p className="idle-ask">Bapak dan Ibu ASN, siapkan kartu Anda sebelum membayar.</p>
      </div>
      <PrivacyNotice />
    </main>
  );
}

/** What is kept of a buyer, in plain words. */
export function PrivacyNotice() {
  return (
    <footer className="privacy">
      Belanja ASN dicatat untuk Gerakan Bela dan Beli: nama, unit kerja, dan jumlah belanja. Layar
      ini tidak menampilkan NIP lengkap. Anda boleh meminta salinan catatan Anda.
    </footer>
  );
}
