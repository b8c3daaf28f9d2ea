/** From a text to its fingerprint, in one go and stage by stage, beside what npm has for the purpose. */
import { shared, shingles, words } from "../eval/baselines.js";
import { readInput } from "../src/extract/input.js";
import { setContainment, setResemblance } from "../src/fingerprint/overlap.js";
import { shingle } from "../src/fingerprint/shingles.js";
import { sketch } from "../src/fingerprint/sketch.js";
import { fingerprint } from "../src/index.js";
import { splitWords } from "../src/text/words.js";
import { ceiling } from "./ceiling.js";
import type { Measurement, Row, Setting, Subject } from "./row.js";
import * as sketchers from "./sketchers.js";
import { bodies, pages, relatedPairs, someOf, strangers, type TextPair } from "./texts.js";
import { timeOf } from "./timing.js";

const BINS = 512;
/** Slow packages need not sketch every text of a quick run. */
const FEW = 20;
/** From this resemblance two texts are worth finding. */
const ALIKE = 0.5;

export const FINGERPRINT_WORK = "body to fingerprint";
export const PAGE_WORK = "page text to fingerprint";

export const fingerprints: Subject = {
  name: "fingerprint",
  title: "Fingerprints, of one article",
  measurements: [
    { name: "page", measure: ({ budget }) => [pageRow(budget)] },
    sketcherMeasurement(sketchers.ours),
    { name: "stages", measure: stageRows },
    sketcherMeasurement(sketchers.hashedSets),
    sketcherMeasurement(sketchers.exactSets),
    sketcherMeasurement(sketchers.minhash),
    sketcherMeasurement(sketchers.bloomFilters),
    sketcherMeasurement(sketchers.tlshDigest),
    sketcherMeasurement(sketchers.simhash),
    { name: "ceiling", measure: () => ceiling(bodies(), FINGERPRINT_WORK) },
  ],
};

function pageRow(budget: Setting["budget"]): Row {
  const texts = pages();
  const timing = timeOf(texts.length, budget, (i) => fingerprint(texts[i]));
  return { work: PAGE_WORK, by: "samestory", ...timing, on: sizeOf(texts), accuracy: "cleaning included" };
}

function sketcherMeasurement(any: sketchers.AnySketcher): Measurement {
  return {
    name: any(({ by }) => by),
    measure: ({ budget, quick }) => any((sketcher) => [sketcherRow(sketcher, budget, quick)]),
  };
}

function sketcherRow<Sketch>(sketcher: sketchers.Sketcher<Sketch>, budget: Setting["budget"], quick: boolean): Row {
  const texts = bodies();
  const timed = quick ? someOf(texts, FEW) : texts;
  const timing = timeOf(timed.length, budget, (i) => sketcher.sketch(timed[i]));
  const kept = sketcher.bytes === undefined ? "all shingles kept" : `${sketcher.bytes} bytes`;
  const accuracy = accuracyOf(sketcher, quick ? FEW : Number.POSITIVE_INFINITY);
  return { work: FINGERPRINT_WORK, by: sketcher.by, ...timing, on: sizeOf(timed), accuracy: `${accuracy}; ${kept}` };
}

/** How well the likeness of two sketches tells what the texts share. */
function accuracyOf<Sketch>(sketcher: sketchers.Sketcher<Sketch>, most: number): string {
  const related = someOf(relatedPairs(), most).map(({ a, b }) => ({ a: a.text, b: b.text }));
  const found = `${share(foundAlike(sketcher, related, strangers(most)))} of the pairs with J ≥ ${ALIKE} found`;
  if (!sketcher.estimatesResemblance || sketcher.bytes === undefined) return found;
  const errors = related.map((pair) => errorsOf(sketcher, pair));
  const ofContainment = sketcher.containment ? `, of C ${rootMeanSquare(errors.map(({ c }) => c)).toFixed(3)}` : "";
  return `error of J ${rootMeanSquare(errors.map(({ j }) => j)).toFixed(3)}${ofContainment}; ${found}`;
}

/** What the sketches say less what the sets of shingles that they stand for say. */
function errorsOf<Sketch>(sketcher: sketchers.Sketcher<Sketch>, { a, b }: TextPair): { j: number; c: number } {
  const [x, y] = [sketcher.sketch(a), sketcher.sketch(b)];
  const exact = sketcher.by === "samestory" ? ourSets(a, b) : plainSets(a, b);
  return { j: sketcher.likeness(x, y) - exact.j, c: (sketcher.containment?.(x, y) ?? 0) - exact.c };
}

function ourSets(a: string, b: string): { j: number; c: number } {
  const [x, y] = [shingle(wordsOf(a)), shingle(wordsOf(b))];
  return { j: setResemblance(x, y), c: setContainment(x, y).aInB };
}

function plainSets(a: string, b: string): { j: number; c: number } {
  const [x, y] = [shingles(words(a), 5), shingles(words(b), 5)];
  const common = shared(x, y);
  return { j: common / (x.length + y.length - common || 1), c: common / (x.length || 1) };
}

/**
 * Share of the alike pairs that are told from all strangers: those with a greater likeness than any pair of strangers.
 * So each way has the threshold that suits it best.
 */
function foundAlike<Sketch>(
  { sketch, likeness }: sketchers.Sketcher<Sketch>,
  related: readonly TextPair[],
  unrelated: readonly TextPair[],
): number {
  const of = ({ a, b }: TextPair): number => likeness(sketch(a), sketch(b));
  const threshold = Math.max(...unrelated.map(of));
  const alike = related.filter(({ a, b }) => plainSets(a, b).j >= ALIKE);
  return alike.filter((pair) => of(pair) > threshold).length / (alike.length || 1);
}

function stageRows({ budget }: Setting): Row[] {
  const texts = bodies();
  const split = texts.map(wordsOf);
  const sets = split.map((one) => shingle(one));
  const stages: [work: string, of: (i: number) => unknown][] = [
    ["of it: words", (i) => wordsOf(texts[i])],
    ["of it: shingles", (i) => shingle(split[i])],
    ["of it: sketch", (i) => sketch(sets[i], BINS)],
  ];
  return stages.map(([work, of]) => ({
    work,
    by: "samestory",
    ...timeOf(texts.length, budget, of),
    accuracy: "as above",
  }));
}

function wordsOf(text: string): ReturnType<typeof splitWords> {
  const reading = readInput({ text });
  return splitWords(reading.text, reading.paragraphs);
}

function sizeOf(texts: readonly string[]): string {
  const characters = texts.reduce((sum, { length }) => sum + length, 0);
  return `${texts.length} texts of ${(characters / texts.length / 1000).toFixed(1)} KB`;
}

function rootMeanSquare(errors: readonly number[]): number {
  return Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / (errors.length || 1));
}

function share(value: number): string {
  return `${Math.round(100 * value)}%`;
}
