/**
 * Tries the library with a constant at another value or a part switched off: bundled anew with the change, run on the
 * pairs somebody read, and reduced to the few figures that a table has room for. With `refit` the verdict's model is
 * fitted again to what the changed library measures, as `npm run fit` does.
 */
import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Article } from "../src/article.js";
import { bundle, type Change, constantChange } from "./bundle.mjs";
import type { Label, Pair, PairSet } from "./data.js";
import { binaryFigures, calibration, macroF1 } from "./metrics.js";
import { fitModel } from "./regression.js";
import type { AnswerPair } from "./variant.js";

export interface Variant {
  answer: AnswerPair;
  measure(a: Article, b: Article): Record<string, number>;
}

/** What is fitted: the model of `verdict.ts`. */
export const FEATURES = ["ownMatter", "newStory", "narrativeShare", "logNarrative"];
const CLASSES = ["different", "partial", "same"] as const;
const FITTED_ON = ["ecbplus", "abp"];

/** Loads the library with the changes made. */
export async function load(changes: readonly Change[]): Promise<Variant> {
  const file = await bundle(resolve("."), "variant.ts", changes);
  try {
    return (await import(pathToFileURL(file).href)) as Variant;
  } finally {
    rmSync(file, { force: true });
  }
}

/** The same, with the model fitted to what the changed library measures. */
export async function loadRefitted(
  changes: readonly Change[],
  sets: readonly PairSet[],
  features: readonly string[] = FEATURES,
): Promise<Variant> {
  const variant = await load(changes);
  return load([...changes, constantChange(`verdict.ts:MODEL=${fitted(variant, sets, features)}`)]);
}

/** The model as the literal that stands in verdict.ts; features that are left out weigh 0. */
export function fitted(variant: Variant, sets: readonly PairSet[], features: readonly string[] = FEATURES): string {
  const groups = sets
    .filter(({ name }) => FITTED_ON.includes(name))
    .map(({ pairs }) => pairs.map((pair) => ({ values: valuesOf(variant, pair, features), of: classOf(pair.label) })));
  const rows = groups.flat();
  // Each class of each set counts the same, however many pairs it has.
  const weights = groups.flatMap((group) =>
    group.map(({ of }) => rows.length / (groups.length * CLASSES.length) / group.filter((one) => one.of === of).length),
  );
  const { intercepts, weights: found } = fitModel({
    rows: rows.map(({ values }) => values),
    classes: rows.map(({ of }) => of),
    classCount: CLASSES.length,
    rowWeights: weights,
    l2: 1,
  });
  const lines = CLASSES.map((name, at) => {
    const cells = FEATURES.map((feature) => `${feature}: ${found[at][features.indexOf(feature)] ?? 0}`);
    return `${name}: { bias: ${intercepts[at]}, ${cells.join(", ")} }`;
  });
  return `{ ${lines.join(", ")} }`;
}

function valuesOf(variant: Variant, pair: Pair, features: readonly string[]): number[] {
  const measured = variant.measure(pair.a, pair.b);
  return features.map((feature) => measured[feature]);
}

function classOf(label: Label): number {
  if (label === "identical" || label === "near-duplicate") return 2;
  return label === "partial" ? 1 : 0;
}

/** The columns of the tables, in order. */
export interface TrialFigures {
  /** F1 of `sameStory` on the real sets and our hard pairs and languages, partial left out and as not the same. */
  f1: number;
  f1Strict: number;
  /** Three-class macro-F1 of each set that has all three. */
  ecbplus: number;
  abp: number;
  hard: number;
  languages: number;
  /** Of the templates and the repeats we wrote, short items among them: shares. */
  merged: number;
  kept: number;
  /** F1 of `sameStory` on the short items. */
  short: number;
  /** Calibration error of the score on every pair that was read. */
  ece: number;
}

interface Outcome {
  set: string;
  label: Label;
  truth: boolean;
  answer: "same" | "partial" | "different";
  score: number;
}

export function tryOut(variant: Variant, sets: readonly PairSet[]): TrialFigures {
  const outcomes = sets.flatMap(({ name, pairs }) =>
    pairs.filter(({ read }) => read).map((pair) => ask(variant, name, pair)),
  );
  const of = (...names: string[]) => outcomes.filter(({ set }) => names.includes(set));
  const binary = (list: readonly Outcome[]) =>
    binaryFigures(list.map(({ truth, answer }) => ({ truth, answer: answer === "same" }))).f1 ?? 0;
  const macro = (name: string) =>
    macroF1(of(name).map(({ label, answer }) => ({ truth: CLASSES[classOf(label)], answer }))) ?? 0;
  const sameShare = (list: readonly Outcome[]) => list.filter(({ answer }) => answer === "same").length / list.length;
  const news = of("ecbplus", "abp", "hard", "languages");
  return {
    f1: binary(news.filter(({ label }) => label !== "partial")),
    f1Strict: binary(news),
    ecbplus: macro("ecbplus"),
    abp: macro("abp"),
    hard: macro("hard"),
    languages: macro("languages"),
    merged: sameShare(outcomes.filter(({ set, label }) => set === "templates" || label === "template")),
    kept: sameShare(of("repeats")),
    short: binary(of("short")),
    ece: calibration(outcomes).ece ?? 0,
  };
}

function ask(variant: Variant, set: string, { label, a, b }: Pair): Outcome {
  const { verdict, sameStory, score } = variant.answer(a, b);
  const answer = sameStory ? "same" : verdict === "partial" ? "partial" : "different";
  return { set, label, truth: classOf(label) === 2, answer, score };
}

/** Rows of a Markdown table, the first cell a name. */
export function markdownRow(name: string, figures: TrialFigures): string {
  return `| ${[name, ...Object.values(figures).map((value: number) => value.toFixed(3).replace(/^0/, ""))].join(" | ")} |`;
}

export function markdownHead(name: string): string {
  const columns = [name, "F1", "F1 strict", "ecbplus", "abp", "hard", "lang.", "merged", "kept", "short F1", "ECE"];
  return `| ${columns.join(" | ")} |\n|${columns.map(() => "---|").join("")}`;
}
