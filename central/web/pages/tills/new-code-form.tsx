import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import type { OutletRow, TillRow } from "../../../../shared/contract/centre-api.ts";
import type { ReplaceTill } from "../../../../shared/contract/fleet-api.ts";
import type { DeviceKind } from "../../../../shared/contract/roles.ts";
import { useCentre } from "../../client/centre.ts";
import { EmptyNotice } from "../../ui/empty-notice.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { LoadingLines } from "../../ui/loading-lines.tsx";
import { ConfirmReplaced, replaceableTills, ReplacedTillPicker } from "./replaced-till.tsx";

type NewTill = {
  outletId: string;
  tillCode: string;
  deviceKind: DeviceKind;
  replaces: ReplaceTill | null;
};

type Props = {
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSubmit: (till: NewTill) => void;
};

/** Where the new till will stand, under which number and in whose place. */
export function NewCodeForm(props: Props): ReactNode {
  const centre = useCentre();
  const outlets = useQuery(centre.outlet.list.queryOptions());
  const tills = useQuery(centre.till.list.queryOptions());
  const failed = outlets.error ?? tills.error;
  if (failed !== null) return <FailureNotice error={failed} />;
  if (outlets.data === undefined || tills.data === undefined) return <LoadingLines lines={3} />;
  const [first] = outlets.data;
  if (first === undefined) {
    return <EmptyNotice title="Belum ada galeri">Galeri didaftarkan oleh DKUPP.</EmptyNotice>;
  }
  return <NewTillSteps {...props} outlets={outlets.data} tills={tills.data} first={first} />;
}

type StepsProps = Props & {
  readonly outlets: readonly OutletRow[];
  readonly tills: readonly TillRow[];
  readonly first: OutletRow;
};

/** The fields, and before an active till is replaced what that means. */
function NewTillSteps({ outlets, tills, first, pending, error, onSubmit }: StepsProps): ReactNode {
  const [outlet, setOutlet] = useState(first);
  const [tillCode, setTillCode] = useState("");
  const [tillId, setTillId] = useState("");
  const [confirms, setConfirms] = useState(false);
  const choices = replaceableTills(tills, outlet);
  const replaced = choices.find((till) => till.tillId === tillId);
  const send = (revokeReason: string | null): void => {
    const replaces = replaced === undefined ? null : { tillId, revokeReason };
    onSubmit({ outletId: outlet.outletId, tillCode, deviceKind: "till", replaces });
  };
  if (confirms && replaced?.state === "ACTIVE") {
    const back = (): void => setConfirms(false);
    const asked = { till: replaced, pending, error, onBack: back, onConfirm: send };
    return <ConfirmReplaced {...asked} />;
  }
  return (
    <Fields
      outlets={outlets}
      outlet={outlet}
      onOutlet={setOutlet}
      tillCode={tillCode}
      onTillCode={setTillCode}
      pending={pending}
      error={error}
      next={replaced?.state === "ACTIVE" ? "Lanjut" : "Buat kode"}
      onNext={() => (replaced?.state === "ACTIVE" ? setConfirms(true) : send(null))}
    >
      {choices.length > 0 && (
        <ReplacedTillPicker tills={choices} value={replaced?.tillId ?? ""} onChange={setTillId} />
      )}
    </Fields>
  );
}

type FieldsProps = Pick<StepsProps, "outlets" | "pending" | "error"> & {
  readonly outlet: OutletRow;
  readonly onOutlet: (outlet: OutletRow) => void;
  readonly tillCode: string;
  readonly onTillCode: (tillCode: string) => void;
  /** the button's word */
  readonly next: string;
  readonly onNext: () => void;
  readonly children: ReactNode;
};

function Fields(props: FieldsProps): ReactNode {
  const { outlets, outlet, onOutlet, onNext } = props;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onNext();
  };
  const pick = (outletId: string): void =>
    onOutlet(outlets.find((one) => one.outletId === outletId) ?? outlet);
  return (
    <form className="modal-form" onSubmit={submit}>
      <NativeSelect
        label="Galeri"
        value={outlet.outletId}
        data={outlets.map(({ outletId, name, code }) => ({
          value: outletId,
          label: `${name} (${code})`,
        }))}
        onChange={(event) => pick(event.currentTarget.value)}
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
        value={props.tillCode}
        onChange={(event) => props.onTillCode(event.currentTarget.value)}
      />
      {props.children}
      {props.error !== null && <FailureNotice error={props.error} />}
      <div className="modal-actions">
        <Button type="submit" loading={props.pending}>
          {props.next}
        </Button>
      </div>
    </form>
  );
}
