/*
 * The index that proposes articles: an inverted index of sampled shingles.
 *
 * In: numbers of articles, ascending, with the hashes to find them by. Out: the articles that share hashes with a
 * given one, with how many. It is cut in segments by order of arrival, which are segments of time as far as articles arrive
 * in the order of their time: one whose articles all went is dropped whole, one that lost half of them is written anew, and
 * no posting is ever looked for to be deleted. It verifies nothing: whoever asks compares.
 */
import { type Hits, Segment, type SegmentData } from "./segment.js";

/** A hash that more articles have than this proposes none of them: it is a phrase, a caption or furniture. */
export const FREQUENCY_CAP = 500;

/**
 * What recurs in so many other stories of one source is furniture of that source, not matter. With two, a passage that an
 * article shares with one other story and its own former version would be taken for furniture.
 */
export const FURNITURE_STORIES = 3;

/**
 * One shared hash that more articles have than this is chance: an article that shares no other is not proposed. A rarer one
 * counts, since the text of a short item may have no more, and an address has but one.
 */
const RARE = 16;

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
  /** In order of arrival; none is empty. */
  private readonly segments: Segment[];
  private readonly tally = new Tally();

  constructor(segments: readonly Segment[] = []) {
    this.segments = segments.filter(({ live }) => live > 0);
  }

  /** Articles that are in it. */
  get size(): number {
    return this.segments.reduce((sum, { live }) => sum + live, 0);
  }

  /** Adds an article. Its number must be above every number added before. */
  add(article: number, hashes: Uint32Array): void {
    if (this.segments.at(-1)?.add(article, hashes)) return;
    const segment = new Segment(FREQUENCY_CAP);
    segment.add(article, hashes);
    this.segments.push(segment);
  }

  /** Takes an article out; false when it is not there. What it was found by need not be known. */
  remove(article: number): boolean {
    const at = this.segmentOf(article);
    const segment = this.segments[at];
    if (!segment?.remove(article)) return false;
    if (segment.live * 2 <= segment.count) this.shrink(at);
    return true;
  }

  /**
   * The articles that share hashes with these, in no certain order. Hashes that more than {@link FREQUENCY_CAP}
   * articles have are passed over, unless they are half of all: then the newest articles that have them are taken, or
   * a text that hundreds of outlets carry would be found no more. Where few hashes are in more than {@link RARE} articles, of
   * those the {@link NEWEST} are looked at. Articles that share one hash are left out when more than {@link RARE} have it.
   *
   * @param peerStory the story of an article that comes from the same source, -1 for all others. Hashes that recur in
   * {@link FURNITURE_STORIES} stories of the source are its furniture: they propose nothing.
   */
  search(hashes: Uint32Array, peerStory?: (article: number) => number): Found {
    this.tally.start(hashes.length);
    for (let i = this.segments.length - 1; i >= 0; i--) this.segments[i].lookUp(hashes, this.tally);
    this.tally.finish(hashes);
    const furniture = peerStory && this.tally.furniture(peerStory);
    return { candidates: this.tally.candidates(furniture), ...(furniture ? { furniture } : {}) };
  }

  /** All of it in arrays, to be written down. */
  toData(): SegmentData[] {
    return this.segments.map((segment) => segment.toData());
  }

  /** Drops a segment that is empty; writes one anew without what went, together with a neighbour that has room for it. */
  private shrink(at: number): void {
    const segment = this.segments[at];
    if (segment.live === 0) {
      this.segments.splice(at, 1);
      return;
    }
    const older = this.segments[at - 1];
    if (older?.hasRoomFor(segment)) {
      older.take(segment);
      this.segments.splice(at, 1);
      return;
    }
    const anew = new Segment(FREQUENCY_CAP);
    anew.take(segment);
    this.segments[at] = anew;
  }

  /** Index of the last segment that starts at or before an article; -1 where there is none. */
  private segmentOf(article: number): number {
    let low = 0;
    let high = this.segments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.segments[middle].first <= article) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/**
 * Where few of an article's hashes are in more than {@link RARE} others, of each of those so many articles are looked at, the
 * newest: enough to find what carries a passage, and to tell furniture. A dozen idioms would bring thousands.
 */
const NEWEST = 32;
const FEW = 0.25;

/** A list of articles that a lookup came upon. */
interface Listed {
  hash: number;
  count: number;
  list: number;
  of: Segment;
}

/** Counts what lookups find, by article. Its arrays stay from one question to the next. */
class Tally implements Hits {
  private hashCount = 0;
  /** How many articles have each hash. */
  private found = new Uint32Array(256);
  private count = 0;
  private hitHash = new Uint32Array(1 << 12);
  private hitArticle = new Uint32Array(1 << 12);
  private lists: Listed[] = [];
  private takeCommon = false;
  private readonly counts = new Counts();

  start(hashes: number): void {
    this.hashCount = hashes;
    if (this.found.length < hashes) this.found = new Uint32Array(hashes * 2);
    this.found.fill(0, 0, hashes);
    this.count = 0;
    this.lists = [];
  }

  add(hash: number, article: number): void {
    this.found[hash]++;
    this.see(hash, article);
  }

  addList(hash: number, count: number, list: number, of: Segment): void {
    this.found[hash] += count;
    this.lists.push({ hash, count, list, of });
  }

  /** Reads the lists, when it is known how many articles have each hash. */
  finish(hashes: Uint32Array): void {
    let frequent = 0;
    let common = 0;
    for (let i = 0; i < this.hashCount; i++) {
      frequent += +(this.found[i] > RARE);
      common += +(this.found[i] > FREQUENCY_CAP);
    }
    this.takeCommon = common * 2 >= this.hashCount;
    const whole = frequent < this.hashCount * FEW ? RARE : FREQUENCY_CAP;
    const most = this.takeCommon ? FREQUENCY_CAP + 1 : NEWEST;
    // Lists of newer segments come first.
    const shown = new Map<number, number>();
    for (const { hash, count, list, of } of this.lists) {
      if (this.found[hash] <= whole) of.read(hashes[hash], list, count, hash, this);
      else {
        const before = shown.get(hash) ?? 0;
        if (before < most) of.read(hashes[hash], list, most - before, hash, this);
        shown.set(hash, before + count);
      }
    }
  }

  see(hash: number, article: number): void {
    if (this.count === this.hitHash.length) this.grow();
    this.hitHash[this.count] = hash;
    this.hitArticle[this.count++] = article;
  }

  /** The articles found; hashes marked in `left` are left out. */
  candidates(left?: Uint8Array): Candidate[] {
    const counts = this.counts.cleared(this.count);
    for (let i = 0; i < this.count; i++) {
      const hash = this.hitHash[i];
      const found = this.found[hash];
      if ((!this.takeCommon && found > FREQUENCY_CAP) || left?.[hash]) continue;
      counts.add(this.hitArticle[i], found <= RARE);
    }
    return counts.candidates();
  }

  /** Marks the hashes that enough different stories have. */
  furniture(peerStory: (article: number) => number): Uint8Array {
    const marks = new Uint8Array(this.hashCount);
    const counts = new Uint8Array(this.hashCount);
    const stories = new Float64Array(this.hashCount * FURNITURE_STORIES);
    for (let i = 0; i < this.count; i++) {
      const hash = this.hitHash[i];
      if (marks[hash] === 1) continue;
      const story = peerStory(this.hitArticle[i]);
      if (story < 0) continue;
      const from = hash * FURNITURE_STORIES;
      const end = from + counts[hash];
      let at = from;
      while (at < end && stories[at] !== story) at++;
      if (at < end) continue;
      stories[end] = story;
      if (++counts[hash] === FURNITURE_STORIES) marks[hash] = 1;
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

/** Counts numbers, by open addressing: several times as quick as a `Map` that is made for each question. */
class Counts {
  private slots = new Uint32Array(1 << 10);
  /** Twice how often a number came, and one more when it came by a rare hash; 0 for a free slot. */
  private amounts = new Uint32Array(1 << 10);
  /** Slots that are taken. */
  private taken = new Uint32Array(1 << 9);
  private count = 0;

  /** Empties it, with room for so many numbers. */
  cleared(room: number): this {
    if (room * 2 > this.slots.length) {
      const size = 2 ** Math.ceil(Math.log2(room * 2));
      this.slots = new Uint32Array(size);
      this.amounts = new Uint32Array(size);
      this.taken = new Uint32Array(size / 2);
    } else for (let i = 0; i < this.count; i++) this.amounts[this.taken[i]] = 0;
    this.count = 0;
    return this;
  }

  add(number: number, rare: boolean): void {
    const { slots, amounts } = this;
    const mask = slots.length - 1;
    let slot = (Math.imul(number, 0x9e3779b1) >>> 7) & mask;
    while (amounts[slot] > 0 && slots[slot] !== number) slot = (slot + 1) & mask;
    if (amounts[slot] === 0) {
      slots[slot] = number;
      this.taken[this.count++] = slot;
    }
    amounts[slot] = (amounts[slot] + 2) | +rare;
  }

  /** The numbers that came twice, or by a rare hash. */
  candidates(): Candidate[] {
    const found: Candidate[] = [];
    for (let i = 0; i < this.count; i++) {
      const amount = this.amounts[this.taken[i]];
      if (amount >= 3) found.push({ article: this.slots[this.taken[i]], shared: amount >>> 1 });
    }
    return found;
  }
}
