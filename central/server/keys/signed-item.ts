/** A signature (64 bytes) of a message by the holder of a key (its 32 raw bytes). */
export type SignedItem = {
  readonly key: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
};

const KEY = 32;
const SIGNATURE = 64;
const LENGTH = 4;

/** Lays items out in one piece of memory, which can be given to another thread without a copy. */
export function packItems(items: readonly SignedItem[]): Uint8Array<ArrayBuffer> {
  const size = items.reduce((all, { message }) => all + message.length, 0);
  const packed = new Uint8Array(size + items.length * (KEY + SIGNATURE + LENGTH));
  const view = new DataView(packed.buffer);
  let at = 0;
  for (const { key, message, signature } of items) {
    if (key.length !== KEY || signature.length !== SIGNATURE) throw new RangeError("not Ed25519");
    packed.set(key, at);
    packed.set(signature, at + KEY);
    view.setUint32(at + KEY + SIGNATURE, message.length);
    packed.set(message, at + KEY + SIGNATURE + LENGTH);
    at += KEY + SIGNATURE + LENGTH + message.length;
  }
  return packed;
}

/** The items of one piece of memory, in their order. */
export function unpackItems(packed: Uint8Array): SignedItem[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const items: SignedItem[] = [];
  for (let at = 0; at < packed.length; ) {
    const from = at + KEY + SIGNATURE + LENGTH;
    const to = from + view.getUint32(from - LENGTH);
    items.push({
      key: packed.subarray(at, at + KEY),
      signature: packed.subarray(at + KEY, at + KEY + SIGNATURE),
      message: packed.subarray(from, to),
    });
    at = to;
  }
  return items;
}
