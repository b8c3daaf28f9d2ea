/**
 * Gives each edit its place in both texts, and each mark a name.
 *
 * In: the edits of a group by their spans, the gaps they stand in, and what edits cover anywhere. Out: the same edits
 * with their places, in reading order. Marks that no edit covers and that the other side lacks go with the words they
 * stand at, by widening their edit; where they stand at none, they are edits of their own.
 */
import type { Span } from "../article.js";
import type { Edit } from "./edits.js";
import { kindOfMarks } from "./marks.js";
import { editOf, type NamedEdit } from "./named.js";
import type { Gap, Ground } from "./walk.js";

/** For each unit of both texts, 1 where an edit of words covers it. */
export interface Covered {
  a: Uint8Array;
  b: Uint8Array;
}

/** What edits cover; those of whole paragraphs (moved, split, merged) must not be among them. */
export function coverWords(ground: Ground, edits: readonly NamedEdit[]): Covered {
  const covered = { a: new Uint8Array(ground.textA.length), b: new Uint8Array(ground.textB.length) };
  for (const { a, b } of edits) {
    if (a) covered.a.fill(1, a.start, a.end);
    if (b) covered.b.fill(1, b.start, b.end);
  }
  return covered;
}

/** The edits of a group with their places, in reading order of the second text. Widens spans, and may add edits of marks. */
export function placeEdits(
  ground: Ground,
  named: readonly NamedEdit[],
  gaps: readonly Gap[],
  covered: Covered,
): Edit[] {
  const edits = [...named];
  const { textA, textB } = ground;
  const endsA = new EdgesOf(textA, "a", edits);
  const endsB = new EdgesOf(textB, "b", edits);
  const anchors = gaps.map((gap) => {
    const unitsA = unitsOf(textA, gap.a.chars, covered.a);
    const unitsB = unitsOf(textB, gap.b.chars, covered.b);
    const pairs = pairUnits(textA, unitsA, textB, unitsB);
    const lone = (units: readonly Span[], side: "a" | "b") => {
      const paired = new Set(pairs.map((pair) => pair[side]));
      return units.filter((unit) => !paired.has(unit));
    };
    const leftA = endsA.widen(lone(unitsA, "a"));
    const leftB = endsB.widen(lone(unitsB, "b"));
    edits.push(...nameLeft(textA, leftA, textB, leftB));
    return pairs;
  });
  for (const { a, b } of edits) {
    if (!a || !b) continue;
    const at = gapAt(gaps, "a", a.start);
    const gap = gaps[at];
    if (gap && isInside(a, gap.a.chars) && isInside(b, gap.b.chars)) anchors[at]?.push({ a, b });
  }
  const placed = edits.map((edit): Edit => ({ ...edit, at: placeOf(ground, edit, gaps, anchors) }));
  return placed.sort((x, y) => x.at.b - y.at.b || x.at.a - y.at.a);
}

// ---- marks that no edit covers ----

/** What answers each other in both texts. */
interface Anchor {
  a: Span;
  b: Span;
}

/** The characters of some spans that are no white space and that no edit covers. */
function unitsOf(text: string, spans: readonly Span[], covered: Uint8Array): Span[] {
  const units: Span[] = [];
  for (const { start, end } of spans) {
    for (let i = start; i < end; ) {
      const size = (text.codePointAt(i) ?? 0) > 0xffff && i + 1 < end ? 2 : 1;
      if (covered[i] === 0 && !isSpace(text, i)) units.push({ start: i, end: i + size });
      i += size;
    }
  }
  return units;
}

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit <= 32 || unit === 0x200b || (unit > 126 && /\s/u.test(text[at] as string));
}

/** Cells of a table of characters: more are not gone through. */
const MOST_CELLS = 40_000;

/** The characters that both sides have in the same order: the longest common subsequence, of several the first. */
function pairUnits(textA: string, a: readonly Span[], textB: string, b: readonly Span[]): Anchor[] {
  const same = (i: number, j: number) => read(textA, a[i] as Span) === read(textB, b[j] as Span);
  const pairs: Anchor[] = [];
  let from = 0;
  while (from < a.length && from < b.length && same(from, from)) {
    pairs.push({ a: a[from] as Span, b: b[from] as Span });
    from++;
  }
  const n = a.length - from;
  const m = b.length - from;
  if (n === 0 || m === 0 || n * m > MOST_CELLS) return pairs;
  const width = m + 1;
  const table = new Uint16Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      const skip = Math.max(table[(i + 1) * width + j] as number, table[i * width + j + 1] as number);
      const take = same(from + i, from + j) ? (table[(i + 1) * width + j + 1] as number) + 1 : 0;
      table[i * width + j] = Math.max(skip, take);
    }
  }
  for (let i = 0, j = 0; i < n && j < m; ) {
    if (same(from + i, from + j)) pairs.push({ a: a[from + i++] as Span, b: b[from + j++] as Span });
    else if ((table[(i + 1) * width + j] as number) >= (table[i * width + j + 1] as number)) i++;
    else j++;
  }
  return pairs;
}

function read(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** Marks that belong to what stands before them. */
const CLOSES = /^[.!?。！？…:;,，、；：)\]}）】》」』”’»]$/u;

/** The edits that stand on one side alone, by where they begin and end. */
class EdgesOf {
  private readonly begins = new Map<number, NamedEdit>();
  private readonly ends = new Map<number, NamedEdit>();

  constructor(
    private readonly text: string,
    private readonly side: "a" | "b",
    edits: readonly NamedEdit[],
  ) {
    for (const edit of edits) {
      const span = edit[side];
      if (!span || edit[side === "a" ? "b" : "a"]) continue;
      this.begins.set(span.start, edit);
      this.ends.set(span.end, edit);
    }
  }

  /** Widens edits over the marks they stand at; gives back the marks that stand at none. */
  widen(marks: readonly Span[]): Span[] {
    // A comma opens what came or went behind it; any other closing mark ends what stands before it.
    const opens = (mark: Span) => !CLOSES.test(read(this.text, mark)) || /^[,，、]$/u.test(read(this.text, mark));
    let left = [...marks].reverse().filter((mark) => !(opens(mark) && this.widenLeft(mark)));
    left = left.reverse().filter((mark) => !this.widenRight(mark));
    left = left.reverse().filter((mark) => !this.widenLeft(mark));
    return left.reverse();
  }

  private widenLeft(mark: Span): boolean {
    let at = mark.end;
    while (at < this.text.length && isSpace(this.text, at)) at++;
    const edit = this.begins.get(at);
    if (!edit) return false;
    this.begins.delete(at);
    this.begins.set(mark.start, edit);
    edit[this.side] = { start: mark.start, end: edit[this.side]?.end ?? mark.end };
    return true;
  }

  private widenRight(mark: Span): boolean {
    let at = mark.start;
    while (at > 0 && isSpace(this.text, at - 1)) at--;
    const edit = this.ends.get(at);
    if (!edit) return false;
    this.ends.delete(at);
    this.ends.set(mark.end, edit);
    edit[this.side] = { start: edit[this.side]?.start ?? mark.start, end: mark.end };
    return true;
  }
}

/** Marks that stand at no edit, as edits of their own. */
function nameLeft(textA: string, a: readonly Span[], textB: string, b: readonly Span[]): NamedEdit[] {
  const one = stretches(a);
  const other = stretches(b);
  if (one.length === other.length) return one.map((span, i) => nameMarks(textA, span, textB, other[i]));
  return [
    ...one.map((span) => nameMarks(textA, span, textB, undefined)),
    ...other.map((span) => nameMarks(textA, undefined, textB, span)),
  ];
}

function nameMarks(textA: string, a: Span | undefined, textB: string, b: Span | undefined): NamedEdit {
  const [one, two] = [a && read(textA, a), b && read(textB, b)];
  if (!/[\p{L}\p{N}]/u.test(`${one ?? ""}${two ?? ""}`)) return editOf(kindOfMarks(one, two), a, b);
  return editOf(one === undefined ? "added" : two === undefined ? "dropped" : "wording", a, b);
}

/** More characters than this were not gone through (see MOST_CELLS): they are named as a whole. */
const MOST_ALONE = 400;

/** Characters that touch, as one. */
function stretches(units: readonly Span[]): Span[] {
  const [first, last] = [units[0], units[units.length - 1]];
  if (first && last && units.length > MOST_ALONE) return [{ start: first.start, end: last.end }];
  const spans: Span[] = [];
  for (const { start, end } of units) {
    const last = spans[spans.length - 1];
    if (last && last.end === start) last.end = end;
    else spans.push({ start, end });
  }
  return spans;
}

// ---- places ----

/** The last gap that begins at or before a place; a search in halves, for a paragraph may hold ten thousand. */
function gapAt(gaps: readonly Gap[], side: "a" | "b", place: number): number {
  let low = 0;
  let high = gaps.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (((gaps[middle] as Gap)[side].chars[0]?.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function isInside(span: Span, chars: readonly Span[]): boolean {
  return span.start >= (chars[0]?.start ?? 0) && span.end <= (chars[chars.length - 1]?.end ?? 0);
}

function placeOf(
  { textA, textB }: Ground,
  { a, b }: NamedEdit,
  gaps: readonly Gap[],
  anchors: readonly Anchor[][],
): Edit["at"] {
  if (a && b) return { a: a.start, b: b.start };
  const [own, other] = a ? (["a", "b"] as const) : (["b", "a"] as const);
  const span = a ?? b ?? { start: 0, end: 0 };
  const at = gapAt(gaps, own, span.start);
  const chars = gaps[at]?.[other].chars ?? [];
  let place = chars[0]?.start ?? 0;
  let limit = chars[chars.length - 1]?.end ?? place;
  for (const anchor of anchors[at] ?? []) {
    if (anchor[own].end <= span.start) place = Math.max(place, anchor[other].end);
    else if (anchor[own].start >= span.end) limit = Math.min(limit, anchor[other].start);
  }
  place = Math.min(place, limit);
  const [text, otherText] = a ? [textA, textB] : [textB, textA];
  // Words that came or went behind a space stand behind it in the other text, too, but not in the next line.
  if (span.start > 0 && isSpace(text, span.start - 1))
    while (place < limit && isSpace(otherText, place) && !/[\n\r]/u.test(otherText[place] as string)) place++;
  return a ? { a: span.start, b: place } : { a: place, b: span.start };
}
