import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { money } from "../../texts/money-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useTill } from "../store/till-store.ts";
import { closePayment, payAgain, settleLostPayment, usePayment } from "./pay.ts";
import { paidBy, type Payment } from "./payment.ts";

/** After the core went away in the middle of a payment: says exactly whether the sale is stored. */
export function PaymentVerdict() {
  const payment = usePayment((state) => state.payment);
  const canAsk = useTill(({ link, state }) => link === "READY" && state?.phase === "SELLING");
  switch (payment.kind) {
    case "lost":
      return canAsk ? <InDoubt /> : null;
    case "stored":
      return <Stored payment={payment} />;
    case "notStored":
      return <NotStored tendered={paidBy(payment.command)} />;
    default:
      return null;
  }
}

function InDoubt() {
  return (
    <Dialog title="Memeriksa pembayaran" role="alertdialog" widthPx={480}>
      <p>
        Program kasir berhenti di tengah pembayaran. Sekarang kasir memeriksa apakah transaksi sudah
        tersimpan. <strong>Jangan menerima uang dua kali.</strong>
      </p>
      <div className="dialog-actions">
        <Button onClick={() => void settleLostPayment()} data-autofocus="">
          Periksa sekarang
        </Button>
      </div>
    </Dialog>
  );
}

function Stored({ payment }: { payment: Extract<Payment, { kind: "stored" }> }) {
  return (
    <Dialog title="Transaksi sudah tersimpan" role="alertdialog" widthPx={480}>
      <p className="notice notice-success">
        <IconCircleCheck aria-hidden="true" size={20} />
        <span>
          <strong>{payment.number}</strong>
          Total {money(payment.total)}, kembalian {money(payment.change)}. Jangan dibayar lagi.
        </span>
      </p>
      <div className="dialog-actions">
        <Button look="primary" onClick={closePayment} data-autofocus="">
          Mengerti
        </Button>
      </div>
    </Dialog>
  );
}

function NotStored({ tendered }: { tendered: number }) {
  const selling = useTill(({ state }) => state?.phase === "SELLING");
  return (
    <Dialog title="Transaksi belum tersimpan" role="alertdialog" widthPx={480}>
      <p className="notice notice-warn">
        <IconAlertTriangle aria-hidden="true" size={20} />
        <span>
          <strong>Tidak ada yang tercatat.</strong>
          Keranjang masih utuh.{" "}
          {selling
            ? `Ulangi dengan uang yang sama, ${money(tendered)}, atau kembali ke keranjang.`
            : `Masuk dengan PIN, lalu terima pembayaran ${money(tendered)} sekali lagi.`}
        </span>
      </p>
      <div className="dialog-actions">
        {/* A stray Enter must not decide: the focus is on the harmless way. */}
        <Button onClick={closePayment} data-autofocus="">
          Kembali ke keranjang
        </Button>
        {selling ? (
          <Button look="primary" onClick={() => void payAgain()}>
            Ulangi pembayaran
          </Button>
        ) : null}
      </div>
    </Dialog>
  );
}
