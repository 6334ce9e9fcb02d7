import { useEffect, useRef, useState } from "react";
import {
  type ApprovalAction,
  type ApprovalScope,
  needsSecondPerson,
} from "../../../shared/contract/approval.ts";
import { classifyScan } from "../../../shared/domain/scan.ts";
import { appErrorOf } from "../../../shared/rpc/port-client.ts";
import { approvalTexts, approvalTitle, cardRefusal } from "../../texts/approval-words.ts";
import { errorWords } from "../../texts/error-words.ts";
import { money } from "../../texts/money-words.ts";
import { beep } from "../../ui/beep.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { People } from "../screens/people.tsx";
import { personAfter } from "../screens/person-step.ts";
import { PinPad } from "../screens/pin-pad.tsx";
import { askCore } from "../store/attempt.ts";
import { consumeScans } from "../store/scan.ts";
import { useTillState } from "../store/till-store.ts";
import "../screens/screens.css";
import "./approval.css";

type ApprovalDialogProps = {
  action: ApprovalAction;
  /** the id of what it is done to */
  subject: string;
  /** what the approval is bound to; shown as rupiah unless it is 0 */
  amount: number;
  /** what it is about, where the amount alone does not say */
  detail?: string;
  onApproved: (approvalId: string) => void;
  onClose: () => void;
};

/** Asks a supervisor's card or PIN for one action of the cashier; the answer is good once, for 2 minutes. */
export function ApprovalDialog(props: ApprovalDialogProps) {
  const { action, subject, amount, detail = "", onApproved, onClose } = props;
  const supervisors = useSupervisors(action);
  const [picked, setPicked] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const answer = useAnswers({ onApproved, onRefused: setFailure });
  useSupervisorCard({ action, subject, amount }, answer);
  const staffId = picked ?? supervisors[0]?.cashierId ?? null;
  const request = async (pin: string): Promise<void> => {
    if (staffId === null) return;
    try {
      const asked = { staffId, pin, action, subject, amount };
      const { approvalId } = await askCore((core) => core.approval.request.mutate(asked));
      answer.onApproved(approvalId);
    } catch (error) {
      const { code, details } = appErrorOf(error);
      const { what, todo } = errorWords(code, details);
      answer.onRefused(`${what} ${todo}`);
    }
  };
  const pick = (cashierId: string | null): void => {
    setPicked(cashierId);
    setFailure(null);
  };
  return (
    <Dialog title={approvalTitle(action)} widthPx={680} onClose={onClose}>
      <p>{approvalTexts.lead}</p>
      <Matter action={action} amount={amount} detail={detail} />
      {staffId === null ? (
        <p className="notice notice-warn">
          {needsSecondPerson(action) ? approvalTexts.noneSecond : approvalTexts.none}
        </p>
      ) : (
        <div className="gate-columns">
          <People
            label={approvalTexts.supervisors}
            people={supervisors}
            pickedId={staffId}
            onPick={pick}
          />
          <PinPad
            key={staffId}
            failure={failure}
            onPin={request}
            onStep={(step) => pick(personAfter(supervisors, staffId, step))}
            disabled={false}
          />
        </div>
      )}
      {staffId === null && failure !== null ? (
        <p className="field-hint field-error" role="alert">
          {failure}
        </p>
      ) : null}
    </Dialog>
  );
}

/** What is being approved. */
function Matter({
  action,
  amount,
  detail,
}: Required<Pick<ApprovalDialogProps, "action" | "amount" | "detail">>) {
  return (
    <>
      {detail === "" ? null : <p>{detail}</p>}
      {amount === 0 ? null : (
        <p className="approval-amount">
          <span>{action === "PRICE" ? approvalTexts.newPrice : approvalTexts.amount}</span>
          <strong>{money(amount)}</strong>
        </p>
      )}
    </>
  );
}

type Answers = {
  readonly onApproved: (approvalId: string) => void;
  readonly onRefused: (why: string) => void;
};

/** The dialog's answers, good while it is open: what was approved after it was left is never used. */
function useAnswers({ onApproved, onRefused }: Answers): Answers {
  const isOpen = useRef(false);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  return {
    onApproved: (approvalId) => {
      if (isOpen.current) onApproved(approvalId);
    },
    onRefused: (why) => {
      if (isOpen.current) onRefused(why);
    },
  };
}

/** While the dialog is open every scan is for it: a supervisor's card approves, the rest is refused. */
function useSupervisorCard(scope: ApprovalScope, answer: Answers): void {
  const newest = useRef({ scope, answer });
  useEffect(() => {
    newest.current = { scope, answer };
  });
  useEffect(() => consumeScans((text) => takeCard(text, newest.current)), []);
}

function takeCard(
  text: string,
  { scope, answer }: { readonly scope: ApprovalScope; readonly answer: Answers },
): "ANSWERED" {
  const scan = classifyScan(text);
  if (scan.kind !== "STAFF_CARD") {
    beep("refused");
    answer.onRefused(cardRefusal(null));
    return "ANSWERED";
  }
  void askCore((core) => core.approval.byCard.mutate({ ...scope, card: scan.text })).then(
    ({ approvalId }) => {
      beep("taken");
      answer.onApproved(approvalId);
    },
    (error: unknown) => {
      beep("refused");
      answer.onRefused(cardRefusal(appErrorOf(error).code));
    },
  );
  return "ANSWERED";
}

/** Those who may approve here: for some actions somebody else than who is at the till. */
function useSupervisors(action: ApprovalAction) {
  const cashiers = useTillState((state) => state.cashiers);
  const ownId = useTillState((state) => state.session?.cashierId ?? null);
  return cashiers.filter(
    ({ role, cashierId }) =>
      role === "SUPERVISOR" && (cashierId !== ownId || !needsSecondPerson(action)),
  );
}
