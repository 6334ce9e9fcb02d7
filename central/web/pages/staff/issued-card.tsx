import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { IssuedStaffCard } from "../../../../shared/contract/centre-api.ts";
import { dateStartMs, formatWibDate } from "../../../../shared/domain/period.ts";
import { BrandMark } from "../../ui/brand-mark.tsx";
import { QrPicture } from "../../ui/qr-picture.tsx";

type Props = { readonly card: IssuedStaffCard; readonly onClose: () => void };

/** The card to print and cut out, in its true size; its code is not shown a second time. */
export function IssuedCard({ card, onClose }: Props): ReactNode {
  return (
    <div className="modal-form">
      <div className="staff-card">
        <QrPicture text={card.text} label={`Kode kartu penyelia ${card.name}`} />
        <div className="staff-card-words">
          <BrandMark size={28} />
          <strong>{card.name}</strong>
          <span>Penyelia kasir</span>
          <span className="soft">
            No. {card.serial}
            <br />
            berlaku sampai {formatWibDate(dateStartMs(card.expiresOn))}
          </span>
        </div>
      </div>
      <p className="soft no-print">
        Cetak pada ukuran sebenarnya (100%). Kode ini hanya tampil sekali.
      </p>
      <div className="modal-actions no-print">
        <Button variant="outline" onClick={onClose}>
          Tutup
        </Button>
        <Button onClick={() => window.print()}>Cetak kartu</Button>
      </div>
    </div>
  );
}
