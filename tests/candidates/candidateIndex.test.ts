import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CandidateIndex, FREQUENCY_CAP } from "../../src/candidates/candidateIndex.js";

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

/** Numbers that are random and the same every time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return (state ^ (state >>> 13)) >>> 0;
  };
}

describe("the candidate index", () => {
  test("finds, adds and removes as plain maps do, sealed or not", () => {
    const step = fc.record({
      kind: fc.constantFrom("add", "add", "add", "remove", "ask", "seal"),
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
        const index = new CandidateIndex();
        const model = new Model();
        let next = 0;
        for (const { kind, hashes, pick } of steps) {
          if (kind === "add") {
            index.add(next, sorted(hashes));
            model.add(next++, hashes);
          } else if (kind === "remove") expect(index.remove(pick)).toBe(model.remove(pick));
          else if (kind === "seal") index.sealed();
          else expect(found(index, sorted(hashes))).toEqual(model.candidates(hashes));
        }
      }),
    );
  });

  test("finds the same after thousands of articles, removals in masses and merges", () => {
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
    expect(index.sealed().length).toBeLessThan(9);
  });

  test("drops a block whose articles all went", () => {
    const index = new CandidateIndex();
    for (let article = 0; article < 3000; article++) index.add(article, Uint32Array.of(article, 1 << 20));
    index.sealed();
    for (let article = 0; article < 3000; article++) expect(index.remove(article)).toBe(true);
    expect(index.sealed()).toHaveLength(0);
    expect(index.size).toBe(0);
    expect(index.remove(5)).toBe(false);
  });

  test("passes over hashes that too many articles have, unless there is little else to go by", () => {
    const index = new CandidateIndex();
    const articles = FREQUENCY_CAP * 4;
    for (let article = 0; article < articles; article++) index.add(article, Uint32Array.of(7, 1000 + article));
    for (const seal of [false, true]) {
      if (seal) index.sealed();
      expect(found(index, Uint32Array.of(7, 1003, 5000, 5001))).toEqual([[3, 1]]);
      const newest = found(index, Uint32Array.of(7));
      expect(newest.length).toBe(FREQUENCY_CAP + 1);
      expect(newest[0][0]).toBe(articles - FREQUENCY_CAP - 1);
    }
  });
});
