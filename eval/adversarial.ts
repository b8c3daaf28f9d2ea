/**
 * Pairs made from the real ones by cutting, joining, mixing and damaging, whose answer follows from how they were made:
 * `node eval/run.mjs adversarial.ts [--show NAME] [--json FILE]`
 *
 * Nothing here was fitted to; it asks where the verdict breaks on texts that differ from the labelled ones. The random
 * numbers are the same in every run.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Comparison, Verdict } from "../src/compare/verdict.js";
import { dataFolder, loadSets } from "./data.js";
import { type Expected, trialsOf } from "./madePairs.js";
import { measure } from "./measures.js";
import { calibration, mean } from "./metrics.js";
import { number, table } from "./report.js";
import { compare } from "./subject.js";

function answerOf(verdict: Verdict): string {
  return verdict === "identical" ? "near-duplicate" : verdict;
}

function isWrong(expected: Expected, { sameStory, verdict }: Comparison): boolean {
  if (expected === "same") return !sameStory;
  if (expected === "partial" || expected === "template" || expected === "different")
    return sameStory || (expected === "different" && verdict === "partial");
  return false;
}

function main(): void {
  const { values: options } = parseArgs({ options: { show: { type: "string" }, json: { type: "string" }, data: { type: "string" }, listed: { type: "string", default: "8" } } });
  const sets = loadSets(dataFolder(options.data));
  const before = new Map(sets.flatMap(({ pairs }) => pairs.filter(({ read }) => read).map(({ id, a, b }) => [id, compare(a, b)] as const)));
  const scored: { score: number; truth: boolean }[] = [];
  const rows: string[][] = [["", "expected", "pairs", "same", "partial", "template", "different", "mean score", "flips"]];
  const kept: Record<string, Record<string, number>> = {};
  for (const { name, expected, pairs } of trialsOf(sets)) {
    const answers = pairs.map((pair) => ({ pair, result: compare(pair.a, pair.b) }));
    const share = (verdict: string) => answers.filter(({ result }) => answerOf(result.verdict) === verdict).length / pairs.length;
    const flips = answers.filter(({ pair, result }) => expected === "as before" && before.get(pair.id)?.sameStory !== result.sameStory);
    const shares = { same: share("near-duplicate"), partial: share("partial"), template: share("template"), different: share("different"), score: mean(answers.map(({ result }) => result.score)) ?? 0 };
    kept[name] = { ...shares, flips: flips.length };
    rows.push([name, expected, String(pairs.length), ...Object.values(shares).map((value) => number(value)), expected === "as before" ? String(flips.length) : ""]);
    if (expected !== "either" && expected !== "as before") scored.push(...answers.map(({ result }) => ({ score: result.score, truth: expected === "same" })));
    if (options.show && name.includes(options.show)) {
      const wrong = expected === "as before" ? flips : answers.filter(({ result }) => isWrong(expected, result));
      console.log(`\n${name}: ${wrong.length} of ${pairs.length}`);
      for (const { pair, result } of wrong.slice(0, Number(options.listed))) console.log(`  ${pair.id} ${result.verdict} ${number(result.score)} ${evidenceLine(measure(pair.a, pair.b))}`);
    }
  }
  console.log(`\n${table(rows)}\n`);
  const { ece, bins } = calibration(scored);
  console.log(`calibration error on those with an answer: ${number(ece)}`);
  console.log(table([["score", "pairs", "mean", "same"], ...bins.map((bin) => [`${bin.from}-${bin.to}`, String(bin.count), number(bin.score), number(bin.truth)])]));
  if (options.json) writeFileSync(options.json, JSON.stringify(kept));
} // biome-ignore format: kept short

function evidenceLine(measured: Record<string, number>): string {
  return Object.entries(measured)
    .map(([name, value]) => `${name} ${Number(value.toFixed(2))}`)
    .join(" ");
}

main();
