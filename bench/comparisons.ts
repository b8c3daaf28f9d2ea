/** Two articles to a verdict or an estimate, beside what npm has for the purpose. */
import { baselines } from "../eval/baselines.js";
import { binaryFigures } from "../eval/metrics.js";
import { compare, containment, fingerprint } from "../src/index.js";
import type { Measurement, Row, Setting, Subject } from "./row.js";
import * as sketchers from "./sketchers.js";
import { bodies, labelledPairs, relatedPairs, someOf, strangers } from "./texts.js";
import { type Budget, timeOf } from "./timing.js";

const FEW = 20;
/** From this likeness a package's manual calls two texts the same. */
const SAME = 0.5;
/** Strangers below this estimate of containment are told apart without their texts; versions have .6 and more. */
const CLEARLY_DIFFERENT = 0.3;

export const COMPARE_WORK = "related articles, from texts";
export const ESTIMATE_WORK = "unrelated articles, from fingerprints";

export const comparisons: Subject = {
  name: "compare",
  title: "Comparisons, of one pair",
  measurements: [
    { name: "related", measure: ({ budget }) => [relatedRow(budget)] },
    { name: "unrelated", measure: ({ budget }) => [unrelatedRow(budget)] },
    { name: "fingerprints", measure: ({ budget }) => [estimateRow(budget)] },
    sketcherMeasurement(sketchers.hashedSets, "word-5 resemblance >= 0.5"),
    sketcherMeasurement(sketchers.exactSets, "word-5 resemblance >= 0.5"),
    sketcherMeasurement(sketchers.minhash, "npm minhash, 128 permutations, word-5 >= 0.5"),
  ],
};

function relatedRow(budget: Budget): Row {
  const pairs = relatedPairs();
  const timing = timeOf(pairs.length, budget, (i) => compare(pairs[i].a, pairs[i].b));
  const f1 = f1Of(({ a, b }) => compare(a, b).sameStory);
  return { work: COMPARE_WORK, by: "samestory", ...timing, on: amountOf(pairs.length), accuracy: f1 };
}

function unrelatedRow(budget: Budget): Row {
  const pairs = strangers(100);
  const timing = timeOf(pairs.length, budget, (i) => compare({ text: pairs[i].a }, { text: pairs[i].b }));
  const wrong = pairs.filter(({ a, b }) => compare({ text: a }, { text: b }).verdict !== "different").length;
  return {
    work: "unrelated articles, from texts",
    by: "samestory",
    ...timing,
    on: amountOf(pairs.length),
    accuracy: `${wrong} of ${pairs.length} not called different`,
  };
}

/** All pairs of many articles, by the numbers that are kept of them. */
function estimateRow(budget: Budget): Row {
  const kept = bodies().map((text) => fingerprint({ text }));
  const pairs = kept.flatMap((a, i) => kept.slice(i + 1).map((b) => [a, b] as const));
  const timing = timeOf(pairs.length, budget, (i) => containment(pairs[i][0], pairs[i][1]));
  const related = labelledPairs().filter(({ label }) => label === "near-duplicate");
  const found = related.filter(({ a, b }) => likelySame(fingerprint({ text: a.text }), fingerprint({ text: b.text })));
  const unlike = pairs.filter(([a, b]) => !likelySame(a, b)).length;
  return {
    work: ESTIMATE_WORK,
    by: "samestory",
    ...timing,
    on: amountOf(pairs.length),
    accuracy: `below C ${CLEARLY_DIFFERENT}: ${((100 * unlike) / pairs.length).toFixed(1)}% of them, ${related.length - found.length} of ${related.length} versions`,
  };
}

function likelySame(a: ReturnType<typeof fingerprint>, b: ReturnType<typeof fingerprint>): boolean {
  const { aInB, bInA } = containment(a, b);
  return Math.max(aInB, bInA) >= CLEARLY_DIFFERENT;
}

function sketcherMeasurement(any: sketchers.AnySketcher, baseline: string): Measurement {
  return {
    name: any(({ by }) => by),
    measure: (setting) => any((sketcher) => [sketcherRow(sketcher, baseline, setting)]),
  };
}

function sketcherRow<Sketch>(
  { by, sketch, likeness }: sketchers.Sketcher<Sketch>,
  baseline: string,
  { budget, quick }: Setting,
): Row {
  const pairs = quick ? someOf(relatedPairs(), FEW) : relatedPairs();
  const timing = timeOf(pairs.length, budget, (i) => likeness(sketch(pairs[i].a.text), sketch(pairs[i].b.text)));
  const known = baselines().find(({ name }) => name === baseline);
  const f1 = f1Of(({ a, b }) => known?.answer(a, b) === "same");
  const accuracy = `${f1}, at J ≥ ${SAME}`;
  return { work: COMPARE_WORK, by, ...timing, on: amountOf(pairs.length), accuracy };
}

/** How right answers are about the labelled pairs; copied passages are not the same story. */
function f1Of(isSame: (pair: ReturnType<typeof labelledPairs>[number]) => boolean): string {
  const outcomes = labelledPairs().map((pair) => ({
    truth: pair.label === "near-duplicate" || pair.label === "identical",
    answer: isSame(pair),
  }));
  return `F1 of “same story” ${(binaryFigures(outcomes).f1 ?? 0).toFixed(3)} on ${outcomes.length} pairs`;
}

function amountOf(pairs: number): string {
  return `${pairs} pairs`;
}
