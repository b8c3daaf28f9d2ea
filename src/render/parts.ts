// In: a block and its edits. Out: its paragraphs as parts: plain text, what went, what came. Two readings: the first
// text alone with what went marked, and the second with what went put back in.
import type { Span } from "../article.js";
import type { Block } from "../diff/edits.js";
import { isSpace, type Marks, type Numbered, type Placed, placeEdits } from "./placing.js";

/** A run of text: plain, or one side of an edit. */
export interface Part {
  text: string;
  mark?: Numbered & { side: "gone" | "came" };
}

/** The paragraphs of the first text; what was replaced, moved or dropped is marked. */
export function firstReading(block: Block, { own, foreign }: Marks, a: string): Part[][] {
  const gone = [...own, ...foreign]
    .flatMap(({ edit, number }) => (edit.a === undefined ? [] : [{ edit, number, span: edit.a }]))
    .sort((x, y) => x.span.start - y.span.start || x.number - y.number);
  return paragraphsWith(block.a, a, (add) => {
    for (const { span, ...mark } of gone) add(span, { ...mark, side: "gone" });
  });
}

/** The paragraphs of the second text, with what went at the place it was taken from. */
export function mergedReading(block: Block, marks: Marks, a: string, b: string): Part[][] {
  const placed = placeEdits(block, marks, a, b);
  return paragraphsWith(block.b, b, (add, insert) => {
    for (const { edit, number, gone, came, place } of placed) {
      // What moved inside a paragraph is told where it came to and where it went from; a foreign one only went.
      if (gone !== undefined)
        insert(place, { text: goneText(gone, came, place, block.a, a, b), mark: { edit, number, side: "gone" } });
      if (came !== undefined) add(came, { edit, number, side: "came" });
    }
  });
}

type Mark = Numbered & { side: "gone" | "came" };
type Fill = (add: (span: Span, mark: Mark) => void, insert: (place: number, part: Part) => void) => void;

/** Walks through the paragraphs: spans of the text become marked parts, inserted parts stand between. */
function paragraphsWith(paragraphs: readonly Span[], text: string, fill: Fill): Part[][] {
  const out: Part[][] = paragraphs.map(() => []);
  let index = 0;
  let at = paragraphs[0]?.start ?? 0;
  const take = (to: number, mark?: Mark): void => {
    while (index < paragraphs.length && at < to) {
      const { start, end } = paragraphs[index];
      const from = Math.max(at, start);
      const until = Math.min(to, end);
      if (from < until)
        out[index].push(mark ? { text: text.slice(from, until), mark } : { text: text.slice(from, until) });
      at = Math.max(at, until);
      if (to <= end || index === paragraphs.length - 1) break;
      index++;
      at = Math.max(at, paragraphs[index].start);
    }
    at = Math.max(at, to);
  };
  fill(
    (span, mark) => {
      take(span.start);
      take(span.end, mark);
    },
    (place, part) => {
      take(place);
      while (index < paragraphs.length - 1 && place >= paragraphs[index + 1].start) index++;
      out[index]?.push(part);
    },
  );
  take(paragraphs.at(-1)?.end ?? 0);
  return out;
}

/** What went; alone, it brings the spaces that went with it, so that it does not stick to its neighbours. */
function goneText(
  gone: Span,
  came: Span | undefined,
  place: number,
  paragraphs: readonly Span[],
  a: string,
  b: string,
): string {
  const text = paragraphs
    .map(({ start, end }) => a.slice(Math.max(start, gone.start), Math.min(end, gone.end)))
    .filter((piece) => piece !== "")
    .join(" ¶ ");
  if (came !== undefined) return text;
  const before = isSpace(a, gone.start - 1) && place > 0 && !isSpace(b, place - 1) ? " " : "";
  const after = isSpace(a, gone.end) && place < b.length && !isSpace(b, place) ? " " : "";
  return `${before}${text}${after}`;
}

export type { Placed };
