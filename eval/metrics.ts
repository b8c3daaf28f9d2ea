/** Figures of merit, from labels and answers only: nothing here knows what an article is. */

export interface BinaryFigures {
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
  /** Share of the positive answers that are right; undefined when there is none. */
  precision: number | undefined;
  /** Share of the true pairs that are found; undefined when there is none. */
  recall: number | undefined;
  f1: number | undefined;
}

export function binaryFigures(outcomes: ReadonlyArray<{ truth: boolean; answer: boolean }>): BinaryFigures {
  const count = (truth: boolean, answer: boolean) =>
    outcomes.filter((outcome) => outcome.truth === truth && outcome.answer === answer).length;
  const truePositives = count(true, true);
  const falsePositives = count(false, true);
  const falseNegatives = count(true, false);
  return {
    truePositives,
    falsePositives,
    falseNegatives,
    precision: share(truePositives, truePositives + falsePositives),
    recall: share(truePositives, truePositives + falseNegatives),
    f1: share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives),
  };
}

/** Mean F1 of the classes that occur among the truths; a class that is never answered counts with 0. */
export function macroF1(outcomes: ReadonlyArray<{ truth: string; answer: string }>): number | undefined {
  const classes = [...new Set(outcomes.map((outcome) => outcome.truth))];
  const f1s = classes.map((name) =>
    binaryFigures(outcomes.map(({ truth, answer }) => ({ truth: truth === name, answer: answer === name }))),
  );
  return mean(f1s.map((figures) => figures.f1 ?? 0));
}

/** How often each truth got each answer. */
export function confusion(
  outcomes: ReadonlyArray<{ truth: string; answer: string }>,
): Record<string, Record<string, number>> {
  const table: Record<string, Record<string, number>> = {};
  for (const { truth, answer } of outcomes) {
    table[truth] ??= {};
    table[truth][answer] = (table[truth][answer] ?? 0) + 1;
  }
  return table;
}

export interface ReliabilityBin {
  from: number;
  to: number;
  count: number;
  /** Mean score in the bin. */
  score: number;
  /** Share of true pairs in the bin. */
  truth: number;
}

export interface Calibration {
  /** Expected calibration error: mean distance of score and truth over equal-width bins, weighted by their counts. */
  ece: number | undefined;
  /** Mean squared distance of score and truth. */
  brier: number | undefined;
  bins: ReliabilityBin[];
}

export function calibration(scored: ReadonlyArray<{ score: number; truth: boolean }>, bins = 10): Calibration {
  const table = Array.from({ length: bins }, (_, bin) => {
    const inside = scored.filter(({ score }) => Math.min(bins - 1, Math.floor(score * bins)) === bin);
    return {
      from: bin / bins,
      to: (bin + 1) / bins,
      count: inside.length,
      score: mean(inside.map(({ score }) => score)) ?? 0,
      truth: mean(inside.map(({ truth }) => Number(truth))) ?? 0,
    };
  });
  const distance = table.reduce((sum, bin) => sum + bin.count * Math.abs(bin.score - bin.truth), 0);
  return {
    ece: share(distance, scored.length),
    brier: mean(scored.map(({ score, truth }) => (score - Number(truth)) ** 2)),
    bins: table,
  };
}

/** The area under the ROC curve: the chance that a true pair scores higher than a false one, ties counting half. */
export function auc(scored: ReadonlyArray<{ score: number; truth: boolean }>): number | undefined {
  const sorted = [...scored].sort((x, y) => x.score - y.score);
  const positives = sorted.filter(({ truth }) => truth).length;
  const negatives = sorted.length - positives;
  let wins = 0;
  let negativesBelow = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[end].score === sorted[start].score) end++;
    const tied = sorted.slice(start, end);
    const tiedPositives = tied.filter(({ truth }) => truth).length;
    const tiedNegatives = tied.length - tiedPositives;
    wins += tiedPositives * (negativesBelow + tiedNegatives / 2);
    negativesBelow += tiedNegatives;
    start = end;
  }
  return share(wins, positives * negatives);
}

/** The value below which `q` of the values lie (nearest rank). */
export function quantile(values: readonly number[], q: number): number | undefined {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))];
}

export function mean(values: readonly number[]): number | undefined {
  return share(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
}

function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}
