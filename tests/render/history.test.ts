import { describe, expect, it } from "vitest";
import { history, summarize } from "../../src/index.js";
import { renderHtml, renderMarkdown, renderText } from "../../src/render/index.js";
import { fire } from "./fire.js";

const chain = history(fire);
const summaries = chain.steps.map(({ from, to, diff }) => summarize(diff, { a: fire[from].text, b: fire[to].text }));
const options = { articles: fire, summaries };

describe("a history as text", () => {
  it("tells of each version what came and what went", () => {
    const text = renderText(chain, options);
    expect(text).toContain(`4 versions, 3 sources, over 25 hours

1  Wire, 2024-05-01 08:00 UTC
   Fire in Calloway kills 12

2  Post, 2024-05-01 10:30 UTC
   Fire in Calloway kills 14
   Toll raised from 12 to 14; second paragraph added; rest restyled to British
   usage.
   ~ number: 12 → 14
   + number: two
   + paragraph: Dogs were brought in to search the rubble, and two workers were
     still missing late in the evening.
   2 substantive, 2 style edits

3  Post, 2024-05-01 12:00 UTC
   Missing lowered`);
    expect(text).toContain("- name: Ruth Vane (since 1)");
  });

  it("keeps to the width", () => {
    for (const line of renderText(chain, { ...options, width: 40 }).split("\n")) expect(line.length).toBeLessThan(41);
  });

  it("counts where there is no summary, and says where nothing changed", () => {
    expect(renderText(chain, { articles: fire })).toContain("1 fact changed, 1 addition, 2 style edits.");
    const [one] = fire;
    expect(renderText(history([one, one.text]), { articles: [one, one.text] })).toMatch(
      /\n\n2 {2}Version 2\n {3}No differences\.\n$/u,
    );
  });
});

describe("a history as Markdown", () => {
  it("shows the versions, what each changed, and its edits folded", () => {
    const markdown = renderMarkdown(chain, options);
    expect(markdown).toContain("| 4 | Courier | 2024-05-02 09:00 UTC | Company to pay after &lt;fire&gt; |");
    expect(markdown).toContain("- number became: <del>14</del> → <ins>15</ins>");
    expect(markdown).toContain("- name went: <del>Ruth Vane</del>, since version 1");
    expect(markdown.match(/<details>/gu)).toHaveLength(3);
    expect(markdown.match(/\n\n<\/details>\n/gu)).toHaveLength(3);
    expect(markdown).not.toContain("towards</ins>");
    expect(renderMarkdown(chain, { ...options, style: "all" })).toContain("<ins>towards</ins>");
  });
});

describe("a history as HTML", () => {
  const html = renderHtml(chain, options);

  it("lists the versions in order, and folds the edits of each", () => {
    const times = [...html.matchAll(/<time datetime="([^"]+)"/gu)].map(([, time]) => time);
    expect(times).toEqual([...times].sort());
    expect(html.match(/<h2 id="v\d">/gu)).toHaveLength(3);
    expect(html).toContain("<summary>4 edits, paragraph by paragraph</summary>");
    expect(html).toContain("<title>Company to pay after &lt;fire&gt;</title>");
  });

  it("shows in a table when each fact and paragraph came and went", () => {
    const there = '<td class="h3"><span class="vh" lang="en" dir="ltr">there</span></td>';
    const gone = '<td class="h0"></td>';
    const rowOf = (word: string) =>
      html.split("<tr>").find((row) => row.startsWith('<th scope="row">') && row.includes(word));
    expect(rowOf("14</span></th>")).toContain(`${gone}${there}${there}${gone}<td class="ending">15</td>`);
    expect(rowOf("Investigators")).toContain(`${there}${there}${gone}${gone}`);
    expect(html).toContain("3 paragraphs in every version");
  });

  it("has every id once, and no link that leads nowhere", () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/gu)) expect(ids).toContain(target);
  });

  it("shows hostile text and does not obey it", () => {
    const hostile = `"><script>alert(1)</script>`;
    const articles = [1, 2].map((number) => ({
      title: hostile,
      source: hostile,
      url: `javascript:${hostile}`,
      language: hostile,
      text: `The ${hostile} of ${number} hangs here for all to see.\n\nA paragraph ${hostile} number ${number}.`,
    }));
    const made = history(articles);
    const shown = renderHtml(made, { articles, summaries: [{ sentence: hostile, houseStyle: [] }] });
    expect(shown).not.toMatch(/<script|javascript:/iu);
    expect(renderMarkdown(made, { articles })).not.toContain("<script");
  });
});

describe("a history without what it needs", () => {
  it("is refused", () => {
    expect(() => renderText(chain, {} as never)).toThrow(/pass \{ articles \}, the 4 that were given/u);
    expect(() => renderHtml(chain, { articles: fire.slice(1) })).toThrow(/pass \{ articles \}/u);
    expect(() => renderMarkdown(chain, { articles: fire, summaries: [] })).toThrow(/each of the 3 steps/u);
  });
});
