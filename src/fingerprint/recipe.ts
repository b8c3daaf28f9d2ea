/*
 * In: the options of a caller. Out: a recipe, which is everything that must be equal before two fingerprints may
 * be compared.
 * It names the normaliser too: an article normalised by other rules gives other words, and an estimate over those
 * would be wrong without a sign of it.
 * It does not convert: a fingerprint of another recipe has to be made again from the article.
 */

import { SamestoryError } from "../errors.js";
import { NORMALIZER_VERSION } from "../text/normalize.js";
import { SHINGLE_SEED, SHINGLE_WORDS } from "./shingles.js";

/** How a fingerprint was made. Fingerprints are comparable only when all of it is equal. */
export interface Recipe {
  /** Number of the way shingles become a sketch; 1 is the one in `sketch.ts`. */
  scheme: number;
  /** Words in a shingle. */
  k: number;
  /** Bins of the sketch. */
  bins: number;
  /** Bits kept of each bin. */
  bits: number;
  /** Where shingle hashes start. */
  seed: number;
  /** Version of the normaliser that made the words. */
  normalizer: number;
}

/** Options of `fingerprint`. */
export interface FingerprintOptions {
  /**
   * Words in a shingle, 2 to 16; default 5. Fewer find heavier rewriting and more coincidences.
   * In scripts without spaces it is scaled to as many characters as carry about the same.
   */
  k?: number;
  /**
   * Bins of the sketch, a power of two from 64 to 4096; default 512, which is 256 bytes and errs by 0.02.
   * Four times the bins halve the error.
   */
  bins?: number;
}

export const SCHEME = 1;
export const BITS = 4;
const DEFAULT_BINS = 512;

/** The recipe for these options; throws `INVALID_OPTION` for values out of their range. */
export function recipeFor(options: FingerprintOptions = {}): Recipe {
  const k = options.k ?? SHINGLE_WORDS;
  const bins = options.bins ?? DEFAULT_BINS;
  if (!isShingleLength(k)) {
    throw new SamestoryError("INVALID_OPTION", `Option k is ${String(k)}; give a whole number from 2 to 16.`);
  }
  if (!isBinCount(bins)) {
    throw new SamestoryError("INVALID_OPTION", `Option bins is ${String(bins)}; give a power of two from 64 to 4096.`);
  }
  return { scheme: SCHEME, k, bins, bits: BITS, seed: SHINGLE_SEED, normalizer: NORMALIZER_VERSION };
}

/** One word makes a bag of words, not a run; beyond 16 every edit spoils a paragraph. */
export function isShingleLength(k: number): boolean {
  return Number.isInteger(k) && k >= 2 && k <= 16;
}

/** Below 64 bins the error passes 0.05; above 4096 the shingles themselves take less room for nearly every article. */
export function isBinCount(bins: number): boolean {
  return Number.isInteger(bins) && bins >= 64 && bins <= 4096 && (bins & (bins - 1)) === 0;
}

/** Throws `UNLIKE_FINGERPRINTS` unless the two recipes are the same. */
export function requireSameRecipe(a: Recipe, b: Recipe): void {
  if (a === b || isSameRecipe(a, b)) return;
  throw new SamestoryError(
    "UNLIKE_FINGERPRINTS",
    `These fingerprints cannot be compared: one was made with ${describe(a)}; the other with ${describe(b)}. ` +
      "Make both from their articles again, with the same options and the same version of samestory.",
  );
}

function isSameRecipe(a: Recipe, b: Recipe): boolean {
  return (
    a.scheme === b.scheme &&
    a.k === b.k &&
    a.bins === b.bins &&
    a.bits === b.bits &&
    a.seed === b.seed &&
    a.normalizer === b.normalizer
  );
}

function describe({ scheme, k, bins, bits, seed, normalizer }: Recipe): string {
  return `k=${k}, bins=${bins} (scheme ${scheme}, ${bits} bits, seed ${seed}, normalizer ${normalizer})`;
}
