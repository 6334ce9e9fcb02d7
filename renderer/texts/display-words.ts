/** What the buyer reads beside the QR of a receipt. */
export const receiptQrWords = {
  title: "Struk Anda",
  ask: "Arahkan kamera ponsel ke kode ini untuk menyimpan dan memeriksa struk.",
  label: (number: string) => `Kode QR struk ${number}`,
} as const;
