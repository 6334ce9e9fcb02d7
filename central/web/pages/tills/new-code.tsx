import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useCentre } from "../../client/centre.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { NewCodeForm } from "./new-code-form.tsx";
import { ShownCode } from "./shown-code.tsx";

/** Opens the way for one new till: a code that is shown once. */
export function NewCode(): ReactNode {
  const [opened, setOpened] = useState(false);
  const centre = useCentre();
  const queryClient = useQueryClient();
  const create = useMutation(
    centre.till.createCode.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(centre.till.pathFilter()),
    }),
  );
  const close = (): void => {
    setOpened(false);
    create.reset();
  };
  return (
    <>
      <Button className="no-print" onClick={() => setOpened(true)}>
        Daftarkan mesin kasir
      </Button>
      {opened && (
        <Dialog
          title={create.data === undefined ? "Daftarkan mesin kasir" : "Kode pendaftaran"}
          onClose={close}
        >
          {create.data === undefined ? (
            <NewCodeForm
              pending={create.isPending}
              error={create.error}
              onSubmit={(input) => create.mutate(input)}
            />
          ) : (
            <ShownCode code={create.data.code} expiresAt={create.data.expiresAt} onClose={close} />
          )}
        </Dialog>
      )}
    </>
  );
}
