import { useQuery } from "@tanstack/react-query";
import type { OfficeMonth } from "../../../../shared/contract/centre-api.ts";
import { useCentre } from "../../client/centre.ts";

/** The office's own row of the month's overview, once known. */
export function useOffice(officeId: string, period: string): OfficeMonth | undefined {
  const month = useQuery(useCentre().overview.month.queryOptions({ period }));
  return month.data?.offices.find((office) => office.officeId === officeId);
}
