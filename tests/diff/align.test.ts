import fc from "fast-check";
import { lcs } from "fast-myers-diff";
import { describe, expect, test } from "vitest";
import { align, type Run } from "../../src/diff/align.js";
import type { Words } from "../../src/text/words.js";
import { randomNumbers } from "../fingerprint/words.js";
import { articleText, twoVersions, wordsOf } from "./versions.js";

function runsOf(a: string, b: string): Run[] {
  return align(wordsOf(a), wordsOf(b)).runs;
}

function matched(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + run.length, 0);
}

/** Length of the longest common subsequence of the words, by another's hand. */
function longestCommon(a: Words, b: Words): number {
  let length = 0;
  for (const [, , equal] of lcs(a.hash.subarray(0, a.count), b.hash.subarray(0, b.count))) length += equal;
  return length;
}

function expectSound(a: Words, b: Words, runs: readonly Run[]): void {
  let freeInB = 0;
  const takenInA = new Uint8Array(a.count);
  let lineInA = 0;
  for (const run of runs) {
    expect(run.length).toBeGreaterThan(0);
    expect(run.b).toBeGreaterThanOrEqual(freeInB);
    freeInB = run.b + run.length;
    expect(freeInB).toBeLessThanOrEqual(b.count);
    expect(run.a + run.length).toBeLessThanOrEqual(a.count);
    for (let i = 0; i < run.length; i++) {
      expect(a.hash[run.a + i]).toBe(b.hash[run.b + i]);
      expect(takenInA[run.a + i]).toBe(0);
      takenInA[run.a + i] = 1;
    }
    if (run.moved) continue;
    expect(run.a).toBeGreaterThanOrEqual(lineInA);
    lineInA = run.a + run.length;
  }
}

describe("runs", () => {
  test("are disjoint, equal word for word, ascending in b, and those not moved ascending in a", () => {
    fc.assert(
      fc.property(fc.oneof(twoVersions, fc.tuple(articleText, articleText)), ([one, other]) => {
        const [a, b] = [wordsOf(one), wordsOf(other)];
        expectSound(a, b, align(a, b).runs);
      }),
      { numRuns: 400 },
    );
  });

  test("are as sound where a run begins before the one that it overlaps", () => {
    // Found by the test above, once in ten thousand texts.
    const line = (count: number) => "the ".repeat(count);
    const rest = `the。Ms of U.S. toward January. ${line(7)}\n\n(AP) and “we of 5 for percent for for. ${line(3)}.\r\n${line(3)}. ${line(4)}. `;
    const [a, b] = [wordsOf(`${line(6)}not ${line(1)}. ${line(3)}${rest}`), wordsOf(`${line(4)}. ${line(3)}${rest}`)];
    expectSound(a, b, align(a, b).runs);
    expectSound(b, a, align(b, a).runs);
  });

  test("are as sound where words repeat without end", () => {
    const repeating = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 120 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(repeating, repeating, (one, other) => {
        const [a, b] = [wordsOf(one), wordsOf(other)];
        expectSound(a, b, align(a, b).runs);
      }),
      { numRuns: 300 },
    );
  });

  test("of a text and itself are one, the whole text", () => {
    fc.assert(
      fc.property(articleText, (text) => {
        const words = wordsOf(text);
        const expected = words.count > 0 ? [{ a: 0, b: 0, length: words.count, moved: false }] : [];
        expect(align(words, words)).toEqual({ runs: expected, complete: true });
      }),
      { numRuns: 200 },
    );
  });

  test("never put more words in order than there are in the longest common subsequence", () => {
    fc.assert(
      fc.property(twoVersions, ([one, other]) => {
        const [a, b] = [wordsOf(one), wordsOf(other)];
        const inOrder = align(a, b).runs.filter((run) => !run.moved);
        expect(matched(inOrder)).toBeLessThanOrEqual(longestCommon(a, b));
      }),
      { numRuns: 200 },
    );
  });

  test("are none where there is no word on a side, or none in common", () => {
    expect(runsOf("", "")).toEqual([]);
    expect(runsOf("one two three", "")).toEqual([]);
    expect(runsOf("", "one two three")).toEqual([]);
    expect(runsOf("one two three four", "red green blue black")).toEqual([]);
  });
});

/** A text of `count` words out of a vocabulary in which few are frequent, as in any language. */
function prose(count: number, random: () => number): string[] {
  return Array.from({ length: count }, () => {
    const rank = Math.floor(3000 ** ((random() % 100_000) / 100_000));
    return `w${"abcdefghij"[rank % 10]}${rank.toString(36).replace(/\d/gu, (d) => "klmnopqrst"[Number(d)])}`;
  });
}

describe("against the longest common subsequence by fast-myers-diff", () => {
  test.each([
    ["few edits", 0.01],
    ["an edited copy", 0.03],
    ["a restyled copy", 0.08],
  ])("at least 95% of the words are found in order: %s", (_name, rate) => {
    const random = randomNumbers(7);
    for (let round = 0; round < 10; round++) {
      const text = prose(600, random);
      const edited = text.flatMap((word) => {
        if (random() % 1000 >= rate * 1000) return [word];
        const kind = random() % 3;
        return kind === 0 ? [] : kind === 1 ? [`x${word}`] : [word, `y${word}`];
      });
      const [a, b] = [wordsOf(text.join(" ")), wordsOf(edited.join(" "))];
      const inOrder = align(a, b).runs.filter((run) => !run.moved);
      const longest = longestCommon(a, b);
      expect(longest).toBeGreaterThan(500);
      expect(matched(inOrder)).toBeLessThanOrEqual(longest);
      expect(matched(inOrder)).toBeGreaterThanOrEqual(0.95 * longest);
    }
  });

  test("nearly all words of a shuffled text are found, in order or moved", () => {
    const random = randomNumbers(9);
    const paragraphs = Array.from({ length: 20 }, () => prose(40, random).join(" "));
    const shuffled = paragraphs
      .map((text) => ({ text, key: random() }))
      .sort((x, y) => x.key - y.key)
      .map(({ text }) => text);
    const [a, b] = [wordsOf(paragraphs.join("\n\n")), wordsOf(shuffled.join("\n\n"))];
    const { runs } = align(a, b);
    expect(matched(runs)).toBeGreaterThanOrEqual(0.98 * a.count);
    expect(runs.some((run) => run.moved)).toBe(true);
  });

  test("two texts that share nothing but frequent words share next to no run", () => {
    const random = randomNumbers(11);
    const [a, b] = [wordsOf(prose(600, random).join(" ")), wordsOf(prose(600, random).join(" "))];
    expect(matched(align(a, b).runs.filter((run) => run.length >= 4))).toBeLessThan(0.05 * a.count);
  });
});
