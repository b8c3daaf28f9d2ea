import { describe, expect, test } from "vitest";
import type { Article } from "../../src/article.js";
import { dedupe } from "../../src/stories/dedupe.js";
import { StoryIndex, type StoryIndexOptions } from "../../src/stories/storyIndex.js";
import { expected, feed, grouping, shuffled, story } from "./feed.js";

const grouped = grouping(expected.map((ids) => ({ articles: ids.map((id) => ({ id })) })));

function indexOf(articles: Iterable<Article>, options?: StoryIndexOptions): StoryIndex {
  const index = new StoryIndex(options);
  for (const article of articles) index.add(article);
  return index;
}

describe("StoryIndex", () => {
  test("sorts the feed of test-data into its stories, in every order tried", () => {
    for (let seed = 0; seed <= 5; seed++) expect(grouping(indexOf(shuffled(feed, seed)).stories())).toEqual(grouped);
  });

  test("says where an article went and what it matched", () => {
    const index = new StoryIndex();
    const added = feed.map((article) => index.add(article));
    const at = (id: string) => added[feed.findIndex((article) => article.id === id)];
    expect(at("ferry-wire")).toEqual({ storyId: "ferry-wire", isNew: true, matches: [] });
    expect(at("ferry-brief")).toMatchObject({
      storyId: "ferry-wire",
      isNew: false,
      matches: [{ id: "ferry-wire", storyId: "ferry-wire", verdict: "near-duplicate", evidence: "text" }],
    });
    const brief = at("ferry-brief")?.matches[0];
    expect(brief?.containment.aInB).toBeGreaterThan(0.7);
    expect(brief?.containment.bInA).toBeLessThan(0.4);
    expect(at("jelly-feature")).toMatchObject({
      isNew: true,
      matches: expect.arrayContaining([expect.objectContaining({ verdict: "partial" })]),
    });
    expect(index.story("jelly-wire")?.related).toMatchObject([{ id: "jelly-feature", reason: "shared-passages" }]);
    expect(index.size).toBe(feed.length);
  });

  test("matches without changing anything, and not with the article itself", () => {
    const index = indexOf(feed);
    const before = index.stories();
    const matches = index.match({ text: feed[0]?.text ?? "" });
    expect(matches.map(({ id }) => id)).toEqual(["cwa-1", "cwa-1-uk"]);
    expect(matches[0]).toMatchObject({ verdict: "identical", score: 1, evidence: "words" });
    expect(index.match(feed[0] as Article).map(({ id }) => id)).toEqual(["cwa-1-uk"]);
    expect(index.stories()).toEqual(before);
  });

  test("replaces an article that is added again, and says so", () => {
    const index = indexOf(feed);
    const again = index.add({ ...(feed[1] as Article), text: `${feed[1]?.text} It is a longer version now.` });
    expect(again).toMatchObject({ storyId: "cwa-1", isNew: false, replaced: { storyId: "cwa-1" } });
    expect(index.size).toBe(feed.length);
    const moved = index.add({ id: "cwa-1", text: story("Ostmark", 9) });
    expect(moved).toMatchObject({ storyId: "cwa-1~2", isNew: true, replaced: { storyId: "cwa-1" }, matches: [] });
    expect(index.story("cwa-1")?.articles.map(({ id }) => id)).toEqual(["cwa-1-uk"]);
    expect(index.story("cwa-1~2")?.articles.map(({ id }) => id)).toEqual(["cwa-1"]);
  });

  test("forgets what is removed: an index that never had it is the same", () => {
    const extra = Array.from({ length: 40 }, (_, i) => ({ id: `extra-${i}`, text: story(`Town${i % 20}`, 8) }));
    const index = indexOf(shuffled([...feed, ...extra], 2));
    for (const { id } of extra) expect(index.remove(id)).toBe(true);
    expect(index.remove("extra-0")).toBe(false);
    expect(index.size).toBe(feed.length);
    expect(grouping(index.stories())).toEqual(grouped);
    expect(index.match({ text: extra[0]?.text ?? "" })).toEqual([]);
    expect(index.story("extra-0")).toBeUndefined();
  });

  test("keeps the id of a story whose first article went", () => {
    const index = indexOf(feed);
    index.remove("ferry-wire");
    expect(grouping([index.story("ferry-wire") ?? { articles: [] }])).toEqual([["ferry-brief", "ferry-regional"]]);
    expect(index.add(feed.find(({ id }) => id === "ferry-wire") as Article).storyId).toBe("ferry-wire");
  });

  test("expires articles by their time; those without one count as the latest seen", () => {
    const index = new StoryIndex();
    for (let day = 1; day <= 9; day++) {
      index.add({ id: `day-${day}`, text: story(`Day${day}`, 6), publishedAt: `2031-05-0${day}T12:00:00Z` });
      if (day === 4) index.add({ id: "undated", text: story("Undated", 6) });
    }
    expect(index.expire("2031-05-04T12:00:00Z")).toBe(3);
    expect(index.stories().map(({ id }) => id)).toEqual([
      "day-4",
      "undated",
      "day-5",
      "day-6",
      "day-7",
      "day-8",
      "day-9",
    ]);
    expect(index.expire(new Date("2031-05-04T12:00:00.001Z"))).toBe(2);
    expect(index.expire(Date.parse("2032-01-01"))).toBe(5);
    expect(index.size).toBe(0);
    expect(index.stories()).toEqual([]);
    expect(() => index.expire("soon")).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }));
  });

  test("does not make one story of two through a round-up that contains both", () => {
    const first = { id: "a", text: story("Ostmark", 12) };
    const second = { id: "c", text: story("Lindau", 12) };
    const both = { id: "b", text: `${first.text}\n\n${second.text}` };
    for (let seed = 1; seed <= 5; seed++) {
      const index = indexOf(shuffled([first, second, both], seed));
      expect(index.stories()).toHaveLength(2);
    }
  });

  test("merges stories that turn out to be one, and answers to both names", () => {
    const sentences = Array.from({ length: 30 }, (_, i) => story("Ostmark", 1, i));
    const part = (from: number, to: number) => sentences.slice(from, to).join(" ");
    const index = indexOf([
      { id: "x", text: part(0, 30) },
      { id: "y", text: part(0, 30).replaceAll("The", "A") },
    ]);
    expect(index.stories()).toHaveLength(1);
  });

  test("matches articles whose text is no longer kept by sample, and says so", () => {
    const index = indexOf(feed, { keepTexts: 0 });
    const long = story("Ostmark", 40);
    index.add({ id: "long", text: long });
    const cut = index.add({ id: "cut", text: long.slice(0, long.length / 2) });
    expect(cut).toMatchObject({ storyId: "long", isNew: false });
    expect(cut.matches).toMatchObject([{ id: "long", verdict: "near-duplicate", evidence: "sample" }]);
    expect(index.story("long")?.articles.map(({ article }) => article)).toEqual([undefined, undefined]);
    expect(index.add({ id: "same", text: long }).matches[0]).toMatchObject({ evidence: "words", score: 1 });
  });

  test("keeps the newest texts only", () => {
    const index = indexOf(feed, { keepTexts: 5 });
    const kept = index
      .stories()
      .flatMap(({ articles }) => articles.filter(({ article }) => article).map(({ id }) => id));
    expect(kept.sort()).toEqual(
      feed
        .slice(-5)
        .map(({ id }) => id)
        .sort(),
    );
    expect(() => new StoryIndex({ keepTexts: -1 })).toThrow(expect.objectContaining({ code: "INVALID_OPTION" }));
  });
});

test("a text that hundreds of outlets carry, each in a version of its own, stays one story", () => {
  const sentences = Array.from({ length: 24 }, (_, i) => story("Ostmark", 1, i));
  const versions = Array.from({ length: 700 }, (_, i) => {
    const own = sentences.filter((_, at) => at !== i % 24);
    own[(i * 7) % 23] = story(`Paper${i}`, 1);
    return { id: `v${String(i).padStart(3, "0")}`, text: own.join(" ") };
  });
  const index = new StoryIndex();
  expect(versions.filter((article) => index.add(article).isNew)).toHaveLength(1);
  expect(index.stories().map(({ articles }) => articles.length)).toEqual([700]);
  expect(dedupe(versions.slice(0, 200)).stories.map(({ articles }) => articles.length)).toEqual([200]);
}, 60_000);

test("an article that is updated again and again hides nothing that shares its words", () => {
  const shared = story("Ostmark", 14);
  const index = new StoryIndex();
  for (let i = 0; i < 1200; i++) index.add({ id: `other-${i}`, text: story(`Town${i}`, 3) });
  index.add({ id: "wire", text: shared });
  for (let i = 0; i < 1100; i++) index.add({ id: "live", text: `${story(`Live${i}`, 4)} ${shared}` });
  expect(index.match({ text: story("Ostmark", 12) }).map(({ id }) => id)).toContain("wire");
}, 60_000);

test("what a copy has by the address of another copy is not its own", () => {
  const index = new StoryIndex();
  const old = `${story("Ostmark", 6)} ${story("Lindau", 12)}`;
  index.add({ id: "old", url: "https://example.org/one", text: old });
  index.add({ id: "new", url: "https://example.org/one", text: `${story("Ostmark", 6)} ${story("Varnhem", 12)}` });
  const copy = index.add({
    id: "copy",
    url: "https://example.org/two",
    text: `${story("Ostmark", 6)} ${story("Varnhem", 12)}`,
  });
  expect(copy.matches.map(({ id, evidence }) => [id, evidence])).toEqual([
    ["new", "words"],
    ["old", "text"],
  ]);
});

test("undated articles before any dated one do not expire", () => {
  const index = new StoryIndex();
  index.add({ id: "undated", text: story("Ostmark", 5) });
  index.add({ id: "dated", text: story("Lindau", 5), publishedAt: "2031-01-01" });
  expect(index.expire("2032-01-01")).toBe(1);
  expect(index.stories().map(({ id }) => id)).toEqual(["undated"]);
});
