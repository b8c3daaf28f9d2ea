/** Letters that stand for words: "EU" and "European Union". */
import { EMPTY } from "./lexicon.js";
import { isNameLike } from "./relate.js";
import { every, type Stretch } from "./stretch.js";
import type { Token } from "./tokens.js";

/** Whether one is made of the initials of the other: "EU", "European Union"; "an L.A.", "a Los Angeles". */
export function isInitialed(one: Stretch, two: Stretch): boolean {
  return sameInitials(one, two) || sameInitials(two, one) || isDoubled(one, two) || isDoubled(two, one);
}

function withoutArticle(words: readonly Token[]): readonly Token[] {
  return words.length > 1 && /^(?:an?|the)$/u.test(words[0]?.plain ?? "") ? words.slice(1) : words;
}

function isCutName(letters: string, long: Stretch, initials: string): boolean {
  return (
    letters.length === 4 &&
    initials.length === 2 &&
    letters.startsWith(initials) &&
    every(long, (_, token) => isNameLike(token))
  );
}

/** "EE UU", "EE. UU." for "Estados Unidos": Spanish doubles the letters of a plural. */
function isDoubled(short: Stretch, long: Stretch): boolean {
  const letters = short.text.replace(/[.\s]/gu, "");
  const initials = long.plain.filter((word) => !EMPTY.has(word)).map((word) => (word[0] ?? "").repeat(2));
  return letters.length === 4 && long.words.length <= 3 && initials.join("") === letters.toLowerCase();
}

/** The first letter without its accent: "économique" stands behind "CSE". */
export function initialOf(word: string): string {
  return (word[0] ?? "").normalize("NFD")[0] ?? "";
}

/** "EU" for "European Union", "CEO" for "chief executive". */
function sameInitials(short: Stretch, long: Stretch): boolean {
  const [own, ...rest] = withoutArticle(short.words);
  const spelled = withoutArticle(long.words).flatMap((token) => token.plain.split("-"));
  if (!own || rest.length > 0 || spelled.length < 2) return false;
  const text = own.text;
  const letters = text.replace(/[.’']/gu, "").toLowerCase();
  // "NSA", "a.C." for "avanti Cristo", "bpd" for "barrels per day": small letters that are no word.
  const isLetters = text === text.toUpperCase() || /^(?:(?:\p{L}\.){2,}|[b-df-hj-np-tv-xz]{2,4})$/u.test(text);
  if (letters.length < 2 || letters.length > 6 || !isLetters) return false;
  const initials = (words: readonly string[]) => words.map(initialOf).join("");
  const all = initials(spelled);
  const main = initials(spelled.filter((word) => !EMPTY.has(word)));
  // A long form may be cut short itself: "ISIS", "Islamic State".
  return letters === all || letters === main || letters === `${main}o` || isCutName(letters, long, main);
}
