/*
 * What was decided for pairs of articles of a `StoryIndex`, kept for those that share something. Each pair is kept at both
 * ends, so that an article that goes takes its pairs with it.
 */
import { type Decision, turned } from "./decision.js";

export class Links {
  private readonly of = new Map<number, Map<number, Decision>>();

  /** What `a` is to `b`, if that was kept. */
  get(a: number, b: number): Decision | undefined {
    return this.of.get(a)?.get(b);
  }

  /** Keeps a decision, as seen from `a`. */
  set(a: number, b: number, decision: Decision): void {
    this.put(a, b, decision);
    this.put(b, a, turned(decision));
  }

  /** Articles that something was kept for, with what they are to this one, as seen from this one. */
  from(article: number): Iterable<[number, Decision]> {
    return this.of.get(article) ?? [];
  }

  /** Every pair once. */
  *all(): Iterable<[number, number, Decision]> {
    for (const [a, links] of this.of) {
      for (const [b, decision] of links) if (a < b) yield [a, b, decision];
    }
  }

  remove(article: number): void {
    for (const other of this.of.get(article)?.keys() ?? []) {
      const theirs = this.of.get(other);
      theirs?.delete(article);
      if (theirs?.size === 0) this.of.delete(other);
    }
    this.of.delete(article);
  }

  private put(a: number, b: number, decision: Decision): void {
    const links = this.of.get(a);
    if (links === undefined) this.of.set(a, new Map([[b, decision]]));
    else links.set(b, decision);
  }
}
