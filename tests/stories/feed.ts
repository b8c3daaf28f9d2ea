import { readFileSync } from "node:fs";
import type { Article } from "../../src/article.js";

/** The small mixed feed of test-data, and which of its articles make one story. */
export const feed = readFileSync("test-data/feed.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Article & { id: string });

export const expected = (JSON.parse(readFileSync("test-data/feed.expected.json", "utf8")) as { stories: string[][] })
  .stories;

/** Stories as sorted lists of ids, in one order. */
export function grouping(stories: Iterable<{ articles: readonly { id: string }[] }>): string[][] {
  return Array.from(stories, ({ articles }) => articles.map(({ id }) => id).sort()).sort((a, b) =>
    a[0] < b[0] ? -1 : 1,
  );
}

/** The same items in another order, the same for the same seed. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const result = [...items];
  let state = seed * 2 + 1;
  for (let i = result.length - 1; i > 0; i--) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    const j = ((state ^ (state >>> 13)) >>> 0) % (i + 1);
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}

/** An invented article of so many sentences, in words that no other topic has; the same for the same topic. */
export function story(topic: string, sentences: number, from = 0): string {
  return Array.from({ length: sentences }, (_, i) => sentence(`${topic} ${from + i}`)).join(" ");
}

const SYLLABLES = "ba do ku le mi no ra sa ti vo pel gor lim tas".split(" ");

function sentence(seed: string): string {
  let state = 7;
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193);
  const next = (below: number): number => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
  const word = (): string => Array.from({ length: 2 + next(2) }, () => SYLLABLES[next(SYLLABLES.length)]).join("");
  return `The ${Array.from({ length: 9 + next(8) }, word).join(" ")}.`;
}
