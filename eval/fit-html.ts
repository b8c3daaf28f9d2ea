// Refits the HTML reader's two looks from the labelled pages:
//
//   node eval/run.mjs eval/fit-html.ts            all pages; prints src/extract/bodyModel.ts's coefficients
//   node eval/run.mjs eval/fit-html.ts --folds    five folds by site; prints the figures only
//
// Every page is fitted in several scripts, so that no coefficient leans on words, capitals or spaces.
import { parseHtml } from "../src/extract/blocks.js";
import { bodyScores, firstScores } from "../src/extract/body.js";
import {
  BLOCK_FEATURES,
  blockFeatures,
  CONTEXT_FEATURES,
  contextFeatures,
  contextOf,
} from "../src/extract/bodyFeatures.js";
import { type Measured, measureBlocks } from "../src/extract/bodyMeasures.js";
import type { BodyModel } from "../src/extract/bodyModel.js";
import { readJsonLd } from "../src/extract/jsonLd.js";
import { changeTexts, figures, type HtmlCase, loadHtml, SCRIPTS, type Score, scoreText } from "./htmlData.js";

interface Fitted {
  page: Measured;
  label: Float64Array;
  weight: Float64Array;
  group: number;
}

/** A page's blocks as articleFromHtml measures them. */
function measure(html: string): Measured {
  const page = parseHtml(html);
  return measureBlocks(page.blocks, readJsonLd(page.jsonLd).body);
}

const FOLDS = 5;
/** Scripts fitted on: as it stands, and ideographs. */
const FITTED = new Set([0, 3]);
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

/** Share of each block that stands in the gold text. */
function labelBlocks(page: Measured, gold: string): Float64Array {
  const goldWords = wordsOf(gold);
  const runs = new Set<string>();
  for (let i = 0; i < goldWords.length; i++) runs.add(goldWords.slice(i, i + 4).join(" "));
  const goldLines = new Set(gold.split("\n").map((line) => wordsOf(line).join(" ")));
  return Float64Array.from(page.blocks, ({ text }) => {
    const words = wordsOf(text);
    if (words.length < 7) return goldLines.has(words.join(" ")) ? 1 : 0;
    let hits = 0;
    for (let i = 0; i + 4 <= words.length; i++) if (runs.has(words.slice(i, i + 4).join(" "))) hits++;
    return hits > 0.5 * (words.length - 3) ? 1 : 0;
  });
}

function prepare(data: HtmlCase): Fitted[] {
  const plain = measure(data.html);
  const label = labelBlocks(plain, data.gold);
  return SCRIPTS.flatMap(({ change }, s) => {
    if (!FITTED.has(s)) return [];
    const page = s === 0 ? plain : measure(changeTexts(data.html, change));
    if (page.blocks.length !== label.length) return [];
    const mass = Float64Array.from(plain.lines.words, (words) => Math.min(words, 150) + 3);
    const body = mass.reduce((sum, words, i) => sum + words * (label[i] ?? 0), 0);
    if (body < 40) return [];
    const weight = mass.map((words) => (words / Math.max(body, 150)) * (s === 0 ? 2 : 1));
    return [{ page, label, weight, group: groupOf(data.site) }];
  });
}

function groupOf(site: string): number {
  let hash = 5;
  for (const c of site) hash = (Math.imul(hash, 33) + c.charCodeAt(0)) >>> 0;
  return (hash >>> 4) % FOLDS;
}

/** Rows of features without their zeros. */
interface Rows {
  size: number;
  columns: Int16Array[];
  values: Float64Array[];
  label: number[];
  weight: number[];
}

function gather(pages: Fitted[], size: number, fill: (page: Fitted, row: number, out: Float64Array) => void): Rows {
  const rows: Rows = { size, columns: [], values: [], label: [], weight: [] };
  const row = new Float64Array(size);
  for (const page of pages) {
    for (let i = 0; i < page.label.length; i++) {
      // Most of a page is short links; a fifth of them teaches as much.
      const menu = page.label[i] === 0 && page.page.linked[i] > 0.9 && page.page.lines.words[i] < 10;
      if (menu && i % 5 !== 0) continue;
      fill(page, i, row);
      const columns = Int16Array.from([...row.keys()].filter((k) => row[k] !== 0));
      rows.columns.push(columns);
      rows.values.push(Float64Array.from(columns, (k) => row[k]));
      rows.label.push(page.label[i]);
      rows.weight.push(page.weight[i] * (menu ? 5 : 1));
    }
  }
  return rows;
}

/** Weighted logistic regression with a ridge, by Adam over the whole batch. */
function fitLogistic({ size, columns, values, label, weight }: Rows, ridge: number, steps: number): Float64Array {
  const at = new Float64Array(size);
  const m = new Float64Array(size);
  const v = new Float64Array(size);
  for (let step = 1; step <= steps; step++) {
    const g = new Float64Array(size);
    for (let r = 0; r < label.length; r++) {
      const where = columns[r];
      const value = values[r];
      let sum = 0;
      for (let k = 0; k < where.length; k++) sum += value[k] * at[where[k]];
      const residual = weight[r] * (label[r] - 1 / (1 + Math.exp(-sum)));
      for (let k = 0; k < where.length; k++) g[where[k]] += residual * value[k];
    }
    const rate = 0.15 * (1 - step / (steps + 1)) + 0.002;
    for (let k = 0; k < size; k++) {
      const slope = g[k] - (k === 0 ? 0 : ridge * at[k]);
      m[k] = 0.9 * m[k] + 0.1 * slope;
      v[k] = 0.99 * v[k] + 0.01 * slope * slope;
      at[k] += (rate * (m[k] / (1 - 0.9 ** step))) / (Math.sqrt(v[k] / (1 - 0.99 ** step)) + 1e-9);
    }
  }
  return at;
}

const RIDGE = Number(process.env.RIDGE ?? 0.1);
const THRESHOLD = Number(process.env.THRESHOLD ?? 0.3);
const STEPS = Number(process.env.STEPS ?? 300);

function fitModel(pages: Fitted[]): BodyModel {
  const firstOn = (some: Fitted[]) =>
    fitLogistic(
      gather(some, BLOCK_FEATURES, ({ page }, i, out) => blockFeatures(page, i, out)),
      RIDGE,
      STEPS,
    );
  // The second look must meet first scores as they are on unseen pages, so each page's come from the others.
  const contexts = new Map<Fitted, ReturnType<typeof contextOf>>();
  const inner = (page: Fitted) => page.group % 3;
  for (let part = 0; part < 3; part++) {
    const coefficients = firstOn(pages.filter((page) => inner(page) !== part));
    for (const page of pages.filter((p) => inner(p) === part)) {
      contexts.set(page, contextOf(page.page, firstScores(page.page, coefficients)));
    }
  }
  const second = fitLogistic(
    gather(pages, CONTEXT_FEATURES, (page, i, out) => {
      const context = contexts.get(page);
      if (context !== undefined) contextFeatures(page.page, context, i, out);
    }),
    RIDGE,
    STEPS,
  );
  return { first: firstOn(pages), second, threshold: THRESHOLD };
}

function score(cases: HtmlCase[], models: (data: HtmlCase) => BodyModel, script: number, threshold: number): Score[] {
  return cases.map((data) => {
    const plain = measure(data.html);
    const changed = script === 0 ? plain : measure(changeTexts(data.html, SCRIPTS[script].change));
    const scores = bodyScores(changed, models(data));
    const { blocks } = plain.blocks.length === changed.blocks.length ? plain : changed;
    const text = blocks.filter((_, i) => scores[i] >= threshold).map((block) => block.text);
    return scoreText(data.id, text.join("\n"), data.gold, false);
  });
}

const cases = loadHtml();
const prepared = cases.flatMap(prepare);
if (process.argv.includes("--folds")) {
  const models = Array.from({ length: FOLDS }, (_, fold) => fitModel(prepared.filter((page) => page.group !== fold)));
  const modelOf = (data: HtmlCase) => models[groupOf(data.site)];
  const tried = process.argv.includes("--all") ? SCRIPTS.map((_, s) => s) : [0, 3];
  const results = tried.map((s) => score(cases, modelOf, s, THRESHOLD));
  for (const threshold of [0.25, 0.35, 0.45, 0.55]) {
    console.log(String(threshold).padEnd(28), figures(score(cases, modelOf, 0, threshold)));
  }
  for (const [k, s] of tried.entries()) console.log(SCRIPTS[s].name.padEnd(28), figures(results[k]));
  for (const r of results[0]) {
    if (process.argv.includes("--worst") && Math.min(r.precision, r.recall) < 0.75)
      console.log(r.id, cases.find((c) => c.id === r.id)?.site, r.precision.toFixed(2), r.recall.toFixed(2));
  }
} else {
  const { first, second } = fitModel(prepared);
  // Two figures: a third changes no verdict, and the numbers are read by people.
  const list = (values: Float64Array) => [...values].map((value) => String(Number(value.toFixed(2)))).join(", ");
  console.log(`first: Float64Array.of(${list(first)}),\nsecond: Float64Array.of(${list(second)}),`);
}
