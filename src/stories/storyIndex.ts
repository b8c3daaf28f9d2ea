/*
 * Keeps a feed without an end sorted into stories.
 *
 * In: articles as they arrive. Out: the story of each, at once; its matches, each verified; and the stories so far.
 * Candidates come from sampled shingles, the address and the words as a whole; the likeliest are compared with the article.
 *
 * What verifies a match. A verdict needs both texts, and texts are large: 5.5 KB an article where the index itself takes
 * 1 KB. So the newest `keepTexts` articles (20,000 unless told otherwise: two days of a large feed) are kept whole and
 * compared in full; of older ones remain sampled shingles and figures. A match with one of those says so (`evidence:
 * "sample"`); it joins a story only when three fifths of the smaller sample stand in the other and the figures agree, and
 * it is less sure. `keepTexts: Infinity` verifies everything in full, `keepTexts: 0` is the smallest.
 *
 * What it promises. An article joins the story it has the surest match with, when it is a version of more of its articles
 * than it shares nothing with (the guard of `clusters.ts`); two stories become one by the same rule. A story never loses
 * its id to a younger one, and never falls apart. Unlike `dedupe`, which knows all pairs before it groups, it decides as
 * articles come: in another order of arrival a few articles end in another story (docs/accuracy.md has the share).
 * It has no clock: articles without a time count as published at the latest time seen so far.
 */
import type { Article } from "../article.js";
import { CandidateIndex } from "../candidates/candidateIndex.js";
import type { Side } from "../compare/evidence.js";
import type { Verdict } from "../compare/verdict.js";
import { SamestoryError } from "../errors.js";
import { countAcross, type Linked } from "./acrossStories.js";
import { mayJoin } from "./clusters.js";
import type { Decision, Evidence } from "./decision.js";
import { type Entry, idOf, readEntry, searchHashes, timeOf } from "./entry.js";
import { type Examination, examine, type Holdings } from "./examination.js";
import { figuresOf } from "./figures.js";
import { sideWithout } from "./furniture.js";
import { IdTable } from "./idTable.js";
import { type Kept, keepArticle, keptArticle } from "./kept.js";
import { requireSources } from "./lead.js";
import { Links } from "./links.js";
import { Column, Records } from "./records.js";
import { Shelf } from "./shelf.js";
import { type Contents, readSnapshot, writeSnapshot } from "./snapshot.js";
import type { Story } from "./story.js";
import { StoryBook } from "./storyBook.js";
import { type Shelves, tellNumbered } from "./telling.js";

/** Options of `StoryIndex`. */
export interface StoryIndexOptions {
  /**
   * How many of the newest articles are kept whole, so that matches with them are verified by comparing the texts;
   * default 20,000. Older ones are matched by sampled shingles and figures. `Infinity` keeps all: about 6 KB an article.
   */
  keepTexts?: number;
  /** Sources whose article stands for a story before others, the most preferred first; as in `source` of the articles. */
  preferredSources?: readonly string[];
}

/** An article of the index that shares something with another. */
export interface Match {
  /** Id of the article. */
  id: string;
  /** Its story. */
  storyId: string;
  /** How sure it is that the two are versions of one story, 0..1. */
  score: number;
  verdict: Verdict;
  resemblance: number;
  /** `a` is the article asked about, `b` the one of the index. */
  containment: { aInB: number; bInA: number };
  /** What it rests on: see {@link Evidence}. */
  evidence: Evidence;
}

/** What became of an article that was added. */
export interface Added {
  /** The story it is in. */
  storyId: string;
  /** Whether it started that story. */
  isNew: boolean;
  /** The articles that it shares matter with, the surest first. */
  matches: Match[];
  /** The story that its former version was in, when the id was there already. */
  replaced?: { storyId: string };
  /** Stories that became one with its own through it, when there are any; their ids go on to name it. */
  merged?: string[];
}

const KEEP_TEXTS = 20_000;
/** Articles sorted into stories as they arrive. See the head of this file for what it keeps and promises. */
export class StoryIndex {
  private readonly keepTexts: number;
  private readonly preferredSources: readonly string[];
  private records = new Records();
  private numbers = new IdTable((number) => this.records.id(number));
  private links = new Links();
  private book = new StoryBook(this.records, (id) => this.numbers.get(id));
  private candidates = new CandidateIndex();
  private readonly sides = new Shelf<Side>();
  /** Names of sources by number; 0 is none. */
  private readonly sources: string[] = [""];
  private readonly sourceNumbers = new Map<string, number>();
  private latest = Number.NEGATIVE_INFINITY;
  /** How many articles are kept whole, and the oldest that may be. */
  private kept = 0;
  private keptFrom = 0;

  constructor(options: StoryIndexOptions = {}) {
    const { keepTexts = KEEP_TEXTS, preferredSources = [] } = options;
    if (!(keepTexts >= 0)) {
      throw new SamestoryError("INVALID_OPTION", `Option keepTexts is ${keepTexts}; give a number from 0 to Infinity.`);
    }
    this.keepTexts = keepTexts;
    this.preferredSources = requireSources(preferredSources);
  }

  /** Articles in the index. */
  get size(): number {
    return this.records.size;
  }

  /**
   * Puts an article with its story, or starts one. An article whose id is there already replaces its former version.
   * @throws {SamestoryError} `INVALID_INPUT` for what is no article
   */
  add(article: Article): Added {
    const entry = readEntry(article, idOf(article));
    const replaced = this.replace(entry.id);
    const { furniture, ...examination } = examine(entry, this.holdings());
    const number = this.keep(entry, furniture);
    for (const { article: other, decision } of examination.found) {
      if (isKept(decision)) this.links.set(number, other, decision);
    }
    const { story, merged } = this.place(number, examination);
    return {
      storyId: this.book.name(story),
      isNew: story === number,
      matches: this.matchesOf(examination),
      ...(replaced ? { replaced } : {}),
      ...(merged.length > 0 ? { merged } : {}),
    };
  }

  /** What an article shares with those of the index, the surest first. Changes nothing. */
  match(article: Article): Match[] {
    const id = idOf(article);
    const former = this.numbers.get(id);
    const entry = readEntry(article, id);
    const { found, unread } = examine(entry, this.holdings());
    return this.matchesOf({ found: found.filter((match) => match.article !== former), unread });
  }

  /** Takes an article out; false when it is not there. Its story stays as long as it has others. */
  remove(id: string): boolean {
    const number = typeof id === "string" ? this.numbers.get(id) : undefined;
    if (number === undefined) return false;
    this.numbers.delete(id);
    this.book.leave(number);
    this.links.remove(number);
    this.candidates.remove(number);
    this.sides.drop(number);
    if (this.records.kept(number) !== undefined) this.kept--;
    this.records.remove(number);
    return true;
  }

  /**
   * Takes out all articles published before a time; returns how many. An article that came without a time counts as
   * published at the latest time seen before it, and never expires where there was none.
   * @throws {SamestoryError} `INVALID_INPUT` for what is no time
   */
  expire(before: Date | string | number): number {
    const time = timeOf(before);
    if (time === undefined) {
      throw new SamestoryError(
        "INVALID_INPUT",
        `${String(before)} is no time; give a Date, milliseconds, or a string that Date.parse reads.`,
      );
    }
    const expired = [...this.records.before(time)].map((number) => this.records.id(number));
    for (const id of expired) this.remove(id);
    return expired.length;
  }

  /** The story of this id, or the one it was merged into; undefined when there is none. */
  story(id: string): Story<Article | undefined> | undefined {
    const story = typeof id === "string" ? this.book.find(id) : undefined;
    return story === undefined ? undefined : tellNumbered(story, this.holdings());
  }

  /** All stories, the one that started first at the beginning. */
  stories(): Story<Article | undefined>[] {
    const stories: number[] = [];
    const seen = new Set<number>();
    for (const article of this.records.all()) {
      const story = this.book.storyOf(article);
      if (!seen.has(story)) stories.push(story);
      seen.add(story);
    }
    const held = this.holdings();
    return stories.sort((a, b) => a - b).map((story) => tellNumbered(story, held));
  }

  /**
   * The whole index as bytes, the same on every platform; kept texts included.
   * Times come back as strings where they were given as `Date`.
   */
  toBytes(): Uint8Array {
    const { keepTexts, preferredSources, sources, latest, records, links, candidates } = this;
    return writeSnapshot({
      keepTexts,
      preferredSources,
      sources,
      latest,
      records,
      links,
      volumes: this.book.volumes,
      candidates,
    });
  }

  /**
   * Reads what {@link StoryIndex.toBytes} gave.
   * @param options change what the snapshot says where they are given
   * @throws {SamestoryError} `BAD_BYTES` for bytes that are foreign, cut, damaged or of another recipe
   */
  static fromBytes(bytes: Uint8Array | ArrayBuffer, options: StoryIndexOptions = {}): StoryIndex {
    const contents = readSnapshot(bytes);
    const index = new StoryIndex({
      keepTexts: options.keepTexts ?? contents.keepTexts,
      preferredSources: options.preferredSources ?? contents.preferredSources,
    });
    index.restore(contents);
    return index;
  }

  private restore({ records, volumes, links, sources, latest, candidates }: Contents): void {
    this.records = records;
    this.links = links;
    this.latest = latest;
    this.candidates = candidates;
    this.book = new StoryBook(records, (id) => this.numbers.get(id));
    this.numbers = new IdTable((number) => records.id(number));
    for (const source of sources) this.sourceNumber(source);
    for (const number of records.all()) {
      this.numbers.set(records.id(number), number);
      if (records.kept(number) !== undefined) this.kept++;
    }
    for (const [story, volume] of volumes) this.book.restore(story, volume);
    this.keptFrom = this.firstKept();
    this.letTextsGo();
  }

  /** The oldest article that is kept whole. */
  private firstKept(): number {
    for (const number of this.records.all()) if (this.records.kept(number) !== undefined) return number;
    return this.records.next;
  }

  private replace(id: string): { storyId: string } | undefined {
    const former = this.numbers.get(id);
    if (former === undefined) return undefined;
    const storyId = this.book.name(this.book.storyOf(former));
    this.remove(id);
    return { storyId };
  }

  /** What it holds, for who examines an article or tells a story. */
  private holdings(): Holdings & Shelves {
    const { records, links, candidates, book, sources, preferredSources } = this;
    return {
      records,
      links,
      candidates,
      book,
      sources,
      preferredSources,
      sideOf: (number) => this.sideOf(number),
      peerStories: (article) => this.peerStories(article),
    };
  }

  /** See {@link Holdings.peerStories}. */
  private peerStories(article: Article): ((number: number) => number) | undefined {
    const source = this.sourceNumbers.get(article.source ?? "");
    if (source === undefined) return undefined;
    return (number) => (this.records.number(number, Column.source) === source ? this.book.storyOf(number) : -1);
  }

  /** Writes an article down. */
  private keep(entry: Entry, furniture: readonly number[]): number {
    const { id, article, sample, wordsKey, urlKey } = entry;
    this.latest = Math.max(this.latest, entry.time ?? Number.NEGATIVE_INFINITY);
    const time = entry.time ?? this.latest;
    const source = this.sourceNumber(article.source);
    const { size, common } = sample;
    const figures = figuresOf(entry.side.words);
    const number = this.records.add({ id, time, size, common, story: 0, source, wordsKey, urlKey, figures });
    this.numbers.set(id, number);
    this.candidates.add(number, searchHashes(entry));
    if (this.keepTexts >= 1) this.keepText(number, keepArticle(article, furniture), entry.side);
    return number;
  }

  private keepText(number: number, kept: Kept, side: Side): void {
    this.records.setKept(number, kept);
    this.sides.put(number, side);
    this.kept++;
    this.letTextsGo();
  }

  private letTextsGo(): void {
    for (; this.kept > this.keepTexts && this.keptFrom < this.records.next; this.keptFrom++) {
      if (this.records.kept(this.keptFrom) === undefined) continue;
      this.records.setKept(this.keptFrom, undefined);
      this.sides.drop(this.keptFrom);
      this.kept--;
    }
  }

  /** Finds the story of an article that was just written down. */
  private place(number: number, { found, unread }: Examination): { story: number; merged: string[] } {
    const matched = new Set(found.filter(({ decision }) => decision.same).map((f) => this.book.storyOf(f.article)));
    const [story, ...others] = [...matched].filter((candidate) => {
      const twin = found[0].decision.evidence === "words" && this.book.storyOf(found[0].article) === candidate;
      return twin || mayJoin(countAcross(this.linked(), [number], this.book.members(candidate), unread));
    });
    if (story === undefined) {
      this.book.found(number);
      return { story: number, merged: [] };
    }
    this.book.join(number, story);
    return this.mergeInto(story, others);
  }

  /** Merges other stories into one where the guard lets them; the oldest name stays. */
  private mergeInto(story: number, others: readonly number[]): { story: number; merged: string[] } {
    let into = story;
    const merged: string[] = [];
    for (const other of others) {
      const one = this.book.members(into);
      const two = this.book.members(other);
      const [small, large] = one.length <= two.length ? [one, two] : [two, one];
      if (!mayJoin(countAcross(this.linked(), small, large))) continue;
      const [older, younger] = into < other ? [into, other] : [other, into];
      merged.push(this.book.name(younger));
      this.book.merge(younger, older);
      into = older;
    }
    return { story: into, merged };
  }

  private linked(): Linked {
    return { links: this.links, storyOf: (article) => this.book.storyOf(article) };
  }

  private matchesOf({ found }: Examination): Match[] {
    return found.map(({ article, decision }) => {
      const { score, verdict, resemblance, containment, evidence } = decision;
      const storyId = this.book.name(this.book.storyOf(article));
      return { id: this.records.id(article), storyId, score, verdict, resemblance, containment, evidence };
    });
  }

  /** The words of an article whose text is kept. */
  private sideOf(number: number): Side | undefined {
    const kept = this.records.kept(number);
    return kept && this.sides.get(number, () => sideWithout(keptArticle(kept), kept.furniture));
  }

  private sourceNumber(source: string | undefined): number {
    if (typeof source !== "string" || source === "") return 0;
    const known = this.sourceNumbers.get(source);
    if (known !== undefined) return known;
    this.sourceNumbers.set(source, this.sources.length);
    return this.sources.push(source) - 1;
  }
}

/** Pairs that share nothing worth a word are not kept. */
function isKept({ same, verdict }: Decision): boolean {
  return same || verdict === "partial";
}
