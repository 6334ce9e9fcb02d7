import { IconStar, IconStarFilled, IconTag } from "@tabler/icons-react";
import { memo } from "react";
import type { ProductView } from "../../../shared/contract/till-state.ts";
import { favouriteWords } from "../../texts/cart-words.ts";
import { labelWords } from "../../texts/label-words.ts";
import { money } from "../../texts/money-words.ts";
import { ProductPicture } from "../../ui/product-picture.tsx";
import { setFavourite } from "../store/cart-actions.ts";
import { openLabels } from "../store/screen-store.ts";
import { useTillState } from "../store/till-store.ts";
import { goodsTexts } from "../../texts/goods-words.ts";

type ProductCardProps = {
  product: ProductView;
  index: number;
  active: boolean;
  onAdd: (index: number, productId: string) => void;
};

/** One product; touching it puts one piece into the cart. */
export const ProductCard = memo(function ProductCard(props: ProductCardProps) {
  const { product, index, active, onAdd } = props;
  const { productId, name, makerName, unitPrice, stock, pictureKey, favourite } = product;
  return (
    <div role="gridcell" className="card-cell">
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
      <LabelButton product={product} active={active} />
      <button
        type="button"
        className={`card-star ${favourite ? "card-starred" : ""}`}
        tabIndex={active ? 0 : -1}
        aria-pressed={favourite}
        aria-label={favouriteWords(name, favourite)}
        onClick={() => void setFavourite(productId, !favourite)}
      >
        {favourite ? (
          <IconStarFilled aria-hidden="true" size={20} />
        ) : (
          <IconStar aria-hidden="true" size={20} />
        )}
      </button>
    </div>
  );
});

/** Beside the star, on tills that have a printer for labels. */
function LabelButton({ product, active }: { product: ProductView; active: boolean }) {
  const canPrint = useTillState(({ printer }) =>
    printer.printers.some(({ role }) => role === "LABEL"),
  );
  if (!canPrint) return null;
  return (
    <button
      type="button"
      className="card-star card-label"
      tabIndex={active ? 0 : -1}
      aria-label={labelWords.of(product.name)}
      onClick={() => openLabels(product)}
    >
      <IconTag aria-hidden="true" size={20} />
    </button>
  );
}

/** The place of a product whose page is still on its way. */
export function ProductGap() {
  return (
    <div role="gridcell" aria-label={goodsTexts.loading}>
      <div className="card card-gap" />
    </div>
  );
}

function stockWords(stock: number): string {
  return stock > 0 ? goodsTexts.stock(stock) : goodsTexts.out;
}
