/**
 * Measures stories: the labelled sets taken as one feed, in many orders, and the seeds in a thousand dated articles.
 *
 *   node eval/run.mjs eval/stories.ts [--shuffles 10]
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { CandidateIndex } from "../src/candidates/candidateIndex.js";
import { type Article, articleFromText, compare, dedupe, StoryIndex, type StoryIndexOptions } from "../src/index.js";
import { isWorthComparing } from "../src/stories/decision.js";
import { readEntry, searchHashes } from "../src/stories/entry.js";
import { dataFolder, loadSets, type Pair, REAL_SETS, readJsonLines } from "./data.js";
import { components } from "./folds.js";
import { binaryFigures } from "./metrics.js";
import { number, table } from "./report.js";

interface Doc {
  id: string;
  text: string;
  title?: string | null;
  source?: string | null;
  date?: string | null;
  url?: string | null;
}

type Grouped = Map<string, string>;

const folder = dataFolder();
const shuffles = Number(process.argv[process.argv.indexOf("--shuffles") + 1]) || 10;
const pairs = loadSets(folder)
  .filter(({ real }) => real)
  .flatMap((set) => set.pairs);
const articles = REAL_SETS.flatMap((name) => readJsonLines<Doc>(join(folder, name, "docs.jsonl")).map(articleOf));

console.log(
  `${articles.length} articles, ${pairs.length} judged pairs, ${pairs.filter(isVersion).length} of them versions\n`,
);
reportCandidates();
const whole = timed("dedupe", () => groupsOf(dedupe(articles).stories));
const rows = [["", "pair P", "pair R", "pair F1", "B3 F1", "stories"], figuresOf("dedupe", whole)];
const orders = Array.from({ length: shuffles }, (_, seed) => shuffled(articles, seed + 1));
console.log(
  `dedupe in ${shuffles} orders: ${orders.every((order) => sameGroups(groupsOf(dedupe(order).stories), whole)) ? "the same" : "DIFFERENT"}`,
);
for (const options of [{}, { keepTexts: 0 }]) reportIndex(options);
console.log(`\n${table(rows)}`);
reportErrors(whole);
reportSeeds();

function reportIndex(options: StoryIndexOptions): void {
  const name = options.keepTexts === 0 ? "index, no texts" : "index";
  const all = orders.map((order) => {
    const index = new StoryIndex(options);
    for (const article of order) index.add(article);
    return groupsOf(index.stories());
  });
  rows.push(...all.slice(0, 2).map((groups, i) => figuresOf(`${name}, order ${i + 1}`, groups)));
  const judged = all.map((groups) =>
    disagreement(
      groups,
      all[0],
      pairs.map(({ a, b }) => [a.id ?? "", b.id ?? ""]),
    ),
  );
  const linked = all.map((groups) => disagreement(groups, all[0], togetherIn(groups, all[0])));
  const against = all.map((groups) => disagreement(groups, whole, togetherIn(groups, whole)));
  console.log(
    `${name}: of judged pairs at most ${percent(Math.max(...judged))} differ between orders; ` +
      `of pairs that are together in either order at most ${percent(Math.max(...linked))}; against dedupe ${percent(Math.max(...against))}`,
  );
}

function reportCandidates(): void {
  const index = new CandidateIndex();
  const entries = articles.map((article) => readEntry(article, article.id ?? ""));
  const numbers = new Map(entries.map(({ id }, i) => [id, i]));
  for (const [i, entry] of entries.entries()) index.add(i, searchHashes(entry));
  for (const label of ["near-duplicate", "partial", "different"]) {
    let found = 0;
    let compared = 0;
    const wanted = pairs.filter((pair) => pair.label === label);
    for (const pair of wanted) {
      const [a, b] = [pair.a, pair.b].map(({ id }) => numbers.get(id ?? "") ?? 0);
      const hit = index.search(searchHashes(entries[a])).candidates.find(({ article }) => article === b);
      if (!hit) continue;
      found++;
      if (isWorthComparing(hit.shared, entries[a].sample, entries[b].sample)) compared++;
    }
    console.log(`${label}: ${found} of ${wanted.length} share a sampled shingle, ${compared} are compared`);
  }
}

function figuresOf(name: string, groups: Grouped): string[] {
  const outcomes = pairs.map((pair) => ({ truth: isVersion(pair), answer: together(groups, pair) }));
  const { precision, recall, f1 } = binaryFigures(outcomes);
  const stories = new Set(groups.values()).size;
  return [name, number(precision, 4), number(recall, 4), number(f1, 4), number(bCubed(groups), 4), String(stories)];
}

/** B-cubed F1 (Bagga & Baldwin 1998) over the articles that stand in judged pairs, counting judged pairs only. */
function bCubed(groups: Grouped): number {
  const judged = new Map<string, { both: number; truth: number; answer: number }>();
  for (const pair of pairs) {
    for (const { id } of [pair.a, pair.b]) {
      const counts = judged.get(id ?? "") ?? { both: 1, truth: 1, answer: 1 };
      counts.truth += +isVersion(pair);
      counts.answer += +together(groups, pair);
      counts.both += +(isVersion(pair) && together(groups, pair));
      judged.set(id ?? "", counts);
    }
  }
  const all = [...judged.values()];
  const precision = all.reduce((sum, { both, answer }) => sum + both / answer, 0) / all.length;
  const recall = all.reduce((sum, { both, truth }) => sum + both / truth, 0) / all.length;
  return (2 * precision * recall) / (precision + recall);
}

function reportErrors(groups: Grouped): void {
  const wrong = pairs.filter((pair) => isVersion(pair) !== together(groups, pair));
  console.log(`\nwrong pairs: ${wrong.length}`);
  for (const pair of wrong) {
    const { verdict, score } = compare(pair.a, pair.b);
    const answer = together(groups, pair) ? "together" : "apart";
    console.log(`  ${pair.label}, ${answer}; compared alone ${verdict} ${score.toFixed(2)}: ${pair.id}`);
  }
  const truth = components(pairs.filter(isVersion).map(({ a, b }) => [a.id ?? "", b.id ?? ""]));
  const open = pairs.filter(
    (pair) =>
      !isVersion(pair) && truth.has(pair.a.id ?? "") && truth.get(pair.a.id ?? "") === truth.get(pair.b.id ?? ""),
  );
  console.log(`labels that contradict each other by transitivity: ${open.length}`);
}

function reportSeeds(): void {
  const file = join(folder, "abp", "feed_2019q3.jsonl");
  const seeds = join(folder, "..", "seeds");
  if (!existsSync(file) || !existsSync(seeds)) return;
  const feed = readJsonLines<Doc>(file).map(articleOf);
  const pages = readdirSync(seeds)
    .sort()
    .map((name) => ({ ...articleFromText(readFileSync(join(seeds, name), "utf8")), id: name }));
  const all = [...feed, ...pages];
  const { stories } = timed("dedupe of the dated feed", () => dedupe(all));
  const index = new StoryIndex();
  timed("index of the dated feed", () => {
    for (const article of shuffled(all, 5)) index.add(article);
  });
  for (const [name, list] of [
    ["dedupe", stories],
    ["index", index.stories()],
  ] as const) {
    const own = list.filter((story) => story.articles.some(({ id }) => pages.some((page) => page.id === id)));
    const sizes = list.map((story) => story.articles.length).filter((size) => size > 1);
    console.log(
      `${name}: the seeds are in ${own.length} story of ${own.map((story) => story.articles.length).join(", ")}; ` +
        `${list.length} stories, ${sizes.length} of more than one article, the largest of ${Math.max(...sizes)}`,
    );
  }
}

function articleOf({ id, text, title, source, date, url }: Doc): Article {
  return {
    id,
    text,
    ...(title ? { title } : {}),
    ...(source ? { source } : {}),
    ...(date ? { publishedAt: date } : {}),
    ...(url ? { url } : {}),
  };
}

function isVersion({ label }: Pair): boolean {
  return label === "near-duplicate" || label === "identical";
}

function together(groups: Grouped, { a, b }: Pick<Pair, "a" | "b">): boolean {
  return groups.get(a.id ?? "") === groups.get(b.id ?? "");
}

function groupsOf(stories: readonly { id: string; articles: readonly { id: string }[] }[]): Grouped {
  return new Map(stories.flatMap((story) => story.articles.map(({ id }): [string, string] => [id, story.id])));
}

/** All pairs that are in one story in either grouping. */
function togetherIn(...groupings: Grouped[]): [string, string][] {
  const found = new Map<string, [string, string]>();
  for (const groups of groupings) {
    const members = new Map<string, string[]>();
    for (const [id, story] of groups) members.set(story, [...(members.get(story) ?? []), id]);
    for (const ids of members.values()) {
      for (const a of ids) for (const b of ids) if (a < b) found.set(`${a} ${b}`, [a, b]);
    }
  }
  return [...found.values()];
}

function disagreement(x: Grouped, y: Grouped, over: readonly [string, string][]): number {
  const differ = over.filter(([a, b]) => (x.get(a) === x.get(b)) !== (y.get(a) === y.get(b)));
  return differ.length / Math.max(1, over.length);
}

function sameGroups(x: Grouped, y: Grouped): boolean {
  return x.size === y.size && [...x].every(([id, story]) => y.get(id) === story);
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const result = [...items];
  let state = seed * 2 + 1;
  for (let i = result.length - 1; i > 0; i--) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    const j = ((state ^ (state >>> 13)) >>> 0) % (i + 1);
    [result[i], result[j]] = [result[j], result[i]];
  }
  return result;
}

function timed<T>(name: string, work: () => T): T {
  const start = process.hrtime.bigint();
  const result = work();
  console.log(`${name}: ${(Number(process.hrtime.bigint() - start) / 1e9).toFixed(2)} s`);
  return result;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
