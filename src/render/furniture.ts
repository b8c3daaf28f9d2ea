// In: both texts and the blocks of their bodies. Out: the rest of either text, folded away.
import type { Block } from "../diff/edits.js";
import { count } from "./comparison.js";
import { escaped, textAttributes } from "./markup.js";
import { clipped } from "./rows.js";
import type { Texts } from "./versions.js";

/** A page may carry ten thousand lines of menu; nobody reads further. */
const MOST_LINES = 200;
const LONGEST_LINE = 300;

/** The section on what the pages carried besides the articles; empty when there was nothing. */
export function furnitureHtml(blocks: readonly Block[], { a, b, about }: Texts): string {
  const linesA = restOf(a, blocks, "a");
  const linesB = restOf(b, blocks, "b");
  if (linesA.length + linesB.length === 0) return "";
  const column = (name: string, lines: string[], text: string, language: string | undefined): string =>
    `<div><h3>${name}: ${count(lines.length, "line")}</h3><ul${textAttributes(text, language)}>${lines
      .slice(0, MOST_LINES)
      .map((line) => `<li>${escaped(clipped(line, LONGEST_LINE))}</li>`)
      .join("")}</ul>${lines.length > MOST_LINES ? `<p>and ${lines.length - MOST_LINES} more</p>` : ""}</div>`;
  return `<section aria-labelledby="besides"><h2 id="besides">Besides the article</h2>
<details class="besides"><summary>${count(linesA.length + linesB.length, "line")} of headlines, captions, menus and teasers left out of the comparison</summary>
<div class="pair">${column("Earlier version", linesA, a, about.a.language)}${column("Later version", linesB, b, about.b.language)}</div>
</details></section>`;
}

/** Lines outside the paragraphs of the body. */
function restOf(text: string, blocks: readonly Block[], side: "a" | "b"): string[] {
  const spans = blocks.flatMap((block) => block[side]).sort((x, y) => x.start - y.start);
  const lines: string[] = [];
  let at = 0;
  for (const { start, end } of [...spans, { start: text.length, end: text.length }]) {
    for (const line of text.slice(at, Math.max(at, start)).split(/[\r\n]+/u)) if (line.trim() !== "") lines.push(line);
    at = Math.max(at, end);
  }
  return lines;
}
