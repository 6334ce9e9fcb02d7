import { create } from "zustand";
import type {
  CoreCheck,
  HardwareDevice,
  HardwareFinding,
  HardwareVerdict,
} from "../../../shared/contract/hardware.ts";

export type Findings = Readonly<Partial<Record<HardwareDevice, HardwareFinding>>>;

/** In the order people try them. */
export const DEVICES: readonly HardwareDevice[] = [
  "PRINTER",
  "DRAWER",
  "SCANNER",
  "CAMERA",
  "DISPLAY",
  "DISK",
  "CLOCK",
  "CENTRE",
];

/** What this round of checking found; begun anew each time the check is opened. */
export const useFindings = create<{ readonly found: Findings }>(() => ({ found: {} }));

export function startFindings(): void {
  useFindings.setState({ found: {} });
}

export function report(
  device: HardwareDevice,
  verdict: HardwareVerdict,
  facts: HardwareFinding["facts"],
): void {
  useFindings.setState(({ found }) => ({
    found: { ...found, [device]: { device, verdict, facts } },
  }));
}

/** Every device's finding, also of what was not tried. */
export function allFindings(found: Findings): HardwareFinding[] {
  return DEVICES.map((device) => found[device] ?? { device, verdict: "UNTRIED", facts: {} });
}

const LOW_BYTES = 1_000_000_000;
const EMPTY_BYTES = 100_000_000;
const SLOW_SYNC_MS = 50;
const WRONG_CLOCK_MS = 5 * 60_000;
const SLOW_TRIP_MS = 2_000;

/** Judges what the core measured. */
export function reportCore({ disk, clock, centre }: CoreCheck): void {
  const { freeBytes, syncMs } = disk;
  const diskDoubt = freeBytes < LOW_BYTES || syncMs > SLOW_SYNC_MS;
  report("DISK", freeBytes < EMPTY_BYTES ? "BAD" : diskDoubt ? "DOUBT" : "GOOD", disk);
  const wrong = clock.state === "DOUBTFUL" || Math.abs(clock.offsetMs) > WRONG_CLOCK_MS;
  report("CLOCK", wrong ? "BAD" : clock.state === "WALL" ? "DOUBT" : "GOOD", clock);
  const { roundTripMs } = centre;
  const slow = roundTripMs !== null && roundTripMs > SLOW_TRIP_MS;
  report("CENTRE", roundTripMs === null ? "BAD" : slow ? "DOUBT" : "GOOD", centre);
}
