import { randomBytes } from "node:crypto";
import { chmod, mkdir, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { pino } from "pino";
import type { Channel } from "./alerts/channel.ts";
import { mail } from "./alerts/mail.ts";
import { watchFleet } from "./alerts/watch-fleet.ts";
import { webhook } from "./alerts/webhook.ts";
import { removeConnection, writeConnection } from "./connection-file.ts";
import { type Centre, startCentre } from "./create-centre.ts";
import { startEmbeddedPostgres } from "./database/embedded/start.ts";
import { openPostgres } from "./database/postgres.ts";
import type { Log } from "./deps.ts";
import { hostFacts } from "./host-facts.ts";
import { FIRST_USERNAME } from "./people/first-account.ts";
import { type RunOptions, runOptions } from "./run-options.ts";
import { startFailure } from "./start-failure.ts";

/** What a start with more to do before it is ready adds to the ready line. */
export type Prepare = (centre: Centre, options: RunOptions) => Promise<Record<string, unknown>>;

type Running = { readonly centre: Centre; stop(): Promise<void> };

/**
 * Runs the centre as this process: reads flags and environment, starts, prints one line of JSON when
 * ready, and stops cleanly on SIGINT, SIGTERM, or (with --stop-with-parent) the end of its input.
 */
export async function runCentre(run: {
  readonly argv: readonly string[];
  readonly prepare?: Prepare;
}): Promise<void> {
  const options = runOptions(run.argv, hostFacts());
  try {
    const running = await start(options);
    stopOnSignal(running, options);
    const more = (await run.prepare?.(running.centre, options)) ?? {};
    announce(running.centre, more);
  } catch (error) {
    process.stderr.write(`${startFailure(error)}\n`);
    process.exit(1);
  }
}

async function start(options: RunOptions): Promise<Running> {
  const { centreDir, host, port, publicUrl, regencyId } = options;
  await mkdir(centreDir, { recursive: true, mode: 0o711 });
  await letThrough(options.data);
  const embedded =
    options.databaseUrl === null ? await startEmbeddedPostgres({ dataDir: centreDir }) : null;
  const databaseUrl = options.databaseUrl ?? embedded?.url ?? "";
  const database = openPostgres(databaseUrl);
  try {
    const centre = await startCentre({
      database,
      dataDir: centreDir,
      host,
      port,
      publicUrl,
      regencyId,
      clock: { wallMs: () => Date.now() },
      random: (length) => randomBytes(length),
      log: openLog(options.logLevel),
      metricsToken: options.metricsToken,
    });
    const { url } = centre;
    const stopWatches = watchTills(centre, options);
    await writeConnection(centreDir, { pid: process.pid, url, databaseUrl, regencyId });
    return {
      centre,
      stop: async () => {
        await removeConnection(centreDir);
        await stopWatches();
        await centre.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await database.close();
    await embedded?.stop();
    throw error;
  }
}

function watchTills(centre: Centre, { alertWebhook, alertMail }: RunOptions): () => Promise<void> {
  const channels: readonly Channel[] = [
    ...(alertWebhook === null ? [] : [webhook(alertWebhook)]),
    ...(alertMail === null ? [] : [mail(alertMail, centre.publicUrl)]),
  ];
  const stops = channels.map((channel) => watchFleet(centre.deps, channel));
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

/** Under root the database server is another OS user, who has to walk through the data folder. */
async function letThrough(data: string): Promise<void> {
  const { uid, home } = hostFacts();
  if (uid !== 0 || resolve(data) === resolve(home)) return;
  const { mode } = await stat(data);
  await chmod(data, mode | 0o011);
}

function stopOnSignal(running: Running, { stopWithParent }: RunOptions): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  process.on("SIGHUP", stop);
  if (!stopWithParent) return;
  process.stdin.on("end", stop).on("close", stop).resume();
}

function announce({ url, rootFingerprint, firstPassword }: Centre, more: object): void {
  const lines = [
    `Pusat Bela Beli: ${url}`,
    ...(firstPassword === null
      ? []
      : [`Masuk pertama kali: ${FIRST_USERNAME} / ${firstPassword} (sekali pakai)`]),
    `Sidik jari kunci akar: ${rootFingerprint}`,
  ];
  process.stderr.write(`${lines.join("\n")}\n`);
  const ready = {
    ready: true,
    url,
    rootFingerprint,
    username: FIRST_USERNAME,
    oneTimePassword: firstPassword,
    ...more,
  };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
}

/** JSON lines from a level on to standard error; what SQL errors quote of a row is left out. */
function openLog(level: RunOptions["logLevel"]): Log {
  const quoted = ["detail", "where", "internalQuery", "hint"].map((name) => `err.${name}`);
  return pino({ level, redact: quoted }, pino.destination({ fd: 2, sync: false }));
}
