/**
 * Measures `StoryIndex` on a long feed made from real articles (`bench/feed.ts`): speed and accuracy.
 *
 *   node eval/run.mjs eval/storyFeed.ts [count] [keepTexts] [--dedupe]
 */
import { join } from "node:path";
import process from "node:process";
import { type Made, makeFeed } from "../bench/feed.js";
import { setContainment } from "../src/fingerprint/overlap.js";
import { shingle } from "../src/fingerprint/shingles.js";
import { dedupe, StoryIndex } from "../src/index.js";
import { sideWithout } from "../src/stories/furniture.js";
import { dataFolder, readJsonLines } from "./data.js";

const [count = "10000", keepTexts] = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const folder = join(dataFolder(), "abp");
const texts = ["feed_2019q3.jsonl", "docs.jsonl"].flatMap((name) =>
  readJsonLines<{ text: string }>(join(folder, name)).map(({ text }) => text),
);

const total = Number(count);
const sampleEvery = Math.max(1, Math.floor(total / 2000));
const truth = new Map<string, Pick<Made, "story" | "kind">>();
const asked: Made[] = [];

const index = new StoryIndex(keepTexts === undefined ? {} : { keepTexts: Number(keepTexts) });
let adding = 0;
let characters = 0;
let slowest = 0;
for (const made of makeFeed(texts, total)) {
  const start = now();
  index.add(made.article);
  const taken = Number(now() - start);
  adding += taken;
  slowest = Math.max(slowest, taken);
  characters += made.article.text.length;
  truth.set(made.article.id, { story: made.story, kind: made.kind });
  if (truth.size % sampleEvery === 0) asked.push(made);
}
console.log(
  `${index.size} articles of ${Math.round(characters / total)} characters, ${index.stories().length} stories`,
);
globalThis.gc?.();
const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
console.log(
  `memory: heap ${(heapUsed / 1e6).toFixed(0)} MB, buffers ${(arrayBuffers / 1e6).toFixed(0)} MB, process ${(rss / 1e6).toFixed(0)} MB`,
);
console.log(`add: ${rate(total, adding)}, the slowest ${(slowest / 1e6).toFixed(0)} ms`);
const start = now();
for (const { article } of asked) index.match({ ...article, id: "asked" });
console.log(`match: ${rate(asked.length, Number(now() - start))}`);
reportAccuracy(groupsOf(index.stories()));
reportSnapshot();
if (process.argv.includes("--dedupe")) {
  const all = [...makeFeed(texts, total)].map(({ article }) => article);
  const begin = now();
  const { stories } = dedupe(all);
  console.log(`\ndedupe: ${rate(total, Number(now() - begin))}`);
  reportAccuracy(groupsOf(stories));
}

/** Share of the true pairs with containment of .6 that are in one story, and of articles in a story that is mostly another. */
function reportAccuracy(groups: Map<string, string>): void {
  const byStory = new Map<number, Made[]>();
  for (const made of makeFeed(texts, Math.min(total, 20_000)))
    byStory.set(made.story, [...(byStory.get(made.story) ?? []), made]);
  const missed = new Map<string, number>();
  let found = 0;
  let pairs = 0;
  for (const versions of byStory.values()) {
    for (const [i, a] of versions.entries()) {
      for (const b of versions.slice(i + 1)) {
        const { aInB, bInA } = setContainment(shinglesOf(a), shinglesOf(b));
        if (Math.max(aInB, bInA) < 0.6) continue;
        pairs++;
        if (groups.get(a.article.id) === groups.get(b.article.id)) found++;
        else missed.set(`${a.kind}~${b.kind}`, (missed.get(`${a.kind}~${b.kind}`) ?? 0) + 1);
      }
    }
  }
  console.log(
    `pairs with containment of .6 in one story: ${found} of ${pairs} (${((100 * found) / pairs).toFixed(2)}%), missed:`,
    Object.fromEntries(missed),
  );
  console.log(`articles in a wrong story: ${wrongShare(groups)}`);
  reportMerged(groups);
}

function wrongShare(groups: Map<string, string>): string {
  const inGroup = new Map<string, Map<number, number>>();
  for (const [id, group] of groups) {
    const counts = inGroup.get(group) ?? new Map<number, number>();
    const story = truth.get(id)?.story ?? -1;
    counts.set(story, (counts.get(story) ?? 0) + 1);
    inGroup.set(group, counts);
  }
  let wrong = 0;
  for (const counts of inGroup.values()) {
    const all = [...counts.values()];
    wrong += all.reduce((sum, n) => sum + n, 0) - Math.max(...all);
  }
  return `${wrong} (${((100 * wrong) / groups.size).toFixed(3)}%)`;
}

/** Which kinds of articles of different stories stand in one. */
function reportMerged(groups: Map<string, string>): void {
  const members = new Map<string, string[]>();
  for (const [id, group] of groups) members.set(group, [...(members.get(group) ?? []), id]);
  const merged = new Map<string, number>();
  for (const ids of members.values()) {
    const own = truth.get(ids[0]);
    const others = ids.map((id) => truth.get(id)).filter((made) => made?.story !== own?.story);
    for (const kind of new Set(others.map((made) => `${own?.kind}~${made?.kind}`)))
      merged.set(kind, (merged.get(kind) ?? 0) + 1);
  }
  console.log("merged:", Object.fromEntries(merged));
}

function reportSnapshot(): void {
  const begin = now();
  const bytes = index.toBytes();
  const written = now();
  const read = StoryIndex.fromBytes(bytes);
  const end = now();
  const speed = (ns: bigint): string => `${(bytes.length / 1e6 / (Number(ns) / 1e9)).toFixed(0)} MB/s`;
  console.log(
    `snapshot: ${(bytes.length / 1e6).toFixed(0)} MB, written ${speed(written - begin)}, read ${speed(end - written)}, ${read.size} articles`,
  );
}

function shinglesOf({ article }: Made): Uint32Array {
  return shingle(sideWithout(article, []).words);
}

function groupsOf(stories: readonly { id: string; articles: readonly { id: string }[] }[]): Map<string, string> {
  return new Map(stories.flatMap((story) => story.articles.map(({ id }): [string, string] => [id, story.id])));
}

/** CPU time in nanoseconds: other work on the machine does not count. */
function now(): bigint {
  const { user, system } = process.cpuUsage();
  return BigInt(user + system) * 1000n;
}

function rate(n: number, ns: number): string {
  return `${Math.round(n / (ns / 1e9))}/s`;
}
