import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Span } from "../../src/article.js";
import type { Block, StoryDiff } from "../../src/diff/edits.js";
import { diff } from "../../src/index.js";
import { renderStoriesHtml, renderStoryHtml } from "../../src/render/index.js";
import { mergedReading, type Part } from "../../src/render/parts.js";
import { marksOf } from "../../src/render/placing.js";
import { renderHtml } from "./handMade.js";
import { after, before, diffOf, editOf, ferry, near, oneParagraph, spanOf } from "./samples.js";

const texts = { a: before, b: after };
const data = resolve(import.meta.dirname, "../../test-data/edits");
const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(2)>'&lt;</style></title>`;

/** What may stand in a report: no tag or attribute that runs, loads or sends anything. */
function faultsOf(html: string): string[] {
  const faults: string[] = [];
  for (const [tag, name] of html.matchAll(/<\/?([a-z0-9]+)[^>]*>/giu)) {
    if (/^(?:script|img|iframe|object|embed|link|form|svg|base|audio|video|source)$/iu.test(name)) faults.push(tag);
    if (/\s(?:on\w+|src|srcset|style)\s*=/iu.test(tag.replace(/"[^"]*"/gu, '""'))) faults.push(tag);
    const address = /\shref="([^"]*)"/u.exec(tag)?.[1];
    if (address !== undefined && !/^(?:#|https?:\/\/)/u.test(address)) faults.push(tag);
  }
  if (/url\(|@import/iu.test(html)) faults.push("the style sheet loads something");
  return faults;
}

/** The text of a piece of HTML as a reader sees it: hidden words and one kind of mark left out. */
function shownText(html: string, without?: "del" | "ins"): string {
  const marks = without === undefined ? html : html.replace(new RegExp(`<${without}\\b.*?</${without}>`, "gsu"), "");
  return tidy(
    marks
      .replace(/<span class="vh".*?<\/span>/gsu, "")
      .replace(/<[^>]*>/gu, "")
      .replace(/&lt;/gu, "<")
      .replace(/&gt;/gu, ">")
      .replace(/&quot;/gu, '"')
      .replace(/&#39;/gu, "'")
      .replace(/&amp;/gu, "&"),
  );
}

const tidy = (text: string): string => text.replace(/\s+/gu, " ").trim();
const joined = (text: string, spans: Span[]): string =>
  tidy(spans.map(({ start, end }) => text.slice(start, end)).join(" "));

/** The row of a block. */
function rowOf(html: string, index: number): string {
  const start = html.indexOf(`id="r${index + 1}"`);
  return html.slice(html.lastIndexOf("<div", start), html.indexOf("\n", start));
}

describe("a diff as HTML", () => {
  const html = renderHtml(ferry, texts);

  it("is one page that loads nothing and runs nothing", () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/u);
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(faultsOf(html)).toEqual([]);
  });

  it("is the same for the same input", () => {
    expect(renderHtml(ferry, texts)).toBe(html);
  });

  it("has landmarks, one heading of the first level and a way past the head", () => {
    expect(html.match(/<h1/gu)).toHaveLength(1);
    expect(html).toContain('<a class="skip" href="#report">');
    expect(html).toContain('<main id="report"');
    for (const [, id] of html.matchAll(/aria-labelledby="([^"]*)"/gu)) expect(html).toContain(`id="${id}"`);
    for (const [, id] of html.matchAll(/href="#([^"]*)"/gu)) expect(html).toContain(`id="${id}"`);
    const ids = [...html.matchAll(/\sid="([^"]*)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("shows the facts on top, with the words round them and a link to their place", () => {
    const top = html.slice(0, html.indexOf('class="sheet"'));
    expect(shownText(top)).toContain("Calder on Monday with 312 → 318 people aboard.");
    expect(top).toContain('href="#r1"');
    expect(shownText(top)).toContain("1 fact changed, 2 cuts, 1 addition, 3 style edits.");
  });

  it("takes a summary in place of the counts", () => {
    const told = renderHtml(ferry, {
      ...texts,
      summary: { sentence: "Toll raised <b>to 318.", houseStyle: [{ name: "British spelling", count: 3 }] },
    });
    expect(told).toContain('<p class="sentence">Toll raised &lt;b&gt;to 318.</p>');
    expect(told).toContain('<li>British spelling <span class="tally">3</span></li>');
  });

  it("shows every edit of words once in the reading of the second text", () => {
    const edits = ferry.edits.flatMap((edit, number) => (edit.kind === "moved" ? [] : [{ edit, number }]));
    for (const { edit, number } of edits) {
      const marks = [...html.matchAll(new RegExp(`<(del|ins)[^>]* data-edit="${number}"`, "gu"))].map(([, tag]) => tag);
      // Matter that both have had is marked on the left too.
      expect(marks.filter((tag) => tag === "ins")).toHaveLength(edit.b === undefined ? 0 : 1);
      expect(marks.filter((tag) => tag === "del").length).toBe(
        edit.a === undefined ? 0 : /removed/u.test(rowOf(html, 4)) && number === 5 ? 1 : 2,
      );
    }
  });

  it("links a moved paragraph both ways", () => {
    expect(html).toContain('<a href="#r4-from">Moved from paragraph 2</a>');
    expect(html).toContain('<a href="#r4">Paragraph 2 moved to 4</a>');
    expect(html).toContain('id="r4-from"');
  });

  it("tells removed from added to those who do not see it", () => {
    expect(html).toContain(
      '<del data-edit="0" title="number"><span class="vh" lang="en" dir="ltr">[removed (number): </span>312<span class="vh" lang="en" dir="ltr">]</span></del>',
    );
    expect(html).toContain("[added (spelling): </span>towards<");
  });

  it("folds furniture and the verdict away", () => {
    const page = `Menu\n${before}\n© Calder Post`;
    const moved = (span: Span): Span => ({ start: span.start + 5, end: span.end + 5 });
    const blocks = ferry.blocks.map((block) => ({ ...block, a: block.a.map(moved), edits: [] }));
    const report = renderHtml(diffOf(blocks), { a: page, b: after, comparison: near });
    expect(report).toContain("2 lines of headlines, captions, menus and teasers");
    expect(report).toMatch(/<details class="besides"><summary>/u);
    expect(report).toMatch(
      /<details class="verdict same"><summary><strong>Same story: near-duplicate<\/strong> <span>score 0\.97/u,
    );
    expect(report).toContain('<mark id="a-passage-1">');
    expect(report).toContain('href="#b-passage-1"');
  });

  it("says when there is nothing to say", () => {
    expect(renderHtml(diffOf([]), texts)).toContain("No differences.");
  });

  it("says when the diff is coarse", () => {
    expect(renderHtml({ ...ferry, complete: false }, texts)).toContain("coarser than it could be");
  });

  it("needs both texts", () => {
    expect(() => renderHtml(ferry, { a: before } as never)).toThrow(/pass \{ a, b \}/u);
  });
});

describe("hostile input", () => {
  it("shows as text, wherever it stands", () => {
    const a = `One ${HOSTILE} two.`;
    const b = `One ${HOSTILE} three.`;
    const about = { title: HOSTILE, source: HOSTILE, url: HOSTILE, publishedAt: HOSTILE, language: '"><script>' };
    const reasons = [{ code: "copied" as const, text: HOSTILE }];
    const facts: StoryDiff["facts"] = [
      {
        kind: "name",
        change: "changed",
        a: { ...spanOf(a, HOSTILE), text: HOSTILE },
        b: { ...spanOf(b, HOSTILE), text: HOSTILE },
      },
    ];
    const given = { ...oneParagraph(a, b, [editOf("name", a, b, "two", "three")]), facts };
    const html = renderHtml(given, {
      a,
      b,
      about: { a: about, b: { ...about, title: "fine" } },
      comparison: { ...near, reasons, passages: [{ a: spanOf(a, HOSTILE), b: spanOf(b, HOSTILE), words: 3 }] },
      summary: { sentence: HOSTILE, houseStyle: [{ name: HOSTILE, count: 1 }] },
    });
    expect(faultsOf(html)).toEqual([]);
    expect(html.match(/<\/style>/gu)).toHaveLength(1);
    expect(shownText(rowOf(html, 0))).toContain(HOSTILE);
  });

  it.each([
    "javascript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,x",
    "//example.org/x",
    'https://example.org/"onclick=',
    "https://example.org/ x",
    "HTTPS",
    "",
  ])("links no address like %j", (url) => {
    expect(renderHtml(ferry, { ...texts, about: { a: { title: "Title", url } } })).not.toContain("noreferrer");
  });

  it.each(["https://example.org/a?b=c&d=e", "http://example.org", "HTTPS://EXAMPLE.ORG/"])("links %s", (url) => {
    const html = renderHtml(ferry, { ...texts, about: { a: { source: "Post", url } } });
    expect(html).toContain(`<a href="${url.replace("&", "&amp;")}" rel="noopener noreferrer">Post</a>`);
  });

  it("loses its controls", () => {
    const text = "One\u202e two\u001b[31m three\u0000 four.";
    const html = renderHtml(diffOf([{ kind: "added", a: [], b: [{ start: 0, end: text.length }], edits: [] }]), {
      a: "",
      b: text,
    });
    expect(html).toContain("One two three four.");
  });

  it("takes time in step with its length", () => {
    const timed = (count: number): number => {
      const a = Array.from({ length: count }, (_, i) => `word${i}`).join(" ");
      const b = Array.from({ length: count }, (_, i) => (i % 2 ? `word${i}` : `other${i}`)).join(" ");
      const given = diff(`${a}.`, `${b}.`);
      const start = performance.now();
      renderHtml(given, { a: `${a}.`, b: `${b}.` });
      return performance.now() - start;
    };
    timed(500);
    expect(timed(10_000)).toBeLessThan(20 * Math.max(timed(1000), 10));
  });
});

describe("languages", () => {
  it("gives each text its language, and its direction by most of its letters", () => {
    const a = "NATO قالت مصادر في المدينة إن الجسر أغلق مساء أمس.";
    const b = "The bridge was closed last night.";
    const html = renderHtml(oneParagraph(a, b, []), {
      a,
      b,
      about: { a: { language: "ar" }, b: { language: "en-GB" } },
    });
    expect(html).toContain('<div class="cell was" lang="ar" dir="rtl">');
    expect(html).toContain('<div class="cell now" lang="en-GB" dir="ltr">');
  });

  it("leaves out a language that is none", () => {
    expect(renderHtml(ferry, { ...texts, about: { a: { language: "no such language" } } })).not.toContain("no such");
  });
});

describe("the two readings of a paragraph", () => {
  const cases: [string, string, string, [Parameters<typeof editOf>[0], string, string][]][] = [
    ["a word replaced", "Twelve were hurt.", "Ten were hurt.", [["number", "Twelve", "Ten"]]],
    [
      "matter dropped at the end",
      "He said so, on condition of anonymity.",
      "He said so.",
      [["dropped", ", on condition of anonymity", ""]],
    ],
    [
      "matter dropped inside, behind a change",
      "Mr. Holt, who is ill, said it.",
      "Mr Holt said it.",
      [
        ["honorific", "Mr.", "Mr"],
        ["dropped", ", who is ill,", ""],
      ],
    ],
    [
      "matter dropped before matter added",
      "One two three four.",
      "One three five four.",
      [
        ["dropped", "two", ""],
        ["added", "", "five"],
      ],
    ],
    [
      "words changing places",
      "On Monday he said that.",
      "he said that On Monday.",
      [["reordered", "On Monday ", " On Monday"]],
    ],
    [
      "no spaces between words",
      "今天上午三人受伤送医。",
      "上午五人受伤。",
      [
        ["dropped", "今天", ""],
        ["number", "三", "五"],
        ["dropped", "送医", ""],
      ],
    ],
  ];

  it.each(cases)("%s: without what went it is the second, without what came the first", (_name, a, b, edits) => {
    const given = oneParagraph(
      a,
      b,
      edits.map(([kind, gone, came]) => editOf(kind, a, b, gone, came)),
    );
    const row = rowOf(renderHtml(given, { a, b }), 0);
    const now = row.slice(row.indexOf('class="cell now"'));
    const was = row.slice(row.indexOf('class="cell was"'), row.indexOf('<div class="cell now"'));
    expect(shownText(`<p ${now}`, "del")).toBe(tidy(b));
    expect(shownText(`<p ${now}`, "ins")).toBe(tidy(a));
    expect(shownText(`<p ${was}`)).toBe(tidy(a));
  });

  it("puts what went where the edit says it stood", () => {
    // The diff knows no more than this, so that counting characters would be at a loss.
    const a = "Alpha beta gone gamma.";
    const b = "Alpha and beta gamma.";
    const dropped = { ...editOf("dropped", a, b, "gone", ""), at: { a: a.indexOf("gone"), b: b.indexOf("gamma") } };
    const row = rowOf(renderHtml(oneParagraph(a, b, [dropped]), { a, b }), 0);
    expect(shownText(row.slice(row.indexOf("now")))).toContain("Alpha and beta gone gamma.");
  });

  it("does not cut a word in two where the diff leaves a change out", () => {
    const a = "would speak with Biden on Thursday but gave no details";
    const b = "would speak with Mr Biden on Thursday";
    const row = rowOf(
      renderHtml(oneParagraph(a, b, [editOf("dropped", a, b, " but gave no details", "")]), { a, b }),
      0,
    );
    expect(shownText(row.slice(row.indexOf("now")))).toContain("Mr Biden on Thursday but gave no details");
  });

  it.each(readdirSync(data).filter((name) => name.endsWith(".json")))("hold for the paragraphs of %s", (name) => {
    const { a, b } = JSON.parse(readFileSync(join(data, name), "utf8")) as Record<"a" | "b", { text: string }>;
    const given = diff({ text: a.text }, { text: b.text });
    const marks = marksOf(given.blocks);
    for (const [index, block] of given.blocks.entries()) {
      const parts = mergedReading(block, marks[index], a.text, b.text);
      expect(parts.map((paragraph) => tidy(textOf(paragraph, "came"))).join(" ")).toBe(joined(b.text, block.b));
      expect(faultsOfSides(block, parts, marks[index])).toEqual([]);
    }
  });

  function textOf(parts: Part[], side: "gone" | "came"): string {
    return parts.flatMap(({ text, mark }) => (mark === undefined || mark.side === side ? [text] : [])).join("");
  }

  /** Edits shown more than once on a side, or not at all. */
  function faultsOfSides(block: Block, parts: Part[][], { own }: ReturnType<typeof marksOf>[number]): string[] {
    if (block.b.length === 0) return [];
    const inside = (span: Span): boolean => block.a.some(({ start, end }) => span.start < end && span.end > start);
    // An edit inside a larger one is shown by that.
    const isCovered = (number: number, side: "a" | "b", span: Span): boolean =>
      own.some((other) => {
        const larger = other.edit[side];
        return other.number !== number && larger !== undefined && larger.start <= span.start && larger.end >= span.end;
      });
    return own.flatMap(({ edit: { kind, a, b }, number }) => {
      const sides = parts.flat().flatMap(({ mark }) => (mark?.number === number ? [mark.side] : []));
      const gone = sides.filter((side) => side === "gone").length;
      const isGone = a === undefined || !inside(a) ? gone === 0 : gone === 1 || isCovered(number, "a", a);
      const isCome = b === undefined || sides.includes("came") || isCovered(number, "b", b);
      return isGone && isCome ? [] : [`${kind} ${number}: ${sides}`];
    });
  }
});

describe("a story of many versions as HTML", () => {
  const members = [
    { id: "1", title: "First", source: "Wire", publishedAt: "2024-01-09T06:00Z", url: "https://example.org/1" },
    {
      id: "2",
      title: HOSTILE,
      source: HOSTILE,
      publishedAt: "2024-01-09T06:30Z",
      verdict: "near-duplicate" as const,
      score: 0.987,
      derivesFrom: "1",
      how: HOSTILE,
    },
    { id: "3", url: "javascript:alert(1)" },
  ];
  const containment = [
    [1, 0.996, 0],
    [0.5, 1, 0.2],
    [Number.NaN, 2, 1],
  ];

  it("has the members, the shares and the times, and nothing that runs", () => {
    const html = renderStoryHtml({ members, containment });
    expect(faultsOf(html)).toEqual([]);
    expect(html).toContain("<h1");
    expect(html).toContain("3 versions, 2 sources, over 30 minutes");
    expect(html).toContain('<td class="h4">99</td>');
    expect(html).toContain("+30 minutes");
    expect(html).toContain("1 version without a date");
  });

  it("does not pass an unknown share for none", () => {
    const html = renderStoryHtml({ members, containment });
    expect(html).toContain('</th><td class="self" title="not known">?</td><td class="h5">100</td>');
    const known = renderStoryHtml({
      members: members.slice(0, 2),
      containment: [
        [1, 0],
        [0, 1],
      ],
    });
    expect(known).not.toContain("?</td>");
  });

  it("says what its maker wants said of a story and of the list", () => {
    expect(renderStoryHtml({ members, containment, note: HOSTILE })).toContain('<p class="note-line">');
    const html = renderStoriesHtml([{ members, containment, note: HOSTILE }], { notes: ["9 left out", HOSTILE] });
    expect(faultsOf(html)).toEqual([]);
    expect(html).toContain('<p class="note-line">9 left out</p><p class="note-line">');
  });

  it("shows many stories on one page, none of their ids alike", () => {
    const html = renderStoriesHtml(
      [
        { members, containment },
        { title: HOSTILE, members, containment },
      ],
      { title: HOSTILE },
    );
    expect(faultsOf(html)).toEqual([]);
    expect(html.match(/<h1/gu)).toHaveLength(1);
    const ids = [...html.matchAll(/\sid="([^"]*)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of html.matchAll(/(?:href="#|aria-labelledby=")([^"]*)"/gu)) expect(ids).toContain(id);
  });

  it("wants a share for each two members", () => {
    expect(() => renderStoryHtml({ members, containment: [[1]] })).toThrow(/3 rows of 3/u);
  });
});
