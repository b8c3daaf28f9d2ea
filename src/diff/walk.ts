/**
 * Walks through a group of paragraphs and lists where its two sides differ.
 *
 * In: the words of both texts, the runs they share, a group. Out: differences in reading order, not yet named: words of
 * either side and the marks around them, words that moved, words written otherwise. `kinds.ts` names them.
 */
import type { Span } from "../article.js";
import { WordFlag, type Words } from "../text/words.js";
import type { Run } from "./align.js";
import type { BodyText, Group } from "./blocks.js";
import { findExpressions, isNumeric } from "./expressions.js";

/** Words `[start, end)` of a text. */
export type WordRange = Span;

/** One side of a gap between two matched words. */
export interface GapSide {
  /** Its own words, ascending: those matched with none. */
  words: number[];
  /** The characters between the two matched words, without what stands between the paragraphs of a group (captions). */
  chars: Span[];
}

/** What stands between two matched words that are neighbours on the main line. */
export interface Gap {
  a: GapSide;
  b: GapSide;
}

/** A difference between two texts. */
export type Difference =
  /** A gap, with its own words only. */
  | ({ type: "gap" } & Gap)
  /** The same words, out of order: within the group (`near`) or from elsewhere. */
  | { type: "moved"; a: WordRange; b: WordRange; near: boolean }
  /** One matched word, written otherwise. */
  | { type: "respelled"; a: WordRange; b: WordRange };

/** Everything the walk needs to know of the two texts. */
export interface Ground {
  textA: string;
  textB: string;
  a: Words;
  b: Words;
  runs: readonly Run[];
  /** For each word of a, one more than the word of b it is matched with; 0 for none. */
  partnerOfA: Uint32Array;
  /** The same for b. */
  partnerOfB: Uint32Array;
  /** First words of paragraphs that furniture parts from the paragraph before, in a. */
  cutsA: ReadonlySet<number>;
  /** The same in b. */
  cutsB: ReadonlySet<number>;
}

/** Two matched words. */
interface WordPair {
  a: number;
  b: number;
}

/** Prepares the ground for a pair. */
export function layGround(a: BodyText, b: BodyText, runs: readonly Run[]): Ground {
  const partnerOfA = new Uint32Array(a.words.count);
  const partnerOfB = new Uint32Array(b.words.count);
  for (const run of runs) {
    for (let i = 0; i < run.length; i++) {
      partnerOfA[run.a + i] = run.b + i + 1;
      partnerOfB[run.b + i] = run.a + i + 1;
    }
  }
  return {
    textA: a.text,
    textB: b.text,
    a: a.words,
    b: b.words,
    runs,
    partnerOfA,
    partnerOfB,
    cutsA: cutsOf(a),
    cutsB: cutsOf(b),
  };
}

function cutsOf({ text, words, paragraphs }: BodyText): Set<number> {
  const cuts = new Set<number>();
  for (const [p, { start }] of paragraphs.entries())
    if (p > 0 && !isBlank(text, (paragraphs[p - 1] as Span).end, start)) cuts.add(words.paragraphs[p] as number);
  return cuts;
}

/** Whether nothing but white space stands in a stretch. */
export function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isSpace(text.charCodeAt(i)) && !/\s/u.test(text[i] as string)) return false;
  return true;
}

/**
 * Takes back the match of words whose paragraph stands alone on either side: as the whole paragraph came or went, its
 * words did, too.
 */
export function loosenAlone(ground: Ground, groups: readonly Group[]): void {
  const { a, b, partnerOfA, partnerOfB } = ground;
  for (const group of groups) {
    if (group.b.length === 0) for (const i of rangesOf(a, group.a)) clear(partnerOfA, partnerOfB, i);
    if (group.a.length === 0) for (const j of rangesOf(b, group.b)) clear(partnerOfB, partnerOfA, j);
  }
}

/** Fewer words than this, carried from one paragraph to another, are chance ("in the village"). */
const SHORTEST_CARRIED = 5;

/** Takes back the match of a few words between paragraphs that do not belong together: nobody moves a word on its own. */
export function loosenStray(ground: Ground, groups: readonly Group[]): void {
  const ofA = groupOfWords(ground.a, groups, "a");
  const ofB = groupOfWords(ground.b, groups, "b");
  for (const run of ground.runs) {
    let from = 0;
    for (let i = 0; i <= run.length; i++) {
      const strays = i < run.length && ofA[run.a + i] !== ofB[run.b + i];
      if (strays) continue;
      if (i - from < SHORTEST_CARRIED)
        for (let k = from; k < i; k++) clear(ground.partnerOfA, ground.partnerOfB, run.a + k);
      from = i + 1;
    }
  }
}

function groupOfWords(words: Words, groups: readonly Group[], side: "a" | "b"): Int32Array {
  const of = new Int32Array(words.count).fill(-1);
  for (const [g, group] of groups.entries())
    for (const p of group[side]) of.fill(g, words.paragraphs[p], words.paragraphs[p + 1]);
  return of;
}

function clear(partner: Uint32Array, ofPartner: Uint32Array, word: number): void {
  const other = partner[word] as number;
  if (other > 0) ofPartner[other - 1] = 0;
  partner[word] = 0;
}

/** The differences inside one group with paragraphs on both sides, and the gaps that they stand in. */
export function walkGroup(
  ground: Ground,
  group: Group,
  spansA: readonly Span[],
  spansB: readonly Span[],
): { differences: Difference[]; gaps: Gap[] } {
  const wordsA = rangesOf(ground.a, group.a);
  const wordsB = rangesOf(ground.b, group.b);
  const line = mainPairs(ground, wordsA, wordsB);
  const loosened = loosen(ground, line, wordsA, wordsB);
  for (const { a, b } of line) if (isMonthAndVerb(ground, a, b)) loosened.add(a);
  const pairs = loosened.size === 0 ? line : line.filter((pair) => !loosened.has(pair.a));
  const walk: Walk = { ground, isNear: insideOf(wordsA), loosened, found: [], gaps: [] };
  const cursorA = new Cursor(ground.a, wordsA, partsOf(ground.textA, spansA, group.a));
  const cursorB = new Cursor(ground.b, wordsB, partsOf(ground.textB, spansB, group.b));
  for (const pair of [...pairs, undefined]) {
    const last = walk.found.length;
    // Nine of ten words stand behind their neighbour and a space in both texts: there is nothing to name.
    const follows =
      pair !== undefined && cursorA.follows(ground.textA, pair.a) && cursorB.follows(ground.textB, pair.b);
    if (!follows) nameGap(walk, cursorA.upTo(pair?.a), cursorB.upTo(pair?.b));
    if (!pair) break;
    if (!follows && last === walk.found.length && isPercentSpaced(ground, pair)) {
      const range = (i: number) => ({ start: i - 1, end: i + 1 });
      walk.found.push({ type: "respelled", a: range(pair.a), b: range(pair.b) });
    } else if (!sameCharacters(ground, pair)) {
      walk.found.push({
        type: "respelled",
        a: { start: pair.a, end: pair.a + 1 },
        b: { start: pair.b, end: pair.b + 1 },
      });
    }
    cursorA.pass();
    cursorB.pass();
  }
  return { differences: walk.found, gaps: walk.gaps };
}

const PERCENT = 0x25;
const SPACE = 0x20;

/** "4%" and "4 %": the one place where a space is a matter of house style. */
function isPercentSpaced({ textA, textB, a, b }: Ground, pair: WordPair): boolean {
  const [startA, startB] = [a.start[pair.a] as number, b.start[pair.b] as number];
  if (textA.charCodeAt(startA) !== PERCENT || textB.charCodeAt(startB) !== PERCENT || pair.a === 0 || pair.b === 0)
    return false;
  return (startA - (a.end[pair.a - 1] as number) === 0) !== (startB - (b.end[pair.b - 1] as number) === 0);
}

/** "May" and "may" have the same letters and nothing else in common. */
function isMonthAndVerb(ground: Ground, a: number, b: number): boolean {
  return (((ground.a.flags[a] as number) ^ (ground.b.flags[b] as number)) & WordFlag.month) !== 0;
}

interface Walk {
  ground: Ground;
  /** Whether a word of a is in the group. */
  isNear: (word: number) => boolean;
  /** Words of a whose match was taken back. */
  loosened: ReadonlySet<number>;
  found: Difference[];
  gaps: Gap[];
}

function rangesOf(words: Words, paragraphs: readonly number[]): number[] {
  const list: number[] = [];
  for (const p of paragraphs) {
    for (let i = words.paragraphs[p] as number; i < (words.paragraphs[p + 1] as number); i++) list.push(i);
  }
  return list;
}

/** The paragraphs of a group, as one where nothing but white space parts them. */
function partsOf(text: string, spans: readonly Span[], paragraphs: readonly number[]): Span[] {
  const parts: Span[] = [];
  for (const p of paragraphs) {
    const { start, end } = spans[p] as Span;
    const last = parts[parts.length - 1];
    if (last && isBlank(text, last.end, start)) last.end = end;
    else parts.push({ start, end });
  }
  return parts;
}

/** Goes through the words of a group on one side. */
class Cursor {
  private at = 0;
  private part = 0;

  constructor(
    private readonly words: Words,
    private readonly list: readonly number[],
    private readonly parts: readonly Span[],
  ) {}

  /** All words before `word`, which is then the next (all that are left, when undefined), and the characters around them. */
  upTo(word: number | undefined): GapSide {
    const from = this.at;
    const { list, parts } = this;
    while (this.at < list.length && (word === undefined || (list[this.at] as number) < word)) this.at++;
    const start = from === 0 ? (parts[0] as Span).start : (this.words.end[list[from - 1] as number] as number);
    const end = word === undefined ? (parts[parts.length - 1] as Span).end : (this.words.start[word] as number);
    const chars: Span[] = [];
    for (; this.part < parts.length; this.part++) {
      const part = parts[this.part] as Span;
      if (part.end < start) continue;
      chars.push({ start: Math.max(start, part.start), end: Math.min(end, part.end) });
      if (part.end >= end) break;
    }
    return { words: from === this.at ? [] : list.slice(from, this.at), chars };
  }

  /** Whether a word is the next, and stands behind the word before with a space and nothing else between. */
  follows(text: string, word: number): boolean {
    const { at, list, words } = this;
    if (at === 0 || list[at] !== word || list[at - 1] !== word - 1) return false;
    const end = words.end[word - 1] as number;
    return words.start[word] === end + 1 && text.charCodeAt(end) === SPACE;
  }

  pass(): void {
    this.at++;
  }
}

/** Whether a word is one of a list: of one paragraph by its ends, of several by a set. */
function insideOf(list: readonly number[]): (word: number) => boolean {
  const first = list[0] ?? 0;
  const last = list[list.length - 1] ?? -1;
  if (last - first + 1 === list.length) return (word) => word >= first && word <= last;
  const set = new Set(list);
  return (word) => set.has(word);
}

/** Matched pairs within the group in the order of both sides: the longest increasing sequence (Schensted 1961). */
function mainPairs(ground: Ground, wordsA: readonly number[], wordsB: readonly number[]): WordPair[] {
  const isInside = insideOf(wordsA);
  const pairs: WordPair[] = [];
  let inOrder = true;
  for (const b of wordsB) {
    const a = (ground.partnerOfB[b] as number) - 1;
    if (a < 0 || !isInside(a)) continue;
    const last = pairs[pairs.length - 1];
    if (last && last.a > a) inOrder = false;
    pairs.push({ a, b });
  }
  if (inOrder) return pairs;
  const tails: number[] = [];
  const before = new Int32Array(pairs.length);
  for (const [p, pair] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] as number] as { a: number }).a < pair.a) low = middle + 1;
      else high = middle;
    }
    before[p] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = p;
  }
  const line: WordPair[] = [];
  let p = tails.length > 0 ? (tails[tails.length - 1] as number) : -1;
  for (; p >= 0; p = before[p] as number) line.push(pairs[p] as WordPair);
  return line.reverse();
}

/** Words on either side that a gap may have and still be looked through for expressions. */
const LONGEST_LOOSE = 24;
/** Words looked at before and behind a gap: the longest expressions have about six. */
const REACH = 6;

/**
 * Takes out pairs inside an amount, a date or a time that changed on both sides: "59 degrees Fahrenheit" and "15 degrees
 * Celsius" share a word, yet the edit is the whole.
 */
function loosen(ground: Ground, pairs: WordPair[], wordsA: readonly number[], wordsB: readonly number[]): Set<number> {
  const firstA = wordsA[0] ?? 0;
  const firstB = wordsB[0] ?? 0;
  const loose = new Set<number>();
  const end = { a: (wordsA[wordsA.length - 1] ?? -1) + 1, b: (wordsB[wordsB.length - 1] ?? -1) + 1 };
  let before = { a: firstA - 1, b: firstB - 1 };
  for (let k = 0; k <= pairs.length; k++) {
    const next = pairs[k] ?? end;
    const last = before;
    before = next;
    const most = Math.max(next.a - last.a, next.b - last.b) - 1;
    if (most <= 0 || most > LONGEST_LOOSE) continue;
    const gapA = { start: last.a + 1, end: next.a };
    const gapB = { start: last.b + 1, end: next.b };
    if (!hasNumber(ground.textA, ground.a, gapA) && !hasNumber(ground.textB, ground.b, gapB)) continue;
    const aroundA = expressionsAt(ground.textA, ground.a, gapA);
    if (aroundA.length === 0) continue;
    const aroundB = expressionsAt(ground.textB, ground.b, gapB);
    if (aroundB.length === 0) continue;
    for (const pair of pairs.slice(Math.max(0, k - REACH), k + REACH))
      if (isIn(aroundA, ground.a, pair.a) && isIn(aroundB, ground.b, pair.b)) loose.add(pair.a);
  }
  return loose;
}

function hasNumber(text: string, words: Words, gap: WordRange): boolean {
  for (let i = gap.start; i < gap.end; i++)
    if (isNumeric(words.flags[i] as number, text.slice(words.start[i], words.end[i]))) return true;
  return false;
}

/** The expressions that touch the words of a gap. */
function expressionsAt(text: string, words: Words, gap: WordRange): Span[] {
  const from = words.start[Math.max(0, gap.start - REACH)] as number;
  const to = words.end[Math.min(words.count, gap.end + REACH) - 1] as number;
  // Of an empty gap, the space between its neighbours.
  const empty = gap.end <= gap.start;
  const start = empty ? (words.end[Math.max(0, gap.start - 1)] as number) : (words.start[gap.start] as number);
  const end = empty
    ? (words.start[Math.min(words.count - 1, gap.start)] as number)
    : (words.end[gap.end - 1] as number);
  return findExpressions(text, from, to).filter((one) => one.start <= end && start <= one.end);
}

function isIn(spans: readonly Span[], words: Words, i: number): boolean {
  return spans.some((span) => span.start <= (words.start[i] as number) && (words.end[i] as number) <= span.end);
}

/** Lists what a gap holds: its own words and marks as one difference; words matched out of order as moved. */
function nameGap(walk: Walk, a: GapSide, b: GapSide): void {
  const { ground, isNear, found } = walk;
  const differs = a.words.length + b.words.length > 0 || !sameButSpace(ground.textA, a.chars, ground.textB, b.chars);
  if (!differs) return;
  walk.gaps.push({ a, b });
  const ownA = a.words.filter((i) => isOwn(walk, ground.partnerOfA, i, i));
  const ownB = b.words.filter((j) => isOwn(walk, ground.partnerOfB, j, (ground.partnerOfB[j] as number) - 1));
  if (ownA.length + ownB.length > 0 || a.words.length + b.words.length === 0)
    found.push({ type: "gap", a: cutTo(ground.a, a, ownA), b: cutTo(ground.b, b, ownB) });
  if (b.words.length === ownB.length) return;
  const own = new Set(ownB);
  const moved = b.words.filter((j) => !own.has(j));
  for (const range of stretches(moved, (j, before) => isContinuation(ground, j, before))) {
    const from = (ground.partnerOfB[range.start] as number) - 1;
    found.push({
      type: "moved",
      a: { start: from, end: from + range.end - range.start },
      b: range,
      near: isNear(from),
    });
  }
}

/** The side of a gap with its own words only; words matched elsewhere at its edges are cut off with the marks beside them. */
function cutTo(words: Words, side: GapSide, own: number[]): GapSide {
  const first = own[0];
  const last = own[own.length - 1];
  if (own.length === side.words.length) return { words: own, chars: side.chars };
  // Its words are matched elsewhere, and no part of the difference: what stands before and behind them is.
  if (first === undefined || last === undefined) {
    const from = words.start[side.words[0] as number] as number;
    const to = words.end[side.words[side.words.length - 1] as number] as number;
    return { words: own, chars: [...clip(side.chars, 0, from), ...clip(side.chars, to, Number.POSITIVE_INFINITY)] };
  }
  const start = first === side.words[0] ? 0 : (words.start[first] as number);
  const end = last === side.words[side.words.length - 1] ? Number.POSITIVE_INFINITY : (words.end[last] as number);
  return { words: own, chars: clip(side.chars, start, end) };
}

/** Those of some spans, and those parts of them, that lie in `[start, end)`. */
export function clip(spans: readonly Span[], start: number, end: number): Span[] {
  return spans.flatMap((span) =>
    span.end < start || span.start > end ? [] : [{ start: Math.max(start, span.start), end: Math.min(end, span.end) }],
  );
}

/** Whether a word of a gap belongs to it: it is matched with none, or its match was loosened. */
function isOwn({ loosened }: Walk, partner: Uint32Array, word: number, inA: number): boolean {
  return partner[word] === 0 || loosened.has(inA);
}

/** Whether word j is matched, and right behind the partner of the word before it, with no furniture between. */
function isContinuation({ partnerOfB, cutsA, cutsB }: Ground, j: number, before: number | undefined): boolean {
  const own = partnerOfB[j] as number;
  if (own === 0 || before === undefined) return own > 0;
  return own === (partnerOfB[before] as number) + 1 && !cutsB.has(j) && !cutsA.has(own - 1);
}

/** Maximal stretches of neighbouring indexes that pass a test; a word that fails only as a continuation starts anew. */
function stretches(list: readonly number[], test: (i: number, before: number | undefined) => boolean): WordRange[] {
  const ranges: WordRange[] = [];
  let open: WordRange | undefined;
  for (const i of list) {
    if (open && i === open.end && test(i, i - 1)) open.end = i + 1;
    else if (test(i, undefined)) {
      open = { start: i, end: i + 1 };
      ranges.push(open);
    } else open = undefined;
  }
  return ranges;
}

function sameCharacters(ground: Ground, pair: WordPair): boolean {
  const from = ground.a.start[pair.a] as number;
  const length = (ground.a.end[pair.a] as number) - from;
  const other = ground.b.start[pair.b] as number;
  if ((ground.b.end[pair.b] as number) - other !== length) return false;
  for (let i = 0; i < length; i++)
    if (ground.textA.charCodeAt(from + i) !== ground.textB.charCodeAt(other + i)) return false;
  return true;
}

function sameButSpace(textA: string, a: readonly Span[], textB: string, b: readonly Span[]): boolean {
  const one = new Reader(textA, a);
  const two = new Reader(textB, b);
  for (;;) {
    const unit = one.next();
    if (unit !== two.next()) return false;
    if (unit < 0) return true;
  }
}

/** Reads spans of a text unit by unit, white space left out. */
class Reader {
  private span = 0;
  private at: number;

  constructor(
    private readonly text: string,
    private readonly spans: readonly Span[],
  ) {
    this.at = spans[0]?.start ?? 0;
  }

  /** The next unit; -1 at the end. */
  next(): number {
    for (; this.span < this.spans.length; this.at = this.spans[++this.span]?.start ?? 0) {
      const { end } = this.spans[this.span] as Span;
      while (this.at < end) {
        const unit = this.text.charCodeAt(this.at++);
        if (!isSpace(unit)) return unit;
      }
    }
    return -1;
  }
}

function isSpace(unit: number): boolean {
  return unit <= 32 || unit === 0xa0 || unit === 0x3000 || (unit >= 0x2000 && unit <= 0x200b) || unit === 0x202f;
}
