import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconInfoCircle,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import "./state-word.css";

/** How a state is to be taken; colour and sign follow from it, the word carries the meaning. */
export type Tone = "good" | "bad" | "waiting" | "plain";

const SIGN = {
  good: IconCircleCheck,
  bad: IconAlertTriangle,
  waiting: IconCircleDashed,
  plain: IconInfoCircle,
} as const;

type Props = { readonly tone: Tone; readonly children: ReactNode };

/** A state in words with a sign before it. */
export function StateWord({ tone, children }: Props): ReactNode {
  const Sign = SIGN[tone];
  return (
    <span className={`state-word state-${tone}`}>
      <Sign size={18} stroke={2} aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}
