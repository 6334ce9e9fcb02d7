import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { useCentre } from "../../client/centre.ts";
import { failureOf } from "../../client/failure.ts";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { DoorFrame } from "./door-frame.tsx";

const route = getRouteApi("/masuk");

/** The way in: name and password, and the authenticator's digits for whom they are set. */
export function LoginPage(): ReactNode {
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [totp, setTotp] = useState("");
  const login = useLogin();
  const code = login.isError ? failureOf(login.error).code : null;
  const asksTotp = code === "TOTP_REQUIRED" || code === "TOTP_WRONG" || totp !== "";
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    login.mutate({ username, password, ...(totp === "" ? {} : { totp }) });
  };
  return (
    <DoorFrame title="Masuk ke pusat">
      <form className="door-form" onSubmit={submit}>
        <TextInput
          label="Nama pengguna"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <PasswordInput
          label="Sandi"
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ "aria-label": "Tampilkan sandi" }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {asksTotp && (
          <TextInput
            label="Angka autentikator"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            autoFocus
            value={totp}
            onChange={(event) => setTotp(event.currentTarget.value)}
          />
        )}
        {login.isError && <FailureNotice error={login.error} />}
        <Button type="submit" size="lg" loading={login.isPending} fullWidth>
          Masuk
        </Button>
        <p className="soft">Lupa sandi? Hubungi administrator di Diskominfo.</p>
      </form>
    </DoorFrame>
  );
}

function useLogin() {
  const { kembali } = route.useSearch();
  const centre = useCentre();
  const queryClient = useQueryClient();
  const router = useRouter();
  return useMutation(
    centre.session.login.mutationOptions({
      onSuccess: async () => {
        queryClient.clear();
        await router.navigate({ href: kembali ?? "/", replace: true });
      },
    }),
  );
}
