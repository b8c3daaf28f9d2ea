/*
 * A container of bytes: named sections, each with its length and checksum. In: arrays of numbers and strings. Out: bytes,
 * little-endian on every machine, and back again, every length checked. What the sections mean is the affair of
 * `snapshot.ts`; what is wrong with bytes is said in plain sentences here.
 *
 *   0 u32 magic | 4 u16 format | 6 u16 normalizer | 8 u32 seed | 12 u16 k | 14 u16 sections | 16 f64 length of all in bytes
 *   then for each section: u32 name, u32 CRC-32 of its data, f64 length in bytes; then u32 CRC-32 of all before it, u32 0;
 *   then the data of the sections, each at a multiple of eight.
 */
import { SamestoryError } from "../errors.js";
import { SHINGLE_SEED, SHINGLE_WORDS } from "../fingerprint/shingles.js";
import { NORMALIZER_VERSION } from "../text/normalize.js";
import { isLittle } from "./byteOrder.js";
import { crc32 } from "./crc32.js";
import { textOf } from "./packedText.js";

/** "SSIX", read as a little-endian number. */
const MAGIC = 0x58495353;
const FORMAT = 3;
const HEADER = 24;
const ROW = 16;
const HEADER_END = 8;

/** Data of one section. */
export interface Section {
  /** Number of what it holds. */
  name: number;
  data: Uint8Array;
}

type Numbers = Uint16Array | Uint32Array | Float32Array | Float64Array;

/** The bytes of all sections. */
export function writeSections(sections: readonly Section[]): Uint8Array {
  const start = HEADER + sections.length * ROW + HEADER_END;
  const length = sections.reduce((sum, { data }) => sum + padded(data.length), start);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint16(4, FORMAT, true);
  view.setUint16(6, NORMALIZER_VERSION, true);
  view.setUint32(8, SHINGLE_SEED, true);
  view.setUint16(12, SHINGLE_WORDS, true);
  view.setUint16(14, sections.length, true);
  view.setFloat64(16, length, true);
  let at = start;
  for (const [i, { name, data }] of sections.entries()) {
    const row = HEADER + i * ROW;
    bytes.set(data, at);
    view.setUint32(row, name, true);
    view.setUint32(row + 4, crc32(data), true);
    view.setFloat64(row + 8, data.length, true);
    at += padded(data.length);
  }
  view.setUint32(start - HEADER_END, crc32(bytes.subarray(0, start - HEADER_END)), true);
  return bytes;
}

/** Reads what {@link writeSections} wrote; throws `BAD_BYTES` for anything else. */
export function readSections(input: Uint8Array | ArrayBuffer): Section[] {
  const bytes = asBytes(input);
  if (bytes.length < HEADER + HEADER_END) {
    throw notOurs(`it has ${bytes.length} bytes and the shortest has ${HEADER + HEADER_END}.`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC) throw notOurs('it does not begin with "SSIX".');
  const format = view.getUint16(4, true);
  if (format !== FORMAT) {
    throw new SamestoryError(
      "BAD_BYTES",
      `Got a story index of format ${format} when expected ${FORMAT}: read it with the version of samestory that wrote it, ` +
        "or build it again from the articles.",
    );
  }
  const count = view.getUint16(14, true);
  const start = HEADER + count * ROW + HEADER_END;
  if (bytes.length < start) throw damaged(`it is cut short, ${bytes.length} bytes of ${start} and more.`);
  if (view.getUint32(start - HEADER_END, true) !== crc32(bytes.subarray(0, start - HEADER_END))) {
    throw damaged("the checksum of its header does not fit.");
  }
  if (view.getUint32(start - 4, true) !== 0) throw damaged("its header is followed by what is not its own.");
  checkRecipe(view);
  const length = view.getFloat64(16, true);
  if (bytes.length < length) throw damaged(`it is cut short, ${bytes.length} bytes of ${length}.`);
  if (bytes.length > length) throw damaged(`${bytes.length - length} bytes follow its end.`);
  return sectionsOf(bytes, view, count, start);
}

/** Shingles of another recipe would find nothing, without a sign of it. */
function checkRecipe(view: DataView): void {
  const found = [view.getUint16(6, true), view.getUint32(8, true), view.getUint16(12, true)].join(", ");
  const expected = [NORMALIZER_VERSION, SHINGLE_SEED, SHINGLE_WORDS].join(", ");
  if (found !== expected) {
    throw new SamestoryError(
      "BAD_BYTES",
      `This story index was made by another recipe (normalizer, seed, k: ${found}; here ${expected}): ` +
        "read it with the version of samestory that wrote it, or build it again from the articles.",
    );
  }
}

function sectionsOf(bytes: Uint8Array, view: DataView, count: number, start: number): Section[] {
  const sections: Section[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    const row = HEADER + i * ROW;
    const length = view.getFloat64(row + 8, true);
    if (!(length >= 0 && at + length <= bytes.length)) throw damaged(`section ${i} would end beyond its bytes.`);
    const data = bytes.subarray(at, at + length);
    if (crc32(data) !== view.getUint32(row + 4, true)) throw damaged(`the checksum of section ${i} does not fit.`);
    const rest = bytes.subarray(at + length, at + padded(length));
    if (rest.some((byte) => byte !== 0)) throw damaged(`section ${i} is followed by what is not its own.`);
    sections.push({ name: view.getUint32(row, true), data });
    at += padded(length);
  }
  if (at !== bytes.length) throw damaged("its sections do not fill it.");
  return sections;
}

function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}

/** By what they are, not by `instanceof`: a buffer from another realm is one too. */
function asBytes(input: Uint8Array | ArrayBuffer): Uint8Array {
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  if (Object.prototype.toString.call(input) === "[object ArrayBuffer]") return new Uint8Array(input);
  throw notOurs(`it is ${input === null ? "null" : `of type ${typeof input}`}; give a Uint8Array or an ArrayBuffer.`);
}

/** Bytes of numbers, little-endian. */
export function bytesOf(numbers: Numbers): Uint8Array {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  return isLittle ? bytes : swapped(bytes, numbers.BYTES_PER_ELEMENT);
}

/** Numbers of bytes, in an array of their own. */
export function u16sOf(data: Uint8Array): Uint16Array<ArrayBuffer> {
  return new Uint16Array(copyOf(data, 2));
}

export function u32sOf(data: Uint8Array): Uint32Array<ArrayBuffer> {
  return new Uint32Array(copyOf(data, 4));
}

export function f32sOf(data: Uint8Array): Float32Array<ArrayBuffer> {
  return new Float32Array(copyOf(data, 4));
}

export function f64sOf(data: Uint8Array): Float64Array<ArrayBuffer> {
  return new Float64Array(copyOf(data, 8));
}

function copyOf(data: Uint8Array, size: number): ArrayBuffer {
  if (data.length % size !== 0) throw damaged(`${data.length} bytes are no row of numbers of ${size} bytes.`);
  const copy = new Uint8Array(data.length);
  copy.set(isLittle ? data : swapped(data, size));
  return copy.buffer;
}

function swapped(bytes: Uint8Array, size: number): Uint8Array {
  const result = new Uint8Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) result[i] = bytes[i - (i % size) + size - 1 - (i % size)];
  return result;
}

/** Strings: how many, the length of each in UTF-16 units (twice, plus one where units take two bytes), then the units. */
export function bytesOfStrings(strings: readonly string[]): Uint8Array {
  const lengths = new Uint32Array(strings.length + 1);
  lengths[0] = strings.length;
  let size = 0;
  for (const [i, text] of strings.entries()) {
    const wide = isWide(text);
    lengths[i + 1] = text.length * 2 + +wide;
    size += text.length * (wide ? 2 : 1);
  }
  const bytes = new Uint8Array(lengths.byteLength + size);
  bytes.set(bytesOf(lengths));
  let at = lengths.byteLength;
  for (const [i, text] of strings.entries()) {
    const wide = (lengths[i + 1] & 1) === 1;
    for (let j = 0; j < text.length; j++) {
      const unit = text.charCodeAt(j);
      bytes[at++] = unit;
      if (wide) bytes[at++] = unit >>> 8;
    }
  }
  return bytes;
}

export function stringsOf(data: Uint8Array): string[] {
  const count = data.length >= 4 ? u32sOf(data.subarray(0, 4))[0] : -1;
  const heads = (count + 1) * 4;
  if (count < 0 || heads > data.length) throw damaged("a list of strings is cut short.");
  const lengths = u32sOf(data.subarray(4, heads));
  const strings: string[] = new Array(count);
  let at = heads;
  for (let i = 0; i < count; i++) {
    const length = lengths[i] >>> 1;
    const wide = (lengths[i] & 1) === 1;
    const end = at + length * (wide ? 2 : 1);
    if (end > data.length) throw damaged("a list of strings is cut short.");
    strings[i] = textOf(wide ? u16sOf(data.subarray(at, end)) : data.subarray(at, end));
    at = end;
  }
  if (at !== data.length) throw damaged("a list of strings does not fill its section.");
  return strings;
}

function isWide(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 255) return true;
  return false;
}

function notOurs(why: string): SamestoryError {
  return new SamestoryError("BAD_BYTES", `This is not a samestory story index: ${why}`);
}

/** The error for bytes that once were a story index. */
export function damaged(why: string): SamestoryError {
  return new SamestoryError(
    "BAD_BYTES",
    `This samestory story index is damaged: ${why} Take an older copy of it, or build it again from the articles.`,
  );
}
