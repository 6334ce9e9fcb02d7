import { type FormEvent, useState } from "react";
import { bindingSubject, type CardHolder } from "../../../shared/contract/card-binding.ts";
import { appErrorOf } from "../../../shared/rpc/port-client.ts";
import { nipWords } from "../../texts/buyer-words.ts";
import { bindingWords, cardWords } from "../../texts/card-words.ts";
import { controlWords } from "../../texts/control-words.ts";
import { errorWords } from "../../texts/error-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { showToast } from "../../ui/toast-store.ts";
import { ApprovalDialog } from "../approval/approval-dialog.tsx";
import { askCore } from "../store/attempt.ts";
import { openDialog, useScreen } from "../store/screen-store.ts";
import { useCommand } from "../store/use-command.ts";
import { NipField } from "./nip-field.tsx";

const close = (): void => openDialog(null);

/** Binds a scanned card of nobody to its holder: the NIP, a look at the card, a supervisor. */
export function BindCardDialog() {
  const cardHash = useScreen((screen) => screen.unboundCard);
  const [holder, setHolder] = useState<CardHolder | null>(null);
  if (cardHash === null) return null;
  return (
    <Dialog title={cardWords.bind} widthPx={520} onClose={close}>
      {holder === null ? (
        <FindHolder onFound={setHolder} />
      ) : (
        <CompareHolder cardHash={cardHash} holder={holder} onOther={() => setHolder(null)} />
      )}
    </Dialog>
  );
}

function FindHolder({ onFound }: { onFound: (holder: CardHolder) => void }) {
  const [text, setText] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  const find = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      onFound(await askCore((core) => core.buyer.cardHolder.query({ nip: text })));
    } catch (error) {
      const { code, details } = appErrorOf(error);
      const { what, todo } = errorWords(code, details);
      setFailure(code === "NIP_UNKNOWN" ? `${what} ${cardWords.unknownTodo}` : `${what} ${todo}`);
    }
  };
  const type = (next: string): void => {
    setText(next);
    setFailure(null);
  };
  return (
    <form className="dialog-form" onSubmit={(event) => void find(event)}>
      <p>{cardWords.lead}</p>
      <NipField text={text} onText={type} failure={failure} />
      <div className="dialog-actions">
        <Button onClick={close}>{controlWords.cancel}</Button>
        <Button look="next" submit disabled={text.trim() === ""}>
          {nipWords.find}
        </Button>
      </div>
    </form>
  );
}

type CompareHolderProps = { cardHash: string; holder: CardHolder; onOther: () => void };

function CompareHolder({ cardHash, holder, onOther }: CompareHolderProps) {
  const { personId, name, officeName } = holder;
  const [asking, setAsking] = useState(false);
  const { run } = useCommand();
  const bind = async (approvalId: string): Promise<void> => {
    setAsking(false);
    const done = await run((core, commandId) =>
      core.buyer.bindCard.mutate({ commandId, cardHash, personId, approvalId }),
    );
    if (done === null) return;
    showToast({ tone: "info", what: cardWords.bound, todo: cardWords.boundTodo });
    close();
  };
  if (name === null) return <p className="notice notice-warn">{cardWords.nameless}</p>;
  return (
    <>
      <dl className="card-holder" aria-label={cardWords.holder}>
        <dt className="buyer-name">{name}</dt>
        <dd className="soft">{officeName}</dd>
      </dl>
      <p>{cardWords.compare}</p>
      <div className="dialog-actions">
        <Button onClick={onOther}>{cardWords.other}</Button>
        <Button look="next" autoFocus onClick={() => setAsking(true)}>
          {cardWords.ask}
        </Button>
      </div>
      {asking ? (
        <ApprovalDialog
          action="BIND_CARD"
          subject={bindingSubject({ cardHash, personId })}
          amount={0}
          detail={bindingWords(name, officeName ?? "")}
          onApproved={(approvalId) => void bind(approvalId)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
