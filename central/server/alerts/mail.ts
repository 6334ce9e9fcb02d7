import { createTransport } from "nodemailer";
import { formatWibDate, formatWibTime } from "../../../shared/domain/period.ts";
import type { AlertNews, Channel } from "./channel.ts";
import type { MailOptions } from "./mail-options.ts";

const TIMEOUT_MS = 10_000;

/**
 * Sends all news of a look as one mail in plain Indonesian. A failure tells the server's code alone:
 * what a server answers may quote addresses.
 */
export function mail({ server, from, to }: MailOptions, centreUrl: string): Channel {
  const { host, port, isSecure, login } = server;
  const transport = createTransport({
    host,
    port,
    secure: isSecure,
    // In the clear on this machine alone.
    requireTLS: !isSecure && !server.isLoopback,
    ...(login === null ? {} : { auth: login }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    dnsTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    name: "mail",
    atOnce: Number.POSITIVE_INFINITY,
    tell: async (news) => {
      const message = {
        from,
        to: [...to],
        subject: subjectOf(news),
        text: textOf(news, centreUrl),
      };
      try {
        await transport.sendMail({ ...message, headers: { "auto-submitted": "auto-generated" } });
      } catch (error) {
        throw new Error(`the mail server did not take it: ${codeOf(error)}`);
      }
    },
  };
}

function subjectOf(news: readonly AlertNews[]): string {
  const raised = news.filter(({ state }) => state === "RAISED");
  const of = raised.length > 0 ? raised : news;
  const tills = [...new Set(of.map(({ till }) => till))];
  const more = tills.length > 3 ? ` dan ${tills.length - 3} lainnya` : "";
  const what = raised.length > 0 ? "perlu dilihat" : "sudah pulih";
  return `Bela Beli: mesin kasir ${tills.slice(0, 3).join(", ")}${more} ${what}`;
}

function textOf(news: readonly AlertNews[], centreUrl: string): string {
  const part = (title: string, wanted: AlertNews["state"]): string[] => {
    const lines = news
      .filter(({ state }) => state === wanted)
      .map(({ till, text }) => `- ${till}: ${text}`);
    return lines.length === 0 ? [] : [title, ...lines, ""];
  };
  const at = news[0]?.at ?? 0;
  return [
    `Keadaan mesin kasir pada ${formatWibDate(at)} pukul ${formatWibTime(at)} WIB.`,
    "",
    ...part("Perlu dilihat:", "RAISED"),
    ...part("Sudah pulih:", "RECOVERED"),
    "Apa yang perlu dilakukan tertulis di halaman Mesin kasir:",
    `${centreUrl}/mesin-kasir?saring=perlu-dilihat`,
    "",
    "Surat ini dikirim otomatis oleh pusat Bela Beli, sekali untuk setiap hal.",
    "Tidak perlu dibalas.",
  ].join("\n");
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const code = "code" in error ? String(error.code) : "unknown";
  const answer = "responseCode" in error ? ` ${Number(error.responseCode)}` : "";
  return `${code}${answer}`;
}
