/*
 * The open part of the inverted index, where the newest articles are until they are sealed into a block.
 * A hash table with chains through typed arrays: twelve bytes a posting and more, but only for a thousand articles.
 */
import type { Hits, Postings } from "./block.js";

/** Sealed at so many articles or postings, whichever comes first: small enough to stay in the processor's cache. */
const FULL_ARTICLES = 1024;
const FULL_POSTINGS = 1 << 18;
const HEAD_BITS = 16;

export class Tail {
  /** Articles `first` … `first + span - 1`. */
  span = 0;
  live = 0;
  private count = 0;
  private hashes = new Uint32Array(1 << 14);
  private articles = new Uint32Array(1 << 14);
  /** The next older posting of the same head, plus one; 0 where there is none. */
  private older = new Uint32Array(1 << 14);
  private readonly heads = new Uint32Array(1 << HEAD_BITS);
  private readonly dead = new Set<number>();

  constructor(readonly first: number) {}

  get full(): boolean {
    return this.span >= FULL_ARTICLES || this.count >= FULL_POSTINGS;
  }

  /** Adds an article; its number is above all those added before. */
  add(article: number, hashes: Uint32Array): void {
    this.reserve(this.count + hashes.length);
    for (let i = 0; i < hashes.length; i++) {
      const head = hashes[i] >>> (32 - HEAD_BITS);
      this.hashes[this.count] = hashes[i];
      this.articles[this.count] = article;
      this.older[this.count] = this.heads[head];
      this.heads[head] = ++this.count;
    }
    this.span = article - this.first + 1;
    this.live++;
  }

  remove(article: number): boolean {
    if (article < this.first || article >= this.first + this.span || this.dead.has(article)) return false;
    this.dead.add(article);
    this.live--;
    return true;
  }

  lookUp(hashes: Uint32Array, hits: Hits): void {
    for (let i = 0; i < hashes.length; i++) {
      const hash = hashes[i];
      for (let at = this.heads[hash >>> (32 - HEAD_BITS)]; at > 0; at = this.older[at - 1]) {
        if (this.hashes[at - 1] === hash && !this.dead.has(this.articles[at - 1])) hits.add(i, this.articles[at - 1]);
      }
    }
  }

  postings(): Postings {
    const { first, span, live, count, hashes, articles, dead } = this;
    return {
      first,
      span,
      live,
      each(visit) {
        for (let i = 0; i < count; i++) if (!dead.has(articles[i])) visit(hashes[i], articles[i]);
      },
    };
  }

  private reserve(count: number): void {
    if (count <= this.hashes.length) return;
    const capacity = Math.max(count, this.hashes.length * 2);
    this.hashes = grown(this.hashes, capacity);
    this.articles = grown(this.articles, capacity);
    this.older = grown(this.older, capacity);
  }
}

function grown(array: Uint32Array, capacity: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(capacity);
  larger.set(array);
  return larger;
}
