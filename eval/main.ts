/**
 * The evaluation: `npm run eval -- [--data DIR] [--set NAME] [--as article|page] [--json FILE] [--gate] [--write-gate]`.
 * Prints a table for each labelled set and, as the last line, everything as one line of JSON. With `--gate` it leaves
 * the baselines out, compares with gate.json and exits 1 when a figure fell.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { parseArgs } from "node:util";
import { baselines } from "./baselines.js";
import { dataFolder, loadSets, REAL_SETS } from "./data.js";
import {
  answerPairs,
  type Evaluation,
  evaluate,
  evaluateBaseline,
  type Figures,
  type Robustness,
  testRobustness,
} from "./evaluate.js";
import { type GateFile, gateOf, whatFell } from "./gate.js";
import { reportRobustness, reportSet } from "./report.js";
import { compare } from "./subject.js";

const GATE = "eval/gate.json";

const { values: options } = parseArgs({
  options: {
    data: { type: "string" },
    set: { type: "string", multiple: true },
    as: { type: "string", default: "article" },
    json: { type: "string" },
    gate: { type: "boolean", default: false },
    "write-gate": { type: "boolean", default: false },
    listed: { type: "string", default: "40" },
  },
});

interface Result {
  evaluation: Evaluation;
  baselines: Record<string, Figures>;
  robustness: Robustness[];
}

function main(): number {
  const as = options.as === "page" ? "page" : "article";
  const sets = loadSets(dataFolder(options.data)).filter(({ name }) => options.set?.includes(name) ?? true);
  for (const name of REAL_SETS.filter((real) => !sets.some((set) => set.name === real) && isWanted(real))) {
    console.log(`(${name} is not there: left out. Name its folder with --data or SAMESTORY_DATA.)`);
  }
  const results: Record<string, Result> = {};
  for (const set of sets) {
    const answers = answerPairs(set.pairs, compare, as);
    const evaluation = evaluate(set, answers);
    const others = options.gate ? [] : baselines().map((one) => [one.name, evaluateBaseline(set, one)] as const);
    const robustness = set.real ? testRobustness(answers, compare, as) : [];
    Object.assign(evaluation.figures, flipFigures(robustness));
    results[set.name] = { evaluation, baselines: Object.fromEntries(others), robustness };
    console.log(reportSet(evaluation, results[set.name].baselines, Number(options.listed)));
    if (robustness.length > 0) console.log(reportRobustness(robustness));
  }
  const line = JSON.stringify({ as, sets: results });
  console.log(`\n${line}`);
  if (options.json) writeFileSync(options.json, `${line}\n`);
  return gate(Object.fromEntries(Object.entries(results).map(([name, { evaluation }]) => [name, evaluation.figures])));
}

function isWanted(set: string): boolean {
  return options.set?.includes(set) ?? true;
}

function flipFigures(rows: readonly Robustness[]): Figures {
  if (rows.length === 0) return {};
  const flips = rows.map(({ flipped }) => flipped.length);
  return { figureFlips: flips[0], transformFlips: flips.slice(1).reduce((sum, count) => sum + count, 0) };
}

/** Writes or checks the gate file, as asked; the exit code. */
function gate(figures: GateFile): number {
  const kept: GateFile = existsSync(GATE) ? JSON.parse(readFileSync(GATE, "utf8")) : {};
  if (options["write-gate"]) {
    writeFileSync(GATE, `${JSON.stringify({ ...kept, ...gateOf(figures) }, null, 2)}\n`);
    return 0;
  }
  if (!options.gate) return 0;
  if (Object.keys(kept).length === 0) {
    console.error(`${GATE} holds no figures yet: write today's with --write-gate.`);
    return 1;
  }
  const required = (set: string) => isWanted(set) && (process.env.CI === "true" || !REAL_SETS.includes(set));
  const fallen = whatFell(kept, figures, required);
  for (const sentence of fallen) console.error(`fell: ${sentence}`);
  return fallen.length > 0 ? 1 : 0;
}

process.exitCode = main();
