/*
 * In: the shingle set of an article. Out: the part of it that is indexed.
 * Sampling by hash (N. Heintze, "Scalable document fingerprinting", USENIX EC 1996: hashes that are 0 modulo n): two
 * articles that share a shingle either both sample it or both leave it out, wherever it stands. Short articles keep
 * all, or a brief of sixty words would be found by luck.
 */
import { countDistinct } from "../fingerprint/overlap.js";
import { sortedSet } from "../fingerprint/shingles.js";

/** One shingle in eight is sampled: those whose lowest bits are 0. Found 99.95% of pairs with containment of .7 (docs/accuracy.md). */
const SAMPLE_MASK = 7;

/** Articles with fewer shingles than this keep all of them. */
const WHOLE_BELOW = 128;

/** What is indexed of an article, with what is needed to make shares of counts. */
export interface Sample {
  /** The sampled shingles, ascending. */
  hashes: Uint32Array;
  /** How many shingles the article has in all. */
  size: number;
  /** How many of {@link hashes} any article would have sampled; all of them for a long article. */
  common: number;
}

/** Samples shingles, in any order and with repeats. Only what is kept needs to be sorted, an eighth of most. */
export function sampleShingles(shingles: Uint32Array): Sample {
  const size = countDistinct(shingles);
  const sampled = sortedSet(commonOf(shingles));
  const hashes = size < WHOLE_BELOW ? sortedSet(shingles) : sampled;
  return { hashes, size, common: sampled.length };
}

function commonOf(shingles: Uint32Array): Uint32Array {
  const common = new Uint32Array(shingles.length);
  let count = 0;
  for (let i = 0; i < shingles.length; i++) {
    common[count] = shingles[i];
    count += +isCommon(shingles[i]);
  }
  return common.subarray(0, count);
}

/** Whether any article that has this shingle samples it. */
export function isCommon(hash: number): boolean {
  return (hash & SAMPLE_MASK) === 0;
}

/** Two sizes, as in {@link Sample}. */
export type SampleSize = Pick<Sample, "size" | "common">;

/** How many hashes two samples can share at most: short articles meet in all their shingles, others in the sampled ones. */
export function sampledSizes(a: SampleSize, b: SampleSize): { a: number; b: number } {
  const whole = a.size < WHOLE_BELOW && b.size < WHOLE_BELOW;
  return whole ? { a: a.size, b: b.size } : { a: a.common, b: b.common };
}

/** Share of the smaller sample that stands in the other, 0..1. */
export function sampledContainment(shared: number, a: SampleSize, b: SampleSize): number {
  const sizes = sampledSizes(a, b);
  const smaller = Math.min(sizes.a, sizes.b);
  return smaller > 0 ? Math.min(1, shared / smaller) : 0;
}
