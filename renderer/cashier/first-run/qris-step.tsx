import { useState } from "react";
import { firstRunWords } from "../../texts/first-run-words.ts";
import { qrisWords } from "../../texts/paying-words.ts";
import { Button } from "../../ui/button.tsx";
import { MerchantFacts } from "../qris/merchant-facts.tsx";
import { SetQris } from "../qris/set-qris.tsx";
import { lockTill } from "../store/cart-actions.ts";
import { useTillState } from "../store/till-store.ts";
import { StepFoot } from "./step-foot.tsx";

/** The shop's QRIS code: whose it is, and setting it for who may. */
export function QrisStep() {
  const merchant = useTillState((state) => state.qris.merchant);
  const isSupervisor = useTillState(({ session }) => session?.role === "SUPERVISOR");
  const [changing, setChanging] = useState(false);
  const asks = isSupervisor && (merchant === null || changing);
  return (
    <>
      {merchant === null || asks ? null : (
        <div className="first-run-merchant">
          <MerchantFacts merchant={merchant} />
        </div>
      )}
      {asks ? <SetQris onDone={() => setChanging(false)} /> : null}
      {isSupervisor && !asks ? (
        <Button className="first-run-aside" onClick={() => setChanging(true)}>
          {firstRunWords.changeCode}
        </Button>
      ) : null}
      {isSupervisor ? null : <AskSupervisor />}
      <StepFoot step="QRIS" ready={merchant !== null} help="qris" />
    </>
  );
}

function AskSupervisor() {
  return (
    <div className="notice">
      <span>
        <strong>{qrisWords.supervisorOnly}</strong>
        {firstRunWords.asSupervisorMore}
      </span>
      <Button onClick={() => void lockTill()}>{firstRunWords.asSupervisor}</Button>
    </div>
  );
}
