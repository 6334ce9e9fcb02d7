import { type HelpTopic, helpWords } from "../../texts/help-words.ts";
import { keysWords, shortcuts } from "../../texts/shortcuts.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { HelpButton } from "../help/help-button.tsx";
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

/** In the order in which they are asked for. */
const TOPICS: readonly HelpTopic[] = [
  "card",
  "printer",
  "offline",
  "qris",
  "return",
  "count",
  "enrolment",
];

/** All shortcuts at a glance, and what to try where one is stuck. */
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
      <section className="help-topics" aria-labelledby="help-topics">
        <h3 id="help-topics">{helpWords.topics}</h3>
        <div>
          {TOPICS.map((topic) => (
            <HelpButton key={topic} topic={topic} words />
          ))}
        </div>
      </section>
    </Dialog>
  );
}
