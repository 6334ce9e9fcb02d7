import { IconHelpCircle } from "@tabler/icons-react";
import { useState } from "react";
import { type HelpTopic, helpTopics, helpWords } from "../../texts/help-words.ts";
import { Button } from "../../ui/button.tsx";
import { HelpDialog } from "./help-dialog.tsx";

type HelpProps = {
  topic: HelpTopic;
  /** says in words what it helps with, where room is for them */
  words?: boolean;
};

/** Help right where people get stuck; what they were doing stays as it is behind it. */
export function HelpButton({ topic, words = false }: HelpProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { title } = helpTopics[topic];
  return (
    <>
      <Button
        look="quiet"
        className={words ? "" : "button-icon"}
        icon={<IconHelpCircle aria-hidden="true" size={22} />}
        {...(words ? {} : { "aria-label": helpWords.help(title), title: helpWords.help(title) })}
        onClick={() => setIsOpen(true)}
      >
        {words ? title : null}
      </Button>
      {isOpen ? <HelpDialog topic={topic} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
