import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { apply, articleFromText, compare, diff, fingerprint, StoryIndex } from "../src/index.js";
import {
  capitalized,
  HOSTILE,
  prose,
  repeated,
  replacedFifths,
  shingledAnew,
  strange,
  turned,
  uniqueWords,
} from "./costTexts.js";

/**
 * What the library costs, and that no text makes it cost much more. Times are times on the processor, so that what else
 * the machine does is no matter, and they stand against each other rather than against a clock; the best of a few rounds
 * counts. The bounds are wide, and work that grows with the square of the text is far beyond them.
 * Set SAMESTORY_COST=1 to see the figures.
 */
const works: readonly [name: string, work: (a: string, b: string) => unknown][] = [
  ["fingerprint", (a) => fingerprint({ text: a })],
  ["articleFromText", (a) => articleFromText(a)],
  ["compare", (a, b) => compare({ text: a }, { text: b })],
  ["diff", (a, b) => diff({ text: a }, { text: b })],
];

/** Milliseconds on the processor. */
function millisecondsOf(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Nanoseconds a character. */
function costOf(pair: readonly [string, string], times: number, work: (a: string, b: string) => unknown): number {
  const taken = millisecondsOf(() => {
    for (let i = 0; i < times; i++) work(...pair);
  });
  return (1e6 * taken) / (times * Math.max(pair[0].length, pair[1].length));
}

/** The lowest of a few, asked for until it is low enough: a machine may be slow by chance, never fast. */
function lowest(most: number, rounds: number, measure: () => number): number {
  let least = measure();
  for (let i = 1; i < rounds && least > most; i++) least = Math.min(least, measure());
  return least;
}

function show(name: string, value: number, unit: string): void {
  if (process.env.SAMESTORY_COST) console.info(`${name}: ${value.toFixed(1)} ${unit}`);
}

/** One word in forty changed, one in eighty gone, here and there a paragraph moved to the end. */
function edited(text: string): string {
  const paragraphs = text.split("\n\n").map((paragraph, at) =>
    paragraph
      .split(" ")
      .flatMap((word, i) => ((at + i) % 40 === 0 ? [`${word}ed`] : (at + i) % 80 === 7 ? [] : [word]))
      .join(" "),
  );
  const moved = paragraphs.filter((_, i) => i % 17 === 3);
  return [...paragraphs.filter((_, i) => i % 17 !== 3), ...moved].join("\n\n");
}

/** A sentence with a long passage where the other has one word. */
function replacedWord(passage: string): [string, string] {
  const sentence = (words: string) => `The man saw it and ${words} went home to his wife.`;
  return [sentence(passage), sentence("slowly")];
}

describe("a character of news costs no more in a long text than in a short one", () => {
  const news = prose(10_000_000);
  const others = prose(10_000_000);
  // What takes longer gets less, so that the whole is quickly done.
  const longest: Record<string, number> = { diff: 600_000, compare: 3_000_000 };
  const inputs = [
    ["versions", edited(news)],
    ["strangers", others],
  ] as const;

  for (const [name, work] of works) {
    test.each(inputs)(`${name}, from 1 KB to megabytes, of %s`, (what, second) => {
      const pairOf = (length: number) => [news.slice(0, length), second.slice(0, length)] as const;
      const short = pairOf(1000);
      const middle = pairOf(100_000);
      const long = pairOf(longest[name] ?? news.length);
      costOf(short, 100, work);
      costOf(middle, 1, work);
      const ratio = lowest(3, 3, () => {
        const before = Math.max(costOf(short, 100, work), costOf(middle, 1, work));
        return costOf(long, 1, work) / before;
      });
      show(`${name} of ${what}, long ÷ short`, ratio, "");
      expect(ratio).toBeLessThanOrEqual(3);
    });
  }
});

describe("a character of a hostile text costs no more in 128 KB than in 8 KB", () => {
  const short = 8000;
  const times = 16;
  // Work that grows with the square would make it 16. What does not fit the processor's cache costs up to twice as much.
  const most = 4;
  /** Nanoseconds a character, at worst: a hundred times what news costs. */
  const mostAtAll = 20_000;
  const shingles = prose(short * times);
  const inputs: [what: string, pairOf: (length: number) => [string, string]][] = [
    ...HOSTILE.map(([what, make]): [string, (length: number) => [string, string]] => [
      what,
      (length) => {
        const text = make(length);
        return [text, turned(text)];
      },
    ]),
    [
      "the same shingles in another order",
      (length) => [shingles.slice(0, length), shingledAnew(shingles.slice(0, length))],
    ],
    ["a word replaced by a long passage", (length) => replacedWord(repeated("red or ")(length))],
    ["a word replaced by a long list of figures", (length) => replacedWord(repeated("5 red or ")(length))],
    ["a number word without end", (length) => [`There were ${repeated("tausend")(length)} men.`, "There were 2 men."]],
    ["an article beside one word over and over", (length) => [shingles.slice(0, length), repeated("word ")(length)]],
  ];

  test.each(inputs)("%s", (what, pairOf) => {
    const one = pairOf(short);
    const long = pairOf(short * times);
    for (const [name, work] of works) {
      costOf(one, times / 2, work);
      let cost = 0;
      const ratio = lowest(most, 3, () => {
        const before = costOf(one, times / 2, work);
        cost = costOf(long, 1, work);
        // A microsecond for a whole text is the clock's own step.
        return cost / Math.max(before, 1);
      });
      show(`${name} of ${what}`, cost, `ns a character, long ÷ short ${ratio.toFixed(2)}`);
      expect(ratio, `${name}: long ÷ short`).toBeLessThanOrEqual(most);
      expect(cost, `${name}: nanoseconds a character`).toBeLessThan(mostAtAll);
    }
    expect(apply(diff({ text: long[0] }, { text: long[1] }), long[0]) === long[1]).toBe(true);
  });
});

describe("a very large text is answered, and rightly", () => {
  const letters = "a".repeat(10_000_000);
  const lines = "word\n".repeat(200_000);
  const inputs: [what: string, a: string, b: string][] = [
    ["ten million of one letter and of another", letters, "b".repeat(10_000_000)],
    ["ten million of one letter and an article", letters, prose(4000)],
    ["200,000 lines of the same word, and one fewer", lines, lines.slice(5)],
    ["one paragraph with every fifth word gone or replaced", ...replacedFifths(capitalized(uniqueWords(700_000)))],
    ["a word replaced by half a megabyte after a figure", ...replacedWord(`5 of ${"red or ".repeat(70_000)}`)],
  ];
  const most = 8000;

  test.each(inputs)("%s", (what, a, b) => {
    const compared = millisecondsOf(() => compare({ text: a }, { text: b }));
    let made = "";
    const told = millisecondsOf(() => {
      made = apply(diff({ text: a }, { text: b }), a);
    });
    show(`compare of ${what}`, compared, "ms");
    show(`diff of ${what}`, told, "ms");
    expect(compared).toBeLessThan(most);
    expect(told).toBeLessThan(most);
    expect(made === b).toBe(true);
  });

  test("a diff says where it stopped short", () => {
    expect(diff({ text: prose(300) }, { text: prose(300) }).complete).toBe(true);
    // Between shared sentences stand sixty words on either side that are all another's: each gap costs a full table.
    const shared = Array.from({ length: 6000 }, () => strange(48));
    const torn = () => shared.map((sentence) => `${sentence} ${strange(470)}`).join("\n");
    const [a, b] = [torn(), torn()];
    let found = diff({ text: "" }, { text: "" });
    expect(millisecondsOf(() => (found = diff({ text: a }, { text: b })))).toBeLessThan(most);
    expect(found.complete).toBe(false);
    expect(apply(found, a) === b).toBe(true);
  });
});

describe("what is kept of an article takes the same room, however many there are", () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;

  /** Bytes of live objects, buffers included. */
  function bytesUsed(): number {
    collect();
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  }

  function bytesKept(make: () => unknown): number {
    const before = bytesUsed();
    const kept = make();
    const after = bytesUsed();
    if (kept === undefined) throw new Error("nothing was kept");
    return after - before;
  }

  const articleOf = (i: number) => ({ id: `article ${i}`, text: prose(1500), publishedAt: new Date(i * 60_000) });

  test("a fingerprint holds on to nothing of its text", () => {
    const room = (length: number) =>
      bytesKept(() => Array.from({ length: 100 }, () => fingerprint({ text: prose(length) })));
    room(3000);
    const [short, long] = [room(3000), room(30_000)];
    show("a fingerprint of a long text ÷ of a short one", long / short, "");
    // A thirtieth of the text of each: what else the engine keeps in the meantime is less.
    expect(long).toBeLessThan(short + 100 * 1000);
  });

  test("an index of four times as many articles takes four times the room at most", () => {
    const room = (count: number) =>
      bytesKept(() => {
        const index = new StoryIndex({ keepTexts: 0 });
        for (let i = 0; i < count; i++) index.add(articleOf(i));
        return index;
      });
    room(300);
    const [few, many] = [room(500), room(2000)];
    show("bytes an article of 500", few / 500, "");
    show("bytes an article of 2,000", many / 2000, "");
    expect(many).toBeLessThan(4 * 1.2 * few);
  });

  test("an index that lets old articles go does not grow", () => {
    const kept = 500;
    let index = new StoryIndex({ keepTexts: 0 });
    const add = (from: number, to: number) => {
      for (let i = from; i < to; i++) {
        index.add(articleOf(i));
        if (i % 100 === 0) index.expire(new Date((i - kept) * 60_000));
      }
      return index;
    };
    // What the engine keeps of code that has not run before is a third of so small an index.
    add(0, 5 * kept);
    index = new StoryIndex({ keepTexts: 0 });
    // As many as there are at the most, between one time of letting go and the next.
    const most = kept + 100;
    const first = bytesKept(() => add(0, most));
    const more = bytesKept(() => add(most, 5 * kept));
    const later = bytesKept(() => add(5 * kept, 15 * kept));
    show("growth of an index of 500 while 2,000 pass", more / first, "times its size");
    show("growth while 5,000 more pass", later / first, "times its size");
    expect(index.size).toBeLessThanOrEqual(kept + 101);
    // Articles that went are left behind when they are half of all: an index is at most twice as large as it need be.
    expect(more).toBeLessThan(1.2 * first);
    expect(later).toBeLessThan(0.5 * first);
  });
});
