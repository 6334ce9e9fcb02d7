import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { dateOf } from "../../../shared/domain/period.ts";
import type { CentreDeps } from "../deps.ts";
import { tillRows } from "../stores/till-view.ts";
import { type Gauge, fleetGauges, type Requests, requestGauges } from "./metrics-text.ts";

/**
 * GET /metrics in Prometheus' text form: how requests go and how each till stands, no personal data.
 * With a token it asks for that one; without, only this machine itself is answered.
 */
export function registerMetrics(
  app: FastifyInstance,
  deps: CentreDeps,
  token: string | null,
): void {
  const requests: Requests = new Map();
  const startedAt = deps.clock.wallMs();
  app.addHook("onResponse", async (request, reply) => {
    const key = `${nameOf(request, reply.statusCode)} ${reply.statusCode}`;
    const known = requests.get(key) ?? { count: 0, seconds: 0 };
    const seconds = known.seconds + reply.elapsedTime / 1_000;
    requests.set(key, { count: known.count + 1, seconds });
  });
  app.get("/metrics", async (request, reply) => {
    if (!mayAsk(request, token)) return reply.code(404).send();
    const nowMs = deps.clock.wallMs();
    const tills = await tillRows(deps.database, deps.regencyId, dateOf(nowMs));
    const up: Gauge = {
      name: "belabeli_uptime_seconds",
      help: "Seconds since the centre started",
      values: [{ labels: {}, value: (nowMs - startedAt) / 1_000 }],
    };
    const gauges = [up, ...requestGauges(requests), ...fleetGauges(tills, nowMs)];
    return reply
      .header("cache-control", "no-store")
      .type("text/plain; version=0.0.4; charset=utf-8")
      .send(gauges.map(textOf).join(""));
  });
}

/** A procedure that exists, or else only that it was something else: nobody can add names. */
function nameOf(request: FastifyRequest, status: number): string {
  const [path = ""] = request.url.split("?");
  const procedure = /^\/trpc\/([a-zA-Z]+\.[a-zA-Z]+)$/.exec(path)?.[1];
  if (procedure !== undefined && status !== 404) return procedure;
  return path.startsWith("/r/") ? "receipt" : "other";
}

function mayAsk(request: FastifyRequest, token: string | null): boolean {
  if (token !== null) {
    const given = request.headers.authorization ?? "";
    return timingSafeEqual(digest(given), digest(`Bearer ${token}`));
  }
  // What a proxy on this machine passes on comes from elsewhere.
  const isPassedOn = request.headers["x-forwarded-for"] !== undefined;
  const from = request.socket.remoteAddress ?? "";
  return !isPassedOn && ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(from);
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function textOf({ name, help, values }: Gauge): string {
  const lines = values.map(({ labels, value }) => {
    const told = Object.entries(labels).map(([key, text]) => `${key}="${escaped(text)}"`);
    return `${name}${told.length === 0 ? "" : `{${told.join(",")}}`} ${Number(value.toFixed(3))}`;
  });
  return `${[`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...lines].join("\n")}\n`;
}

function escaped(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}
