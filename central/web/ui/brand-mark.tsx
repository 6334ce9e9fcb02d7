import type { ReactNode } from "react";
import iconUrl from "../../../resources/icons/icon.svg";

/** The product's mark; decorative, the name always stands beside it. */
export function BrandMark({ size }: { readonly size: number }): ReactNode {
  return <img src={iconUrl} width={size} height={size} alt="" />;
}
