import { describe, expect, it } from "vitest";
import type { Verdict } from "../../src/compare/verdict.js";
import { columns } from "../../src/render/columns.js";
import { renderText } from "./handMade.js";
import { after, before, diffOf, editOf, ferry, near, oneParagraph } from "./samples.js";

const ESC = "\u001b";
const texts = { a: before, b: after };

describe("a comparison as text", () => {
  it("says the verdict in plain words, then the shares, the reasons and the longest passages", () => {
    expect(renderText(near, { a: before })).toBe(`Same story: near-duplicate, score 0.97
One is an edited version of the other.

first in second  0.99  ########################################
second in first  0.41  ################------------------------
resemblance      0.60  ########################----------------

Why
  - Nearly all of the first text stands in the second.
  - One figure changed; the rest of the facts stand.

2 shared passages, 11 words in all
  6 words
    The ship was built in 1991.
  5 words
    The ferry Lady Maren ran
`);
  });

  it("counts the passages where the text is not given", () => {
    expect(renderText(near)).toContain("2 shared passages, 11 words in all\n  6 words\n  5 words\n");
  });

  it.each<[Verdict, string]>([
    ["identical", "Same story: identical"],
    ["partial", "Not the same story: partial"],
    ["template", "Not the same story: template"],
    ["different", "Not the same story: different"],
  ])("names the verdict %s", (verdict, line) => {
    expect(renderText({ ...near, verdict }).split(",")[0]).toBe(line);
  });

  it("cuts a score and does not round it over the line", () => {
    expect(renderText({ ...near, verdict: "partial", sameStory: false, score: 0.4999 })).toContain("score 0.49\n");
    expect(renderText({ ...near, score: 0.29 })).toContain("score 0.29\n");
    expect(renderText({ ...near, score: 1 })).toContain("score 1.00\n");
  });

  it("leaves out what there is none of", () => {
    const text = renderText({ ...near, reasons: [], passages: [] });
    expect(text).not.toContain("Why");
    expect(text).not.toContain("passage");
  });
});

describe("a diff as text", () => {
  it("shows facts, then the paragraphs in reading order, then the counts", () => {
    expect(renderText(ferry, texts)).toBe(`Facts: 1 changed, 1 came
  ~ number: 312 → 318
  + number: Two

[-gone-] {+new+} substantive {~old>new~} style

~ The ferry Lady Maren ran aground off Calder on Monday with [-312-]{+318+}
  people aboard.

… 1 paragraph unchanged

~ Sailings resume {~toward>towards~} the weekend, {~Mr.>Mr~} Holt said[-, on
  condition of anonymity-].

> moved from paragraph 2
  “We felt a knock,” Captain Ruth Vane said.

- Fog was thick.

+ Two tugs pulled it free at noon.

4 substantive, 3 style edits
  substantive: 2 dropped, 1 number, 1 added
  style: 1 spelling, 1 honorific, 1 moved
  paragraphs: 2 edited, 1 kept, 1 moved, 1 removed, 1 added
`);
  });

  it("hides style edits when asked, and says how many", () => {
    const text = renderText(ferry, { ...texts, style: "none" });
    expect(text).toContain("Sailings resume towards the weekend, Mr Holt said[-, on");
    expect(text).not.toContain("{~");
    expect(text).not.toContain("moved from");
    expect(text).toContain("4 substantive, 3 style edits (hidden)");
  });

  it("says so when nothing differs", () => {
    const whole = { start: 0, end: before.length };
    expect(renderText(diffOf([{ kind: "kept", a: [whole], b: [whole], edits: [] }]), { a: before, b: before })).toBe(
      "No differences.\n",
    );
  });

  it("says so when the work budget ran out", () => {
    expect(renderText({ ...ferry, complete: false }, texts)).toContain("coarser than it could be");
  });

  it("puts dropped words where they stood, with a space on both sides", () => {
    const [a, b] = ["One two three four.", "One  two four."];
    expect(renderText(oneParagraph(a, b, [editOf("dropped", a, b, "three", "")]), { a, b })).toContain(
      "~ One two [-three-] four.",
    );
    const [c, d] = ["One two three", "One two"];
    expect(renderText(oneParagraph(c, d, [editOf("dropped", c, d, "three", "")]), { a: c, b: d })).toContain(
      "~ One two [-three-]\n",
    );
  });

  it("shows words in another order as one edit of style, and does not repeat an edit inside it", () => {
    const [a, b] = ["It rose, she said on Monday.", "It rose, on Monday she said."];
    const edits = [
      editOf("reordered", a, b, "she said on Monday", "on Monday she said"),
      editOf("wording", a, b, "said", "said"),
    ];
    expect(renderText(oneParagraph(a, b, edits.slice(0, 1)), { a, b })).toContain(
      "It rose, {~she said on Monday>on Monday she said~}.",
    );
    expect(renderText(oneParagraph(a, b, edits), { a, b }).match(/on Monday she said/g)).toHaveLength(1);
  });

  it("parts split paragraphs and leaves the caption between them out", () => {
    const a = "The dam held. The road did not.";
    const b = "The dam held.\n\nPHOTO: the dam\n\nThe road did not.";
    const first = { start: 0, end: 13 };
    const second = { start: b.indexOf("The road"), end: b.length };
    const split = {
      kind: "split",
      substantive: false,
      a: { start: 0, end: a.length },
      b: { start: 0, end: b.length },
      at: { a: 0, b: 0 },
    };
    const text = renderText(
      diffOf([
        {
          kind: "edited",
          a: [{ start: 0, end: a.length }],
          b: [first, second],
          edits: [{ ...split, kind: "split" }, editOf("wording", a, b, "The road", "The road")],
        },
      ]),
      { a, b },
    );
    expect(text).toContain("> paragraph 1 split in 2\n  The dam held.\n\n  {~The road>The road~} did not.\n");
    expect(text).not.toContain("PHOTO");
  });

  it.each([
    [[1], 1, "> moved from paragraph 2\n"],
    [[1, 2], 1, "> moved from paragraphs 2 and 3 and merged\n"],
    [[1], 2, "> moved from paragraph 2 and split in 2\n"],
    [[1, 3, 4], 1, "> moved from paragraphs 2, 4 and 5 and merged\n"],
    [[1, 2, 3], 2, "> moved from paragraphs 2 to 4 and divided anew in 2\n"],
  ])("says where paragraphs %j came from and how many they became: %i", (from, count, note) => {
    const text = "A.\nB.\nC.\nD.\nE.";
    const spans = [0, 3, 6, 9, 12].map((start) => ({ start, end: start + 2 }));
    const moved = { kind: "moved" as const, a: from.map((index) => spans[index]), b: spans.slice(0, count), edits: [] };
    const rest = spans.filter((span) => !moved.a.includes(span));
    const diff = diffOf([moved, { kind: "removed", a: rest, b: [], edits: [] }]);
    expect(renderText(diff, { a: text, b: text })).toContain(note);
  });

  it("folds a kept stretch that fills screens", () => {
    const filler = "word ".repeat(2000);
    const [a, b] = [`Six ${filler}end`, `Eight ${filler}end`];
    const text = renderText(oneParagraph(a, b, [editOf("number", a, b, "Six", "Eight")]), { a, b });
    expect(text.length).toBeLessThan(1500);
    expect(text).toContain("[…]");
  });
});

describe("width", () => {
  const long = "sehr".repeat(60);
  const cjk = "地铁公司证实，列车此前曾发生同类故障。「対策を急ぐ」と述べた。".repeat(8);
  const arabic = "وقدرت غرفة التجارة الخسائر بنحو خمسة ملايين دولار في اليوم ".repeat(6);
  const thai = "กรมอุตุนิยมวิทยาประกาศเตือนพายุฤดูร้อน".repeat(6);
  const emoji = "👩‍👩‍👧‍👦🇫🇷❤️ ".repeat(40);
  const paragraphs = [before, long, cjk, arabic, thai, emoji, "한국어 신문 기사 ".repeat(20), "e\u0301".repeat(200)];

  it.each([40, 80, 120])("no line is wider than %i columns", (width) => {
    for (const text of paragraphs) {
      const b = `Now ${text}`;
      const diff = oneParagraph(text, b, [
        { kind: "added", substantive: true, b: { start: 0, end: 3 }, at: { a: 0, b: 0 } },
      ]);
      const removed = diffOf([{ kind: "removed", a: [{ start: 0, end: text.length }], b: [], edits: [] }]);
      const comparison = {
        ...near,
        passages: [{ a: { start: 0, end: text.length }, b: { start: 4, end: b.length }, words: 200 }],
        reasons: [{ code: "copied" as const, text }],
      };
      const reports = [
        renderText(diff, { a: text, b, width }),
        renderText(removed, { a: text, b: "", width }),
        renderText(comparison, { a: text, width }),
        renderText(ferry, { ...texts, width }),
        renderText(
          { ...ferry, facts: [{ kind: "quote", change: "added", b: { start: 0, end: 1, text } }] },
          { ...texts, width },
        ),
      ];
      for (const line of reports.join("").split("\n")) expect(columns(line), line).toBeLessThanOrEqual(width);
    }
  });

  it("loses no character in wrapping", () => {
    for (const text of paragraphs) {
      const removed = diffOf([{ kind: "removed", a: [{ start: 0, end: text.length }], b: [], edits: [] }]);
      const bare = (shown: string): string => shown.replace(/\s+/g, "");
      expect(bare(renderText(removed, { a: text, b: "", width: 40 }))).toContain(bare(text));
    }
  });

  it("fills lines of Chinese and starts none with a closing mark", () => {
    const removed = diffOf([{ kind: "removed", a: [{ start: 0, end: cjk.length }], b: [], edits: [] }]);
    const lines = renderText(removed, { a: cjk, b: "", width: 40 })
      .split("\n")
      .filter((line) => /^[-\s] \S/.test(line));
    for (const line of lines) expect(line.slice(2)).not.toMatch(/^[。，」、]/);
    expect(columns(lines[2])).toBeGreaterThan(34);
  });

  it.each([39, 0, 80.5, Number.NaN])("refuses a width of %d", (width) => {
    expect(() => renderText(near, { width })).toThrow(/width must be a whole number of 40 or more, got/);
  });
});

describe("a hostile page", () => {
  const cases: [string, string][] = [
    ["colours", `red${ESC}[31m text`],
    ["a window title", `a${ESC}]0;owned\u0007b`],
    ["a link", `a${ESC}]8;;https://example.org${ESC}\\b`],
    ["8-bit sequences", "a\u009b2Jb\u009d0;x\u009cc"],
    ["a lone escape", `a${ESC}`],
    ["carriage return and backspace", "good\rbad\b\b\b"],
    ["direction overrides", "a\u202egnp.exe\u2066b"],
    ["half a surrogate pair", "a\ud83db"],
  ];

  it.each(cases)("cannot send %s to the terminal", (_name, text) => {
    const shown =
      renderText(
        oneParagraph("x", text, [
          { kind: "wording", substantive: false, b: { start: 0, end: text.length }, at: { a: 0, b: 0 } },
        ]),
        {
          a: "x",
          b: text,
        },
      ) +
      renderText({ ...near, reasons: [{ code: "copied" as const, text }] }, { a: text }) +
      renderText({ ...ferry, facts: [{ kind: "name", change: "added", b: { start: 0, end: 1, text } }] }, texts);
    expect(shown.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
  });

  it("keeps the joiners and marks that spelling needs", () => {
    const text = "می‌خواهم नमस्ते";
    const removed = diffOf([{ kind: "removed", a: [{ start: 0, end: text.length }], b: [], edits: [] }]);
    expect(renderText(removed, { a: text, b: "" })).toContain(text);
  });
});

describe("colour", () => {
  const withoutColour = (text: string): string => text.replaceAll(new RegExp(`${ESC}\\[[0-9;]*m`, "g"), "");

  it("is off unless asked for", () => {
    expect(renderText(ferry, texts) + renderText(near)).not.toContain(ESC);
  });

  it("marks gone and came, and closes on every line", () => {
    const text = renderText(ferry, { ...texts, color: true, width: 40 });
    expect(text).toContain(`${ESC}[31;9m312${ESC}[0m${ESC}[32;4m318${ESC}[0m`);
    expect(text).not.toContain("[-");
    for (const line of text.split("\n")) {
      expect(line.split(`${ESC}[0m`).length - 1).toBe((line.match(new RegExp(`${ESC}\\[[1-9]`, "g")) ?? []).length);
      expect(columns(withoutColour(line))).toBeLessThanOrEqual(40);
    }
  });

  it("changes nothing else in a comparison", () => {
    expect(withoutColour(renderText(near, { a: before, color: true }))).toBe(renderText(near, { a: before }));
  });
});

describe("callers' mistakes", () => {
  it("asks for the texts of a diff", () => {
    // @ts-expect-error the texts are not optional
    expect(() => renderText(ferry, {})).toThrow(/pass \{ a, b \}/);
  });

  it("refuses a style that does not exist", () => {
    // @ts-expect-error no such style
    expect(() => renderText(ferry, { ...texts, style: "some" })).toThrow('style must be "all" or "none", got "some"');
  });
});

describe("cost", () => {
  // Ten times the input; the floor keeps a busy machine from deciding. A square law would miss by far.
  const grows = (work: (size: number) => void, size: number): void => {
    const time = (of: number): number => {
      const start = performance.now();
      work(of);
      return performance.now() - start;
    };
    work(size);
    expect(time(10 * size)).toBeLessThan(15 * Math.max(100, time(size)));
  };

  it("grows with the text", () => {
    grows((size) => {
      const a = "x".repeat(size);
      renderText(diffOf([{ kind: "removed", a: [{ start: 0, end: size }], b: [], edits: [] }]), { a, b: "" });
    }, 200_000);
  });

  it("grows with the edits of one paragraph", () => {
    grows((size) => {
      const a = "kept gone ".repeat(size);
      const b = "kept ".repeat(size);
      const edits = Array.from({ length: size }, (_, index) => ({
        kind: "dropped" as const,
        substantive: true,
        a: { start: index * 10 + 5, end: index * 10 + 9 },
        at: { a: index * 10 + 5, b: index * 5 + 5 },
      }));
      const text = renderText(oneParagraph(a, b, edits), { a, b });
      expect(text.slice(-2000)).toContain("kept [-gone-] kept [-gone-]");
    }, 5_000);
  });
});
