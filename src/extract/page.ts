import type { Article, Span } from "../article.js";
import { SamestoryError } from "../errors.js";
import { asksConsent, CUE_KINDS, type FurnitureKind } from "./cues.js";
import {
  INNER_FEATURES,
  innerFeatures,
  RUN_FEATURES,
  runFeatures,
  runOf,
  type Shape,
  shapeOf,
  teasersFrom,
} from "./features.js";
import { CLEAN_WORDS, stateOf } from "./furnished.js";
import { findHeadline, headlineSpan, opensWithHeadline } from "./headline.js";
import { LineFlag, measureLongLines, measureShortLines, type PageLines } from "./lines.js";
import { PAGE_MODEL, type PageModel } from "./model.js";
import { paragraphSpans } from "./paragraphs.js";

export type { FurnitureKind } from "./cues.js";

/** A page, sorted into headline, body and the rest. All spans are into the page. */
export interface PageReading {
  /**
   * The headline, where one was found outside the body. In text without furniture, its first line, where that is
   * certainly a headline; it stays the first paragraph as well, so that no word of the text is lost.
   */
  title?: Span;
  /** The paragraphs of the body, in reading order. */
  paragraphs: Span[];
  /** Everything else, line by line. */
  furniture: { start: number; end: number; kind: FurnitureKind }[];
}

/** An article read from a page. `text` is the paragraphs, parted by blank lines. */
export interface PageArticle extends Article {
  /** The paragraphs as spans of the page. */
  paragraphs: Span[];
  /** The headline as a span of the page. */
  titleSpan?: Span;
}

/** Sorts a page's text into headline, body and furniture. Text that is a body already is all body. */
export function readPage(page: string, model: PageModel = PAGE_MODEL): PageReading {
  const read = readBody(page, model);
  const { paragraphs, lines, body } = read;
  const { title, line: headline } = titleOf(page, read);
  const reading: PageReading = { paragraphs, furniture: [] };
  if (title) reading.title = title;
  if (body) {
    const first = body.indexOf(1);
    const last = body.lastIndexOf(1);
    for (let i = 0; i < lines.count; i++) {
      if (body[i] === 1) continue;
      const kind = i === headline ? "headline" : kindOf(lines, i, first, last);
      reading.furniture.push({ start: lines.start[i], end: lines.end[i], kind });
    }
  }
  return reading;
}

/** The paragraphs of a page's body, and what tells about the rest. */
export interface BodyReading {
  paragraphs: Span[];
  lines: PageLines;
  /** 1 for each line of the body; nothing where all lines are. */
  body?: Uint8Array;
}

/** Finds the body, and leaves headline and furniture alone: for who needs nothing else. */
export function readBody(page: string, model: PageModel = PAGE_MODEL): BodyReading {
  const short = measureShortLines(page, paragraphSpans(page));
  const state = stateOf(short);
  if (state === "clean") return readClean(short);
  const lines = measureLongLines(page, short);
  const body = new Uint8Array(lines.count);
  if (state === "light") markLight(lines, shapeOf(lines), body);
  else markBody(page, lines, shapeOf(lines), model, body);
  const reading: BodyReading = { paragraphs: [], lines, body };
  for (let i = 0; i < lines.count; i++)
    if (body[i] === 1) reading.paragraphs.push({ start: lines.start[i], end: lines.end[i] });
  return reading;
}

/** All of a text is body. */
function readClean(lines: PageLines): BodyReading {
  const reading: BodyReading = { paragraphs: [], lines };
  for (let i = 0; i < lines.count; i++) reading.paragraphs.push({ start: lines.start[i], end: lines.end[i] });
  return reading;
}

/** Finds the headline of a page, and its line where that is none of the body; the first line of a text that is all body, where that is certain. */
export function titleOf(page: string, { paragraphs, lines, body }: BodyReading): { title?: Span; line: number } {
  if (!body) return opensWithHeadline(page, lines) ? { title: { ...paragraphs[0] }, line: -1 } : { line: -1 };
  const line = findHeadline(page, lines, body);
  return line < 0 ? { line } : { title: headlineSpan(page, lines.start[line], lines.end[line]), line };
}

/** What a line of furniture is: by its wording, else by where it stands. */
function kindOf(lines: PageLines, i: number, first: number, last: number): FurnitureKind {
  if (lines.cue[i] !== 0) return CUE_KINDS[lines.cue[i]];
  if (lines.flags[i] & LineFlag.copyright) return "legal";
  if (i < first) return "navigation";
  if (i > last) return "related";
  return lines.flags[i] & LineFlag.bracketed ? "caption" : "other";
}

/**
 * The article on a scraped page, furniture removed. Spans are into the page, and `text` is made of its slices only.
 */
export function articleFromText(page: string): PageArticle {
  if (typeof page !== "string") {
    throw new SamestoryError("INVALID_INPUT", `A page is a string, its whole text; got ${typeof page}.`);
  }
  const read = readBody(page);
  const { paragraphs } = read;
  const { title } = titleOf(page, read);
  const text = paragraphs.map((span) => page.slice(span.start, span.end)).join("\n\n");
  const article: PageArticle = { text, paragraphs };
  if (title !== undefined) {
    article.title = page.slice(title.start, title.end);
    article.titleSpan = title;
  }
  return article;
}

/** Takes single lines of furniture out of a text: those that say so, and what stands above the first paragraph. */
function markLight(lines: PageLines, shape: Shape, body: Uint8Array): void {
  const lead = Math.max(0, shape.paragraph.indexOf(1));
  for (let i = lead; i < lines.count; i++)
    if (lines.cue[i] === 0 && (lines.flags[i] & LineFlag.copyright) === 0) body[i] = 1;
}

function markBody(page: string, lines: PageLines, shape: Shape, model: PageModel, body: Uint8Array): void {
  const [from, to] = bodyRun(lines, shape, model.run, consentEnd(page, lines, shape));
  const run = runOf(lines, shape, from, to);
  for (let i = from; i < to; i++) {
    innerFeatures(lines, shape, run, i, innerRow);
    if (score(innerRow, model.inner) > 0) body[i] = 1;
  }
  dropHead(lines, shape, body);
  dropTail(lines, body, to - 1);
}

/** A notice of consent begins within so many lines, … */
const CONSENT_WITHIN = 8;
/** … has at most so many paragraphs, and so many buttons below it at least. */
const CONSENT_PARAGRAPHS = 8;
const CONSENT_BUTTONS = 2;
/** … and says what it is in so many units. */
const CONSENT_UNITS = 1000;

/**
 * Where the notice of consent at the top of a page ends; 0 where there is none. It is the first paragraphs of the page,
 * most of them about consent, with buttons below; and an article must be left when it is taken away.
 */
function consentEnd(page: string, lines: PageLines, shape: Shape): number {
  const from = shape.paragraph.indexOf(1);
  if (from < 0 || from > CONSENT_WITHIN) return 0;
  let to = from;
  let about = 0;
  for (; shape.paragraph[to] === 1; to++) {
    if (to - from === CONSENT_PARAGRAPHS) return 0;
    if (asksConsent(page.slice(lines.start[to], Math.min(lines.end[to], lines.start[to] + CONSENT_UNITS)))) about++;
  }
  if (2 * about < to - from || shape.streak[to] < CONSENT_BUTTONS) return 0;
  for (let i = to; i + 1 < lines.count; i++) if (shape.paragraph[i] === 1 && shape.paragraph[i + 1] === 1) return to;
  return 0;
}

/** A body begins with a sentence or a speaker: short lines above it are its date, its byline, its headline. */
function dropHead(lines: PageLines, shape: Shape, body: Uint8Array): void {
  const begun = LineFlag.ended | LineFlag.colon | LineFlag.quote;
  for (let i = body.indexOf(1); i >= 0 && i < lines.count; i++) {
    if (body[i] === 0) continue;
    if (shape.paragraph[i] === 1 || lines.words[i] > CLEAN_WORDS || (lines.flags[i] & begun) !== 0) return;
    body[i] = 0;
  }
}

/** So many paragraphs end as sentences do before one that does not is taken for a notice. */
const REGULAR = 5;

/** An article whose paragraphs all end as sentences do does not stop in the middle of one: what does so is a notice below it. */
function dropTail(lines: PageLines, body: Uint8Array, last: number): void {
  while (last >= 0 && body[last] === 0) last--;
  if (last < 0 || (lines.flags[last] & (LineFlag.ended | LineFlag.quote)) !== 0) return;
  let ended = 0;
  let others = 0;
  for (let i = body.indexOf(1); i < last; i++) {
    if (body[i] === 0) continue;
    if (lines.flags[i] & LineFlag.ended) ended++;
    else others++;
  }
  if (ended >= REGULAR && others * 2 * REGULAR <= ended) body[last] = 0;
}

/**
 * The run of lines that holds the body, half-open: the run of maximal sum, but where a list of teasers under a heading
 * of its own stands at its end, or is all of it, the best run before that heading. Such a list may outweigh the body.
 */
export function bodyRun(
  lines: PageLines,
  shape: Shape,
  coefficients: Float64Array,
  begin = 0,
): [from: number, to: number] {
  const scores = runScores(lines, shape, coefficients, begin);
  const best = bestRun(scores, begin, lines.count);
  const teasers = teasersFrom(lines, shape, best.to);
  if (teasers < 0) return joinSecond(lines, shape, scores, begin, best);
  const before = bestRun(scores, begin, teasers);
  let paragraphs = 0;
  for (let i = before.from; i < before.to; i++) paragraphs += shape.paragraph[i];
  return paragraphs < 2 ? [best.from, best.to] : [before.from, before.to];
}

const COMMENTS = /* @__PURE__ */ CUE_KINDS.indexOf("comments");

/** A second run of this share of the best one's sum, so many lines away at most, is the rest of the same body. */
const SECOND_RUN = { share: 0.5, lines: 15 };
/**
 * And one of this share, so many lines away: what stands behind a box inside an article ("Read more" and its teasers, a row of
 * buttons) may be a paragraph. On sites that were not seen F1 gains .003, with recall .006, and short articles keep their end.
 */
const NEAR_RUN = { share: 0.15, lines: 8 };

/**
 * Joins the best run and one beside it that a widget cut off; what lies between is judged line by line later. Shares of
 * .3 to .8 and distances of 15 to 80 lines score alike: two of seven pages that lost most of their body
 * get it back.
 */
function joinSecond(
  lines: PageLines,
  shape: Shape,
  scores: Float64Array,
  begin: number,
  best: ScoredRun,
): [from: number, to: number] {
  const isRest = (run: ScoredRun, distance: number, isNear = true) =>
    (isNear ? [SECOND_RUN, NEAR_RUN] : [SECOND_RUN]).some(
      ({ share, lines: most }) => run.sum >= share * best.sum && distance <= most,
    );
  const below = bestRun(scores, best.to, lines.count);
  // What stands below the readers' comments is no article's end.
  const isNear = !lines.cue.subarray(best.to, below.from).includes(COMMENTS);
  if (isRest(below, below.from - best.to, isNear) && teasersFrom(lines, shape, below.to) < 0)
    return [best.from, below.to];
  const above = bestRun(scores, begin, best.from);
  return isRest(above, best.from - above.to) ? [above.from, best.to] : [best.from, best.to];
}

/** A half-open run of lines with the sum of their scores. */
interface ScoredRun {
  from: number;
  to: number;
  sum: number;
}

/** How far each line from `begin` on belongs to the run. */
function runScores(lines: PageLines, shape: Shape, coefficients: Float64Array, begin: number): Float64Array {
  const scores = new Float64Array(lines.count);
  for (let i = begin; i < lines.count; i++) {
    runFeatures(lines, shape, i, runRow);
    scores[i] = score(runRow, coefficients);
  }
  return scores;
}

/** The run of maximal sum in the lines from `begin` to `end`; the first of equals. */
function bestRun(scores: Float64Array, begin: number, end: number): ScoredRun {
  const best = { from: begin, to: begin, sum: 0 };
  let sum = 0;
  let from = begin;
  for (let i = begin; i < end; i++) {
    if (sum <= 0) {
      sum = 0;
      from = i;
    }
    sum += scores[i];
    if (sum > best.sum) {
      best.from = from;
      best.to = i + 1;
      best.sum = sum;
    }
  }
  return best;
}

/** Room for the features of a line, which are made anew for each. */
const innerRow = /* @__PURE__ */ new Float64Array(INNER_FEATURES.length);
const runRow = /* @__PURE__ */ new Float64Array(RUN_FEATURES.length);

function score(row: Float64Array, coefficients: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < row.length; k++) sum += row[k] * coefficients[k];
  return sum;
}
