import { describe, expect, test } from "vitest";
import type { Article } from "../../src/article.js";
import { dedupe } from "../../src/stories/dedupe.js";
import { StoryIndex } from "../../src/stories/storyIndex.js";
import { expected, feed, grouping, shuffled, story } from "./feed.js";

describe("dedupe", () => {
  test("sorts the feed of test-data into its stories, the same in every order", () => {
    const sorted = dedupe(feed).stories;
    expect(grouping(sorted)).toEqual(grouping(expected.map((ids) => ({ articles: ids.map((id) => ({ id })) }))));
    for (let seed = 1; seed <= 5; seed++) expect(dedupe(shuffled(feed, seed)).stories).toEqual(sorted);
  });

  test("tells lead, origin and related stories", () => {
    const stories = dedupe(feed).stories;
    const ferry = stories.find(({ id }) => id === "ferry-wire");
    expect(ferry).toMatchObject({ lead: "ferry-wire", leadReason: "fullest" });
    expect(ferry?.articles.find(({ id }) => id === "ferry-brief")).toMatchObject({
      verdict: "near-duplicate",
      origin: { id: "ferry-wire", how: "cut" },
    });
    const jelly = stories.find(({ id }) => id === "jelly-wire");
    expect(jelly?.related).toMatchObject([{ id: "jelly-feature", verdict: "partial", reason: "shared-passages" }]);
  });

  test("lets a preferred source stand for the story", () => {
    const stories = dedupe(feed, { preferredSources: ["Nobody", "Metro Minute"] }).stories;
    expect(stories.find(({ id }) => id === "ferry-wire")).toMatchObject({
      lead: "ferry-brief",
      leadReason: "preferred-source",
    });
  });

  test("takes an empty feed, and keeps empty articles apart", () => {
    expect(dedupe([]).stories).toEqual([]);
    expect(dedupe(["a", "b"].map((id) => ({ id, text: " " }))).stories).toHaveLength(2);
  });

  test("puts together what has the same words under other ids, without comparing all with all", () => {
    const copies = Array.from({ length: 700 }, (_, i) => ({ id: `copy-${i}`, text: story("Ostmark", 12) }));
    const [one, ...others] = dedupe([...copies, { id: "other", text: story("Lindau", 12) }]).stories;
    expect(one.articles).toHaveLength(700);
    expect(others.map(({ id }) => id)).toEqual(["other"]);
    expect(new Set(one.articles.map(({ verdict }) => verdict))).toEqual(new Set(["identical"]));
  });

  test("makes one story of one text from two outlets, without ids and with or without times", () => {
    const text = story("Ostmark", 12);
    const outlets = ["Gazette", "Echo"].map((source): Article => ({ text, source }));
    const timed = outlets.map((article, i) => ({ ...article, publishedAt: `2031-01-0${i + 1}` }));
    for (const articles of [outlets, timed]) {
      const { stories } = dedupe(articles);
      expect(stories).toHaveLength(1);
      expect(stories[0].articles.map(({ article }) => article.source).sort()).toEqual(["Echo", "Gazette"]);
    }
    const index = new StoryIndex();
    const added = outlets.map((article) => index.add(article));
    expect(index.size).toBe(2);
    expect(added[1]).toMatchObject({ storyId: added[0].storyId, isNew: false });
  });

  test("counts an article that is given twice once, in either order, where its id was made", () => {
    const text = story("Ostmark", 12);
    const twice: Article[] = [
      { text, source: "Echo", publishedAt: "2031-01-01", url: "https://echo.test/a?utm_source=x" },
      { text, source: "Echo", url: "https://echo.test/a" },
    ];
    expect(dedupe(twice)).toEqual(dedupe([...twice].reverse()));
    expect(dedupe(twice).stories[0].articles).toHaveLength(1);
  });

  test("keeps the items of a column apart that share their standing summary", () => {
    const summary =
      "Our weekly look at the books that our critics could not put down. Listen wherever you get your podcasts.";
    const titles = ["Podcast: The Salt Road", "Podcast: A Year of Ash", "Podcast: Why bees dance"];
    const items = titles.map((title, i) => ({ id: `${i}`, title, text: summary }));
    expect(dedupe(items).stories).toHaveLength(3);
    const index = new StoryIndex();
    for (const item of items) index.add(item);
    expect(index.stories()).toHaveLength(3);
  });

  test("takes no time from what is none", () => {
    const articles = [{}, [], true, { seconds: 5 }].map((publishedAt, i) => ({
      id: `${i}`,
      text: story("Ostmark", 12),
      publishedAt: publishedAt as unknown as Date,
    }));
    expect(dedupe(articles).stories[0].articles).toHaveLength(4);
  });

  test("does not make one story of two that a round-up contains", () => {
    const first = story("Ostmark", 12);
    const second = story("Lindau", 12);
    const articles: Article[] = [
      { id: "a", text: first },
      { id: "b", text: `${first}\n\n${second}` },
      { id: "c", text: second },
    ];
    for (let seed = 1; seed <= 5; seed++) {
      const stories = dedupe(shuffled(articles, seed)).stories;
      expect(stories).toHaveLength(2);
      const storyOf = (id: string) => stories.find((s) => s.articles.some((article) => article.id === id));
      expect(storyOf("a")).not.toBe(storyOf("c"));
    }
  });

  test("takes two states of one page for one story when they share passages, and not when they share none", () => {
    const kept = story("Ostmark", 9);
    const articles: Article[] = [
      { id: "early", text: `${story("Lindau", 12)}\n\n${kept}`, url: "https://www.example.org/news/1?utm_source=x" },
      { id: "late", text: `${kept}\n\n${story("Varnhem", 14)}`, url: "http://m.example.org/news/1/#comments" },
      { id: "reused", text: story("Kolding", 12), url: "https://example.org/news/1" },
    ];
    expect(grouping(dedupe(articles).stories)).toEqual([["early", "late"], ["reused"]]);
    const elsewhere = articles.map((article) => ({ ...article, url: `https://example.org/${article.id}` }));
    expect(grouping(dedupe(elsewhere).stories)).toEqual([["early"], ["late"], ["reused"]]);
  });

  test("names articles without an id by what they are, not by their place", () => {
    const articles: Article[] = feed.map(({ id: _, ...article }) => article);
    const ids = (list: Article[]) => dedupe(list).stories.map(({ id }) => id);
    expect(ids(articles)).toEqual(ids(shuffled(articles, 3)));
    expect(ids(articles)).toEqual(ids([...articles, ...articles]));
  });

  test("keeps the newer of two versions with one id, and refuses to guess which is newer", () => {
    const old = { id: "x", text: story("Ostmark", 5), publishedAt: "2031-01-01T00:00:00Z" };
    const late = { id: "x", text: story("Lindau", 5), publishedAt: new Date("2031-01-02T00:00:00Z") };
    for (const both of [
      [old, late],
      [late, old],
    ]) {
      const { stories } = dedupe(both);
      expect(stories.map(({ articles }) => articles.map(({ article }) => article))).toEqual([[late]]);
    }
    expect(() => dedupe([old, { ...late, publishedAt: old.publishedAt }])).toThrow(
      expect.objectContaining({ code: "INVALID_INPUT", message: expect.stringContaining('"x"') }),
    );
  });

  test.each([[null], ["a page"], [{ id: "x" }], [{ id: 7, text: "" }], [{ id: "", text: "" }]])(
    "refuses %j",
    (input) => {
      expect(() => dedupe([input as unknown as Article])).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }));
    },
  );
});

test("a story of eight thousand dated copies is told in seconds", () => {
  const text = story("Ostmark", 8);
  const copies = Array.from({ length: 8000 }, (_, i) => ({
    id: `c${i}`,
    text,
    publishedAt: new Date(1.9e12 + i * 1000),
  }));
  const start = process.cpuUsage();
  const { stories } = dedupe(copies);
  const { user, system } = process.cpuUsage(start);
  expect(stories.map(({ articles }) => articles.length)).toEqual([8000]);
  expect(stories[0]?.articles[7999]?.origin).toMatchObject({ id: "c0", how: "copy" });
  // Each copy looked for among all before it took 2 seconds here, and four times as long for twice as many.
  expect((user + system) / 1e6).toBeLessThan(1.5);
});
