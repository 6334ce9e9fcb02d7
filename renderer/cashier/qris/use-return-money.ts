import type { ReactNode } from "react";
import type { QrisTenderView } from "../../../shared/contract/paying.ts";
import { useSupervised } from "../approval/use-supervised.tsx";
import { returnMoney } from "../payment/qris.ts";

type Paid = Pick<QrisTenderView, "qrisId" | "amount" | "by">;

/** Takes a code's money as given back; where a provider saw it come, that is a supervisor's to say. */
export function useReturnMoney(): {
  readonly giveBack: (paid: Paid) => void;
  readonly approval: ReactNode;
} {
  const { ask, approval } = useSupervised();
  const giveBack = ({ qrisId, amount, by }: Paid): void => {
    const act = (approvalId: string | null): void => void returnMoney(qrisId, approvalId);
    if (by === "cashier") act(null);
    else ask({ action: "RETURN", subject: qrisId, amount, act });
  };
  return { giveBack, approval };
}
