import { setTimeout as pause } from "node:timers/promises";
import { anyTill, type Injection, lasting, type Scene } from "./scene.ts";

const PUSH_LIMIT_MS = 5_000;
const BEFORE_EDGE_MS = 4_000;
const AFTER_EDGE_MS = 2_000;
/** A till whose clock is ahead of the centre's would be taken for wrong. */
const CENTRE_FIRST_MS = 600;

/** Resolves in the middle of some till's next push, a moment of chance after it came; in time anyway. */
async function amidPush(scene: Scene): Promise<void> {
  const { line } = anyTill(scene);
  const come = new Promise<void>((resolve) => {
    line.breakNext("till.push", { kind: "MEANWHILE", work: resolve });
  });
  await Promise.race([come, pause(PUSH_LIMIT_MS)]);
  await pause(lasting(scene, 0, 40));
}

async function killCentre(scene: Scene): Promise<void> {
  const { centre } = scene;
  await centre.alone(async () => {
    await amidPush(scene);
    await centre.kill();
    await pause(lasting(scene, 0, 1_500));
    await centre.start();
  });
  scene.tally.add("kill_centre");
}

async function killPostgres(scene: Scene): Promise<void> {
  const { centre } = scene;
  await centre.alone(async () => {
    await amidPush(scene);
    if (!(await centre.killPostgres())) return;
    await pause(lasting(scene, 1_000, 3_000));
    scene.tally.add("kill_postgres");
  });
}

async function pauseCentre(scene: Scene): Promise<void> {
  const { centre } = scene;
  await centre.alone(async () => {
    centre.signal("SIGSTOP");
    await pause(lasting(scene, 500, 4_000));
    centre.signal("SIGCONT");
  });
  scene.tally.add("pause_centre");
}

async function printerRefuses(scene: Scene): Promise<void> {
  await scene.printer.turnOff();
  await pause(lasting(scene, 1_000, 4_000));
  await scene.printer.turnOn();
  scene.tally.add("printer_refuses");
}

async function printerHangs(scene: Scene): Promise<void> {
  scene.printer.behave({ kind: "HANGS" });
  await pause(lasting(scene, 1_000, 4_000));
  scene.printer.behave({ kind: "EPSON" });
  scene.printer.wakeUp();
  scene.tally.add("printer_hangs");
}

async function printerResets(scene: Scene): Promise<void> {
  scene.printer.behave({ kind: "RESETS", afterBytes: lasting(scene, 10, 2_000) });
  await pause(lasting(scene, 1_000, 3_000));
  scene.printer.behave({ kind: "EPSON" });
  scene.tally.add("printer_resets");
}

async function paperOut(scene: Scene): Promise<void> {
  scene.printer.setPaper(false);
  await pause(lasting(scene, 1_000, 3_000));
  scene.printer.setPaper(true);
  scene.tally.add("printer_paper_out");
}

/** Every clock of the run goes to shortly before the month's end, and time passes over it while tills sell. */
async function monthEdge({ time, centre, tally }: Scene): Promise<void> {
  const leap = (): Promise<void> => {
    const byMs = time.untilMonthEnd() - BEFORE_EDGE_MS;
    return time.leap(byMs, centre.clock, () => pause(CENTRE_FIRST_MS));
  };
  await time.alone(() => centre.alone(leap));
  await pause(BEFORE_EDGE_MS + AFTER_EDGE_MS);
  tally.add("month_edge");
}

/** Faults of the centre's computer, and the month's end of everybody: one at a time. */
export const CENTRE_FAULTS: readonly Injection[] = [
  { fault: "kill_centre", inject: killCentre },
  { fault: "kill_postgres", inject: killPostgres },
  { fault: "pause_centre", inject: pauseCentre },
  { fault: "month_edge", inject: monthEdge },
];

/** Faults of the first till's printer. */
export const PRINTER_FAULTS: readonly Injection[] = [
  { fault: "printer_refuses", inject: printerRefuses },
  { fault: "printer_hangs", inject: printerHangs },
  { fault: "printer_resets", inject: printerResets },
  { fault: "printer_paper_out", inject: paperOut },
];
