/**
 * How much each constant matters: `node eval/run.mjs plateaus.ts [--only NAME]… [--refit]`
 *
 * Prints a row of figures for each value, and at the end, for each constant, the values between which no figure moves by
 * more than a hundredth, and what moves most beyond them.
 *
 * Each constant of the verdict and of the aligner takes other values, one at a time, without a change in src/; a row of
 * figures for each. The model stays as it is, unless --refit fits it anew for every value.
 */
import process from "node:process";
import { parseArgs } from "node:util";
import { constantChange } from "./bundle.mjs";
import { dataFolder, loadSets } from "./data.js";
import { load, loadRefitted, markdownHead, markdownRow, type TrialFigures, tryOut } from "./trials.js";

/** File, constant, values; today's value is marked with a star. */
const RANGES: readonly (readonly [file: string, name: string, values: readonly string[]])[] = [
  ["compare/evidence.ts", "OWN_SENTENCE", [".2", ".28", "*.35", ".42", ".5", ".6"]],
  ["compare/evidence.ts", "SHORTEST_COPY", ["4", "6", "*8", "10", "14", "20"]],
  ["compare/evidence.ts", "BRIEF", ["0", "20", "*40", "80", "160"]],
  ["compare/evidence.ts", "CHAIN_GAP", ["1", "*2", "3", "4", "6", "8", "12"]],
  ["compare/evidence.ts", "LONGEST_SUBSTITUTION", ["3", "5", "*8", "12", "20"]],
  ["compare/evidence.ts", "LEAD", ["20", "35", "50", "*70", "100", "150"]],
  ["compare/evidence.ts", "LEAST_TELLABLE", ["0", "20", "*40", "60", "100"]],
  ["compare/evidence.ts", "IDEOGRAPH_WORD", [".4", ".5", "*.6", ".8", "1"]],
  ["compare/evidence.ts", "CLUSTER_WORD", [".2", "*.3", ".5", "1"]],
  ["compare/evidence.ts", "TELLING_CAPITALS", [".2", ".25", "*.3", ".35", "1"]],
  ["compare/speech.ts", "LONGEST_STATEMENT", ["60", "100", "*160", "250", "1e9"]],
  ["compare/speech.ts", "LEAST_COMMON", ["0", ".007", "*.015", ".025", ".04"]],
  ["compare/repeats.ts", "PHRASE", ["3", "*4", "5", "6"]],
  ["compare/repeats.ts", "TIMES", ["3", "*4", "6", "8"]],
  ["compare/repeats.ts", "LEAST_LEFT", [".1", "*.3", ".5", ".7"]],
  ["compare/verdict.ts", "FACTS_KEPT", ["{ middle: .4, slope: 24 }", "{ middle: .45, slope: 24 }", "*{ middle: .5, slope: 24 }", "{ middle: .55, slope: 24 }", "{ middle: .6, slope: 24 }", "{ middle: .65, slope: 24 }", "{ middle: .5, slope: 12 }", "{ middle: .5, slope: 48 }"]],
  ["compare/verdict.ts", "NAME_WEIGHT", ["0", ".25", "*.5", ".75", "1"]],
  ["compare/verdict.ts", "NAMES_HEARD", ["2", "4", "*8", "12", "20", "1e9"]],
  ["compare/verdict.ts", "LEAST_CHANGES", ["1", "1.5", "*2", "2.5", "3"]],
  ["compare/verdict.ts", "LEAST_DENSITY", ["0", ".015", ".02", "*.025", ".03", ".04"]],
  ["compare/verdict.ts", "TEMPLATE_COPIED", ["0", ".1", "*.2", ".3", ".45"]],
  ["compare/verdict.ts", "TEMPLATE_CHANGES", ["2", "*3", "4", "6"]],
  ["compare/short.ts", "LONGEST", ["40", "50", "*60", "75", "100"]],
  ["compare/short.ts", "SHORTEST", ["2", "*5", "8", "12"]],
  ["compare/short.ts", "SMALL_WORD", ["2", "*3", "4"]],
  ["compare/short.ts", "SMALL_WEIGHT", ["0", "*.3", ".6", "1"]],
  ["compare/short.ts", "LEAST_HEADLINE", ["1", "2", "*2.5", "3", "4"]],
  ["compare/short.ts", "TEXT_AND_TITLE", ["{ bias: -7, title: 4, text: 6 }", "*{ bias: -7, title: 5, text: 6 }", "{ bias: -7, title: 6, text: 6 }", "{ bias: -7, title: 5, text: 5 }", "{ bias: -7, title: 5, text: 7 }", "{ bias: -6, title: 5, text: 6 }", "{ bias: -8, title: 5, text: 6 }"]],
  ["compare/short.ts", "TITLE_ONLY", ["{ bias: -4, title: 6 }", "*{ bias: -4.5, title: 6 }", "{ bias: -5, title: 6 }"]],
  ["compare/short.ts", "APART", ["0", "1", "*2", "4"]],
  ["diff/align.ts", "SEED", ["2", "*3", "4", "5"]],
  ["diff/align.ts", "SEED_IDEOGRAPHS", ["3", "4", "*5", "6", "8"]],
  ["diff/align.ts", "SEED_CLUSTERS", ["6", "*9", "12"]],
  ["diff/align.ts", "TRIES", ["4", "*12", "40"]],
  ["diff/align.ts", "SHORTEST_MOVE", ["4", "6", "*8", "12", "20"]],
  ["diff/align.ts", "LONGEST_GAP", ["8", "16", "32", "*64", "128"]],
]; // biome-ignore format: a table reads better packed

/** A figure may move so far on a plateau: one or two pairs of the smaller sets. */
const STILL = 0.0151;

interface Tried {
  value: string;
  today: boolean;
  figures: TrialFigures;
}

/** Name, today's value, the values of the plateau, and the largest move outside it. */
function summarise(name: string, tried: readonly Tried[]): string {
  const today = tried.find((one) => one.today);
  if (!today) throw new Error(`${name}: mark today's value`);
  const moves = tried.map(({ value, figures }) => ({ value, ...largestMove(today.figures, figures) }));
  const flat = moves.filter(({ by }) => Math.abs(by) <= STILL).map(({ value }) => value);
  const beyond = moves
    .filter(({ by }) => Math.abs(by) > STILL)
    .map(({ value, figure, by }) => `${value}: ${figure} ${by > 0 ? "+" : "−"}${Math.abs(by).toFixed(3).slice(1)}`);
  return `| ${name} | ${today.value} | ${flat.join(", ")} | ${beyond.join("; ") || "–"} |`;
}

function largestMove(from: TrialFigures, to: TrialFigures): { figure: string; by: number } {
  const moves = (Object.keys(from) as (keyof TrialFigures)[]).map((figure) => ({
    figure,
    by: to[figure] - from[figure],
  }));
  return moves.reduce((largest, move) => (Math.abs(move.by) > Math.abs(largest.by) ? move : largest));
}

async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      data: { type: "string" },
      only: { type: "string", multiple: true },
      refit: { type: "boolean", default: false },
    },
  });
  const sets = loadSets(dataFolder(options.data));
  const summaries: string[] = [];
  console.log(markdownHead("constant"));
  for (const [file, name, values] of RANGES.filter(([, name]) => options.only?.includes(name) ?? true)) {
    const tried: Tried[] = [];
    for (const marked of values) {
      const today = marked.startsWith("*");
      const value = marked.replace("*", "");
      // Today's value is no change, and a change that changes nothing is refused.
      const changes = today ? [] : [constantChange(`${file}:${name}=${value}`)];
      const figures = tryOut(options.refit ? await loadRefitted(changes, sets) : await load(changes), sets);
      tried.push({ value, today, figures });
      console.log(markdownRow(`${name} = ${value}${today ? " (today)" : ""}`, figures));
    }
    summaries.push(summarise(name, tried));
  }
  console.log("\n| constant | today | plateau | beyond it |\n|---|---|---|---|");
  console.log(summaries.join("\n"));
}

await main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
