import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Api } from "../../src/cli/io.js";
import { linesOf } from "../../src/cli/lines.js";
import { sortAll } from "../../src/cli/sorter.js";
import { StoryIndex } from "../../src/index.js";
import { expected, feed, grouping, shuffled, story } from "../stories/feed.js";
import { library } from "./library.js";
import { chunks, cli, days, linesFor, storiesIn, type World } from "./running.js";

const ESC = "\u001b";
const FEED = "test-data/feed.jsonl";
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "samestory-dedupe-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(resolve(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

describe("samestory dedupe", () => {
  it("sorts a feed into stories, a line of JSON each", async () => {
    const { status, out, err } = await cli([FEED]);
    const stories = storiesIn(out);
    expect(status).toBe(0);
    const several = grouping(stories).filter(({ length }) => length > 1);
    expect(several).toEqual(
      expected
        .map((ids) => [...ids].sort())
        .filter(({ length }) => length > 1)
        .sort((a, b) => (a[0] < b[0] ? -1 : 1)),
    );
    expect(stories[0]).toMatchObject({ id: "cwa-1", lead: "cwa-1", leadReason: "fullest" });
    expect(stories[0]?.articles[1]).toMatchObject({
      id: "cwa-1-uk",
      title: "US and Vestmark to hold talks amid tension over Karsund Strait",
      source: "Skerry Syndicate",
      url: "https://skerry.example/cwa-1-uk",
      verdict: "near-duplicate",
      origin: { id: "cwa-1" },
    });
    expect(out).not.toContain("Negotiators from"); // the texts stay where they are
    expect(err).toBe("samestory: 18 articles read; 18 articles in 11 stories, 6 told more than once\n");
  });

  it("gives the same stories whatever the order of the lines", async () => {
    const { out } = await cli([FEED]);
    expect((await cli([file("shuffled.jsonl", linesFor(shuffled(feed, 3)))])).out).toBe(out);
  });

  it("tells them to people as a table, which no terminal obeys", async () => {
    const { out } = await cli(["--format", "table", FEED]);
    expect(out).toContain("Ferry fire off Calder coast kills two; 312 people abandon ship: 3 articles\n  lead     ");
    expect(out).toMatch(/ {2}[01]\.\d\d near-duplicate {2}Metro Minute: Two dead in ferry fire\n/);
    expect(out).toContain("told once: 5\n");
    const hostile = linesFor([{ text: "One story.", title: `${ESC}[2J\n\u202eevil\u009b2J` }]);
    const table = await cli(["--format", "table"], { stdin: hostile });
    for (const obeyed of [ESC, "\u009b", "\u202e"]) expect(table.out).not.toContain(obeyed);
    const json = await cli([], { stdin: hostile });
    for (const obeyed of [ESC, "\u009b", "\u202e"]) expect(json.out).not.toContain(obeyed);
  });

  it("takes the later of two articles with one id, and says so", async () => {
    const stdin = linesFor([
      { id: "a", text: story("one", 5), title: "Old" },
      { id: "a", text: story("two", 5), title: "New" },
    ]);
    const { out, err } = await cli(["-"], { stdin });
    expect(storiesIn(out).map(({ articles }) => articles[0]?.title)).toEqual(["New"]);
    expect(err).toContain("2 articles read, 1 came again under an id; 1 article in 1 story");
  });

  it("has nothing to say of nothing", async () => {
    expect(await cli([], { stdin: "\n \n" })).toEqual({
      status: 0,
      out: "",
      err: "samestory: 0 articles read; 0 articles in 0 stories, 0 told more than once\n",
    });
  });
});

describe("what dedupe reads", () => {
  it("lines, lists, articles, pages and folders, mixed", async () => {
    const [one, two, three, four, five] = Array.from({ length: 5 }, (_, i) => story(`kind ${i}`, 6));
    const mixed = join(folder, "mixed");
    file("mixed/b/list.json", JSON.stringify([{ id: "in-list", text: one }, { text: two }]));
    file("mixed/b/one.JSON", JSON.stringify({ id: 7, text: three }));
    file("mixed/a/page.txt", four ?? "");
    file("mixed/picture.png", "\0");
    file("mixed/.hidden.txt", "unread");
    const { status, out, err } = await cli([mixed, "-"], {
      stdin: `\ufeff${JSON.stringify({ id: "piped", text: five })}`,
    });
    expect([status, err]).toEqual([
      0,
      "samestory: 5 articles read, 1 file of other kinds not read; 5 articles in 5 stories, 0 told more than once\n",
    ]);
    const ids = storiesIn(out).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(["in-list", "7", "piped", join(mixed, "a/page.txt")]));
    expect(ids.filter((id) => id.startsWith("article-"))).toHaveLength(1);
  });

  it("the article of a .txt page without its furniture", async () => {
    const { out } = await cli(["test-data/strait-talks"]);
    expect(storiesIn(out).some(({ articles }) => articles.length > 1)).toBe(true);
  });

  it("lines that end in CR LF, and a last one that does not end", async () => {
    const { err } = await cli([], { stdin: `{"text":"a b"}\r\n\r\n{"text":"c d"}` });
    expect(err).toContain("2 articles read; 2 articles in 2 stories");
  });

  it("pages and feeds where there is a reader for them", async () => {
    const page = file("kinds/page.html", Buffer.from('<meta charset="windows-1252"><p>Caf\xe9</p>', "latin1"));
    const rss = file("kinds/feed.rss", "<rss/>");
    const seen: string[] = [];
    const loadExtract: Api["loadExtract"] = () =>
      Promise.resolve({
        articleFromHtml: (html) => {
          seen.push(html);
          return { text: "Page text.", url: "https://origin.example/1", title: "Page" };
        },
        articlesFromFeed: (text, { onSkip }) => {
          seen.push(text);
          onSkip({ index: 1, reason: "its markup is broken" });
          return [{ id: "guid-1", text: "Feed text." }];
        },
      });
    const { out, err, status } = await cli([page, rss], { api: { loadExtract } });
    expect(seen).toEqual(['<meta charset="windows-1252"><p>Café</p>', "<rss/>"]);
    expect(
      storiesIn(out)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([page, "guid-1"].sort());
    expect(err).toContain("feed.rss, item 2, is left out: its markup is broken\n");
    expect([status, err.includes("2 articles read, 1 skipped")]).toEqual([0, true]);
  });

  it("a feed, a page or a list that is piped in, known by how it begins", async () => {
    const api = { loadExtract: () => import("../../src/extract/index.js") };
    const text = story("piped", 9);
    const page = (title: string): string => `<title>${title}</title><article><p>${text}</p></article>`;
    const rss = `<rss version="2.0"><channel><item><guid>g</guid><title>T</title></item></channel></rss>`;
    const jsonFeed = {
      title: "J",
      version: "https://jsonfeed.org/version/1.1",
      items: [{ id: "j", content_text: text }],
    };
    expect(storiesIn((await cli([file("feed.json", JSON.stringify(jsonFeed))], { api })).out)).toMatchObject([
      { id: "j" },
    ]);
    for (const [stdin, ids] of [
      [JSON.stringify(jsonFeed, null, 2), ["j"]],
      [JSON.stringify(jsonFeed).replaceAll("/", "\\/"), ["j"]],
      [`\ufeff\n <?xml version="1.0"?>${rss}`, ["g"]],
      [JSON.stringify([{ id: "a", text }], null, 2), ["a"]],
      ["[]\n", []],
      [`{"id":"b","text":"x y"}\n`, ["b"]],
    ] as const) {
      expect(storiesIn((await cli([], { stdin, api })).out).map(({ id }) => id)).toEqual(ids);
    }
    const index = join(folder, "piped.idx");
    for (const title of ["One", "Two"]) {
      const stdin = `<!DOCTYPE html>\n<html>${page(title)}</html>`;
      const { out, err } = await cli(["--index", index], { stdin, api });
      expect(err).not.toContain("came again");
      expect(storiesIn(out)).toMatchObject([{ articles: title === "One" ? [{}] : [{}, {}] }]);
    }
    expect((await cli([], { stdin: "<p>x", api })).err).toContain("standard input cannot be read: ");
  });

  it("keeps what two feeds gave one id, and knows each again", async () => {
    const api = { loadExtract: () => import("../../src/extract/index.js") };
    const rss = (host: string) =>
      `<rss version="2.0"><channel><title>${host}</title><item><guid isPermaLink="false">1</guid><link>https://${host}/x</link>` +
      `<title>${host}</title><pubDate>Mon, 06 May 2030 10:00:00 GMT</pubDate><description>${story(host, 9)}</description></item></channel></rss>`;
    const files = ["bridge.example", "goat.example"].map((host) => file(`ids/${host}.xml`, rss(host)));
    const ids = ["1", "goat.example#1"];
    expect(storiesIn((await cli(files, { api })).out).map(({ id }) => id)).toEqual(ids);
    const index = join(folder, "ids.idx");
    const runs = [files, files.toReversed()];
    for (const [run, names] of runs.entries()) {
      const { err } = await cli(["--index", index, ...names], { api });
      expect(err).toContain(run === 0 ? "2 articles in 2 stories" : "2 came again unchanged; 2 articles in 2 stories");
    }
  });

  it("a stray line in brackets for what it is", async () => {
    const { err } = await cli([], { stdin: `[info] started\n${JSON.stringify({ text: story("log", 5) })}\n` });
    expect(err).toContain("standard input:1 is not valid JSON");
    expect(err).toContain("1 article read, 1 skipped");
  });

  it("pages and feeds are refused in a plain sentence where there is none", async () => {
    const { status, err } = await cli([file("none/page.htm", "<p>x"), file("none/feed.xml", "<rss/>"), FEED]);
    expect(err).toContain(
      "page.htm is HTML, which this version does not read: give the text as .txt, .json or .jsonl\n",
    );
    expect(err).toContain("feed.xml is a feed, which this version does not read");
    expect([status, err.includes("18 articles read, 2 skipped")]).toEqual([0, true]);
  });

  it("a feed that the reader refuses is told with its name", async () => {
    const api = {
      loadExtract: () =>
        Promise.resolve({
          articleFromHtml: () => ({ text: " " }),
          articlesFromFeed: () => {
            throw new Error("this is no feed");
          },
        }),
    };
    const { err, status } = await cli([file("no.xml", "x"), file("no.html", "x")], { api });
    expect(err).toContain("no.xml cannot be read: this is no feed\n");
    expect(err).toContain("no.html holds no article that could be found\n");
    expect([status, err.includes("there was no article in what was read")]).toEqual([2, true]);
  });

  it("lines as they are, wherever the pieces of a stream end", async () => {
    const lines: [number, string | undefined][] = [];
    const text = "eins\n\nzwei mit ü\ndrei";
    for await (const { number, bytes } of linesOf(chunks(text)))
      lines.push([number, bytes && Buffer.from(bytes).toString()]);
    expect(lines).toEqual([
      [1, "eins"],
      [2, ""],
      [3, "zwei mit ü"],
      [4, "drei"],
    ]);
  });
});

describe("bad lines", () => {
  const good = JSON.stringify({ id: "good", text: story("good", 5) });
  const content = Buffer.concat([
    Buffer.from(`${good}\n{"text": "cut\n`),
    Buffer.from('{"text":"caf\xe9"}\n', "latin1"),
    Buffer.from('[]\n{"body":"x"}\n{"id":"","text":"x"}\n{"text":"x","title":3}\n{"text":" "}\nnull\n'),
  ]);

  it("are told with file and number, skipped and counted", async () => {
    const path = file("bad.jsonl", content);
    const { status, out, err } = await cli([path, FEED]);
    expect([status, storiesIn(out).length]).toEqual([0, 12]);
    expect(err.split("\n").slice(0, -2)).toEqual([
      expect.stringContaining(`samestory: ${path}:2 is not valid JSON (`),
      `samestory: ${path}:3 is not UTF-8`,
      ...[4, 5].map((line) => `samestory: ${path}:${line} holds no article: it needs an object with a string "text"`),
      `samestory: ${path}:6 has an empty "id": leave it out, or give each article its own`,
      `samestory: ${path}:7 has a "title" that is not a string: put it in quotes`,
      `samestory: ${path}:8 has an empty "text": give it the text of an article`,
      `samestory: ${path}:9 holds no article: it needs an object with a string "text"`,
    ]);
    expect(err).toContain("19 articles read, 8 skipped; 19 articles in 12 stories");
  });

  it("stop the run with --strict, and leave an index as it was", async () => {
    const index = join(folder, "strict.idx");
    const { status, out, err } = await cli(["--strict", "--index", index, file("bad.jsonl", content)]);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(/^samestory: [^\n]*bad\.jsonl:2 is not valid JSON [^\n]*; --strict stops here\n$/);
    expect(readdirSync(folder)).not.toContain("strict.idx");
  });

  it("may be longer than memory would like", async () => {
    const path = file("long.jsonl", Buffer.concat([Buffer.alloc(33 * 1024 * 1024, "x"), Buffer.from(`\n${good}\n`)]));
    const { status, err } = await cli([path]);
    expect(err).toContain("long.jsonl:1 is longer than an article can be\n");
    expect([status, err.includes("1 article read, 1 skipped")]).toEqual([0, true]);
    rmSync(path);
  });

  it("are files too: empty, binary, UTF-16, gone wrong", async () => {
    const names = ["empty.txt", "binary.txt", "wide.jsonl", "broken.json", "page.txt"];
    const contents = ["", "a\0b", Buffer.from(`\ufeff${good}`, "utf16le"), "[{]", "<!doctype html><p>x"];
    const paths = names.map((name, i) => file(`files/${name}`, contents[i] ?? ""));
    const { err, status } = await cli([...paths, FEED]);
    for (const told of [
      "is empty",
      "is a binary file",
      "is UTF-16: convert it",
      "is not valid JSON",
      "is HTML: name it .html",
    ]) {
      expect(err).toContain(told);
    }
    expect([status, err.includes("18 articles read, 5 skipped")]).toEqual([0, true]);
  });

  it("alone are trouble", async () => {
    const { status, err } = await cli([], { stdin: "no\njson\n" });
    expect([status, err.includes("samestory: there was no article in what was read\n")]).toEqual([2, true]);
  });
});

describe("trouble before anything is read", () => {
  const trouble = async (args: string[], world: World = {}): Promise<string> => {
    const { status, out, err } = await cli(args, world);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(/^samestory: [^\n]+\n$/);
    return err;
  };

  it.each([
    [[FEED, "none.jsonl"], "none.jsonl does not exist: check the name"],
    [["-", "-"], "standard input can be read only once"],
    [["LICENSE"], "LICENSE is of no kind that is read: name it .jsonl"],
    [["--window", "7", FEED], "It must be a number and m, h, d or w, such as 36h or 7d."],
    [["--window", "0d", FEED], "It must be a number and m, h, d or w"],
    [["--format", "xml", FEED], "Allowed choices are jsonl, table."],
    [["--index", "none/below.idx", FEED], "the index none/below.idx cannot be written: its folder does not exist"],
    [["--index", FEED, FEED], 'does not begin with "SSIX". Give the index another name.\n'],
    [["--index", "test-data", FEED], "test-data is no file"],
    [["--report", "none/below.html", FEED], "none/below.html cannot be written: its folder does not exist"],
    [["--report", "test-data", FEED], "test-data is a directory: name a file in it"],
    [["--report", FEED, FEED], "the report would overwrite test-data/feed.jsonl: give it another name"],
    [["--report", "x.idx", "--index", "./x.idx", FEED], "the report would overwrite ./x.idx: give it another name"],
    [["--window"], "option '--window <time>' argument missing: see \"samestory help dedupe\""],
    [["--verbose"], "unknown option '--verbose': see \"samestory help dedupe\""],
    [["--windw", "7d"], "unknown option '--windw' (Did you mean --window?)\n"],
    [["--keep-texts", "all", FEED], "It must be a whole number, 0 or more."],
    [["--workers", "0", FEED], "It must be a whole number from 1 to 64."],
    [["--workers", "two", FEED], "It must be a whole number from 1 to 64."],
    [["--workers", "65", FEED], "It must be a whole number from 1 to 64."],
  ])("%j", async (args, message) => {
    expect(await trouble(args)).toContain(message);
  });

  it("a terminal to read from", async () => {
    expect(await trouble([], { stdinIsTerminal: true })).toContain("nothing to read: name files or folders");
  });
});

describe("--window", () => {
  it("lets go of what is older than that before the newest, with an index and without", async () => {
    const path = file("days.jsonl", linesFor([...days(10)].reverse()));
    const { out, err } = await cli(["--window", "3d", path]);
    expect(storiesIn(out).map(({ id }) => id)).toEqual(["day-7", "day-8", "day-9", "day-10"]);
    expect(err).toContain("10 articles read, 6 older than the window; 4 articles in 4 stories");
    const kept = await cli(["--window", "3d", "--index", join(folder, "days.idx"), path]);
    expect(grouping(storiesIn(kept.out))).toEqual(grouping(storiesIn(out)));
  });

  it("is not moved by one date in the future", async () => {
    const wrong = { id: "wrong", text: story("wrong", 8), publishedAt: "9999-01-01" };
    const { err } = await cli(["--window", "30d"], { stdin: linesFor([...days(3), wrong]) });
    expect(err).toContain("4 articles in 4 stories");
  });

  it("keeps articles without a time", async () => {
    const { err } = await cli(["--window", "1d"], { stdin: linesFor([...days(5), { text: story("timeless", 8) }]) });
    expect(err).toContain("6 articles read, 3 older than the window; 3 articles");
  });
});

describe("--index", () => {
  let index = "";
  beforeEach(() => {
    index = join(mkdtempSync(join(folder, "index-")), "news.idx");
  });

  it("goes on where the last run ended", async () => {
    const halves = [feed.slice(0, 9), feed.slice(9)].map((half, i) => file(`half-${i}.jsonl`, linesFor(half)));
    await cli(["--index", index, halves[0] ?? ""]);
    const { out, err, status } = await cli(["--index", index, "--all", halves[1] ?? ""]);
    expect(status).toBe(0);
    expect(err).toContain("9 articles read; 18 articles in 11 stories");
    expect(grouping(storiesIn(out))).toEqual(grouping(storiesIn((await cli([FEED])).out)));
    expect(StoryIndex.fromBytes(readFileSync(index)).size).toBe(18);
    expect(readdirSync(join(index, ".."))).toEqual(["news.idx"]);
  });

  it("writes the stories that are not as they were before the run, and with --all every one", async () => {
    const before = feed.filter(({ id }) => id !== "cwa-1-uk");
    await cli(["--index", index, file("before.jsonl", linesFor(before))]);
    const { out, err } = await cli(["--index", index, FEED]);
    expect(storiesIn(out).map(({ id, articles }) => [id, articles.length])).toEqual([["cwa-1", 2]]);
    expect(err).toContain("18 articles in 11 stories, 6 told more than once, 1 new or changed\n");
    expect(storiesIn((await cli(["--index", index, "--all"])).out)).toHaveLength(11);
    expect(storiesIn((await cli(["--index", index])).out)).toEqual([]);
  });

  it("leaves an article where it is when it comes again as it was, and takes the last of its versions", async () => {
    const text = story("again", 9);
    const dated = { id: "a", text, title: "One", publishedAt: "2024-05-01T10:00:00Z" };
    const undated = { id: "b", text: story("undated", 9) };
    await cli(["--index", index], { stdin: linesFor([dated, undated]) });
    const added: (string | undefined)[] = [];
    const api: Partial<Api> = {
      indexFromBytes: (bytes) => {
        const held = StoryIndex.fromBytes(bytes);
        const add = held.add.bind(held);
        held.add = (article) => {
          added.push(`${article.id} ${article.title}`);
          return add(article);
        };
        return held;
      },
    };
    const again = { ...dated, publishedAt: "2024-05-01T12:00:00+02:00" };
    const { out, err } = await cli(["--index", index], { stdin: linesFor([again, undated]), api });
    expect(added).toEqual(["b undefined"]); // without a time it counts as published when it came last
    expect([out, err.includes("2 articles read, 1 came again under an id, 1 came again unchanged;")]).toEqual([
      "",
      true,
    ]);
    await cli(["--index", index], { stdin: linesFor([{ ...dated, title: "Two" }, dated]), api });
    expect(added.slice(1)).toEqual(["a Two", "a One"]);
    expect(StoryIndex.fromBytes(readFileSync(index)).story("a")?.articles[0]?.article?.title).toBe("One");
  });

  it("takes a story for changed that has lost an article, or one of whose headlines is another", async () => {
    const [first, second, other] = [story("one", 8), story("one", 7), story("two", 8)];
    const articles = [
      { id: "a", text: first, title: "Old", publishedAt: "2024-05-01" },
      { id: "b", text: second, publishedAt: "2024-05-03" },
      { id: "c", text: other, title: "Other", publishedAt: "2024-05-03" },
    ];
    await cli(["--index", index], { stdin: linesFor(articles) });
    const retold = await cli(["--index", index], { stdin: linesFor([{ ...articles[0], title: "New" }]) });
    expect(storiesIn(retold.out).map(({ id }) => id)).toEqual(["a"]);
    const news = { id: "d", text: story("three", 8), publishedAt: "2024-05-04" };
    const expired = await cli(["--index", index, "--window", "2d"], { stdin: linesFor([news]) });
    expect(storiesIn(expired.out).map(({ id, articles }) => [id, articles.map((article) => article.id)])).toEqual([
      ["a", ["b"]],
      ["d", ["d"]],
    ]);
  });

  it("names the headline of a related story in a table that leaves that story out", async () => {
    await cli(["--index", index, FEED]);
    const retitled = feed.filter(({ id }) => id === "jelly-feature").map((article) => ({ ...article, title: "Later" }));
    const { out } = await cli(["--index", index, "--format", "table"], { stdin: linesFor(retitled) });
    expect(out).toMatch(
      /^told once: 1\n {20,}.*Later\n {2}related +shares passages with: クラゲ大量発生で火力発電所停止 8600戸停電\n$/u,
    );
  });

  it("leaves the file alone when a run brings nothing", async () => {
    await cli(["--index", index, FEED]);
    const before = statSync(index);
    await cli(["--index", index, "--all"]);
    await cli(["--index", index, FEED]);
    expect(statSync(index)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
    await cli(["--index", index], { stdin: linesFor(days(1)) });
    expect(statSync(index).ino).not.toBe(before.ino);
  });

  it("keeps as many texts as it is told to, then and later", async () => {
    const kept = (): number =>
      StoryIndex.fromBytes(readFileSync(index))
        .stories()
        .flatMap(({ articles }) => articles)
        .filter(({ article }) => article !== undefined).length;
    await cli(["--index", index, "--keep-texts", "5", FEED]);
    expect(kept()).toBe(5);
    await cli(["--index", index], { stdin: linesFor(days(3)) });
    expect(kept()).toBe(5);
    await cli(["--index", index, "--keep-texts", "0"]);
    expect(kept()).toBe(0);
  });

  it("keeps the file's permissions, and sweeps up what a killed run left long ago", async () => {
    await cli(["--index", index, FEED]);
    chmodSync(index, 0o640);
    const [old, fresh] = ["00000001", "00000002"].map((name) => `${index}.${name}.tmp`);
    for (const path of [old, fresh]) writeFileSync(path ?? "", "half");
    utimesSync(old ?? "", 0, 0);
    await cli(["--index", index], { stdin: linesFor(days(1)) });
    expect(statSync(index).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(index, ".."))).toEqual(["news.idx", "news.idx.00000002.tmp"]);
  });

  it("leaves the file alone when another run has written it meanwhile", async () => {
    await cli(["--index", index, FEED]);
    const other = Buffer.from("another run's");
    const api: Partial<Api> = {
      indexFromBytes: (bytes) => {
        writeFileSync(index, other);
        return StoryIndex.fromBytes(bytes);
      },
    };
    const { status, out, err } = await cli(["--index", index], { api, stdin: linesFor(days(1)) });
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain("was changed by another run meanwhile and is left as it is: run this one again");
    expect(readFileSync(index)).toEqual(other);
    expect(readdirSync(join(index, ".."))).toEqual(["news.idx"]);
  });
});

describe("progress", () => {
  const manyLines = linesFor(days(40));

  it("is told on a terminal, without colours, and gone at the end", async () => {
    const path = file("many.jsonl", manyLines);
    const { err } = await cli([path], { terminal: true });
    expect(err).toMatch(/#* *\.* *\d+% {2}\d+ articles {2}\d+\/s {2}\S+ left/);
    expect(err).not.toContain(`${ESC}[3`);
    const end = err.lastIndexOf("\r");
    expect(err.slice(end)).toMatch(/^\r[^\n%]*samestory: 40 articles read[^\n]*\n$/);
  });

  it("gives the bar up before the figures where there is little room", async () => {
    const { err } = await cli([file("many.jsonl", manyLines)], { terminal: true, columns: 48 });
    expect(err).toMatch(/\d+% {2}\d+ articles {2}\d+\/s {2}\S+ left/);
    expect(err).not.toMatch(/[#.]{2,}/);
  });

  it("has no end in sight when it reads a pipe", async () => {
    expect((await cli([], { terminal: true, stdin: manyLines })).err).toMatch(/\d+ articles {2}\d+\/s {2}\d+s/);
  });

  it("is silent elsewhere", async () => {
    for (const world of [{}, { terminal: true, env: { TERM: "dumb" } }]) {
      expect((await cli([FEED], world)).err).toMatch(/^samestory: 18 articles read[^\n]*\n$/);
    }
  });

  it("lets messages stand", async () => {
    const { err } = await cli([], { terminal: true, stdin: `bad\n${manyLines}` });
    expect(err).toContain(`\r${ESC}[Ksamestory: standard input:1 is not valid JSON`);
  });
});

describe("many articles", () => {
  it("go over from all at once to one by one with nothing lost", async () => {
    const sorter = sortAll(library, {}, 7);
    for (const article of feed) expect(await sorter.add(article)).toBe("new");
    expect(grouping(sorter.stories())).toEqual(grouping(library.dedupe(feed).stories));
    expect(await sorter.add(feed[0] ?? { text: "" })).toBe("replaced");
    expect(sorter.expire(Date.UTC(2040, 0))).toBe(18);
  });
});
