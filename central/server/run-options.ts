import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { RegencyId } from "../../shared/contract/primitives.ts";
import { type MailOptions, mailOptions } from "./alerts/mail-options.ts";
import { dataHome, type HostFacts } from "./data-home.ts";

const DEFAULT_PORT = 8_642;
const DEFAULT_REGENCY = "3513";

/** How the centre is to run on this machine. */
export type RunOptions = {
  /** the product's data folder; the centre keeps its own in `centre` below it */
  readonly data: string;
  readonly centreDir: string;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | null;
  readonly regencyId: string;
  /** null: the embedded server */
  readonly databaseUrl: string | null;
  readonly stopWithParent: boolean;
  /** null: /metrics answers this machine alone */
  readonly metricsToken: string | null;
  /** where news of the tills is posted; null: nowhere */
  readonly alertWebhook: string | null;
  /** where mail of the tills goes; null: nowhere */
  readonly alertMail: MailOptions | null;
  readonly logLevel: "info" | "warn" | "error";
};

const LogLevel = z.enum(["info", "warn", "error"]);
const MetricsToken = z.string().min(16).max(200);
const Port = z.coerce.number().int().min(0).max(65_535);

/** Reads flags and environment; flags win. Throws on a value that makes no sense. */
export function runOptions(argv: readonly string[], facts: HostFacts): RunOptions {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: {
      data: { type: "string" },
      host: { type: "string" },
      port: { type: "string" },
      "public-url": { type: "string" },
      regency: { type: "string" },
      "stop-with-parent": { type: "boolean" },
    },
  });
  const text = (flag: string | boolean | undefined, variable: string) =>
    typeof flag === "string" ? flag : (facts.env[variable] ?? null);
  const data = text(values.data, "BELA_BELI_DATA") ?? dataHome(facts);
  const publicUrl = text(values["public-url"], "BELA_BELI_PUBLIC_URL");
  return {
    data,
    centreDir: join(data, "centre"),
    host: text(values.host, "BELA_BELI_HOST") ?? "127.0.0.1",
    port: Port.parse(text(values.port, "BELA_BELI_PORT") ?? DEFAULT_PORT),
    publicUrl: publicUrl === null ? null : z.url().parse(publicUrl),
    regencyId: RegencyId.parse(text(values.regency, "BELA_BELI_REGENCY") ?? DEFAULT_REGENCY),
    databaseUrl: facts.env["DATABASE_URL"] ?? null,
    stopWithParent: values["stop-with-parent"] === true,
    metricsToken: MetricsToken.nullable().parse(facts.env["BELA_BELI_METRICS_TOKEN"] ?? null),
    alertWebhook: z
      .url()
      .nullable()
      .parse(facts.env["BELA_BELI_ALERT_WEBHOOK"] ?? null),
    alertMail: mailOptions(facts.env),
    logLevel: LogLevel.parse(facts.env["BELA_BELI_LOG_LEVEL"] ?? "warn"),
  };
}
