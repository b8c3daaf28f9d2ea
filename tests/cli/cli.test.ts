import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Api, Io } from "../../src/cli/io.js";
import { run } from "../../src/cli/program.js";
import { type ArticleInput, SamestoryError } from "../../src/index.js";
import { fire } from "../render/fire.js";
import { diffOf, ferry, near, after as newText, before as oldText, sealed } from "../render/samples.js";
import { library } from "./library.js";

const ESC = "\u001b";
let folder = "";
let a = "";
let b = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "samestory-cli-"));
  a = file("a.txt", oldText);
  b = file("b.txt", newText);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface World {
  stdin?: string | Uint8Array;
  tty?: boolean;
  columns?: number;
  env?: Record<string, string>;
  api?: Partial<Api>;
}

/** Runs a command line in memory, with results made by hand; `given` is what the library was called with. */
async function cli(args: string[], world: World = {}) {
  const given: ArticleInput[] = [];
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    stdin: chunks(world.stdin ?? ""),
    stdout: {
      write: (text) => out.push(text),
      isTTY: world.tty ?? false,
      ...(world.columns === undefined ? {} : { columns: world.columns }),
    },
    stderr: { write: (text) => err.push(text), isTTY: false },
    env: world.env ?? {},
  };
  const api: Api = {
    ...library,
    compare: (first, second) => {
      given.push(first, second);
      return near;
    },
    diff: (first, second) => {
      given.push(first, second);
      return sealed(ferry, textOf(first), textOf(second));
    },
    summarize: () => ({ sentence: "Toll raised from 312 to 318.", houseStyle: [] }),
    articleFromText: (page) => ({ text: page, title: "The <headline>" }),
    ...world.api,
  };
  const status = await run(args, "1.2.3", api, io);
  return { status, out: out.join(""), err: err.join(""), given };
}

function textOf(input: ArticleInput): string {
  return typeof input === "string" ? input : input.text;
}

async function* chunks(content: string | Uint8Array): AsyncIterable<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

describe("samestory compare", () => {
  it("reports, and exits 0 for one story", async () => {
    const { status, out, err } = await cli(["compare", a, b]);
    expect(out).toMatch(/^Same story: near-duplicate, score 0\.97\n/);
    expect(out).toContain("The ship was built in 1991.");
    expect([status, err]).toEqual([0, ""]);
  });

  it("exits 1 for two stories", async () => {
    const other = { ...near, verdict: "different" as const, sameStory: false };
    expect((await cli(["compare", a, b], { api: { compare: () => other } })).status).toBe(1);
  });

  it("prints the whole comparison as JSON, which no terminal obeys", async () => {
    const hostile = { ...near, reasons: [{ code: "copied" as const, text: `${ESC}[2J\u009b2J\u202e\u2028` }] };
    const { out } = await cli(["compare", "--json", a, b], { api: { compare: () => hostile } });
    expect(JSON.parse(out)).toEqual(hostile);
    expect(out).toMatch(/^\{\n {2}"verdict": "near-duplicate",/);
    expect(out.endsWith("}\n")).toBe(true);
    for (const obeyed of [ESC, "\u009b", "\u202e", "\u2028"]) expect(out).not.toContain(obeyed);
  });
});

describe("samestory diff", () => {
  it("reports, and exits 1 where there are edits", async () => {
    const { status, out, err } = await cli(["diff", a, b]);
    expect(out).toContain("with [-312-]{+318+}");
    expect(out).toContain("{~toward>towards~}");
    expect([status, err]).toEqual([1, ""]);
  });

  it("exits 0 where there are none", async () => {
    const { status, out } = await cli(["diff", a, a], { api: { diff: () => sealed(diffOf([]), oldText, oldText) } });
    expect([status, out]).toEqual([0, "No differences.\n"]);
  });

  it("never writes a report over what it reads, and writes to a pipe or a device as it is", async () => {
    const own = file("own.txt", readFileSync(a, "utf8"));
    const { status, err } = await cli(["diff", "--html", own, own, b]);
    expect([status, err]).toEqual([2, `samestory: the report would overwrite ${own}: give it another name\n`]);
    expect(readFileSync(own, "utf8")).toBe(readFileSync(a, "utf8"));
    expect((await cli(["diff", "--html", "-", a, b])).err).toContain("a report goes into a file");
    expect((await cli(["diff", "--html", "/dev/null", a, b])).status).toBe(1);
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  it("follows a link to a former report, and leaves who may read it as it was", async () => {
    const former = file("former.html", "old");
    chmodSync(former, 0o640);
    const link = join(folder, "link.html");
    symlinkSync(former, link);
    await cli(["diff", "--html", link, a, b]);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(statSync(former).mode & 0o777).toBe(0o640);
    expect(readFileSync(former, "utf8")).toContain("<!doctype html>");
  });

  it("leaves style edits out of the report and the status when asked", async () => {
    expect((await cli(["diff", "--style", "none", a, b])).out).not.toContain("{~");
    const style = sealed(diffOf(ferry.blocks.filter((block) => block.kind === "moved")), oldText, newText);
    expect((await cli(["diff", a, b], { api: { diff: () => style } })).status).toBe(1);
    expect((await cli(["diff", "--style=none", a, b], { api: { diff: () => style } })).status).toBe(0);
  });

  it("lays out more than two files as a history", async () => {
    const names = fire.map((article, index) => file(`fire${index}.json`, JSON.stringify(article)));
    const told = await cli(["diff", ...names]);
    expect(told.out).toMatch(/^4 versions, 3 sources, over 25 hours\n\n1 {2}Wire, /u);
    expect(told.status).toBe(1);
    const report = join(folder, "history.html");
    expect((await cli(["diff", "--html", report, ...names])).out).toBe(`${report}\n`);
    expect(readFileSync(report, "utf8")).toContain("Version 4: what changed");
    expect(JSON.parse((await cli(["diff", "--json", ...names])).out).order).toEqual([1, 2, 3, 0]);
    expect((await cli(["diff", a, a, a])).status).toBe(0);
    expect((await cli(["diff", a, a, a])).out).toContain(`1  ${a}\n   The <headline>`);
    expect((await cli(["diff", "-", a, "-"])).err).toMatch(/only one of them can be standard input/u);
  });

  it("writes a page where asked, and prints its name", async () => {
    const report = join(folder, "report.html");
    const { status, out } = await cli(["diff", "--html", report, a, b]);
    expect([status, out]).toEqual([1, `${report}\n`]);
    const html = readFileSync(report, "utf8");
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).toContain("The &lt;headline&gt;");
    expect(html).toContain("Toll raised from 312 to 318.");
    expect(html).toContain("Same story: near-duplicate");
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("says what keeps a page from being written", async () => {
    for (const [name, why] of [
      [join(folder, "no such folder", "x.html"), /its folder does not exist/],
      [folder, /is a directory/],
    ] as const) {
      const { status, err } = await cli(["diff", "--html", name, a, b]);
      expect(status).toBe(2);
      expect(err).toMatch(why);
    }
  });

  it("prints the whole diff as JSON", async () => {
    const { out, status } = await cli(["diff", "--json", a, b]);
    expect(JSON.parse(out)).toEqual(sealed(ferry, oldText, newText));
    expect(status).toBe(1);
  });
});

describe("input", () => {
  it("takes a text file as page text and a .json file as an article", async () => {
    const article = {
      text: "A ferry ran aground.",
      title: "Ferry",
      language: "en",
      publishedAt: "2024-03-01",
      id: null,
    };
    const json = file("b.json", JSON.stringify({ ...article, words: 4 }));
    const { given } = await cli(["compare", a, json]);
    const { id: _none, ...known } = article;
    expect(given).toEqual([oldText, known]);
  });

  it.each([0, 1])("reads standard input in place %i", async (place) => {
    const { given, status } = await cli(place === 0 ? ["compare", "-", b] : ["compare", a, "-"], {
      stdin: "新聞です。",
    });
    expect(given[place]).toBe("新聞です。");
    expect(status).toBe(0);
  });

  it("takes off byte order marks and reads UTF-16 that has one", async () => {
    const utf8 = file("utf8.txt", "\ufeffÜber Nacht");
    const little = file("le.txt", Buffer.from("\ufeffÜber Nacht", "utf16le"));
    const big = file("be.txt", Buffer.from("\ufeffÜber Nacht", "utf16le").swap16());
    expect((await cli(["compare", utf8, little])).given).toEqual(["Über Nacht", "Über Nacht"]);
    expect((await cli(["compare", big, utf8])).given).toEqual(["Über Nacht", "Über Nacht"]);
  });

  it("reads the article of a page in HTML, in the encoding that it declares", async () => {
    const paragraphs = oldText.split("\n\n").map((text) => `<p>${text}</p>`);
    const html = `<!doctype html><meta charset="windows-1252"><title>Übung</title><nav>Menu</nav><article>${paragraphs.join("")}<p>Caf\u00e9 owners watched.</p></article>`;
    const page = file("page.html", Buffer.from(html, "latin1"));
    const api = { loadExtract: () => import("../../src/extract/index.js") };
    const { given, err } = await cli(["compare", page, b], { api });
    expect(err).toBe("");
    expect(given[0]).toMatchObject({ text: expect.stringMatching(/^(?!.*<p>).*Café owners watched\.$/s) });
  });

  it("reads 10 MB", async () => {
    const big = file("big.txt", "x".repeat(10_000_000));
    expect((await cli(["compare", big, b])).status).toBe(0);
  });
});

describe("trouble", () => {
  const trouble = async (...args: string[]): Promise<string> => {
    const { status, out, err } = await cli(args, { stdin: "" });
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(/^samestory: [^\n]+\n$/);
    return err;
  };

  it("a missing file", async () => {
    expect(await trouble("compare", join(folder, "none.txt"), b)).toContain("none.txt does not exist: check the name");
    expect(await trouble("diff", a, join(a, "below.txt"))).toContain("below.txt does not exist");
  });

  it("a folder", async () => {
    mkdirSync(join(folder, "sub"), { recursive: true });
    expect(await trouble("compare", a, join(folder, "sub"))).toContain("sub is a directory: name a file in it");
  });

  it.each<[string, string | Uint8Array, string]>([
    ["empty", "", "is empty"],
    ["blank", " \n\ufeff\t\n", "is empty"],
    ["binary", "PNG\0\0\u0001", "is a binary file"],
    ["broken UTF-8", Buffer.from("un\ndeux\ntrois \xe9t\xe9\n", "latin1"), "is not UTF-8 (line 3): convert it"],
    ["broken UTF-16", Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00]), "is damaged UTF-16LE"],
    ["HTML, where nothing reads it", "<!DOCTYPE html><p>News</p>", "is HTML, which this version does not read"],
    [
      "a feed",
      '<?xml version="1.0"?><rss><channel></channel></rss>',
      "holds a feed or a list: sort it with samestory dedupe",
    ],
    ["a list of articles", '{"text":"x"}\n{"text":"y"}\n', "holds a feed or a list"],
    ["too large", Buffer.alloc(33 * 1024 * 1024, "x"), "is larger than 32 MB"],
  ])("a file that is %s", async (name, content, message) => {
    expect(await trouble("compare", file(`${name.replace(" ", "-")}.txt`, content), b)).toContain(message);
  });

  it.each([
    ["not JSON", "{text:", "is not valid JSON"],
    ["a list", '[{"text":"x"}]', "holds a list: give one article per file"],
    ["no article", '{"body":"x"}', 'holds no article: it needs an object with a string "text"'],
    ["null", "null", "holds no article"],
    ["an empty text", '{"text":" "}', 'has an empty "text"'],
    ["a title that is no string", '{"text":"x","title":3}', 'has a "title" that is not a string'],
  ])("a .json file that holds %s", async (_name, content, message) => {
    expect(await trouble("compare", file("bad.json", content), b)).toContain(message);
  });

  it("a file that may not be read", async () => {
    const path = file("secret.txt", "x");
    chmodSync(path, 0);
    if (process.getuid?.() === 0) return; // root reads everything
    expect(await trouble("compare", path, b)).toContain("may not be read: check its permissions");
  });

  it("standard input twice, or with nothing in it", async () => {
    expect(await trouble("compare", "-", "-")).toContain("only one of the two can be standard input");
    expect(await trouble("compare", "-", b)).toContain("standard input is empty");
  });

  it("file names that would drive the terminal", async () => {
    expect(await trouble("compare", `no${ESC}[2J\nsuch`, b)).not.toContain(ESC);
  });

  it.each([
    [["compare", "a.txt"], "missing required argument 'B'"],
    [["compare", "a.txt", "b.txt", "c.txt"], "too many arguments"],
    [["compare", "--wat", "a.txt", "b.txt"], "unknown option '--wat'"],
    [["compare", "--width", "12", "a.txt", "b.txt"], "It must be a whole number of 40 or more."],
    [["diff", "--style", "some", "a.txt", "b.txt"], "Allowed choices are all, none."],
    [["comprae", "a.txt", "b.txt"], "unknown command 'comprae'"],
    [["help", "stories"], "unknown command 'stories': see \"samestory help\""],
  ])("a wrong command line: %j", async (args, message) => {
    expect(await trouble(...args)).toContain(message);
  });

  it("what the library refuses, and a mistake of ours, with the place it came from", async () => {
    const refuse = (error: Error) => ({
      api: {
        compare: () => {
          throw error;
        },
      },
    });
    const refused = await cli(["compare", a, b], refuse(new SamestoryError("INVALID_INPUT", "publishedAt is no date")));
    expect(refused).toMatchObject({ status: 2, out: "", err: "samestory: publishedAt is no date\n" });
    const broken = await cli(["compare", a, b], refuse(new TypeError("x is undefined")));
    expect(broken.status).toBe(2);
    expect(broken.err).toMatch(/please report it:\nTypeError: x is undefined\n +at /);
  });
});

describe("help and version", () => {
  it.each([[["--help"]], [["-h"]], [["help"]], [["help", "diff"]], [["compare", "--help"]]])("%j", async (args) => {
    const { status, out, err } = await cli(args);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toContain("Usage: samestory");
    expect(out).toContain("Examples:\n  samestory ");
    for (const line of out.split("\n")) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  it("tells the exit status and the signs", async () => {
    expect((await cli(["compare", "--help"])).out).toContain(
      "Exit status: 0 same story, 1 not the same story, 2 trouble",
    );
    const { out } = await cli(["diff", "--help"]);
    expect(out).toContain("Exit status: 0 no edits, 1 edits, 2 trouble");
    expect(out).toContain("{~old>new~}");
  });

  it("the version is the package's", async () => {
    expect(await cli(["--version"])).toMatchObject({ status: 0, out: "1.2.3\n" });
  });

  it("no command at all is trouble, with the help on standard error", async () => {
    const { status, out, err } = await cli([]);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain("Usage: samestory");
  });
});

describe("colour", () => {
  const isColoured = async (world: World, ...options: string[]): Promise<boolean> =>
    (await cli(["diff", ...options, a, b], world)).out.includes(ESC);

  it("is for terminals that want it", async () => {
    expect(await isColoured({ tty: true })).toBe(true);
    expect(await isColoured({ tty: false })).toBe(false);
    expect(await isColoured({ tty: true, env: { TERM: "dumb" } })).toBe(false);
    expect(await isColoured({ tty: true, env: { NO_COLOR: "1" } })).toBe(false);
    expect(await isColoured({ tty: true, env: { NO_COLOR: "" } })).toBe(true);
  });

  it("is forced by FORCE_COLOR, and by the options before all", async () => {
    expect(await isColoured({ env: { FORCE_COLOR: "1", NO_COLOR: "1" } })).toBe(true);
    expect(await isColoured({ tty: true, env: { FORCE_COLOR: "0" } })).toBe(false);
    expect(await isColoured({ env: { NO_COLOR: "1" } }, "--color")).toBe(true);
    expect(await isColoured({ tty: true, env: { FORCE_COLOR: "1" } }, "--no-color")).toBe(false);
  });

  it("is never in JSON", async () => {
    expect(await isColoured({ tty: true }, "--json", "--color")).toBe(false);
  });
});

describe("width", () => {
  const widest = async (world: World, ...options: string[]): Promise<number> => {
    const reasons = [{ code: "copied" as const, text: "mm ".repeat(200) }];
    const { out } = await cli(["compare", "--no-color", ...options, a, b], {
      ...world,
      api: { compare: () => ({ ...near, reasons }) },
    });
    return Math.max(...out.split("\n").map((line) => line.length));
  };

  it("is the terminal's within reason, 80 elsewhere, or what --width says", async () => {
    expect(await widest({})).toBeGreaterThan(76);
    expect(await widest({ columns: 60 })).toBeGreaterThan(60);
    expect(await widest({ tty: true, columns: 60 })).toBeLessThanOrEqual(60);
    expect(await widest({ tty: true, columns: 20 })).toBeLessThanOrEqual(40);
    expect(await widest({ tty: true, columns: 300 })).toBeLessThanOrEqual(100);
    expect(await widest({ tty: true, columns: 60 }, "--width", "200")).toBeGreaterThan(190);
  });
});
