import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { OutletRow, TillRow } from "../../../../shared/contract/centre-api.ts";
import { countText } from "../../ui/count-text.ts";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { useReason } from "../quarantine/use-reason.tsx";
import { tillName } from "./till-columns.tsx";

/** The tills of an outlet whose place a new one may take: of each the centre has something to go on from. */
export function replaceableTills(tills: readonly TillRow[], outlet: OutletRow): TillRow[] {
  return tills.filter(
    ({ outletCode, deviceKind, isClosed, headSeq, continuedBy }) =>
      outletCode === outlet.code &&
      deviceKind === "till" &&
      !isClosed &&
      headSeq > 0 &&
      continuedBy === null,
  );
}

type PickProps = {
  readonly tills: readonly TillRow[];
  /** its id; "" where the new till is an additional one */
  readonly value: string;
  readonly onChange: (tillId: string) => void;
};

/** In whose place the new till comes. */
export function ReplacedTillPicker({ tills, value, onChange }: PickProps): ReactNode {
  const named = tills.map((till) => ({
    value: till.tillId,
    label: `${tillName(till)}, ${till.state === "ACTIVE" ? "masih aktif" : "izinnya dicabut"}`,
  }));
  return (
    <NativeSelect
      label="Menggantikan kasir"
      description="Pilih bila komputer lama hilang atau rusak bersama berkasnya. Jurnal dan riwayatnya dilanjutkan mesin baru."
      value={value}
      data={[{ value: "", label: "Tidak ada, ini mesin tambahan" }, ...named]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

type ConfirmProps = {
  readonly till: TillRow;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onBack: () => void;
  readonly onConfirm: (reason: string) => void;
};

/** Says what becomes of a till that is still active before it is revoked for good. */
export function ConfirmReplaced(props: ConfirmProps): ReactNode {
  const { till, pending, error, onBack, onConfirm } = props;
  const [sure, setSure] = useState(false);
  const reason = useReason("Wajib, dibaca pemeriksa, misalnya: komputer dicuri dari galeri");
  const name = tillName(till);
  const save = (): void => {
    const why = reason.check();
    if (why !== null) onConfirm(why);
  };
  return (
    <div className="modal-form">
      <p>
        <strong>{name}</strong> masih aktif. Bila digantikan, izinnya dicabut sekarang juga dan
        jurnalnya berakhir di urutan <strong>{countText(till.headSeq)}</strong>, yang terakhir
        diterima pusat.
      </p>
      <p>
        Yang dijual di sana tetapi belum terkirim tidak ada di pusat. Bila mesin itu ditemukan dan
        mengirimnya, catatan itu menunggu di halaman Pemeriksaan. Pencabutan tidak dapat dibatalkan.
      </p>
      {reason.field}
      <Checkbox
        checked={sure}
        onChange={(event) => setSure(event.currentTarget.checked)}
        label={`Ya, cabut izin ${name} dan gantikan untuk selamanya`}
      />
      {error !== null && <FailureNotice error={error} />}
      <div className="modal-actions">
        <Button variant="outline" onClick={onBack}>
          Kembali
        </Button>
        <Button color="brick.6" disabled={!sure} loading={pending} onClick={save}>
          Cabut izin dan buat kode
        </Button>
      </div>
    </div>
  );
}
