import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { WrittenCard } from "../../central/server/demo/cards/write-cards.ts";
import {
  acceptTill,
  type CentreClient,
  centreClient,
  firstLogin,
} from "../../e2e/support/centre-client.ts";
import { type CentreProcess, startCentreProcess } from "../../e2e/support/centre-process.ts";
import {
  cameraSwitches,
  writeCameraVideo,
  writeHalfSeenVideo,
} from "../../e2e/support/fake-camera.ts";
import { launchTill, type TillApp } from "../../e2e/support/till-app.ts";
import {
  type NetworkPrinter,
  startNetworkPrinter,
} from "../../electron/core/printing/testing/network-printer.ts";
import { hasDisplay, startVirtualDisplay } from "../display/virtual-display.ts";

/** Everything the run plays on: real windows, a real centre, a printer, and the cards in hand. */
export type Stage = {
  readonly folder: string;
  readonly tillFolder: string;
  readonly centreFolder: string;
  readonly till: TillApp;
  readonly printer: NetworkPrinter;
  readonly cards: readonly WrittenCard[];
  /** the card at the camera: half in the picture until it is held before it */
  readonly cameraCard: WrittenCard;
  holdCardBeforeCamera(): Promise<void>;
  /** the centre as it was first started; its address stays */
  readonly centre: CentreProcess;
  readonly admin: CentreClient;
  /** what the administrator's first password was changed to */
  readonly adminPassword: string;
  stopCentre(): Promise<void>;
  restartCentre(): Promise<void>;
  acceptTill(fingerprint: string): Promise<void>;
};

const CardList = z.array(z.custom<WrittenCard>((card) => typeof card === "object"));

/** Sets the stage up, runs `play` on it, and clears everything away whatever happens. */
export async function onStage<T>(play: (stage: Stage) => Promise<T>): Promise<T> {
  const undo: (() => Promise<unknown>)[] = [];
  const clear = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step().catch(() => undefined);
  };
  const onSignal = (): void => void clear().then(() => process.exit(130));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, onSignal);
  try {
    return await play(await setUp(undo));
  } finally {
    await clear();
  }
}

async function setUp(undo: (() => Promise<unknown>)[]): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "bela-beli-demo-"));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  await findDisplay(undo);
  const centreFolder = join(folder, "pusat");
  const tillFolder = join(folder, "kasir");
  const centre = await startCentreProcess({ dataDir: centreFolder, port: 0 });
  let running = centre;
  undo.push(() => running.stop());
  const printer = await startNetworkPrinter({ kind: "EPSON" });
  undo.push(() => printer.turnOff());
  const cards = await readCards(centre);
  const camera = await setUpCamera(folder, centre, cards);
  const till = await launchTill({ dataDir: tillFolder, switches: camera.switches });
  undo.push(() => till.close());
  const adminPassword = `Galeri-${randomBytes(12).toString("base64url")}`;
  const admin = await signIn(centre, adminPassword);
  return {
    folder,
    tillFolder,
    centreFolder,
    till,
    printer,
    cards,
    cameraCard: camera.card,
    holdCardBeforeCamera: camera.holdCard,
    centre,
    admin,
    adminPassword,
    stopCentre: () => running.stop(),
    restartCentre: async () => {
      const port = Number(new URL(centre.url).port);
      running = await startCentreProcess({ dataDir: centreFolder, port });
    },
    acceptTill: (fingerprint) => acceptTill(admin, fingerprint),
  };
}

async function readCards(centre: CentreProcess): Promise<WrittenCard[]> {
  const list = await readFile(join(centre.demo.cards, "kartu.json"), "utf8");
  return CardList.parse(JSON.parse(list));
}

/** A camera that sees half of a card until the card is held before it. */
async function setUpCamera(
  folder: string,
  centre: CentreProcess,
  cards: readonly WrittenCard[],
): Promise<{ card: WrittenCard; switches: string[]; holdCard: () => Promise<void> }> {
  const card = goodCard(cards, "PELAKSANA");
  const scene = join(centre.demo.cards, card.scene);
  const video = join(folder, "kamera.y4m");
  await writeHalfSeenVideo(scene, video);
  return { card, switches: cameraSwitches(video), holdCard: () => writeCameraVideo(scene, video) };
}

/** A good card of somebody obliged in this class; `nth` of them, from 0. */
export function goodCard(
  cards: readonly WrittenCard[],
  obligationClass: WrittenCard["class"],
  nth = 0,
): WrittenCard {
  const found = cards.filter(
    (card) => card.state === "GOOD" && card.obliged && card.class === obligationClass,
  )[nth];
  if (found === undefined) throw new Error(`no card of class ${obligationClass}`);
  return found;
}

async function findDisplay(undo: (() => Promise<unknown>)[]): Promise<void> {
  if (hasDisplay()) return;
  const display = await startVirtualDisplay();
  process.env["DISPLAY"] = display.name;
  undo.push(() => display.stop());
}

async function signIn(centre: CentreProcess, newPassword: string): Promise<CentreClient> {
  const admin = centreClient(centre.url);
  const { username, oneTimePassword } = centre;
  if (oneTimePassword === null) throw new Error("the centre has no first password");
  await firstLogin(admin, { username, password: oneTimePassword, newPassword });
  return admin;
}
