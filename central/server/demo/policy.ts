import type { ObligationClass } from "../../../shared/contract/primitives.ts";
import { MANDATE_START } from "./people.ts";

export type DemoPolicy = {
  readonly validFrom: string;
  readonly obligations: Readonly<Record<ObligationClass, number>>;
  readonly cashRounding: number;
  readonly printObligationLine: boolean;
  readonly returnRule: string;
};

/** The monthly minimum by class. Source: Instruksi Bupati Probolinggo 9/2024. */
export function demoPolicies(): DemoPolicy[] {
  return [
    {
      validFrom: MANDATE_START,
      obligations: {
        PELAKSANA: 50_000,
        PENGAWAS_FUNGSIONAL: 75_000,
        ADMINISTRATOR: 100_000,
        KEPALA_ESELON_III: 150_000,
        JPT_PRATAMA: 200_000,
      },
      cashRounding: 100,
      printObligationLine: true,
      returnRule: "Barang rusak atau keliru dapat ditukar dalam 7 hari dengan membawa struk ini.",
    },
  ];
}
