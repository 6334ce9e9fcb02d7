import { type HelpTopic, helpTopics, helpWords } from "../../texts/help-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import "./help.css";

/** What to try about one thing, the likeliest first. */
export function HelpDialog({ topic, onClose }: { topic: HelpTopic; onClose: () => void }) {
  const { title, steps } = helpTopics[topic];
  return (
    <Dialog title={title} widthPx={600} onClose={onClose}>
      <ol className="help-steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className="dialog-actions">
        <Button look="primary" data-autofocus="" onClick={onClose}>
          {helpWords.understood}
        </Button>
      </div>
    </Dialog>
  );
}
