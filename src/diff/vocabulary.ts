/** The words of a text, and whether it has a phrase: what is told elsewhere. */
import type { Words } from "../text/words.js";
import { plain } from "./plain.js";

/** Every word of a text, in the form in which lists are asked. */
export function vocabularyOf(text: string, words: Words): ReadonlySet<string> {
  const vocabulary = new Set<string>();
  for (let i = 0; i < words.count; i++) vocabulary.add(plain(text.slice(words.start[i], words.end[i])));
  return vocabulary;
}

/** Longer texts are read so far for a phrase: each question costs the length of what is read. */
const FARTHEST = 20_000;

/** Places that are looked at, so that a text of one word over and over costs no more than its length for each question. */
const MOST_MENTIONS = 50;

/** What of a text is asked for phrases. */
export function phrasingOf(text: string): string {
  return text.slice(0, FARTHEST).toLowerCase();
}

/** Whether words stand in a text side by side, a space between them. */
export function hasPhrase(phrasing: string, words: readonly string[]): boolean {
  const phrase = words.join(" ").toLowerCase();
  return isMentioned(phrasing, phrase, (at) => !isOfWord(phrasing[at - 1]) && !isOfWord(phrasing[at + phrase.length]));
}

/** Whether something is true of one of the places where words stand in a text, among the first of them. */
export function isMentioned(text: string, words: string, is: (at: number) => boolean): boolean {
  let at = text.indexOf(words);
  for (let looked = 0; at >= 0 && looked < MOST_MENTIONS; looked++, at = text.indexOf(words, at + 1)) {
    if (is(at)) return true;
  }
  return false;
}

function isOfWord(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{M}\p{N}]/u.test(letter);
}
