import type { Article, Span } from "../article.js";
import { CUE_KINDS, type FurnitureKind } from "./cues.js";
import {
  INNER_FEATURES,
  innerFeatures,
  opensList,
  RUN_FEATURES,
  runFeatures,
  runOf,
  type Shape,
  shapeOf,
  teasersFrom,
} from "./features.js";
import { findHeadline, headlineSpan } from "./headline.js";
import { LineFlag, measureLines, type PageLines } from "./lines.js";
import { PAGE_MODEL, type PageModel } from "./model.js";
import { paragraphSpans } from "./paragraphs.js";

export type { FurnitureKind } from "./cues.js";

/** A page, sorted into headline, body and the rest. All spans are into the page. */
export interface PageReading {
  /** The headline, where one was found outside the body. */
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
  const lines = measureLines(page, paragraphSpans(page));
  const body = new Uint8Array(lines.count);
  const state = stateOf(lines);
  if (state === "clean") body.fill(1);
  else if (state === "light") markLight(lines, shapeOf(lines), body);
  else markBody(lines, shapeOf(lines), model, body);
  const first = body.indexOf(1);
  const last = body.lastIndexOf(1);
  const headline = state === "clean" ? -1 : findHeadline(page, lines, body);
  const reading: PageReading = { paragraphs: [], furniture: [] };
  for (let i = 0; i < lines.count; i++) {
    const span = { start: lines.start[i], end: lines.end[i] };
    if (body[i] === 1) reading.paragraphs.push(span);
    else if (i === headline) reading.furniture.push({ ...span, kind: "headline" });
    else reading.furniture.push({ ...span, kind: kindOf(lines, i, first, last) });
  }
  if (headline >= 0) reading.title = headlineSpan(page, lines.start[headline], lines.end[headline]);
  return reading;
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
  const { title, paragraphs } = readPage(page);
  const text = paragraphs.map((span) => page.slice(span.start, span.end)).join("\n\n");
  const article: PageArticle = { text, paragraphs };
  if (title !== undefined) {
    article.title = page.slice(title.start, title.end);
    article.titleSpan = title;
  }
  return article;
}

/** Text without furniture has no streak of short lines without an end mark longer than this, … */
const CLEAN_STREAK = 4;
const CLEAN_WORDS = 8;
/** … and no more lines than this that read like furniture. */
const CLEAN_CUES = 1;

/**
 * How much there is to take away: from clean text nothing; where single lines of furniture stand in a text ("light"),
 * those lines; from a page everything but the body.
 */
function stateOf(lines: PageLines): "clean" | "light" | "page" {
  let cues = 0;
  let streak = 0;
  let lists = 0;
  for (let i = 0; i < lines.count; i++) {
    if (lines.cue[i] !== 0) cues++;
    if (opensList(lines, i)) lists++;
    const short = lines.words[i] <= CLEAN_WORDS && (lines.flags[i] & LineFlag.ended) === 0;
    streak = short && lines.cue[i] !== ADVERTISEMENT ? streak + 1 : 0;
    if (streak > CLEAN_STREAK) return "page";
  }
  if (cues <= CLEAN_CUES) return "clean";
  return lists === 0 ? "light" : "page";
}

const ADVERTISEMENT = CUE_KINDS.indexOf("advertisement");

/** Takes single lines of furniture out of a text: those that say so, and what stands above the first paragraph. */
function markLight(lines: PageLines, shape: Shape, body: Uint8Array): void {
  const lead = Math.max(0, shape.paragraph.indexOf(1));
  for (let i = lead; i < lines.count; i++)
    if (lines.cue[i] === 0 && (lines.flags[i] & LineFlag.copyright) === 0) body[i] = 1;
}

function markBody(lines: PageLines, shape: Shape, model: PageModel, body: Uint8Array): void {
  const [from, to] = bodyRun(lines, shape, model.run);
  const run = runOf(lines, shape, from, to);
  const row = new Float64Array(INNER_FEATURES.length);
  for (let i = from; i < to; i++) {
    innerFeatures(lines, shape, run, i, row);
    if (score(row, model.inner) > 0) body[i] = 1;
  }
  dropTail(lines, body, to - 1);
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
export function bodyRun(lines: PageLines, shape: Shape, coefficients: Float64Array): [from: number, to: number] {
  const best = bestRun(lines, shape, coefficients, lines.count);
  const teasers = teasersFrom(lines, shape, best.to);
  if (teasers < 0) return [best.from, best.to];
  const before = bestRun(lines, shape, coefficients, teasers);
  let paragraphs = 0;
  for (let i = before.from; i < before.to; i++) paragraphs += shape.paragraph[i];
  return paragraphs < 2 ? [best.from, best.to] : [before.from, before.to];
}

/** The run of maximal sum in the first `end` lines; the first of equals. */
function bestRun(lines: PageLines, shape: Shape, coefficients: Float64Array, end: number) {
  const row = new Float64Array(RUN_FEATURES.length);
  const best = { from: 0, to: 0, sum: 0 };
  let sum = 0;
  let from = 0;
  for (let i = 0; i < end; i++) {
    runFeatures(lines, shape, i, row);
    if (sum <= 0) {
      sum = 0;
      from = i;
    }
    sum += score(row, coefficients);
    if (sum > best.sum) {
      best.from = from;
      best.to = i + 1;
      best.sum = sum;
    }
  }
  return best;
}

function score(row: Float64Array, coefficients: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < row.length; k++) sum += row[k] * coefficients[k];
  return sum;
}
