/*
 * In: the sections of a snapshot of format 1. Out: its postings and its kept articles. Format 1 had the postings in blocks
 * sorted by hash, found by the start of each bucket, and the kept articles as JSON, text and all.
 */
import { CandidateIndex } from "../candidates/candidateIndex.js";
import { type Kept, keepArticle } from "./kept.js";
import type { Records } from "./records.js";
import { damaged, type Section, stringsOf, u32sOf } from "./sections.js";

/** Numbers of the sections that format 2 has no more. */
const Former = { articles: 10, block: 15, starts: 16, entries: 17, dead: 18 } as const;

/** The postings, in an index as it is today. */
export function readFormerPostings(sections: readonly Section[], records: Records): CandidateIndex {
  const hashesOf = new Map<number, number[]>();
  for (const [i, { name, data }] of sections.entries()) {
    if (name === Former.block) readBlock(u32sOf(data), sections.slice(i + 1, i + 4), hashesOf);
  }
  const index = new CandidateIndex();
  for (const [number, hashes] of [...hashesOf].sort(([a], [b]) => a - b)) {
    // Blocks span the numbers of articles that went before they were written, too.
    if (records.has(number)) index.add(number, Uint32Array.from(hashes));
    else if (hashes.length > 0) throw damaged("a posting leads to no article.");
  }
  return index;
}

function readBlock(head: Uint32Array, parts: readonly Section[], hashesOf: Map<number, number[]>): void {
  const fits = [Former.starts, Former.entries, Former.dead].every((name, i) => parts[i]?.name === name);
  const [first, span, , , bucketBits, articleBits] = head;
  const [starts, entries, dead] = parts.map(({ data }) => u32sOf(data));
  const sized = span <= 2 ** articleBits && dead?.length === (span + 31) >>> 5 && starts.length === 2 ** bucketBits + 1;
  if (!fits || !sized || starts[starts.length - 1] !== entries.length) {
    throw damaged("a block of postings does not fit its head.");
  }
  for (let place = 0; place < span; place++) {
    if (((dead[place >>> 5] >>> (place & 31)) & 1) === 0) hashesOf.set(first + place, []);
  }
  for (let bucket = 0; bucket + 1 < starts.length; bucket++) {
    for (let at = starts[bucket]; at < starts[bucket + 1]; at++) {
      const place = entries[at] & (2 ** articleBits - 1);
      hashesOf.get(first + place)?.push(((bucket << (32 - bucketBits)) | (entries[at] >>> articleBits)) >>> 0);
    }
  }
}

/** The articles that were kept whole. */
export function readFormerArticles(sections: readonly Section[]): Kept[] {
  const data = sections.find(({ name }) => name === Former.articles)?.data;
  return (data ? stringsOf(data) : []).map((json) => {
    const value: unknown = JSON.parse(json);
    if (!isFormer(value)) throw damaged("a text belongs to no article.");
    return keepArticle(value.article, value.furniture);
  });
}

function isFormer(value: unknown): value is { article: { text: string }; furniture: number[] } {
  if (typeof value !== "object" || value === null || !("article" in value) || !("furniture" in value)) return false;
  const { article, furniture } = value;
  const isArticle =
    typeof article === "object" && article !== null && "text" in article && typeof article.text === "string";
  return isArticle && Array.isArray(furniture) && furniture.every((index: unknown) => typeof index === "number");
}
