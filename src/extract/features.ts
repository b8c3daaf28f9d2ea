import { CUE_KINDS } from "./cues.js";
import { LineFlag, type PageLines } from "./lines.js";

/**
 * Lines in, numbers out: what the two models of the page reader look at. The first set asks whether a line belongs to
 * the stretch of the page that holds the body, the second whether a line inside that stretch is body. No feature
 * knows a language; the cue classes do, and every model must work without them.
 */

/** What a line is by shape alone, and how the lines around it are shaped. */
export interface Shape {
  /** 1 for a paragraph: it ends as a sentence does and is not tiny, or it is long. */
  paragraph: Uint8Array;
  /** Length of the streak of other lines that the line stands in; 0 for paragraphs. */
  streak: Uint32Array;
  /** For each line, how many single paragraphs in a row stand each between other lines: headline, teaser, headline, teaser. */
  alternating: Uint32Array;
  /** Share of the page's words that stand before the line. */
  before: Float32Array;
  /** 1 from a heading on that opens a list of other articles, or the comments. */
  afterBody: Uint8Array;
}

const PARAGRAPH_WORDS = 8;
const LONG_WORDS = 25;
const RELATED = CUE_KINDS.indexOf("related");
const COMMENTS = CUE_KINDS.indexOf("comments");
/** A heading that cuts off the body has at most so many words. */
const HEADING_WORDS = 6;
/** Of so many lines after such a heading at least half are no paragraphs. */
const LOOK_AHEAD = 6;
/** Between teasers stand their headlines, sources and sections, but no long list. */
const TEASER_STREAK = 8;
/** So many paragraphs of a list of teasers stand alone. */
const TEASER_SHARE = 0.7;

export function shapeOf(lines: PageLines): Shape {
  const { count } = lines;
  const room = new ArrayBuffer(count * 14);
  const shape: Shape = {
    before: new Float32Array(room, 0, count),
    streak: new Uint32Array(room, 4 * count, count),
    alternating: new Uint32Array(room, 8 * count, count),
    paragraph: new Uint8Array(room, 12 * count, count),
    afterBody: new Uint8Array(room, 13 * count, count),
  };
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (isParagraph(lines, i)) shape.paragraph[i] = 1;
    shape.before[i] = total;
    total += lines.words[i];
  }
  if (total > 0) for (let i = 0; i < count; i++) shape.before[i] /= total;
  markStreaks(shape, count);
  markAlternation(shape, count);
  markAfterBody(lines, shape);
  return shape;
}

/** Whether a line has the shape of a paragraph of prose. */
export function isParagraph(lines: PageLines, i: number): boolean {
  return lines.words[i] > ((lines.flags[i] & LineFlag.ended) !== 0 ? PARAGRAPH_WORDS : LONG_WORDS);
}

function markStreaks(shape: Shape, count: number): void {
  for (let i = 0; i < count; ) {
    let end = i;
    while (end < count && shape.paragraph[end] === 0) end++;
    shape.streak.fill(end - i, i, end);
    i = end + 1;
  }
}

function markAlternation(shape: Shape, count: number): void {
  let from = 0;
  let single = 0;
  for (let i = 0; i <= count; i++) {
    const paragraph = i < count && shape.paragraph[i] === 1;
    if (i < count && !paragraph) continue;
    const alone = paragraph && shape.paragraph[i - 1] !== 1 && shape.paragraph[i + 1] !== 1;
    if (alone) single++;
    else {
      shape.alternating.fill(single, from, i);
      from = i;
      single = 0;
    }
  }
}

function markAfterBody(lines: PageLines, shape: Shape): void {
  let paragraphs = 0;
  for (let i = 0; i < lines.count; i++) {
    paragraphs += shape.paragraph[i];
    if (paragraphs < 2 || !opensList(lines, i)) continue;
    let ahead = 0;
    let others = 0;
    for (let j = i + 1; j < lines.count && ahead < LOOK_AHEAD; j++, ahead++) others += 1 - shape.paragraph[j];
    if (2 * others < ahead) continue;
    shape.afterBody.fill(1, i);
    return;
  }
}

/** Whether a line is a heading that says "related" or "comments". */
export function opensList(lines: PageLines, i: number): boolean {
  if (lines.cue[i] !== RELATED && lines.cue[i] !== COMMENTS) return false;
  return lines.words[i] <= HEADING_WORDS && (lines.flags[i] & LineFlag.ended) === 0;
}

/** So many paragraphs, all alone, are a list of teasers whatever the heading above them says, … */
const UNNAMED = 3;

/**
 * … when it stands above the first of their headlines, and below at least as many paragraphs that follow each other.
 * Subheads come singly.
 */
function isDoubleHeading(shape: Shape, i: number, paragraphs: number): boolean {
  if (shape.streak[i] !== 2 || shape.paragraph[i + 1] !== 1) return false;
  for (let above = i - 2; above > i - 2 - paragraphs; above--) if (shape.paragraph[above] !== 1) return false;
  return true;
}

/** So many headlines with a bullet, each with a paragraph below it, are a list of teasers. */
const BULLETED = 2;

/**
 * Where a list of teasers begins that reaches up to the line `to`: at the first heading of the kind "related" or
 * "comments" from which on most paragraphs stand alone between a few lines that are none; or at the line above
 * headlines with bullets. -1 where there is none.
 */
export function teasersFrom(lines: PageLines, shape: Shape, to: number): number {
  let found = -1;
  let paragraphs = 0;
  let alone = 0;
  let bulleted = 0;
  for (let i = to - 1; i >= 0 && shape.streak[i] <= TEASER_STREAK; i--) {
    if (shape.paragraph[i] === 1) {
      paragraphs++;
      if (shape.paragraph[i - 1] !== 1 && shape.paragraph[i + 1] !== 1) alone++;
      continue;
    }
    if (paragraphs < 2 || alone < TEASER_SHARE * paragraphs) continue;
    if (opensList(lines, i)) found = i;
    if (paragraphs >= UNNAMED && alone === paragraphs && isDoubleHeading(shape, i, paragraphs)) found = i - 1;
    if ((lines.flags[i] & (LineFlag.bullet | LineFlag.ended)) !== LineFlag.bullet || shape.paragraph[i + 1] !== 1)
      continue;
    bulleted++;
    if (bulleted >= BULLETED) found = i > 0 && shape.paragraph[i - 1] === 0 ? i - 1 : i;
  }
  return found;
}

/** Names of the features of a line by itself, in order. */
export const OWN_FEATURES = [
  "bias",
  "length",
  "up to 8 words",
  "up to 25 words",
  "ended",
  "ended × length",
  "inner sentences",
  "ellipsis",
  "colon",
  "comma",
  "digits",
  "capitals",
  "shouting",
  "separator",
  "bullet",
  "quote",
  "bracketed",
  "credited",
  "address",
  "copyright",
  "repeated",
  "cue related or comments",
  "cue other",
] as const;

/** Longer lines say no more than this. */
const FULL_LENGTH = 80;

/** Logarithms of one more than a length, for each tenth of a word: a twentieth of the page reader's time was to take them. */
const LOG_LENGTHS = /* @__PURE__ */ logLengths();

function logLengths(): Float64Array {
  const logs = new Float64Array(10 * FULL_LENGTH + 1);
  for (let tenths = 0; tenths < logs.length; tenths++) logs[tenths] = Math.log2(1 + tenths / 10);
  return logs;
}

function ownFeatures(lines: PageLines, i: number, out: Float64Array): number {
  const flags = lines.flags[i];
  const words = lines.words[i];
  const length = LOG_LENGTHS[Math.round(10 * Math.min(words, FULL_LENGTH))];
  const ended = flags & LineFlag.ended;
  const cue = lines.cue[i];
  const stop = cue === RELATED || cue === COMMENTS;
  let f = 0;
  out[f++] = 1;
  out[f++] = length;
  out[f++] = Math.min(words, 8) / 8;
  out[f++] = Math.min(words, 25) / 25;
  out[f++] = ended;
  out[f++] = ended * length;
  out[f++] = Math.min(lines.inner[i], 4);
  out[f++] = flags & LineFlag.ellipsis ? 1 : 0;
  out[f++] = flags & LineFlag.colon ? 1 : 0;
  out[f++] = flags & LineFlag.comma ? 1 : 0;
  out[f++] = lines.digits[i];
  out[f++] = words < LONG_WORDS ? lines.capitals[i] : 0;
  out[f++] = flags & LineFlag.shouting ? 1 : 0;
  out[f++] = flags & (LineFlag.separator | LineFlag.items) ? 1 : 0;
  out[f++] = flags & LineFlag.bullet ? 1 : 0;
  out[f++] = flags & LineFlag.quote ? 1 : 0;
  out[f++] = flags & LineFlag.bracketed ? 1 : 0;
  out[f++] = flags & LineFlag.credited ? 1 : 0;
  out[f++] = flags & LineFlag.address ? 1 : 0;
  out[f++] = flags & LineFlag.copyright ? 1 : 0;
  out[f++] = flags & LineFlag.repeated ? 1 : 0;
  out[f++] = stop ? 1 : 0;
  out[f++] = cue !== 0 && !stop ? 1 : 0;
  return f;
}

export const RUN_FEATURES = [
  ...OWN_FEATURES,
  "alone",
  "between paragraphs",
  "streak",
  "log of streak",
  "full length",
  "alternating",
  "before",
  "after body",
] as const;

/** Whether line `i` belongs to the stretch that holds the body. */
export function runFeatures(lines: PageLines, shape: Shape, i: number, out: Float64Array): void {
  let f = ownFeatures(lines, i, out);
  const previous = i > 0 ? shape.paragraph[i - 1] : 0;
  const next = i + 1 < lines.count ? shape.paragraph[i + 1] : 0;
  out[f++] = shape.paragraph[i] === 1 && previous + next === 0 ? 1 : 0;
  out[f++] = shape.paragraph[i] === 0 && previous + next === 2 ? 1 : 0;
  // Shared out over the streak, so that a streak is charged as one thing: little more for thirty lines than for five.
  const streak = shape.streak[i];
  out[f++] = streak === 0 ? 0 : 1 / streak;
  out[f++] = streak === 0 ? 0 : Math.log2(streak) / streak;
  out[f++] = Math.min(lines.words[i], FULL_LENGTH) / FULL_LENGTH;
  out[f++] = Math.min(shape.alternating[i], 8) / 8;
  out[f++] = shape.before[i];
  out[f++] = shape.afterBody[i];
}

/** A stretch of lines, and what is usual in it. */
export interface Run {
  from: number;
  to: number;
  /** Mean length of its paragraphs in words. */
  usual: number;
}

export function runOf(lines: PageLines, shape: Shape, from: number, to: number): Run {
  let words = 0;
  let paragraphs = 0;
  for (let i = from; i < to; i++) {
    if (shape.paragraph[i] === 0) continue;
    words += Math.min(lines.words[i], FULL_LENGTH);
    paragraphs++;
  }
  return { from, to, usual: words / Math.max(1, paragraphs) };
}

export const INNER_FEATURES = [
  ...OWN_FEATURES,
  "alone",
  "between paragraphs",
  "streak",
  "alternating",
  "previous is a paragraph",
  "next is a paragraph",
  "share of the usual length",
  "first lines",
  "last lines",
  "between cues",
] as const;

/** Whether line `i` of the run is body. */
export function innerFeatures(lines: PageLines, shape: Shape, run: Run, i: number, out: Float64Array): void {
  let f = ownFeatures(lines, i, out);
  const previous = i > run.from ? shape.paragraph[i - 1] : 0;
  const next = i + 1 < run.to ? shape.paragraph[i + 1] : 0;
  const cued = (i > run.from && lines.cue[i - 1] !== 0) || (i + 1 < run.to && lines.cue[i + 1] !== 0);
  out[f++] = shape.paragraph[i] === 1 && previous + next === 0 ? 1 : 0;
  out[f++] = shape.paragraph[i] === 0 && previous + next === 2 ? 1 : 0;
  out[f++] = Math.log2(1 + Math.min(shape.streak[i], 32));
  out[f++] = Math.min(shape.alternating[i], 8) / 8;
  out[f++] = previous;
  out[f++] = next;
  out[f++] = Math.min(1, lines.words[i] / Math.max(1, run.usual));
  out[f++] = i - run.from < 2 ? 1 : 0;
  out[f++] = run.to - i <= 2 ? 1 : 0;
  out[f++] = cued ? 1 : 0;
}
