import { CUE_KINDS, type FurnitureKind } from "./cues.js";
import { isParagraph, opensList } from "./features.js";
import { LineFlag, LONG_UNITS, type PageLines } from "./lines.js";

/** In text without furniture no more short lines without an end mark than this follow each other … */
const CLEAN_STREAK = 4;
export const CLEAN_WORDS = 8;
/** … and no more lines than this read like furniture. */
const CLEAN_CUES = 1;
/** So many lines that are no sentences, both above and below the paragraphs, make a page as well. */
const ENDS = 3;
/** So many lines that only pages have, all above the text or all below it, make a page of it; one at each end does too. */
const SIGNS_ABOVE = 2;
const SIGNS_BELOW = 3;

/** Kinds of cue that only pages have. Dates, bylines, captions and the word "Advertisement" stand in copied text as well. */
const PAGE_KINDS: readonly FurnitureKind[] = [
  "related",
  "comments",
  "share",
  "subscribe",
  "legal",
  "error",
  "navigation",
];

/** Whether only pages have such a line: a row of items, a button, a notice of rights. */
function isSign(lines: PageLines, i: number): boolean {
  return (
    (lines.cue[i] !== 0 && PAGE_KINDS.includes(CUE_KINDS[lines.cue[i]])) ||
    (lines.flags[i] & (LineFlag.items | LineFlag.copyright)) !== 0
  );
}

/**
 * How much there is to take away: from clean text nothing; where single lines of furniture stand in a text ("light"),
 * those lines; from a page everything but the body.
 *
 * A page shows at its ends: many short lines above the first paragraph or below the last, or a few that only pages
 * have. A list inside a text, or one that a colon opens, counts only beside such a sign: texts have lists as well. And
 * without paragraphs (a poem, a list) only signs tell.
 */
export function stateOf(lines: PageLines): "clean" | "light" | "page" {
  let paragraphs = 0;
  let cues = 0;
  let lists = 0;
  /** Signs above the first paragraph, below the last, and in all. */
  let above = 0;
  let below = 0;
  let signs = 0;
  let streak = 0;
  /** Lines that are neither paragraph nor sentence, above the first paragraph and below the last. */
  let lead = 0;
  let trail = 0;
  /** Whether a colon opened the streak. */
  let led = false;
  /** The longest streaks: at the ends of the text, and inside or behind a colon. */
  let outer = 0;
  let tail = 0;
  let inside = 0;
  for (let i = 0; i < lines.count; i++) {
    const flags = lines.flags[i];
    if (lines.cue[i] !== 0) cues++;
    if (opensList(lines, i)) lists++;
    const long = lines.end[i] - lines.start[i] >= LONG_UNITS;
    if (long || isParagraph(lines, i)) {
      paragraphs++;
      if (tail > inside) inside = tail;
      tail = 0;
      below = 0;
      trail = 0;
    } else if (isSign(lines, i)) {
      signs++;
      below++;
      if (paragraphs === 0) above++;
    }
    const short = !long && lines.words[i] <= CLEAN_WORDS && (flags & LineFlag.ended) === 0;
    if (!long && (flags & LineFlag.ended) === 0 && !isParagraph(lines, i)) {
      if (paragraphs === 0) lead++;
      else trail++;
    }
    if (!short || lines.cue[i] === ADVERTISEMENT) {
      streak = 0;
      led = (flags & LineFlag.colon) !== 0;
      continue;
    }
    if (streak === 0 && flags & LineFlag.colon) led = true;
    streak++;
    if (led) inside = Math.max(inside, streak);
    else if (paragraphs === 0) outer = Math.max(outer, streak);
    else tail = Math.max(tail, streak);
  }
  if (paragraphs === 0) return signs < SIGNS_ABOVE ? "clean" : "page";
  if (Math.max(outer, tail) > CLEAN_STREAK) return "page";
  if (inside > CLEAN_STREAK && signs > 0) return "page";
  if (lead >= ENDS && trail >= ENDS) return "page";
  if (above >= SIGNS_ABOVE || below >= SIGNS_BELOW || (above > 0 && below > 0)) return "page";
  if (cues <= CLEAN_CUES) return "clean";
  return lists === 0 ? "light" : "page";
}

const ADVERTISEMENT = CUE_KINDS.indexOf("advertisement");
