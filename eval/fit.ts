/**
 * Fits the verdict's model to a table of features (see features.ts) and says how far it can be trusted:
 * `node eval/run.mjs fit.ts TABLE.jsonl [--target three|same|copied|template] [--features a,b] [--set NAME]…
 *   [--l2 1] [--weigh plain|set|class] [--read] [--auc] [--ablate] [--name MODEL] [--out FILE.ts]`
 *
 * Prints figures cross-validated by event, figures with each set left out of the fit, the calibration of the held-out
 * probabilities, and the coefficients (fitted to everything) as a TypeScript literal.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Label } from "./data.js";
import type { FeatureRow } from "./features.js";
import { auc, binaryFigures, calibration, macroF1, mean } from "./metrics.js";
import { fitModel, isotonic, type Model, probabilities } from "./regression.js";
import { number, table } from "./report.js";

/** What is told apart: the class of a label, or undefined where pairs of that label are left out. */
interface Target {
  classes: readonly string[];
  classOf(label: Label): string | undefined;
}

const isSame = (label: Label) => label === "identical" || label === "near-duplicate";

const TARGETS: Record<string, Target> = {
  three: {
    classes: ["different", "partial", "same"],
    classOf: (label) => (isSame(label) ? "same" : label === "partial" ? "partial" : "different"),
  },
  same: { classes: ["other", "same"], classOf: (label) => (isSame(label) ? "same" : "other") },
  copied: {
    classes: ["different", "copied"],
    classOf: (label) => (label === "template" ? undefined : label === "different" ? "different" : "copied"),
  },
  template: {
    classes: ["template", "same"],
    classOf: (label) => (isSame(label) ? "same" : label === "template" ? "template" : undefined),
  },
};

interface Example {
  row: FeatureRow;
  values: number[];
  class: number;
}

interface Held {
  example: Example;
  /** Probability of each class, from a model that never saw the example's event. */
  chances: number[];
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    target: { type: "string", default: "three" },
    features: { type: "string" },
    set: { type: "string", multiple: true },
    l2: { type: "string", default: "1" },
    weigh: { type: "string", default: "set" },
    read: { type: "boolean", default: false },
    auc: { type: "boolean", default: false },
    ablate: { type: "boolean", default: false },
    name: { type: "string", default: "MODEL" },
    out: { type: "string" },
  },
});

function main(): void {
  const rows = readTable(positionals);
  const target = TARGETS[options.target];
  if (!target) throw new Error(`--target ${options.target}: one of ${Object.keys(TARGETS).join(", ")}`);
  const features = options.features?.split(",") ?? Object.keys(rows[0].features);
  if (options.auc) console.log(`${aucTable(rows, Object.keys(rows[0].features))}\n`);

  const examples = examplesOf(rows, target, features);
  const held = crossValidate(examples, target);
  console.log(`## Cross-validated by event: ${features.join(", ")}\n\n${figuresTable(held, target)}\n`);
  const sets = setsOf(examples);
  if (sets.length > 1)
    console.log(`## Each set left out of the fit\n\n${figuresTable(leaveSetsOut(examples, target), target)}\n`);
  console.log(
    `## Calibration of the held-out probability of "${lastOf(target)}"\n\n${calibrationReport(held, target)}\n`,
  );
  if (options.ablate) console.log(`## Without one feature\n\n${ablation(rows, target, features)}\n`);

  const literal = literalOf(train(examples, target), features, target, options.name);
  console.log(literal);
  if (options.out) writeFileSync(options.out, literal);
}

/** One table, or several whose rows are about the same pairs: their features are joined. */
function readTable(files: readonly string[]): FeatureRow[] {
  if (files.length === 0) throw new Error("name a table of features, made by features.ts");
  const joined = new Map<string, FeatureRow>();
  for (const line of files.flatMap((file) => readFileSync(file, "utf8").split("\n")).filter((line) => line !== "")) {
    const row = JSON.parse(line) as FeatureRow;
    const key = `${row.set} ${row.id}`;
    joined.set(key, { ...row, features: { ...joined.get(key)?.features, ...row.features } });
  }
  return [...joined.values()].filter((row) => (options.set?.includes(row.set) ?? true) && (row.read || !options.read));
}

function examplesOf(rows: readonly FeatureRow[], target: Target, features: readonly string[]): Example[] {
  return rows.flatMap((row) => {
    const name = target.classOf(row.label);
    if (name === undefined) return [];
    const values = features.map((feature) => {
      const value = row.features[feature];
      if (!Number.isFinite(value)) throw new Error(`${row.set} ${row.id}: feature ${feature} is ${value}`);
      return value;
    });
    return [{ row, values, class: target.classes.indexOf(name) }];
  });
}

function train(examples: readonly Example[], target: Target): Model {
  return fitModel({
    rows: examples.map((example) => example.values),
    classes: examples.map((example) => example.class),
    classCount: target.classes.length,
    rowWeights: weightsOf(examples),
    l2: Number(options.l2),
  });
}

/** plain: each pair counts 1. set: each set counts the same. class: each class of each set counts the same. */
function weightsOf(examples: readonly Example[]): number[] {
  const keyOf = ({ row, class: of }: Example) =>
    options.weigh === "plain" ? "" : options.weigh === "set" ? row.set : `${row.set} ${of}`;
  const counts = new Map<string, number>();
  for (const example of examples) counts.set(keyOf(example), (counts.get(keyOf(example)) ?? 0) + 1);
  return examples.map((example) => examples.length / counts.size / (counts.get(keyOf(example)) ?? 1));
}

function crossValidate(examples: readonly Example[], target: Target): Held[] {
  return holdOut(examples, target, ({ row }) => String(row.fold));
}

function leaveSetsOut(examples: readonly Example[], target: Target): Held[] {
  return holdOut(examples, target, ({ row }) => row.set);
}

function holdOut(examples: readonly Example[], target: Target, partOf: (example: Example) => string): Held[] {
  return [...new Set(examples.map(partOf))].sort().flatMap((part) => {
    const model = train(
      examples.filter((example) => partOf(example) !== part),
      target,
    );
    return examples
      .filter((example) => partOf(example) === part)
      .map((example) => ({ example, chances: probabilities(model, example.values) }));
  });
}

function setsOf(examples: readonly Example[]): string[] {
  return [...new Set(examples.map(({ row }) => row.set))];
}

function lastOf(target: Target): string {
  return target.classes[target.classes.length - 1];
}

/** As the library answers: the last class where its probability is at least a half, else the likeliest of the others. */
function answerOf(chances: readonly number[]): number {
  const last = chances.length - 1;
  if (chances[last] >= 0.5) return last;
  const others = chances.slice(0, last);
  return others.indexOf(Math.max(...others));
}

function figuresTable(held: readonly Held[], target: Target): string {
  const sets = [...new Set(held.map(({ example }) => example.row.set))];
  const groups = [
    ...sets.map((set) => ({ name: set, group: held.filter(({ example }) => example.row.set === set) })),
    ...(sets.length > 1 ? [{ name: "all", group: held }] : []),
  ];
  return table([
    ["", "pairs", "precision", "recall", "F1", "F1, partial other", "macro-F1", "log loss", "ECE", "ECE read"],
    ...groups.map(({ name, group }) => [name, String(group.length), ...figureCells(group, target)]),
  ]);
}

function figureCells(held: readonly Held[], target: Target): string[] {
  const last = target.classes.length - 1;
  const binary = held.map(({ example, chances }) => ({
    truth: example.class === last,
    answer: answerOf(chances) === last,
    partial: example.row.label === "partial",
  }));
  // "copied" is about partial pairs, so there they stay.
  const lenient = binaryFigures(options.target === "copied" ? binary : binary.filter(({ partial }) => !partial));
  const classes = held.map(({ example, chances }) => ({
    truth: target.classes[example.class],
    answer: target.classes[answerOf(chances)],
  }));
  const read = held.filter(({ example }) => example.row.read);
  return [
    number(lenient.precision),
    number(lenient.recall),
    number(lenient.f1),
    number(binaryFigures(binary).f1),
    number(macroF1(classes)),
    number(logLoss(held), 4),
    number(calibration(scoredOf(held)).ece),
    number(calibration(scoredOf(read)).ece),
  ];
}

function logLoss(held: readonly Held[]): number | undefined {
  return mean(held.map(({ example, chances }) => -Math.log(Math.max(1e-12, chances[example.class]))));
}

function scoredOf(held: readonly Held[]): { score: number; truth: boolean }[] {
  return held.map(({ example, chances }) => ({
    score: chances[chances.length - 1],
    truth: example.class === chances.length - 1,
  }));
}

/**
 * Platt's check: a logistic curve through the held-out log-odds. Slope 1 and shift 0 mean calibrated; a slope below 1
 * means over-confident. Isotonic: what the best monotone correction would make of the scores.
 */
function calibrationReport(held: readonly Held[], target: Target): string {
  const scored = scoredOf(held);
  const platt = fitModel({
    rows: scored.map(({ score }) => [logOdds(score)]),
    classes: scored.map(({ truth }) => Number(truth)),
    classCount: 2,
    l2: 1e-3,
  });
  const slope = platt.weights[1][0] - platt.weights[0][0];
  const shift = platt.intercepts[1] - platt.intercepts[0];
  const bins = calibration(scored).bins.filter((bin) => bin.count > 0);
  const steps = isotonic(scored).map((step) => [number(step.from), number(step.value), String(step.count)]);
  return [
    table([
      ["score", "pairs", "mean score", lastOf(target)],
      ...bins.map((bin) => [
        `${bin.from.toFixed(1)}-${bin.to.toFixed(1)}`,
        String(bin.count),
        number(bin.score),
        number(bin.truth),
      ]),
    ]),
    `\nPlatt: slope ${number(slope)}, shift ${number(shift)}`,
    `\n${table([["isotonic: from score", lastOf(target), "pairs"], ...steps])}`,
  ].join("\n");
}

function logOdds(score: number): number {
  const safe = Math.min(1 - 1e-9, Math.max(1e-9, score));
  return Math.log(safe / (1 - safe));
}

function ablation(rows: readonly FeatureRow[], target: Target, features: readonly string[]): string {
  const cells = (kept: readonly string[]) => {
    const held = crossValidate(examplesOf(rows, target, kept), target);
    const sets = [...new Set(held.map(({ example }) => example.row.set))];
    return sets.flatMap((set) => {
      const [, , f1, , macro, loss] = figureCells(
        held.filter(({ example }) => example.row.set === set),
        target,
      );
      return [f1, macro, loss];
    });
  };
  const sets = [...new Set(rows.map((row) => row.set))];
  return table([
    ["", ...sets.flatMap((set) => [`${set} F1`, "macro-F1", "log loss"])],
    ["(all)", ...cells(features)],
    ...features.map((feature) => [feature, ...cells(features.filter((other) => other !== feature))]),
  ]);
}

/** How well each feature alone tells neighbouring classes apart; below 0.5 it falls where the class rises. */
function aucTable(rows: readonly FeatureRow[], features: readonly string[]): string {
  const named = [...new Set(rows.map((row) => row.set))];
  const sets = named.length > 1 ? [...named, "all"] : named;
  const contrasts: { name: string; truth(label: Label): boolean | undefined }[] = [
    { name: "same/partial", truth: (label) => (isSame(label) ? true : label === "partial" ? false : undefined) },
    {
      name: "partial/different",
      truth: (label) => (label === "partial" ? true : label === "different" ? false : undefined),
    },
    { name: "same/template", truth: (label) => (isSame(label) ? true : label === "template" ? false : undefined) },
  ];
  return table([
    ["AUC, pairs that were read", ...sets.flatMap((set) => contrasts.map(({ name }) => `${set} ${name}`))],
    ...features.map((feature) => [
      feature,
      ...sets.flatMap((set) =>
        contrasts.map(({ truth }) => {
          const scored = rows
            .filter((row) => (set === "all" || row.set === set) && row.read)
            .flatMap((row) => {
              const is = truth(row.label);
              return is === undefined ? [] : [{ score: row.features[feature], truth: is }];
            });
          return number(auc(scored));
        }),
      ),
    ]),
  ]);
}

/** Two classes need one list of weights (for the last one), more need one per class. */
function literalOf(model: Model, features: readonly string[], target: Target, name: string): string {
  const round = (value: number) => Number(value.toPrecision(5));
  const two = target.classes.length === 2;
  const cell = (values: readonly number[]) =>
    two ? String(round(values[1] - values[0])) : `[${values.map(round).join(", ")}]`;
  return [
    `/** Fitted by eval/fit.ts: target ${options.target}, L2 ${options.l2}, weighed by ${options.weigh}. */`,
    `export const ${name} = {`,
    `  classes: ${JSON.stringify(two ? [lastOf(target)] : target.classes).replaceAll(",", ", ")},`,
    `  intercept: ${cell(model.intercepts)},`,
    "  weights: {",
    ...features.map((feature, at) => `    ${feature}: ${cell(model.weights.map((weights) => weights[at]))},`),
    "  },",
    "} as const;\n",
  ].join("\n");
}

main();
