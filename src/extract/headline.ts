import type { Span } from "../article.js";
import { CAPITAL, CLASS, DIGIT, LETTER, RUNON, SYLLABLE, WIDE } from "./characters.js";
import type { PageLines } from "./lines.js";

/**
 * Finds the headline of a page whose body is known: the line before the body that shares most of its wording with it.
 * Wording is compared by runs of letters, so that no language and no word splitter is needed.
 */

/** The headline stands at most so many lines before the body. */
const REACH = 60;
/** A headline has as many words as this. */
const FEWEST_WORDS = 2;
const MOST_WORDS = 40;
/** So much of the body is looked at: leads repeat their headlines. */
const LEAD = 3000;
/** Letters in a run: nearly a word. Of ideographs and syllables two say as much. */
const RUN = 5;
const WIDE_RUN = 2;
/** What a run that the body does not have takes from a headline, in runs that it has. */
const COST = 0.4;
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
    if (lines.words[i] < FEWEST_WORDS || lines.words[i] > MOST_WORDS) continue;
    const score = overlap(page, lines.start[i], lines.end[i], known, false);
    if (score > best) {
      best = score;
      headline = i;
    }
  }
  return headline;
}

/** Enters the runs of letters between two places into the table, or weighs those that are in it against those that are not. */
function overlap(page: string, from: number, to: number, known: Uint8Array, enter: boolean): number {
  // Each letter shifts the ones before it to the left, until they fall out: after 5 letters, or 2.
  let hash = 0;
  let wideHash = 0;
  let length = 0;
  let score = 0;
  for (let at = from; at < to; at++) {
    const code = page.charCodeAt(at);
    const cls = CLASS[code];
    const dense = cls === WIDE || cls === SYLLABLE;
    if (!dense && cls !== LETTER && cls !== CAPITAL && cls !== DIGIT && cls !== RUNON) continue;
    length++;
    hash = ((hash << LETTER_BITS) ^ (cls === CAPITAL ? code | 0x20 : code)) & FIVE_LETTERS;
    wideHash = (wideHash << 16) | code;
    if (length < (dense ? WIDE_RUN : RUN)) continue;
    const slot = Math.imul(dense ? wideHash : hash, 0x9e3779b1) >>> 16;
    if (enter) known[slot >> 3] |= 1 << (slot & 7);
    else score += (known[slot >> 3] >> (slot & 7)) & 1 ? 1 : -COST;
  }
  return score;
}

/** Scrapers put a date before the first line of a page ("date 2021-05-04 Headline"); it is no part of the headline. */
const DATE_PREFIX = /^(?:\p{L}{1,12}:?\s+)?\d{4}-\d\d-\d\d\s+/u;

export function headlineSpan(page: string, start: number, end: number): Span {
  const prefix = DATE_PREFIX.exec(page.slice(start, Math.min(end, start + 40)));
  const skip = prefix === null ? 0 : prefix[0].length;
  return { start: start + skip, end };
}
