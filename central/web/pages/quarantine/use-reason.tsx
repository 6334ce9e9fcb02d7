import { type ReactNode, useState } from "react";
import { ReasonField } from "./reason-field.tsx";

const MIN_REASON = 5;

/** Who reads the reason of a decision on an entry. */
export const DECISION_READERS =
  "Wajib, dibaca pemeriksa dan tampil di mesin kasir. Jangan menulis nama atau NIP.";

/** The reason a person has to give before something is decided. */
export type Reason = {
  readonly field: ReactNode;
  /** the reason where it says enough; else null, and the field asks for more */
  readonly check: () => string | null;
};

/** A reason's field with its state; `description` says who reads it. */
export function useReason(description: string): Reason {
  const [text, setText] = useState("");
  const [isShort, setIsShort] = useState(false);
  const field = (
    <ReasonField value={text} isShort={isShort} description={description} onChange={setText} />
  );
  const check = (): string | null => {
    const isEnough = text.trim().length >= MIN_REASON;
    setIsShort(!isEnough);
    return isEnough ? text : null;
  };
  return { field, check };
}
