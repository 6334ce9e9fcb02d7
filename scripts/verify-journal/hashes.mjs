/**
 * The hashes of a till's entries by seq, 32 bytes each, for the heads that come after them. What is
 * out of order goes into a map, so that a forged seq cannot ask for endless memory.
 */
export function hashStore() {
  let bytes = Buffer.alloc(32 * 1_024);
  let count = 0;
  /** @type {Map<number, string>} */
  const sparse = new Map();
  return {
    /**
     * @param {number} seq
     * @param {string} hash
     */
    set(seq, hash) {
      if (seq !== count + 1) {
        if (seq > count && !sparse.has(seq)) sparse.set(seq, hash);
        return;
      }
      if (bytes.length < 32 * seq) bytes = Buffer.concat([bytes, Buffer.alloc(bytes.length)]);
      bytes.write(hash, 32 * count, "hex");
      count = seq;
    },
    /**
     * @param {number} seq
     * @returns {string | undefined}
     */
    get(seq) {
      return seq <= count ? bytes.toString("hex", 32 * (seq - 1), 32 * seq) : sparse.get(seq);
    },
  };
}
