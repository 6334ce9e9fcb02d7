import { useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { appErrorOf } from "../../../shared/rpc/port-client.ts";
import { askCore, showRefusal } from "./attempt.ts";
import type { CashierCore } from "../core.ts";

/**
 * Asks the core for one command at a time. An unanswered command keeps its id, so that asking again
 * cannot do it twice; after an answer, yes or no, the next one has a new id.
 */
export function useCommand() {
  const id = useRef(uuidv7());
  // Not the state: a second Enter may come before the first was drawn.
  const asking = useRef(false);
  const [busy, setBusy] = useState(false);
  const run = async <T>(
    ask: (core: CashierCore, commandId: string) => Promise<T>,
  ): Promise<T | null> => {
    if (asking.current) return null;
    asking.current = true;
    setBusy(true);
    try {
      const answer = await askCore((core) => ask(core, id.current));
      id.current = uuidv7();
      return answer;
    } catch (error) {
      const { code, details } = appErrorOf(error);
      if (code !== "CORE_GONE") id.current = uuidv7();
      showRefusal(code, details);
      return null;
    } finally {
      asking.current = false;
      setBusy(false);
    }
  };
  return { run, busy };
}
