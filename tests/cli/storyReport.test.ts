import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storyReport } from "../../src/cli/storyReport.js";
import type { Article, Story } from "../../src/index.js";
import { feed, story } from "../stories/feed.js";
import { library } from "./library.js";
import { cli, linesFor, storiesIn } from "./running.js";

const FEED = "test-data/feed.jsonl";
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "samestory-story-report-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A story of so many versions, an hour apart, the longest of them last. */
function storyOf(name: string, count: number): Story<Article | undefined> {
  const articles = Array.from({ length: count }, (_, i) => ({
    id: `${name}-${i}`,
    title: `${name}, version ${i}`,
    text: story(name, 4 + (i === count - 1 ? 2 : 0)),
    publishedAt: new Date(Date.UTC(2024, 4, 1, i)).toISOString(),
  }));
  const [made, ...others] = library.dedupe(articles).stories;
  if (made === undefined || others.length > 0) throw new Error(`${name} is not one story`);
  return made;
}

const headlines = (html: string): string[] =>
  [...html.matchAll(/<h2 id="s\d+"[^>]*>([^<]*)/gu)].map(([, headline]) => headline ?? "");
const versions = (html: string): number => html.match(/<tr id=/gu)?.length ?? 0;

describe("samestory dedupe --report", () => {
  it("writes the stories of several versions as a page, and the lines as ever", async () => {
    const path = join(folder, "stories.html");
    const { status, out, err } = await cli(["--report", path, FEED]);
    expect([status, storiesIn(out).length]).toEqual([0, 11]);
    expect(err).toMatch(/^samestory: 18 articles read[^\n]*\n$/u);
    const html = readFileSync(path, "utf8");
    expect(html).toContain("Left out: 5 stories told once.");
    expect(headlines(html)).toHaveLength(6);
    expect(headlines(html)).toContain("Ferry fire off Calder coast kills two; 312 people abandon ship");
    expect(html.match(/class="heat"/gu)).toHaveLength(6);
    expect(html.match(/class="timeline"/gu)).toHaveLength(6);
    expect(html).toContain('from <a href="#s5-m1">1</a>, cut');
    expect(readdirSync(folder)).toEqual(["stories.html"]);
  });

  it("shows the shares that compare gives", async () => {
    const [wire, brief] = ["ferry-wire", "ferry-brief"].map((id) => feed.find((article) => article.id === id));
    if (wire === undefined || brief === undefined) throw new Error("the feed has no ferry");
    const html = storyReport(library.dedupe([wire, brief]).stories, library);
    const { aInB, bInA } = library.compare(wire, brief).containment;
    const percents = [...html.matchAll(/<td class="h\d">(\d+)<\/td>/gu)].map(([, percent]) => Number(percent));
    expect(percents).toEqual([aInB, bInA].map((share) => Math.floor(share * 100)));
  });

  it("covers what is written: with an index what changed, with --all everything", async () => {
    const [index, path] = [join(folder, "news.idx"), join(folder, "news.html")];
    const stdin = linesFor(feed.filter(({ id }) => id !== "cwa-1-uk"));
    await cli(["--index", index], { stdin });
    await cli(["--index", index, "--report", path, FEED]);
    expect(headlines(readFileSync(path, "utf8"))).toHaveLength(1);
    await cli(["--index", index, "--report", path, "--all"]);
    expect(headlines(readFileSync(path, "utf8"))).toHaveLength(6);
    await cli(["--index", index, "--report", path]);
    expect(readFileSync(path, "utf8")).toContain("<h1");
  });

  it("has the newest first, and says how many older ones it has no room for", () => {
    const stories = Array.from({ length: 90 }, (_, i) => storyOf(`story ${i}`, 20));
    const first = stories[0];
    for (const { article } of first?.articles ?? []) if (article) article.publishedAt = "2025-01-01";
    const same = library.compare("a b c", "a b c");
    const html = storyReport(stories, { ...library, compare: () => same });
    expect(headlines(html)[0]).toMatch(/^story 0,/u);
    expect([headlines(html).length, versions(html)]).toEqual([75, 1500]);
    expect(html).toContain("Left out: 15 stories whose newest version is older than these.");
  });

  it("shows the earliest of very many versions and the lead, and says so", () => {
    const many = storyOf("many", 31);
    expect(many.lead).toBe("many-30");
    const html = storyReport([many], library);
    expect(versions(html)).toBe(20);
    for (const shown of ["many, version 18<", "many, version 30<"]) expect(html).toContain(shown);
    expect(html).not.toContain("many, version 19<");
    expect(html).toContain("Left out: 11 versions, later than most of these.");
  });

  it("does not grow with what stands in a headline or an address", () => {
    const long = "y".repeat(1_000_000);
    const swollen = [1, 2].map((i) => ({
      id: `${i}${long}`,
      title: long,
      source: long,
      url: `https://example.org/${long}`,
      text: story("swollen", 5),
    }));
    expect(storyReport(library.dedupe(swollen).stories, library).length).toBeLessThan(40_000);
  });

  it("shows a share that it cannot know as unknown", () => {
    const { articles, ...rest } = storyOf("old", 3);
    const [first, ...others] = articles;
    if (first === undefined) throw new Error("no article");
    const html = storyReport([{ ...rest, articles: [{ ...first, article: undefined }, ...others] }], library);
    expect(html.match(/>\?<\/td>/gu)).toHaveLength(4);
    expect(html).toContain("old-0");
  });

  it("is not read for an article when it lies in a folder that is", async () => {
    const pages = mkdtempSync(join(folder, "pages-"));
    writeFileSync(join(pages, "a.txt"), story("a page", 9));
    const args = ["--report", join(pages, "r.html"), pages];
    await cli(args);
    expect((await cli(args)).err).toContain("1 article read; 1 article");
    expect(readdirSync(pages)).toEqual(["a.txt", "r.html"]);
  });

  it("replaces a former report at once, and leaves nothing beside it", async () => {
    const own = mkdtempSync(join(folder, "own-"));
    writeFileSync(join(own, "r.html"), "former");
    await cli(["--report", join(own, "r.html"), FEED]);
    expect(readdirSync(own)).toEqual(["r.html"]);
    expect(readFileSync(join(own, "r.html"), "utf8")).toMatch(/^<!doctype html>/u);
  });
});
