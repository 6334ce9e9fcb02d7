import { IconLeaf } from "@tabler/icons-react";
import type { ReactNode } from "react";
import "./notices.css";

type Props = { readonly title: string; readonly children?: ReactNode };

/** Nothing to show, and why, and what to do about it. */
export function EmptyNotice({ title, children }: Props): ReactNode {
  return (
    <div className="notice notice-empty">
      <IconLeaf size={24} stroke={1.5} aria-hidden="true" />
      <div>
        <p className="notice-title">{title}</p>
        {children !== undefined && <div className="soft">{children}</div>}
      </div>
    </div>
  );
}
