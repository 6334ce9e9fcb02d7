import { describe, expect, it } from "vitest";
import type { ProductView } from "../../../shared/contract/till-state.ts";
import { PAGE_SIZE, ProductList, type ProductQuery, productAt } from "./product-list.ts";

type Asked = ProductQuery & { limit: number; offset: number };

function product(name: string): ProductView {
  return {
    productId: "018f0000-0000-7000-8000-000000000001",
    sku: "BB-1",
    barcode: null,
    name,
    makerId: "018f0000-0000-7000-8000-000000000002",
    makerName: "Sari Alam",
    categoryId: "buah",
    unitPrice: 12_000,
    stock: 4,
    mayCount: true,
    pictureKey: "mangga",
    favourite: false,
  };
}

/** A shop of so many products that answers only when told to. */
function shop(total: number) {
  const waiting: { asked: Asked; answer: () => void }[] = [];
  const list = new ProductList(
    (asked) =>
      new Promise((resolve) => {
        waiting.push({
          asked,
          answer: () => {
            const left = Math.min(asked.limit, Math.max(0, total - asked.offset));
            const products = Array.from({ length: left }, (_, i) =>
              product(`${asked.query} ${asked.offset + i}`),
            );
            resolve({ products, total, similar: false });
          },
        });
      }),
  );
  const answer = async (index: number): Promise<void> => {
    waiting[index]?.answer();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { list, waiting, answer, state: () => list.store.getState() };
}

describe("the product list", () => {
  it("fetches the first page, then only what the screen needs of 100,000", async () => {
    const { list, waiting, answer, state } = shop(100_000);
    list.show({ query: "kopi", categoryId: null });
    await answer(0);
    expect(state().total).toBe(100_000);
    list.need(6_000, 6_035);
    list.need(6_000, 6_035);
    await answer(1);
    expect(waiting.map(({ asked }) => asked.offset)).toEqual([0, 6_000]);
    expect(productAt(state(), 6_010)?.name).toBe("kopi 6010");
    expect(productAt(state(), 3_000)).toBeUndefined();
  });

  it("keeps the old list until the new one is there, and drops an answer that came too late", async () => {
    const { list, answer, state } = shop(PAGE_SIZE);
    list.show({ query: "k", categoryId: null });
    await answer(0);
    list.show({ query: "ko", categoryId: null });
    list.show({ query: "kop", categoryId: null });
    expect(productAt(state(), 0)?.name).toBe("k 0");
    await answer(2);
    await answer(1);
    expect(state().shown?.query).toBe("kop");
    expect(productAt(state(), 0)?.name).toBe("kop 0");
  });

  it("fetches anew what it shows when stock or prices changed", async () => {
    const { list, waiting, answer } = shop(PAGE_SIZE * 3);
    list.show({ query: "", categoryId: "buah" });
    await answer(0);
    list.need(PAGE_SIZE, PAGE_SIZE * 2);
    await answer(1);
    list.refresh();
    expect(waiting.slice(2).map(({ asked }) => asked.offset)).toEqual([0, PAGE_SIZE]);
    expect(waiting.every(({ asked }) => asked.categoryId === "buah")).toBe(true);
  });

  it("survives a search that fails", async () => {
    const list = new ProductList(() => Promise.reject(new Error("gone")));
    list.show({ query: "x", categoryId: null });
    await Promise.resolve();
    expect(list.store.getState()).toMatchObject({ shown: null, total: 0 });
  });

  it("keeps what is as it was, so that it is not drawn again", async () => {
    const { list, answer, state } = shop(2);
    list.show({ query: "kopi", categoryId: null });
    await answer(0);
    const before = productAt(state(), 0);
    list.refresh();
    await answer(1);
    expect(productAt(state(), 0)).toBe(before);
  });

  it("does not ask again for what it shows", async () => {
    const { list, waiting, answer } = shop(2);
    list.show({ query: "kopi", categoryId: null });
    await answer(0);
    list.show({ query: "kopi", categoryId: null });
    expect(waiting).toHaveLength(1);
  });
});
