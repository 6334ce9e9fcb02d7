import type { ReactNode } from "react";
import { PageHead } from "../../ui/page-head.tsx";
import { useMe } from "../../ui/use-me.ts";
import { OpenPeriods } from "./open-periods.tsx";
import { QuarantineList } from "./quarantine-list.tsx";
import "./quarantine-page.css";

/** What waits for a person: entries kept aside, and sales whose month is doubtful. */
export function QuarantinePage(): ReactNode {
  const { access } = useMe();
  return (
    <>
      <PageHead title="Pemeriksaan" />
      <p className="soft quarantine-lead">
        Catatan di sini disimpan utuh, tetapi belum dihitung sampai diputuskan. Setiap keputusan
        tercatat dengan nama dan alasannya, dan alasannya tampil di mesin kasir.
      </p>
      <div className="quarantine-sections">
        <QuarantineList />
        {access.seeEntries && <OpenPeriods />}
      </div>
    </>
  );
}
