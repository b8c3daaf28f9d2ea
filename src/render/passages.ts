// In: a comparison and both texts. Out: the bodies with the shared passages marked, the same number on either side.
import type { Span } from "../article.js";
import type { Comparison } from "../compare/verdict.js";
import type { Block } from "../diff/edits.js";
import { count } from "./comparison.js";
import { escaped, textAttributes } from "./markup.js";
import type { Texts } from "./versions.js";

interface Marked extends Span {
  number: number;
  words: number;
}

/** The section with the shared passages; open where the two are no versions of one story, for then it tells most. */
export function passagesHtml(comparison: Comparison, { a, b, about }: Texts, blocks: readonly Block[]): string {
  const { passages, sameStory } = comparison;
  if (passages.length === 0) return "";
  const words = passages.reduce((sum, passage) => sum + passage.words, 0);
  const sides = (["a", "b"] as const).map((side) => {
    const text = side === "a" ? a : b;
    const marks = passages.map((passage, index) => ({ ...passage[side], number: index + 1, words: passage.words }));
    const paragraphs = blocks.flatMap((block) => block[side]).sort((x, y) => x.start - y.start);
    const name = side === "a" ? "Earlier version" : "Later version";
    return `<div class="passages"><h3>${name}</h3><div${textAttributes(text, about[side].language)}>${bodyHtml(text, paragraphs, marks, side)}</div></div>`;
  });
  return `<section aria-labelledby="shared"><h2 id="shared">What stands in both</h2>
<details class="shared"${sameStory ? "" : " open"}><summary>${count(passages.length, "shared passage")}, ${count(words, "word")} in all</summary>
<div class="pair">${sides.join("")}</div>
</details></section>`;
}

function bodyHtml(text: string, paragraphs: readonly Span[], marks: readonly Marked[], side: "a" | "b"): string {
  const sorted = [...marks].sort((x, y) => x.start - y.start);
  const named = new Set<number>();
  let next = 0;
  return paragraphs
    .map(({ start, end }) => {
      let html = "";
      let at = start;
      while (next < sorted.length && sorted[next].end <= start) next++;
      for (let index = next; index < sorted.length && sorted[index].start < end; index++) {
        const mark = sorted[index];
        const from = Math.max(at, mark.start);
        const to = Math.min(end, mark.end);
        if (from >= to) continue;
        html += escaped(text.slice(at, from)) + passageHtml(text.slice(from, to), mark, side, named);
        at = to;
      }
      return `<p>${html}${escaped(text.slice(at, end))}</p>`;
    })
    .join("");
}

/** A passage, linked to its other side where it begins. */
function passageHtml(text: string, { number, words }: Marked, side: "a" | "b", named: Set<number>): string {
  if (named.has(number)) return `<mark>${escaped(text)}</mark>`;
  named.add(number);
  const other = side === "a" ? "b" : "a";
  const link = `<a href="#${other}-passage-${number}" aria-label="Passage ${number}, ${count(words, "word")}: see it in the other version">${number}</a>`;
  return `<mark id="${side}-passage-${number}"><sup>${link}</sup>${escaped(text)}</mark>`;
}
