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

/** What of a text is asked for phrases. */
export function phrasingOf(text: string): string {
  return text.slice(0, FARTHEST).toLowerCase();
}

/** Whether words stand in a text side by side, a space between them. */
export function hasPhrase(phrasing: string, words: readonly string[]): boolean {
  const phrase = words.join(" ").toLowerCase();
  for (let at = phrasing.indexOf(phrase); at >= 0; at = phrasing.indexOf(phrase, at + 1)) {
    const [before, behind] = [phrasing[at - 1], phrasing[at + phrase.length]];
    if (!isOfWord(before) && !isOfWord(behind)) return true;
  }
  return false;
}

function isOfWord(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{M}\p{N}]/u.test(letter);
}
