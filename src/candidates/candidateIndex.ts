/*
 * The index that proposes articles: an inverted index of sampled shingles.
 *
 * In: numbers of articles, ascending, with the hashes to find them by. Out: the articles that share hashes with a
 * given one, with how many. After the logarithmic method (Bentley & Saxe 1980) and log-structured merging: the newest
 * articles are in an open tail; a full tail is sealed into a block; blocks of like size are merged, up to a limit. So
 * blocks are segments of time, as far as articles arrive in the order of their time: one whose articles all went is
 * dropped whole, one that lost half of them is written anew, and no posting is ever looked for to be deleted.
 * It verifies nothing: whoever asks compares.
 */
import { type Block, type Hits, lookUp, markDead, postingsOf, sealBlock } from "./block.js";
import { Tail } from "./tail.js";

/** A hash that more articles have than this proposes none of them: it is a phrase, a caption or furniture. */
export const FREQUENCY_CAP = 500;

/**
 * What recurs in so many other stories of one source is furniture of that source, not matter. With two, a passage that an
 * article shares with one other story and its own former version would be taken for furniture.
 */
export const FURNITURE_STORIES = 3;

/** Blocks grow to so many articles: larger ones make lookups cheaper, expiry coarser and merging a longer pause. */
const LARGEST_BLOCK = 1 << 17;
/** Numbers a block may span, with those that went: its entries need bits for all of them. */
const LARGEST_SPAN = 1 << 18;

/** An article that shares hashes with the one asked for. */
export interface Candidate {
  article: number;
  /** How many hashes are shared. */
  shared: number;
}

/** What a search found. */
export interface Found {
  candidates: Candidate[];
  /** For each hash whether it is furniture, 0 or 1. */
  furniture?: Uint8Array;
}

export class CandidateIndex {
  /** Sealed parts, the oldest first. */
  private blocks: Block[];
  private tail: Tail;
  private readonly tally = new Tally();

  /** @param next the number from which articles will be added to the blocks */
  constructor(blocks: readonly Block[] = [], next = 0) {
    this.blocks = [...blocks];
    this.tail = new Tail(next);
  }

  /** Articles that are in it. */
  get size(): number {
    return this.blocks.reduce((sum, block) => sum + block.live, this.tail.live);
  }

  /** Adds an article. Its number must be above every number added before. */
  add(article: number, hashes: Uint32Array): void {
    if (this.tail.full) this.seal();
    this.tail.add(article, hashes);
  }

  /** Takes an article out; false when it is not there. What it was found by need not be known. */
  remove(article: number): boolean {
    if (article >= this.tail.first) return this.tail.remove(article);
    const block = this.blocks[this.blockOf(article)];
    if (block === undefined || article >= block.first + block.span || !markDead(block, article)) return false;
    if (block.live * 2 <= block.made) this.shrink(this.blocks.indexOf(block));
    return true;
  }

  /**
   * The articles that share hashes with these, in no certain order. Hashes that more than {@link FREQUENCY_CAP}
   * articles have are passed over, unless they are half of all: then the newest articles that have them are taken, or
   * a text that hundreds of outlets carry would be found no more.
   *
   * @param peerStory the story of an article that comes from the same source, -1 for all others. Hashes that recur in
   * {@link FURNITURE_STORIES} stories of the source are its furniture: they propose nothing.
   */
  search(hashes: Uint32Array, peerStory?: (article: number) => number): Found {
    this.tally.start(hashes.length);
    this.tail.lookUp(hashes, this.tally);
    for (let i = this.blocks.length - 1; i >= 0; i--) lookUp(this.blocks[i], hashes, this.tally);
    const furniture = peerStory && this.tally.furniture(peerStory);
    return { candidates: this.tally.candidates(furniture), ...(furniture ? { furniture } : {}) };
  }

  /** Everything in sealed blocks, to be written down. */
  sealed(): readonly Block[] {
    this.seal();
    return this.blocks;
  }

  private seal(): void {
    const { tail } = this;
    if (tail.span === 0) return;
    this.tail = new Tail(tail.first + tail.span);
    if (tail.live === 0) return;
    this.blocks.push(sealBlock([tail.postings()], FREQUENCY_CAP));
    while (this.mergeAt(this.blocks.length - 2)) {
      // Each merge may make the next one due.
    }
  }

  /** Merges a block with the next when it is not much larger. */
  private mergeAt(index: number): boolean {
    const older = this.blocks[index];
    const newer = this.blocks[index + 1];
    if (older === undefined || newer === undefined || older.live > newer.live * 1.5) return false;
    const span = newer.first + newer.span - older.first;
    if (older.live + newer.live > LARGEST_BLOCK || span > LARGEST_SPAN) return false;
    const merged = sealBlock([postingsOf(older), postingsOf(newer)], FREQUENCY_CAP);
    this.blocks.splice(index, 2, merged);
    return true;
  }

  /** Drops a block that is empty, or writes it anew without what went. */
  private shrink(index: number): void {
    const block = this.blocks[index];
    if (block.live === 0) this.blocks.splice(index, 1);
    else {
      this.blocks[index] = sealBlock([postingsOf(block)], FREQUENCY_CAP);
      if (!this.mergeAt(index)) this.mergeAt(index - 1);
    }
  }

  /** Index of the last block that starts at or before an article. */
  private blockOf(article: number): number {
    let low = 0;
    let high = this.blocks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.blocks[middle].first <= article) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/** Counts what lookups find, by article. Its arrays stay from one question to the next. */
class Tally implements Hits {
  private hashCount = 0;
  private found = new Uint32Array(256);
  private count = 0;
  private hitHash = new Uint32Array(1 << 12);
  private hitArticle = new Uint32Array(1 << 12);
  private readonly counts = new Counts();

  start(hashes: number): void {
    this.hashCount = hashes;
    if (this.found.length < hashes) this.found = new Uint32Array(hashes * 2);
    this.found.fill(0, 0, hashes);
    this.count = 0;
  }

  add(hash: number, article: number): void {
    if (this.found[hash] > FREQUENCY_CAP) return;
    this.found[hash]++;
    if (this.count === this.hitHash.length) this.grow();
    this.hitHash[this.count] = hash;
    this.hitArticle[this.count++] = article;
  }

  /** The articles found; hashes marked in `left` are left out. */
  candidates(left?: Uint8Array): Candidate[] {
    let common = 0;
    for (let i = 0; i < this.hashCount; i++) common += +(this.found[i] > FREQUENCY_CAP);
    const takeCommon = common * 2 >= this.hashCount;
    const counts = this.counts.cleared(this.count);
    for (let i = 0; i < this.count; i++) {
      const hash = this.hitHash[i];
      if ((!takeCommon && this.found[hash] > FREQUENCY_CAP) || left?.[hash]) continue;
      counts.add(this.hitArticle[i]);
    }
    return counts.candidates();
  }

  /** Marks the hashes that enough different stories have. */
  furniture(peerStory: (article: number) => number): Uint8Array {
    const marks = new Uint8Array(this.hashCount);
    const counts = new Uint8Array(this.hashCount);
    const stories = new Float64Array(this.hashCount * FURNITURE_STORIES).fill(-1);
    for (let i = 0; i < this.count; i++) {
      const hash = this.hitHash[i];
      if (marks[hash] === 1) continue;
      const story = peerStory(this.hitArticle[i]);
      const from = hash * FURNITURE_STORIES;
      if (story < 0 || stories.subarray(from, from + counts[hash]).includes(story)) continue;
      stories[from + counts[hash]++] = story;
      if (counts[hash] === FURNITURE_STORIES) marks[hash] = 1;
    }
    return marks;
  }

  private grow(): void {
    const hashes = new Uint32Array(this.hitHash.length * 2);
    const articles = new Uint32Array(this.hitHash.length * 2);
    hashes.set(this.hitHash);
    articles.set(this.hitArticle);
    this.hitHash = hashes;
    this.hitArticle = articles;
  }
}

/** A multiset of numbers, by open addressing: several times as quick as a `Map` that is made for each question. */
class Counts {
  private slots = new Uint32Array(1 << 10);
  private amounts = new Uint32Array(1 << 10);
  /** Slots that are taken. */
  private readonly taken: number[] = [];

  /** Empties it, with room for so many numbers. */
  cleared(room: number): this {
    if (room * 2 > this.slots.length) {
      const size = 2 ** Math.ceil(Math.log2(room * 2));
      this.slots = new Uint32Array(size);
      this.amounts = new Uint32Array(size);
    } else for (const slot of this.taken) this.amounts[slot] = 0;
    this.taken.length = 0;
    return this;
  }

  add(number: number): void {
    const { slots, amounts } = this;
    const mask = slots.length - 1;
    let slot = (Math.imul(number, 0x9e3779b1) >>> 7) & mask;
    while (amounts[slot] > 0 && slots[slot] !== number) slot = (slot + 1) & mask;
    if (amounts[slot] === 0) {
      slots[slot] = number;
      this.taken.push(slot);
    }
    amounts[slot]++;
  }

  candidates(): Candidate[] {
    return this.taken.map((slot) => ({ article: this.slots[slot], shared: this.amounts[slot] }));
  }
}
