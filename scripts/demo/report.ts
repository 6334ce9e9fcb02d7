/** The four waits of a sale in milliseconds; null where the sale has no such step. */
export type StepsMs = {
  /** from the scanner's Enter (or the camera's start) to the painted name */
  readonly scanToName: number | null;
  /** from the cashier's word to the painted success */
  readonly payToCommitted: number;
  readonly commitToPrinted: number;
  readonly commitToCentre: number;
};

export type SaleReport = {
  readonly id: string;
  readonly number: string;
  readonly total: number;
  readonly buyerAssurance: string | null;
  /** internal id of the person; null for the public */
  readonly buyerRef: string | null;
  readonly period: string;
  readonly counted: number;
  readonly printOutcome: string;
  readonly stepsMs: StepsMs;
};

export type PersonReport = {
  readonly ref: string;
  readonly class: string | null;
  readonly obligation: number | null;
  readonly counted: number;
  readonly status: string;
};

/** What the run writes as `demo.json`; rupiah are whole numbers. */
export type DemoReport = {
  readonly electron: string;
  readonly node: string;
  readonly sales: readonly SaleReport[];
  readonly centre: {
    readonly entries: number;
    readonly sales: number;
    readonly sum: number;
    readonly quarantined: number;
    readonly people: readonly PersonReport[];
  };
  readonly till: {
    readonly entries: number;
    readonly sales: number;
    readonly sum: number;
    readonly outbox: number;
  };
};

/** What does not add up, in plain sentences; empty when everything does. */
export function discrepancies(
  report: DemoReport,
  wanted: { readonly sales: number; readonly receipts: number; readonly verifierExit: number },
): string[] {
  const { centre, till, sales } = report;
  const added = sales.reduce((sum, sale) => sum + sale.total, 0);
  const checks: [boolean, string][] = [
    [till.sales === wanted.sales, `Kasir mencatat ${till.sales} transaksi, bukan ${wanted.sales}.`],
    [sales.length === till.sales, `Laporan memuat ${sales.length} dari ${till.sales} transaksi.`],
    [centre.sales === till.sales, `Pusat mencatat ${centre.sales} dari ${till.sales} transaksi.`],
    [
      centre.entries === till.entries,
      `Pusat menyimpan ${centre.entries} dari ${till.entries} entri.`,
    ],
    [centre.sum === till.sum, `Jumlah di pusat Rp${centre.sum}, di kasir Rp${till.sum}.`],
    [added === till.sum, `Jumlah struk Rp${added}, di kasir Rp${till.sum}.`],
    [till.outbox === 0, `${till.outbox} entri belum terkirim ke pusat.`],
    [centre.quarantined === 0, `${centre.quarantined} entri ditahan di pusat.`],
    [new Set(sales.map((sale) => sale.number)).size === sales.length, "Ada nomor struk kembar."],
    [wanted.receipts === sales.length, `${wanted.receipts} dari ${sales.length} struk tercetak.`],
    [
      sales.every((sale) => sale.printOutcome === "PRINTED"),
      "Ada struk yang tidak dipastikan tercetak.",
    ],
    [wanted.verifierExit === 0, `Pemeriksa jurnal berakhir dengan kode ${wanted.verifierExit}.`],
    ...centre.people.map((person): [boolean, string] => countedCheck(person, sales)),
  ];
  return checks.filter(([holds]) => !holds).map(([, sentence]) => sentence);
}

function countedCheck(person: PersonReport, sales: readonly SaleReport[]): [boolean, string] {
  const sold = sales
    .filter((sale) => sale.buyerRef === person.ref)
    .reduce((sum, sale) => sum + sale.counted, 0);
  const met = person.obligation !== null && person.counted >= person.obligation;
  return [
    person.counted === sold && (person.status === "MET") === met,
    `Pusat menghitung Rp${person.counted} (${person.status}) bagi pembeli yang berbelanja Rp${sold}.`,
  ];
}
