import { IconAlertTriangle, IconPencil } from "@tabler/icons-react";
import type { BuyerView } from "../../../shared/contract/till-state.ts";
import { cartWords, institutionTypes } from "../../texts/cart-words.ts";
import { rosterWarning } from "../../texts/roster-words.ts";
import { shortcuts } from "../../texts/shortcuts.ts";
import { Button } from "../../ui/button.tsx";
import { useTillState } from "../store/till-store.ts";
import { AsnBuyer } from "./asn-buyer.tsx";
import { RemoveBuyer } from "./remove-buyer.tsx";
import { runShortcut } from "./use-shortcuts.ts";
import { buyerPanelWords } from "../../texts/buyer-words.ts";

/** Who buys: nobody yet, the public, or a civil servant with the month's standing. */
export function BuyerPanel() {
  const buyer = useTillState((state) => state.cart.buyer);
  return (
    <section className="buyer" aria-label={buyerPanelWords.title}>
      <BuyerContent buyer={buyer} />
      <RosterWarning />
    </section>
  );
}

/** Said where names are missed first; the status dialog says it too. */
function RosterWarning() {
  const warning = rosterWarning(useTillState((state) => state.roster.age));
  return warning === null ? null : (
    <p className="buyer-warning small">
      <IconAlertTriangle aria-hidden="true" size={18} />
      {warning}
    </p>
  );
}

function BuyerContent({ buyer }: { buyer: BuyerView | null }) {
  if (buyer === null) return <NoBuyer />;
  if (buyer.kind === "ASN") return <AsnBuyer buyer={buyer} />;
  if (buyer.kind === "INSTITUTION") return <InstitutionBuyer buyer={buyer} />;
  return (
    <div className="buyer-head">
      <div className="buyer-words">
        <p className="buyer-name">{buyerPanelWords.public}</p>
        <p className="soft small">{buyerPanelWords.publicLead}</p>
      </div>
      <RemoveBuyer />
    </div>
  );
}

function InstitutionBuyer({ buyer }: { buyer: Extract<BuyerView, { kind: "INSTITUTION" }> }) {
  const type = buyer.type === null ? null : institutionTypes[buyer.type];
  const facts = [type, buyer.reference === "" ? null : buyer.reference].filter(Boolean).join(" · ");
  return (
    <div className="buyer-head">
      <div className="buyer-words">
        <p className="buyer-name" title={buyer.name ?? ""}>
          {buyer.name ?? cartWords.institutionUnknown}
        </p>
        <p className="soft small buyer-office">{facts}</p>
        <p className="soft small">{cartWords.institutionNotCounted}</p>
      </div>
      <Button
        look="quiet"
        className="button-icon"
        aria-label={buyerPanelWords.changeInstitution}
        title={`${buyerPanelWords.changeInstitution} (${shortcuts.institution.key})`}
        icon={<IconPencil aria-hidden="true" size={20} />}
        onClick={() => runShortcut("institution")}
      />
      <RemoveBuyer />
    </div>
  );
}

function NoBuyer() {
  return (
    <>
      <p className="buyer-ask">
        <span className="buyer-name">{buyerPanelWords.who}</span>
        <span className="soft small">{buyerPanelWords.ask}</span>
      </p>
      <div className="buyer-ways">
        <Button shortcut={shortcuts.public.key} onClick={() => runShortcut("public")}>
          <SplitName name={buyerPanelWords.ofPublic} />
        </Button>
        <Button shortcut={shortcuts.nip.key} onClick={() => runShortcut("nip")}>
          <SplitName name={buyerPanelWords.ofNip} />
        </Button>
        <Button
          aria-keyshortcuts="Control+I"
          title={`${shortcuts.institution.label} (${shortcuts.institution.key})`}
          onClick={() => runShortcut("institution")}
        >
          <SplitName name={buyerPanelWords.ofInstitution} />
        </Button>
        <Button shortcut={shortcuts.camera.key} onClick={() => runShortcut("camera")}>
          <SplitName name={buyerPanelWords.ofCamera} />
        </Button>
      </div>
    </>
  );
}

/** A narrow button leaves the start of its name out, for the eye only. */
function SplitName({ name: [start, rest] }: { name: readonly [start: string, rest: string] }) {
  return (
    <>
      <span className="unseen">{start} </span> {rest}
    </>
  );
}
