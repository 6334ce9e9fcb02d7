import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import type { Me } from "../../../shared/contract/centre-api.ts";
import { ACCESS } from "../routing/access.ts";
import { AccountMenu } from "./account-menu.tsx";
import { BrandMark } from "./brand-mark.tsx";
import { PrintStamp } from "./print-stamp.tsx";
import "./app-frame.css";

/** What surrounds every page of someone who is logged in: the name, the ways, the account. */
export function AppFrame({ me }: { readonly me: Me }): ReactNode {
  const main = useMainAfterTurn();
  return (
    <div className="app-frame">
      <a className="skip-link no-print" href="#isi">
        Langsung ke isi
      </a>
      <header className="app-header no-print">
        <div className="app-header-in">
          <Link to="/" className="app-name">
            <BrandMark size={32} />
            <span>
              Bela Beli
              <small>Kabupaten Probolinggo</small>
            </span>
          </Link>
          <Ways me={me} />
          <AccountMenu me={me} />
        </div>
      </header>
      <main id="isi" ref={main} className="app-main" tabIndex={-1}>
        <Outlet />
      </main>
      <PrintStamp me={me} />
    </div>
  );
}

/** Moves the focus to the page's content when the page turns, so that a screen reader begins there. */
function useMainAfterTurn(): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const pathname = useLocation({ select: (location) => location.pathname });
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

function Ways({ me }: { readonly me: Me }): ReactNode {
  const access = ACCESS[me.role];
  return (
    <nav className="app-ways" aria-label="Halaman">
      {access.overview && (
        <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
          Ringkasan
        </Link>
      )}
      {access.ownOffice && me.officeId !== null && (
        <Link to="/kantor/$officeId" params={{ officeId: me.officeId }}>
          Kantor saya
        </Link>
      )}
      {access.sales && <Link to="/penjualan">Penjualan</Link>}
      {access.tills && <Link to="/mesin-kasir">Mesin kasir</Link>}
      {access.tills && <Link to="/pemeriksaan">Pemeriksaan</Link>}
      {access.cards && <Link to="/kartu">Kartu</Link>}
      {access.staff && <Link to="/petugas">Petugas</Link>}
    </nav>
  );
}
