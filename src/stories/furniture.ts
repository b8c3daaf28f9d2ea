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
import { hashRunsWithin } from "../fingerprint/shingles.js";
import type { Words } from "../text/words.js";
import { edgeParagraphs, paragraphHash } from "./entry.js";

const NO_PARAGRAPHS: readonly number[] = [];
/** Share of a paragraph's sampled shingles. */
const MOST = 0.5;

/** The paragraphs of an article that are furniture, by index; `marks` says for each of `hashes` whether it recurs. */
export function furnitureParagraphs(words: Words, hashes: Uint32Array, marks: Uint8Array): readonly number[] {
  if (!marks.includes(1)) return NO_PARAGRAPHS;
  const recurring = new Set(hashes.filter((_, i) => marks[i] === 1));
  const edges = new Set(edgeParagraphs(words).filter((i) => recurring.has(paragraphHash(words, i))));
  const found: number[] = [];
  for (let i = 0; i + 1 < words.paragraphs.length; i++) {
    const { sampled, hits } = countRecurring(
      hashRunsWithin(words, words.paragraphs[i], words.paragraphs[i + 1]),
      recurring,
    );
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

function wordsWithout(
  { hash, start, end, flags, sentences, paragraphs, count, ...rest }: Words,
  gone: readonly number[],
): Words {
  const kept: Words = {
    ...rest,
    count: 0,
    hash: new Uint32Array(count),
    start: new Uint32Array(count),
    end: new Uint32Array(count),
    flags: new Uint16Array(count),
    sentences,
    paragraphs,
  };
  const ownSentences: number[] = [];
  const ownParagraphs: number[] = [];
  let sentence = 0;
  for (let i = 0; i + 1 < paragraphs.length; i++) {
    const from = paragraphs[i];
    const to = paragraphs[i + 1];
    const leaves = gone.includes(i);
    // Every paragraph begins a sentence.
    for (; sentences[sentence] < to; sentence++) {
      if (!leaves) ownSentences.push(kept.count + sentences[sentence] - from);
    }
    if (leaves) continue;
    ownParagraphs.push(kept.count);
    for (const [own, all] of [
      [kept.hash, hash],
      [kept.start, start],
      [kept.end, end],
      [kept.flags, flags],
    ] as const) {
      own.set(all.subarray(from, to), kept.count);
    }
    kept.count += to - from;
  }
  kept.sentences = [...ownSentences, kept.count];
  kept.paragraphs = [...ownParagraphs, kept.count];
  return kept;
}

/** How many of these shingles are sampled, and how many of those recur. */
function countRecurring(hashes: Uint32Array, recurring: ReadonlySet<number>): { sampled: number; hits: number } {
  let sampled = 0;
  let hits = 0;
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i];
    if (!isCommon(hash)) continue;
    sampled++;
    if (recurring.has(hash)) hits++;
  }
  return { sampled, hits };
}
