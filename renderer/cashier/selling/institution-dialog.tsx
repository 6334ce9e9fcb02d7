import { type FormEvent, useState } from "react";
import { INSTITUTION_NAME_LENGTH, REFERENCE_LENGTH } from "../../../shared/contract/cart-limits.ts";
import type { InstitutionType } from "../../../shared/contract/primitives.ts";
import type { BuyerView } from "../../../shared/contract/till-state.ts";
import { cartWords, institutionShort } from "../../texts/cart-words.ts";
import { Button } from "../../ui/button.tsx";
import { Choice, optionsOf } from "../../ui/choice.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { attempt } from "../store/attempt.ts";
import { openDialog } from "../store/screen-store.ts";
import { useTillState } from "../store/till-store.ts";
import { controlWords } from "../../texts/control-words.ts";

const TYPES = ["OPD", "VILLAGE", "BUMD", "BUMN", "FIRM"] as const satisfies InstitutionType[];

/** An office, firm or village that buys, by name and reference. */
export function InstitutionDialog() {
  const buyer = useTillState((state) => state.cart.buyer);
  const [draft, setDraft] = useState(() => draftOf(buyer));
  const close = (): void => openDialog(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await attempt((core) => core.buyer.setInstitution.mutate(draft));
    if (done !== null) close();
  };
  return (
    <Dialog title={cartWords.institutionTitle} widthPx={600} onClose={close}>
      <form className="dialog-form" onSubmit={(event) => void submit(event)}>
        <Choice
          label={cartWords.institutionType}
          options={optionsOf<InstitutionType>(TYPES, institutionShort)}
          value={draft.type}
          onChoose={(type) => setDraft({ ...draft, type })}
        />
        <TextField
          label={cartWords.institutionName}
          text={draft.name}
          maxLength={INSTITUTION_NAME_LENGTH}
          isFirst
          onText={(name) => setDraft({ ...draft, name })}
        />
        <TextField
          label={cartWords.reference}
          text={draft.reference}
          maxLength={REFERENCE_LENGTH}
          onText={(reference) => setDraft({ ...draft, reference })}
        />
        <p className="soft small">{cartWords.institutionLead}</p>
        <div className="dialog-actions">
          <Button onClick={close}>{controlWords.cancel}</Button>
          <Button look="next" submit disabled={draft.name.trim() === ""}>
            {cartWords.useInstitution}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type Draft = { type: InstitutionType; name: string; reference: string };

/** What stands there already, to be corrected; else an empty form. */
function draftOf(buyer: BuyerView | null): Draft {
  if (buyer?.kind !== "INSTITUTION") return { type: "OPD", name: "", reference: "" };
  return { type: buyer.type ?? "OPD", name: buyer.name ?? "", reference: buyer.reference };
}
