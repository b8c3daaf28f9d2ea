/*
 * What was decided for pairs of articles of a `StoryIndex`, kept for those that share something. 34 bytes a pair, in columns:
 * as objects in maps they would take more than ten times as much. Each pair stands in the chain of both its articles, the newest
 * other first, so that an article that goes takes its pairs with it, and that chains depend on nothing but what is in them.
 */
import type { Verdict } from "../compare/verdict.js";
import { type Decision, type Evidence, turned } from "./decision.js";

const VERDICTS: readonly Verdict[] = ["identical", "near-duplicate", "partial", "template", "different"];
const EVIDENCE: readonly Evidence[] = ["text", "words", "url", "sample"];
const NONE = -1;

/** A decision without its numbers, in ten bits: verdict, evidence, whether the two are the same. */
export function kindOf({ verdict, evidence, same }: Decision): number {
  return VERDICTS.indexOf(verdict) | (EVIDENCE.indexOf(evidence) << 4) | (+same << 8);
}

/** The decision of a kind and its four numbers (score, resemblance, both containments); undefined for an unknown kind. */
export function decisionOf(kind: number, numbers: Float32Array): Decision | undefined {
  const verdict = VERDICTS[kind & 15];
  const evidence = EVIDENCE[(kind >>> 4) & 15];
  if (verdict === undefined || evidence === undefined) return undefined;
  const [score, resemblance, aInB, bInA] = Array.from(numbers, sixDecimals);
  return { verdict, score, resemblance, containment: { aInB, bInA }, same: kind >>> 8 === 1, evidence };
}

/** Numbers in 32 bits as they were given, .95 for .949999988: all but the digits behind the sixth, which nobody reads. */
function sixDecimals(number: number): number {
  return Math.round(number * 1e6) / 1e6;
}

export class Links {
  /** Two articles a link, the lower number first. */
  private ends = new Uint32Array(2 * 64);
  /** Where the chain of either goes on. */
  private next = new Int32Array(2 * 64);
  private kinds = new Uint16Array(64);
  /** Four numbers a link, as seen from the lower end; told with six decimals. */
  private numbers = new Float32Array(4 * 64);
  private used = 0;
  /** The links that are free, in a chain. */
  private free = NONE;
  /** Where the chain of an article starts. */
  private readonly heads = new Heads();

  /** What `a` is to `b`, if that was kept. */
  get(a: number, b: number): Decision | undefined {
    for (let link = this.head(a); link !== NONE; link = this.next[link * 2 + this.endOf(a, link)]) {
      if (this.otherOf(a, link) === b) return this.decision(a, link);
    }
    return undefined;
  }

  /** Keeps a decision, as seen from `a`, for two articles that have none. */
  set(a: number, b: number, decision: Decision): void {
    const link = this.take();
    const { score, resemblance, containment } = a < b ? decision : turned(decision);
    this.ends[link * 2] = Math.min(a, b);
    this.ends[link * 2 + 1] = Math.max(a, b);
    this.kinds[link] = kindOf(decision);
    this.numbers.set([score, resemblance, containment.aInB, containment.bInA], link * 4);
    this.chain(a, link);
    this.chain(b, link);
  }

  /** Articles that something was kept for, the newest first, with what this one is to them. */
  *from(article: number): Iterable<[number, Decision]> {
    for (let link = this.head(article); link !== NONE; link = this.next[link * 2 + this.endOf(article, link)]) {
      yield [this.otherOf(article, link), this.decision(article, link)];
    }
  }

  /** Of how many articles before this one something is kept. */
  countEarlier(article: number): number {
    let count = 0;
    for (let link = this.head(article); link !== NONE; link = this.next[link * 2 + this.endOf(article, link)]) {
      if (this.otherOf(article, link) < article) count++;
    }
    return count;
  }

  /** Every pair once, as seen from the lower number, in the order of both. */
  *all(): Iterable<[number, number, Decision]> {
    for (const a of this.heads.articles()) {
      const higher = [...this.from(a)].filter(([b]) => b > a);
      for (const [b, decision] of higher.reverse()) yield [a, b, decision];
    }
  }

  remove(article: number): void {
    let link = this.head(article);
    while (link !== NONE) {
      const following = this.next[link * 2 + this.endOf(article, link)];
      this.unchain(this.otherOf(article, link), link);
      this.next[link * 2] = this.free;
      this.free = link;
      link = following;
    }
    this.heads.delete(article);
  }

  private head(article: number): number {
    return this.heads.get(article);
  }

  /** Which end of a link an article is. */
  private endOf(article: number, link: number): number {
    return +(this.ends[link * 2] !== article);
  }

  private otherOf(article: number, link: number): number {
    return this.ends[link * 2 + 1 - this.endOf(article, link)];
  }

  private decision(from: number, link: number): Decision {
    const decision = decisionOf(this.kinds[link], this.numbers.subarray(link * 4, link * 4 + 4)) as Decision;
    return this.endOf(from, link) === 0 ? decision : turned(decision);
  }

  private chain(article: number, link: number): void {
    const other = this.otherOf(article, link);
    let before = NONE;
    let at = this.head(article);
    while (at !== NONE && this.otherOf(article, at) > other) {
      before = at;
      at = this.next[at * 2 + this.endOf(article, at)];
    }
    this.next[link * 2 + this.endOf(article, link)] = at;
    this.point(article, before, link);
  }

  private unchain(article: number, link: number): void {
    let before = NONE;
    for (let at = this.head(article); at !== link; at = this.next[at * 2 + this.endOf(article, at)]) before = at;
    const following = this.next[link * 2 + this.endOf(article, link)];
    if (before === NONE && following === NONE) this.heads.delete(article);
    else this.point(article, before, following);
  }

  /** Lets the chain of an article go on with a link behind another, or begin with it. */
  private point(article: number, before: number, link: number): void {
    if (before === NONE) this.heads.set(article, link);
    else this.next[before * 2 + this.endOf(article, before)] = link;
  }

  private take(): number {
    const { free } = this;
    if (free !== NONE) {
      this.free = this.next[free * 2];
      return free;
    }
    if (this.used === this.kinds.length) this.grow();
    return this.used++;
  }

  /** By a quarter: doubled, the columns of a million articles were half empty. */
  private grow(): void {
    const size = this.kinds.length + (this.kinds.length >>> 2);
    this.ends = widened(this.ends, new Uint32Array(size * 2));
    this.next = widened(this.next, new Int32Array(size * 2));
    this.kinds = widened(this.kinds, new Uint16Array(size));
    this.numbers = widened(this.numbers, new Float32Array(size * 4));
  }
}

function widened<T extends Uint32Array | Int32Array | Uint16Array | Float32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

const CHUNK_BITS = 12;
const CHUNK = 2 ** CHUNK_BITS;

/** The first link of each article, in chunks of neighbouring articles: four bytes each, where a map takes forty. */
class Heads {
  private readonly chunks = new Map<number, { used: number; links: Int32Array }>();

  get(article: number): number {
    return this.chunks.get(article >>> CHUNK_BITS)?.links[article % CHUNK] ?? NONE;
  }

  set(article: number, link: number): void {
    const index = article >>> CHUNK_BITS;
    let chunk = this.chunks.get(index);
    if (chunk === undefined) {
      chunk = { used: 0, links: new Int32Array(CHUNK).fill(NONE) };
      this.chunks.set(index, chunk);
    }
    if (chunk.links[article % CHUNK] === NONE) chunk.used++;
    chunk.links[article % CHUNK] = link;
  }

  delete(article: number): void {
    const index = article >>> CHUNK_BITS;
    const chunk = this.chunks.get(index);
    if (chunk === undefined || chunk.links[article % CHUNK] === NONE) return;
    chunk.links[article % CHUNK] = NONE;
    if (--chunk.used === 0) this.chunks.delete(index);
  }

  /** The articles that have a link, ascending. */
  *articles(): Iterable<number> {
    for (const index of [...this.chunks.keys()].sort((x, y) => x - y)) {
      const { links } = this.chunks.get(index) ?? { links: new Int32Array(0) };
      for (let at = 0; at < links.length; at++) if (links[at] !== NONE) yield index * CHUNK + at;
    }
  }
}
