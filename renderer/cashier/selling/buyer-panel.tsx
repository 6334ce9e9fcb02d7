import type { BuyerView } from "../../../shared/contract/till-state.ts";
import { shortcuts } from "../../texts/shortcuts.ts";
import { Button } from "../../ui/button.tsx";
import { useTillState } from "../store/till-store.ts";
import { AsnBuyer } from "./asn-buyer.tsx";
import { RemoveBuyer } from "./remove-buyer.tsx";
import { runShortcut } from "./use-shortcuts.ts";

/** Who buys: nobody yet, the public, or a civil servant with the month's standing. */
export function BuyerPanel() {
  const buyer = useTillState((state) => state.cart.buyer);
  return (
    <section className="buyer" aria-label="Pembeli">
      <BuyerContent buyer={buyer} />
    </section>
  );
}

function BuyerContent({ buyer }: { buyer: BuyerView | null }) {
  if (buyer === null) return <NoBuyer />;
  if (buyer.kind === "ASN") return <AsnBuyer buyer={buyer} />;
  return (
    <div className="buyer-head">
      <div className="buyer-words">
        <p className="buyer-name">Pembeli umum</p>
        <p className="soft small">
          Tanpa NIP, tidak dihitung untuk ASN. Pindai kartu untuk mengganti.
        </p>
      </div>
      <RemoveBuyer />
    </div>
  );
}

function NoBuyer() {
  return (
    <>
      <p className="buyer-ask">
        <span className="buyer-name">Siapa pembelinya?</span>
        <span className="soft small">Pindai kartu ASN, atau pilih:</span>
      </p>
      <div className="buyer-ways">
        <Button shortcut={shortcuts.public.key} onClick={() => runShortcut("public")}>
          <UnseenStart>Pembeli</UnseenStart> Umum
        </Button>
        <Button shortcut={shortcuts.nip.key} onClick={() => runShortcut("nip")}>
          <UnseenStart>Ketik</UnseenStart> NIP
        </Button>
        <Button shortcut={shortcuts.camera.key} onClick={() => runShortcut("camera")}>
          <UnseenStart>Pindai dengan</UnseenStart> Kamera
        </Button>
      </div>
    </>
  );
}

/** What a narrow button leaves out of its name for the eye only. */
function UnseenStart({ children }: { children: string }) {
  return <span className="unseen">{children} </span>;
}
