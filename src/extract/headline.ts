import type { Span } from "../article.js";
import { CAPITAL, CLASS, DIGIT, LETTER, RUNON, SYLLABLE, WIDE } from "./characters.js";
import { LineFlag, LONG_UNITS, type PageLines } from "./lines.js";

/**
 * Finds the headline of a page whose body is known: the line before the body that shares most of its wording with it.
 * Wording is compared by runs of letters, so that no language and no word splitter is needed.
 */

/** The headline stands at most so many lines before the body. */
const REACH = 30;
/** A headline has as many words as this. */
const FEWEST_WORDS = 2;
const MOST_WORDS = 40;
/**
 * What is shared counts for more in a longer line, up to so many words: "World News" is shared by any text of its kind.
 * Which constants do best is seen in eval/pages.ts.
 */
const USUAL_WORDS = 12;
/** A line is so much less likely a headline where its wording says that it is something else, … */
const CUED = 0.5;
/** … where it ends as a sentence does, … */
const SENTENCE = 0.15;
/** … where it closes with a bracket. */
const CAPTION = 0.3;
/** … unless with one of these, which headlines end with as well. */
const QUESTION_SIGNS = "?!？！؟\u037e";
/** So much of the body is looked at: leads repeat their headlines. */
const LEAD = 2000;
/** Letters in a run: nearly a word. Of ideographs and syllables two say as much. */
const RUN = 5;
const WIDE_RUN = 2;
/** Runs are kept in a table of so many bits; a lead fills a twentieth of it. */
const TABLE = 1 << 16;
/** So five letters take 30 bits. */
const LETTER_BITS = 6;
const FIVE_LETTERS = (1 << (5 * LETTER_BITS)) - 1;

/** The number of the headline's line, or -1. */
export function findHeadline(page: string, lines: PageLines, body: Uint8Array): number {
  const first = body.indexOf(1);
  if (first <= 0) return -1;
  const known = new Uint8Array(TABLE >> 3);
  let taken = 0;
  for (let i = first; i < lines.count && taken < LEAD; i++) {
    if (body[i] === 0) continue;
    const end = Math.min(lines.end[i], lines.start[i] + LEAD - taken);
    overlap(page, lines.start[i], end, known, true);
    taken += end - lines.start[i];
  }
  let best = 0;
  let headline = -1;
  for (let i = Math.max(0, first - REACH); i < first; i++) {
    const words = lines.words[i];
    if (words < FEWEST_WORDS || words > MOST_WORDS) continue;
    // No line scores more than it would if all of it were shared: most need not be read.
    const most = Math.min(words, USUAL_WORDS) * likelihood(page, lines, i);
    if (most <= best) continue;
    const score = (most * overlap(page, lines.start[i], lines.end[i], known, false)) / (lines.end[i] - lines.start[i]);
    if (score > best) {
      best = score;
      headline = i;
    }
  }
  return headline;
}

/** How a line's shape speaks for a headline. */
function likelihood(page: string, lines: PageLines, i: number): number {
  const flags = lines.flags[i];
  if (flags & (LineFlag.items | LineFlag.copyright | LineFlag.address)) return 0;
  let factor = 1;
  if (lines.cue[i] !== 0) factor *= CUED;
  if (flags & LineFlag.ended) factor *= QUESTION_SIGNS.includes(page[lines.end[i] - 1]) ? 1 : SENTENCE;
  if (flags & LineFlag.bracketed) factor *= CAPTION;
  return factor;
}
/** What a text's first line shares with its second, to be its headline for certain. */
const SURE = 0.25;
/** A text's headline has at least and at most so many words, and the paragraph below it at least so many. */
const LEAST_WORDS = 4;
const OPENING_WORDS = 15;
const MOST_OPENING_WORDS = 20;

/**
 * Whether a text without furniture begins with its headline: a short line, no sentence, of which the paragraph below
 * says a good part again. Names of authors and places, salutations and titles of sections do not.
 */
export function opensWithHeadline(page: string, lines: PageLines): boolean {
  if (lines.count < 2 || lines.end[0] - lines.start[0] >= LONG_UNITS) return false;
  const words = lines.words[0];
  if (words < LEAST_WORDS || words > MOST_OPENING_WORDS || !isTitle(lines, 0)) return false;
  if (lines.flags[0] & (LineFlag.colon | LineFlag.bracketed | LineFlag.credited | LineFlag.bullet)) return false;
  const from = lines.start[1];
  const to = Math.min(lines.end[1], from + LEAD);
  if (to - from < LONG_UNITS && lines.words[1] < OPENING_WORDS) return false;
  const known = new Uint8Array(TABLE >> 3);
  overlap(page, from, to, known, true);
  return overlap(page, lines.start[0], lines.end[0], known, false) > SURE * (lines.end[0] - lines.start[0]);
}

/** Whether a line could be a headline by its shape: neither a sentence nor a row of items, nor known for something else. */
function isTitle(lines: PageLines, i: number): boolean {
  return lines.cue[i] === 0 && (lines.flags[i] & (LineFlag.ended | LineFlag.items | LineFlag.copyright)) === 0;
}

/** Enters the runs of letters between two places into the table, or counts those that are in it. */
function overlap(page: string, from: number, to: number, known: Uint8Array, enter: boolean): number {
  // Each letter shifts the ones before it to the left, until they fall out: after 5 letters, or 2.
  let hash = 0;
  let wideHash = 0;
  let length = 0;
  let shared = 0;
  for (let at = from; at < to; at++) {
    const code = page.charCodeAt(at);
    let small = code;
    let dense = false;
    // Plain small letters need no table.
    if (code < 0x61 || code > 0x7a) {
      const cls = CLASS[code];
      dense = cls === WIDE || cls === SYLLABLE;
      if (!dense && cls !== LETTER && cls !== CAPITAL && cls !== DIGIT && cls !== RUNON) continue;
      if (cls === CAPITAL) small |= 0x20;
    }
    length++;
    hash = ((hash << LETTER_BITS) ^ small) & FIVE_LETTERS;
    wideHash = (wideHash << 16) | code;
    if (length < (dense ? WIDE_RUN : RUN)) continue;
    const slot = Math.imul(dense ? wideHash : hash, 0x9e3779b1) >>> 16;
    if (enter) known[slot >> 3] |= 1 << (slot & 7);
    else shared += (known[slot >> 3] >> (slot & 7)) & 1;
  }
  return shared;
}

/** Scrapers put a date before the first line of a page ("date 2021-05-04 Headline"); it is no part of the headline. */
const DATE_PREFIX = /^(?:\p{L}{1,12}:?\s+)?\d{4}-\d\d-\d\d\s+/u;

export function headlineSpan(page: string, start: number, end: number): Span {
  const prefix = DATE_PREFIX.exec(page.slice(start, Math.min(end, start + 40)));
  const skip = prefix === null ? 0 : prefix[0].length;
  return { start: start + skip, end };
}
