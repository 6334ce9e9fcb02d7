import type { BackupView } from "../../../shared/contract/till-health.ts";
import type { CashierState, PrinterView, SyncView } from "../../../shared/contract/till-state.ts";
import { restoredFrom } from "../backup/restore.ts";
import type { Identity, Till } from "../context.ts";
import { activeCashiers, cashierById } from "../db/stores/cashier.ts";
import { favouriteCount } from "../db/stores/favourite.ts";
import { heldCartCount } from "../db/stores/held-cart.ts";
import { isTillClosed, journalHead, unsent } from "../db/stores/journal.ts";
import { outletById } from "../db/stores/outlet.ts";
import { openShift } from "../db/stores/shift.ts";
import { quarantinedCount } from "../db/stores/quarantine.ts";
import { syncState } from "../db/stores/sync-state.ts";
import { enrolment } from "../db/stores/till.ts";
import { training } from "../db/stores/training.ts";
import { cartRow } from "../db/stores/cart.ts";
import { firstRun } from "../enrolment/first-run.ts";
import { isKeyAsked } from "../keys/key-to-change.ts";
import { mayGoOnOffline } from "../resume/go-on-offline.ts";
import { isProvisional } from "../resume/provisional.ts";
import { ageOfRoster } from "../roster/roster-expiry.ts";
import { lastSaleView } from "../selling/sale-view.ts";
import { preferences } from "../settings/preferences.ts";
import { settingsView } from "../settings/settings.ts";
import { idleLockMinutes } from "../staff/idle-lock.ts";
import { qrisView } from "../paying/qris-view.ts";
import { blankCart, cartView } from "./cart-view.ts";

/** What the state is made of beside the till's file. */
export type StateSources = {
  readonly till: Till;
  readonly identity: () => Identity | null;
  readonly keyProtected: boolean;
  readonly sync: () => SyncView | null;
  readonly printer: () => PrinterView;
  readonly backup: () => BackupView;
  /** counted anew only when the change feed was applied */
  readonly rosterSize: () => { readonly people: number; readonly products: number };
};

/** Everything the cashier's window draws. */
export function cashierState(sources: StateSources): CashierState {
  const { till } = sources;
  const db = till.file.db();
  const identity = sources.identity();
  const staff = till.session.staff();
  const shift = identity === null ? null : openShift(db);
  const closed = identity !== null && isTillClosed(db);
  const phase = closed ? "CLOSED" : phaseOf(identity !== null, staff !== null, shift !== null);
  const reading = till.clock.read(journalHead(db)?.at ?? null);
  const selling = phase === "SELLING";
  const { fingerprint, state } = enrolment(db) ?? { fingerprint: "", state: null };
  const { lastPullAt } = syncState(db);
  return {
    phase,
    till: identity === null ? null : tillView(sources, identity),
    enrolment: state === null ? null : { fingerprint, state },
    cashiers: activeCashiers(db).map(({ cashierId, name, role }) => ({ cashierId, name, role })),
    session: staff,
    shift: shift === null ? null : shiftView(till, shift),
    idleLockMinutes: idleLockMinutes(db),
    training: training(db),
    firstRun: firstRun(db),
    preferences: preferences(db),
    settings: settingsView(db, reading.at),
    cart: selling ? cartView(till, reading.at) : blankCart(cartRow(db)?.cartId ?? ""),
    qris: qrisView(till, selling ? (cartRow(db)?.cartId ?? "") : "", reading.at),
    heldCarts: selling ? heldCartCount(db) : 0,
    favourites: selling ? favouriteCount(db) : 0,
    lastSale: selling ? lastSaleView(till) : null,
    sync: syncView(sources),
    printer: sources.printer(),
    clock: { state: reading.state, offsetMs: till.clock.offsetMs() },
    backup: sources.backup(),
    restoredFrom: restoredFrom(db),
    mayGoOnOffline: mayGoOnOffline(till),
    roster: { ...sources.rosterSize(), asOf: lastPullAt, age: ageOfRoster(db, reading.at) },
  };
}

function phaseOf(enrolled: boolean, loggedIn: boolean, shiftOpen: boolean): CashierState["phase"] {
  if (!enrolled) return "ENROL";
  if (!loggedIn) return "LOCKED";
  return shiftOpen ? "SELLING" : "NO_SHIFT";
}

function tillView(sources: StateSources, identity: Identity): CashierState["till"] {
  const { outletCode, tillCode } = identity.certificate;
  const db = sources.till.file.db();
  const outletName = outletById(db, identity.outletId)?.name ?? outletCode;
  const { keyProtected } = sources;
  const told = { keyAsked: isKeyAsked(db), provisional: isProvisional(identity) };
  return { outletName, outletCode, tillCode, keyProtected, ...told };
}

function shiftView(
  till: Till,
  shift: { shiftId: string; openedAt: number; float: number; openedBy: string },
): CashierState["shift"] {
  const { shiftId, openedAt, float } = shift;
  const openedBy = cashierById(till.file.db(), shift.openedBy)?.name ?? "";
  return { shiftId, openedAt, float, openedBy };
}

/** The worker's view, with what this file knows newer. */
function syncView(sources: StateSources): SyncView {
  const db = sources.till.file.db();
  const { count, since } = unsent(db);
  const known = { unsent: count, unsentSince: since, quarantined: quarantinedCount(db) };
  const told = sources.sync();
  if (told !== null) return { ...told, ...known };
  const { lastSuccessAt, stopCode } = syncState(db);
  const enrolled = sources.identity() !== null;
  const failureCode =
    stopCode ?? (enrolled && sources.till.keys() === null ? "KEY_UNAVAILABLE" : null);
  const stopped = failureCode === null ? "OFFLINE" : "STOPPED";
  return { state: enrolled ? stopped : "NOT_ENROLLED", ...known, lastSuccessAt, failureCode };
}
