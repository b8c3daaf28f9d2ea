import { describe, expect, test } from "vitest";
import type { ArticleInput } from "../src/article.js";
import { compare } from "../src/compare/compare.js";
import { diff } from "../src/diff/diff.js";
import { apply } from "../src/diff/script.js";
import { articleFromText } from "../src/extract/page.js";
import { fingerprint } from "../src/fingerprint/fingerprint.js";
import { randomNumbers } from "./fingerprint/words.js";

/**
 * What the library costs, and that no text makes it cost much more. The bounds are wide.
 * Set SAMESTORY_COST=1 to see the figures.
 */
const random = randomNumbers(5);
const shown: string[] = [];

/** Time on the processor: what else the machine does is no matter. */
function millisecondsOf(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function median(times: readonly number[]): number {
  return times.toSorted((x, y) => x - y)[times.length >> 1];
}

function show(name: string, milliseconds: number): void {
  shown.push(`${name}: ${milliseconds.toFixed(0)} ms`);
  if (process.env.SAMESTORY_COST) console.info(shown.at(-1));
}

/** News-like prose: few words are frequent, sentences have a dozen words, paragraphs three sentences. */
function prose(count: number): string {
  let text = "";
  for (let i = 0; i < count; i++) {
    const rank = Math.floor(20_000 ** ((random() % 1_000_000) / 1_000_000));
    const word = rank.toString(26).replace(/\d/gu, (digit) => "qrstuvwxyz"[Number(digit)]);
    text += i % 12 === 0 ? word[0].toUpperCase() + word.slice(1) : word;
    text += i % 36 === 35 ? ".\n\n" : i % 12 === 11 ? ". " : " ";
  }
  return text;
}

/** Words of one length, each a number in letters. */
function randomText(length: number): string {
  const words: string[] = [];
  for (let i = 0; i < length; i += 8)
    words.push((random() % 26 ** 5).toString(26).replace(/\d/gu, (d) => "qrstuvwxyz"[Number(d)]));
  return words.join(" ");
}

/** One word in forty changed, one in eighty gone, here and there a paragraph moved to the end. */
function edited(text: string): string {
  const paragraphs = text.split("\n\n").map((paragraph) =>
    paragraph
      .split(" ")
      .flatMap((word) => (random() % 40 === 0 ? [`${word}ed`] : random() % 80 === 0 ? [] : [word]))
      .join(" "),
  );
  const moved = paragraphs.filter((_, i) => i % 17 === 3);
  return [...paragraphs.filter((_, i) => i % 17 !== 3), ...moved].join("\n\n");
}

function shuffled(parts: readonly string[], mark: string): string {
  return parts
    .map((part) => ({ part, key: random() }))
    .toSorted((x, y) => x.key - y.key)
    .map(({ part }) => part)
    .join(mark);
}

const works: [name: string, work: (a: ArticleInput, b: ArticleInput) => unknown][] = [
  ["compare", (a, b) => compare(a, b)],
  ["diff", (a, b) => diff(a, b)],
];

describe("ten times the text costs about ten times the time", () => {
  const small = prose(3000);
  const large = prose(30_000);
  const smallEdited = edited(small);
  const largeEdited = edited(large);
  const inputs: [what: string, small: [string, string], large: [string, string]][] = [
    ["versions", [small, smallEdited], [large, largeEdited]],
    ["strangers", [small, prose(3000)], [large, prose(30_000)]],
  ];

  for (const [name, work] of works) {
    test.each(inputs)(`${name} of two %s`, (what, one, ten) => {
      const time = (pair: [string, string]) => millisecondsOf(() => work({ text: pair[0] }, { text: pair[1] }));
      time(one);
      time(ten);
      // Ten runs of the small one stand against one of the large: both take a similar stretch of a busy machine.
      const ratios = Array.from({ length: 7 }, () => {
        const ones = Array.from({ length: 10 }, () => time(one)).reduce((sum, ms) => sum + ms, 0);
        return (10 * time(ten)) / ones;
      });
      show(`${name} of ${what}, 3,000 words`, time(one));
      show(`${name} of ${what}, 30,000 words`, time(ten));
      show(`${name} of ${what}, times ten (ratio in hundredths)`, 100 * median(ratios));
      expect(median(ratios)).toBeLessThanOrEqual(15);
    });
  }

  test.each<[name: string, work: (text: string) => unknown]>([
    ["fingerprint", (text) => fingerprint({ text })],
    ["articleFromText", (text) => articleFromText(text)],
  ])("%s", (name, work) => {
    const ratios = Array.from({ length: 7 }, () => {
      const ones = millisecondsOf(() => {
        for (let i = 0; i < 10; i++) work(small);
      });
      return (10 * millisecondsOf(() => work(large))) / ones;
    });
    show(`${name}, times ten (ratio in hundredths)`, 100 * median(ratios));
    expect(median(ratios.slice(2))).toBeLessThanOrEqual(15);
  });
});

describe("hostile text is answered within seconds", () => {
  const letters = "a".repeat(10_000_000);
  const lines = Array.from({ length: 200_000 }, (_, i) => `w${(i * 7919) % 1000}`).join("\n");
  const sameLines = "word\n".repeat(200_000);
  const abab = "a b ".repeat(250_000);
  const unlike = [randomText(300_000), randomText(300_000)];
  const long = prose(60_000);
  const han = Array.from({ length: 300_000 }, () => String.fromCharCode(0x4e00 + (random() % 3000))).join("");
  const paragraphs = prose(20_000).split("\n\n");
  const inputs: [what: string, a: string, b: string][] = [
    ["ten million of one letter and itself", letters, letters],
    ["ten million of one letter and of another", letters, "b".repeat(10_000_000)],
    ["ten million of one letter and an article", letters, prose(600)],
    ["200,000 lines of a word and themselves", lines, lines],
    ["200,000 lines of a word and an article", lines, prose(600)],
    ["200,000 lines of the same word, and one fewer", sameLines, sameLines.slice(5)],
    ["200,000 lines in another order", lines, lines.split("\n").toReversed().join("\n")],
    ["a megabyte of two words in turn, and the other way round", abab, `b ${abab}`],
    ["a megabyte of two words in turn, and of one", abab, "a ".repeat(500_000)],
    ["two texts of random words, 300 KB each", unlike[0], unlike[1]],
    ["two long texts that share only frequent words", long, prose(60_000)],
    ["a long text and itself, words shuffled", long, shuffled(long.split(/\s+/u), " ")],
    ["a long text and itself, paragraphs shuffled", paragraphs.join("\n\n"), shuffled(paragraphs, "\n\n")],
    ["a long text and itself, in one paragraph", long, long.replace(/\n\n/gu, " ")],
    ["300,000 Han characters and themselves shuffled", han, shuffled([...han], "")],
    ["a megabyte of quotation marks", "“".repeat(500_000), `"'`.repeat(250_000)],
    [
      "a megabyte of initials and abbreviations",
      "U.S. Jan. 10 Mr. ".repeat(30_000),
      "US 10 January Mr ".repeat(30_000),
    ],
    ["a megabyte of figures", "1,000 5% 3.5 ".repeat(40_000), "1000 5 percent 3,5 ".repeat(30_000)],
    ["a megabyte of dashes", "— ".repeat(250_000), "- ".repeat(250_000)],
    ["lone surrogates", "\uD83D".repeat(500_000), "\uDE00".repeat(500_000)],
    ["combining marks without end", `e${"\u0301".repeat(500_000)}`, "é"],
    ["straight quotes that never close", "'a ".repeat(200_000), "'b ".repeat(200_000)],
    [
      "two nearly equal texts, every tenth word changed",
      long,
      long
        .split(" ")
        .map((word, i) => (i % 10 === 0 ? `x${word}` : word))
        .join(" "),
    ],
  ];
  const most = 8000;

  test.each(inputs)("by compare: %s", (what, a, b) => {
    const time = millisecondsOf(() => compare({ text: a }, { text: b }));
    show(`compare of ${what}`, time);
    expect(time).toBeLessThan(most);
  });

  test.each(inputs)("by diff, which is right however coarse: %s", (what, a, b) => {
    let made = "";
    const time = millisecondsOf(() => {
      made = apply(diff({ text: a }, { text: b }), a);
    });
    show(`diff of ${what}`, time);
    expect(time).toBeLessThan(most);
    expect(made === b).toBe(true);
  });

  test.each(inputs)("by the page reader: %s", (what, a) => {
    const time = millisecondsOf(() => articleFromText(a));
    show(`articleFromText of ${what}`, time);
    expect(time).toBeLessThan(most / 2);
  });

  test("a diff says where it stopped short", () => {
    expect(diff({ text: prose(300) }, { text: prose(300) }).complete).toBe(true);
    // Between shared sentences stand sixty words on either side that are all another's: each gap costs a full table.
    const shared = Array.from({ length: 6000 }, () => randomText(48));
    const torn = () => shared.map((sentence) => `${sentence} ${randomText(470)}`).join("\n");
    const [a, b] = [torn(), torn()];
    let found = diff({ text: "" }, { text: "" });
    expect(millisecondsOf(() => (found = diff({ text: a }, { text: b })))).toBeLessThan(most);
    expect(found.complete).toBe(false);
    expect(apply(found, a) === b).toBe(true);
  });
});
