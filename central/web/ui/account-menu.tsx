import { Button, UnstyledButton } from "@mantine/core";
import { useClickOutside } from "@mantine/hooks";
import { IconKey, IconLogout, IconUserCircle } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useRouter } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { Me } from "../../../shared/contract/centre-api.ts";
import { useCentre } from "../client/centre.ts";
import { ROLE_WORD } from "../texts/words.ts";
import "./account-menu.css";

/** Who is logged in, and the way to the account and out. */
export function AccountMenu({ me }: { readonly me: Me }): ReactNode {
  const [opened, setOpened] = useState(false);
  const close = (): void => setOpened(false);
  const menu = useClickOutside<HTMLDivElement>(close);
  return (
    <div
      className="account"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <UnstyledButton
        className="account-button"
        aria-expanded={opened}
        aria-controls="akun-pilihan"
        onClick={() => setOpened(!opened)}
      >
        <IconUserCircle size={28} stroke={1.5} aria-hidden="true" />
        <span className="account-text">
          <span className="hidden-text">Akun: </span>
          {me.name}
          <small>{ROLE_WORD[me.role]}</small>
        </span>
      </UnstyledButton>
      <div id="akun-pilihan" className="account-choices" hidden={!opened}>
        <Button
          component={Link}
          to="/akun"
          variant="subtle"
          justify="flex-start"
          fullWidth
          leftSection={<IconKey size={18} aria-hidden="true" />}
          onClick={close}
        >
          Akun dan sandi
        </Button>
        <LogoutButton />
      </div>
    </div>
  );
}

function LogoutButton(): ReactNode {
  const queryClient = useQueryClient();
  const router = useRouter();
  const logout = useMutation(
    useCentre().session.logout.mutationOptions({
      onSuccess: async () => {
        queryClient.clear();
        await router.navigate({ to: "/masuk", search: {} });
      },
    }),
  );
  return (
    <Button
      variant="subtle"
      justify="flex-start"
      fullWidth
      leftSection={<IconLogout size={18} aria-hidden="true" />}
      loading={logout.isPending}
      onClick={() => logout.mutate()}
    >
      Keluar
    </Button>
  );
}
