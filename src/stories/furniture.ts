/*
 * In: an article and which of its shingles are its source's furniture: they recur in three other stories of that source
 * and more. Out: the paragraphs that are furniture, and the article's words without them.
 *
 * What recurs is read off the candidate index each time, so nothing is learned that expiry would not forget. Only sampled
 * shingles are known to recur; a paragraph is furniture when most of its sampled shingles do, or when it recurs whole at the
 * edge of articles. A tag inside a paragraph stays where it is.
 */
import type { Article } from "../article.js";
import { isCommon } from "../candidates/sample.js";
import { sideOf } from "../compare/compare.js";
import type { Side } from "../compare/evidence.js";
import { readInput } from "../extract/input.js";
import { SHINGLE_WORDS, writeRuns } from "../fingerprint/shingles.js";
import { wordRoom } from "../text/wordList.js";
import type { Words } from "../text/words.js";
import { edgeParagraphs, paragraphHash } from "./entry.js";

const NO_PARAGRAPHS: readonly number[] = [];
/** Share of a paragraph's sampled shingles. */
const MOST = 0.5;

/** The paragraphs of an article that are furniture, by index; `marks` says for each of `hashes` whether it recurs. */
export function furnitureParagraphs(words: Words, hashes: Uint32Array, marks: Uint8Array): readonly number[] {
  const recurring = new Set<number>();
  for (let i = 0; i < marks.length; i++) if (marks[i] === 1) recurring.add(hashes[i]);
  if (recurring.size === 0) return NO_PARAGRAPHS;
  const edges = new Set(edgeParagraphs(words).filter((i) => recurring.has(paragraphHash(words, i))));
  const found: number[] = [];
  const runs = new Uint32Array(words.count);
  for (let i = 0; i + 1 < words.paragraphs.length; i++) {
    const count = writeRuns(words, words.paragraphs[i], words.paragraphs[i + 1], SHINGLE_WORDS, runs);
    const { sampled, hits } = countRecurring(runs, count, recurring);
    if (edges.has(i) || (hits > 0 && hits >= sampled * MOST)) found.push(i);
  }
  // An article that is furniture throughout is a notice that its source repeats: it stays what it is.
  return found.length < words.paragraphs.length - 1 ? found : NO_PARAGRAPHS;
}

/** The words of an article, without some of its paragraphs. */
export function sideWithout(article: Article, furniture: readonly number[]): Side {
  const reading = readInput(article);
  return sideOf({ ...reading, paragraphs: reading.paragraphs.filter((_, i) => !furniture.includes(i)) });
}

/** The same from words that are there already: a third of the time that splitting the text again takes. */
export function withoutFurniture(side: Side, article: Article, furniture: readonly number[]): Side {
  // The paragraph behind a first one that goes may begin with a dateline, which only splitting finds.
  if (furniture.includes(0)) return sideWithout(article, furniture);
  const paragraphs = side.paragraphs.filter((_, i) => !furniture.includes(i));
  const { runs: _, known: __, ...rest } = side;
  return { ...rest, paragraphs, words: wordsWithout(side.words, furniture) };
}

function wordsWithout(words: Words, gone: readonly number[]): Words {
  const { hash, start, end, flags, sentences, paragraphs } = words;
  const room = wordRoom(words.count);
  let count = 0;
  const ownSentences: number[] = [];
  const ownParagraphs: number[] = [];
  let sentence = 0;
  for (let i = 0; i + 1 < paragraphs.length; i++) {
    const from = paragraphs[i];
    const to = paragraphs[i + 1];
    const leaves = gone.includes(i);
    // Every paragraph begins a sentence.
    for (; sentences[sentence] < to; sentence++) {
      if (!leaves) ownSentences.push(count + sentences[sentence] - from);
    }
    if (leaves) continue;
    ownParagraphs.push(count);
    for (let word = from; word < to; word++, count++) {
      room.hash[count] = hash[word];
      room.start[count] = start[word];
      room.end[count] = end[word];
      room.flags[count] = flags[word];
    }
  }
  return {
    ...words,
    ...room,
    count,
    sentences: [...ownSentences, count],
    paragraphs: [...ownParagraphs, count],
  };
}

/** How many of the first `count` shingles are sampled, and how many of those recur. */
function countRecurring(
  hashes: Uint32Array,
  count: number,
  recurring: ReadonlySet<number>,
): { sampled: number; hits: number } {
  let sampled = 0;
  let hits = 0;
  for (let i = 0; i < count; i++) {
    const hash = hashes[i];
    if (!isCommon(hash)) continue;
    sampled++;
    if (recurring.has(hash)) hits++;
  }
  return { sampled, hits };
}
