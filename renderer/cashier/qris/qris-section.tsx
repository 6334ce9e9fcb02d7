import { IconQrcode } from "@tabler/icons-react";
import { qrisWords } from "../../texts/paying-words.ts";
import { money } from "../../texts/money-words.ts";
import { Button } from "../../ui/button.tsx";
import { HelpButton } from "../help/help-button.tsx";
import { openDialog } from "../store/screen-store.ts";
import { useTillState } from "../store/till-store.ts";
import { useReturnMoney } from "./use-return-money.ts";
import { MerchantFacts } from "./merchant-facts.tsx";
import "./qris.css";
import { dateTimeWords } from "../../texts/date-words.ts";

/** Whose QRIS code this till shows, and the way to set it for who may. */
export function QrisSection() {
  const merchant = useTillState((state) => state.qris.merchant);
  const supervisor = useTillState(({ session }) => session?.role === "SUPERVISOR");
  return (
    <section className="status-section" aria-labelledby="status-qris">
      <div className="status-head">
        <h3 id="status-qris">{qrisWords.section}</h3>
        <HelpButton topic="qris" />
      </div>
      {merchant === null ? <p>{qrisWords.sectionUnset}</p> : <MerchantFacts merchant={merchant} />}
      {supervisor ? (
        <Button
          icon={<IconQrcode aria-hidden="true" size={20} />}
          onClick={() => openDialog("qris")}
        >
          {merchant === null ? qrisWords.set : qrisWords.change}
        </Button>
      ) : (
        <p className="soft small">{qrisWords.supervisorOnly}</p>
      )}
      <PaidElsewhere />
    </section>
  );
}

/** Money that came for a cart that is not open now: somebody is owed the goods or the money. */
function PaidElsewhere() {
  const paid = useTillState((state) => state.qris.elsewhere);
  const { giveBack, approval } = useReturnMoney();
  if (paid.length === 0) return null;
  return (
    <div className="notice notice-warn">
      <div>
        <strong>{qrisWords.elsewhere}</strong>
        {qrisWords.elsewhereMore}
        <ul className="qris-elsewhere">
          {paid.map((code) => (
            <li key={code.qrisId}>
              <span>
                {dateTimeWords(code.at)}, <strong className="money">{money(code.amount)}</strong>
              </span>
              <Button onClick={() => giveBack(code)}>{qrisWords.returned}</Button>
            </li>
          ))}
        </ul>
        {approval}
      </div>
    </div>
  );
}
