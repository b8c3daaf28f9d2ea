/** A stretch of one text that changed, with what surrounds it: what `kinds.ts` and `names.ts` look at. */
import type { Span } from "../article.js";
import { WordFlag } from "../text/words.js";
import { EMPTY } from "./lexicon.js";
import type { Token } from "./tokens.js";
import type { Vocabulary } from "./vocabulary.js";

/** One side of a change. */
export interface Stretch {
  /** Its tokens that are no marks. */
  words: Token[];
  /** The words in the form in which lists are asked. */
  plain: string[];
  start: number;
  end: number;
  text: string;
  /** The whole text. */
  source: string;
  /** What the other text says, word by word. */
  others: () => Vocabulary;
}

/** The stretch from the first of some tokens to the last; there must be one. */
export function stretchOf(source: string, tokens: readonly Token[], others: () => Vocabulary): Stretch {
  const words = tokens.filter((token) => token.type !== "mark");
  const start = tokens[0]?.start ?? 0;
  const end = tokens[tokens.length - 1]?.end ?? start;
  return { words, plain: words.map((word) => word.plain), start, end, text: source.slice(start, end), source, others };
}

/** How far around a stretch is looked, in characters. */
const REACH = 80;

/** So far in characters another mention is looked for: longer than nearly all articles, so that a megabyte does no harm. */
export const FARTHEST_MENTION = 20_000;

/** The text around a stretch as far as another mention of it is looked for. */
export function textAround({ source, start, end }: Stretch): string {
  return source.slice(Math.max(0, start - FARTHEST_MENTION), end + FARTHEST_MENTION);
}

/** What stands before the stretch in its paragraph, up to 80 characters. */
export function textBefore(stretch: Stretch): string {
  const text = stretch.source.slice(Math.max(0, stretch.start - REACH), stretch.start);
  return text.slice(text.lastIndexOf("\n") + 1);
}

/** What stands behind the stretch in its paragraph, up to 80 characters. */
export function textAfter(stretch: Stretch): string {
  const text = stretch.source.slice(stretch.end, stretch.end + REACH);
  const line = text.indexOf("\n");
  return line < 0 ? text : text.slice(0, line);
}

/**
 * What stands before the stretch, as far back as the last of some marks. A regular expression that ends in "$" would begin
 * anew at every character.
 */
export function textSince(stretch: Stretch, marks: string): string {
  const text = textBefore(stretch);
  let from = text.length;
  while (from > 0 && !marks.includes(text[from - 1] as string)) from--;
  return text.slice(from);
}

/** What stands behind the stretch as far as the first of some marks. */
export function textUntil(stretch: Stretch, marks: string): string {
  const text = textAfter(stretch);
  let to = 0;
  while (to < text.length && !marks.includes(text[to] as string)) to++;
  return text.slice(0, to);
}

/** How far a sentence is looked at on either side of words in it, in characters. */
const SENTENCE_REACH = 400;

/** What stands before and behind some words in their sentence. */
export function sentenceAround(text: string, { start, end }: Span): { before: string; behind: string } {
  const before = text.slice(Math.max(0, start - SENTENCE_REACH), start);
  const behind = text.slice(end, end + SENTENCE_REACH);
  const from = Math.max(...[". ", "! ", "? ", "\n", "” ", '" '].map((mark) => before.lastIndexOf(mark) + 1));
  const to = behind.search(/[.!?](?:\s|$|["”])|\n/u);
  return { before: before.slice(from), behind: to < 0 ? behind : behind.slice(0, to) };
}

/** Whether every word passes. */
export function every(stretch: Stretch, test: (word: string, token: Token) => boolean): boolean {
  return stretch.words.every((token) => test(token.plain, token));
}

/** Whether some word passes. */
export function some(stretch: Stretch, test: (word: string, token: Token) => boolean): boolean {
  return stretch.words.some((token) => test(token.plain, token));
}

/** Words that carry matter. */
export function contentOf(stretch: Stretch): string[] {
  return stretch.plain.filter((word) => !EMPTY.has(word));
}

/** Whether all words stand between quotation marks. */
export function isQuoted(stretch: Stretch): boolean {
  return stretch.words.length > 0 && every(stretch, (_, token) => (token.flags & WordFlag.quoted) !== 0);
}

/** Whether words of a class stand on one side that do not stand on the other, nor another of the same sort. */
export function differ(
  one: Stretch,
  two: Stretch,
  is: (word: string) => boolean,
  sortOf: (word: string) => string,
): boolean {
  const a = new Set(one.plain.filter(is).map(sortOf));
  const b = new Set(two.plain.filter(is).map(sortOf));
  return a.size !== b.size || [...a].some((word) => !b.has(word));
}
