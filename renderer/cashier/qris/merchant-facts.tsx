import type { MerchantView } from "../../../shared/contract/paying.ts";
import { qrisWords } from "../../texts/paying-words.ts";

/** What a code says of its merchant, as it stands on the sticker. */
export function MerchantFacts({ merchant }: { merchant: MerchantView }) {
  const facts: [string, string][] = [
    [qrisWords.merchant, merchant.merchant],
    [qrisWords.city, merchant.city],
    [qrisWords.nmid, merchant.nmid],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="soft">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
