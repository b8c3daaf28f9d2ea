/** What changed between two versions, beside diffs that name nothing. */
import { diffWords } from "diff";
import { diff as myersDiff } from "fast-myers-diff";
import { apply, diff } from "../src/index.js";
import type { Measurement, Row, Subject } from "./row.js";
import { seedBodies, sizeOf, type TextPair, versions } from "./texts.js";
import { type Budget, timeOf } from "./timing.js";

/** A way to compare two versions: how many differences it tells, and whether the second text can be made of them. */
interface Differ {
  by: string;
  run(a: string, b: string): unknown;
  tell(a: string, b: string): { differences: number; isRight: boolean };
  says: string;
}

const differs: Differ[] = [
  {
    by: "samestory",
    run: (a, b) => diff({ text: a }, { text: b }),
    tell: (a, b) => {
      const changes = diff({ text: a }, { text: b });
      return { differences: changes.edits.length, isRight: apply(changes, a) === b };
    },
    says: "edits named, facts and moves told",
  },
  {
    by: "diff (diffWords)",
    run: diffWords,
    tell: (a, b) => {
      const parts = diffWords(a, b);
      const made = parts.map(({ removed, value }) => (removed ? "" : value)).join("");
      return { differences: parts.filter(({ added, removed }) => added || removed).length, isRight: made === b };
    },
    says: "nothing named",
  },
  {
    by: "fast-myers-diff",
    run: (a, b) => [...myersDiff(...numbered(a, b))],
    tell: (a, b) => {
      const [x, y] = numbered(a, b);
      const changes = [...myersDiff(x, y)];
      return { differences: changes.length, isRight: sameNumbers(patched(x, y, changes), y) };
    },
    says: "words only, nothing named",
  },
];

/** One pair alone takes the engine so much longer to know: until then it compiles and takes back what it compiled. */
const WARMER = 4;

export const SEED_WORK = "two restyled bodies";
export const VERSIONS_WORK = "versions";

export const diffs: Subject = {
  name: "diff",
  title: "Diffs, of one pair",
  measurements: differs.map(measurementOf),
};

function measurementOf(differ: Differ): Measurement {
  return {
    name: differ.by,
    measure: ({ budget }) => [
      rowOf(differ, SEED_WORK, [seedBodies()], { ...budget, warmup: WARMER * budget.warmup }),
      rowOf(
        differ,
        VERSIONS_WORK,
        versions().map(({ a, b }) => ({ a: a.text, b: b.text })),
        budget,
      ),
    ],
  };
}

function rowOf({ by, run, tell, says }: Differ, work: string, pairs: readonly TextPair[], budget: Budget): Row {
  const timing = timeOf(pairs.length, budget, (i) => run(pairs[i].a, pairs[i].b));
  const told = pairs.map(({ a, b }) => tell(a, b));
  const right = told.filter(({ isRight }) => isRight).length;
  const differences = told.reduce((sum, one) => sum + one.differences, 0) / told.length;
  const roundTrips = `${right} of ${pairs.length} ${pairs.length === 1 ? "makes" : "make"} the second text again`;
  return {
    work,
    by,
    ...timing,
    on: sizeOf(pairs.flatMap(({ a, b }) => [a, b])),
    accuracy: `${roundTrips}; ${differences.toFixed(0)} differences, ${says}`,
  };
}

/** The words of both texts, each as a number, as that package wants them. */
function numbered(a: string, b: string): [Uint32Array, Uint32Array] {
  const numbers = new Map<string, number>();
  const numbersOf = (text: string): Uint32Array =>
    Uint32Array.from(text.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}\s]/gu) ?? [], (word) => {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      return number;
    });
  return [numbersOf(a), numbersOf(b)];
}

function patched(a: Uint32Array, b: Uint32Array, changes: readonly [number, number, number, number][]): number[] {
  const made: number[] = [];
  let at = 0;
  for (const [fromA, toA, fromB, toB] of changes) {
    made.push(...a.subarray(at, fromA), ...b.subarray(fromB, toB));
    at = toA;
  }
  return [...made, ...a.subarray(at)];
}

function sameNumbers(a: readonly number[], b: Uint32Array): boolean {
  return a.length === b.length && a.every((number, i) => number === b[i]);
}
