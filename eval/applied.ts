/**
 * Whether a diff makes one text of the other, to the character, on every labelled pair there is, in both directions and
 * both as articles and as pages: `node eval/run.mjs applied.ts [--data DIR]`.
 *
 * Prints how many did and the slowest diff; names the others by id and exits 1.
 */
import process from "node:process";
import { parseArgs } from "node:util";
import { apply, diff } from "../src/index.js";
import { dataFolder, loadSets, type Pair } from "./data.js";
import { idOf } from "./judgements.js";

const { values: options } = parseArgs({ options: { data: { type: "string" } } });

interface Tally {
  diffs: number;
  /** Diffs that a budget ended early. */
  cut: number;
  slowest: number;
  wrong: string[];
}

/** Both directions, as articles and as pages. */
function tryPair(id: string, { a, b }: Pair, tally: Tally): void {
  for (const [one, two] of [
    [a, b],
    [b, a],
    [a.text, b.text],
  ] as const) {
    const start = performance.now();
    const found = diff(one, two);
    tally.slowest = Math.max(tally.slowest, performance.now() - start);
    tally.diffs++;
    if (!found.complete) tally.cut++;
    if (apply(found, textOf(one)) !== textOf(two)) tally.wrong.push(id);
  }
}

function textOf(input: string | { text: string }): string {
  return typeof input === "string" ? input : input.text;
}

const tally: Tally = { diffs: 0, cut: 0, slowest: 0, wrong: [] };
for (const set of loadSets(dataFolder(options.data)))
  for (const pair of set.pairs) tryPair(idOf(set.name, pair), pair, tally);
console.log(
  `${tally.diffs} diffs, ${tally.wrong.length} of which do not make the other text; ${tally.cut} ended by a budget; slowest ${tally.slowest.toFixed(0)} ms`,
);
for (const id of tally.wrong) console.log(id);
process.exitCode = tally.wrong.length > 0 ? 1 : 0;
