/**
 * Gives words back to the longer run that they would continue.
 *
 * In: the runs of an alignment. Out: the same, but for words that a shorter run had taken by chance. A caption that names
 * what the paragraph under it names, too, is met first and takes the words from where they stand in place; then they
 * would read as moved.
 */
import type { Words } from "../text/words.js";
import type { Run } from "./align.js";

/** The runs with words in place, disjoint in both texts and ascending in `b`. Linear: a word that has changed hands stays. */
export function keepInPlace(a: Words, b: Words, runs: readonly Run[]): Run[] {
  const held: Held = {
    runs,
    a: ownersOf(runs, "a", a.count),
    b: ownersOf(runs, "b", b.count),
    partners: partnersOf(runs, b.count),
  };
  const order = [...runs.keys()].sort((x, y) => lengthOf(held, y + 1) - lengthOf(held, x + 1) || x - y);
  let taken = 0;
  for (const r of order) {
    const run = runs[r] as Run;
    for (const step of [1, -1] as const) {
      const from = step > 0 ? { a: run.a + run.length, b: run.b + run.length } : { a: run.a - 1, b: run.b - 1 };
      const reach = reachOf(held, a, b, r + 1, from, step);
      for (let n = 0; n < reach; n++) take(held, r + 1, from.a + n * step, from.b + n * step);
      taken += reach;
    }
  }
  return taken > 0 ? runsOf(held) : [...runs];
}

/** Who has which word. */
interface Held {
  runs: readonly Run[];
  /** For each word of a, one more than the number of its run; 0 for none. */
  a: Uint32Array;
  /** The same for b. */
  b: Uint32Array;
  /** For each word of b, one more than the word of a that it is matched with; 0 for none. */
  partners: Uint32Array;
}

function lengthOf({ runs }: Held, owner: number): number {
  return runs[owner - 1]?.length ?? 0;
}

/** How many words a run may take from shorter ones: equal in both texts, and only whole runs, for a part may be chance. */
function reachOf(held: Held, a: Words, b: Words, id: number, from: { a: number; b: number }, step: 1 | -1): number {
  const length = lengthOf(held, id);
  let reach = 0;
  for (let n = 0; ; n++) {
    const [i, j] = [from.a + n * step, from.b + n * step];
    if (i < 0 || j < 0 || i >= a.count || j >= b.count || a.hash[i] !== b.hash[j]) return reach;
    const [ownA, ownB] = [held.a[i] as number, held.b[j] as number];
    if (lengthOf(held, ownA) >= length || lengthOf(held, ownB) >= length) return reach;
    const endsA = ownA === 0 || held.a[i + step] !== ownA;
    const endsB = ownB === 0 || held.b[j + step] !== ownB;
    if (endsA && endsB) reach = n + 1;
  }
}

function take({ runs, a, b, partners }: Held, id: number, i: number, j: number): void {
  const ownA = a[i] as number;
  if (ownA > 0) {
    const run = runs[ownA - 1] as Run;
    const other = run.b + i - run.a;
    if (partners[other] === i + 1) partners[other] = b[other] = 0;
  }
  if ((partners[j] as number) > 0) a[(partners[j] as number) - 1] = 0;
  a[i] = id;
  b[j] = id;
  partners[j] = i + 1;
}

function ownersOf(runs: readonly Run[], side: "a" | "b", count: number): Uint32Array {
  const owners = new Uint32Array(count);
  for (const [r, run] of runs.entries()) owners.fill(r + 1, run[side], run[side] + run.length);
  return owners;
}

function partnersOf(runs: readonly Run[], count: number): Uint32Array {
  const partners = new Uint32Array(count);
  for (const run of runs) for (let i = 0; i < run.length; i++) partners[run.b + i] = run.a + i + 1;
  return partners;
}

function runsOf({ runs: old, b: owners, partners }: Held): Run[] {
  const runs: Run[] = [];
  for (let j = 0; j < owners.length; j++) {
    const owner = owners[j] as number;
    if (owner === 0) continue;
    const a = (partners[j] as number) - 1;
    const { moved } = old[owner - 1] as Run;
    const last = runs[runs.length - 1];
    if (last && last.moved === moved && last.b + last.length === j && last.a + last.length === a) last.length++;
    else runs.push({ a, b: j, length: 1, moved });
  }
  return runs;
}
