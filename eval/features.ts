/**
 * Dumps what is measured about every scored pair, one JSON line each, for fitting:
 * `node eval/run.mjs features.ts [--data DIR] [--set NAME]… [--folds 5] [--out FILE]`
 *
 * A line: {"set", "id", "label", "event", "fold", "read", "features": {name: number}}. Pairs of one event have one fold.
 */
import { writeFileSync } from "node:fs";
import process from "node:process";
import { parseArgs } from "node:util";
import { dataFolder, type Label, loadSets, type PairSet } from "./data.js";
import { foldsOf } from "./folds.js";
import { measure } from "./measures.js";

export interface FeatureRow {
  set: string;
  id: string;
  label: Label;
  event: string;
  fold: number;
  read: boolean;
  features: Record<string, number>;
}

function rowsOf(set: PairSet, folds: number): FeatureRow[] {
  // Pairs that were read weigh more than the many without overlap, so that each fold gets its part of the hard ones.
  const fold = foldsOf(
    set.pairs.map(({ event, read }) => ({ event, weight: read ? 1 : 0.02 })),
    folds,
  );
  return set.pairs.map(({ id, label, event, read, a, b }) => ({
    set: set.name,
    id,
    label,
    event: `${set.name}:${event}`,
    fold: fold.get(event) ?? 0,
    read,
    features: measure(a, b),
  }));
}

function main(): void {
  const { values: options } = parseArgs({
    options: {
      data: { type: "string" },
      set: { type: "string", multiple: true },
      folds: { type: "string", default: "5" },
      out: { type: "string" },
    },
  });
  const sets = loadSets(dataFolder(options.data)).filter(({ name }) => options.set?.includes(name) ?? true);
  const lines = sets.flatMap((set) => rowsOf(set, Number(options.folds)).map((row) => JSON.stringify(row)));
  if (options.out) writeFileSync(options.out, `${lines.join("\n")}\n`);
  else process.stdout.write(`${lines.join("\n")}\n`);
}

main();
