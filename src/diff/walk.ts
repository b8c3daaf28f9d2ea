/**
 * Walks through a group of paragraphs and lists where its two sides differ.
 *
 * In: the words of both texts, the runs they share, a group. Out: differences in reading order, not yet named: words of
 * one side, of both, words that moved, and places between matched words where the characters differ. `kinds.ts` names
 * them.
 */
import type { Span } from "../article.js";
import type { Words } from "../text/words.js";
import type { Run } from "./align.js";
import type { Group } from "./blocks.js";

/** Words `[start, end)` of a text. */
export type WordRange = Span;

/** A difference, in words and in characters of either side. */
export type Difference =
  | { type: "replaced"; a: WordRange; b: WordRange }
  | { type: "dropped"; a: WordRange; b?: undefined }
  | { type: "added"; b: WordRange; a?: undefined }
  /** The same words, out of order: within the group (`near`) or from elsewhere. */
  | { type: "moved"; a: WordRange; b: WordRange; near: boolean }
  /** One matched word, written otherwise. */
  | { type: "respelled"; a: WordRange; b: WordRange }
  /** Between two matched words; character spans. */
  | { type: "between"; charsA: Span; charsB: Span };

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
}

/** Prepares the ground for a pair. */
export function layGround(textA: string, textB: string, a: Words, b: Words, runs: readonly Run[]): Ground {
  const partnerOfA = new Uint32Array(a.count);
  const partnerOfB = new Uint32Array(b.count);
  for (const run of runs) {
    for (let i = 0; i < run.length; i++) {
      partnerOfA[run.a + i] = run.b + i + 1;
      partnerOfB[run.b + i] = run.a + i + 1;
    }
  }
  return { textA, textB, a, b, runs, partnerOfA, partnerOfB };
}

/** The differences inside one group with paragraphs on both sides. */
export function walkGroup(
  ground: Ground,
  group: Group,
  spansA: readonly Span[],
  spansB: readonly Span[],
): Difference[] {
  const wordsA = rangesOf(ground.a, group.a);
  const wordsB = rangesOf(ground.b, group.b);
  const pairs = mainPairs(ground, wordsA, wordsB);
  const found: Difference[] = [];
  const cursorA = new Cursor(wordsA);
  const cursorB = new Cursor(wordsB);
  let previous: { a: number; b: number } | undefined;
  for (const pair of pairs) {
    const gapA = cursorA.upTo(pair.a);
    const gapB = cursorB.upTo(pair.b);
    if (gapA.length > 0 || gapB.length > 0) nameGap(ground, gapA, gapB, wordsA, found);
    else compareBetween(ground, previous, pair, spansA, spansB, group, found);
    if (!sameCharacters(ground, pair)) {
      found.push({ type: "respelled", a: { start: pair.a, end: pair.a + 1 }, b: { start: pair.b, end: pair.b + 1 } });
    }
    cursorA.pass();
    cursorB.pass();
    previous = pair;
  }
  const restA = cursorA.rest();
  const restB = cursorB.rest();
  if (restA.length > 0 || restB.length > 0) nameGap(ground, restA, restB, wordsA, found);
  else compareBetween(ground, previous, undefined, spansA, spansB, group, found);
  return joinReordered(ground, found);
}

/** Words that went in one place of the group and came in another have changed places: "that Dec. 7 call", "that call on Dec. 7". */
function joinReordered(ground: Ground, found: readonly Difference[]): Difference[] {
  const added = found.filter((difference) => difference.type === "added");
  if (added.length === 0) return [...found];
  const joined = new Map<Difference, Difference | undefined>();
  for (const difference of found) {
    if (difference.type !== "dropped") continue;
    const partner = added.find((other) => !joined.has(other) && sameMatter(ground, difference.a, other.b));
    if (!partner) continue;
    joined.set(difference, undefined);
    joined.set(partner, { type: "moved", a: difference.a, b: partner.b, near: true });
  }
  return found.flatMap((difference) => (joined.has(difference) ? (joined.get(difference) ?? []) : difference));
}

/** Whether two ranges hold the same words, those of up to three letters aside. */
function sameMatter(ground: Ground, a: WordRange, b: WordRange): boolean {
  const one = matterOf(ground.a, a);
  const two = matterOf(ground.b, b);
  return one.length > 0 && one.length === two.length && one.every((hash, i) => hash === two[i]);
}

function matterOf(words: Words, range: WordRange): number[] {
  const hashes: number[] = [];
  for (let i = range.start; i < range.end && hashes.length < 40; i++) {
    if ((words.end[i] as number) - (words.start[i] as number) > 3) hashes.push(words.hash[i] as number);
  }
  return hashes.sort((x, y) => x - y);
}

function rangesOf(words: Words, paragraphs: readonly number[]): number[] {
  const list: number[] = [];
  for (const p of paragraphs) {
    for (let i = words.paragraphs[p] as number; i < (words.paragraphs[p + 1] as number); i++) list.push(i);
  }
  return list;
}

/** Goes through a list of word indexes. */
class Cursor {
  private at = 0;

  constructor(private readonly list: readonly number[]) {}

  /** The words before `word`, which is then the next. */
  upTo(word: number): number[] {
    const from = this.at;
    while (this.at < this.list.length && (this.list[this.at] as number) < word) this.at++;
    return this.list.slice(from, this.at);
  }

  pass(): void {
    this.at++;
  }

  rest(): number[] {
    return this.list.slice(this.at);
  }
}

/** Matched pairs within the group in the order of both sides: the longest increasing sequence (Schensted 1961). */
function mainPairs(ground: Ground, wordsA: readonly number[], wordsB: readonly number[]): { a: number; b: number }[] {
  const inside = new Set(wordsA);
  const pairs: { a: number; b: number }[] = [];
  for (const b of wordsB) {
    const a = (ground.partnerOfB[b] as number) - 1;
    if (a >= 0 && inside.has(a)) pairs.push({ a, b });
  }
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
  const line: { a: number; b: number }[] = [];
  let p = tails.length > 0 ? (tails[tails.length - 1] as number) : -1;
  for (; p >= 0; p = before[p] as number) line.push(pairs[p] as { a: number; b: number });
  return line.reverse();
}

/** Turns the unmatched words of a gap into differences; matched ones among them have moved. */
function nameGap(ground: Ground, gapA: number[], gapB: number[], wordsA: readonly number[], found: Difference[]): void {
  const ownA = stretches(gapA, (i) => ground.partnerOfA[i] === 0);
  const ownB = stretches(gapB, (j) => ground.partnerOfB[j] === 0);
  const first = ownA[0];
  const second = ownB[0];
  if (ownA.length === 1 && ownB.length === 1 && first && second) found.push({ type: "replaced", a: first, b: second });
  else {
    for (const a of ownA) found.push({ type: "dropped", a });
    for (const b of ownB) found.push({ type: "added", b });
  }
  const near = new Set(wordsA);
  for (const b of stretches(gapB, (j, before) => isContinuation(ground.partnerOfB, j, before))) {
    const from = (ground.partnerOfB[b.start] as number) - 1;
    const a = { start: from, end: from + b.end - b.start };
    found.push({ type: "moved", a, b, near: near.has(from) });
  }
}

/** Whether word j is matched, and right behind the partner of the word before it. */
function isContinuation(partner: Uint32Array, j: number, before: number | undefined): boolean {
  const own = partner[j] as number;
  return own > 0 && (before === undefined || own === (partner[before] as number) + 1);
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

function sameCharacters(ground: Ground, pair: { a: number; b: number }): boolean {
  const from = ground.a.start[pair.a] as number;
  const length = (ground.a.end[pair.a] as number) - from;
  const other = ground.b.start[pair.b] as number;
  if ((ground.b.end[pair.b] as number) - other !== length) return false;
  for (let i = 0; i < length; i++)
    if (ground.textA.charCodeAt(from + i) !== ground.textB.charCodeAt(other + i)) return false;
  return true;
}

/** Compares what stands between two matched words that are neighbours on both sides, space aside. */
function compareBetween(
  ground: Ground,
  previous: { a: number; b: number } | undefined,
  next: { a: number; b: number } | undefined,
  spansA: readonly Span[],
  spansB: readonly Span[],
  group: Group,
  found: Difference[],
): void {
  const charsA = betweenChars(ground.a, previous?.a, next?.a, spansA, group.a);
  const charsB = betweenChars(ground.b, previous?.b, next?.b, spansB, group.b);
  if (sameButSpace(ground.textA, charsA, ground.textB, charsB)) return;
  found.push({ type: "between", charsA, charsB });
}

function betweenChars(
  words: Words,
  previous: number | undefined,
  next: number | undefined,
  spans: readonly Span[],
  paragraphs: readonly number[],
): Span {
  const first = spans[paragraphs[0] as number] as Span;
  const last = spans[paragraphs[paragraphs.length - 1] as number] as Span;
  return {
    start: previous === undefined ? first.start : (words.end[previous] as number),
    end: next === undefined ? last.end : (words.start[next] as number),
  };
}

function sameButSpace(textA: string, a: Span, textB: string, b: Span): boolean {
  let i = a.start;
  let j = b.start;
  for (;;) {
    while (i < a.end && isSpace(textA.charCodeAt(i))) i++;
    while (j < b.end && isSpace(textB.charCodeAt(j))) j++;
    if (i >= a.end || j >= b.end) return i >= a.end && j >= b.end;
    if (textA.charCodeAt(i++) !== textB.charCodeAt(j++)) return false;
  }
}

function isSpace(unit: number): boolean {
  return unit <= 32 || unit === 0xa0 || unit === 0x3000 || (unit >= 0x2000 && unit <= 0x200b) || unit === 0x202f;
}
