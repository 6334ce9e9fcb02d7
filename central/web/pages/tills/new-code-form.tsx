import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import type { OutletRow } from "../../../../shared/contract/centre-api.ts";
import type { DeviceKind } from "../../../../shared/contract/roles.ts";
import { useCentre } from "../../client/centre.ts";
import { EmptyNotice } from "../../ui/empty-notice.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { LoadingLines } from "../../ui/loading-lines.tsx";

type NewTill = { outletId: string; tillCode: string; deviceKind: DeviceKind };

type Props = {
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSubmit: (till: NewTill) => void;
};

/** Where the new till will stand and under which number. */
export function NewCodeForm(props: Props): ReactNode {
  const outlets = useQuery(useCentre().outlet.list.queryOptions());
  if (outlets.isError) return <FailureNotice error={outlets.error} />;
  if (outlets.data === undefined) return <LoadingLines lines={3} />;
  if (outlets.data.length === 0) {
    return <EmptyNotice title="Belum ada galeri">Galeri didaftarkan oleh DKUPP.</EmptyNotice>;
  }
  return <Fields {...props} outlets={outlets.data} />;
}

function Fields(props: Props & { readonly outlets: readonly OutletRow[] }): ReactNode {
  const [outletId, setOutletId] = useState(props.outlets[0]?.outletId ?? "");
  const [tillCode, setTillCode] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.onSubmit({ outletId, tillCode, deviceKind: "till" });
  };
  return (
    <form className="modal-form" onSubmit={submit}>
      <NativeSelect
        label="Galeri"
        value={outletId}
        data={props.outlets.map((outlet) => ({
          value: outlet.outletId,
          label: `${outlet.name} (${outlet.code})`,
        }))}
        onChange={(event) => setOutletId(event.currentTarget.value)}
      />
      <TextInput
        label="Nomor mesin"
        description="Dua angka, belum pernah dipakai di galeri ini, misalnya 01"
        inputMode="numeric"
        pattern="[0-9]{2}"
        maxLength={2}
        required
        withAsterisk={false}
        autoFocus
        value={tillCode}
        onChange={(event) => setTillCode(event.currentTarget.value)}
      />
      {props.error !== null && <FailureNotice error={props.error} />}
      <div className="modal-actions">
        <Button type="submit" loading={props.pending}>
          Buat kode
        </Button>
      </div>
    </form>
  );
}
