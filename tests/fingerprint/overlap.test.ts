import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countDistinct, countOverlap, setContainment, setResemblance } from "../../src/fingerprint/overlap.js";
import { sketch, sketchRuns } from "../../src/fingerprint/sketch.js";

describe("setResemblance and setContainment", () => {
  const oneToFour = Uint32Array.of(1, 2, 3, 4);

  test("count what is shared", () => {
    const b = Uint32Array.of(3, 4, 5, 6, 7, 0xffffffff);
    expect(setResemblance(oneToFour, b)).toBe(2 / 8);
    expect(setContainment(oneToFour, b)).toEqual({ aInB: 2 / 4, bInA: 2 / 6 });
  });

  test("match an empty article with nothing, not even with another", () => {
    const empty = new Uint32Array(0);
    expect(setResemblance(empty, empty)).toBe(0);
    expect(setResemblance(empty, oneToFour)).toBe(0);
    expect(setContainment(oneToFour, empty)).toEqual({ aInB: 0, bInA: 0 });
  });

  test("agree with sets", () => {
    const someHashes = fc.uniqueArray(fc.nat(60)).map((hashes) => Uint32Array.from(hashes).sort());
    fc.assert(
      fc.property(someHashes, someHashes, (a, b) => {
        const inB = new Set(b);
        const shared = a.filter((hash) => inB.has(hash)).length;
        const union = new Set([...a, ...b]).size;
        expect(setResemblance(a, b)).toBe(union === 0 ? 0 : shared / union);
        expect(setResemblance(b, a)).toBe(setResemblance(a, b));
        expect(setContainment(a, b).aInB).toBe(a.length === 0 ? 0 : shared / a.length);
        expect(setContainment(b, a).aInB).toBe(setContainment(a, b).bInA);
      }),
    );
  });
});

/** Lists as they come from a text: in any order, with repeats; few and near each other, so that they meet. */
const someHashes = fc.array(fc.oneof(fc.nat(40), fc.integer({ min: 0xfffffff0, max: 0xffffffff })), { maxLength: 300 });

describe("counting hashes as they come", () => {
  test("agrees with sets", () => {
    fc.assert(
      fc.property(someHashes, someHashes, (a, b) => {
        const [inA, inB] = [new Set(a), new Set(b)];
        const shared = [...inA].filter((hash) => inB.has(hash)).length;
        expect(countDistinct(Uint32Array.from(a))).toBe(inA.size);
        expect(countOverlap(Uint32Array.from(a), Uint32Array.from(b))).toEqual({ a: inA.size, b: inB.size, shared });
      }),
    );
  });

  test("counts hashes that someone made to crowd in one place, in the time of a sort", () => {
    const crowd = Uint32Array.from({ length: 200_000 }, (_, i) => i + 1);
    const start = performance.now();
    expect(
      countOverlap(
        crowd,
        crowd.map((hash) => hash + 1000),
      ),
    ).toEqual({ a: 2e5, b: 2e5, shared: 199_000 });
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test("gives the sketch of the set, whatever the order", () => {
    const many = fc.array(fc.nat(0xffffffff), { maxLength: 300 });
    fc.assert(
      fc.property(fc.oneof(someHashes, many), (hashes) => {
        const set = Uint32Array.from(new Set(hashes)).sort();
        expect(sketchRuns(Uint32Array.from([...hashes, ...hashes]), 512)).toEqual(sketch(set, 512));
      }),
    );
  });
});
