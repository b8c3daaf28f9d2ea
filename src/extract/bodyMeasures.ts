/**
 * Blocks of a page in, what is to be known of them out: length and shape as the plain-page reader measures lines, links, the
 * zones around each, and how much of the page's running text stands in the same elements. No judgement here.
 */
import type { Block, PageElement } from "./blocks.js";
import { type Shape, shapeOf } from "./features.js";
import { measureLines, type PageLines } from "./lines.js";
import { Zone } from "./zones.js";

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

/** Containers around a block that are looked at. */
export const LEVELS = 4;
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
export const OUTSIDE = 255;

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
  const start: number[] = [];
  const end: number[] = [];
  let at = 0;
  for (const { text } of blocks) {
    start.push(at);
    end.push(at + text.length);
    at += text.length + 1;
  }
  return measureLines(blocks.map(({ text }) => text).join("\n"), { count: blocks.length, start, end });
}
