import { IconCashRegister } from "@tabler/icons-react";
import { useState } from "react";
import { hardwareText } from "../../texts/hardware-words.ts";
import { Button } from "../../ui/button.tsx";
import { attempt } from "../store/attempt.ts";
import { useTillState } from "../store/till-store.ts";
import { AskPerson } from "./ask-person.tsx";
import { report } from "./findings.ts";

/** Opens the drawer once; only a person sees whether it did. */
export function DrawerCheck() {
  const isSupervisor = useTillState((state) => state.session?.role === "SUPERVISOR");
  const [asking, setAsking] = useState(false);
  const { drawer: text } = hardwareText;
  const open = async (): Promise<void> => {
    const done = await attempt((core) => core.hardware.openDrawer.mutate());
    setAsking(done !== null);
  };
  return (
    <>
      <p>{text.what}</p>
      <div className="hardware-buttons">
        <Button
          icon={<IconCashRegister aria-hidden="true" size={20} />}
          disabled={!isSupervisor}
          onClick={() => void open()}
        >
          {text.open}
        </Button>
      </div>
      {asking ? (
        <AskPerson
          question={text.did}
          onAnswer={(opened) => {
            report("DRAWER", opened ? "GOOD" : "BAD", { seen: opened });
            setAsking(false);
          }}
        />
      ) : null}
    </>
  );
}
