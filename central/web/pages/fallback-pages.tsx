import { type ErrorComponentProps, Link, useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { FailureNotice } from "../ui/failure-notice.tsx";
import { LoadingLines } from "../ui/loading-lines.tsx";
import { PageHead } from "../ui/page-head.tsx";
import "./fallback-pages.css";

/** Shown when a page could not be opened at all. */
export function BrokenPage({ error }: ErrorComponentProps): ReactNode {
  const router = useRouter();
  return (
    <main className="fallback-page">
      <PageHead title="Halaman tidak dapat dibuka" />
      <FailureNotice error={error} onRetry={() => void router.invalidate()} />
    </main>
  );
}

/** Shown for an address that no page has. */
export function LostPage(): ReactNode {
  return (
    <main className="fallback-page">
      <PageHead title="Halaman tidak ditemukan" />
      <p>
        Alamat ini tidak ada di Bela Beli. <Link to="/">Kembali ke halaman awal</Link>
      </p>
    </main>
  );
}

/** Shown while a page is on its way for longer than a moment. */
export function WaitingPage(): ReactNode {
  return (
    <div className="fallback-page">
      <LoadingLines lines={6} />
    </div>
  );
}
