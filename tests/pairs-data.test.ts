// Holds the written pairs to their shape: a wrong label or a lost line would quietly move every threshold tuned on them.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Verdict } from "../src/compare/verdict.js";

interface Text {
  title: string | null;
  text: string;
}

interface Pair {
  id: string;
  event: string;
  label: Verdict;
  case: string;
  language: string;
  a: Text;
  b: Text;
  why: string;
}

const verdicts: readonly Verdict[] = ["identical", "near-duplicate", "partial", "template", "different"];

const files: readonly { name: string; least: number; labels: readonly Verdict[] }[] = [
  { name: "templates", least: 44, labels: ["template"] },
  { name: "repeats", least: 44, labels: ["near-duplicate", "identical"] },
  { name: "hard", least: 50, labels: ["near-duplicate", "partial", "different"] },
  { name: "short", least: 50, labels: verdicts },
  { name: "languages", least: 36, labels: ["near-duplicate", "partial", "different"] },
];

function readPairs(name: string): Pair[] {
  const path = new URL(`../test-data/pairs/${name}.jsonl`, import.meta.url);
  const lines = readFileSync(path, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Pair);
}

/** Numbers as written, the separators inside them included. */
function figures(text: string): Set<string> {
  return new Set(text.match(/\p{Nd}+(?:[.,:]\p{Nd}+)*/gu) ?? []);
}

/** Letters and digits alone, lower case: what is left when house style and punctuation are taken off. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, "");
}

/** Words, or for scripts without spaces half the characters: near enough to say short or long. */
function length(pair: Pair, text: string): number {
  return ["zh", "ja", "th"].includes(pair.language) ? text.length / 2 : text.split(/\s+/).length;
}

function languages(pairs: readonly Pair[]): Set<string> {
  return new Set(pairs.map((pair) => pair.language));
}

const scripts = ["Latin", "Cyrillic", "Arabic", "Devanagari", "Thai", "Han", "Hiragana", "Hangul", "Greek"];

function scriptsOf(pairs: readonly Pair[]): string[] {
  return scripts.filter((script) => {
    const letters = new RegExp(`\\p{Script=${script}}`, "gu");
    return pairs.some(({ a }) => (a.text.match(letters)?.length ?? 0) > a.text.length / 3);
  });
}

describe.each(files)("the pairs in $name.jsonl", ({ name, least, labels }) => {
  const pairs = readPairs(name);

  test("are as many as the thresholds were tuned on", () => {
    expect(pairs.length).toBeGreaterThanOrEqual(least);
  });

  test("have every field, and nothing else", () => {
    for (const pair of pairs) {
      expect(Object.keys(pair), pair.id).toEqual(["id", "event", "label", "case", "language", "a", "b", "why"]);
      for (const field of [pair.id, pair.event, pair.case, pair.why]) expect(field.trim(), pair.id).toBe(field);
      for (const field of [pair.id, pair.event, pair.case, pair.why]) expect(field, pair.id).not.toBe("");
      expect(pair.language, pair.id).toMatch(/^[a-z]{2}$/);
      expect(labels, pair.id).toContain(pair.label);
      for (const side of [pair.a, pair.b]) {
        expect(Object.keys(side), pair.id).toEqual(["title", "text"]);
        expect(side.title === null || side.title.length > 0, pair.id).toBe(true);
        expect(`${side.title ?? ""}${side.text}`, pair.id).not.toBe("");
      }
    }
  });

  test("carry no trace of how they were written, and clean paragraphs", () => {
    for (const { id, a, b } of pairs) {
      for (const side of [a, b]) {
        expect(`${side.title ?? ""}\n${side.text}`, id).not.toMatch(/[{}¦]|\[\[|\]\]| {2}/);
        for (const paragraph of side.text.split("\n\n")) expect(paragraph, id).toBe(paragraph.trim());
        expect(side.text, id).not.toMatch(/\n{3}|[^\n]\n[^\n]/);
      }
    }
  });

  test("are identical in their letters exactly where the label says so", () => {
    for (const { id, label, a, b } of pairs) {
      const equal = bare(a.text) === bare(b.text) && bare(a.title ?? "") === bare(b.title ?? "");
      expect(equal, id).toBe(label === "identical");
    }
  });
});

test("ids are unique over all files", () => {
  const ids = files.flatMap(({ name }) => readPairs(name)).map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

test("pairs that share a text share the event, so that a split by event keeps them together", () => {
  const eventOf = new Map<string, string>();
  for (const { id, event, a } of files.flatMap(({ name }) => readPairs(name))) {
    if (a.text.length < 400) continue;
    expect(event, id).toBe(eventOf.get(a.text) ?? event);
    eventOf.set(a.text, event);
  }
});

describe("the formulaic reports", () => {
  const templates = readPairs("templates");
  const repeats = readPairs("repeats");

  test("differ in their figures where they are templates", () => {
    for (const { id, a, b } of templates) {
      // One-digit numbers ("a 3-2 win", the places of a chart) agree by chance.
      const ofA = [...figures(a.text)].filter((figure) => figure.length > 1);
      const ofB = figures(b.text);
      const shared = ofA.filter((figure) => ofB.has(figure));
      expect(figures(a.text).size, id).toBeGreaterThanOrEqual(2);
      expect(ofA.length, id).toBeGreaterThanOrEqual(1);
      expect(shared.length / ofA.length, `${id}: ${shared.join(" ")}`).toBeLessThanOrEqual(0.5);
    }
  });

  test.each([
    { name: "templates", pairs: templates },
    { name: "repeats", pairs: repeats },
  ])("of $name come in many kinds, lengths and languages", ({ pairs }) => {
    const lengths = pairs.map((pair) => Math.max(length(pair, pair.a.text), length(pair, pair.b.text)));
    expect(new Set(pairs.map((pair) => pair.case)).size).toBeGreaterThanOrEqual(12);
    expect(lengths.filter((words) => words <= 65).length).toBeGreaterThanOrEqual(14);
    expect(Math.max(...lengths)).toBeGreaterThanOrEqual(250);
    expect(pairs.filter((pair) => pair.language !== "en").length).toBeGreaterThanOrEqual(10);
  });
});

test("the hard pairs hold at least three of each case they name", () => {
  const counts = new Map<string, number>();
  for (const pair of readPairs("hard")) counts.set(pair.case, (counts.get(pair.case) ?? 0) + 1);
  expect(counts.size).toBeGreaterThanOrEqual(18);
  expect([...counts].filter(([, count]) => count < 3)).toEqual([]);
});

test("short items are short", () => {
  for (const { id, a, b } of readPairs("short")) {
    for (const side of [a, b]) {
      expect(`${side.title ?? ""} ${side.text}`.split(/\s+/).length, id).toBeLessThanOrEqual(65);
    }
  }
});

test("the language pairs cover twelve languages, five scripts and, in each language, both sides of the line", () => {
  const pairs = readPairs("languages");
  expect(languages(pairs).size).toBeGreaterThanOrEqual(12);
  expect(scriptsOf(pairs).length).toBeGreaterThanOrEqual(5);
  for (const language of languages(pairs)) {
    const labels = pairs.filter((pair) => pair.language === language).map((pair) => pair.label);
    expect(labels, language).toContain("near-duplicate");
    expect(labels.includes("partial") || labels.includes("different"), language).toBe(true);
  }
});
