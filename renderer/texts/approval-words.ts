import type { ApprovalAction } from "../../shared/contract/approval.ts";

/** What a supervisor is asked to allow. */
export function approvalTitle(action: ApprovalAction): string {
  switch (action) {
    case "VOID":
      return "Setujui pembatalan";
    case "RETURN":
      return "Setujui retur";
    case "DISCOUNT":
      return "Setujui potongan";
    case "PRICE":
      return "Setujui perubahan harga";
    case "DRAWER":
      return "Setujui membuka laci";
    case "CLOCK":
      return "Setujui perubahan jam";
  }
}

export const approvalTexts = {
  lead: "Penyelia memilih namanya, lalu memasukkan PIN. Berlaku satu kali, selama 2 menit.",
  amount: "Jumlah",
  supervisors: "Penyelia",
  none: "Tidak ada penyelia yang dapat menyetujui di kasir ini. Hubungi admin pusat.",
  noneSecond:
    "Pembatalan perlu orang kedua, dan tidak ada penyelia lain di kasir ini. Hubungi admin pusat.",
} as const;
