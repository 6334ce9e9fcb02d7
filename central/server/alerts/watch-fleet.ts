import { dateOf } from "../../../shared/domain/period.ts";
import type { CentreDeps } from "../deps.ts";
import { endedAlerts, endMissing, forgetAlert, noteTold, raiseAlert } from "../stores/alert.ts";
import { tillRows } from "../stores/till-view.ts";
import { type FleetAlert, fleetAlerts } from "./fleet-alerts.ts";

/** What is told of a till: that something is wrong, or that it no longer is. */
export type AlertNews = {
  readonly state: "RAISED" | "RECOVERED";
  readonly kind: string;
  readonly till: string;
  readonly text: string;
  readonly at: number;
};
/** Tells somebody; it may fail, and is asked again at the next look. */
export type Tell = (news: AlertNews) => Promise<void>;

const LOOK_EVERY_MS = 60_000;

/** Looks at the fleet every minute, one look at a time, until it is told to stop. */
export function watchFleet(deps: CentreDeps, tell: Tell): () => Promise<void> {
  let looking: Promise<void> | null = null;
  const timer = setInterval(() => {
    looking ??= lookAtFleet(deps, tell).finally(() => {
      looking = null;
    });
  }, LOOK_EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await looking;
  };
}

/**
 * Looks at the fleet once and tells what is new, each thing once, and once that it is over. What could
 * not be told is told at a later look. It never fails.
 */
export async function lookAtFleet(deps: CentreDeps, tell: Tell): Promise<void> {
  try {
    await look(deps, tell);
  } catch (error) {
    deps.log.error({ err: error }, "alerts");
  }
}

async function look(deps: CentreDeps, tell: Tell): Promise<void> {
  const { database, regencyId, clock } = deps;
  const at = clock.wallMs();
  const tills = await tillRows(database, regencyId, dateOf(at));
  const alerts = fleetAlerts(tills, at);
  for (const alert of alerts) {
    const { tillId, kind, till, text } = alert;
    const isUntold = await raiseAlert(database, regencyId, { tillId, kind, at });
    const news: AlertNews = { state: "RAISED", kind, till, text, at };
    if (isUntold && (await told(deps, tell, news))) {
      await noteTold(database, regencyId, { tillId, kind, at });
    }
  }
  await endMissing(database, regencyId, { standing: alerts.map(keyOf), at });
  for (const { tillId, kind, till, wasTold } of await endedAlerts(database, regencyId)) {
    const news: AlertNews = { state: "RECOVERED", kind, till, text: "sudah pulih", at };
    if (!wasTold || (await told(deps, tell, news))) {
      await forgetAlert(database, regencyId, { tillId, kind });
    }
  }
}

function keyOf({ tillId, kind }: FleetAlert): string {
  return `${tillId} ${kind}`;
}

async function told({ log }: CentreDeps, tell: Tell, news: AlertNews): Promise<boolean> {
  try {
    await tell(news);
    return true;
  } catch (error) {
    log.warn({ err: error, kind: news.kind, till: news.till }, "alert not delivered");
    return false;
  }
}
