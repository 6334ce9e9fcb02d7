/** The answer of a rule that may say no: a value, or a code that names the reason. */
export type Result<T, E extends string> = Ok<T> | Err<E>;
export type Ok<T> = { readonly ok: true; readonly value: T };
export type Err<E extends string> = { readonly ok: false; readonly code: E };

/** A yes, with its value. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** A normal no, by code. */
export function err<const E extends string>(code: E): Err<E> {
  return { ok: false, code };
}
