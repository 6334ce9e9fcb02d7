import { Link, Outlet } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Me } from "../../../shared/contract/centre-api.ts";
import { ACCESS } from "../routing/access.ts";
import { AccountMenu } from "./account-menu.tsx";
import { BrandMark } from "./brand-mark.tsx";
import "./app-frame.css";

/** What surrounds every page of someone who is logged in: the name, the ways, the account. */
export function AppFrame({ me }: { readonly me: Me }): ReactNode {
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
      <main id="isi" className="app-main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
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
    </nav>
  );
}
