import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";

const WINDOW_MS = 60_000;
/** Requests a minute from one address; guessing costs more than work. */
const LIMITS = { guess: 30, work: 1_200 } as const;
const GUESSABLE = ["session.login", "session.changePassword"];

/** Security headers and a limit on requests from one address. */
export async function registerSecurity(
  app: FastifyInstance,
  options: { readonly isHttps: boolean },
): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "frame-ancestors": ["'none'"],
      },
    },
    referrerPolicy: { policy: "no-referrer" },
    hsts: options.isHttps,
  });
  await app.register(rateLimit, {
    global: true,
    timeWindow: WINDOW_MS,
    max: (request) => LIMITS[bucketOf(request)],
    keyGenerator: (request) => `${bucketOf(request)} ${request.ip}`,
  });
}

function bucketOf(request: FastifyRequest): keyof typeof LIMITS {
  return GUESSABLE.some((path) => request.url.includes(path)) ? "guess" : "work";
}
