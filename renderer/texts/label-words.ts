import { inLanguages } from "./language.ts";

/** Labels on goods. */
export const labelWords = inLanguages(
  {
    title: "Cetak label barang",
    role: "Untuk mencetak",
    receipts: "Struk dan laporan",
    labels: "Label barang",
    mark: "label",
    of: (name: string) => `Cetak label ${name}`,
    find: "Cari barang",
    findHint: "Nama, perajin, SKU, atau barcode",
    found: "Barang yang cocok",
    none: "Tidak ada barang yang cocok. Periksa tulisannya.",
    other: "Barang lain",
    qty: "Jumlah label",
    qtyHint: (most: number) => `1 sampai ${most}`,
    says: "Di label: nama, perajin, harga, dan QR dari SKU",
    print: "Cetak label",
    queued: "Label dikirim ke printer label.",
    unset: "Belum ada printer label.",
    unsetTodo:
      "Buka pengaturan printer, pilih Tambah printer, lalu pilih Label barang pada Untuk mencetak.",
    setUp: "Atur printer",
  },
  {
    title: "Print goods labels",
    role: "What it prints",
    receipts: "Receipts and reports",
    labels: "Labels on goods",
    mark: "labels",
    of: (name: string) => `Print labels of ${name}`,
    find: "Find goods",
    findHint: "Name, maker, SKU or barcode",
    found: "Goods found",
    none: "No goods match. Check the spelling.",
    other: "Other goods",
    qty: "Number of labels",
    qtyHint: (most: number) => `1 to ${most}`,
    says: "On the label: name, maker, price, and the SKU as a QR",
    print: "Print labels",
    queued: "Labels sent to the label printer.",
    unset: "There is no label printer yet.",
    unsetTodo:
      "Open the printer settings, choose Add printer, then Labels on goods under What it prints.",
    setUp: "Set up printers",
  },
);
