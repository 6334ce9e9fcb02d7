import {
  ReturnBody,
  SaleBody,
  ShiftClosedBody,
  ShiftOpenedBody,
  VoidBody,
} from "../../../shared/contract/journal-bodies.ts";
import { ShiftEntryBody } from "../../../shared/contract/shift.ts";
import { parseReceiptNumber } from "../../../shared/domain/receipt-number.ts";
import { checkSaleSums } from "../../../shared/domain/sale-sums.ts";
import { checkShiftSums, type ShiftEntry, sumShift } from "../../../shared/domain/shift.ts";
import type { Counter } from "../db/stores/counter.ts";
import type { Findings } from "./finding.ts";

/** The running figures as the journal alone gives them. */
export type Running = Omit<Counter, "openedPeriod"> & { readonly zNumber: number };

type OpenShift = { readonly shiftId: string; readonly float: number; entries: ShiftEntry[] };

/** Adds a journal up, entry by entry, and holds each sum that an entry states against its own. */
export class MoneyWalk {
  readonly #findings: Findings;
  readonly running = { receipt: 0, turnover: 0, reversals: 0, zNumber: 0 };
  #shift: OpenShift | null = null;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  take(seq: number, kind: string, body: unknown): void {
    switch (kind) {
      case "RESUMED":
        return this.#resume(seq, body);
      case "SALE":
        return this.#sale(seq, SaleBody.safeParse(body).data);
      case "RETURN":
        return this.#reversal(seq, ReturnBody.safeParse(body).data);
      case "VOID":
        return this.#reversal(seq, VoidBody.safeParse(body).data);
      case "CASH_MOVED":
        return this.#money(body);
      case "SHIFT_OPENED":
        return this.#open(ShiftOpenedBody.safeParse(body).data);
      case "SHIFT_CLOSED":
        return this.#close(seq, ShiftClosedBody.safeParse(body).data);
    }
  }

  #resume(seq: number, body: unknown): void {
    const sums = sumsOf(body);
    if (sums === null) return this.#findings.add("ENTRY_MALFORMED", seq);
    this.running.turnover = sums.turnover;
    this.running.reversals = sums.reversals;
  }

  #sale(seq: number, body: SaleBody | undefined): void {
    if (body === undefined) return this.#findings.add("ENTRY_MALFORMED", seq);
    if (!checkSaleSums(body).ok) this.#findings.add("SUM_SALE", seq, body.number);
    this.running.turnover += body.total;
    this.#states(seq, body);
    this.#number(seq, body.number);
    this.#money(body);
  }

  #reversal(seq: number, body: ReturnBody | VoidBody | undefined): void {
    if (body === undefined) return this.#findings.add("ENTRY_MALFORMED", seq);
    this.running.reversals += body.total;
    this.#states(seq, body);
    if (body.kind === "RETURN") this.#number(seq, body.number);
    this.#money(body);
  }

  /** After a difference the stated sum is gone on from: one fault is one fault. */
  #states(seq: number, said: { readonly turnover: number; readonly reversals: number }): void {
    const { running } = this;
    if (said.turnover !== running.turnover) {
      this.#findings.add("SUM_TURNOVER", seq, `${said.turnover} / ${running.turnover}`);
    }
    if (said.reversals !== running.reversals) {
      this.#findings.add("SUM_REVERSALS", seq, `${said.reversals} / ${running.reversals}`);
    }
    running.turnover = said.turnover;
    running.reversals = said.reversals;
  }

  #number(seq: number, number: string): void {
    const parts = parseReceiptNumber(number);
    const counter = parts.ok ? parts.value.counter : 0;
    if (counter !== this.running.receipt + 1) this.#findings.add("NUMBER_ORDER", seq, number);
    this.running.receipt = Math.max(this.running.receipt, counter);
  }

  #money(body: unknown): void {
    const entry = ShiftEntryBody.safeParse(body);
    if (entry.success) this.#shift?.entries.push(entry.data);
  }

  #open(body: { readonly shiftId: string; readonly float: number } | undefined): void {
    this.#shift =
      body === undefined ? null : { shiftId: body.shiftId, float: body.float, entries: [] };
  }

  #close(seq: number, body: ShiftClosedBody | undefined): void {
    const shift = this.#shift;
    this.#shift = null;
    if (body === undefined) return this.#findings.add("ENTRY_MALFORMED", seq);
    this.#states(seq, body);
    this.running.zNumber = body.zNumber;
    if (shift === null || shift.shiftId !== body.shiftId) {
      return this.#findings.add("SHIFT_TOTAL", seq, `Z ${body.zNumber}`);
    }
    const figures = sumShift(shift.float, shift.entries);
    const agrees =
      checkShiftSums(body).ok &&
      figures.expected === body.expected &&
      figures.sales.count === body.sales.count &&
      figures.sales.total === body.sales.total &&
      figures.returns.total === body.returns.total &&
      figures.voids.total === body.voids.total;
    if (!agrees) this.#findings.add("SHIFT_TOTAL", seq, `Z ${body.zNumber}`);
  }
}

function sumsOf(body: unknown): { turnover: number; reversals: number } | null {
  const sums = ShiftClosedBody.pick({ turnover: true, reversals: true }).loose().safeParse(body);
  return sums.success ? sums.data : null;
}
