/**
 * Measured blocks in, numbers out: what the model of the HTML reader looks at to tell body from furniture. Length is
 * measured alike in every script, wording counts only by the cue classes of short lines, and the rest is structure:
 * links, elements, class names, and how much of the page's running text stands in the same element.
 */
import type { Block, PageElement } from "./blocks.js";
import { LEVELS, type Measured, OUTSIDE } from "./bodyMeasures.js";
import { CUE_KINDS } from "./cues.js";
import { LineFlag } from "./lines.js";
import { ZONES } from "./zones.js";

const TAGS: readonly (readonly string[])[] = [
  ["p"],
  ["li", "dd", "dt"],
  ["h1"],
  ["h2", "h3", "h4", "h5", "h6"],
  ["td", "th"],
  ["div", "section"],
];
const CUES = [
  "related",
  "comments",
  "share",
  "subscribe",
  "advertisement",
  "legal",
  "time",
  "byline",
  "caption",
] as const;
const CUE_NUMBERS = CUES.map((kind) => CUE_KINDS.indexOf(kind));

const FLAGS = [
  LineFlag.ended,
  LineFlag.ellipsis,
  LineFlag.colon,
  LineFlag.comma,
  LineFlag.bracketed,
  LineFlag.separator,
  LineFlag.quote,
  LineFlag.address,
  LineFlag.copyright,
  LineFlag.repeated,
] as const;

/** A length in words beyond which longer tells nothing more. */
const FULL_LENGTH = 60;

/** Numbers of one block by itself and its place in the page. */
export const BLOCK_FEATURES =
  1 + 5 + FLAGS.length + 3 + 3 + CUES.length + 1 + TAGS.length + 2 * ZONES.length + 3 * LEVELS + 8 + 2 + 5;

export function blockFeatures(page: Measured, i: number, out: Float64Array): void {
  const { lines, shape } = page;
  let f = 0;
  const words = lines.words[i];
  const length = Math.min(words, FULL_LENGTH) / FULL_LENGTH;
  const ended = (lines.flags[i] & LineFlag.ended) !== 0;
  out[f++] = 1;
  out[f++] = length;
  out[f++] = words <= 8 ? 1 : 0;
  out[f++] = words <= 25 ? 1 : 0;
  out[f++] = ended ? length : 0;
  out[f++] = shape.paragraph[i];
  for (const flag of FLAGS) out[f++] = (lines.flags[i] & flag) !== 0 ? 1 : 0;
  out[f++] = Math.min(lines.inner[i], 3) / 3;
  out[f++] = lines.digits[i];
  out[f++] = shape.paragraph[i] === 1 && page.linked[i] < 0.2 ? 1 : 0;
  out[f++] = page.linked[i];
  out[f++] = page.linked[i] > 0.5 ? 1 : 0;
  out[f++] = page.linked[i] > 0.9 ? 1 : 0;
  for (const cue of CUE_NUMBERS) out[f++] = lines.cue[i] === cue ? 1 : 0;
  out[f++] = lines.cue[i] !== 0 ? 1 : 0;
  const { tag } = page.blocks[i] ?? { tag: "" };
  for (const tags of TAGS) out[f++] = tags.includes(tag) ? 1 : 0;
  for (const zone of ZONES) out[f++] = (page.zones[i] & zone) !== 0 ? 1 : 0;
  for (const zone of ZONES) out[f++] = (page.near[i] & zone) !== 0 ? 1 : 0;
  page.shares.forEach((share, level) => {
    out[f++] = share[i];
    out[f++] = Math.sqrt(share[i]);
    out[f++] = share[i] / Math.max(page.most[level], 1e-6);
  });
  out[f++] = page.alike[i];
  out[f++] = Math.sqrt(page.alike[i]);
  out[f++] = page.declared[i] === 1 ? 1 : 0;
  out[f++] = page.declared[i] === 2 ? page.shape.paragraph[i] : 0;
  out[f++] = page.steps[i] === OUTSIDE ? 1 : 0;
  out[f++] = page.steps[i] === 0 ? 1 : 0;
  out[f++] = page.steps[i] === 1 ? 1 : 0;
  out[f++] = page.steps[i] === 2 ? 1 : 0;
  out[f++] = shape.before[i];
  out[f++] = shape.afterBody[i];
  f = neighbourFeatures(page, i, out, f);
}

function neighbourFeatures({ shape, linked }: Measured, i: number, out: Float64Array, from: number): number {
  let f = from;
  const last = shape.paragraph.length - 1;
  const runs = (k: number): number => (k >= 0 && k <= last && shape.paragraph[k] === 1 && linked[k] < 0.5 ? 1 : 0);
  out[f++] = runs(i - 1);
  out[f++] = runs(i + 1);
  out[f++] = runs(i - 1) * runs(i + 1);
  out[f++] = Math.min(shape.streak[i], 8) / 8;
  out[f++] = Math.min(shape.alternating[i], 8) / 8;
  return f;
}

/** First probabilities of a page's blocks, and what they say of the places around. */
export interface Context {
  first: Float64Array;
  /** Mean of the first probabilities by words in the containers around each block, from the nearest outwards. */
  means: Float64Array[];
  /** 1 in the stretch of the page that gathers most. */
  run: Uint8Array;
}

export function contextOf(page: Measured, first: Float64Array): Context {
  const means = Array.from({ length: LEVELS }, (_, level) => meansOf(page, first, level));
  return { first, means, run: bestRun(page, first) };
}

/** Mean first probability, by words, in the element at `level`. */
function meansOf({ blocks, lines }: Measured, first: Float64Array, level: number): Float64Array {
  const sums = new Map<PageElement, [words: number, likely: number]>();
  const placeOf = (block: Block): PageElement => containerOf(block.element, level);
  blocks.forEach((block, i) => {
    const place = placeOf(block);
    const sum = sums.get(place) ?? [0, 0];
    const weight = Math.min(lines.words[i], FULL_LENGTH) + 1;
    sums.set(place, [sum[0] + weight, sum[1] + weight * first[i]]);
  });
  return Float64Array.from(blocks, (block) => {
    const [words, likely] = sums.get(placeOf(block)) ?? [1, 0];
    return likely / words;
  });
}

/** The nearest container, or so many containers further out. */
function containerOf(element: PageElement, further: number): PageElement {
  let left = further;
  for (let at = element; ; at = at.parent) {
    if (at.parent === undefined || (at.container && left-- === 0)) return at;
  }
}

/** What a block that is not likely body costs the run at least, in words: many short lines end it. */
const SHORT_COST = 6;

function bestRun({ lines }: Measured, first: Float64Array): Uint8Array {
  let best = 0;
  let sum = 0;
  let from = 0;
  let run: [number, number] = [0, 0];
  for (let i = 0; i < first.length; i++) {
    if (sum <= 0) {
      sum = 0;
      from = i;
    }
    sum += (2 * first[i] - 1) * (Math.min(lines.words[i], 80) + (first[i] < 0.5 ? SHORT_COST : 0));
    if (sum > best) {
      best = sum;
      run = [from, i + 1];
    }
  }
  return new Uint8Array(first.length).fill(1, ...run);
}

/** Numbers of one block in the light of the first scores around it. */
export const CONTEXT_FEATURES = BLOCK_FEATURES + 8 + 2 * LEVELS + 15;

export function contextFeatures(page: Measured, context: Context, i: number, out: Float64Array): void {
  blockFeatures(page, i, out);
  const { first, means, run } = context;
  let f = BLOCK_FEATURES;
  const at = (k: number): number => (k >= 0 && k < first.length ? first[k] : 0);
  out[f++] = at(i);
  out[f++] = at(i - 1);
  out[f++] = at(i + 1);
  out[f++] = (at(i - 2) + at(i - 3)) / 2;
  out[f++] = (at(i + 2) + at(i + 3)) / 2;
  out[f++] = Math.min(at(i - 1), at(i + 1));
  out[f++] = run[i];
  out[f++] = run[i] * at(i);
  for (const mean of means) {
    out[f++] = mean[i];
    out[f++] = mean[i] > 0.5 ? 1 : 0;
  }
  jointFeatures(page, context, i, out, f);
}

/** What a block looks like, times how likely its surroundings are: a list in the body is not a list in the menu. */
function jointFeatures(page: Measured, { means, run }: Context, i: number, out: Float64Array, from: number): void {
  let f = from;
  const tag = page.blocks[i]?.tag ?? "";
  const looks = [
    page.shape.paragraph[i] === 0,
    page.linked[i] < 0.1,
    page.linked[i] > 0.5,
    tag === "li",
    tag.startsWith("h") && tag !== "hr",
  ];
  const places = [means[0]?.[i] ?? 0, means[1]?.[i] ?? 0, run[i]];
  for (const look of looks) for (const place of places) out[f++] = look ? place : 0;
}
