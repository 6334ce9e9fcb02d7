import { z } from "zod";

/** What a window may do; chosen by the shell and fixed by the port it is dealt. */
export const WindowRole = z.enum(["cashier", "display"]);
export type WindowRole = z.infer<typeof WindowRole>;

/** Who stands at the till; held by the core's PIN session. */
export const StaffRole = z.enum(["CASHIER", "SUPERVISOR"]);
export type StaffRole = z.infer<typeof StaffRole>;

/** What a person may do at the centre. */
export const CentreRole = z.enum([
  "ADMIN",
  "DKUPP",
  "BKPSDM",
  "OPD_HEAD",
  "AUDITOR",
  "OUTLET_MANAGER",
  "ASN",
]);
export type CentreRole = z.infer<typeof CentreRole>;

/** What a certificate was issued for. */
export const DeviceKind = z.enum(["till", "kiosk"]);
export type DeviceKind = z.infer<typeof DeviceKind>;
