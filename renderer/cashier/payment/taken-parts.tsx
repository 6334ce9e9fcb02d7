import { IconX } from "@tabler/icons-react";
import { money } from "../../texts/money-words.ts";
import { methodWords, payWords, qrisWords, removePartWords } from "../../texts/paying-words.ts";
import { Button } from "../../ui/button.tsx";
import { removePart } from "./pay.ts";
import type { Owed, PayMethod } from "./payment.ts";
import { cancelCode } from "./qris.ts";

/** What was taken so far and what remains; nothing while the sheet is at its beginning. */
export function TakenParts({ owed, disabled }: { owed: Owed; disabled: boolean }) {
  const { codes, parts, remaining } = owed;
  if (codes.length + parts.length === 0) return null;
  return (
    <>
      <ul className="pay-parts" aria-label={payWords.taken}>
        {codes.map(({ qrisId, amount }) => (
          <TakenPart
            key={qrisId}
            kind="QRIS"
            amount={amount}
            removeLabel={`${removePartWords("QRIS", amount)}: ${qrisWords.returned.toLowerCase()}`}
            onRemove={disabled ? null : () => void cancelCode(qrisId)}
          />
        ))}
        {parts.map(({ kind, amount, reference }, index) => (
          <TakenPart
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place; two may be the same
            key={index}
            kind={kind}
            amount={amount}
            reference={reference}
            removeLabel={removePartWords(kind, amount)}
            onRemove={disabled ? null : () => removePart(index)}
          />
        ))}
      </ul>
      <p className="pay-total pay-remaining">
        <span>{payWords.remaining}</span>
        <output className="money" aria-label={payWords.remaining}>
          {money(remaining)}
        </output>
      </p>
    </>
  );
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
      <span>
        {methodWords(kind)}
        {reference === null ? null : <span className="soft small"> {reference}</span>}
      </span>
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
