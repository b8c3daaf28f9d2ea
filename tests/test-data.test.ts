// The labelled stories in test-data/ are what other tests lean on; this one holds their form (see test-data/README.md).
// It does not run the library: whether the library agrees with the labels is asked elsewhere.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Verdict } from "../src/compare/verdict.js";
import type { FactChange, StyleKind, SubstantiveKind } from "../src/diff/edits.js";

interface ExpectedVersion {
  kind: "page" | "article";
  title: string | null;
  first: string;
  last: string;
  paragraphs: number;
  furniture: string[];
  language?: string;
}

interface Quoted {
  a?: string;
  aContext?: string;
  b?: string;
  bContext?: string;
}

interface ExpectedPair {
  a: string;
  b: string;
  verdict: string;
  why: string;
  edits?: (Quoted & { kind: string; substantive: boolean })[];
  facts?: (Quoted & { kind: string })[];
}

interface Expected {
  language: string;
  about: string;
  versions: Record<string, ExpectedVersion>;
  pairs: ExpectedPair[];
}

interface FeedArticle {
  id: string;
  title: string;
  text: string;
  source: string;
  url: string;
  publishedAt: string;
}

// Records, not arrays: the compiler then notices a kind that is missing here.
const verdicts: Record<Verdict, true> = {
  identical: true,
  "near-duplicate": true,
  partial: true,
  template: true,
  different: true,
};
const styleKinds: Record<StyleKind, true> = {
  spelling: true,
  inflection: true,
  punctuation: true,
  capitalization: true,
  typography: true,
  honorific: true,
  abbreviation: true,
  "number-form": true,
  "date-form": true,
  "unit-conversion": true,
  dateline: true,
  credit: true,
  wording: true,
  reordered: true,
  moved: true,
  split: true,
  merged: true,
};
const substantiveKinds: Record<SubstantiveKind, true> = {
  number: true,
  date: true,
  name: true,
  place: true,
  quotation: true,
  attribution: true,
  negation: true,
  added: true,
  dropped: true,
};
const factKinds: Record<FactChange["kind"], true> = {
  number: true,
  date: true,
  name: true,
  quote: true,
  attribution: true,
};

const folder = fileURLToPath(new URL("../test-data/", import.meta.url));
// A story is a folder with expectations; the other folders hold pairs and labelled edits and have tests of their own.
const slugs = readdirSync(folder).filter((name) => existsSync(`${folder}${name}/expected.json`));
const read = (path: string): string => readFileSync(folder + path, "utf8");
const expectedOf = (slug: string): Expected => JSON.parse(read(`${slug}/expected.json`));
const linesOf = (text: string): string[] => text.split("\n").filter((line) => line.trim() !== "");
const occurrences = (text: string, snippet: string): number => text.split(snippet).length - 1;

const leftover = /lorem ipsum|\bTODO\b|\bTBD\b|\bXXX+\b|placeholder|[{}⟦⟧]|=>|\uFFFD/;

/** The lines of the body: from the first paragraph to the last, without the furniture between them. */
function bodyLines(text: string, version: ExpectedVersion): string[] {
  const from = text.indexOf(version.first);
  const to = text.indexOf(version.last) + version.last.length;
  return linesOf(text.slice(from, to)).filter((line) => !version.furniture.some((snippet) => line.includes(snippet)));
}

/** Complains unless each quoted snippet of `quoted` can be found in its file without doubt. */
function expectFound(quoted: Quoted, texts: { a: string; b: string }): void {
  expect(quoted.a ?? quoted.b, "quotes neither side").toBeDefined();
  for (const side of ["a", "b"] as const) {
    const snippet = quoted[side];
    const context = quoted[`${side}Context`];
    if (snippet === undefined) {
      expect(context, "context without a snippet").toBeUndefined();
      continue;
    }
    expect(snippet).not.toBe("");
    if (context !== undefined) expect(occurrences(context, snippet), `"${snippet}" in "${context}"`).toBeGreaterThan(0);
    expect(occurrences(texts[side], context ?? snippet), `"${context ?? snippet}" in ${side}`).toBe(1);
  }
}

describe.each(slugs)("test-data/%s", (slug) => {
  const expected = expectedOf(slug);
  const texts = new Map(Object.keys(expected.versions).map((name) => [name, read(`${slug}/${name}`)]));
  const textOf = (name: string): string => texts.get(name) ?? "";

  it("lists every file and has every file it lists", () => {
    const files = readdirSync(folder + slug).filter((name) => name !== "expected.json");
    expect(files.sort()).toEqual(Object.keys(expected.versions).sort());
    expect(files.length).toBeGreaterThanOrEqual(2);
  });

  it("says what it is about, in which language", () => {
    expect(expected.about.length).toBeGreaterThan(20);
    expect(expected.language).toMatch(/^[a-z]{2}$/);
  });

  it.each(Object.entries(expected.versions))("describes %s as it is", (name, version) => {
    const text = textOf(name);
    for (const snippet of [version.first, version.last, ...version.furniture]) {
      expect(occurrences(text, snippet), `"${snippet}"`).toBe(1);
    }
    expect(text.indexOf(version.first)).toBeLessThanOrEqual(text.indexOf(version.last));
    expect(bodyLines(text, version)).toHaveLength(version.paragraphs);
    if (version.kind === "article") {
      expect(version.furniture).toEqual([]);
      expect(text.startsWith(version.first)).toBe(true);
      expect(text.trimEnd().endsWith(version.last)).toBe(true);
    } else {
      expect(version.furniture.length).toBeGreaterThanOrEqual(3);
      expect(linesOf(text)).toContain(version.title);
    }
  });

  it.each([...texts])("holds clean text in %s", (_name, text) => {
    expect(text).not.toMatch(leftover);
    expect(text).not.toMatch(/\p{Surrogate}/u);
    expect(text.normalize("NFC")).toBe(text);
    expect(text).not.toMatch(/[\r\t]|[^\n]$/);
  });

  it("labels each pair once, with a known verdict and a reason", () => {
    expect(expected.pairs.length).toBeGreaterThan(0);
    const seen = new Set(expected.pairs.map((pair) => [pair.a, pair.b].sort().join("|")));
    expect(seen.size).toBe(expected.pairs.length);
    for (const pair of expected.pairs) {
      expect(pair.a).not.toBe(pair.b);
      expect(Object.keys(expected.versions)).toEqual(expect.arrayContaining([pair.a, pair.b]));
      expect(Object.keys(verdicts)).toContain(pair.verdict);
      expect(pair.why.length).toBeGreaterThan(20);
    }
  });

  it("quotes edits and facts that can be found", () => {
    for (const pair of expected.pairs) {
      const sides = { a: textOf(pair.a), b: textOf(pair.b) };
      for (const edit of pair.edits ?? []) {
        expectFound(edit, sides);
        expect(Object.keys(edit.substantive ? substantiveKinds : styleKinds)).toContain(edit.kind);
        if (edit.kind === "added") expect(edit.b).toBeDefined();
        if (edit.kind === "dropped") expect(edit.a).toBeDefined();
      }
      for (const fact of pair.facts ?? []) {
        expectFound(fact, sides);
        expect(Object.keys(factKinds)).toContain(fact.kind);
      }
    }
  });
});

describe("test-data as a whole", () => {
  const stories = slugs.map(expectedOf);

  it("covers many languages and scripts", () => {
    const languages = new Set(stories.map((story) => story.language));
    expect(slugs.length).toBeGreaterThanOrEqual(18);
    expect(languages.size).toBeGreaterThanOrEqual(12);
    for (const language of ["zh", "ja", "ko", "ar", "hi", "th", "ru"]) expect(languages).toContain(language);
  });

  it("reaches every verdict, near-duplicate and different in every language", () => {
    const reached = new Set(stories.flatMap((story) => story.pairs.map((pair) => pair.verdict)));
    expect([...reached].sort()).toEqual(Object.keys(verdicts).sort());
    for (const language of new Set(stories.map((story) => story.language))) {
      const own = stories.filter((story) => story.language === language).flatMap((story) => story.pairs);
      const found = own.map((pair) => pair.verdict);
      expect(found, language).toEqual(expect.arrayContaining(["near-duplicate", "different"]));
    }
  });

  it("names every folder in its README", () => {
    const readme = read("README.md");
    for (const slug of slugs) expect(readme).toContain(`\`${slug}\``);
  });
});

describe("test-data/feed.jsonl", () => {
  const articles: FeedArticle[] = linesOf(read("feed.jsonl")).map((line) => JSON.parse(line));
  const expected: { stories: string[][] } = JSON.parse(read("feed.expected.json"));

  it("has whole articles", () => {
    for (const article of articles) {
      for (const field of ["id", "title", "text", "source", "url", "publishedAt"] as const) {
        expect(article[field], `${field} of ${article.id}`).toMatch(/\S/);
      }
      expect(new URL(article.url).hostname).toMatch(/\.example$/);
      expect(new Date(article.publishedAt).toISOString().replace(".000", "")).toBe(article.publishedAt);
    }
  });

  it("is sorted into stories, each article into one", () => {
    const ids = articles.map((article) => article.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(expected.stories.flat().sort()).toEqual(ids.sort());
  });

  it("takes every paragraph from the stories", () => {
    const all = slugs.flatMap((slug) => Object.keys(expectedOf(slug).versions).map((name) => read(`${slug}/${name}`)));
    const paragraphs = new Set(all.flatMap(linesOf));
    for (const article of articles) for (const line of linesOf(article.text)) expect(paragraphs).toContain(line);
  });
});
