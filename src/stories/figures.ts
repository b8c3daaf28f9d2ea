/*
 * In: the words of an article. Out: its figures (numbers and dates) in at most 48 bytes, and how far those of one
 * article stand in another. For articles whose text is no longer kept: the same wording with other figures is a template,
 * not a version.
 */
import { WordFlag, type Words } from "../text/words.js";

/** So many figures are kept, those with the smallest hashes: a sample that two articles draw alike. */
export const MOST_FIGURES = 24;

/** Ascending 16-bit hashes of an article's figures. */
export function figuresOf({ count, flags, hash }: Words): Uint16Array {
  const found = new Set<number>();
  for (let i = 0; i < count; i++) {
    const isFigure = (flags[i] & (WordFlag.number | WordFlag.date)) !== 0 && (flags[i] & WordFlag.spelled) === 0;
    if (isFigure) found.add((Math.imul(hash[i], 0x9e3779b1) >>> 16) & 0xffff);
  }
  return Uint16Array.from(found).sort().slice(0, MOST_FIGURES);
}

/** Share of the figures of the one that has fewer that stand in the other; undefined where there are too few to tell. */
export function sharedFigures(a: Uint16Array, b: Uint16Array): number | undefined {
  // Beyond the last of a full list nothing is known.
  const limit = Math.min(lastKnown(a), lastKnown(b));
  const inA = a.filter((figure) => figure <= limit);
  const inB = new Set(b.filter((figure) => figure <= limit));
  const fewer = Math.min(inA.length, inB.size);
  if (fewer < FEWEST) return undefined;
  return inA.reduce((shared, figure) => shared + +inB.has(figure), 0) / fewer;
}

/** Two figures may differ by a correction. */
const FEWEST = 3;

function lastKnown(figures: Uint16Array): number {
  return figures.length < MOST_FIGURES ? 0xffff : figures[figures.length - 1];
}
