import fc from "fast-check";
import { Minhash } from "minhash";
import { describe, expect, test } from "vitest";
import { SamestoryError } from "../../src/errors.js";
import {
  containment,
  Fingerprint,
  fingerprint,
  fingerprintWords,
  resemblance,
} from "../../src/fingerprint/fingerprint.js";
import { setContainment, setResemblance } from "../../src/fingerprint/overlap.js";
import { shingle } from "../../src/fingerprint/shingles.js";
import { estimateShared, sketch } from "../../src/fingerprint/sketch.js";
import { splitWords } from "../../src/text/words.js";
import { randomNumbers, randomWords, wordsIn, wordsOf } from "./words.js";

const random = randomNumbers(2);

/** Texts of few and of many different words, empty to long enough for a sketch. */
const someWords = fc
  .array(fc.oneof(fc.nat(3), fc.nat(0xffffffff)), { maxLength: 300 })
  .map((hashes) => wordsOf(hashes));

describe("resemblance and containment of fingerprints", () => {
  test("are the same both ways round, and between 0 and 1", () => {
    fc.assert(
      fc.property(someWords, someWords, (a, b) => {
        const [f, g] = [fingerprintWords(a), fingerprintWords(b)];
        expect(resemblance(f, g)).toBe(resemblance(g, f));
        expect(containment(f, g).aInB).toBe(containment(g, f).bInA);
        for (const share of [resemblance(f, g), containment(f, g).aInB, containment(f, g).bInA]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("are 1 for an article and itself", () => {
    fc.assert(
      fc.property(someWords, fc.constantFrom(64, 512, 4096), (words, bins) => {
        const f = fingerprintWords(words, { bins });
        const own = words.count === 0 ? 0 : 1;
        expect(resemblance(f, f)).toBe(own);
        expect(containment(f, f)).toEqual({ aInB: own, bInA: own });
      }),
    );
  });

  test("are exact for two short articles", () => {
    const a = wordsIn(
      "The council voted on Monday to close the old bridge to all traffic until the spring repairs are done.",
    );
    const b = wordsIn("The council voted on Monday to close the old bridge to all traffic for the rest of the year.");
    expect(resemblance(fingerprintWords(a), fingerprintWords(b))).toBe(setResemblance(shingle(a), shingle(b)));
    expect(containment(fingerprintWords(a), fingerprintWords(b))).toEqual(setContainment(shingle(a), shingle(b)));
  });

  test("find the first part of an article contained in the whole", () => {
    const whole = randomWords(1000, random);
    for (const share of [0.9, 0.7, 0.5]) {
      const part = fingerprintWords(wordsOf(whole.slice(0, share * 1000)));
      expect(containment(part, fingerprintWords(wordsOf(whole))).aInB).toBeGreaterThan(0.88);
    }
  });

  test("are near 0 for articles that share nothing", () => {
    for (const count of [30, 100, 1000, 10_000]) {
      const [a, b] = [0, 0].map(() => fingerprintWords(wordsOf(randomWords(count, random))));
      expect(resemblance(a, b)).toBeLessThan(0.06);
    }
  });

  test("match an empty article with nothing", () => {
    const empty = fingerprintWords(wordsOf([]));
    const short = fingerprintWords(wordsIn("Nothing to see here, move along now please"));
    expect(resemblance(empty, empty)).toBe(0);
    expect(containment(empty, short)).toEqual({ aInB: 0, bInA: 0 });
  });

  // Root mean square over pairs that share from a tenth to nine tenths of the smaller; the last two columns are bounds.
  test.each([
    [20, 20, 0, 0],
    [60, 60, 0, 0],
    [100, 100, 0.017, 0.021],
    [200, 200, 0.017, 0.021],
    [500, 500, 0.017, 0.021],
    [1000, 1000, 0.02, 0.023],
    [10_000, 10_000, 0.022, 0.026],
    [300, 900, 0.017, 0.05],
    [60, 900, 0.01, 0.13],
    [20, 100, 0.013, 0.07],
  ])("are as near as promised on sets of %i and %i", (aSize, bSize, resemblanceBound, containmentBound) => {
    const errors = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].flatMap((share) =>
      Array.from({ length: aSize > 1000 ? 8 : 30 }, () => estimateErrors(aSize, bSize, share)),
    );
    expect(rootMeanSquare(errors.map(([inResemblance]) => inResemblance))).toBeLessThanOrEqual(resemblanceBound);
    expect(rootMeanSquare(errors.map(([, inContainment]) => inContainment))).toBeLessThanOrEqual(containmentBound);
  });

  test("get nearer with more bins", () => {
    const errors = (bins: number) =>
      rootMeanSquare(Array.from({ length: 60 }, () => estimateErrors(5000, 5000, 0.7, bins)[0]));
    expect(errors(4096)).toBeLessThan(errors(512));
    expect(errors(512)).toBeLessThan(errors(64));
  });

  test("agree with npm minhash within the error of both", () => {
    // 128 permutations err by 0.044 at most; over 9 pairs the mean differences shrink to a third.
    const differences = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((share) => {
      const [a, b] = relatedSets(400, 400, share);
      const [f, g] = [sketch(a, 512), sketch(b, 512)];
      const shared = estimateShared(f, g);
      return shared / (800 - shared) - minhashOf(a).jaccard(minhashOf(b));
    });
    expect(Math.max(...differences.map(Math.abs))).toBeLessThan(0.17);
    expect(Math.abs(differences.reduce((sum, difference) => sum + difference) / differences.length)).toBeLessThan(0.06);
  });

  test("are refused for fingerprints of unlike recipes, with both named", () => {
    const words = wordsOf(randomWords(100, random));
    const five = fingerprintWords(words);
    const three = fingerprintWords(words, { k: 3 });
    const wide = fingerprintWords(words, { bins: 1024 });
    for (const compare of [resemblance, containment]) {
      const unlike = errorOf(() => compare(five, three));
      expect(unlike.code).toBe("UNLIKE_FINGERPRINTS");
      expect(unlike.message).toMatch(/k=5, bins=512.*k=3, bins=512.*same options and the same version/);
      expect(errorOf(() => compare(wide, five)).code).toBe("UNLIKE_FINGERPRINTS");
    }
    const older = new Fingerprint({ ...five.recipe, normalizer: 0 }, five.sketch);
    expect(errorOf(() => resemblance(five, older)).message).toContain("normalizer 0");
  });
});

describe("fingerprintWords", () => {
  test.each([
    [{ k: 1 }, "Option k is 1"],
    [{ k: 17 }, "Option k is 17"],
    [{ k: 2.5 }, "Option k is 2.5"],
    [{ k: Number.NaN }, "Option k is NaN"],
    [{ bins: 0 }, "Option bins is 0"],
    [{ bins: 32 }, "Option bins is 32"],
    [{ bins: 500 }, "Option bins is 500"],
    [{ bins: 8192 }, "Option bins is 8192"],
  ])("refuses %j", (options, message) => {
    const refused = errorOf(() => fingerprintWords(wordsOf([]), options));
    expect(refused.code).toBe("INVALID_OPTION");
    expect(refused.message).toContain(message);
  });

  test("knows how many shingles the article has", () => {
    expect(fingerprintWords(wordsOf(randomWords(900, random))).size).toBe(896);
    expect(fingerprintWords(wordsOf([])).size).toBe(0);
  });

  // A change here makes every stored fingerprint useless: raise the normalizer's version or the scheme with it.
  test("gives the fingerprints it always gave", () => {
    const short = fingerprintWords(wordsOf([1, 2, 3, 4, 5, 6, 7]));
    const long = fingerprintWords(wordsOf(Array.from({ length: 90 }, (_, i) => i)), { k: 3, bins: 64 });
    expect(toHex(short.toBytes())).toBe(GOLDEN_SHORT);
    expect(toHex(long.toBytes())).toBe(GOLDEN_LONG);
  });

  test("depend on nothing that was fingerprinted before", () => {
    // Short and long ones use the same room, too long ones their own.
    const texts = [3, 60, 900, 5000, 12_000, 40_000].map((count) => ({
      text: Array.from({ length: count }, () => `w${random() % 9000}`).join(" "),
    }));
    const bytes = (order: typeof texts) => new Map(order.map((text) => [text, toHex(fingerprint(text).toBytes())]));
    const there = bytes(texts);
    const back = bytes(texts.toReversed());
    for (const text of texts) expect(back.get(text)).toBe(there.get(text));
    for (const { text } of texts) {
      const own = splitWords(text, [{ start: 0, end: text.length }]);
      expect(toHex(fingerprint({ text }).toBytes())).toBe(toHex(fingerprintWords(own).toBytes()));
    }
  });

  test("works fast enough to sketch as one reads", () => {
    // Generous: 1 ms for 900 words where 0.03 ms is usual, 20,000 comparisons a second where 2,000,000 are.
    const words = wordsOf(randomWords(900, random));
    expect(seconds(() => times(1000, () => fingerprintWords(words)))).toBeLessThan(1);
    const [f, g] = [fingerprintWords(words), fingerprintWords(wordsOf(randomWords(900, random)))];
    expect(seconds(() => times(20_000, () => resemblance(f, g)))).toBeLessThan(1);
  });
});

const GOLDEN_SHORT = "535346500101050400020100524f5453030000000c00000039f1ac564195efaef0c085b62a0ff696";
const GOLDEN_LONG =
  "535346500101030440000100524f5453580000002000000009500199189d870d6a001b9d5007139637063dc12082e26b58cdb4003d36d47071fdb129";

/** What the estimate errs by, in resemblance and in containment of the first, on two sets that share so much. */
function estimateErrors(aSize: number, bSize: number, share: number, bins = 512): [number, number] {
  const [a, b] = relatedSets(aSize, bSize, share);
  const shared = estimateShared(sketch(a, bins), sketch(b, bins));
  return [shared / (aSize + bSize - shared) - setResemblance(a, b), shared / aSize - setContainment(a, b).aInB];
}

function relatedSets(aSize: number, bSize: number, share: number): [Uint32Array, Uint32Array] {
  const common = randomWords(Math.round(share * Math.min(aSize, bSize)), random);
  const fill = (size: number) => Uint32Array.from([...common, ...randomWords(size - common.length, random)]).sort();
  return [fill(aSize), fill(bSize)];
}

function rootMeanSquare(errors: number[]): number {
  return Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);
}

function minhashOf(set: Uint32Array): Minhash {
  const minhash = new Minhash({ numPerm: 128, seed: 1 });
  for (const hash of set) minhash.update(hash.toString(36));
  return minhash;
}

function errorOf(work: () => unknown): SamestoryError {
  try {
    work();
  } catch (error) {
    if (error instanceof SamestoryError) return error;
    throw error;
  }
  throw new Error("Nothing was refused.");
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

function times(count: number, work: () => void): void {
  for (let i = 0; i < count; i++) work();
}

function seconds(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}
