import { shortcuts } from "../../texts/shortcuts.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { openDialog } from "../store/screen-store.ts";

const alsoGood = [
  { key: "Enter", label: "Di kotak cari: masukkan barang pertama" },
  { key: "↓ ↑ ← →", label: "Berpindah di daftar barang" },
  { key: "+ dan -", label: "Tambah atau kurangi baris yang dipilih" },
  { key: "12*", label: "Sebelum memindai atau mencari: 12 buah sekaligus" },
  { key: "Ctrl+↓ ↑", label: "Pilih baris keranjang" },
  { key: "Delete", label: "Hapus baris yang dipilih" },
  { key: "Esc", label: "Tutup jendela, hapus pencarian" },
];

/** All shortcuts at a glance. */
export function KeysDialog() {
  return (
    <Dialog title="Pintasan papan ketik" widthPx={680} onClose={() => openDialog(null)}>
      <dl className="keys">
        {[...Object.values(shortcuts), ...alsoGood].map(({ key, label }) => (
          <div key={key}>
            <dt>
              <kbd className="key">{key}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <p className="soft small">
        Pemindai boleh dipakai kapan saja, di mana pun kursornya. Mengetik huruf langsung mencari
        barang.
      </p>
    </Dialog>
  );
}
