import { type ReactNode, useState } from "react";
import type { ApprovalScope } from "../../../shared/contract/approval.ts";
import { useTillState } from "../store/till-store.ts";
import { ApprovalDialog } from "./approval-dialog.tsx";

/** What is to be done once it is allowed; null: by a supervisor's own right. */
export type Supervised = ApprovalScope & {
  /** what it is about, where the amount alone does not say */
  readonly detail?: string;
  readonly act: (approvalId: string | null) => void;
};

/** Does what takes a supervisor: at once when one is at the till, else after one approved just that. */
export function useSupervised(): {
  readonly own: boolean;
  readonly ask: (wanted: Supervised) => void;
  /** the dialog, to be drawn where it is asked */
  readonly approval: ReactNode;
} {
  const own = useTillState((state) => state.session?.role === "SUPERVISOR");
  const [asked, setAsked] = useState<Supervised | null>(null);
  const approval =
    asked === null ? null : (
      <ApprovalDialog
        {...asked}
        onApproved={(approvalId) => {
          setAsked(null);
          asked.act(approvalId);
        }}
        onClose={() => setAsked(null)}
      />
    );
  return { own, ask: (wanted) => (own ? wanted.act(null) : setAsked(wanted)), approval };
}
