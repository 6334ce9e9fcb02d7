import { payWords } from "../../texts/paying-words.ts";
import { pay } from "./pay.ts";
import { NoBuyer, PayFoot, usePayFoot } from "./pay-foot.tsx";
import type { PaneProps } from "./pay-sheet.tsx";
import { useFocusOnce } from "./use-focus-once.ts";

/** All the money is there: Enter stores the sale. */
export function SettledPane({ sending }: PaneProps) {
  const foot = usePayFoot(pay);
  const body = useFocusOnce<HTMLFormElement>();
  return (
    <form
      ref={body}
      className="pay-settled"
      tabIndex={-1}
      data-autofocus=""
      onSubmit={foot.submit}
      onKeyDown={(event) => {
        const here = event.target === event.currentTarget && event.key === "Enter";
        if (here && !event.repeat && !sending) foot.submit(event);
      }}
      aria-busy={sending}
    >
      <div className="change">
        <p>{payWords.paidHint}</p>
        <p className="change-amount">{payWords.paid}</p>
      </div>
      <NoBuyer foot={foot} />
      <PayFoot foot={foot} disabled={sending} label={sending ? payWords.saving : payWords.store} />
    </form>
  );
}
