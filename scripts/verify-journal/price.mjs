import { isAmount, isObject, isUuid, isWhole } from "./values.mjs";

/** @typedef {import("./faults.mjs").FaultCode} FaultCode */
/** @typedef {import("./values.mjs").JsonObject} JsonObject */
/**
 * Changed prices that wait for their sale, which is the next entry that is none itself.
 * @typedef {{ waiting: { saleId: string, lineNo: number, productId: string, newPrice: number }[] }} Prices
 */

/** @returns {Prices} */
export function startPrices() {
  return { waiting: [] };
}

/**
 * Whether a body is shaped like a PRICE_CHANGED; one without an approval is none.
 * @param {JsonObject} body
 */
export function isPriceChange(body) {
  const { approval, saleId, lineNo, productId, oldPrice, newPrice } = body;
  return (
    isObject(approval) &&
    isUuid(approval.approverId) &&
    isUuid(saleId) &&
    isUuid(productId) &&
    isWhole(lineNo, 1) &&
    isAmount(oldPrice) &&
    isAmount(newPrice) &&
    newPrice > 0
  );
}

/**
 * Judges that each changed price is the one its sale was made at.
 * @param {string} kind
 * @param {JsonObject} body
 * @param {Prices} prices
 * @returns {FaultCode[]}
 */
export function priceFaults(kind, body, prices) {
  if (kind === "PRICE_CHANGED") {
    const { saleId, lineNo, productId, newPrice } = body;
    if (!isPriceChange(body)) return [];
    const change = { saleId, lineNo, productId, newPrice };
    prices.waiting.push(/** @type {Prices["waiting"][number]} */ (change));
    return [];
  }
  const { waiting } = prices;
  prices.waiting = [];
  if (waiting.length === 0) return [];
  const lines = kind === "SALE" && Array.isArray(body.lines) ? body.lines : [];
  const fits = waiting.every(({ saleId, lineNo, productId, newPrice }) => {
    const line = saleId === body.saleId ? lines[lineNo - 1] : undefined;
    return isObject(line) && line.productId === productId && line.unitPrice === newPrice;
  });
  return fits ? [] : ["PRICE"];
}
