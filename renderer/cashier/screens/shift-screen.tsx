import { type FormEvent, useState } from "react";
import { uuidv7 } from "uuidv7";
import { parseRupiah } from "../../../shared/domain/money.ts";
import { appErrorOf } from "../../../shared/rpc/port-client.ts";
import { errorWords } from "../../texts/error-words.ts";
import { money } from "../../texts/money-words.ts";
import { settingsWords } from "../../texts/settings-words.ts";
import { shiftTexts } from "../../texts/shift-words.ts";
import { Button } from "../../ui/button.tsx";
import { Keypad } from "../../ui/keypad.tsx";
import { MoneyInput } from "../../ui/money-input.tsx";
import { groupedAmount, withDigits, withoutLast } from "../../ui/money-text.ts";
import { askCore } from "../store/attempt.ts";
import { openCash } from "../shift/cash-store.ts";
import { openSettings } from "../settings/settings-store.ts";
import { lockTill } from "../store/cart-actions.ts";
import { CopySection } from "../status/copy-section.tsx";
import { useTillState } from "../store/till-store.ts";
import { Gate } from "./gate.tsx";
import { openShiftWords } from "../../texts/gate-words.ts";

const USUAL_FLOATS = [0, 200_000, 300_000, 500_000];

/** Opens the shift with the money that lies in the drawer. */
export function ShiftScreen() {
  const name = useTillState((state) => state.session?.name ?? "");
  const { text, setText, failure, open } = useOpenShift();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void open();
  };
  return (
    <Gate title={openShiftWords.title} lead={openShiftWords.lead(name)} wide>
      <form className="gate-columns" onSubmit={submit}>
        <div className="gate-panel">
          <MoneyInput
            label={openShiftWords.float}
            text={text}
            onText={setText}
            error={failure}
            hint={openShiftWords.floatHint}
          />
          <fieldset className="choices" aria-label={openShiftWords.usual}>
            {USUAL_FLOATS.map((amount) => (
              <Button
                key={amount}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => setText(groupedAmount(String(amount)))}
              >
                {money(amount)}
              </Button>
            ))}
          </fieldset>
          <Button look="next" large submit disabled={text === ""}>
            {openShiftWords.title}
          </Button>
          <Button look="quiet" onClick={() => void lockTill()}>
            {shiftTexts.lockNow}
          </Button>
          <Button look="quiet" onClick={() => openCash("past")}>
            {shiftTexts.sections.past}
          </Button>
          <Button look="quiet" onClick={openSettings}>
            {settingsWords.title}
          </Button>
        </div>
        <Keypad
          thousands
          onDigits={(digits) => setText(withDigits(text, digits, false))}
          onBackspace={() => setText(withoutLast(text))}
        />
      </form>
      <CopySection />
    </Gate>
  );
}

function useOpenShift() {
  const [text, setTyped] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  const [commandId, setCommandId] = useState(() => uuidv7());
  const refuse = (code: string): void => {
    const { what, todo } = errorWords(code);
    setFailure(`${what} ${todo}`);
  };
  const setText = (next: string): void => {
    setTyped(next);
    setFailure(null);
  };
  const open = async (): Promise<void> => {
    const float = parseRupiah(text);
    if (!float.ok) return refuse(float.code);
    try {
      await askCore((core) => core.shift.open.mutate({ commandId, float: float.value }));
    } catch (error) {
      const { code } = appErrorOf(error);
      // An unanswered command keeps its id, so that asking again cannot open a second shift.
      if (code !== "CORE_GONE") setCommandId(uuidv7());
      refuse(code);
    }
  };
  return { text, setText, failure, open };
}
