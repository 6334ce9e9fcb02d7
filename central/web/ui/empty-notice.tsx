import type { ReactNode } from "react";
import { BrandMark } from "./brand-mark.tsx";
import "./notices.css";

type Props = { readonly title: string; readonly children?: ReactNode };

/** Nothing to show, and why, and what to do about it. */
export function EmptyNotice({ title, children }: Props): ReactNode {
  return (
    <div className="notice notice-empty">
      <BrandMark size={28} />
      <div>
        <p className="notice-title">{title}</p>
        {children !== undefined && <div className="soft">{children}</div>}
      </div>
    </div>
  );
}
