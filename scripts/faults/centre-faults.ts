import { setTimeout as pause } from "node:timers/promises";
import { anyTill, type Injection, lasting, type Scene } from "./scene.ts";

const PUSH_LIMIT_MS = 5_000;

/** Resolves in the middle of some till's next push, a moment of chance after it came; in time anyway. */
async function amidPush(scene: Scene): Promise<void> {
  const { line } = anyTill(scene);
  const come = new Promise<void>((resolve) => {
    line.breakNext("till.push", { kind: "MEANWHILE", work: resolve });
  });
  await Promise.race([come, pause(PUSH_LIMIT_MS)]);
  await pause(lasting(scene, 0, 40));
}

const killCentre: Injection = async (scene) => {
  await amidPush(scene);
  await scene.centre.kill();
  await pause(lasting(scene, 0, 1_500));
  await scene.centre.start();
  scene.tally.add("kill_centre");
};

const killPostgres: Injection = async (scene) => {
  const pid = await scene.centre.postmaster();
  if (pid === null) return;
  await amidPush(scene);
  process.kill(pid, "SIGKILL");
  await pause(lasting(scene, 1_000, 3_000));
  scene.tally.add("kill_postgres");
};

const pauseCentre: Injection = async (scene) => {
  scene.centre.signal("SIGSTOP");
  await pause(lasting(scene, 500, 4_000));
  scene.centre.signal("SIGCONT");
  scene.tally.add("pause_centre");
};

const printerRefuses: Injection = async (scene) => {
  await scene.printer.turnOff();
  await pause(lasting(scene, 1_000, 4_000));
  await scene.printer.turnOn();
  scene.tally.add("printer_refuses");
};

const printerHangs: Injection = async (scene) => {
  scene.printer.behave({ kind: "HANGS" });
  await pause(lasting(scene, 1_000, 4_000));
  scene.printer.behave({ kind: "EPSON" });
  scene.printer.wakeUp();
  scene.tally.add("printer_hangs");
};

const printerResets: Injection = async (scene) => {
  scene.printer.behave({ kind: "RESETS", afterBytes: lasting(scene, 10, 2_000) });
  await pause(lasting(scene, 1_000, 3_000));
  scene.printer.behave({ kind: "EPSON" });
  scene.tally.add("printer_resets");
};

const paperOut: Injection = async (scene) => {
  scene.printer.setPaper(false);
  await pause(lasting(scene, 1_000, 3_000));
  scene.printer.setPaper(true);
  scene.tally.add("printer_paper_out");
};

/** Faults of the centre's computer, and of the first till's printer. */
export const CENTRE_FAULTS: readonly Injection[] = [
  killCentre,
  printerRefuses,
  killPostgres,
  printerHangs,
  pauseCentre,
  printerResets,
  paperOut,
];
