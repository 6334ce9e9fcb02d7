import fastifyCompress from "@fastify/compress";
import fastifyCookie from "@fastify/cookie";
import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from "@trpc/server/adapters/fastify";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import {
  MAX_PUSH_BYTES,
  NONCE_HEADER,
  SIGNATURE_HEADER,
  TILL_HEADER,
} from "../../../shared/contract/sync.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import type { CentreDeps } from "../deps.ts";
import type { RequestFacts, SetSession } from "../router/context.ts";
import { type CentreRouter, centreRouter } from "../router/root.ts";
import { type ConnectionLimits, makeRoom, waitsOf } from "./connections.ts";
import { errorAnswer, registerErrorAnswers } from "./error-answer.ts";
import { registerMetrics } from "./metrics.ts";
import { registerRawBody } from "./raw-body.ts";
import { registerReceiptPage } from "./receipt-page.ts";
import { registerSecurity } from "./security.ts";
import { registerStaticFiles } from "./static-files.ts";

const SESSION_COOKIE = "bb_session";
const MAX_PATH_PART = 400;

/** The centre's HTTP server: tRPC, the receipt page, the built pages and pictures. Not yet listening. */
export async function createServer(
  deps: CentreDeps,
  options: {
    readonly webDir: string;
    readonly picturesDir: string;
    readonly metricsToken: string | null;
    readonly limits: ConnectionLimits;
  },
): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    bodyLimit: MAX_PUSH_BYTES,
    // A proxy for HTTPS on this machine names the real sender; nobody else is believed.
    trustProxy: "loopback",
    ...waitsOf(options.limits),
    forceCloseConnections: true,
    routerOptions: { maxParamLength: MAX_PATH_PART },
    frameworkErrors: (_error, _request, reply: FastifyReply) => {
      const answer = errorAnswer(new AppError("BAD_INPUT"));
      void reply.code(answer.status).send(answer.body);
    },
  });
  makeRoom(app.server, options.limits);
  const isHttps = deps.publicUrl.startsWith("https:");
  registerErrorAnswers(app, deps.log);
  await registerSecurity(app, { isHttps });
  await app.register(fastifyCookie);
  await app.register(fastifyCompress, { globalDecompression: false, encodings: ["gzip"] });
  app.get("/health", async () => {
    await deps.database.query("select 1");
    return { ok: true };
  });
  registerMetrics(app, deps, options.metricsToken);
  await app.register(async (scope) => registerProcedures(scope, deps, isHttps));
  await registerReceiptPage(app, deps);
  await registerStaticFiles(app, options);
  return app;
}

async function registerProcedures(
  app: FastifyInstance,
  deps: CentreDeps,
  isHttps: boolean,
): Promise<void> {
  registerRawBody(app);
  const trpcOptions: FastifyTRPCPluginOptions<CentreRouter>["trpcOptions"] = {
    router: centreRouter,
    createContext: ({ req, res }) => ({
      deps,
      request: requestFacts(req),
      setSession: sessionSetter(res, isHttps),
    }),
    onError: ({ error, path }) => {
      if (error.cause instanceof AppError || error.code !== "INTERNAL_SERVER_ERROR") return;
      deps.log.error({ err: error.cause ?? error, path }, "procedure failed");
    },
  };
  await app.register(fastifyTRPCPlugin, { prefix: "/trpc", trpcOptions });
}

function requestFacts(request: FastifyRequest): RequestFacts {
  const header = (name: string) => {
    const value = request.headers[name];
    return typeof value === "string" ? value : null;
  };
  return {
    method: request.method,
    path: request.url,
    contentType: header("content-type") ?? "",
    bodyHash: request.bodyHash,
    tillId: header(TILL_HEADER),
    nonce: header(NONCE_HEADER),
    signature: header(SIGNATURE_HEADER),
    sessionToken: request.cookies[SESSION_COOKIE] ?? null,
  };
}

function sessionSetter(reply: FastifyReply, isHttps: boolean): SetSession {
  const cookie = { path: "/", httpOnly: true, sameSite: "strict", secure: isHttps } as const;
  return (token, expiresAt) => {
    if (token === null) reply.clearCookie(SESSION_COOKIE, cookie);
    else reply.setCookie(SESSION_COOKIE, token, { ...cookie, expires: new Date(expiresAt) });
  };
}
