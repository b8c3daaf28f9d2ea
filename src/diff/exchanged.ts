/** "Marsh accused Whitfield" and "Whitfield accused Marsh": two that stand in each other's place in a sentence that stays as it was. */
import type { Span } from "../article.js";
import { JUDGING, SAYING } from "./lexicon.js";
import { editOf, type NamedEdit } from "./named.js";
import { sentenceAround } from "./stretch.js";

/** Words of either of the two, at most. */
const MOST_WORDS = 6;
/** Between two whose order says nothing. */
const LEVEL =
  /^(?:and|or|as|well|with|to|is|are|was|were|will|be|been|has|have|had|expected|identified|named|known|v|vs|versus|by|on|in|at|for|from|of|opposite|met|meets?|married|plays?|played|drew|faced?|faces|fights?|fought|borders?|the|a|an)$/u;
/** How a place, a time or a manner begins: where it stands in a sentence says nothing. */
const ASIDE =
  /^(?:in|on|at|from|after|before|during|since|by|for|last|next|this|later|earlier|now|then|today|yesterday|tomorrow|\p{L}+ly)$/u;

/**
 * The edits, those of another order named for what they are where two parties changed sides. Passive voice, speech told
 * before its speaker and what "and" joins have other words between the two, or none. In English alone, where the order of words
 * tells who did it: "Die Zahl nannte der Minister" and "Der Minister nannte die Zahl" say the same.
 */
export function nameExchanged(textA: string, textB: string, edits: readonly NamedEdit[]): NamedEdit[] {
  return edits.map((edit) => {
    const { kind, a, b } = edit;
    if (kind !== "reordered" || !a || !b || !areExchanged(sentenceAt(textA, a), sentenceAt(textB, b))) return edit;
    return editOf("name", a, b);
  });
}

/** The words of the sentence that a span stands in. */
function sentenceAt(text: string, span: Span): string[] {
  const { before, behind } = sentenceAround(text, span);
  const sentence = before + text.slice(span.start, span.end) + behind;
  return sentence.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*|[,;:]/gu) ?? [];
}

/** Whether one is the other with two stretches in each other's place, and something said of one to the other between them. */
function areExchanged(one: readonly string[], two: readonly string[]): boolean {
  if (one.length !== two.length) return false;
  let from = 0;
  while (from < one.length && one[from] === two[from]) from++;
  let to = one.length;
  while (to > from && one[to - 1] === two[to - 1]) to--;
  return splits(one.slice(from, to), two.slice(from, to), one[from - 1] ?? "");
}

/** a = X M Y, b = Y M X, behind a word. */
function splits(a: readonly string[], b: readonly string[], before: string): boolean {
  const { length } = a;
  for (let x = 1; x <= Math.min(MOST_WORDS, length - 2); x++) {
    for (let y = 1; y <= Math.min(MOST_WORDS, length - x - 1); y++) {
      const isSplit = same(a, 0, b, length - x, x) && same(a, length - y, b, 0, y) && same(a, x, b, y, length - x - y);
      if (
        isSplit &&
        !ASIDE.test(a[0] as string) &&
        !ASIDE.test(b[0] as string) &&
        isTelling(a.slice(x, length - y), before)
      )
        return true;
    }
  }
  return false;
}

function same(a: readonly string[], fromA: number, b: readonly string[], fromB: number, count: number): boolean {
  for (let i = 0; i < count; i++) if (a[fromA + i] !== b[fromB + i]) return false;
  return true;
}

function isTelling(words: readonly string[], before: string): boolean {
  if (before === "from" && words.join(" ") === "to") return true;
  // "signed a deal with", "collided with": both did.
  if (words[words.length - 1] === "with") return false;
  if (words.some((word) => /^[,;:]$/u.test(word) || SAYING.has(word) || JUDGING.has(word))) return false;
  return words.some((word) => !LEVEL.test(word));
}
