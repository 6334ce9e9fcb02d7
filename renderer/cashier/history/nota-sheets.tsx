import type { ReactNode } from "react";
import type { NotaView } from "../../../shared/contract/after-sale.ts";
import { periodLabel, periodOf, wibParts } from "../../../shared/domain/period.ts";
import { terbilangRupiah } from "../../../shared/domain/terbilang.ts";
import { money } from "../../texts/money-words.ts";
import { notaPaper } from "../../texts/nota-words.ts";
import { QrCode } from "../../ui/qr-code.tsx";
import { NotaGoods } from "./nota-goods.tsx";

/** Two A4 pages, the second as long as its goods: kuitansi, then nota. */
export function NotaSheets({ nota }: { nota: NotaView }) {
  return (
    <>
      <article className="nota-sheet">
        <Head nota={nota} title={notaPaper.receipt} />
        <Statement nota={nota} />
        <div className="nota-sum">
          <strong className="money">{money(nota.total)}</strong>
          <Proof nota={nota} />
        </div>
        <ReceiptSignatures nota={nota} />
      </article>
      <article className="nota-sheet">
        <Head nota={nota} title={notaPaper.note} />
        <Facts
          facts={[
            [notaPaper.to, nota.payer ?? <span key="blank" className="nota-blank" />],
            [notaPaper.date, longDate(nota.at)],
            ...(nota.returned === 0
              ? []
              : [[notaPaper.remark, afterReturn(nota.returned)] as const]),
          ]}
        />
        <NotaGoods nota={nota} />
        <div className="nota-signatures nota-pair">
          <Signature role={notaPaper.buyer} name={null} withNip={false} />
          <Signature role={notaPaper.seller} name={nota.cashierName} withNip={false} />
        </div>
      </article>
    </>
  );
}

function Head({ nota, title }: { nota: NotaView; title: string }) {
  return (
    <header className="nota-head">
      <div>
        <strong>{nota.outletName}</strong>
        <p>{nota.outletAddress}</p>
      </div>
      <div className="nota-title">
        <strong>{title}</strong>
        <p className="money">{nota.number}</p>
      </div>
    </header>
  );
}

/** `22 November 2026`. */
function longDate(at: number): string {
  return `${wibParts(at).day} ${periodLabel(periodOf(at))}`;
}

function Statement({ nota }: { nota: NotaView }) {
  const ways = [...new Set(nota.paidBy)].map((kind) => notaPaper.tenders[kind]);
  const facts: readonly Fact[] = [
    [notaPaper.from, nota.payer ?? <span key="blank" className="nota-blank" />],
    [notaPaper.sum, <em key="words">{terbilangRupiah(nota.total)}</em>],
    [notaPaper.purpose, notaPaper.of(nota.number)],
    ...(nota.reference === null ? [] : [[notaPaper.reference, nota.reference] as const]),
    [notaPaper.date, longDate(nota.at)],
    [notaPaper.way, ways.join(", ")],
    ...(nota.returned === 0 ? [] : [[notaPaper.remark, afterReturn(nota.returned)] as const]),
  ];
  return <Facts facts={facts} />;
}

function afterReturn(returned: number): string {
  return notaPaper.afterReturn(money(returned));
}

type Fact = readonly [string, ReactNode];

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="nota-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Proof({ nota: { code, qrUrl } }: { nota: NotaView }) {
  const spaced = (code.match(/.{1,4}/g) ?? []).join(" ");
  return (
    <div className="nota-proof">
      <p>
        {notaPaper.code} <strong>{spaced}</strong>
        <br />
        {qrUrl === null ? notaPaper.later : notaPaper.check}
      </p>
      {qrUrl === null ? null : <QrCode text={qrUrl} label={notaPaper.check} />}
    </div>
  );
}

function ReceiptSignatures({ nota }: { nota: NotaView }) {
  const receiver = (
    <Signature role={notaPaper.receiver} office={nota.outletName} name={nota.cashierName} />
  );
  const { agreed, paid, payer } = notaPaper;
  if (nota.institution !== "OPD") {
    return (
      <div className="nota-signatures nota-pair">
        <Signature role={payer[0]} office={nota.payer ?? ""} name={null} />
        {receiver}
      </div>
    );
  }
  return (
    <div className="nota-signatures">
      <Signature role={agreed[0]} office={agreed[1]} name={null} withNip />
      <Signature role={paid[0]} office={paid[1]} name={null} withNip />
      {receiver}
    </div>
  );
}

type SignatureProps = {
  role: string;
  office?: string;
  /** null: written in by hand */
  name: string | null;
  withNip?: boolean;
};

/** Room for a rubber stamp and a signature across it, over the name. */
function Signature({ role, office = "", name, withNip = false }: SignatureProps) {
  return (
    <div className="nota-signature">
      <p>
        {role}
        {office === "" ? null : (
          <>
            <br />
            {office}
          </>
        )}
      </p>
      <p className="nota-room">{notaPaper.stamp}</p>
      <p className="nota-signer">{name ?? "\u00a0"}</p>
      {withNip ? <p className="nota-nip">{notaPaper.nip}</p> : null}
    </div>
  );
}
