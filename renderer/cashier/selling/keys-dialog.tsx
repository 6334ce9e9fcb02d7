import { keysWords, shortcuts } from "../../texts/shortcuts.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { openDialog } from "../store/screen-store.ts";

const alsoGood = () => [
  { key: "Enter", label: keysWords.takeFirst },
  { key: "↓ ↑ ← →", label: keysWords.move },
  { key: keysWords.plusMinus, label: keysWords.qty },
  { key: "12*", label: keysWords.dozen },
  { key: "Ctrl+↓ ↑", label: keysWords.pick },
  { key: "Delete", label: keysWords.remove },
  { key: "Esc", label: keysWords.close },
];

/** All shortcuts at a glance. */
export function KeysDialog() {
  return (
    <Dialog title={keysWords.title} widthPx={680} onClose={() => openDialog(null)}>
      <dl className="keys">
        {[...Object.values(shortcuts), ...alsoGood()].map(({ key, label }) => (
          <div key={key}>
            <dt>
              <kbd className="key">{key}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <p className="soft small">{keysWords.lead}</p>
    </Dialog>
  );
}
