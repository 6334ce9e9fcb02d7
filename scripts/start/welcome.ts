import type { CentreFacts } from "./demo-centre.ts";

/** What a person who starts the demo needs to know, as lines for the terminal. */
export function welcomeLines(facts: CentreFacts): string[] {
  const password = facts.oneTimePassword ?? "(sudah Anda ganti)";
  const cashiers = facts.demo.cashiers.map(
    ({ name, role, pin }) => `    ${name} (${role}): ${pin}`,
  );
  return [
    "",
    "Bela Beli berjalan.",
    `  Halaman pusat        : ${facts.url}`,
    `  Nama pengguna        : ${facts.username}`,
    `  Sandi sekali pakai   : ${password}`,
    "  PIN kasir demo       :",
    ...cashiers,
    `  Kartu ASN demo       : ${facts.demo.cards}`,
    "",
    "Tekan Ctrl-C untuk menutup semuanya.",
    "",
  ];
}
