import { paragraphsOf } from "../../src/extract/paragraphs.js";
import { splitWords, WordFlag, type Words } from "../../src/text/words.js";

/** The words of a text, every line taken for a paragraph. */
export function split(text: string): Words {
  return splitWords(text, paragraphsOf(text));
}

export function hashesOf(text: string): number[] {
  const words = split(text);
  return [...words.hash.subarray(0, words.count)];
}

/** The words as they stand in the text. */
export function writtenIn(text: string): string[] {
  return writtenOf(text, split(text));
}

export function writtenOf(text: string, words: Words): string[] {
  return Array.from({ length: words.count }, (_, i) => text.slice(words.start[i], words.end[i]));
}

/** The words of each sentence, as they stand in the text, with one space between. */
export function sentencesIn(text: string): string[] {
  const words = split(text);
  const written = writtenOf(text, words);
  return words.sentences.slice(0, -1).map((first, s) => written.slice(first, words.sentences[s + 1]).join(" "));
}

/** The words that carry a flag, as they stand in the text. */
export function flagged(text: string, flag: keyof typeof WordFlag): string[] {
  const words = split(text);
  return writtenOf(text, words).filter((_, i) => (words.flags[i] & WordFlag[flag]) !== 0);
}
