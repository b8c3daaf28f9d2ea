// In: one block of a diff and both texts. Out: where its edits stand: in the first text, and in the second, where
// matter that only the first text has is put at the place it was taken from.
// Between two edits that stand in both texts lie the same characters, spaces aside, but for what only one text has. So
// a place in the first text is found in the second by counting characters, from the left or from the right.
import type { Span } from "../article.js";
import type { Block, Edit } from "../diff/edits.js";
import { wordEdits } from "./inline.js";

/** An edit and its number in the whole diff. */
export interface Numbered {
  edit: Edit;
  number: number;
}

/** An edit with the parts of it that are shown here. */
export interface Placed extends Numbered {
  /** What went, as a span of the first text. */
  gone?: Span;
  /** What came, as a span of the second text. */
  came?: Span;
  /** Where it stands in the second text. */
  place: number;
}

/** Edits of words in the block, and those from elsewhere whose matter went from here, each with its number. */
export interface Marks {
  own: Numbered[];
  foreign: Numbered[];
}

/** The edits of each block; matter that was moved to another block is missing from the one it stood in. */
export function marksOf(blocks: readonly Block[]): Marks[] {
  const marks: Marks[] = blocks.map(() => ({ own: [], foreign: [] }));
  const blockAt = blockFinder(blocks, "a");
  let number = 0;
  for (const [index, block] of blocks.entries()) {
    const shown = new Set(wordEdits(block));
    for (const edit of block.edits) {
      const mark = { edit, number: number++ };
      if (!shown.has(edit)) continue;
      marks[index].own.push(mark);
      const from = edit.a === undefined ? index : blockAt(edit.a.start);
      if (from !== undefined && from !== index) marks[from].foreign.push(mark);
    }
  }
  return marks;
}

/** Finds the block whose paragraphs of one text hold an offset; undefined for furniture. */
export function blockFinder(blocks: readonly Block[], side: "a" | "b"): (offset: number) => number | undefined {
  const paragraphs = blocks
    .flatMap((block, index) => block[side].map((span) => ({ ...span, index })))
    .sort((x, y) => x.start - y.start);
  return (offset) => {
    let low = 0;
    let high = paragraphs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (paragraphs[middle].start <= offset) low = middle + 1;
      else high = middle;
    }
    const found = paragraphs[low - 1];
    return found !== undefined && offset < found.end ? found.index : undefined;
  };
}

/** The edits of a block in the order of the second text, each with its place there. */
export function placeEdits(block: Block, { own, foreign }: Marks, a: string, b: string): Placed[] {
  const { both, gone, came } = sorted(block, own, foreign);
  const placed: Placed[] = [];
  let fromA = block.a[0]?.start ?? 0;
  let fromB = block.b[0]?.start ?? 0;
  let nextGone = 0;
  let nextCame = 0;
  const upTo = (toA: number, toB: number): void => {
    const gap: Gap = { a: { start: fromA, end: toA }, b: { start: fromB, end: toB }, gone: [], came: [] };
    for (; nextGone < gone.length && gone[nextGone].span.start < toA; nextGone++)
      pushClipped(gap.gone, gone[nextGone], gap.a);
    for (; nextCame < came.length && came[nextCame].span.start < toB; nextCame++)
      pushClipped(gap.came, came[nextCame], gap.b);
    for (const one of placeGap(gap, block, a, b)) placed.push(one);
  };
  for (const { edit, number, a: spanA, b: spanB } of both) {
    upTo(spanA.start, spanB.start);
    placed.push({ edit, number, gone: spanA, came: spanB, place: spanB.start });
    fromA = spanA.end;
    fromB = spanB.end;
  }
  upTo((block.a.at(-1)?.end ?? 0) + 1, (block.b.at(-1)?.end ?? 0) + 1);
  return placed;
}

interface OneSided extends Numbered {
  span: Span;
}
interface TwoSided extends Numbered {
  a: Span;
  b: Span;
}

/** Kinds whose two sides stand in different places. */
const CHANGES_PLACE: ReadonlySet<string> = new Set(["moved", "reordered"]);

/** Edits that stand in both texts in the same order, and the two sides of all others. */
function sorted(block: Block, own: readonly Numbered[], foreign: readonly Numbered[]) {
  const candidates: TwoSided[] = [];
  for (const { edit, number } of own) {
    if (edit.a !== undefined && edit.b !== undefined && !CHANGES_PLACE.has(edit.kind) && isInside(edit.a, block.a)) {
      candidates.push({ edit, number, a: edit.a, b: edit.b });
    }
  }
  const both = inOrder(candidates);
  const paired = new Set(both.map(({ number }) => number));
  const gone: OneSided[] = foreign.flatMap(({ edit, number }) => (edit.a ? [{ edit, number, span: edit.a }] : []));
  const came: OneSided[] = [];
  for (const { edit, number } of own) {
    if (paired.has(number)) continue;
    if (edit.a !== undefined && isInside(edit.a, block.a)) gone.push({ edit, number, span: edit.a });
    if (edit.b !== undefined) came.push({ edit, number, span: edit.b });
  }
  const byStart = (x: OneSided, y: OneSided): number => x.span.start - y.span.start || x.number - y.number;
  return { both, gone: gone.sort(byStart), came: came.sort(byStart) };
}

function isInside(span: Span, paragraphs: readonly Span[]): boolean {
  const first = paragraphs[0];
  const last = paragraphs[paragraphs.length - 1];
  return first !== undefined && last !== undefined && span.start >= first.start && span.end <= last.end;
}

/** The most of the edits that stand in the same order in both texts (Schensted 1961), none overlapping another. */
function inOrder(edits: TwoSided[]): TwoSided[] {
  const list = [...edits].sort((x, y) => x.b.start - y.b.start || x.number - y.number);
  const tails: number[] = [];
  const before: number[] = [];
  for (const [index, { a }] of list.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (list[tails[middle]].a.start < a.start) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? tails[low - 1] : -1);
    tails[low] = index;
  }
  const line: TwoSided[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index]) line.push(list[index]);
  let endA = 0;
  let endB = 0;
  return line.reverse().filter(({ a, b }) => {
    if (a.start < endA || b.start < endB) return false;
    endA = a.end;
    endB = b.end;
    return true;
  });
}

/** What lies between two edits that stand in both texts. */
interface Gap {
  a: Span;
  b: Span;
  gone: OneSided[];
  came: OneSided[];
}

/** Adds what is left of an edit inside the gap, behind the edits there already. */
function pushClipped(list: OneSided[], one: OneSided, gap: Span): void {
  const start = Math.max(one.span.start, list.at(-1)?.span.end ?? gap.start);
  const end = Math.min(one.span.end, gap.end);
  if (start < end) list.push({ ...one, span: { start, end } });
}

function placeGap(gap: Gap, block: Block, a: string, b: string): Placed[] {
  if (gap.gone.length === 0) return gap.came.map((one) => placedCame(one));
  const keptA = keptIn(a, gap.a, gap.gone);
  const keptB = keptIn(b, gap.b, gap.came);
  const places = placesOf(gap, keptA, keptB, block, a, b);
  const placed = [
    ...gap.gone.map((one, index) => ({ ...numbered(one), gone: one.span, place: places[index] })),
    ...gap.came.map(placedCame),
  ];
  // What went stands before what came in the same place.
  return placed.sort((x, y) => x.place - y.place || Number("came" in x) - Number("came" in y));
}

function placedCame(one: OneSided): Placed {
  return { ...numbered(one), came: one.span, place: one.span.start };
}

function numbered({ edit, number }: Numbered): Numbered {
  return { edit, number };
}

/** Characters that show and stand in no edit, with their offsets. */
interface Kept {
  offsets: number[];
  text: string;
}

function keptIn(text: string, gap: Span, edits: readonly OneSided[]): Kept {
  const offsets: number[] = [];
  let shown = "";
  let next = 0;
  for (let at = gap.start; at < gap.end && at < text.length; at++) {
    while (next < edits.length && edits[next].span.end <= at) next++;
    if (next < edits.length && edits[next].span.start <= at) continue;
    if (isSpace(text, at)) continue;
    offsets.push(at);
    shown += text[at];
  }
  return { offsets, text: shown };
}

/** For each edit that takes something away, the place in the second text. */
function placesOf(gap: Gap, keptA: Kept, keptB: Kept, block: Block, a: string, b: string): number[] {
  const alike = commonEnds(keptA.text, keptB.text);
  let before = 0;
  let least = gap.b.start;
  return gap.gone.map(({ edit, span }) => {
    while (before < keptA.offsets.length && keptA.offsets[before] < span.start) before++;
    // What changed place tells where it went; where it was taken from is found by counting.
    const told = CHANGES_PLACE.has(edit.kind) ? undefined : edit.at.b;
    const isTold = told !== undefined && told >= gap.b.start && told <= gap.b.end;
    const place = isTold ? told : counted(before, keptA, keptB, alike, gap.b, b);
    const opens = block.a.some(({ start }) => start === span.start);
    least = Math.max(least, outOfEdits(pastSpace(place, isSpace(a, span.start - 1), opens, block, b), gap.came));
    return Math.min(least, block.b.at(-1)?.end ?? 0);
  });
}

function commonEnds(x: string, y: string): { left: number; right: number } {
  const most = Math.min(x.length, y.length);
  let left = 0;
  while (left < most && x[left] === y[left]) left++;
  let right = 0;
  while (right < most && x[x.length - 1 - right] === y[y.length - 1 - right]) right++;
  return { left, right };
}

/** The place behind as many kept characters as stand before the edit in the first text; else the next word break. */
function counted(
  before: number,
  keptA: Kept,
  keptB: Kept,
  alike: { left: number; right: number },
  gap: Span,
  b: string,
): number {
  const after = keptA.text.length - before;
  const isAfter = before > alike.left && after <= alike.right;
  const index = isAfter ? keptB.text.length - after : Math.min(before, keptB.text.length);
  let place = index === 0 ? gap.start : keptB.offsets[index - 1] + 1;
  const isKnown = isAfter || before <= alike.left;
  while (!isKnown && place < gap.end && place < b.length && !isSpace(b, place)) place++;
  return place;
}

/** Behind the space that stood before the edit too, but not into the next paragraph unless the edit opened one. */
function pastSpace(place: number, spaced: boolean, opens: boolean, block: Block, b: string): number {
  if (!spaced) return place;
  let at = place;
  while (at < b.length && isSpace(b, at)) at++;
  const crosses = block.b.some(({ end }) => place <= end && end < at);
  return crosses && !opens ? place : at;
}

/** A place inside what came would cut it in two: the place before it is as good. */
function outOfEdits(place: number, came: readonly OneSided[]): number {
  const cut = came.find(({ span }) => span.start < place && place < span.end);
  return cut === undefined ? place : cut.span.start;
}

/** Whether white space stands there. */
export function isSpace(text: string, at: number): boolean {
  return at >= 0 && at < text.length && /\s/u.test(text[at]);
}
