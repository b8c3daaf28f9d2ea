/**
 * Blocks of a page in, numbers out: what the model of the HTML reader looks at to tell body from furniture. Length is
 * measured alike in every script, wording counts only by the cue classes of short lines, and the rest is structure:
 * links, elements, class names, and how much of the page's running text stands in the same element.
 */
import type { Block, PageElement } from "./blocks.js";
import { CUE_KINDS } from "./cues.js";
import { type Shape, shapeOf } from "./features.js";
import { LineFlag, measureLines, type PageLines } from "./lines.js";
import { ZONES, Zone } from "./zones.js";

/** A page's blocks, measured. */
export interface Measured {
  blocks: readonly Block[];
  lines: PageLines;
  shape: Shape;
  /** Share of each block's characters that stand in links. */
  linked: Float32Array;
  /** Share of the page's running text in each of the containers around a block, from the nearest outwards. */
  shares: Float32Array[];
  /** The greatest share at each level. */
  most: number[];
  /** Share of the running text in blocks made like this one. */
  alike: Float32Array;
  /** 1 for blocks that stand in the body as the page's metadata give it, 2 for others where they give one. */
  declared: Uint8Array;
  /** Containers between each block and the smallest one that holds most of the running text; 255 outside it. */
  steps: Uint8Array;
  /** Zones of each block, and of its two innermost elements alone. */
  zones: Int32Array;
  near: Int32Array;
}

const LEVELS = 4;
/** What an element's name says is not believed when it holds more of the running text than this. */
const EVERYWHERE = 0.5;
/** The zones that may cover the whole article by right. */
const EXPECTED = Zone.article | Zone.main | Zone.body | Zone.story | Zone.declared;
/** Running text in these says nothing about where the article is. */
export const APART =
  Zone.hidden | Zone.navigation | Zone.footer | Zone.consent | Zone.comments | Zone.control | Zone.form | Zone.aside;

/** `declaredBody` is the body in the page's own metadata: often cut short, but never furniture. */
export function measureBlocks(blocks: readonly Block[], declaredBody = ""): Measured {
  const lines = linesOf(blocks);
  const shape = shapeOf(lines);
  const linked = Float32Array.from(blocks, (block) => Math.min(1, block.linked / Math.max(1, block.text.length)));
  const running = Float64Array.from(blocks, (_, i) =>
    shape.paragraph[i] === 1 && linked[i] < 0.5 ? lines.words[i] : 0,
  );
  const mass = massOf(blocks, running);
  const zones = zonesAround(blocks, mass, Number.POSITIVE_INFINITY);
  const near = zonesAround(blocks, mass, 2);
  const apart = running.map((words, i) => ((zones[i] & APART) === 0 ? words : 0));
  const apartMass = massOf(blocks, apart);
  const shares = sharesOf(blocks, apartMass);
  const most = shares.map((share) => share.reduce((max, value) => Math.max(max, value), 0));
  const alike = alikeOf(blocks, apart, apartMass.total);
  const declared = declaredIn(blocks, declaredBody);
  return {
    blocks,
    lines,
    shape,
    linked,
    shares,
    most,
    alike,
    declared,
    steps: stepsHome(blocks, apartMass),
    zones,
    near,
  };
}

/** Of a declared body so much is compared, with so many blocks; shorter blocks stand in anything. */
const DECLARED_CHARACTERS = 100_000;
const DECLARED_BLOCKS = 5_000;
const DECLARED_LEAST = 12;

function declaredIn(blocks: readonly Block[], body: string): Uint8Array {
  const declared = new Uint8Array(blocks.length);
  const whole = lettersOf(body.slice(0, DECLARED_CHARACTERS));
  if (whole.length < 10 * DECLARED_LEAST) return declared;
  return declared.map((_, i) => {
    if (i >= DECLARED_BLOCKS) return 0;
    const letters = lettersOf(blocks[i]?.text ?? "");
    return letters.length >= DECLARED_LEAST && whole.includes(letters) ? 1 : 2;
  });
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Tags and classes of the innermost elements: what one template made has the same. */
function madeLike({ element }: Block): string {
  const { parent } = element;
  return `${element.look}|${parent?.look ?? ""}|${parent?.parent?.look ?? ""}`;
}

function alikeOf(blocks: readonly Block[], running: Float64Array, total: number): Float32Array {
  const sums = new Map<string, number>();
  blocks.forEach((block, i) => {
    if (running[i] > 0) sums.set(madeLike(block), (sums.get(madeLike(block)) ?? 0) + running[i]);
  });
  return Float32Array.from(blocks, (block) => (total === 0 ? 0 : (sums.get(madeLike(block)) ?? 0) / total));
}

/** The home of the article holds so much of the running text. */
const HOME = 0.7;
const OUTSIDE = 255;

function stepsHome(blocks: readonly Block[], { inside, total }: Mass): Uint8Array {
  let home: PageElement | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [element, words] of inside) {
    // Elements are met from the inside out: of equals the first is the smallest.
    if (element.container && words >= HOME * total && words < least) {
      home = element;
      least = words;
    }
  }
  return Uint8Array.from(blocks, (block) => {
    let steps = 0;
    for (let at: PageElement | undefined = block.element; at !== undefined; at = at.parent) {
      if (at === home) return Math.min(steps, OUTSIDE - 1);
      if (at.container) steps++;
    }
    return OUTSIDE;
  });
}

/** Words of running text in each element. */
interface Mass {
  inside: Map<PageElement, number>;
  total: number;
}

function massOf(blocks: readonly Block[], running: Float64Array): Mass {
  const inside = new Map<PageElement, number>();
  let total = 0;
  blocks.forEach((block, i) => {
    if (running[i] === 0) return;
    total += running[i];
    for (let at: PageElement | undefined = block.element; at !== undefined; at = at.parent) {
      inside.set(at, (inside.get(at) ?? 0) + running[i]);
    }
  });
  return { inside, total };
}

/** The zones of the `levels` innermost elements around each block. */
function zonesAround(blocks: readonly Block[], { inside, total }: Mass, levels: number): Int32Array {
  return Int32Array.from(blocks, (block) => {
    let zones = 0;
    let level = 0;
    for (let at: PageElement | undefined = block.element; at !== undefined && level < levels; at = at.parent, level++) {
      const believed = (inside.get(at) ?? 0) <= EVERYWHERE * total;
      zones |= believed ? at.zones : at.zones & EXPECTED;
    }
    return zones;
  });
}

function sharesOf(blocks: readonly Block[], { inside, total }: Mass): Float32Array[] {
  const shares = Array.from({ length: LEVELS }, () => new Float32Array(blocks.length));
  blocks.forEach((block, i) => {
    let level = 0;
    let share = 0;
    for (let at: PageElement | undefined = block.element; at !== undefined && level < LEVELS; at = at.parent) {
      if (!at.container) continue;
      share = total === 0 ? 0 : (inside.get(at) ?? 0) / total;
      shares[level++][i] = share;
    }
    for (; level < LEVELS; level++) shares[level][i] = share;
  });
  return shares;
}

function linesOf(blocks: readonly Block[]): PageLines {
  const start = new Uint32Array(blocks.length);
  const end = new Uint32Array(blocks.length);
  let at = 0;
  blocks.forEach(({ text }, i) => {
    start[i] = at;
    end[i] = at + text.length;
    at += text.length + 1;
  });
  return measureLines(blocks.map(({ text }) => text).join("\n"), { count: blocks.length, start, end });
}

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
