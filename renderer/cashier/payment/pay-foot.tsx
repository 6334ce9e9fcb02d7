import { IconAlertTriangle } from "@tabler/icons-react";
import { type FormEvent, type Ref, useEffect, useRef } from "react";
import { payWords } from "../../texts/paying-words.ts";
import { Button } from "../../ui/button.tsx";
import { topDialog } from "../../ui/open-dialogs.ts";
import { useTillState } from "../store/till-store.ts";
import { asPublic } from "./pay.ts";

export type Foot = {
  readonly submit: (event: FormEvent) => void;
  /** ends it by a button that says who buys */
  readonly end: (goOn: () => Promise<void>) => void;
  readonly goOn: () => Promise<void>;
  readonly nobody: boolean;
  readonly publicButton: Ref<HTMLButtonElement>;
};

/** How a form of the sheet is ended: by Enter or its button, and never for a buyer nobody named. */
export function usePayFoot(goOn: () => Promise<void>): Foot {
  const nobody = useTillState((state) => state.cart.buyer === null);
  const publicButton = useRef<HTMLButtonElement>(null);
  useFocusKept(nobody);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // Enter must not decide who buys: without a buyer it only leads to the button that says so.
    if (nobody) publicButton.current?.focus();
    else void goOn();
  };
  const end: Foot["end"] = (how) => void (nobody ? asPublic(how) : how());
  return { submit, end, goOn, nobody, publicButton };
}

/** A card that is scanned after all takes the button with the focus away; Enter must still pay. */
function useFocusKept(nobody: boolean): void {
  const was = useRef(nobody);
  useEffect(() => {
    const isNamedNow = was.current && !nobody;
    was.current = nobody;
    if (!isNamedNow || document.activeElement !== document.body) return;
    topDialog()?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
  }, [nobody]);
}

type PayFootProps = { foot: Foot; disabled: boolean; label: string };

/** The one button that ends the payment; `NoBuyer` beside it says what it means for nobody's sale. */
export function PayFoot({ foot, disabled, label }: PayFootProps) {
  const { nobody, publicButton, goOn, end } = foot;
  return (
    <div className="pay-foot">
      {nobody ? (
        <button
          ref={publicButton}
          type="button"
          className="button button-next button-large"
          disabled={disabled}
          onClick={() => end(goOn)}
        >
          {payWords.asPublic}
        </button>
      ) : (
        <Button look="next" large submit disabled={disabled}>
          {label}
        </Button>
      )}
    </div>
  );
}

/** Says that nobody's card was shown, while that can still be mended; nothing once it was. */
export function NoBuyer({ foot }: { foot: Foot }) {
  if (!foot.nobody) return null;
  return (
    <p className="notice notice-warn">
      <IconAlertTriangle aria-hidden="true" size={20} />
      <span>
        <strong>{payWords.noBuyer}</strong>
        {payWords.noBuyerMore}
      </span>
    </p>
  );
}
