import { IconCashRegister } from "@tabler/icons-react";
import { useState } from "react";
import { hardwareText } from "../../texts/hardware-words.ts";
import { Button } from "../../ui/button.tsx";
import { ApprovalDialog } from "../approval/approval-dialog.tsx";
import { useTillState } from "../store/till-store.ts";
import { useCommand } from "../store/use-command.ts";
import { AskPerson } from "./ask-person.tsx";
import { report } from "./findings.ts";

/** Opens the drawer once, approved and journalled as any other time; only a person sees whether it did. */
export function DrawerCheck() {
  const shiftId = useTillState((state) => state.shift?.shiftId ?? "");
  const [step, setStep] = useState<"idle" | "approving" | "asking">("idle");
  const { run } = useCommand();
  const { drawer: text } = hardwareText;
  const open = async (approvalId: string): Promise<void> => {
    setStep("idle");
    const done = await run((core, commandId) =>
      core.shift.openDrawer.mutate({ commandId, reason: "CHECK", note: "", approvalId }),
    );
    if (done !== null) setStep("asking");
  };
  return (
    <>
      <p>{text.what}</p>
      <div className="hardware-buttons">
        <Button
          icon={<IconCashRegister aria-hidden="true" size={20} />}
          onClick={() => setStep("approving")}
        >
          {text.open}
        </Button>
      </div>
      {step === "asking" ? (
        <AskPerson
          question={text.did}
          onAnswer={(opened) => {
            report("DRAWER", opened ? "GOOD" : "BAD", { seen: opened });
            setStep("idle");
          }}
        />
      ) : null}
      {step === "approving" ? (
        <ApprovalDialog
          action="DRAWER"
          subject={shiftId}
          amount={0}
          onApproved={(approvalId) => void open(approvalId)}
          onClose={() => setStep("idle")}
        />
      ) : null}
    </>
  );
}
