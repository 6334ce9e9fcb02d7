import { IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { uuidv7 } from "uuidv7";
import type { SaleView } from "../../../shared/contract/till-state.ts";
import { formatWibDateTime } from "../../../shared/domain/period.ts";
import { monthWords } from "../../texts/buyer-words.ts";
import { cartWords } from "../../texts/cart-words.ts";
import { money } from "../../texts/money-words.ts";
import { receiptWords } from "../../texts/receipt-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { attempt } from "../store/attempt.ts";
import { openDialog } from "../store/screen-store.ts";
import { useTillState } from "../store/till-store.ts";

/** The last sale of this till, and a marked copy of its receipt. */
export function LastSaleDialog() {
  const sale = useTillState((state) => state.lastSale);
  return (
    <Dialog title="Struk terakhir" widthPx={520} onClose={() => openDialog(null)}>
      {sale === null ? (
        <p>Belum ada transaksi di kasir ini.</p>
      ) : (
        <>
          <SaleFacts sale={sale} />
          <PrintCopy sale={sale} />
        </>
      )}
    </Dialog>
  );
}

function SaleFacts({ sale }: { sale: SaleView }) {
  const facts: [string, string][] = [
    ["Nomor", sale.number],
    ["Waktu", `${formatWibDateTime(sale.at)} WIB`],
    ["Pembeli", buyerWords(sale)],
    ["Total", money(sale.total)],
    ["Diterima", money(sale.tendered)],
    ["Kembalian", money(sale.change)],
    ["Kode periksa", sale.signed ? sale.code : `${sale.code}, tanda tangan menyusul`],
    ["Struk", receiptWords(sale)],
  ];
  if (sale.month !== null) facts.splice(3, 0, ["Bulan ini", monthWords(sale.month)]);
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="soft">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function buyerWords({ buyerKind, buyerName }: SaleView): string {
  if (buyerKind === "PUBLIC") return "Umum";
  const unnamed = buyerKind === "ASN" ? "ASN, nama tidak tersedia" : cartWords.institutionUnknown;
  return buyerName ?? unnamed;
}

function PrintCopy({ sale }: { sale: SaleView }) {
  const [busy, setBusy] = useState(false);
  const reprint = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    await attempt((core) => core.sale.reprint.mutate({ commandId: uuidv7(), saleId: sale.saleId }));
    setBusy(false);
  };
  return (
    <>
      <p className="soft small">
        {sale.copies === 0
          ? "Cetakan ulang ditandai SALINAN dan dicatat."
          : `Sudah ${sale.copies} kali disalin. Setiap salinan ditandai dan dicatat.`}
      </p>
      <div className="dialog-actions">
        <Button
          look="primary"
          icon={<IconPrinter aria-hidden="true" size={20} />}
          // Not `disabled`: the focus would be lost with it.
          aria-disabled={busy}
          data-autofocus=""
          onClick={() => void reprint()}
        >
          Cetak salinan {sale.copies + 1}
        </Button>
      </div>
    </>
  );
}
