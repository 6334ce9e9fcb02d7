import type { ReactNode } from "react";
import { PageHead } from "../../ui/page-head.tsx";
import { useMe } from "../../ui/use-me.ts";
import { NewCode } from "./new-code.tsx";
import { PendingTills } from "./pending-tills.tsx";
import { RootKey } from "./root-key.tsx";
import { TillList } from "./till-list.tsx";
import "./tills-page.css";

/** The tills: which speak, and which ask to join. */
export function TillsPage(): ReactNode {
  const { access } = useMe();
  return (
    <>
      <PageHead title="Mesin kasir" aside={access.enrolTills && <NewCode />} />
      <div className="till-sections">
        {access.enrolTills && <PendingTills />}
        <TillList />
        <RootKey />
      </div>
    </>
  );
}
