import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { useCentre } from "../../client/centre.ts";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { QrPicture } from "../../ui/qr-picture.tsx";
import { StateWord } from "../../ui/state-word.tsx";

/** Sets up the authenticator that is asked for at the next login. */
export function SecondFactor(): ReactNode {
  const propose = useMutation(useCentre().session.proposeTotp.mutationOptions());
  const [isSet, setIsSet] = useState(false);
  if (isSet) {
    return <StateWord tone="good">Autentikator terpasang, diminta saat masuk berikutnya</StateWord>;
  }
  if (propose.data !== undefined) {
    return <Confirmation {...propose.data} onDone={() => setIsSet(true)} />;
  }
  return (
    <>
      <p className="account-note">
        Aplikasi autentikator di ponsel Anda memberi enam angka yang berganti tiap setengah menit.
        Sandi yang bocor saja tidak lagi cukup untuk masuk.
      </p>
      {propose.isError && <FailureNotice error={propose.error} />}
      <Button variant="default" loading={propose.isPending} onClick={() => propose.mutate()}>
        Pasang autentikator
      </Button>
    </>
  );
}

const ALREADY_SET = {
  NOT_ALLOWED:
    "Akun ini sudah memakai autentikator. Minta administrator bila ponsel Anda berganti.",
};

type Proposal = {
  readonly secret: string;
  readonly uri: string;
  readonly onDone: () => void;
};

function Confirmation({ secret, uri, onDone }: Proposal): ReactNode {
  const [code, setCode] = useState("");
  const confirm = useMutation(useCentre().session.setTotp.mutationOptions({ onSuccess: onDone }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    confirm.mutate({ secret, code });
  };
  return (
    <form className="door-form" onSubmit={submit}>
      <p>Pindai dengan aplikasi autentikator, atau ketikkan kuncinya:</p>
      <QrPicture text={uri} label="Kode QR untuk aplikasi autentikator" />
      <p className="account-secret">{secret.match(/.{1,4}/g)?.join(" ")}</p>
      <TextInput
        label="Enam angka yang tampil"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        required
        withAsterisk={false}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      {confirm.isError && <FailureNotice error={confirm.error} texts={ALREADY_SET} />}
      <Button type="submit" loading={confirm.isPending}>
        Nyalakan
      </Button>
    </form>
  );
}
