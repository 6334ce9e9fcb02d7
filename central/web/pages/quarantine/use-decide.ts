import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCentre } from "../../client/centre.ts";

/** Decides of an entry; every figure on the pages is asked for again after. */
export function useDecide(onDone: () => void) {
  const centre = useCentre();
  const queryClient = useQueryClient();
  return useMutation(
    centre.quarantine.decide.mutationOptions({
      onSuccess: async () => {
        onDone();
        await queryClient.invalidateQueries();
      },
    }),
  );
}
