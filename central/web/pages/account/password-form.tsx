import { Button, PasswordInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { useCentre } from "../../client/centre.ts";
import { FailureNotice } from "../../ui/failure-notice.tsx";

type Props = {
  readonly currentLabel: string;
  readonly onChanged: () => Promise<void>;
};

/** The old password once, the new one twice. */
export function PasswordForm({ currentLabel, onChanged }: Props): ReactNode {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const change = useMutation(
    useCentre().session.changePassword.mutationOptions({ onSuccess: onChanged }),
  );
  const differs = again !== "" && again !== next;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (next === again) change.mutate({ current, next });
  };
  return (
    <form className="door-form" onSubmit={submit}>
      <Secret
        label={currentLabel}
        complete="current-password"
        value={current}
        onChange={setCurrent}
      />
      <Secret
        label="Sandi baru"
        complete="new-password"
        description="Sedikitnya 10 huruf; empat kata acak sudah kuat"
        value={next}
        onChange={setNext}
      />
      <Secret
        label="Ulangi sandi baru"
        complete="new-password"
        error={differs ? "Belum sama dengan sandi baru" : null}
        value={again}
        onChange={setAgain}
      />
      {change.isError && (
        <FailureNotice error={change.error} texts={{ LOGIN_WRONG: `${currentLabel} salah.` }} />
      )}
      <Button type="submit" size="lg" loading={change.isPending} disabled={differs}>
        Simpan sandi
      </Button>
    </form>
  );
}

type SecretProps = {
  readonly label: string;
  readonly complete: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: string;
  readonly error?: string | null;
};

function Secret({ label, complete, value, onChange, description, error }: SecretProps): ReactNode {
  return (
    <PasswordInput
      label={label}
      description={description}
      error={error}
      autoComplete={complete}
      required
      withAsterisk={false}
      visibilityToggleButtonProps={{ "aria-label": `Tampilkan: ${label}` }}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
