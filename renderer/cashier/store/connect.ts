import type { CashierRouter } from "../../../electron/core/router/root.ts";
import { connectCore } from "../../core-client.ts";
import { applyPreferences } from "../../ui/preferences.ts";
import { setSounds } from "../../ui/beep.ts";
import { shareStructure } from "../../ui/share-structure.ts";
import { settleLostPayment } from "../payment/pay.ts";
import type { CashierCore } from "../core.ts";
import { useTill } from "./till-store.ts";

/** Keeps the window's picture of the core up to date, over restarts of the core. */
export function connectTill(page: Window): void {
  connectCore<CashierRouter>(page, {
    ready: (core) => watch(core),
    gone: () => useTill.setState({ link: "GONE", core: null }),
  });
}

function watch(core: CashierCore): void {
  useTill.setState({ core });
  core.state.watch.subscribe(undefined, {
    onData: (next) => {
      applyPreferences(next.preferences);
      setSounds(next.preferences.sounds);
      useTill.setState(({ state }) => ({ link: "READY", state: shareStructure(state, next) }));
      void settleLostPayment();
    },
    onError: () => {
      if (useTill.getState().core === core) useTill.setState({ link: "GONE", core: null });
    },
  });
}
