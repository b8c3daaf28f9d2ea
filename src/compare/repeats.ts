/**
 * Finds what a text says only because of its page: a paragraph printed twice in a row (captions), and a picture gallery
 * run into one paragraph ("Hide Caption 2 of 24 … Hide Caption 3 of 24 …"). Neither is told by the article, and outlets
 * repeat both over unrelated stories. No word is looked for: only what recurs.
 */
import { WordFlag, type Words } from "../text/words.js";

/** A phrase of so many words, with two numbers that count through, so many times in a paragraph, is a gallery. */
const PHRASE = 4;
const NUMBERS = 2;
const TIMES = 4;
/** What is left must be an article still: at least this share of the words. */
const LEAST_LEFT = 0.3;

/** Marks the words to be left out with 1; nothing is marked when too little would be left. */
export function findRepeats(words: Words): Uint8Array {
  const marked = new Uint8Array(words.count);
  let left = words.count;
  for (let p = 0; p + 1 < words.paragraphs.length; p++) {
    const from = words.paragraphs[p] as number;
    const to = words.paragraphs[p + 1] as number;
    if ((p > 0 && isDouble(words, words.paragraphs[p - 1] as number, from, to)) || isGallery(words, from, to)) {
      marked.fill(1, from, to);
      left -= to - from;
    }
  }
  return left < words.count * LEAST_LEFT ? new Uint8Array(words.count) : marked;
}

function isDouble(words: Words, before: number, from: number, to: number): boolean {
  if (to === from || from - before !== to - from) return false;
  for (let i = from; i < to; i++) if (words.hash[i] !== words.hash[before + i - from]) return false;
  return true;
}

function isGallery(words: Words, from: number, to: number): boolean {
  let figures = 0;
  for (let i = from; i < to; i++) figures += isNumber(words, i);
  if (figures < NUMBERS * TIMES) return false;
  const counts = new Map<number, number>();
  for (let i = from; i + PHRASE <= to; i++) {
    let hash = 0;
    let numbers = 0;
    for (let k = i; k < i + PHRASE; k++) {
      const number = isNumber(words, k);
      numbers += number;
      hash = Math.imul(hash ^ (number ? 1 : (words.hash[k] as number)), 0x9e3779b1) ^ (hash >>> 15);
    }
    if (numbers !== NUMBERS) continue;
    const times = (counts.get(hash) ?? 0) + 1;
    if (times >= TIMES) return true;
    counts.set(hash, times);
  }
  return false;
}

function isNumber(words: Words, i: number): number {
  return (words.flags[i] as number) & WordFlag.number ? 1 : 0;
}
