import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import { appErrorOf } from "../../../shared/rpc/port-client.ts";
import { errorWords } from "../../texts/error-words.ts";
import { usePayment } from "../payment/pay.ts";
import { askCore } from "../store/attempt.ts";
import { useTillState } from "../store/till-store.ts";
import { Gate } from "./gate.tsx";
import { People } from "./people.tsx";
import { personAfter } from "./person-step.ts";
import { PinPad } from "./pin-pad.tsx";
import { inDoubtWords, loginWords } from "../../texts/gate-words.ts";

/** Who is at the till: pick a name, type six digits. */
export function LoginScreen() {
  const cashiers = useTillState((state) => state.cashiers);
  const [picked, setPicked] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const inDoubt = usePayment(({ payment }) => payment.kind === "lost");
  const cashierId = picked ?? cashiers[0]?.cashierId ?? null;
  const pick = (id: string | null): void => {
    setPicked(id);
    setFailure(null);
  };
  const login = async (pin: string): Promise<void> => {
    if (cashierId === null) return;
    try {
      await askCore((core) => core.session.login.mutate({ cashierId, pin }));
    } catch (error) {
      const { code, details } = appErrorOf(error);
      const { what, todo } = errorWords(code, details);
      setFailure(`${what} ${todo}`);
    }
  };
  return (
    <Gate title={loginWords.title} lead={loginWords.lead} wide>
      {inDoubt ? <PaymentInDoubt /> : null}
      <div className="gate-columns">
        {cashiers.length === 0 ? (
          <p className="notice">{loginWords.none}</p>
        ) : (
          <div className="field">
            <p className="field-label" aria-hidden="true">
              {loginWords.staff}
            </p>
            <People label={loginWords.staff} people={cashiers} pickedId={cashierId} onPick={pick} />
          </div>
        )}
        <PinPad
          key={cashierId}
          failure={failure}
          onPin={login}
          onStep={(step) => pick(personAfter(cashiers, cashierId, step))}
          disabled={cashierId === null}
        />
      </div>
    </Gate>
  );
}

function PaymentInDoubt() {
  return (
    <p className="notice notice-warn" role="alert">
      <IconAlertTriangle aria-hidden="true" size={20} />
      <span>
        <strong>{inDoubtWords.last}</strong>
        {inDoubtWords.lastMore}
      </span>
    </p>
  );
}
