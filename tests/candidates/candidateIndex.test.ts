import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CandidateIndex, FREQUENCY_CAP } from "../../src/candidates/candidateIndex.js";
import { Segment } from "../../src/candidates/segment.js";

/** The same by plain maps, without a cap. */
class Model {
  private readonly articles = new Map<number, Set<number>>();
  add(article: number, hashes: Iterable<number>): void {
    this.articles.set(article, new Set(hashes));
  }
  remove(article: number): boolean {
    return this.articles.delete(article);
  }
  candidates(hashes: Iterable<number>): [number, number][] {
    const wanted = [...new Set(hashes)];
    const found: [number, number][] = [];
    for (const [article, set] of this.articles) {
      const shared = wanted.filter((hash) => set.has(hash)).length;
      if (shared > 0) found.push([article, shared]);
    }
    return found;
  }
}

function sorted(hashes: Iterable<number>): Uint32Array {
  return Uint32Array.from(new Set(hashes)).sort();
}

function found(index: CandidateIndex, hashes: Uint32Array): [number, number][] {
  return index
    .search(hashes)
    .candidates.map(({ article, shared }): [number, number] => [article, shared])
    .sort(([a], [b]) => a - b);
}

/** Written down and read again. */
function stored(index: CandidateIndex): CandidateIndex {
  const segments = index.toData().map((data) => Segment.fromData(data, FREQUENCY_CAP));
  if (!segments.every((segment) => segment !== undefined)) throw new Error("an index does not read its own data");
  return new CandidateIndex(segments);
}

/** Numbers that are random and the same every time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return (state ^ (state >>> 13)) >>> 0;
  };
}

describe("the candidate index", () => {
  test("finds, adds and removes as plain maps do, written down and read again or not", () => {
    const step = fc.record({
      kind: fc.constantFrom("add", "add", "add", "remove", "ask", "store"),
      hashes: fc.array(
        fc.oneof(
          fc.nat(20).map((n) => (n * 0x9e3779b1) >>> 0),
          fc.nat(0xffffffff),
        ),
        { maxLength: 12 },
      ),
      pick: fc.nat(100),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let index = new CandidateIndex();
        const model = new Model();
        let next = 0;
        for (const { kind, hashes, pick } of steps) {
          if (kind === "add") {
            index.add(next, sorted(hashes));
            model.add(next++, hashes);
          } else if (kind === "remove") expect(index.remove(pick)).toBe(model.remove(pick));
          else if (kind === "store") index = stored(index);
          else expect(found(index, sorted(hashes))).toEqual(model.candidates(hashes));
        }
      }),
    );
  });

  test("finds the same after thousands of articles, removals in masses", () => {
    const next = random(7);
    const index = new CandidateIndex();
    const model = new Model();
    for (let article = 0; article < 6000; article++) {
      const hashes = Array.from({ length: 12 }, () => Math.imul(next() % 9000, 0x9e3779b1) >>> 0);
      index.add(article, sorted(hashes));
      model.add(article, hashes);
      if (article % 3 > 0 && article > 2000) {
        expect(index.remove(article - 2000)).toBe(true);
        model.remove(article - 2000);
      }
    }
    for (let question = 0; question < 20; question++) {
      const hashes = Array.from({ length: 30 }, () => Math.imul(next() % 9000, 0x9e3779b1) >>> 0);
      expect(found(index, sorted(hashes))).toEqual(model.candidates(hashes));
    }
    expect(index.toData()).toHaveLength(1);
  });

  test("drops what belongs to articles that all went", () => {
    const index = new CandidateIndex();
    for (let article = 0; article < 3000; article++) index.add(article, Uint32Array.of(article, 1 << 20));
    for (let article = 0; article < 2000; article++) index.remove(article);
    expect(index.toData()[0]?.numbers.length).toBeLessThan(2001);
    for (let article = 2000; article < 3000; article++) expect(index.remove(article)).toBe(true);
    expect(index.toData()).toHaveLength(0);
    expect(index.size).toBe(0);
    expect(index.remove(5)).toBe(false);
  });

  test("proposes no article for one hash that more than a few share", () => {
    const index = new CandidateIndex();
    for (let article = 0; article < 40; article++) index.add(article, Uint32Array.of(7, 8, 1000 + (article % 20)));
    expect(found(index, Uint32Array.of(7))).toEqual([]);
    expect(found(index, Uint32Array.of(1003))).toEqual([
      [3, 1],
      [23, 1],
    ]);
    expect(found(index, Uint32Array.of(7, 8))).toHaveLength(40);
  });

  test("passes over hashes that too many articles have, unless there is little else to go by", () => {
    let index = new CandidateIndex();
    const articles = FREQUENCY_CAP * 4;
    for (let article = 0; article < articles; article++) index.add(article, Uint32Array.of(7, 8, 1000 + article));
    for (const store of [false, true]) {
      if (store) index = stored(index);
      expect(found(index, Uint32Array.of(7, 1003, 5000, 5001))).toEqual([[3, 1]]);
      const newest = found(index, Uint32Array.of(7, 8)).slice(-FREQUENCY_CAP - 1);
      expect(newest[0]).toEqual([articles - FREQUENCY_CAP - 1, 2]);
      expect(newest.at(-1)).toEqual([articles - 1, 2]);
    }
  });

  test("looks at the newest 32 of those that share a hash with many, and at older ones when these go", () => {
    const index = new CandidateIndex();
    for (let article = 0; article < 100; article++) index.add(article, Uint32Array.of(7, 8));
    const few = Uint32Array.of(7, 8, ...Array.from({ length: 30 }, (_, i) => 5000 + i));
    const newestTo = (last: number, count = 32) => Array.from({ length: count }, (_, i) => [last - count + 1 + i, 2]);
    expect(found(index, few)).toEqual(newestTo(99));
    for (let article = 90; article < 100; article++) index.remove(article);
    expect(found(index, few)).toEqual(newestTo(89));
    const short = new CandidateIndex();
    for (let article = 0; article < 20; article++) short.add(article, Uint32Array.of(7, 8));
    expect(found(short, few)).toEqual(newestTo(19, 20));
  });
});
