import fc from "fast-check";
import { expect, test } from "vitest";
import { HashSet } from "../../src/text/hashSet.js";

test("a set of hashes has what was put in, whether they crowd or not", () => {
  // Small numbers belong in one place of the table, all of them: they crowd as soon as there are more than a few.
  const hash = fc.oneof(fc.integer({ min: 1, max: 0xffffffff }), fc.integer({ min: 1, max: 300 }));
  fc.assert(
    fc.property(fc.array(hash, { maxLength: 400 }), fc.array(hash, { maxLength: 40 }), (own, others) => {
      const set = new HashSet(Uint32Array.from([...own, ...others]), own.length);
      const expected = new Set(own);
      for (const one of [...own, ...others]) expect(set.has(one)).toBe(expected.has(one));
    }),
  );
});

test("a hundred thousand hashes that belong in one place cost no more than others", () => {
  const crowd = Uint32Array.from({ length: 100_000 }, (_, i) => i + 1);
  const start = performance.now();
  const set = new HashSet(crowd, crowd.length);
  let found = 0;
  for (const one of crowd) found += +set.has(one);
  expect(found).toBe(crowd.length);
  expect(performance.now() - start).toBeLessThan(1000);
});

test("an empty set has nothing", () => {
  expect(new HashSet(new Uint32Array(0), 0).has(7)).toBe(false);
});
