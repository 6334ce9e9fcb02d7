import { z } from "zod";

/** Where mail of the tills' state goes, and by which server. */
export type MailOptions = {
  readonly server: {
    readonly host: string;
    readonly port: number;
    /** TLS from the first byte; else STARTTLS, but on this machine itself */
    readonly isSecure: boolean;
    readonly isLoopback: boolean;
    readonly login: { readonly user: string; readonly pass: string } | null;
  };
  readonly from: string;
  readonly to: readonly string[];
};

const SmtpUrl = z.url({ protocol: /^smtps?$/ }).transform((text) => {
  const { protocol, hostname, port, username, password } = new URL(text);
  const isSecure = protocol === "smtps:";
  const host = hostname.replace(/^\[(.*)\]$/, "$1");
  return {
    host,
    port: port === "" ? (isSecure ? 465 : 587) : Number(port),
    isSecure,
    isLoopback: ["localhost", "127.0.0.1", "::1"].includes(host),
    login:
      username === ""
        ? null
        : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
  };
});
const To = z
  .string()
  .transform((text) => text.split(",").map((one) => one.trim()))
  .pipe(z.array(z.email()).min(1).max(20));
const Mail = z.object({ server: SmtpUrl, from: z.email(), to: To });

/**
 * Reads where mail goes; null where no server is named. Fails where something is missing or makes no
 * sense, without repeating what was given.
 */
export function mailOptions(env: Readonly<Record<string, string | undefined>>): MailOptions | null {
  const server = env["BELA_BELI_SMTP_URL"];
  if (server === undefined) return null;
  const from = env["BELA_BELI_ALERT_MAIL_FROM"];
  const read = Mail.safeParse({ server, from, to: env["BELA_BELI_ALERT_MAIL_TO"] });
  if (read.success) return read.data;
  const wrong = [...new Set(read.error.issues.map(({ path }) => VARIABLE[String(path[0])]))];
  throw new Error(`periksa ${wrong.join(", ")}`);
}

const VARIABLE: Readonly<Record<string, string>> = {
  server: "BELA_BELI_SMTP_URL",
  from: "BELA_BELI_ALERT_MAIL_FROM",
  to: "BELA_BELI_ALERT_MAIL_TO",
};
