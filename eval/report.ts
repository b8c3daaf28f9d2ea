/** Tables for people. */

import { LABELS } from "./data.js";
import type { Evaluation, Figures, Robustness } from "./evaluate.js";

const COLUMNS = ["precision", "recall", "f1", "f1PartialNotSame", "macroF1"] as const;

/** Rows of cells as aligned columns: the first to the left, the others to the right. */
export function table(rows: ReadonlyArray<readonly string[]>): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

export function number(value: number | undefined, digits = 3): string {
  return value === undefined ? "-" : value.toFixed(digits);
}

export function reportSet(evaluation: Evaluation, others: Record<string, Figures>, listed: number): string {
  const { figures } = evaluation;
  const rows = [
    ["", ...COLUMNS],
    ...Object.entries({ samestory: figures, ...others }).map(([name, row]) => [
      name,
      ...COLUMNS.map((column) => number(row[column])),
    ]),
  ];
  const extras = ["ece", "eceRead", "brier", "templatesMerged", "templatesNamed", "repeatsKept", "medianMs", "p95Ms"]
    .filter((name) => name in figures)
    .map((name) => `${name} ${number(figures[name])}`);
  return [
    `\n## ${evaluation.set}: ${figures.pairs} pairs\n`,
    table(rows),
    `\n${extras.join(" · ")}`,
    `\n${confusionTable(evaluation)}`,
    `\n${reliabilityTable(evaluation)}`,
    `\n${thresholdTable(evaluation)}`,
    missList("false merges", evaluation.falseMerges, listed),
    missList("missed", evaluation.missed, listed),
    missList("partial, template and different mixed up", evaluation.otherwiseWrong, Math.min(listed, 15)),
  ].join("\n");
}

function confusionTable({ confusion }: Evaluation): string {
  const truths = LABELS.filter((label) => confusion[label]);
  return table([
    ["label \\ verdict", ...LABELS],
    ...truths.map((truth) => [truth, ...LABELS.map((label) => String(confusion[truth][label] ?? 0))]),
  ]);
}

function reliabilityTable({ calibration }: Evaluation): string {
  return table([
    ["score", "pairs", "mean score", "same story"],
    ...calibration.bins
      .filter((bin) => bin.count > 0)
      .map((bin) => [
        `${bin.from.toFixed(1)}-${bin.to.toFixed(1)}`,
        String(bin.count),
        number(bin.score),
        number(bin.truth),
      ]),
  ]);
}

function thresholdTable({ thresholds }: Evaluation): string {
  return table([
    ["score from", "precision", "recall"],
    ...thresholds.map(({ score, precision, recall }) => [String(score), number(precision), number(recall)]),
  ]);
}

function missList(title: string, misses: Evaluation["missed"], listed: number): string {
  const lines = misses
    .slice(0, listed)
    .map(
      (miss) => `  ${miss.id} ${miss.label} -> ${miss.verdict} ${number(miss.score, 2)}: ${miss.reasons.join("; ")}`,
    );
  const rest = misses.length > listed ? [`  and ${misses.length - listed} more`] : [];
  return [`\n${title}: ${misses.length}`, ...lines, ...rest].join("\n");
}

/** Rows of figures by name; columns that no row has are left out. */
export function reportFigures(rows: Record<string, Figures>, columns: readonly string[]): string {
  const there = columns.filter((column) => Object.values(rows).some((figures) => column in figures));
  return table([
    ["", ...there],
    ...Object.entries(rows).map(([name, figures]) => [name, ...there.map((column) => number(figures[column]))]),
  ]);
}

export function reportRobustness(rows: readonly Robustness[]): string {
  const lines = rows.map(({ change, tried, flipped }) => [
    change,
    `${flipped.length} of ${tried} flip`,
    flipped.slice(0, 5).join(" "),
  ]);
  return `\n${table([["change of the first text", "", ""], ...lines])}`;
}
