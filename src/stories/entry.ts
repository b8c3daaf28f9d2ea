/*
 * In: an article. Out: what finding its story takes: a key, its words, its sample and short keys of its words and its
 * address.
 */
import type { Article } from "../article.js";
import { type Sample, sampleShingles } from "../candidates/sample.js";
import { sideOf } from "../compare/compare.js";
import { runsOf, type Side } from "../compare/evidence.js";
import { isShortItem } from "../compare/short.js";
import { SamestoryError } from "../errors.js";
import { readInput } from "../extract/input.js";
import { splitWords, type Words } from "../text/words.js";
import { articleUrl } from "./urls.js";

/** 64 bits that stand for a text, as two numbers; both 0 for none. */
export interface Key {
  low: number;
  high: number;
}

/** An article made ready to be put with its story. */
export interface Entry {
  id: string;
  article: Article;
  /** When it was published, in milliseconds; undefined where the article does not say. */
  time: number | undefined;
  side: Side;
  sample: Sample;
  /** Equal for articles that have the same words, house style aside; of short items the headline's, too. */
  wordsKey: Key;
  /** Equal for articles of one address. */
  urlKey: Key;
  /** Hashes of the short paragraphs at its edges, where furniture is. */
  edges: number[];
}

const NO_KEY: Key = { low: 0, high: 0 };

/** Makes an article ready. */
export function readEntry(article: Article, id: string): Entry {
  const side = sideOf(readInput(article));
  return {
    id,
    article,
    time: timeOf(article.publishedAt),
    side,
    sample: sampleShingles(runsOf(side)),
    wordsKey: keyOfWords(side),
    urlKey: keyOfUrl(article.url),
    edges: edgeParagraphs(side.words).map((paragraph) => paragraphHash(side.words, paragraph)),
  };
}

/** A furniture paragraph has seldom more words, and one of fewer is a phrase. */
const EDGE_WORDS = { least: 6, most: 60 };

/**
 * The short ones among the first paragraph and the last two. A copyright line of twenty words has two sampled shingles or
 * none, so that it may not be known for furniture by them: its hash as a whole tells.
 */
export function edgeParagraphs({ paragraphs }: Words): number[] {
  const last = paragraphs.length - 2;
  return [...new Set([0, last - 1, last])].filter((i) => {
    const words = paragraphs[i + 1] - paragraphs[i];
    return i >= 0 && words >= EDGE_WORDS.least && words <= EDGE_WORDS.most;
  });
}

/** A hash of the words of a paragraph. */
export function paragraphHash({ hash, paragraphs }: Words, i: number): number {
  const words = hash.subarray(paragraphs[i], paragraphs[i + 1]);
  return keyOf(words, words.length).high;
}

/** The hashes an article is found by: its sample, then its words and its address as one each, then its edges. */
export function searchHashes({ sample, wordsKey, urlKey, edges }: Entry): Uint32Array {
  const keys = [wordsKey, urlKey].filter((key) => !isNone(key)).map((key) => key.low);
  keys.push(...edges);
  const hashes = new Uint32Array(sample.hashes.length + keys.length);
  hashes.set(sample.hashes);
  hashes.set(keys, sample.hashes.length);
  return hashes;
}

/** The hash of an article's address alone; empty where it has none. */
export function urlHash({ urlKey }: Entry): Uint32Array {
  return isNone(urlKey) ? new Uint32Array(0) : Uint32Array.of(urlKey.low);
}

/**
 * The caller's key, or one made of address, source, title and text, so that it depends neither on the place in the feed nor
 * on other articles. Two articles that agree in all four are one article; a text that two outlets carry is two.
 */
export function idOf(article: Article): string {
  if (typeof article !== "object" || article === null || typeof article.text !== "string") {
    throw new SamestoryError(
      "INVALID_INPUT",
      `An article must be an object with a string "text"; got ${article === null ? "null" : typeof article}. ` +
        "Make one of a page with articleFromText.",
    );
  }
  const { id, url, source, title, text } = article;
  if (id === undefined || id === null) {
    const address = typeof url === "string" ? (articleUrl(url) ?? url) : "";
    const key = keyOfText([address, source ?? "", title ?? "", text].join("\n"));
    return `article-${hex(key.high)}${hex(key.low)}`;
  }
  if (typeof id !== "string" || id === "") {
    const got = typeof id === "string" ? "empty" : `of type ${typeof id}`;
    throw new SamestoryError(
      "INVALID_INPUT",
      `The id of an article is ${got}; give a string that is not empty, or none.`,
    );
  }
  return id;
}

/** A time in milliseconds; undefined for what says none. */
export function timeOf(time: Date | string | number | undefined): number | undefined {
  if (time === undefined || time === null) return undefined;
  const ms = typeof time === "number" ? time : typeof time === "string" ? Date.parse(time) : timeOfDate(time);
  return Number.isFinite(ms) ? ms : undefined;
}

/** Of a `Date`, if of another realm; what else untyped callers pass says no time. */
function timeOfDate(date: Date): number {
  return typeof date.getTime === "function" ? date.getTime() : Number.NaN;
}

function keyOfUrl(url: unknown): Key {
  const address = typeof url === "string" ? articleUrl(url) : undefined;
  return address === undefined ? NO_KEY : keyOfText(address);
}

function keyOfText(text: string): Key {
  const units = new Uint32Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return keyOf(units, units.length);
}

function keyOfWords(side: Side): Key {
  const { words, title = "" } = side;
  if (words.count === 0) return NO_KEY;
  if (!isShortItem(side)) return keyOf(words.hash, words.count);
  const headline = splitWords(title, [{ start: 0, end: title.length }]);
  const hashes = [...words.hash.subarray(0, words.count), ...headline.hash.subarray(0, headline.count)];
  return keyOf(Uint32Array.from(hashes), hashes.length);
}

function keyOf(numbers: Uint32Array, count: number): Key {
  let low = 0x2545f491 ^ count;
  let high = 0x61c88647 ^ count;
  for (let i = 0; i < count; i++) {
    low = Math.imul(low ^ numbers[i], 0x9e3779b1);
    low ^= low >>> 15;
    high = Math.imul(high ^ numbers[i], 0x85ebca77);
    high ^= high >>> 13;
  }
  low = Math.imul(low ^ (high >>> 16), 0x85ebca6b);
  high = Math.imul(high ^ (low >>> 16), 0xc2b2ae35);
  return { low: (low ^ (low >>> 16)) >>> 0, high: ((high ^ (high >>> 16)) | 1) >>> 0 };
}

export function isNone(key: Key): boolean {
  return key.high === 0;
}

export function sameKey(a: Key, b: Key): boolean {
  return !isNone(a) && a.low === b.low && a.high === b.high;
}

function hex(number: number): string {
  return number.toString(16).padStart(8, "0");
}
