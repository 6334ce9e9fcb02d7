import iconUrl from "../../resources/icons/icon.svg";
import "./idle-screen.css";
import { idleWords } from "../texts/display-words.ts";

/** Between two buyers: where one is, what the gallery is for, and the notice on personal data. */
export function IdleScreen({ outletName }: { outletName: string | null }) {
  return (
    <main className="idle">
      <div className="idle-motif" aria-hidden="true" />
      <div className="idle-words">
        <p className="idle-brand">
          <img src={iconUrl} alt="" />
          Bela Beli
        </p>
        <h1 className="idle-name">{outletName ?? idleWords.place}</h1>
        <p className="idle-story">{idleWords.story}</p>
        <p className="idle-ask">{idleWords.ask}</p>
      </div>
      <PrivacyNotice />
    </main>
  );
}

/** What is kept of a buyer, in plain words. */
export function PrivacyNotice() {
  return <footer className="privacy">{idleWords.privacy}</footer>;
}
