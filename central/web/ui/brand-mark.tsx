import type { ReactNode } from "react";

/** The mark: a mango with its leaf, cut like a price tag's corner. Decorative, so no name of its own. */
export function BrandMark({ size }: { readonly size: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        d="M9.6 9.2C5 11.6 2.6 16.4 4 21.6c1.6 5.8 7.7 8.6 13.4 7 6.6-1.9 11.3-7.8 11.2-13.3-.1-4.4-3.3-7.2-7.6-7.6-4.1-.4-7.9-.4-11.4 1.5Z"
        fill="#0F5C56"
      />
      <path
        d="M16.2 8.3C16.6 4.4 19.9 1.5 26.8 1.9c-.3 4.3-3.9 6.9-10.6 6.4Z"
        fill="#2E7D4F"
      />
      <path
        d="M9.3 20.4c1.4 2.6 4.2 3.6 7.2 2.7 3.4-1 5.9-3.7 6.4-6.9"
        fill="none"
        stroke="#FBF8F3"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
