/*
 * In: the words of a text. Out: its shingles, the set of all runs of k consecutive words, as sorted 32-bit hashes,
 * and exact comparison of two such sets.
 * After A. Broder, "On the resemblance and containment of documents" (SEQUENCES 1997).
 * It keeps no order and no counts: a run that stands twice is one shingle.
 * It finds nothing in titles: ten words share no run of five once a word or two has changed.
 */

import { WordFlag, type Words } from "../text/words.js";

/**
 * How many words a shingle has unless told otherwise. Of 946 pairs of unrelated news texts none shared more than
 * 0.1% of its five-word shingles; with three words it is 1%, with two 5%.
 */
export const SHINGLE_WORDS = 5;

/** Where every shingle's hash starts. Another value makes all fingerprints unlike, so it is part of their recipe. */
export const SHINGLE_SEED = 0x53414d45;

/*
 * How many characters stand for one word of a shingle in scripts without spaces: 8 ideographs, or 14 clusters, for
 * five words. That is less running text than five spaced words. A character is a finer grain than a word: an edit of
 * one word touches two ideographs or five clusters and spoils every shingle over any of them, so shingles as long as
 * five words would lose more to each edit. The two numbers are chosen, not yet measured on labelled pairs.
 */
const IDEOGRAPHS_A_WORD = 1.6;
const CLUSTERS_A_WORD = 2.8;

/**
 * The set of hashes of all runs of `k` consecutive words, ascending, each once.
 *
 * The script of its first word decides how long a shingle is, so that in a mixed text it depends on nothing but
 * the words from there on. A text too short for any shingle is one shingle, an empty text the empty set.
 */
export function shingle(words: Words, k: number = SHINGLE_WORDS): Uint32Array {
  const { count, hash, flags } = words;
  const ideographs = Math.round(k * IDEOGRAPHS_A_WORD);
  const clusters = Math.round(k * CLUSTERS_A_WORD);
  const spaceless = WordFlag.ideograph | WordFlag.cluster;
  const hashes = new Uint32Array(count);
  let made = 0;
  for (let first = 0; first < count; first++) {
    const script = flags[first] & spaceless;
    const length = script === 0 ? k : script === WordFlag.ideograph ? ideographs : clusters;
    if (first + length <= count) hashes[made++] = hashRun(hash, first, length);
  }
  if (made === 0 && count > 0) hashes[made++] = hashRun(hash, 0, count);
  return sortedSet(hashes.subarray(0, made));
}

/** |A∩B| / |A∪B| of two shingle sets. An empty text resembles nothing, not even another empty one. */
export function setResemblance(a: Uint32Array, b: Uint32Array): number {
  const shared = countShared(a, b);
  return shared === 0 ? 0 : shared / (a.length + b.length - shared);
}

/** How much of each shingle set stands in the other; 0 for a set that is empty. */
export function setContainment(a: Uint32Array, b: Uint32Array): { aInB: number; bInA: number } {
  const shared = countShared(a, b);
  return shared === 0 ? { aInB: 0, bInA: 0 } : { aInB: shared / a.length, bInA: shared / b.length };
}

/** How many hashes stand in both of two ascending sets. */
export function countShared(a: Uint32Array, b: Uint32Array): number {
  const { length: aLength } = a;
  const { length: bLength } = b;
  let shared = 0;
  let i = 0;
  let j = 0;
  // No branch on the hashes: they are random, so the processor would mispredict every other one.
  while (i < aLength && j < bLength) {
    const x = a[i];
    const y = b[j];
    shared += +(x === y);
    i += +(x <= y);
    j += +(y <= x);
  }
  return shared;
}

/**
 * Hash of `length` words: FNV-like steps, each with a shift so that high bits reach the low ones (a product alone
 * carries upwards only, and "a b" and "b a" would agree in the lowest bit), then MurmurHash3's finaliser, because
 * sorting and sketching go by the highest bits.
 */
function hashRun(words: Uint32Array, start: number, length: number): number {
  let h = SHINGLE_SEED ^ length;
  for (let i = start; i < start + length; i++) {
    h = Math.imul(h ^ words[i], 0x9e3779b1);
    h ^= h >>> 15;
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Random hashes put one or fewer into a bucket on average, so a larger one is no accident. */
const LARGEST_BUCKET = 32;

/**
 * Sorts by as many high bits as there are hashes, then by insertion among neighbours: less than half the time that
 * the engine's own sort takes for 900 hashes, and two thirds of a byte-wise radix sort's. A bucket that fills up costs the
 * square of its size, so with one of those (a text that repeats itself, or one made to do harm) the engine sorts.
 */
function sortedSet(hashes: Uint32Array): Uint32Array {
  const { length } = hashes;
  if (length < 2) return hashes.slice();
  const shift = Math.clz32(length);
  const ends = new Uint32Array(2 ** (32 - shift));
  for (let i = 0; i < length; i++) ends[hashes[i] >>> shift]++;
  let largest = 0;
  let sum = 0;
  for (let bucket = 0; bucket < ends.length; bucket++) {
    const size = ends[bucket];
    if (size > largest) largest = size;
    ends[bucket] = sum;
    sum += size;
  }
  if (largest > LARGEST_BUCKET) return dropRepeats(hashes.sort());

  const sorted = new Uint32Array(length);
  for (let i = 0; i < length; i++) sorted[ends[hashes[i] >>> shift]++] = hashes[i];
  for (let i = 1; i < length; i++) {
    const hash = sorted[i];
    let at = i;
    for (; at > 0 && sorted[at - 1] > hash; at--) sorted[at] = sorted[at - 1];
    sorted[at] = hash;
  }
  return dropRepeats(sorted);
}

function dropRepeats(sorted: Uint32Array): Uint32Array {
  let kept = 1;
  for (let i = 1; i < sorted.length; i++) {
    if (sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i];
  }
  return kept === sorted.length ? sorted : sorted.slice(0, kept);
}
