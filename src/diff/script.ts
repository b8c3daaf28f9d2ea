/**
 * Builds one text from another: copy this stretch, insert that string. Exact to the character by construction, since a
 * stretch is only copied where both texts have the same characters.
 */
import type { Span } from "../article.js";
import { SamestoryError } from "../errors.js";
import type { Words } from "../text/words.js";
import type { Run } from "./align.js";
import type { Step, StoryDiff } from "./edits.js";

/** A shorter copy costs more to write down than the characters themselves. */
const SHORTEST_COPY = 4;

/** The steps that make `textB` of `textA`. Runs must be disjoint and ascending in b. */
export function writeScript(textA: string, textB: string, a: Words, b: Words, runs: readonly Run[]): Step[] {
  const steps: Step[] = [];
  let written = 0;
  const copy = (fromA: number, fromB: number, length: number) => {
    if (length < SHORTEST_COPY) return;
    insert(fromB);
    const last = steps[steps.length - 1];
    if (typeof last === "object" && last.end === fromA) last.end += length;
    else steps.push({ start: fromA, end: fromA + length });
    written = fromB + length;
  };
  const insert = (to: number) => {
    if (to <= written) return;
    const last = steps[steps.length - 1];
    if (typeof last === "string") steps[steps.length - 1] = last + textB.slice(written, to);
    else steps.push(textB.slice(written, to));
    written = to;
  };
  for (const run of runs) {
    for (let i = 0; i < run.length; i++) {
      const wordA = run.a + i;
      const wordB = run.b + i;
      let at = b.start[wordB] as number;
      if (at < written) continue; // inside the copy before
      let from = a.start[wordA] as number;
      // Back over equal marks and space, then on as far as the characters agree.
      while (at > written && from > 0 && textA.charCodeAt(from - 1) === textB.charCodeAt(at - 1)) {
        from--;
        at--;
      }
      let length = 0;
      while (at + length < textB.length && from + length < textA.length) {
        if (textA.charCodeAt(from + length) !== textB.charCodeAt(at + length)) break;
        length++;
      }
      copy(from, at, length);
    }
  }
  insert(textB.length);
  return steps;
}

/** Length and checksum (FNV-1a over UTF-16 units) by which a text is known again. */
export function markOf(text: string): { length: number; checksum: number } {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return { length: text.length, checksum: h >>> 0 };
}

/**
 * Makes the second text of a diff from the first: `apply(diff(a, b), textOfA) === textOfB`, to the character.
 *
 * @param diff what {@link diff} returned for the two
 * @param text the first text, exactly as it was given to `diff` (the whole page, when it was a page)
 * @returns the second text as it was given
 * @throws {SamestoryError} `WRONG_TEXT` when `text` is not the text the diff was made from, `INVALID_INPUT` when `diff` is no
 * diff
 */
export function apply(diff: StoryDiff, text: string): string {
  if (!Array.isArray(diff?.script) || typeof diff.from?.length !== "number" || typeof text !== "string") {
    throw new SamestoryError("INVALID_INPUT", "Pass what diff() returned, and the first text as it was given to it.");
  }
  const mark = markOf(text);
  if (mark.length !== diff.from.length || mark.checksum !== diff.from.checksum) {
    throw new SamestoryError(
      "WRONG_TEXT",
      `This diff was made from another text (${diff.from.length} characters long; got ${mark.length}). Pass the first text as it was given to diff().`,
    );
  }
  return diff.script
    .map((step: Span | string) => (typeof step === "string" ? step : text.slice(step.start, step.end)))
    .join("");
}

/**
 * Refuses texts that a diff was not made of, the two in each other's place among them: its places would point at anything.
 *
 * @throws {SamestoryError} `WRONG_TEXT`, and `INVALID_INPUT` as {@link apply} does
 */
export function requireTexts(diff: StoryDiff, a: string, b: string): void {
  if (apply(diff, a) === b) return;
  throw new SamestoryError(
    "WRONG_TEXT",
    "This diff was made with another second text. Pass both texts as they were given to diff().",
  );
}
