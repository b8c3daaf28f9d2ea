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

/** Places that are looked at: a phrase that is part of longer words in so many is told nowhere else, as a rule. */
const MOST_TRIES = 50;

/** What of a text is asked for phrases. */
export function phrasingOf(text: string): string {
  return text.slice(0, FARTHEST).toLowerCase();
}

/** Whether words stand in a text side by side, a space between them. */
export function hasPhrase(phrasing: string, words: readonly string[]): boolean {
  const phrase = words.join(" ").toLowerCase();
  let at = phrasing.indexOf(phrase);
  for (let tries = 0; at >= 0 && tries < MOST_TRIES; tries++, at = phrasing.indexOf(phrase, at + 1)) {
    const [before, behind] = [phrasing[at - 1], phrasing[at + phrase.length]];
    if (!isOfWord(before) && !isOfWord(behind)) return true;
  }
  return false;
}

function isOfWord(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{M}\p{N}]/u.test(letter);
}
