import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useCentre } from "../../client/centre.ts";

/** The root key's fingerprint, for whoever verifies an export apart from this centre. */
export function RootKey(): ReactNode {
  const root = useQuery(useCentre().key.root.queryOptions(undefined, { staleTime: Infinity }));
  if (root.data === undefined) return null;
  return (
    <section aria-labelledby="kunci-induk">
      <h2 id="kunci-induk">Kunci induk pusat</h2>
      <p className="soft">
        Sidik ini dipakai untuk memeriksa ekspor jurnal di luar sistem. Samakan dengan yang disimpan
        petugas.
      </p>
      <p className="key-print">{root.data.fingerprint.match(/.{1,8}/g)?.join(" ")}</p>
    </section>
  );
}
