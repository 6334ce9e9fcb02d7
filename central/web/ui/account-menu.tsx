import { Menu, UnstyledButton } from "@mantine/core";
import { IconKey, IconLogout, IconUserCircle } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Me } from "../../../shared/contract/centre-api.ts";
import { useCentre } from "../client/centre.ts";
import { ROLE_WORD } from "../texts/words.ts";

/** Who is logged in, and the way to the account and out. */
export function AccountMenu({ me }: { readonly me: Me }): ReactNode {
  const logout = useLogout();
  return (
    <div className="app-account">
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <UnstyledButton className="account-button" aria-label={`Akun: ${me.name}`}>
            <IconUserCircle size={28} stroke={1.5} aria-hidden="true" />
            <span className="account-text">
              {me.name}
              <small>{ROLE_WORD[me.role]}</small>
            </span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component={Link}
            to="/akun"
            leftSection={<IconKey size={18} aria-hidden="true" />}
          >
            Akun dan sandi
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLogout size={18} aria-hidden="true" />}
            onClick={() => logout.mutate()}
          >
            Keluar
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

function useLogout() {
  const centre = useCentre();
  const queryClient = useQueryClient();
  const router = useRouter();
  return useMutation(
    centre.session.logout.mutationOptions({
      onSuccess: async () => {
        queryClient.clear();
        await router.navigate({ to: "/masuk", search: {} });
      },
    }),
  );
}
