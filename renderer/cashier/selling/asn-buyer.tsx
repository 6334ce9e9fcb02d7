import {
  IconAlertTriangle,
  IconHistory,
  IconShieldCheck,
  IconUserQuestion,
} from "@tabler/icons-react";
import type { BuyerView, MonthStatus } from "../../../shared/contract/till-state.ts";
import {
  asOfWords,
  assuranceWords,
  buyerName,
  buyerPanelWords,
  countedWords,
  monthShare,
  monthWords,
  warningWords,
} from "../../texts/buyer-words.ts";
import { shortcuts } from "../../texts/shortcuts.ts";
import { Button } from "../../ui/button.tsx";
import { useNow } from "../../ui/use-now.ts";
import { HelpButton } from "../help/help-button.tsx";
import { confirmBuyer, removeBuyer, setProxy } from "../store/cart-actions.ts";
import { RemoveBuyer } from "./remove-buyer.tsx";
import { runShortcut } from "./use-shortcuts.ts";

type Asn = Extract<BuyerView, { kind: "ASN" }>;

/** A civil servant: who, how that is known, and what the month still asks for. */
export function AsnBuyer({ buyer }: { buyer: Asn }) {
  return (
    <>
      <div className="buyer-head">
        <div className="buyer-words">
          <p className="buyer-name" title={buyerName(buyer)}>
            {buyerName(buyer)}
          </p>
          <p className="soft small buyer-office" title={buyer.officeName ?? ""}>
            {buyer.nipLast4 === null ? null : (
              <span className="buyer-nip">NIP ··{buyer.nipLast4} · </span>
            )}

            {buyer.officeName ?? buyerPanelWords.officeUnknown}
          </p>
        </div>
        {buyer.personId !== null && buyer.confirmed ? <ShowPurchases /> : null}
        <RemoveBuyer />
      </div>
      {buyer.confirmed ? <Standing buyer={buyer} /> : <ConfirmBuyer buyer={buyer} />}
      {buyer.warnings.map((warning) => (
        <div key={warning} className="buyer-warning small">
          <IconAlertTriangle aria-hidden="true" size={18} />
          {warningWords(warning)}
          {warning === "CARD_UNKNOWN" || warning === "NIP_UNKNOWN" ? (
            <HelpButton topic="card" />
          ) : null}
        </div>
      ))}
    </>
  );
}

function ShowPurchases() {
  return (
    <Button
      look="quiet"
      className="button-icon"
      aria-label={shortcuts.purchases.label}
      aria-keyshortcuts="Control+B"
      title={`${shortcuts.purchases.label} (${shortcuts.purchases.key})`}
      icon={<IconHistory aria-hidden="true" size={20} />}
      onClick={() => runShortcut("purchases")}
    />
  );
}

function Standing({ buyer }: { buyer: Asn }) {
  const { month, afterCart } = buyer;
  return (
    <>
      <Month month={month} afterCart={afterCart} />
      <div className="buyer-foot">
        <p className="small buyer-proof">
          {buyer.match === "MATCHED" ? (
            <IconShieldCheck aria-hidden="true" size={18} />
          ) : (
            <IconUserQuestion aria-hidden="true" size={18} />
          )}
          {buyer.match === "MATCHED" ? assuranceWords(buyer) : buyerPanelWords.awaitsMatch}
        </p>
        <label className="tick small">
          <input
            type="checkbox"
            checked={buyer.proxy}
            onChange={(event) => void setProxy(event.target.checked)}
          />
          {buyerPanelWords.proxy}
        </label>
      </div>
    </>
  );
}

function Month({ month, afterCart }: { month: MonthStatus | null; afterCart: MonthStatus | null }) {
  const nowMs = useNow();
  const moves = month !== null && afterCart !== null && afterCart.counted !== month.counted;
  return (
    <div className="month">
      <p className="month-line">
        <strong className={month?.state === "MET" ? "month-met" : ""}>{monthWords(month)}</strong>
        {moves ? (
          <span className="small">{buyerPanelWords.afterPaying(monthWords(afterCart))}</span>
        ) : null}
      </p>
      {month?.obligation === null || month === null ? null : (
        <div className="month-bar" aria-hidden="true">
          <span
            style={{ width: `${monthShare(moves ? afterCart : month) * 100}%` }}
            className="month-after"
          />
          <span style={{ width: `${monthShare(month) * 100}%` }} className="month-now" />
        </div>
      )}
      {month === null ? null : (
        <p className="small soft month-line">
          <span className="money">{countedWords(month)}</span>
          <span>{asOfWords(month, nowMs)}</span>
        </p>
      )}
    </div>
  );
}

function ConfirmBuyer({ buyer }: { buyer: Asn }) {
  return (
    <div className="buyer-confirm" role="group" aria-label={buyerPanelWords.confirm}>
      <p className="small">
        <strong>{assuranceWords(buyer)}.</strong> {buyerPanelWords.compare}
      </p>
      <div className="buyer-ways">
        <Button onClick={() => void removeBuyer()}>{buyerPanelWords.otherPerson}</Button>
        <Button look="next" data-comparison onClick={() => void confirmBuyer()}>
          {buyerPanelWords.matches}
        </Button>
      </div>
    </div>
  );
}
