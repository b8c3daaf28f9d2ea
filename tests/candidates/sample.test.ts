import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCommon, sampleShingles } from "../../src/candidates/sample.js";

const ascending = (hashes: Iterable<number>) => [...new Set(hashes)].sort((a, b) => a - b);

describe("sampleShingles", () => {
  test("samples a short article whole and an eighth of a long one, whatever order its shingles come in", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffffffff), { maxLength: 400 }), fc.array(fc.nat(399)), (once, again) => {
        const shingles = once.length === 0 ? [] : [...once, ...again.map((i) => once[i % once.length])];
        const { hashes, size, common } = sampleShingles(Uint32Array.from(shingles));
        const set = ascending(shingles);
        expect(size).toBe(set.length);
        expect(common).toBe(set.filter(isCommon).length);
        expect([...hashes]).toEqual(size < 128 ? set : set.filter(isCommon));
      }),
    );
  });
});
