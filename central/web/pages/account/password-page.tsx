import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { DoorFrame } from "./door-frame.tsx";
import { PasswordForm } from "./password-form.tsx";

/** Before anything else, the one-time password is replaced by one only its owner knows. */
export function PasswordPage(): ReactNode {
  const queryClient = useQueryClient();
  const router = useRouter();
  const enter = async (): Promise<void> => {
    queryClient.clear();
    await router.navigate({ to: "/", replace: true });
  };
  return (
    <DoorFrame title="Buat sandi Anda sendiri">
      <p>Sandi awal hanya untuk sekali masuk. Gantilah dengan sandi yang hanya Anda ketahui.</p>
      <PasswordForm currentLabel="Sandi awal" onChanged={enter} />
    </DoorFrame>
  );
}
