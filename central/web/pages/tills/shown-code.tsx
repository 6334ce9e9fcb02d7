import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { formatWibDateTime } from "../../../../shared/domain/period.ts";

type Props = {
  readonly code: string;
  readonly expiresAt: number;
  readonly onClose: () => void;
};

/** The code in groups a person can read aloud; it is not shown a second time. */
export function ShownCode({ code, expiresAt, onClose }: Props): ReactNode {
  const groups = code.replace(/[^A-Z2-7]/g, "").match(/.{1,4}/g) ?? [];
  return (
    <div className="modal-form">
      <p>Ketikkan kode ini di mesin kasir yang baru, pada layar pendaftaran:</p>
      <p className="enrol-code">
        {groups.map((group, place) => (
          <span key={`${place}-${group}`}>{group}</span>
        ))}
      </p>
      <p className="soft">
        Berlaku sampai {formatWibDateTime(expiresAt)} WIB, untuk satu mesin. Kode ini hanya tampil
        sekali. Setelah dipakai, mesin muncul di halaman ini untuk Anda setujui.
      </p>
      <div className="modal-actions">
        <Button onClick={onClose}>Sudah saya catat</Button>
      </div>
    </div>
  );
}
