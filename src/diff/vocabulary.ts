/** The words of a text, and whether it has a phrase: what is told elsewhere. */
import { HashSet } from "../text/hashSet.js";
import { HASH_START, hashFinish, hashStep, hashWord } from "../text/normalize.js";
import type { Words } from "../text/words.js";
import { plain } from "./plain.js";

/** The words of a text, in the form in which lists are asked; by their hashes, since no more than a few are asked for. */
export class Vocabulary {
  private readonly hashes: HashSet;

  constructor(
    private readonly text: string,
    private readonly words: Words,
  ) {
    const { count, start, end } = words;
    const hashes = new Uint32Array(count);
    for (let i = 0; i < count; i++) hashes[i] = hashOfPlain(text, start[i] as number, end[i] as number);
    this.hashes = new HashSet(hashes, count);
  }

  has(word: string): boolean {
    return this.hashes.has(hashWord(word));
  }

  /** Whether something stands in one of the words: "June" in "June 4", the day of a month. */
  hasPart(part: string): boolean {
    const { text, words } = this;
    for (let i = 0; i < words.count; i++) {
      if (plain(text.slice(words.start[i], words.end[i])).includes(part)) return true;
    }
    return false;
  }
}

const SMALL_BIT = 0x20;
const SMALL_A = 0x61;
const SMALL_Z = 0x7a;

/** Hash of {@link plain} of a word, which is made only of the few that are not all plain letters. */
function hashOfPlain(text: string, start: number, end: number): number {
  let hash = HASH_START;
  for (let i = start; i < end; i++) {
    const small = text.charCodeAt(i) | SMALL_BIT;
    if (small < SMALL_A || small > SMALL_Z) return hashWord(plain(text.slice(start, end)));
    hash = hashStep(hash, small);
  }
  return hashFinish(hash);
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
