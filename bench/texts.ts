/**
 * What is measured on: real articles and pages where they lie beside the project, else the written ones of test-data.
 * The real ones belong to their publishers and are not part of the project; `SAMESTORY_DATA` names their folder.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { shared, shingles, words } from "../eval/baselines.js";
import { dataFolder, loadSets, type Pair, readJsonLines } from "../eval/data.js";
import { loadPages } from "../eval/pageData.js";
import { articleFromText } from "../src/index.js";

/** The two real pages that the library was begun for: the earlier version and the later. */
const SEEDS = ["002_2474887401581482.txt", "000_517ceb9286c79c9b.txt"];
/** Texts of about 5.5 KB: the length of a news article with some background. */
const BODY = { shortest: 4000, longest: 7000 };
/** Strangers share less than this part of their runs of words: idioms. */
const UNRELATED = 0.02;
const PAGE = { shortest: 3000, longest: 8000 };

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

/** Share of the shorter's runs of words that stand in the other. */
function sharedPart(a: string, b: string): number {
  const [x, y] = [shingles(words(a), 5), shingles(words(b), 5)];
  return shared(x, y) / (Math.min(x.length, y.length) || 1);
}

/** Versions of one story, nothing else. */
export function versions(): Pair[] {
  return labelledPairs().filter(({ label }) => label === "near-duplicate" || label === "identical");
}

/** Articles with nothing in common: far apart in the list, and none of those that share running text all the same. */
export function strangers(count: number): TextPair[] {
  const texts = bodies();
  // Half the list apart: neighbours may be of one event.
  const step = texts.length >> 1;
  const pairs = texts.slice(0, step).map((a, i) => ({ a, b: texts[i + step] }));
  return pairs.filter(({ a, b }) => sharedPart(a, b) < UNRELATED).slice(0, count);
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

/** How many and how long: "174 texts of 5.3 KB". */
export function sizeOf(texts: readonly string[]): string {
  const characters = texts.reduce((sum, { length }) => sum + length, 0);
  return `${texts.length} texts of ${(characters / texts.length / 1000).toFixed(1)} KB`;
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
