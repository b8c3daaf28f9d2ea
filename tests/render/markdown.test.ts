import { describe, expect, it } from "vitest";
import { plainMarkdown } from "../../src/render/inMarkdown.js";
import { renderMarkdown } from "./handMade.js";
import { after, before, diffOf, ferry, near } from "./samples.js";

const texts = { a: before, b: after };

describe("a diff as Markdown", () => {
  it("shows facts, counts and the paragraphs with edits of substance", () => {
    expect(renderMarkdown(ferry, texts)).toBe(`- number changed: <del>312</del> → <ins>318</ins>
- number added: <ins>Two</ins>

4 substantive, 3 style edits.

The ferry Lady Maren ran aground off Calder on Monday with <del><strong>312</strong></del><ins><strong>318</strong></ins> people aboard.

*… 1 paragraph unchanged*

Sailings resume towards the weekend, Mr Holt said<del><strong>, on condition of anonymity</strong></del>.

*(moved)* “We felt a knock,” Captain Ruth Vane said.

<del><strong>Fog was thick.</strong></del>

<ins><strong>Two tugs pulled it free at noon.</strong></ins>
`);
  });

  it("shows style edits when asked", () => {
    expect(renderMarkdown(ferry, { ...texts, style: "all" })).toContain("<del>toward</del><ins>towards</ins>");
  });

  it("opens with the summary", () => {
    const summary = {
      sentence: "Toll raised.",
      houseStyle: [
        { name: "British spelling", count: 2 },
        { name: "*honorifics*", count: 1 },
      ],
    };
    const text = renderMarkdown(ferry, { ...texts, summary });
    expect(text.startsWith("**Toll raised.**\n")).toBe(true);
    expect(text).toContain("House style: British spelling, \\*honorifics\\*.");
  });

  it("says when nothing differs", () => {
    expect(renderMarkdown(diffOf([]), texts)).toBe("No differences.\n");
  });

  it("refuses what it cannot show", () => {
    expect(() => renderMarkdown(ferry, { a: "" } as never)).toThrow(/pass \{ a, b \}/u);
    expect(() => renderMarkdown(ferry, { ...texts, style: "some" as never })).toThrow(/style must be/u);
  });
});

describe("a comparison as Markdown", () => {
  it("shows verdict, shares, reasons and how much is shared", () => {
    expect(
      renderMarkdown(near),
    ).toBe(`**Same story: near-duplicate**, score 0.97. One is an edited version of the other.

| first in second | second in first | resemblance |
|---|---|---|
| 0.99 | 0.41 | 0.60 |

- Nearly all of the first text stands in the second.
- One figure changed; the rest of the facts stand.

2 shared passages, 11 words in all.
`);
  });
});

describe("text in Markdown", () => {
  it.each([
    ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    ["![x](y) [a](b)", "\\!\\[x\\](y) \\[a\\](b)"],
    ["# no heading", "\\# no heading"],
    ["- no list", "\\- no list"],
    ["1. no list", "1\\. no list"],
    ["a | b `c` *d* _e_ ~f~", "a \\| b \\`c\\` \\*d\\* \\_e\\_ \\~f\\~"],
    ["https://example.org www.example.org @someone", "https&#58;//example.org www&#46;example.org &#64;someone"],
    ["one\n\ntwo", "one two"],
  ])("%j is shown as it is", (text, markdown) => expect(plainMarkdown(text)).toBe(markdown));
});
