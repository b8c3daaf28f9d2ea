/*
 * In: the shingles of two texts. Out: how many different ones each has and how many both have, exact, and the two measures
 * made of these numbers (A. Broder, SEQUENCES 1997).
 * Shingles may come with repeats and in any order: to count them in a table takes two thirds of the time that sorting takes.
 */

import { countShared, sortedSet } from "./shingles.js";

/** Sizes of two shingle sets and of what they share. */
export interface Overlap {
  a: number;
  b: number;
  shared: number;
}

/** |A∩B| / |A∪B|. An empty text resembles nothing, not even another empty one. */
export function resemblanceOf({ a, b, shared }: Overlap): number {
  return shared === 0 ? 0 : shared / (a + b - shared);
}

/** How much of each set stands in the other; 0 for a set that is empty. */
export function containmentOf({ a, b, shared }: Overlap): { aInB: number; bInA: number } {
  return shared === 0 ? { aInB: 0, bInA: 0 } : { aInB: shared / a, bInA: shared / b };
}

/** Resemblance of two shingle sets, ascending. */
export function setResemblance(a: Uint32Array, b: Uint32Array): number {
  return resemblanceOf(setOverlap(a, b));
}

/** Containment of two shingle sets, ascending. */
export function setContainment(a: Uint32Array, b: Uint32Array): { aInB: number; bInA: number } {
  return containmentOf(setOverlap(a, b));
}

function setOverlap(a: Uint32Array, b: Uint32Array): Overlap {
  return { a: a.length, b: b.length, shared: countShared(a, b) };
}

/** How many different hashes there are among the first `count` of a list. */
export function countDistinct(hashes: Uint32Array, count: number = hashes.length): number {
  return enter(hashes, count, emptied(room, count)) ?? sortedSet(hashes.subarray(0, count)).length;
}

/** Counts the different hashes of two lists, and those that stand in both. */
export function countOverlap(listA: Uint32Array, listB: Uint32Array): Overlap {
  const union = emptied(room, listA.length + listB.length);
  const a = enter(listA, listA.length, union);
  const b = enter(listB, listB.length, emptied(secondRoom, listB.length));
  const added = enter(listB, listB.length, union);
  return a === undefined || b === undefined || added === undefined
    ? setOverlap(sortedSet(listA), sortedSet(listB))
    : { a, b, shared: b - added };
}

/** A table of hashes by their highest bits: the first places of an array, a power of two. */
interface Table {
  places: Uint32Array;
  size: number;
}

/**
 * An empty table, at most a quarter full where its room will do: fewer hashes find their place taken, and each that does costs
 * a mispredicted branch, so that counting takes three quarters of the time. For more it is at most half full.
 */
function emptied(places: Uint32Array, count: number): Table {
  const size = 2 ** (34 - Math.clz32(count));
  if (size <= places.length) return { places: places.fill(0, 0, size), size };
  return { places: new Uint32Array(size / 2), size: size / 2 };
}

/** Room for tables: to make one anew for each list, and let it go, took a tenth of the time of a fingerprint. */
const room = /* @__PURE__ */ new Uint32Array(1 << 13);
const secondRoom = /* @__PURE__ */ new Uint32Array(1 << 13);

/** Random hashes need a third of a step each to find their place in a table half full; so many are no accident. */
const MOST_STEPS = 8;

/**
 * Enters the first `count` hashes into a table; how many were not in it. Nothing where they crowd in a few places, because
 * someone made them so, or where one of them is 0, which stands for an empty place.
 */
function enter(hashes: Uint32Array, count: number, { places, size }: Table): number | undefined {
  const last = size - 1;
  const shift = Math.clz32(last);
  let steps = MOST_STEPS * count;
  let entered = 0;
  for (let i = 0; i < count; i++) {
    const hash = hashes[i];
    if (hash === 0) return undefined;
    let slot = hash >>> shift;
    for (let held = places[slot]; held !== hash; held = places[slot]) {
      if (held === 0) {
        places[slot] = hash;
        entered++;
        break;
      }
      if (steps-- === 0) return undefined;
      slot = (slot + 1) & last;
    }
  }
  return entered;
}
