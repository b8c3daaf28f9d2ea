/**
 * What is measured on: real articles and pages where they lie beside the project, else the written ones of test-data.
 * The real ones belong to their publishers and are not part of the project; `SAMESTORY_DATA` names their folder.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder, loadSets, type Pair, readJsonLines } from "../eval/data.js";
import { loadPages } from "../eval/pageData.js";
import { articleFromText } from "../src/index.js";

/** The two real pages that the library was begun for: the earlier version and the later. */
const SEEDS = ["002_2474887401581482.txt", "000_517ceb9286c79c9b.txt"];
/** Texts of about 5.5 KB: the length of a news article with some background. */
const BODY = { shortest: 4000, longest: 7000 };
const PAGE = { shortest: 3000, longest: 8000 };
const SEED = 7;

/** Two texts. */
export interface TextPair {
  a: string;
  b: string;
}

const folder = dataFolder();

/** Whether the real articles are there. */
export const isReal = existsSync(join(folder, "abp", "docs.jsonl"));

/** One line that names the data. */
export const dataNamed = isReal
  ? "real articles and pages (Article-Bias-Prediction, ECB+, 160 pages of 2023)"
  : "the written texts of test-data, joined to 5.5 KB where they are shorter: the real articles are not part of the project";

/** Bodies of articles, of about 5.5 KB. */
export function bodies(): string[] {
  if (!isReal) return joined(writtenTexts());
  return articleTexts("docs.jsonl").filter(({ length }) => length >= BODY.shortest && length <= BODY.longest);
}

/** Text dumps of whole pages, of about 5.5 KB, and the two seeds. */
export function pages(): string[] {
  if (!isReal) return writtenPages();
  const dumps = loadPages(folder).map(({ dump }) => dump);
  const seeds = existsSync(join(folder, "../seeds")) ? SEEDS.map(seed) : [];
  return [...dumps.filter(({ length }) => length >= PAGE.shortest && length <= PAGE.longest), ...seeds];
}

/** The bodies of the seeds, or of two written versions. */
export function seedBodies(): TextPair {
  const [a, b] = (existsSync(join(folder, "../seeds")) ? SEEDS.map(seed) : STRAIT_TALKS.map(written)).map(
    (page) => articleFromText(page).text,
  );
  return { a, b };
}

/** The labelled pairs that somebody read: of a real set, or the written hard ones. */
export function labelledPairs(): Pair[] {
  const name = isReal ? "abp" : "hard";
  return loadSets(folder).flatMap((set) => (set.name === name ? set.pairs : []));
}

/** Pairs that share text: versions of a story, and articles with copied passages. */
export function relatedPairs(): Pair[] {
  return labelledPairs().filter(({ label }) => label !== "different" && label !== "template");
}

/** Versions of one story, nothing else. */
export function versions(): Pair[] {
  return labelledPairs().filter(({ label }) => label === "near-duplicate" || label === "identical");
}

/** Articles with nothing in common, by chance from all. */
export function strangers(count: number): TextPair[] {
  const texts = bodies();
  const step = 1 + (SEED % (texts.length - 1));
  return Array.from({ length: Math.min(count, texts.length) }, (_, i) => ({
    a: texts[i],
    b: texts[(i + step) % texts.length],
  }));
}

/** The texts that a long feed is made from. */
export function feedTexts(): string[] {
  return isReal ? [...articleTexts("feed_2019q3.jsonl"), ...articleTexts("docs.jsonl")] : bodies();
}

/** So many of the items, evenly from all of them. */
export function someOf<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, items.length / most);
  return Array.from({ length: Math.min(items.length, most) }, (_, i) => items[Math.floor(i * step)]);
}

function articleTexts(file: string): string[] {
  return readJsonLines<{ text: string }>(join(folder, "abp", file)).map(({ text }) => text);
}

function seed(file: string): string {
  return readFileSync(join(folder, "../seeds", file), "utf8");
}

const STRAIT_TALKS = ["strait-talks/american.txt", "strait-talks/british.txt"];

function written(file: string): string {
  return readFileSync(join("test-data", file), "utf8");
}

/** Every written article in English, each once. */
function writtenTexts(): string[] {
  const pairs = loadSets("", "test-data/pairs").filter(({ name }) => name === "hard" || name === "repeats");
  return [...new Set(pairs.flatMap((set) => set.pairs.flatMap(({ a, b }) => [a.text, b.text])))];
}

/** Written pages of some length, in all languages. */
function writtenPages(): string[] {
  const files = readdirSync("test-data", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".txt"));
  return files
    .sort()
    .map(written)
    .filter(({ length }) => length >= 1500);
}

/** Texts put end to end until each is as long as an article. */
function joined(texts: readonly string[]): string[] {
  const made: string[] = [];
  let parts: string[] = [];
  let length = 0;
  for (const text of texts) {
    parts.push(text);
    length += text.length;
    if (length < BODY.shortest) continue;
    made.push(parts.join("\n\n"));
    parts = [];
    length = 0;
  }
  return made;
}
