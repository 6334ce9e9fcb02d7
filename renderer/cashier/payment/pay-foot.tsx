import { IconAlertTriangle } from "@tabler/icons-react";
import { type FormEvent, type Ref, useRef } from "react";
import { Button } from "../../ui/button.tsx";
import { useTillState } from "../store/till-store.ts";
import { asPublic } from "./pay.ts";

export type Foot = {
  readonly submit: (event: FormEvent) => void;
  readonly goOn: () => Promise<void>;
  readonly nobody: boolean;
  readonly publicButton: Ref<HTMLButtonElement>;
};

/** How a form of the sheet is ended: by Enter or its button, and never for a buyer nobody named. */
export function usePayFoot(goOn: () => Promise<void>): Foot {
  const nobody = useTillState((state) => state.cart.buyer === null);
  const publicButton = useRef<HTMLButtonElement>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // Enter must not decide who buys: without a buyer it only leads to the button that says so.
    if (nobody) publicButton.current?.focus();
    else void goOn();
  };
  return { submit, goOn, nobody, publicButton };
}

type PayFootProps = { foot: Foot; disabled: boolean; label: string };

/** The one button that ends the payment. */
export function PayFoot({ foot, disabled, label }: PayFootProps) {
  const { nobody, publicButton, goOn } = foot;
  return (
    <div className="pay-foot">
      {nobody ? (
        <NoBuyer ref={publicButton} goOn={goOn} disabled={disabled} />
      ) : (
        <Button look="next" large submit disabled={disabled}>
          {label}
        </Button>
      )}
    </div>
  );
}

type NoBuyerProps = {
  disabled: boolean;
  goOn: Foot["goOn"];
  ref: Ref<HTMLButtonElement>;
};

function NoBuyer({ disabled, goOn, ref }: NoBuyerProps) {
  return (
    <>
      <p className="notice notice-warn">
        <IconAlertTriangle aria-hidden="true" size={20} />
        <span>
          <strong>Belum ada kartu ASN.</strong>
          Pindai kartunya sekarang, atau catat sebagai pembeli umum. Ini tidak dapat diubah setelah
          dibayar.
        </span>
      </p>
      <button
        ref={ref}
        type="button"
        className="button button-next button-large"
        disabled={disabled}
        onClick={() => void asPublic(goOn)}
      >
        Bayar sebagai umum
      </button>
    </>
  );
}
