import { AppError } from "../../../shared/contract/errors.ts";

/**
 * The centre's address without a slash at its end. Plain http goes to this machine only.
 * Fails with: BAD_INPUT, CENTRE_PLAIN_HTTP.
 */
export function centreUrl(text: string): string {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    throw new AppError("BAD_INPUT");
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new AppError("BAD_INPUT");
  if (url.username !== "" || url.search !== "" || url.hash !== "") throw new AppError("BAD_INPUT");
  if (url.protocol === "http:" && !isThisMachine(url.hostname)) {
    throw new AppError("CENTRE_PLAIN_HTTP");
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

/** `URL` has already turned other spellings (0x7f.1, 127.1) into these. */
function isThisMachine(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
