/** One set of pairs through the library: answers, figures, and what went wrong with the library's own reasons. */
import type { Article, ArticleInput } from "../src/article.js";
import type { Comparison, Verdict } from "../src/compare/verdict.js";
import type { Answer, Baseline } from "./baselines.js";
import type { Label, Pair, PairSet } from "./data.js";
import { binaryFigures, type Calibration, calibration, confusion, macroF1, quantile } from "./metrics.js";
import { alterFigure, countFigures, TRANSFORMS } from "./transforms.js";

export type Compare = (a: ArticleInput, b: ArticleInput) => Comparison;

export interface Answered {
  pair: Pair;
  result: Comparison;
  milliseconds: number;
}

/** Figures by name; a figure that cannot be had (no pair of its kind) is left out. */
export type Figures = Record<string, number>;

export interface Evaluation {
  set: string;
  figures: Figures;
  confusion: Record<string, Record<string, number>>;
  calibration: Calibration;
  thresholds: ThresholdFigures[];
  falseMerges: Miss[];
  missed: Miss[];
  otherwiseWrong: Miss[];
}

/** What a user gets who takes pairs from a score on; partial pairs count as not the same. */
export interface ThresholdFigures {
  score: number;
  precision?: number;
  recall?: number;
}

const THRESHOLDS = [0.1, 0.3, 0.5, 0.7, 0.9, 0.97];

export interface Miss {
  id: string;
  label: Label;
  verdict: Verdict;
  score: number;
  reasons: string[];
}

/** How an article is handed over: as an object, or its text alone as the text of a page. */
export function asInput(article: Article, as: "article" | "page"): ArticleInput {
  return as === "page" ? article.text : article;
}

export function answerPairs(pairs: readonly Pair[], compare: Compare, as: "article" | "page"): Answered[] {
  return pairs.map((pair) => {
    const start = performance.now();
    const result = compare(asInput(pair.a, as), asInput(pair.b, as));
    return { pair, result, milliseconds: performance.now() - start };
  });
}

export function evaluate(set: PairSet, answers: readonly Answered[]): Evaluation {
  const scores = answers.map(({ pair, result }) => ({ score: result.score, truth: isSame(pair.label) }));
  const scoresRead = answers
    .filter(({ pair }) => pair.read)
    .map(({ pair, result }) => ({ score: result.score, truth: isSame(pair.label) }));
  const calibrated = calibration(scores);
  const times = answers.map(({ milliseconds }) => milliseconds);
  const sameFigures = agreement(
    answers.map(({ pair, result }) => ({ label: pair.label, answer: classOf(result.verdict) })),
  );
  const wrong = answers.filter(({ pair, result }) => classOf(pair.label) !== classOf(result.verdict));
  return {
    set: set.name,
    figures: {
      pairs: answers.length,
      ...sameFigures,
      ...known("ece", calibrated.ece),
      // Pairs without any overlap are easy and many: the error among the pairs somebody had to read says more.
      ...known("eceRead", calibration(scoresRead).ece),
      ...known("brier", calibrated.brier),
      ...known(
        "templatesMerged",
        shareOf(answers, "template", (result) => result.sameStory),
      ),
      ...known(
        "templatesNamed",
        shareOf(answers, "template", (result) => result.verdict === "template"),
      ),
      ...known("repeatsKept", set.real ? undefined : sameFigures.recall),
      ...known("medianMs", quantile(times, 0.5)),
      ...known("p95Ms", quantile(times, 0.95)),
    },
    confusion: confusion(answers.map(({ pair, result }) => ({ truth: pair.label, answer: result.verdict }))),
    calibration: calibrated,
    thresholds: THRESHOLDS.map((threshold) => {
      const { precision, recall } = binaryFigures(
        scores.map(({ score, truth }) => ({ truth, answer: score >= threshold })),
      );
      return { score: threshold, ...known("precision", precision), ...known("recall", recall) };
    }),
    falseMerges: wrong.filter(({ pair, result }) => !isSame(pair.label) && result.sameStory).map(missOf),
    missed: wrong.filter(({ pair, result }) => isSame(pair.label) && !result.sameStory).map(missOf),
    otherwiseWrong: wrong.filter(({ pair, result }) => !isSame(pair.label) && !result.sameStory).map(missOf),
  };
}

export function evaluateBaseline(set: PairSet, baseline: Baseline): Figures {
  return agreement(set.pairs.map((pair) => ({ label: pair.label, answer: baseline.answer(pair.a, pair.b) })));
}

/** Precision, recall and F1 of "same story", with partial pairs left out and with them as not the same; three classes. */
function agreement(outcomes: ReadonlyArray<{ label: Label; answer: Answer }>): Figures {
  const binary = outcomes.map(({ label, answer }) => ({ label, truth: isSame(label), answer: answer === "same" }));
  const strict = binaryFigures(binary);
  const lenient = binaryFigures(binary.filter(({ label }) => label !== "partial"));
  return {
    ...known("precision", lenient.precision),
    ...known("recall", lenient.recall),
    ...known("f1", lenient.f1),
    ...known("f1PartialNotSame", strict.f1),
    ...known("macroF1", macroF1(outcomes.map(({ label, answer }) => ({ truth: classOf(label), answer })))),
  };
}

/** How many pairs change sides when their texts are changed in ways that do not touch the story. */
export interface Robustness {
  /** Name of the change, how many comparisons were made, and the pairs whose `sameStory` flipped. */
  change: string;
  tried: number;
  flipped: string[];
}

/**
 * Every near-duplicate and every `different` pair that was read, with the first text changed. Pairs that a rule called
 * different share nothing, so that nothing could flip.
 */
export function testRobustness(answers: readonly Answered[], compare: Compare, as: "article" | "page"): Robustness[] {
  const same = answers.filter(({ pair }) => isSame(pair.label));
  const different = answers.filter(({ pair }) => pair.read && pair.label === "different");
  const figures = same.flatMap((answered) =>
    figuresToAlter(answered.pair.a.text).map((which) => ({ answered, text: alterFigure(answered.pair.a.text, which) })),
  );
  const rows = Object.entries(TRANSFORMS).flatMap(([name, transform]) =>
    [
      { change: `${name}, same`, group: same },
      { change: `${name}, different`, group: different },
    ].map(({ change, group }) => ({
      change,
      cases: group.map((answered) => ({ answered, text: transform(answered.pair.a.text) })),
    })),
  );
  return [{ change: "one figure altered, same", cases: figures }, ...rows].map(({ change, cases }) => ({
    change,
    tried: cases.length,
    flipped: cases
      .filter(({ answered, text }) => {
        const { a, b } = answered.pair;
        return compare(asInput({ ...a, text }, as), asInput(b, as)).sameStory !== answered.result.sameStory;
      })
      .map(({ answered }) => answered.pair.id),
  }));
}

/** The first, the middle and the last figure of a text, one at a time. */
function figuresToAlter(text: string): number[] {
  const count = countFigures(text);
  return count === 0 ? [] : [...new Set([0, count >> 1, count - 1])];
}

function isSame(label: Label): boolean {
  return label === "identical" || label === "near-duplicate";
}

/** Three classes: a template is another event's story, so it counts as different. */
function classOf(label: Label | Verdict): Answer {
  if (label === "identical" || label === "near-duplicate") return "same";
  return label === "partial" ? "partial" : "different";
}

function shareOf(
  answers: readonly Answered[],
  label: Label,
  holds: (result: Comparison) => boolean,
): number | undefined {
  const labelled = answers.filter(({ pair }) => pair.label === label);
  if (labelled.length === 0) return undefined;
  return labelled.filter(({ result }) => holds(result)).length / labelled.length;
}

function missOf({ pair, result }: Answered): Miss {
  return {
    id: pair.id,
    label: pair.label,
    verdict: result.verdict,
    score: result.score,
    reasons: result.reasons.slice(0, 3).map((reason) => reason.text),
  };
}

function known(name: string, value: number | undefined): Figures {
  return value === undefined ? {} : { [name]: value };
}
