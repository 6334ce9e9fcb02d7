import { IconQrcode } from "@tabler/icons-react";
import { qrisWords } from "../../texts/paying-words.ts";
import { Button } from "../../ui/button.tsx";
import { openDialog } from "../store/screen-store.ts";
import { useTillState } from "../store/till-store.ts";
import { MerchantFacts } from "./merchant-facts.tsx";

/** Whose QRIS code this till shows, and the way to set it for who may. */
export function QrisSection() {
  const merchant = useTillState((state) => state.qris.merchant);
  const supervisor = useTillState(({ session }) => session?.role === "SUPERVISOR");
  return (
    <section className="status-section" aria-labelledby="status-qris">
      <h3 id="status-qris">{qrisWords.section}</h3>
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
    </section>
  );
}
