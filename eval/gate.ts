/** Today's figures, kept in a file; a later run may not fall below them. */
import type { Figures } from "./evaluate.js";

export type GateFile = Record<string, Figures>;

/** What is held, which way is better, and how far it may move without notice. Times are not held: machines differ. */
const HELD: Record<string, { better: "higher" | "lower"; tolerance: number }> = {
  precision: { better: "higher", tolerance: 0.005 },
  recall: { better: "higher", tolerance: 0.005 },
  f1: { better: "higher", tolerance: 0.005 },
  f1PartialNotSame: { better: "higher", tolerance: 0.005 },
  macroF1: { better: "higher", tolerance: 0.01 },
  ece: { better: "lower", tolerance: 0.005 },
  eceRead: { better: "lower", tolerance: 0.01 },
  brier: { better: "lower", tolerance: 0.005 },
  templatesMerged: { better: "lower", tolerance: 0.001 },
  repeatsKept: { better: "higher", tolerance: 0.001 },
  figureFlips: { better: "lower", tolerance: 0 },
  transformFlips: { better: "lower", tolerance: 0 },
  // Edits judged by reading: one of sixty is .017.
  editKind: { better: "higher", tolerance: 0.001 },
  editSubstance: { better: "higher", tolerance: 0.001 },
  // Page extraction.
  textF1: { better: "higher", tolerance: 0.005 },
  textF1Rotated: { better: "higher", tolerance: 0.005 },
  textF1ClosedUp: { better: "higher", tolerance: 0.005 },
  pagesLost: { better: "lower", tolerance: 0.001 },
  wordsKept: { better: "higher", tolerance: 0.001 },
  textsUntouched: { better: "higher", tolerance: 0.005 },
  htmlF1: { better: "higher", tolerance: 0.005 },
};

/** The part of the figures that a gate file keeps, rounded so that the file stays readable. */
export function gateOf(results: GateFile): GateFile {
  return Object.fromEntries(
    Object.entries(results).map(([set, figures]) => [
      set,
      Object.fromEntries(
        Object.entries(figures)
          .filter(([name]) => name in HELD)
          .map(([name, value]) => [name, Math.round(value * 10_000) / 10_000]),
      ),
    ]),
  );
}

/** What fell, one sentence each. A set of `gate` that was not measured fell if it is `required`. */
export function whatFell(gate: GateFile, results: GateFile, required: (set: string) => boolean): string[] {
  return Object.entries(gate).flatMap(([set, figures]) => {
    const measured = results[set];
    if (!measured) return required(set) ? [`${set}: not measured`] : [];
    return Object.entries(figures).flatMap(([name, before]) => {
      const now = measured[name];
      if (now === undefined) return [`${set}: ${name} is no longer measured`];
      return fell(name, before, now) ? [`${set}: ${name} was ${before}, is ${Math.round(now * 10_000) / 10_000}`] : [];
    });
  });
}

function fell(name: string, before: number, now: number): boolean {
  const { better, tolerance } = HELD[name] ?? { better: "higher", tolerance: 0 };
  // Half a unit of the last digit that the file keeps.
  const slack = tolerance + 0.00005;
  return better === "higher" ? now < before - slack : now > before + slack;
}
