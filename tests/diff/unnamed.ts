import type { Span } from "../../src/article.js";
import type { Block, Edit, StoryDiff } from "../../src/diff/edits.js";

/** What is left of a block on either side once everything that some edit names is taken out. White space is no matter. */
export interface Remainder {
  a: string;
  b: string;
}

/** The remainders of all blocks that did not move: where both sides are equal, every difference has a name. */
export function remainders(diff: StoryDiff, a: string, b: string): Remainder[] {
  const [restA, restB] = [unnamed(a, diff.blocks, "a"), unnamed(b, diff.blocks, "b")];
  return diff.blocks
    .filter(({ kind }) => kind !== "moved")
    .map((block) => ({ a: textOf(restA, block.a), b: textOf(restB, block.b) }));
}

/** The same without marks: only letters, figures and signs of value. */
export function wordsLeft({ a, b }: Remainder): Remainder {
  const marks = /[^\p{L}\p{N}]/gu;
  return { a: a.replace(marks, ""), b: b.replace(marks, "") };
}

/** The code units of a text, blank where an edit names them. */
function unnamed(text: string, blocks: readonly Block[], side: "a" | "b"): string[] {
  const units = text.split("");
  for (const block of blocks) {
    for (const edit of block.edits) {
      const span = edit[side];
      if (span && !isOfBlock(edit, block)) units.fill("", span.start, span.end);
    }
  }
  return units;
}

/** A block that moved, was split or merged says so of the whole, and names no words by it. */
function isOfBlock(edit: Edit, block: Block): boolean {
  const ofWhole = edit.kind === "moved" || edit.kind === "split" || edit.kind === "merged";
  return ofWhole && covers(edit.a, block.a) && covers(edit.b, block.b);
}

function covers(span: Span | undefined, paragraphs: readonly Span[]): boolean {
  return span?.start === paragraphs[0]?.start && span?.end === paragraphs.at(-1)?.end;
}

function textOf(units: readonly string[], paragraphs: readonly Span[]): string {
  const text = paragraphs.map(({ start, end }) => units.slice(start, end).join("")).join("");
  return text.replace(/[\s\0-\u0020\u200B]/gu, "");
}
