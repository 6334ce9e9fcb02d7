import { dateOf } from "../../../shared/domain/period.ts";
import type { CentreDeps } from "../deps.ts";
import {
  type AlertBook,
  endedAlerts,
  endMissing,
  forgetAlert,
  noteTold,
  raiseAlert,
} from "../stores/alert.ts";
import { tillRows } from "../stores/till-view.ts";
import type { AlertNews, Channel } from "./channel.ts";
import { type FleetAlert, fleetAlerts, overText } from "./fleet-alerts.ts";

const LOOK_EVERY_MS = 60_000;
const LONGEST_PAUSE_LOOKS = 60;

/**
 * Looks at the fleet every minute, one look at a time, until it is told to stop. Each channel is
 * watched on its own, and one that cannot tell is left alone for 1, 2, 4 … 60 minutes.
 */
export function watchFleet(deps: CentreDeps, channel: Channel): () => Promise<void> {
  let looking: Promise<void> | null = null;
  let failures = 0;
  let pauseLooks = 0;
  const timer = setInterval(() => {
    if (pauseLooks > 0) pauseLooks -= 1;
    else {
      looking ??= lookAtFleet(deps, channel).then((isDelivered) => {
        failures = isDelivered ? 0 : failures + 1;
        pauseLooks = pauseAfter(failures);
        looking = null;
      });
    }
  }, LOOK_EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await looking;
  };
}

/** How many looks are left out after so many failures in a row, so that 1, 2, 4 … minutes lie between. */
export function pauseAfter(failures: number): number {
  if (failures === 0) return 0;
  return Math.min(LONGEST_PAUSE_LOOKS, 2 ** (failures - 1)) - 1;
}

/**
 * Looks at the fleet once and tells what is new, each thing once, and once that it is over. What could
 * not be told is told at a later look. It never fails; false: something could not be told.
 */
export async function lookAtFleet(deps: CentreDeps, channel: Channel): Promise<boolean> {
  try {
    const untold = await look(deps, channel);
    for (let from = 0; from < untold.length; from += channel.atOnce) {
      await tell(deps, channel, untold.slice(from, from + channel.atOnce));
    }
    return true;
  } catch (error) {
    deps.log.warn({ err: error, channel: channel.name }, "alerts not delivered");
    return false;
  }
}

type Untold = { readonly tillId: string; readonly news: AlertNews };

/** Brings the book of alerts up to date, and gives what is yet to be told. */
async function look(deps: CentreDeps, channel: Channel): Promise<Untold[]> {
  const { database, clock } = deps;
  const book = bookOf(deps, channel);
  const at = clock.wallMs();
  const alerts = fleetAlerts(await tillRows(database, book.regencyId, dateOf(at)), at);
  const untold: Untold[] = [];
  for (const { tillId, kind, till, text } of alerts) {
    const isUntold = await raiseAlert(database, book, { tillId, kind, at });
    if (isUntold) untold.push({ tillId, news: { state: "RAISED", kind, till, text, at } });
  }
  await endMissing(database, book, { standing: alerts.map(keyOf), at });
  for (const ended of await endedAlerts(database, book)) {
    const { tillId, kind, till, wasTold } = ended;
    const news: AlertNews = { state: "RECOVERED", kind, till, text: overText(kind, ended), at };
    if (wasTold) untold.push({ tillId, news });
    else await forgetAlert(database, book, { tillId, kind });
  }
  return untold;
}

async function tell(deps: CentreDeps, channel: Channel, told: readonly Untold[]): Promise<void> {
  const { database } = deps;
  const book = bookOf(deps, channel);
  await channel.tell(told.map(({ news }) => news));
  for (const { tillId, news } of told) {
    const { kind, at } = news;
    if (news.state === "RAISED") await noteTold(database, book, { tillId, kind, at });
    else await forgetAlert(database, book, { tillId, kind });
  }
}

function bookOf({ regencyId }: CentreDeps, { name }: Channel): AlertBook {
  return { regencyId, channel: name };
}

function keyOf({ tillId, kind }: FleetAlert): string {
  return `${tillId} ${kind}`;
}
