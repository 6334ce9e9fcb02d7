/** A void's and return's codes in words; one of a later version is shown as it is. */
export const REVERSAL_WORD = { VOID: "Pembatalan", RETURN: "Retur" } as const;

export const REASON_WORD: Readonly<Record<string, string>> = {
  WRONG_GOODS: "barang keliru",
  WRONG_BUYER: "pembeli keliru",
  WRONG_PAYMENT: "pembayaran keliru",
  BUYER_LEFT: "pembeli batal membeli",
  DAMAGED: "barang rusak",
  EXPIRED: "barang kedaluwarsa",
  CHANGED_MIND: "pembeli berubah pikiran",
};

export const CONDITION_WORD: Readonly<Record<string, string>> = {
  BAIK: "kondisi baik",
  RUSAK: "rusak",
  KEDALUWARSA: "kedaluwarsa",
};
