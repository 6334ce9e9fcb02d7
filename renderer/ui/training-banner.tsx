import { type ReactNode, useEffect } from "react";
import { trainingWords } from "../texts/training-words.ts";
import "./training.css";

/** Over the whole window while sales are only to learn; the page itself is framed and marked. */
export function TrainingBanner({ lead, children }: { lead: string; children?: ReactNode }) {
  useEffect(() => {
    document.documentElement.dataset["training"] = trainingWords.mark;
    return () => {
      delete document.documentElement.dataset["training"];
    };
  }, []);
  return (
    <section className="training-banner" aria-label={trainingWords.banner}>
      <strong className="training-mark">{trainingWords.mark}</strong>
      <p className="training-lead">{lead}</p>
      {children}
    </section>
  );
}
