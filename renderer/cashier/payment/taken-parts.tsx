import { IconX } from "@tabler/icons-react";
import { money } from "../../texts/money-words.ts";
import { payWords, qrisWords, removePartWords, wayWords } from "../../texts/paying-words.ts";
import { Button } from "../../ui/button.tsx";
import { useReturnMoney } from "../qris/use-return-money.ts";
import { removePart } from "./pay.ts";
import type { Owed, PayMethod } from "./payment.ts";

type TakenProps = { total: number; owed: Owed; disabled: boolean };

/** The total; once a part is taken, each part and what remains, which is then the larger figure. */
export function TakenParts({ total, owed, disabled }: TakenProps) {
  const { codes, parts, remaining } = owed;
  if (codes.length + parts.length === 0) {
    return (
      <p className="pay-total">
        <span>{payWords.total}</span>
        <span className="money">{money(total)}</span>
      </p>
    );
  }
  return (
    <div>
      <p className="pay-total">
        <span>{`${payWords.total} ${money(total)}`}</span>
        <span className="pay-remaining">{payWords.remaining}</span>
        <output className="money" aria-label={payWords.remaining}>
          {money(remaining)}
        </output>
      </p>
      <Parts owed={owed} disabled={disabled} />
    </div>
  );
}

function Parts({ owed, disabled }: { owed: Owed; disabled: boolean }) {
  const { giveBack, approval } = useReturnMoney();
  return (
    <ul className="pay-parts" aria-label={payWords.taken}>
      {owed.codes.map((code) => (
        <TakenPart
          key={code.qrisId}
          kind="QRIS"
          amount={code.amount}
          removeLabel={`${removePartWords("QRIS", code.amount)}: ${qrisWords.returned.toLowerCase()}`}
          onRemove={disabled ? null : () => giveBack(code)}
        />
      ))}
      {owed.parts.map(({ kind, amount, reference }, index) => (
        <TakenPart
          key={partKey(owed.parts, index)}
          kind={kind}
          amount={amount}
          reference={reference}
          removeLabel={removePartWords(kind, amount)}
          onRemove={disabled ? null : () => removePart(index)}
        />
      ))}
      {approval}
    </ul>
  );
}

/** Two parts may be the same but for their place. */
function partKey(parts: Owed["parts"], place: number): string {
  const part = parts[place];
  return `${place} ${part?.kind} ${part?.amount}`;
}

type PartProps = {
  kind: PayMethod;
  amount: number;
  reference?: string | null;
  removeLabel: string;
  onRemove: (() => void) | null;
};

function TakenPart({ kind, amount, reference = null, removeLabel, onRemove }: PartProps) {
  return (
    <li className="pay-part">
      <span>{wayWords[kind]}</span>
      {reference === null ? null : <span className="soft small">{reference}</span>}
      <span className="money">{money(amount)}</span>
      <Button
        look="quiet"
        className="button-icon"
        aria-label={removeLabel}
        disabled={onRemove === null}
        icon={<IconX aria-hidden="true" size={18} />}
        onClick={() => onRemove?.()}
      />
    </li>
  );
}
