import { keyWords } from "../../texts/key-words.ts";
import { ChangeKeyButton } from "../settings/change-key-section.tsx";
import { useTillState } from "../store/till-store.ts";

/** The centre's wish for a new key, with the way to it; nothing while there is none. */
export function KeySection() {
  const till = useTillState((state) => state.till);
  const isLoggedIn = useTillState((state) => state.session !== null);
  if (till?.keyAsked !== true) return null;
  return (
    <section className="status-section" aria-labelledby="status-key">
      <h3 id="status-key">{keyWords.title}</h3>
      <p className="notice notice-warn">{keyWords.asked}</p>
      {isLoggedIn ? <ChangeKeyButton till={till} /> : null}
    </section>
  );
}
