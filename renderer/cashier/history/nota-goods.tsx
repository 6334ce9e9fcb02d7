import type { NotaView } from "../../../shared/contract/after-sale.ts";
import { terbilangRupiah } from "../../../shared/domain/terbilang.ts";
import { money } from "../../texts/money-words.ts";
import { notaPaper } from "../../texts/nota-words.ts";

/** The goods with their makers; the head comes again on each page, the sums once at the end. */
export function NotaGoods({ nota }: { nota: NotaView }) {
  return (
    <>
      <table className="nota-goods">
        <thead>
          <tr>
            <th scope="col">{notaPaper.no}</th>
            <th scope="col">{notaPaper.goods}</th>
            <th scope="col">{notaPaper.qty}</th>
            <th scope="col">{notaPaper.price}</th>
            <th scope="col">{notaPaper.amount}</th>
          </tr>
        </thead>
        <tbody>
          {nota.lines.map((line, index) => (
            <tr key={`${index}-${line.name}`}>
              <td>{index + 1}</td>
              <td>
                {line.name}
                <span>{line.makerName}</span>
              </td>
              <td>{line.qty}</td>
              <td className="money">{money(line.unitPrice)}</td>
              <td className="money">{money(line.gross)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Sums nota={nota} />
    </>
  );
}

function Sums({ nota: { subtotal, discount, total } }: { nota: NotaView }) {
  const rows: (readonly [string, number])[] =
    discount === 0
      ? []
      : [
          [notaPaper.subtotal, subtotal],
          [notaPaper.discount, -discount],
        ];
  return (
    <div className="nota-sums">
      <dl>
        {[...rows, [notaPaper.total, total] as const].map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="money">{money(value)}</dd>
          </div>
        ))}
      </dl>
      <p>
        {notaPaper.words}: <em>{terbilangRupiah(total)}</em>
      </p>
    </div>
  );
}
