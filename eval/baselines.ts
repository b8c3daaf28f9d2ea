/**
 * What others use, on the same pairs: one similarity of shingle sets or sketches, and one or two thresholds.
 * None of them sees titles, dates or outlets.
 */
import { Minhash } from "minhash";

export type Answer = "same" | "partial" | "different";

export interface Baseline {
  name: string;
  answer(a: { id?: string; text: string }, b: { id?: string; text: string }): Answer;
}

/** The baselines, sharing one cache of what they derive from a text. */
export function baselines(): Baseline[] {
  const sets = cached((text, size) => shingles(words(text), size));
  const resemblance = (size: number) => (a: string, b: string) => {
    const [x, y] = [sets(a, size), sets(b, size)];
    const common = shared(x, y);
    return common / (x.length + y.length - common || 1);
  };
  const containment = (size: number) => (a: string, b: string) => {
    const [x, y] = [sets(a, size), sets(b, size)];
    return shared(x, y) / (Math.min(x.length, y.length) || 1);
  };
  const sketches = cached((text) => sketchOf(text));
  const simhashes = cached((text) => simhash(text));
  const minhash = (a: string, b: string) => {
    // The package is slow (50 articles a second), and its estimate errs by 0.04: far below the threshold it need not run.
    if (resemblance(5)(a, b) < 0.2) return 0;
    return sketches(a, 5).jaccard(sketches(b, 5));
  };
  const closeness = (a: string, b: string) => -hammingDistance(simhashes(a, 1), simhashes(b, 1));
  return [
    byThreshold("word-5 resemblance >= 0.5", resemblance(5), 0.5),
    byThreshold("word-5 resemblance >= 0.7", resemblance(5), 0.7),
    byThreshold("word-3 containment >= 0.5", containment(3), 0.5),
    byThreshold("word-3 containment >= 0.68, partial >= 0.45", containment(3), 0.68, 0.45),
    byThreshold("npm minhash, 128 permutations, word-5 >= 0.5", minhash, 0.5),
    byThreshold("SimHash, 64 bits, distance <= 3", closeness, -3),
  ];
}

function byThreshold(
  name: string,
  similarity: (a: string, b: string) => number,
  same: number,
  partial = Number.POSITIVE_INFINITY,
): Baseline {
  return {
    name,
    answer(a, b) {
      const value = similarity(a.text, b.text);
      if (value >= same) return "same";
      return value >= partial ? "partial" : "different";
    },
  };
}

function cached<T>(make: (text: string, size: number) => T): (text: string, size: number) => T {
  const caches = new Map<number, Map<string, T>>();
  return (text, size) => {
    const cache = caches.get(size) ?? new Map<string, T>();
    caches.set(size, cache);
    const value = cache.get(text) ?? make(text, size);
    cache.set(text, value);
    return value;
  };
}

/**
 * Runs of letters and digits, lower case; a character each in scripts without spaces. Soft hyphens are not touched: the
 * baselines get no help.
 */
export function words(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu;

/** The distinct runs of `size` words, as sorted 32-bit hashes. A shorter text is one shingle. */
export function shingles(list: readonly string[], size: number): Uint32Array {
  if (list.length === 0) return new Uint32Array(0);
  const found = new Set<number>();
  for (let first = 0; first + size <= Math.max(list.length, size); first++) {
    found.add(hash(list.slice(first, first + size).join(" "), 0x811c9dc5));
  }
  return Uint32Array.from(found).sort();
}

/** How many values two sorted sets have in common. */
export function shared(a: Uint32Array, b: Uint32Array): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) count++;
    const [x, y] = [a[i], b[j]];
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return count;
}

function sketchOf(text: string): Minhash {
  const sketch = new Minhash({ numPerm: 128 });
  const list = words(text);
  const items = new Set<string>();
  for (let first = 0; first + 5 <= Math.max(list.length, 5); first++) items.add(list.slice(first, first + 5).join(" "));
  for (const item of items) sketch.update(item);
  return sketch;
}

/** Charikar's SimHash of the words, each weighted by how often it stands in the text: two 32-bit halves. */
export function simhash(text: string): [number, number] {
  const counts = new Float64Array(64);
  for (const word of words(text)) {
    const halves = [hash(word, 0x811c9dc5), hash(word, 0x9747b28c)];
    for (let bit = 0; bit < 64; bit++) counts[bit] += (halves[bit >> 5] >>> (bit & 31)) & 1 ? 1 : -1;
  }
  const half = (from: number) => {
    let value = 0;
    for (let bit = 0; bit < 32; bit++) if (counts[from + bit] > 0) value |= 1 << bit;
    return value >>> 0;
  };
  return [half(0), half(32)];
}

export function hammingDistance(a: readonly [number, number], b: readonly [number, number]): number {
  return bitsSet(a[0] ^ b[0]) + bitsSet(a[1] ^ b[1]);
}

function bitsSet(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** FNV-1a with the finaliser of MurmurHash3. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
