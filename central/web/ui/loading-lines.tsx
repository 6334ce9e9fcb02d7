import { Skeleton } from "@mantine/core";
import type { ReactNode } from "react";

type Props = { readonly lines: number; readonly height?: number };

/** Stands where a list will be, so that the page does not jump when it comes. */
export function LoadingLines({ lines, height = 28 }: Props): ReactNode {
  return (
    <div role="status" aria-label="Sedang memuat">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={height} mb="sm" width={line % 3 === 2 ? "82%" : "100%"} />
      ))}
    </div>
  );
}
