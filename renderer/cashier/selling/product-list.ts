import { createStore, type StoreApi } from "zustand/vanilla";
import type { ProductView } from "../../../shared/contract/till-state.ts";
import { shareStructure } from "../../ui/share-structure.ts";

/** Products asked for at once; a screen shows two or three such pages at most. */
export const PAGE_SIZE = 60;
const PAGES_KEPT = 40;
const PAGES_REFRESHED = 3;

export type ProductQuery = { readonly query: string; readonly categoryId: string | null };

type Pages = ReadonlyMap<number, readonly ProductView[]>;
type SearchProducts = (
  input: ProductQuery & { limit: number; offset: number },
) => Promise<{ products: ProductView[]; total: number; similar: boolean }>;

export type ProductListState = {
  /** what `pages` answer; the list asked for may be newer and still on its way */
  readonly shown: ProductQuery | null;
  readonly total: number;
  /** nothing is called what is searched for; these are called almost so */
  readonly similar: boolean;
  readonly pages: Pages;
};

/** The product at a place of the list, if its page is here. */
export function productAt(state: ProductListState, index: number): ProductView | undefined {
  return state.pages.get(Math.floor(index / PAGE_SIZE))?.[index % PAGE_SIZE];
}

/** A list of any length of which only the pages on the screen are fetched. */
export class ProductList {
  readonly store: StoreApi<ProductListState> = createStore(() => ({
    shown: null,
    total: 0,
    similar: false,
    pages: new Map(),
  }));
  readonly #search: SearchProducts;
  readonly #asked = new Set<number>();
  #wanted: ProductQuery = { query: "", categoryId: null };
  #turn = 0;

  /** A search that fails leaves the list as it was. */
  constructor(search: SearchProducts) {
    this.#search = search;
  }

  /** Asks for another list; the old one stays on the screen until the new one is there. */
  show(query: ProductQuery): void {
    const { shown } = this.store.getState();
    if (shown === this.#wanted && isSame(shown, query)) return;
    this.#wanted = query;
    this.#forgetAsked();
    void this.#fetchPage(0);
  }

  /** Fetches what is missing of the products from `first` up to `end`. */
  need(first: number, end: number): void {
    const { shown, pages } = this.store.getState();
    if (shown !== this.#wanted) return;
    for (let page = Math.floor(first / PAGE_SIZE); page * PAGE_SIZE < end; page += 1) {
      if (!pages.has(page) && !this.#asked.has(page)) void this.#fetchPage(page);
    }
  }

  /** Fetches the shown list anew: stock or prices changed. */
  refresh(): void {
    this.#forgetAsked();
    // Only what may be on the screen; the rest is fetched when it is scrolled to again.
    const pages: Pages = new Map([...this.store.getState().pages].slice(-PAGES_REFRESHED));
    this.store.setState({ pages });
    for (const page of pages.size === 0 ? [0] : pages.keys()) void this.#fetchPage(page);
  }

  #forgetAsked(): void {
    this.#turn += 1;
    this.#asked.clear();
  }

  async #fetchPage(page: number): Promise<void> {
    const [turn, query] = [this.#turn, this.#wanted];
    this.#asked.add(page);
    const found = await this.#search({
      ...query,
      limit: PAGE_SIZE,
      offset: page * PAGE_SIZE,
    }).catch(() => null);
    if (turn !== this.#turn) return;
    this.#asked.delete(page);
    if (found === null) return;
    this.store.setState(({ shown, pages }) => ({
      shown: query,
      total: found.total,
      similar: found.similar,
      // What is as it was is not drawn again.
      pages: withPage(
        shown === query ? pages : new Map(),
        page,
        shareStructure(pages.get(page), found.products),
      ),
    }));
  }
}

function isSame(one: ProductQuery, other: ProductQuery): boolean {
  return one.query === other.query && one.categoryId === other.categoryId;
}

function withPage(pages: Pages, page: number, products: readonly ProductView[]): Pages {
  const others = [...pages].filter(([kept]) => kept !== page).slice(1 - PAGES_KEPT);
  return new Map([...others, [page, products]]);
}
