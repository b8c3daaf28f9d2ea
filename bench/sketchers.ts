/**
 * Ways to keep something small of a text that tells how alike two texts are: samestory's, and what npm has.
 * Each gets the whole text and does all that is needed, as its manual says.
 */
import { MinHash } from "bloom-filters";
import { Minhash } from "minhash";
import { SimHash } from "simhash-js";
import tlsh from "tlsh";
import digestHashBuilder from "tlsh/lib/digests/digest-hash-builder.js";
import { shared, shingles, words } from "../eval/baselines.js";
import { containment, fingerprint, resemblance } from "../src/index.js";
import { randomNumbers } from "./feed.js";

/** How a text is made small, and how alike two are. */
export interface Sketcher<Sketch> {
  by: string;
  sketch(text: string): Sketch;
  /** The greater, the more alike. */
  likeness(a: Sketch, b: Sketch): number;
  /** Whether the likeness estimates the resemblance. */
  estimatesResemblance: boolean;
  /** Containment of the first in the second, where it is estimated. */
  containment?(a: Sketch, b: Sketch): number;
  /** What is kept of a text of any length. */
  bytes?: number;
}

/** Hides the kind of sketch, so that different ones stand in one list. */
export type AnySketcher = <Result>(use: <Sketch>(sketcher: Sketcher<Sketch>) => Result) => Result;

function hide<Sketch>(sketcher: Sketcher<Sketch>): AnySketcher {
  return (use) => use(sketcher);
}

const WORDS = 5;
/** As many as the packages' manuals take: an error of 1/√128 at most. */
const PERMUTATIONS = 128;

export const ours = hide({
  by: "samestory",
  sketch: (text) => fingerprint({ text }),
  likeness: resemblance,
  estimatesResemblance: true,
  containment: (a, b) => containment(a, b).aInB,
  bytes: 284,
});

export const exactSets = hide<ReadonlySet<string>>({
  by: "sets of strings",
  sketch: (text) => new Set(runsOf(text)),
  likeness: (a, b) => {
    const common = countCommon(a, b);
    return common / (a.size + b.size - common || 1);
  },
  estimatesResemblance: true,
  containment: (a, b) => countCommon(a, b) / (a.size || 1),
});

export const hashedSets = hide<Uint32Array>({
  by: "sorted hashes",
  sketch: (text) => shingles(words(text), WORDS),
  likeness: (a, b) => {
    const common = shared(a, b);
    return common / (a.length + b.length - common || 1);
  },
  estimatesResemblance: true,
  containment: (a, b) => shared(a, b) / (a.length || 1),
});

export const minhash = hide<Minhash>({
  by: "minhash",
  sketch: minhashOf,
  likeness: (a, b) => a.jaccard(b),
  estimatesResemblance: true,
  bytes: 4 * PERMUTATIONS,
});

export const bloomFilters = hide<MinHash>({
  by: "bloom-filters",
  sketch: (text) => {
    const sketch = new MinHash(PERMUTATIONS, HASH_FUNCTIONS);
    sketch.bulkLoad([...shingles(words(text), WORDS)]);
    return sketch;
  },
  likeness: (a, b) => a.compareWith(b),
  estimatesResemblance: true,
  bytes: 4 * PERMUTATIONS,
});

export const tlshDigest = hide({
  by: "tlsh",
  sketch: (text) => digestHashBuilder().withHash(tlsh(text)).build(),
  likeness: (a, b) => -a.calculateDifference(b, true),
  estimatesResemblance: false,
  bytes: 35,
});

export const simhash = hide<number>({
  by: "simhash-js",
  sketch: (text) => simhashes.hash(text),
  likeness: (a, b) => -bitsSet(a ^ b),
  estimatesResemblance: false,
  bytes: 4,
});

const simhashes = new SimHash();

/** A sketch by npm `minhash` of the text's runs of words. */
export function minhashOf(text: string): Minhash {
  const sketch = new Minhash({ numPerm: PERMUTATIONS });
  for (const run of new Set(runsOf(text))) sketch.update(run);
  return sketch;
}

/** The package draws its functions by chance; here they are the same every time. Products stay below 2^53. */
const HASH_FUNCTIONS = (() => {
  const random = randomNumbers(PERMUTATIONS);
  return Array.from({ length: PERMUTATIONS }, () => ({
    a: 1 + random(2 ** 20),
    b: random(2 ** 31),
    c: 4_294_967_311,
  }));
})();

function runsOf(text: string): string[] {
  const list = words(text);
  return Array.from({ length: Math.max(1, list.length - WORDS + 1) }, (_, at) => list.slice(at, at + WORDS).join(" "));
}

function countCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const run of a) if (b.has(run)) common++;
  return common;
}

function bitsSet(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count++;
  return count;
}
