import { IconMinus, IconPlus } from "@tabler/icons-react";
import type { SaleDetailView } from "../../../shared/contract/after-sale.ts";
import { CONDITIONS, type Condition } from "../../../shared/domain/return.ts";
import { conditionWords, returnWords } from "../../texts/history-words.ts";
import { Button } from "../../ui/button.tsx";

/** How many pieces of a line come back, and in what state. */
export type Picked = { readonly qty: number; readonly condition: Condition };

type ReturnLineProps = {
  line: SaleDetailView["lines"][number];
  picked: Picked;
  onPick: (picked: Picked) => void;
};

/** One sold line: pieces up and down to what is left, and their state. */
export function ReturnLine({ line, picked, onPick }: ReturnLineProps) {
  const { name } = line;
  const left = line.qty - line.returnedQty;
  const setQty = (qty: number): void => {
    if (qty >= 0 && qty <= left) onPick({ ...picked, qty });
  };
  return (
    <li className="return-line">
      <div>
        <p>
          <strong>{name}</strong>
        </p>
        <p className="soft small">{line.makerName}</p>
      </div>
      <div className="return-qty">
        <Button
          className="button-icon"
          aria-label={returnWords.less(name)}
          aria-disabled={picked.qty === 0}
          icon={<IconMinus aria-hidden="true" size={20} />}
          onClick={() => setQty(picked.qty - 1)}
        />
        <output className="money">
          {picked.qty} <span className="soft small">{returnWords.left(left)}</span>
        </output>
        <Button
          className="button-icon"
          aria-label={returnWords.more(name)}
          aria-disabled={picked.qty === left}
          icon={<IconPlus aria-hidden="true" size={20} />}
          onClick={() => setQty(picked.qty + 1)}
        />
      </div>
      <select
        className="input"
        aria-label={returnWords.condition(name)}
        disabled={picked.qty === 0}
        value={picked.condition}
        onChange={({ target }) => {
          const condition = CONDITIONS.find((one) => one === target.value);
          if (condition !== undefined) onPick({ ...picked, condition });
        }}
      >
        {CONDITIONS.map((condition) => (
          <option key={condition} value={condition}>
            {conditionWords[condition]}
          </option>
        ))}
      </select>
    </li>
  );
}
