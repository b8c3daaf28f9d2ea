/**
 * Aligns the words of two texts.
 *
 * In: the words of both. Out: runs of equal words, in order of the second text, each either on the main line (both
 * texts in the same order) or moved. Seeds are short word sequences found in both texts; the longest run through a seed
 * is taken, the heaviest chain of runs in order is the main line (a weighted longest increasing subsequence, Fredman
 * 1975), and the small gaps between its links are filled by longest common subsequence.
 * It does not look at what words mean, and it does not promise a shortest edit script: work is bounded instead.
 */
import { WordFlag, type Words } from "../text/words.js";

/** `length` equal words, from word `a` of the first text and word `b` of the second. */
export interface Run {
  a: number;
  b: number;
  length: number;
  /** Out of the main order. */
  moved: boolean;
}

export interface Alignment {
  /** Disjoint in both texts, ascending in `b`. */
  runs: Run[];
  /** False when a bound on the work cut the search short. */
  complete: boolean;
}

/** Words a seed spans; a script without spaces counts characters, so it takes more of them. */
const SEED = 3;
const SEED_IDEOGRAPHS = 5;
const SEED_CLUSTERS = 9;
/** Places of one seed that are tried. Frequent sequences ("of the year") find their place through their neighbours. */
const TRIES = 12;
/** Shortest run out of order that counts as moved: shorter ones are chance ("in the United States"). */
const SHORTEST_MOVE = 8;
/** Longest gap, in words on either side, that is searched for single equal words. */
const LONGEST_GAP = 64;
/** Cells of gap tables in all: 20 million take about 50 ms. */
const CELL_BUDGET = 20_000_000;

/** Aligns two texts. Near linear: each word starts at most a dozen comparisons that are longer than its run. */
export function align(a: Words, b: Words): Alignment {
  const index = indexSeeds(a);
  const found = findRuns(a, b, index);
  const line = chain(found.runs);
  const moved = keepMoves(found.runs, line);
  return fillGaps(a, b, settle(a, line, moved), found.complete);
}

interface SeedIndex {
  heads: Int32Array;
  next: Int32Array;
  mask: number;
}

function seedLength(words: Words, at: number): number {
  const flags = words.flags[at] as number;
  if (flags & WordFlag.ideograph) return SEED_IDEOGRAPHS;
  return flags & WordFlag.cluster ? SEED_CLUSTERS : SEED;
}

function seedHash(words: Words, at: number): number {
  const length = seedLength(words, at);
  if (at + length > words.count) return 0;
  let h = 0;
  for (let i = at; i < at + length; i++) h = Math.imul(h ^ (words.hash[i] as number), 0x9e3779b1) ^ (h >>> 15);
  return (h ^ (h >>> 13)) | 1;
}

function indexSeeds(a: Words): SeedIndex {
  let size = 16;
  while (size < a.count * 2) size *= 2;
  const heads = new Int32Array(size).fill(-1);
  const next = new Int32Array(a.count).fill(-1);
  const mask = size - 1;
  // From the end, so that a chain runs from the first place to the last.
  for (let i = a.count - 1; i >= 0; i--) {
    const h = seedHash(a, i);
    if (h === 0) continue;
    next[i] = heads[(h >>> 1) & mask] as number;
    heads[(h >>> 1) & mask] = i;
  }
  return { heads, next, mask };
}

/** The longest run that starts at word `j` of b, as its place in a and length. Ties go to the place next in line. */
function longestAt(
  a: Words,
  b: Words,
  index: SeedIndex,
  j: number,
  expected: number,
  best: { a: number; length: number },
) {
  best.length = 0;
  const h = seedHash(b, j);
  if (h === 0) return;
  const least = seedLength(b, j);
  let tries = TRIES;
  // The place straight behind the last run is tried first: repeated text is hostile only while it is out of line.
  if (expected >= 0 && expected < a.count) measure(a, b, expected, j, best, least);
  for (
    let i = index.heads[(h >>> 1) & index.mask] as number;
    i >= 0 && tries > 0;
    i = index.next[i] as number, tries--
  ) {
    measure(a, b, i, j, best, least);
  }
}

function measure(a: Words, b: Words, i: number, j: number, best: { a: number; length: number }, least: number): void {
  const reach = Math.min(a.count - i, b.count - j);
  if (reach <= best.length || reach < least) return;
  // A longer run must agree at the word that would make it longer.
  if (best.length > 0 && a.hash[i + best.length] !== b.hash[j + best.length]) return;
  let n = 0;
  while (n < reach && a.hash[i + n] === b.hash[j + n]) n++;
  if (n >= least && n > best.length) {
    best.a = i;
    best.length = n;
  }
}

function findRuns(a: Words, b: Words, index: SeedIndex): { runs: Run[]; complete: boolean } {
  const runs: Run[] = [];
  const here = { a: 0, length: 0 };
  const ahead = { a: 0, length: 0 };
  let expected = -1;
  let floor = 0;
  for (let j = 0; j < b.count; ) {
    longestAt(a, b, index, j, expected, here);
    if (here.length === 0) {
      j++;
      continue;
    }
    // A chance match must not hide the start of a longer run one word on (lazy matching, as in RFC 1951, section 4).
    while (here.length < 32 && j + 1 < b.count) {
      longestAt(a, b, index, j + 1, -1, ahead);
      if (ahead.length <= here.length) break;
      here.a = ahead.a;
      here.length = ahead.length;
      j++;
    }
    let back = 0;
    while (here.a - back > 0 && j - back > floor && a.hash[here.a - back - 1] === b.hash[j - back - 1]) back++;
    runs.push({ a: here.a - back, b: j - back, length: here.length + back, moved: false });
    j += here.length;
    floor = j;
    expected = here.a + here.length;
  }
  return { runs, complete: true };
}

/** The heaviest set of runs that keeps the order of both texts. Overlaps in a are cut from the later run. */
function chain(runs: readonly Run[]): Run[] {
  const sorted = Uint32Array.from(runs, (run) => run.a + run.length).sort();
  const ends = sorted.filter((end, i) => end !== sorted[i - 1]);
  const tree = new Int32Array(ends.length + 1).fill(-1); // Fenwick tree over ends: the heaviest chain that ends at or before
  const weight = new Float64Array(runs.length);
  const before = new Int32Array(runs.length).fill(-1);
  let last = -1;
  const weightAfter = (run: Run, from: number): number => {
    if (from < 0) return run.length;
    const { a, length } = runs[from] as Run;
    return run.length - Math.max(0, a + length - run.a) + (weight[from] as number);
  };
  for (let r = 0; r < runs.length; r++) {
    const run = runs[r] as Run;
    // Behind one that it overlaps a run loses that part, so one that it does not overlap may serve better.
    const apart = heaviest(tree, weight, countAtMost(ends, run.a));
    const near = heaviest(tree, weight, countAtMost(ends, run.a + (run.length >> 1)));
    const from = weightAfter(run, near) > weightAfter(run, apart) ? near : apart;
    before[r] = from;
    weight[r] = weightAfter(run, from);
    raise(tree, weight, countAtMost(ends, run.a + run.length), r);
    if (last < 0 || (weight[r] as number) > (weight[last] as number)) last = r;
  }
  const line: Run[] = [];
  for (let r = last; r >= 0; r = before[r] as number) line.push(runs[r] as Run);
  return line.reverse();
}

function countAtMost(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function heaviest(tree: Int32Array, weight: Float64Array, count: number): number {
  let best = -1;
  for (let i = count; i > 0; i -= i & -i) {
    const r = tree[i] as number;
    if (r >= 0 && (best < 0 || (weight[r] as number) > (weight[best] as number))) best = r;
  }
  return best;
}

function raise(tree: Int32Array, weight: Float64Array, from: number, r: number): void {
  for (let i = from; i < tree.length; i += i & -i) {
    const held = tree[i] as number;
    if (held < 0 || (weight[r] as number) > (weight[held] as number)) tree[i] = r;
  }
}

/** Runs off the main line that, with their neighbours in both texts, are long enough together. */
function keepMoves(runs: readonly Run[], line: readonly Run[]): Run[] {
  const onLine = new Set(line);
  const kept: Run[] = [];
  let group: Run[] = [];
  let words = 0;
  const close = () => {
    if (words >= SHORTEST_MOVE) for (const run of group) kept.push(run);
    group = [];
    words = 0;
  };
  for (const run of runs) {
    if (onLine.has(run)) continue;
    const near = group[group.length - 1];
    if (near && !isBeside(near, run)) close();
    group.push(run);
    words += run.length;
  }
  close();
  return kept;
}

/** Whether a run goes on shortly after another in both texts. */
function isBeside(left: Run, right: Run): boolean {
  const gapA = right.a - left.a - left.length;
  const gapB = right.b - left.b - left.length;
  return gapA >= -SEED && gapA <= SHORTEST_MOVE && gapB <= SHORTEST_MOVE;
}

/** Makes the runs disjoint in a (those of the main line first, then longer moves first) and orders them by b. */
function settle(a: Words, line: readonly Run[], moves: readonly Run[]): Run[] {
  const taken = new Uint8Array(a.count);
  const runs: Run[] = [];
  let lineEnd = 0;
  for (const run of line) {
    // What overlaps the run before is cut, and what stands before all of that with it: it would be out of order.
    const cut = Math.max(0, lineEnd - run.a);
    lineEnd = run.a + run.length;
    taken.fill(1, run.a + cut, lineEnd);
    runs.push({ a: run.a + cut, b: run.b + cut, length: run.length - cut, moved: false });
  }
  for (const run of [...moves].sort((x, y) => y.length - x.length || x.b - y.b)) {
    let { a: i, b: j } = run;
    const end = run.a + run.length;
    while (i < end) {
      while (i < end && taken[i]) {
        i++;
        j++;
      }
      const start = i;
      while (i < end && !taken[i]) i++;
      if (i - start >= SEED) {
        taken.fill(1, start, i);
        runs.push({ a: start, b: j, length: i - start, moved: true });
      }
      j += i - start;
    }
  }
  return runs.sort((x, y) => x.b - y.b);
}

/** Fills the gaps between neighbouring runs of one kind, where both sides are short enough. */
function fillGaps(a: Words, b: Words, runs: Run[], complete: boolean): Alignment {
  const filled: Run[] = [];
  const takenA = new Uint8Array(a.count);
  for (const run of runs) takenA.fill(1, run.a, run.a + run.length);
  let cells = CELL_BUDGET;
  let whole = complete;
  let lineA = 0;
  let previous: Run | undefined;
  for (let r = 0; r <= runs.length; r++) {
    const run = runs[r];
    const fromB = previous ? previous.b + previous.length : 0;
    const toB = run ? run.b : b.count;
    const gap = gapInA(a, runs, r, lineA, previous, takenA);
    if (gap && toB > fromB) {
      const wide = Math.max(gap.to - gap.from, toB - fromB);
      const work = (gap.to - gap.from) * (toB - fromB);
      if (wide <= LONGEST_GAP && work <= cells) {
        cells -= work;
        for (const piece of matchGap(a, b, gap.from, gap.to, fromB, toB)) {
          piece.moved = gap.moved;
          filled.push(piece);
        }
      } else if (wide <= LONGEST_GAP) whole = false;
    }
    if (run) {
      filled.push(run);
      if (!run.moved) lineA = run.a + run.length;
      previous = run;
    }
  }
  const joined = joinRuns(filled);
  slideGaps(a, b, joined);
  return { runs: joined.filter((run) => run.length > 0), complete: whole };
}

/**
 * Where words stand on one side only, the place of the gap is often a matter of taste ("[The official spoke.] The call"
 * or "The [official spoke. The] call"). It is moved to where a sentence starts, if there is such a place.
 */
function slideGaps(a: Words, b: Words, runs: Run[]): void {
  for (let r = 0; r + 1 < runs.length; r++) {
    const left = runs[r] as Run;
    const right = runs[r + 1] as Run;
    if (left.moved !== right.moved) continue;
    const gapA = right.a - left.a - left.length;
    const gapB = right.b - left.b - left.length;
    if ((gapA === 0) === (gapB === 0) || gapA < 0) continue;
    const [words, gapEnd, leftEnd] =
      gapA > 0 ? ([a, right.a, left.a + left.length] as const) : ([b, right.b, left.b + left.length] as const);
    const shift = slideToSentence(words, leftEnd, gapEnd, left.length);
    left.length -= shift;
    right.a -= shift;
    right.b -= shift;
    right.length += shift;
  }
}

/** How many words the gap `[leftEnd, gapEnd)` must move left to start with a sentence; 0 when it cannot. */
function slideToSentence(words: Words, leftEnd: number, gapEnd: number, most: number): number {
  for (let shift = 0; shift <= most; shift++) {
    if ((words.flags[leftEnd - shift] as number) & WordFlag.sentenceStart) return shift;
    if (shift === most || words.hash[leftEnd - shift - 1] !== words.hash[gapEnd - shift - 1]) return 0;
  }
  return 0;
}

/** The words of a that lie between two neighbouring runs, when nothing else claims them. */
function gapInA(
  a: Words,
  runs: readonly Run[],
  r: number,
  lineA: number,
  previous: Run | undefined,
  taken: Uint8Array,
) {
  const run = runs[r];
  const moved = (run?.moved ?? false) && (previous?.moved ?? false);
  if (!moved && ((run?.moved ?? false) || (previous?.moved ?? false))) {
    // Beside a moved run only the side on the main line can be filled; that gap has no known other end.
    return undefined;
  }
  const from = moved && previous ? previous.a + previous.length : lineA;
  const to = run ? run.a : a.count;
  if (to <= from) return undefined;
  if (to - from > LONGEST_GAP) return { from, to, moved };
  for (let i = from; i < to; i++) if (taken[i]) return undefined;
  return { from, to, moved };
}

/**
 * Longest common subsequence of a small gap, preferring long runs; single equal words that stand between larger
 * changes are dropped, since "the" kept inside a rewritten sentence tells a reader nothing.
 */
function matchGap(a: Words, b: Words, fromA: number, toA: number, fromB: number, toB: number): Run[] {
  const n = toA - fromA;
  const m = toB - fromB;
  const width = m + 1;
  const table = new Uint16Array((n + 1) * width);
  const weights = new Uint8Array(n);
  for (let i = 0; i < n; i++) weights[i] = weightOf(a, fromA + i);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      const down = table[(i + 1) * width + j] as number;
      const right = table[i * width + j + 1] as number;
      let best = Math.max(down, right);
      if (a.hash[fromA + i] === b.hash[fromB + j]) {
        const through = (table[(i + 1) * width + j + 1] as number) + weights[i]!;
        if (through > best) best = through;
      }
      table[i * width + j] = best;
    }
  }
  const runs: Run[] = [];
  let i = 0;
  let j = 0;
  while (i < n && j < m) {
    const value = table[i * width + j] as number;
    if (value === 0) break;
    if (a.hash[fromA + i] === b.hash[fromB + j] && value === (table[(i + 1) * width + j + 1] as number) + weights[i]!) {
      const last = runs[runs.length - 1];
      if (last && last.a + last.length === fromA + i && last.b + last.length === fromB + j) last.length++;
      else runs.push({ a: fromA + i, b: fromB + j, length: 1, moved: false });
      i++;
      j++;
    } else if ((table[(i + 1) * width + j] as number) >= (table[i * width + j + 1] as number)) i++;
    else j++;
  }
  return dropIslands(runs, fromA, toA, fromB, toB);
}

/** A name or a long word in common says more than "to": where only one of them can be kept in order, it is kept. */
function weightOf(words: Words, i: number): number {
  const long = (words.end[i] as number) - (words.start[i] as number) >= 4 ? 1 : 0;
  return 2 + long + ((words.flags[i] as number) & WordFlag.capital ? 1 : 0);
}

function dropIslands(runs: Run[], fromA: number, toA: number, fromB: number, toB: number): Run[] {
  const kept: Run[] = [];
  for (const [r, run] of runs.entries()) {
    const previous = kept[kept.length - 1];
    const next = runs[r + 1];
    const left = Math.max(
      run.a - (previous ? previous.a + previous.length : fromA),
      run.b - (previous ? previous.b + previous.length : fromB),
    );
    const right = Math.max((next ? next.a : toA) - run.a - run.length, (next ? next.b : toB) - run.b - run.length);
    if (run.length < SEED && run.length * 2 < Math.min(left, right)) continue;
    kept.push(run);
  }
  return kept;
}

/** Joins runs that touch in both texts. */
function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined[joined.length - 1];
    if (last && last.moved === run.moved && last.a + last.length === run.a && last.b + last.length === run.b) {
      last.length += run.length;
    } else joined.push({ ...run });
  }
  return joined;
}
