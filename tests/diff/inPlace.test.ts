import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { align, type Run } from "../../src/diff/align.js";
import { keepInPlace } from "../../src/diff/inPlace.js";
import { splitWords, type Words } from "../../src/text/words.js";

const wordsOf = (text: string): Words => splitWords(text, [{ start: 0, end: text.length }]);
const run = (a: number, b: number, length: number): Run => ({ a, b, length, moved: false });

describe("words kept in place", () => {
  const a = wordsOf("alpha beta gamma delta epsilon zeta eta theta");
  const b = wordsOf("gamma delta alpha beta gamma delta epsilon zeta eta theta");

  it("takes words back that a shorter run had met first", () => {
    // A caption says "gamma delta" before the sentence does.
    const found = keepInPlace(a, b, [run(2, 0, 2), run(0, 2, 2), run(4, 6, 4)]);
    expect(found).toEqual([run(0, 2, 8)]);
  });

  it("leaves a run alone of which only a part would fit", () => {
    const other = wordsOf("gamma delta mu alpha beta gamma nu epsilon zeta eta theta");
    const runs = [run(2, 0, 2), run(0, 3, 2), run(4, 7, 4)];
    expect(keepInPlace(a, other, runs)).toEqual(runs);
  });

  it("keeps runs disjoint, ascending and equal in both texts, and matches no fewer words in place", () => {
    const text = fc
      .array(fc.constantFrom("alpha", "beta", "gamma", "delta", "epsilon", "zeta"), { maxLength: 60 })
      .map((words) => words.join(" "));
    fc.assert(
      fc.property(text, text, (one, two) => {
        const [first, second] = [wordsOf(one), wordsOf(two)];
        const taken = new Set<number>();
        let last = 0;
        for (const { a: i, b: j, length } of keepInPlace(first, second, align(first, second).runs)) {
          expect(j).toBeGreaterThanOrEqual(last);
          last = j + length;
          for (let n = 0; n < length; n++) {
            expect(first.hash[i + n]).toBe(second.hash[j + n]);
            expect(taken.has(i + n)).toBe(false);
            taken.add(i + n);
          }
        }
      }),
    );
  });
});
