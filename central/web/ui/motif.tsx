import type { ReactNode } from "react";
import "./motif.css";

/** The regency's mango leaf and grape as a line pattern; fills its box in the text colour. */
export function Motif({ className }: { readonly className: string }): ReactNode {
  return <div className={`motif ${className}`} aria-hidden="true" />;
}
