import type { AlertKind } from "./fleet-alerts.ts";

/** What is told of a till: that something is wrong, or that it no longer is. */
export type AlertNews = {
  readonly state: "RAISED" | "RECOVERED";
  readonly kind: AlertKind;
  readonly till: string;
  readonly text: string;
  readonly at: number;
};

/** A way of telling somebody; it may fail, and is asked again later. */
export type Channel = {
  /** what it told is kept under this name */
  readonly name: "webhook" | "mail";
  /** how much it tells in one go */
  readonly atOnce: number;
  tell(news: readonly AlertNews[]): Promise<void>;
};
