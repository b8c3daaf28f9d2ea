/** Whether words in place of others say the same at all: by how many there are, and how many of them are shared. */
import { WordFlag } from "../text/words.js";
import { isModalWord } from "./doubt.js";
import type { EditKind } from "./edits.js";
import { contentOf, type Stretch, some } from "./stretch.js";

/** Fewer words of matter may be a rephrasing. */
const LEAST_CLAIM = 4;

/**
 * One claim in place of another: words of matter on both sides, none of which the other text has anywhere; of a denial,
 * none that the other side has, since what is denied would have to stay.
 */
export function isReplaced(one: Stretch, two: Stretch, kind: EditKind): boolean {
  const [a, b] = [contentOf(one), contentOf(two)];
  if (kind === "negation") return !isUnspaced(one) && isOtherClaim(a, b);
  if (Math.min(a.length, b.length) < LEAST_CLAIM) return false;
  return a.every((word) => !one.others().has(word)) && b.every((word) => !two.others().has(word));
}

/** Whether each character is a word: many of them make one word of matter. */
function isUnspaced(stretch: Stretch): boolean {
  return some(stretch, (_, token) => (token.flags & (WordFlag.ideograph | WordFlag.cluster)) !== 0);
}

/** "None was hurt badly" and "The cause was not known": beside the denial nothing is shared. */
function isOtherClaim(a: readonly string[], b: readonly string[]): boolean {
  const [one, two] = [a, b].map((words) => words.filter((word) => !isModalWord(word)));
  if (!one || !two || Math.min(one.length, two.length) < 2 || Math.max(one.length, two.length) < LEAST_CLAIM - 1)
    return false;
  return one.every((word) => !two.includes(word));
}

/** One side may hold this many more words of matter than the other and still say the same. */
const SAME_SIZE = 3;

/** A short stretch and a long one do not say the same. */
export function nameSizes(one: Stretch, two: Stretch): EditKind | undefined {
  const surplus = contentOf(one).length - contentOf(two).length;
  if (Math.abs(surplus) <= SAME_SIZE) return undefined;
  return surplus > 0 ? "dropped" : "added";
}
