import {
  IconCash,
  IconKeyboard,
  IconLayoutGrid,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconLock,
  IconReceipt,
  IconSettings,
  IconStar,
} from "@tabler/icons-react";
import { type ReactNode, useEffect, useState } from "react";
import type { CategoryView } from "../../../shared/contract/till-state.ts";
import { FAVOURITES } from "../../../shared/contract/favourites.ts";
import { cartWords } from "../../texts/cart-words.ts";
import { goodsWords } from "../../texts/money-words.ts";
import { type ShortcutName, shortcuts } from "../../texts/shortcuts.ts";
import { settingsWords } from "../../texts/settings-words.ts";
import { pictureUrl } from "../../ui/product-picture.tsx";
import { askCore } from "../store/attempt.ts";
import { useScreen } from "../store/screen-store.ts";
import { useTill, useTillState } from "../store/till-store.ts";
import { runShortcut } from "./use-shortcuts.ts";
import { goodsTexts } from "../../texts/goods-words.ts";

/** The kinds of goods; below them what is not part of a sale. */
export function CategoryRail() {
  const categories = useCategories();
  const chosen = useScreen((screen) => screen.categoryId);
  const all = useTillState((state) => state.roster.products);
  return (
    <nav className="rail" aria-label={goodsTexts.categories}>
      <ul className="rail-list">
        <Favourites />
        <Category
          name={goodsTexts.all}
          products={all}
          picture={<IconLayoutGrid aria-hidden="true" size={24} />}
          chosen={chosen === null}
          onChoose={() => useScreen.setState({ categoryId: null })}
        />
        {categories.map((category) => (
          <Category
            key={category.categoryId}
            name={category.name}
            products={category.products}
            picture={<img src={pictureUrl(category.pictureKey)} alt="" width={32} height={32} />}
            chosen={chosen === category.categoryId}
            onChoose={() => useScreen.setState({ categoryId: category.categoryId })}
          />
        ))}
      </ul>
      <div className="rail-foot">
        <RailAction
          name="history"
          short={goodsTexts.history}
          icon={<IconReceipt aria-hidden="true" size={22} />}
        />
        <RailAction
          name="keys"
          short={goodsTexts.keys}
          icon={<IconKeyboard aria-hidden="true" size={22} />}
        />
        <RailAction
          name="cash"
          short={goodsTexts.cash}
          icon={<IconCash aria-hidden="true" size={22} />}
        />
        <SettingsAction />
        <RailAction
          name="lock"
          short={goodsTexts.lock}
          icon={<IconLock aria-hidden="true" size={22} />}
        />
        <Fold />
      </div>
    </nav>
  );
}

function Fold() {
  const railOpen = useScreen((screen) => screen.railOpen);
  return (
    <button
      type="button"
      className="rail-item"
      aria-expanded={railOpen}
      aria-label={railOpen ? goodsTexts.foldAll : goodsTexts.unfoldAll}
      onClick={() => useScreen.setState({ railOpen: !railOpen })}
    >
      {railOpen ? (
        <IconLayoutSidebarLeftCollapse aria-hidden="true" size={22} />
      ) : (
        <IconLayoutSidebarLeftExpand aria-hidden="true" size={22} />
      )}
      <span className="rail-name">{goodsTexts.fold}</span>
    </button>
  );
}

/** What was marked at this till, once anything was. */
function Favourites() {
  const favourites = useTillState((state) => state.favourites);
  const chosen = useScreen((screen) => screen.categoryId === FAVOURITES);
  if (favourites === 0 && !chosen) return null;
  return (
    <Category
      name={cartWords.favourites}
      products={favourites}
      picture={<IconStar aria-hidden="true" size={24} />}
      chosen={chosen}
      onChoose={() => useScreen.setState({ categoryId: FAVOURITES })}
    />
  );
}

type CategoryProps = {
  name: string;
  products: number;
  picture: ReactNode;
  chosen: boolean;
  onChoose: () => void;
};

function Category({ name, products, picture, chosen, onChoose }: CategoryProps) {
  return (
    <li>
      <button
        type="button"
        className="rail-item"
        aria-pressed={chosen}
        aria-label={`${name}, ${goodsWords(products)}`}
        title={name}
        onClick={onChoose}
      >
        <span className="rail-picture">{picture}</span>
        <span className="rail-name">{name}</span>
      </button>
    </li>
  );
}

function SettingsAction() {
  const icon = <IconSettings aria-hidden="true" size={22} />;
  return <RailAction name="settings" short={settingsWords.title} icon={icon} />;
}

type RailActionProps = { name: ShortcutName; short: string; icon: ReactNode };

function RailAction({ name, short, icon }: RailActionProps) {
  const { key, label } = shortcuts[name];
  return (
    <button
      type="button"
      className="rail-item"
      aria-label={label}
      aria-keyshortcuts={key.replace("Ctrl", "Control")}
      title={`${label} (${key})`}
      onClick={() => runShortcut(name)}
    >
      {icon}
      <span className="rail-name">{short}</span>
    </button>
  );
}

function useCategories(): readonly CategoryView[] {
  const core = useTill((till) => till.core);
  const asOf = useTillState((state) => state.roster.asOf);
  const products = useTillState((state) => state.roster.products);
  const [categories, setCategories] = useState<readonly CategoryView[]>([]);
  useEffect(() => {
    let stale = false;
    askCore((asked) => asked.product.categories.query())
      .then((found) => (stale ? undefined : setCategories(found)))
      // Asked again when the core is back or the goods change; until then the old ones stay.
      .catch(() => undefined);
    return () => {
      stale = true;
    };
  }, [core, asOf, products]);
  return categories;
}
