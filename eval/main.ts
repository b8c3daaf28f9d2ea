/**
 * The evaluation: `npm run eval -- [--data DIR] [--set NAME] [--json FILE] [--gate] [--write-gate]`.
 *
 * Prints a table for each labelled set with its texts handed over as articles, one table of all sets handed over as the
 * text of pages, the figures of the page reader, and, as the last line, everything as one line of JSON. With `--gate` it
 * leaves the baselines out, compares with gate.json and exits 1 when a figure fell. `--set pages` is the page reader.
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
import { answerJudged, JUDGED, judgedFigures, loadJudged } from "./judgements.js";
import { cleanFigures, pageFigures } from "./pageFigures.js";
import { reportFigures, reportRobustness, reportSet } from "./report.js";
import { compare } from "./subject.js";

const GATE = "eval/gate.json";

const { values: options } = parseArgs({
  options: {
    data: { type: "string" },
    set: { type: "string", multiple: true },
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

/** The name in the gate file of a set handed over as the text of pages. */
const asPage = (set: string) => `${set} as pages`;
/** What needs the shared data. */
const SHARED = [...REAL_SETS, ...REAL_SETS.map(asPage), "pages"];
const isShared = (set: string) => SHARED.includes(set) || set.startsWith(JUDGED);

function main(): number {
  const folder = dataFolder(options.data);
  const sets = loadSets(folder).filter(({ name }) => isWanted(name));
  for (const name of REAL_SETS.filter((real) => !sets.some((set) => set.name === real) && isWanted(real))) {
    console.log(`(${name} is not there: left out. Name its folder with --data or SAMESTORY_DATA.)`);
  }
  const results: Record<string, Result> = {};
  const pageEvaluations: Record<string, Evaluation> = {};
  for (const set of sets) {
    const answers = answerPairs(set.pairs, compare, "article");
    const evaluation = evaluate(set, answers);
    const others = options.gate ? [] : baselines().map((one) => [one.name, evaluateBaseline(set, one)] as const);
    const robustness = set.real ? testRobustness(answers, compare, "article") : [];
    Object.assign(evaluation.figures, flipFigures(robustness));
    results[set.name] = { evaluation, baselines: Object.fromEntries(others), robustness };
    console.log(reportSet(evaluation, results[set.name].baselines, Number(options.listed)));
    if (robustness.length > 0) console.log(reportRobustness(robustness));
    // The whole path of a page: the same texts as strings. A short item is nothing without its headline.
    if (set.name === "short") continue;
    pageEvaluations[set.name] = evaluate(set, answerPairs(set.pairs, compare, "page"));
    if (set.real) Object.assign(pageEvaluations[set.name].figures, cleanFigures(folder, set.name));
  }
  const asPages = Object.fromEntries(
    Object.entries(pageEvaluations).map(([name, { figures }]) => [asPage(name), figures]),
  );
  console.log(`\n## Handed over as the text of pages\n\n${reportFigures(asPages, PAIR_FIGURES)}`);
  const pages = isWanted("pages") ? pageFigures(folder) : undefined;
  if (pages) console.log(`\n## The page reader\n\n${reportFigures({ pages }, Object.keys(pages))}`);
  const judged = REAL_SETS.every((name) => results[name]) ? judgedFigures(answerJudged(sets, loadJudged())) : {};
  if (Object.keys(judged).length > 0)
    console.log(`\n## Edits judged by reading\n\n${reportFigures(judged, ["editKind", "editSubstance"])}`);
  const line = JSON.stringify({ sets: results, asPages: pageEvaluations, pages, judged });
  console.log(`\n${line}`);
  if (options.json) writeFileSync(options.json, `${line}\n`);
  const asArticles = Object.entries(results).map(([name, { evaluation }]) => [name, evaluation.figures] as const);
  return gate({ ...Object.fromEntries(asArticles), ...asPages, ...(pages ? { pages } : {}), ...judged });
}

const PAIR_FIGURES = [
  "precision",
  "recall",
  "f1",
  "f1PartialNotSame",
  "macroF1",
  "ece",
  "wordsKept",
  "textsUntouched",
  "medianMs",
];

/** Whether a set was asked for, by its own name. */
function isWanted(set: string): boolean {
  return options.set?.some((name) => set === name || set === asPage(name)) ?? true;
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
  const required = (set: string) => isWanted(set) && (process.env.CI === "true" || !isShared(set));
  const fallen = whatFell(kept, figures, required);
  for (const sentence of fallen) console.error(`fell: ${sentence}`);
  return fallen.length > 0 ? 1 : 0;
}

process.exitCode = main();
