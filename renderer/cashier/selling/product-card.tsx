import { memo } from "react";
import type { ProductView } from "../../../shared/contract/till-state.ts";
import { count, money } from "../../texts/money-words.ts";
import { ProductPicture } from "../../ui/product-picture.tsx";

type ProductCardProps = {
  product: ProductView;
  index: number;
  active: boolean;
  onAdd: (index: number, productId: string) => void;
};

/** One product; touching it puts one piece into the cart. */
export const ProductCard = memo(function ProductCard(props: ProductCardProps) {
  const { product, index, active, onAdd } = props;
  const { productId, name, makerName, unitPrice, stock, pictureKey } = product;
  return (
    <div role="gridcell">
      <button
        type="button"
        className="card"
        tabIndex={active ? 0 : -1}
        aria-label={`${name}, ${makerName}, ${money(unitPrice)}, ${stockWords(stock)}`}
        onClick={() => onAdd(index, productId)}
      >
        <ProductPicture pictureKey={pictureKey} className="card-picture" />
        {/* The spaces keep the visible words apart, as the name has them. */}
        <span className="card-name">{name}</span>{" "}
        <span className="card-maker soft small">{makerName}</span>{" "}
        <span className="card-price money">{money(unitPrice)}</span>{" "}
        <span className={`card-stock small ${stock > 0 ? "" : "card-out"}`}>
          {stockWords(stock)}
        </span>
      </button>
    </div>
  );
});

/** The place of a product whose page is still on its way. */
export function ProductGap() {
  return (
    <div role="gridcell" aria-label="Memuat barang">
      <div className="card card-gap" />
    </div>
  );
}

function stockWords(stock: number): string {
  return stock > 0 ? `stok ${count(stock)}` : "habis";
}
