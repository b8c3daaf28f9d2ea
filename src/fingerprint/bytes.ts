/*
 * In: a recipe and a sketch. Out: bytes, the same on every machine, and back again with every field checked.
 * Little-endian; offset, type, field:
 *   0 u32 magic "SSFP" | 4 u8 format | 5 u8 scheme | 6 u8 k | 7 u8 bits | 8 u16 bins | 10 u16 normalizer | 12 u32 seed
 *   16 u32 set size | 20 u32 length of the data in bytes | 24 the data, u32 each | then u32 CRC-32 of all before it
 * It repairs nothing: bytes that are foreign, cut, damaged or followed by others are refused in a plain sentence.
 */

import { SamestoryError } from "../errors.js";
import { BITS, isBinCount, isShingleLength, type Recipe, SCHEME } from "./recipe.js";
import { dataLength, isExact, type Sketch } from "./sketch.js";

/** "SSFP", read as a little-endian number. */
const MAGIC = 0x50465353;
const FORMAT = 1;
const HEADER_BYTES = 24;
const CHECKSUM_BYTES = 4;

/** The bytes of a fingerprint: 284 for an article of more than 64 shingles, with the default recipe. */
export function encode(recipe: Recipe, { size, data }: Sketch): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + data.length * 4 + CHECKSUM_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint8(4, FORMAT);
  view.setUint8(5, recipe.scheme);
  view.setUint8(6, recipe.k);
  view.setUint8(7, recipe.bits);
  view.setUint16(8, recipe.bins, true);
  view.setUint16(10, recipe.normalizer, true);
  view.setUint32(12, recipe.seed, true);
  view.setUint32(16, size, true);
  view.setUint32(20, data.length * 4, true);
  for (let i = 0; i < data.length; i++) view.setUint32(HEADER_BYTES + i * 4, data[i], true);
  const end = bytes.length - CHECKSUM_BYTES;
  view.setUint32(end, crc32(bytes, end), true);
  return bytes;
}

/** Reads what {@link encode} wrote; throws `BAD_BYTES` for anything else. */
export function decode(input: Uint8Array | ArrayBuffer): { recipe: Recipe; sketch: Sketch } {
  const bytes = asBytes(input);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  checkFrame(bytes, view);
  const recipe = readRecipe(view);
  const size = view.getUint32(16, true);
  const data = readData(view, size, recipe.bins);
  return { recipe, sketch: { size, bins: recipe.bins, data } };
}

/** By what they are, not by `instanceof`: a buffer from another realm (a frame, a worker's test runner) is one too. */
function asBytes(input: Uint8Array | ArrayBuffer): Uint8Array {
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  if (Object.prototype.toString.call(input) === "[object ArrayBuffer]") return new Uint8Array(input);
  throw notOurs(`it is ${input === null ? "null" : `of type ${typeof input}`}; give a Uint8Array or an ArrayBuffer.`);
}

/** Magic, format, length and checksum: whether these are the bytes that were written, all of them and no more. */
function checkFrame(bytes: Uint8Array, view: DataView): void {
  const { length } = bytes;
  if (length < HEADER_BYTES + CHECKSUM_BYTES) {
    throw notOurs(`it has ${length} bytes and the shortest has ${HEADER_BYTES + CHECKSUM_BYTES}.`);
  }
  if (view.getUint32(0, true) !== MAGIC) throw notOurs('it does not begin with "SSFP".');
  const format = view.getUint8(4);
  if (format !== FORMAT) {
    throw new SamestoryError(
      "BAD_BYTES",
      `Got a fingerprint of format ${format} when expected ${FORMAT}: ` +
        "read it with the version of samestory that wrote it, or make it again from the article.",
    );
  }
  const expected = HEADER_BYTES + view.getUint32(20, true) + CHECKSUM_BYTES;
  if (length < expected) throw damaged(`it is cut short, ${length} bytes of ${expected}.`);
  if (length > expected) throw damaged(`${length - expected} bytes follow its end.`);
  const end = length - CHECKSUM_BYTES;
  if (view.getUint32(end, true) !== crc32(bytes, end)) throw damaged("its checksum does not fit its bytes.");
}

/** A seed or a normalizer unknown here is no fault of the bytes: comparing will tell. */
function readRecipe(view: DataView): Recipe {
  const recipe = {
    scheme: view.getUint8(5),
    k: view.getUint8(6),
    bins: view.getUint16(8, true),
    bits: view.getUint8(7),
    seed: view.getUint32(12, true),
    normalizer: view.getUint16(10, true),
  };
  if (recipe.scheme !== SCHEME) throw damaged(`its scheme is ${recipe.scheme} when expected ${SCHEME}.`);
  if (recipe.bits !== BITS) throw damaged(`it has ${recipe.bits} bits a bin when expected ${BITS}.`);
  if (!isShingleLength(recipe.k)) throw damaged(`its k is ${recipe.k}, not a number from 2 to 16.`);
  if (!isBinCount(recipe.bins)) throw damaged(`it has ${recipe.bins} bins, not a power of two from 64 to 4096.`);
  return recipe;
}

function readData(view: DataView, size: number, bins: number): Uint32Array {
  const bytes = view.getUint32(20, true);
  const expected = dataLength(size, bins) * 4;
  if (bytes !== expected) throw damaged(`it has ${bytes} bytes of data where ${size} shingles need ${expected}.`);
  const data = new Uint32Array(expected / 4);
  for (let i = 0; i < data.length; i++) data[i] = view.getUint32(HEADER_BYTES + i * 4, true);
  if (!isExact(size, bins)) {
    if (data.every((word) => word === 0)) throw damaged(`all its bins are empty where it has ${size} shingles.`);
    return data;
  }
  for (let i = 1; i < size; i++) {
    if (data[i] <= data[i - 1]) throw damaged("its hashes do not ascend.");
  }
  return data;
}

function notOurs(why: string): SamestoryError {
  return new SamestoryError("BAD_BYTES", `This is not a samestory fingerprint: ${why}`);
}

function damaged(why: string): SamestoryError {
  return new SamestoryError(
    "BAD_BYTES",
    `This samestory fingerprint is damaged: ${why} Read it again from where it is kept, or make it again from the article.`,
  );
}

/** What four bits do to the polynomial of CRC-32 (ISO 3309, reflected): a table that is short enough to stand here. */
const CRC_OF_NIBBLE = /* @__PURE__ */ new Uint32Array([
  0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c, 0xedb88320,
  0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
]);

/** CRC-32 of the first `length` bytes; every change of a single bit and every burst of up to 32 changes it. */
export function crc32(bytes: Uint8Array, length: number): number {
  let crc = 0xffffffff;
  for (let i = 0; i < length; i++) {
    crc ^= bytes[i];
    crc = (crc >>> 4) ^ CRC_OF_NIBBLE[crc & 15];
    crc = (crc >>> 4) ^ CRC_OF_NIBBLE[crc & 15];
  }
  return ~crc >>> 0;
}
