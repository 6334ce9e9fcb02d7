import { type ReactNode, useState } from "react";
import { ROLE_WORD } from "../../texts/words.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { StateWord } from "../../ui/state-word.tsx";
import { useMe } from "../../ui/use-me.ts";
import { PasswordForm } from "./password-form.tsx";
import { SecondFactor } from "./second-factor.tsx";
import "./door-frame.css";
import "./account-page.css";

/** Who one is here, and the own password. */
export function AccountPage(): ReactNode {
  const { me, access } = useMe();
  const [changes, setChanges] = useState(0);
  const noPages = Object.values(access).every((open) => !open);
  return (
    <div className="account-page">
      <PageHead title="Akun saya">
        <p>
          {me.name}, {ROLE_WORD[me.role]}
        </p>
        <p className="soft">Nama pengguna: {me.username}</p>
        {noPages && (
          <p className="account-note">Belum ada halaman untuk peran Anda di pusat ini.</p>
        )}
      </PageHead>
      <div className="account-parts">
        <section aria-labelledby="ganti-sandi">
          <h2 id="ganti-sandi">Ganti sandi</h2>
          {changes > 0 && <StateWord tone="good">Sandi sudah diganti</StateWord>}
          <PasswordForm
            key={changes}
            currentLabel="Sandi sekarang"
            onChanged={async () => setChanges(changes + 1)}
          />
        </section>
        <section aria-labelledby="autentikator">
          <h2 id="autentikator">Autentikator</h2>
          <SecondFactor />
        </section>
      </div>
    </div>
  );
}
