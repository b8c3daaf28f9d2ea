/** Texts that cost much where a text can: each maker gives about so many characters, the same every time. */
import { randomNumbers } from "./fingerprint/words.js";

/** Makes about so many characters of text. */
export type Maker = (length: number) => string;

const random = randomNumbers(5);

const VOCABULARY = 20_000;
const vocabulary = Array.from({ length: VOCABULARY }, (_, rank) => inLetters(rank));

/** News-like prose: few words are frequent, sentences have a dozen words, paragraphs three sentences. */
export function prose(length: number): string {
  const parts: string[] = [];
  let made = 0;
  for (let i = 0; made < length; i++) {
    const word = vocabulary[Math.floor(VOCABULARY ** ((random() % 1_000_000) / 1_000_000))];
    const first = i % 12 === 0 ? word[0].toUpperCase() + word.slice(1) : word;
    const part = first + (i % 36 === 35 ? ".\n\n" : i % 12 === 11 ? ". " : " ");
    parts.push(part);
    made += part.length;
  }
  return parts.join("");
}

/** The same matter over and over. */
export function repeated(unit: string): Maker {
  return (length) => unit.repeat(Math.ceil(length / unit.length));
}

/** Words that stand there once. */
export function uniqueWords(length: number): string {
  return Array.from({ length: length / 6 }, (_, i) => inLetters(1_000_000 + ((i * 7919) % 10_000_000))).join(" ");
}

/** Ideographs by chance. */
function ideographs(length: number): string {
  return Array.from({ length }, () => String.fromCharCode(0x4e00 + (random() % 3000))).join("");
}

/** Quotations in quotations, all opened before one is closed. */
function nestedQuotes(length: number): string {
  const deep = Math.floor(length / 8);
  return "“‘a ".repeat(deep) + "b’” ".repeat(deep);
}

/** A number in letters. */
function inLetters(number: number): string {
  return number.toString(26).replace(/\d/gu, (digit) => "qrstuvwxyz"[Number(digit)]);
}

/** Words that no other text has. */
export function strange(length: number): string {
  return Array.from({ length: length / 8 }, () => inLetters(100_000_000 + (random() % 900_000_000))).join(" ");
}

/** The parts in another order, the same every time. */
function shuffled(parts: readonly string[], mark: string): string {
  return parts
    .map((part) => ({ part, key: random() }))
    .toSorted((x, y) => x.key - y.key)
    .map(({ part }) => part)
    .join(mark);
}

/** A text of the shingles of another, in another order. */
export function shingledAnew(text: string): string {
  const words = text.split(" ");
  const runs = Array.from({ length: Math.ceil(words.length / 5) }, (_, i) => words.slice(5 * i, 5 * i + 5).join(" "));
  return shuffled(runs, " ");
}

/** A text, and the same with each fifth word gone or another in its place, by turns. */
export function replacedFifths(text: string): [string, string] {
  const others = strange(text.length).split(" ");
  const words = text.split(" ").map((word, i) => (i % 5 !== 1 ? word : i % 2 === 0 ? "" : others[i % others.length]));
  return [text, words.filter((word) => word !== "").join(" ")];
}

/** With a capital to each word. */
export function capitalized(text: string): string {
  return text.replace(/(?<=^| )\S/gu, (letter) => letter.toUpperCase());
}

/** The second half of a text before the first: alike throughout, and never at the same place. */
export function turned(text: string): string {
  const half = text.length >> 1;
  return text.slice(half) + text.slice(0, half - 3);
}

/** What each is, and the text. */
export const HOSTILE: readonly [what: string, make: Maker][] = [
  ["one word", repeated("word ")],
  ["two words by turns", repeated("a b ")],
  ["seven words by turns", repeated("alpha beta gamma delta epsilon zeta eta ")],
  ["words that stand there once", uniqueWords],
  ["no spaces", (length) => uniqueWords(length).replaceAll(" ", "")],
  ["nothing but punctuation", repeated("!?.,;:-–—()[]{}/%&*")],
  ["nothing but line breaks", repeated("\n")],
  ["lines of one letter", repeated("w\n")],
  ["quotations that never close", repeated("“a ")],
  ["quotations that never opened", repeated("a” ")],
  ["straight quotation marks", repeated('"a ')],
  ["apostrophes", repeated("'a ")],
  ["quotation marks of all kinds, none closed", repeated("\"a 'b „c «d “e ‘f ")],
  ["quotations in quotations", nestedQuotes],
  ["one letter with marks without end", (length) => `e${"\u0301".repeat(length)}`],
  ["letters with marks", repeated("e\u0301\u0302 ")],
  ["lone surrogates", repeated("\ud83d")],
  ["joined emoji", repeated("👩‍👩‍👧‍👦")],
  ["figures with separators", repeated("1,000,000.00 ")],
  ["one figure without end", repeated("1,000")],
  ["amounts and shares", repeated("$1,000 €5 5% 3 million ")],
  ["dates", repeated("Jan. 10, 2020 ")],
  ["times", repeated("10:30 a.m. 22.30 ")],
  ["initials", repeated("A. B. ")],
  ["names", repeated("John Smith of New York ")],
  ["speakers", repeated("he said, she said ")],
  ["ideographs", ideographs],
  ["Thai", repeated("ภาษาไทยเป็นภาษา")],
  ["words of one syllable in Korean letters", repeated("\u1100\u1161 ")],
  ["soft hyphens", repeated("a\u00ad")],
  ["addresses", repeated("https://a.example/b?c=d ")],
  ["brackets that never close", repeated("(a ")],
  ["short lines", repeated("Home\nNews\nSport\n")],
  ["headings of teasers", repeated("Related\n")],
  ["copyright lines", repeated("© 2020 All rights reserved.\n")],
  ["one paragraph over and over", repeated("The quick brown fox jumps over the lazy dog, and then goes on.\n\n")],
];
