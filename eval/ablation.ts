/**
 * What each part of the verdict buys: `node eval/run.mjs ablation.ts`
 *
 * Each part is switched off in turn, in the bundle only; once with the model as it is, and once with the model fitted to
 * what is measured without the part. A part whose row does not move is not worth its lines.
 */
import process from "node:process";
import { type Change, constantChange } from "./bundle.mjs";
import { dataFolder, loadSets } from "./data.js";
import { FEATURES, load, loadRefitted, markdownHead, markdownRow, tryOut } from "./trials.js";

interface Part {
  name: string;
  changes: Change[];
  /** The measures that the model has without the part; all where absent. */
  features?: string[];
  /** The model does not depend on the part, so there is nothing to refit. */
  asItIs?: boolean;
}

const change = (file: string, find: string, put: string): Change => ({ file, find, put });
const constant = constantChange;
const without = (name: string) => FEATURES.filter((feature) => feature !== name);

const PARTS: readonly Part[] = [
  {
    name: "speech not marked",
    changes: [change("compare/speech.ts", "return (a > 0 && b > 0) || a === POST || b === POST;", "return false;")],
  },
  {
    name: "quotation marks not read",
    changes: [change("compare/speech.ts", "& WordFlag.quoted) speech[i] = 1", "& 0) speech[i] = 1")],
  },
  {
    name: "posts not marked",
    changes: [change("compare/speech.ts", "if (hasHandles && isPost(", "if (from < 0 && isPost(")],
  },
  {
    name: "no colon before a statement",
    changes: [change("compare/speech.ts", "const announced = from > 0 &&", "const announced = from < 0 &&")],
  },
  {
    name: "pronouns not read",
    changes: [change("compare/speech.ts", "else if (speakers[i]) speaks = true;", "else if (!speakers) speaks = true;")],
  },
  {
    name: "speech in one text is enough",
    changes: [change("compare/speech.ts", "(a > 0 && b > 0)", "(a > 0 || b > 0)")],
  },
  {
    name: "speech that both open with is speech",
    changes: [change("compare/evidence.ts", "if (opening || !isSpoken(", "if (!isSpoken(")],
  },
  {
    name: "galleries and doubled paragraphs kept",
    changes: [constant("compare/repeats.ts:LEAST_LEFT=2")],
  },
  { name: "no chains: each run alone", changes: [constant("compare/evidence.ts:CHAIN_GAP=-1")] },
  { name: "short copies count", changes: [constant("compare/evidence.ts:SHORTEST_COPY=0")] },
  {
    name: "hard lead of 100 words",
    changes: [change("compare/evidence.ts", "Math.exp(-place / LEAD)", "(place < 100 ? 1 : 0)")],
  },
  {
    name: "own matter of the longer, whatever its lead",
    changes: [change("compare/evidence.ts", "newStory: ownLong * (1 - leadOfLong)", "newStory: ownLong")],
  },
  {
    name: "a lead not measured against the shorter's length",
    changes: [change("compare/evidence.ts", "1 - Math.exp(-short.length / LEAD)", "1")],
  },
  {
    name: "narrative as a share of all words",
    changes: [constant("compare/evidence.ts:LEAST_TELLABLE=1e9")],
  },
  { name: "without newStory", changes: [], features: without("newStory") },
  { name: "without ownMatter", changes: [], features: without("ownMatter") },
  {
    name: "own matter of a brief like any",
    changes: [constant("compare/evidence.ts:BRIEF=0")],
  },
  { name: "without narrativeShare", changes: [], features: without("narrativeShare") },
  { name: "without logNarrative", changes: [], features: without("logNarrative") },
  {
    name: "facts have no veto",
    changes: [change("compare/verdict.ts", "const stay = logistic(", "const stay = 1 + 0 * logistic(")],
    asItIs: true,
  },
  {
    name: "facts all changed are measured like others",
    changes: [change("compare/verdict.ts", " * Math.min(1, kept / FACTS_KEPT.middle)", "")],
    asItIs: true,
  },
  { name: "names are no facts", changes: [constant("compare/verdict.ts:NAME_WEIGHT=0")], asItIs: true },
  { name: "names heard without limit", changes: [constant("compare/verdict.ts:NAMES_HEARD=1e9")], asItIs: true },
  {
    name: "amounts said otherwise count as changed",
    changes: [change("compare/evidence.ts", "Math.min(pairs, countRestated(a, gapA, b, gapB))", "0")],
    asItIs: true,
  },
  {
    name: "short items like any text",
    changes: [change("compare/short.ts", "if (!a.title || !b.title) return undefined;", "if (a) return undefined;")],
    asItIs: true,
  },
  {
    name: "no style folding",
    changes: [change("text/normalize.ts", "export function findFold(table: FoldTable, hash: number): number {", "export function findFold(table: FoldTable, hash: number): number {\n  if (table) return -1;")],
  },
  { name: "gaps not filled", changes: [constant("diff/align.ts:LONGEST_GAP=0")] },
  { name: "nothing moves", changes: [constant("diff/align.ts:SHORTEST_MOVE=1e9")] },
]; // biome-ignore format: one line a change

async function main(): Promise<void> {
  const sets = loadSets(dataFolder());
  console.log(markdownHead("part switched off"));
  console.log(markdownRow("(nothing)", tryOut(await load([]), sets)));
  for (const { name, changes, features, asItIs } of PARTS) {
    if (!features) console.log(markdownRow(name, tryOut(await load(changes), sets)));
    if (asItIs) continue;
    const refitted = await loadRefitted(changes, sets, features);
    console.log(markdownRow(`${features ? name : "…"}, refitted`, tryOut(refitted, sets)));
  }
}

await main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
