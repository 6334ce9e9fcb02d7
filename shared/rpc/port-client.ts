import {
  createTRPCClientProxy,
  TRPCClientError,
  type TRPCClient,
  type TRPCRequestOptions,
  TRPCUntypedClient,
} from "@trpc/client";
import type { AnyTRPCRouter } from "@trpc/server";
import { AppError } from "../contract/errors.ts";
import type { MessagePortLike } from "./message-port.ts";
import { portLink } from "./port-link.ts";

/** The AppError inside whatever a call over a port failed with. */
export function appErrorOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof TRPCClientError && error.cause instanceof AppError) return error.cause;
  return new AppError("INTERNAL", { cause: error });
}

/** A typed client over one port whose queries and mutations reject with AppError and nothing else. */
export function createPortClient<TRouter extends AnyTRPCRouter>(
  port: MessagePortLike,
): TRPCClient<TRouter> {
  return createTRPCClientProxy(new PortClient<TRouter>({ links: [portLink<TRouter>(port)] }));
}

class PortClient<TRouter extends AnyTRPCRouter> extends TRPCUntypedClient<TRouter> {
  override query(path: string, input?: unknown, options?: TRPCRequestOptions): Promise<unknown> {
    return super.query(path, input, options).catch(rethrowAsAppError);
  }

  override mutation(path: string, input?: unknown, options?: TRPCRequestOptions): Promise<unknown> {
    return super.mutation(path, input, options).catch(rethrowAsAppError);
  }
}

function rethrowAsAppError(error: unknown): never {
  throw appErrorOf(error);
}
