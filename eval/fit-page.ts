// Refits the page reader's two models from the labelled pages and prints them for src/extract/model.ts:
//
//   node eval/run.mjs eval/fit-page.ts            all pages; prints the coefficients
//   node eval/run.mjs eval/fit-page.ts --folds    five folds by site; prints the figures only
//
// Every page is fitted three times: as it stands, with its letters rotated, and closed up with full-width end marks;
// so no coefficient can lean on words, capitals or spaces alone.
import { INNER_FEATURES, innerFeatures, RUN_FEATURES, runFeatures, runOf, shapeOf } from "../src/extract/features.js";
import { measureLines, type PageLines } from "../src/extract/lines.js";
import type { PageModel } from "../src/extract/model.js";
import { bodyRun } from "../src/extract/page.js";
import { paragraphSpans } from "../src/extract/paragraphs.js";
import { average, figures, loadPages, scorePages, type TestPage, TRANSFORMS, words } from "./pageData.js";

interface Fitted {
  lines: PageLines;
  shape: ReturnType<typeof shapeOf>;
  label: Uint8Array;
  from: number;
  to: number;
  rows: Float64Array[];
  /** What taking each line into the run gains: words of the body, as shares of it; others lose. */
  gain: Float64Array;
}

/** Which lines are body: those of whose words nearly all stand in the gold text, in 4-word runs where they are long enough. */
function labelLines(page: string, lines: PageLines, gold: string): Uint8Array {
  const goldWords = words(gold);
  const runs = new Set<string>();
  for (let i = 0; i < goldWords.length; i++) for (let n = 1; n <= 4; n++) runs.add(goldWords.slice(i, i + n).join(" "));
  const goldLines = new Set(gold.split("\n").map((line) => words(line).join(" ")));
  const label = new Uint8Array(lines.count);
  for (let i = 0; i < lines.count; i++) {
    const line = words(page.slice(lines.start[i], lines.end[i]));
    if (line.length === 0) continue;
    if (line.length < 8) {
      label[i] = goldLines.has(line.join(" ")) ? 1 : 0;
      continue;
    }
    let hits = 0;
    for (let j = 0; j + 4 <= line.length; j++) if (runs.has(line.slice(j, j + 4).join(" "))) hits++;
    label[i] = hits > 0.6 * (line.length - 3) ? 1 : 0;
  }
  return label;
}

/** The run that holds most body words and fewest others. */
function goldRun(lines: PageLines, label: Uint8Array): [number, number] {
  let best = 0;
  let run: [number, number] = [0, 0];
  let sum = 0;
  let from = 0;
  for (let i = 0; i < lines.count; i++) {
    if (sum <= 0) {
      sum = 0;
      from = i;
    }
    sum += label[i] ? lines.words[i] : -lines.words[i];
    if (sum > best) {
      best = sum;
      run = [from, i + 1];
    }
  }
  return run;
}

function prepare(page: TestPage, transform: (text: string) => string): Fitted | undefined {
  const plain = paragraphSpans(page.dump);
  const label = labelLines(page.dump, measureLines(page.dump, plain), page.gold);
  const dump = transform(page.dump);
  const spans = paragraphSpans(dump);
  if (spans.count !== plain.count) return undefined;
  const lines = measureLines(dump, spans);
  const [from, to] = goldRun(lines, label);
  if (to === from) return undefined;
  const shape = shapeOf(lines);
  const rows: Float64Array[] = [];
  for (let i = 0; i < lines.count; i++) {
    const row = new Float64Array(RUN_FEATURES.length);
    runFeatures(lines, shape, i, row);
    rows.push(row);
  }
  let body = 0;
  for (let i = 0; i < lines.count; i++) body += label[i] * lines.words[i];
  const gain = lines.words.map((words, i) => (label[i] ? words : -LOSS * words) / Math.max(body, 100));
  return { lines, shape, label, from, to, rows, gain };
}

/** Adam, full batch: `gradient` adds to `out` the gradient of the log-likelihood at `at`. */
function maximise(
  from: Float64Array,
  names: readonly string[],
  steps: number,
  ridge: number,
  gradient: (at: Float64Array, out: Float64Array) => void,
): Float64Array {
  const at = from.slice();
  const size = at.length;
  const out = new Float64Array(size);
  const m = new Float64Array(size);
  const v = new Float64Array(size);
  for (let step = 1; step <= steps; step++) {
    out.fill(0);
    gradient(at, out);
    const rate = 0.1 * (1 - step / (steps + 1)) + 0.002;
    for (let k = 0; k < size; k++) {
      const g = out[k] - (k === 0 ? 0 : ridge * at[k]);
      m[k] = 0.9 * m[k] + 0.1 * g;
      v[k] = 0.99 * v[k] + 0.01 * g * g;
      at[k] += (rate * (m[k] / (1 - 0.9 ** step))) / (Math.sqrt(v[k] / (1 - 0.99 ** step)) + 1e-9);
      if (NEVER_ABOVE_0.has(names[k]) && at[k] > 0) at[k] = 0;
      if (NEVER_BELOW_0.has(names[k]) && at[k] < 0) at[k] = 0;
    }
  }
  return at;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
  return sum;
}

/**
 * The run model is a chain "before, in, after": the probability of a run is exp(sum of its lines' scores) over that of
 * all runs. It is fitted to the likelihood of the gold run first, then to the expected share of words gained and lost:
 * what counts is words, not lines. Fitted so, the scores are made for the search for one run of maximal sum.
 */
function fitRun(pages: Fitted[], ridge: number): Float64Array {
  const size = RUN_FEATURES.length;
  const start = maximise(new Float64Array(size), RUN_FEATURES, 120, ridge, (at, out) => {
    for (const page of pages) {
      const { inside } = chain(page, at);
      for (let i = 0; i < inside.length; i++) {
        const residual = (i >= page.from && i < page.to ? 1 : 0) - inside[i];
        const row = page.rows[i];
        for (let k = 0; k < size; k++) out[k] += residual * row[k];
      }
    }
  });
  return maximise(start, RUN_FEATURES, RISK_STEPS, RIDGE_RISK, (at, out) => {
    for (const page of pages) {
      const { inside, ending, opening } = chain(page, at);
      const n = inside.length;
      // Mean gain of the runs through line i, from its left and from its right; and of all runs.
      const left = new Float64Array(n);
      const right = new Float64Array(n);
      let mean = 0;
      for (let i = 0; i < n; i++) {
        left[i] = page.gain[i] + (i === 0 ? 0 : logistic(ending[i - 1]) * left[i - 1]);
        mean += inside[i] * page.gain[i];
      }
      for (let i = n - 1; i >= 0; i--) {
        right[i] = page.gain[i] + (i === n - 1 ? 0 : logistic(opening[i + 1]) * right[i + 1]);
        const pull = RISK * inside[i] * (left[i] + right[i] - page.gain[i] - mean);
        const row = page.rows[i];
        for (let k = 0; k < size; k++) out[k] += pull * row[k];
      }
    }
  });
}

/** Probabilities that each line is in the run, and the logs of the sums over runs that end at it and that begin at it. */
function chain(page: Fitted, at: Float64Array) {
  const n = page.rows.length;
  const scores = page.rows.map((row) => dot(row, at));
  const ending = new Float64Array(n);
  const opening = new Float64Array(n);
  for (let i = 0; i < n; i++) ending[i] = scores[i] + (i === 0 ? 0 : softplus(ending[i - 1]));
  for (let i = n - 1; i >= 0; i--) opening[i] = scores[i] + (i === n - 1 ? 0 : softplus(opening[i + 1]));
  const top = Math.max(...ending);
  let all = 0;
  for (const value of ending) all += Math.exp(value - top);
  const total = top + Math.log(all);
  const inside = scores.map((score, i) => Math.exp(ending[i] + opening[i] - score - total));
  return { inside, ending, opening };
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function softplus(x: number): number {
  return x > 30 ? x : Math.log1p(Math.exp(x));
}

/** The inner model is a plain logistic regression on the lines of the run, each page counting by its words. */
function fitInner(pages: Fitted[], run: Float64Array, ridge: number): Float64Array {
  const rows: { row: Float64Array; label: number; weight: number }[] = [];
  for (const page of pages) {
    const [from, to] = bodyRun(page.lines, page.shape, run);
    const context = runOf(page.lines, page.shape, from, to);
    let all = 0;
    for (let i = from; i < to; i++) all += Math.min(page.lines.words[i], 60) + 4;
    for (let i = from; i < to; i++) {
      const row = new Float64Array(INNER_FEATURES.length);
      innerFeatures(page.lines, page.shape, context, i, row);
      rows.push({ row, label: page.label[i], weight: (40 * (Math.min(page.lines.words[i], 60) + 4)) / all });
    }
  }
  return maximise(new Float64Array(INNER_FEATURES.length), INNER_FEATURES, 250, ridge, (at, out) => {
    for (const { row, label, weight } of rows) {
      const residual = weight * (label - 1 / (1 + Math.exp(-dot(row, at))));
      for (let k = 0; k < row.length; k++) out[k] += residual * row[k];
    }
  });
}

/**
 * What these features mean is known beforehand. Where 160 pages say otherwise, they are too few (bullets stand in the
 * text of hardly any of them), and a page of another kind would pay for it.
 */
const NEVER_ABOVE_0 = new Set([
  "ellipsis",
  "digits",
  "shouting",
  "separator",
  "bullet",
  "bracketed",
  "credited",
  "address",
  "copyright",
  "repeated",
  "cue related or comments",
  "cue other",
  "streak",
  "log of streak",
  "before",
  "after body",
]);
const NEVER_BELOW_0 = new Set(["ended", "ended × length", "comma", "quote", "full length", "up to 25 words"]);

/** How much words count against the ridge in the second step of the run model. 40 and 100 score alike. */
const RISK = 100;
const RISK_STEPS = 300;
/** Ridges: from .1 to 1 (risk) and from 1 to 3 (run) the folds differ by .01, which is what two fits differ by anyway. */
const RIDGE_RISK = 0.5;
const RIDGE_RUN = 3;
const RIDGE_INNER = 10;

function fitModel(pages: TestPage[]): PageModel {
  const fitted = pages.flatMap((page) => TRANSFORMS.flatMap(({ change }) => prepare(page, change) ?? []));
  const run = fitRun(fitted, RIDGE_RUN);
  return { run, inner: fitInner(fitted, run, RIDGE_INNER) };
}

/** A word of furniture in the run costs this share of what a word of the body is worth: the inner model may still drop it. */
const LOSS = 0.5;

const FOLDS = 5;
const pages = loadPages();
if (process.argv.includes("--folds")) {
  const sites = [...new Set(pages.map((page) => page.site))].sort();
  const scores = new Map<string, ReturnType<typeof scorePages>>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = new Set(sites.filter((_, i) => i % FOLDS === fold));
    const model = fitModel(pages.filter((page) => !held.has(page.site)));
    const test = pages.filter((page) => held.has(page.site));
    for (const { name, change } of TRANSFORMS)
      scores.set(name, [...(scores.get(name) ?? []), ...scorePages(test, change, model)]);
  }
  for (const [name, list] of scores) console.log(name.padEnd(24), figures(list));
  if (process.argv.includes("--worst"))
    for (const s of (scores.get("plain") ?? []).sort((a, b) => average([a]).f1 - average([b]).f1).slice(0, 30))
      console.log(s.id, s.site, s.precision.toFixed(2), s.recall.toFixed(2), s.words);
} else {
  const model = fitModel(pages);
  const print = (name: string, features: readonly string[], values: Float64Array) =>
    `  ${name}: Float64Array.of(\n${features.map((feature, k) => `    ${values[k].toFixed(3)}, // ${feature}`).join("\n")}\n  ),`;
  console.log(`${print("run", RUN_FEATURES, model.run)}\n${print("inner", INNER_FEATURES, model.inner)}`);
  for (const { name, change } of TRANSFORMS) console.log(name.padEnd(24), figures(scorePages(pages, change, model)));
}
