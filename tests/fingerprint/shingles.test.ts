import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { setContainment } from "../../src/fingerprint/overlap.js";
import { hashRuns, SHINGLE_WORDS, shingle, writeRuns } from "../../src/fingerprint/shingles.js";
import { WordFlag } from "../../src/text/words.js";
import { randomNumbers, randomWords, wordsIn, wordsOf } from "./words.js";

const random = randomNumbers(1);

describe("shingle", () => {
  test("gives one shingle for each run of five words", () => {
    expect(shingle(wordsOf(randomWords(100, random))).length).toBe(96);
  });

  test("counts a run that stands twice once", () => {
    // The second time round, the runs begin again: five different ones in all.
    const run = randomWords(5, random);
    expect(shingle(wordsOf([...run, ...run])).length).toBe(5);
    expect(shingle(wordsOf([...run, ...run, ...run])).length).toBe(5);
  });

  test("gives one shingle for a text of one word said a thousand times", () => {
    expect(shingle(wordsOf(new Array(1000).fill(7))).length).toBe(1);
  });

  test("gives the empty set for an empty text", () => {
    expect(shingle(wordsOf([])).length).toBe(0);
  });

  test("makes a text that is too short one shingle, equal only for equal texts", () => {
    expect(shingle(wordsIn("Storm hits coast"))).toEqual(shingle(wordsIn("storm hits coast")));
    expect(shingle(wordsIn("Storm hits coast"))).not.toEqual(shingle(wordsIn("Storm hits town")));
    expect(shingle(wordsIn("Storm hits coast")).length).toBe(1);
  });

  test("tells the same words in another order apart", () => {
    const hashes = new Set<number>();
    const words = randomWords(5, random);
    for (const order of orders(words)) hashes.add(shingle(wordsOf(order))[0]);
    expect(hashes.size).toBe(120);
  });

  test("reads only the words that count, not what the arrays hold beyond them", () => {
    const words = wordsOf(randomWords(50, random));
    const longer = wordsOf([...words.hash, ...randomWords(50, random)]);
    expect(shingle({ ...longer, count: 50 })).toEqual(shingle(words));
  });

  test.each([
    [0, [2, 5, 16]],
    [WordFlag.ideograph, [3, 8, 26]],
    [WordFlag.cluster, [6, 14, 45]],
  ])("scales the length of a shingle to the script (flag %i)", (flag, lengths) => {
    const words = wordsOf(randomWords(100, random), flag);
    expect([2, 5, 16].map((k) => 100 - shingle(words, k).length + 1)).toEqual(lengths);
  });

  test("lets the first word decide in a mixed text, so that what comes before changes nothing", () => {
    const mixed = wordsIn(
      "総務省は今年度の予算案について Reuters the news agency reported 閣議で決定したと発表した模様",
    );
    const after = wordsIn(
      "前文をここに加えた 総務省は今年度の予算案について Reuters the news agency reported 閣議で決定したと発表した模様",
    );
    expect(setContainment(shingle(mixed), shingle(after)).aInB).toBe(1);
  });

  test("of a stretch are those of its words alone", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(0xffffffff), fc.constantFrom(0, 0, 0, 32, 64)), { maxLength: 60 }),
        fc.nat(60),
        fc.nat(60),
        (all, x, y) => {
          const [from, to] = [x, y].map((at) => Math.min(at, all.length)).sort((a, b) => a - b);
          const words = (some: typeof all) => ({
            ...wordsOf(some.map(([hash]) => hash)),
            flags: Uint16Array.from(some, ([, flag]) => flag),
          });
          const runs = new Uint32Array(all.length);
          const count = writeRuns(words(all), from, to, SHINGLE_WORDS, runs);
          expect(runs.subarray(0, count)).toEqual(hashRuns(words(all.slice(from, to))));
        },
      ),
    );
  });

  test("looks at no flag but the script", () => {
    const words = wordsOf(randomWords(40, random));
    const flagged = { ...words, flags: words.flags.map((_, i) => (i % 2 === 0 ? WordFlag.quoted : WordFlag.number)) };
    expect(shingle(flagged)).toEqual(shingle(words));
  });

  test("is ascending and without repeats, and the same as the set made one by one", () => {
    // Few different words make many repeats, so both ways of sorting are taken.
    const someWords = fc.array(fc.oneof(fc.nat(3), fc.nat(0xffffffff)), { maxLength: 400 });
    fc.assert(
      fc.property(someWords, fc.integer({ min: 2, max: 16 }), (hashes, k) => {
        const oneByOne = new Set<number>();
        for (let i = 0; i + k <= hashes.length; i++) {
          for (const hash of shingle(wordsOf(hashes.slice(i, i + k)), k)) oneByOne.add(hash);
        }
        if (hashes.length >= k) expect([...shingle(wordsOf(hashes), k)]).toEqual([...oneByOne].sort((a, b) => a - b));
      }),
    );
  });

  test("spreads its hashes evenly, even where the words' own hashes are small numbers", () => {
    const hashes = shingle(wordsOf(Array.from({ length: 64_004 }, (_, i) => i)));
    expect(hashes.length).toBeGreaterThan(63_995);
    for (const shift of [0, 13, 26]) {
      const counts = new Array(64).fill(0);
      for (const hash of hashes) counts[(hash >>> shift) & 63]++;
      // 1,000 each on average; the standard deviation is 31.
      expect(Math.min(...counts)).toBeGreaterThan(850);
      expect(Math.max(...counts)).toBeLessThan(1150);
    }
  });

  test("costs in proportion to the length, also for a text that repeats itself", () => {
    const short = wordsOf(randomWords(20_000, random));
    const long = wordsOf(randomWords(200_000, random));
    const repeating = wordsOf(Array.from({ length: 200_000 }, (_, i) => i % 7));
    const once = fastest(() => shingle(short));
    // Ten times the text; what repeats itself is sorted by the engine, which is slower than the buckets. Squared, it would be 100.
    expect(fastest(() => shingle(long))).toBeLessThan(40 * once + 5);
    expect(fastest(() => shingle(repeating))).toBeLessThan(40 * once + 5);
  });
});

function orders(words: number[]): number[][] {
  if (words.length === 0) return [[]];
  return words.flatMap((word, i) => orders(words.filter((_, j) => j !== i)).map((rest) => [word, ...rest]));
}

/** Milliseconds on the processor, the least of several: what else the machine does is no matter. */
function fastest(work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 7; i++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
