import type { ReactNode } from "react";
import "./page-head.css";

type Props = {
  readonly title: string;
  /** the way back, above the title */
  readonly back?: ReactNode;
  readonly children?: ReactNode;
  readonly aside?: ReactNode;
};

/** The head of a page: where one is, one sentence, and what can be done. Names the browser tab too. */
export function PageHead({ title, back, children, aside }: Props): ReactNode {
  return (
    <header className="page-head">
      <title>{`${title} · Bela Beli`}</title>
      {back !== undefined && <div className="page-back no-print">{back}</div>}
      <div className="page-title">
        <h1 tabIndex={-1}>{title}</h1>
        {aside}
      </div>
      {children}
    </header>
  );
}
