import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare } from "../../src/compare/compare.js";
import type { Comparison } from "../../src/compare/verdict.js";
import { SamestoryError } from "../../src/errors.js";
import { anyString, articleText, twoVersions, wordsOf } from "../diff/versions.js";

function compareTexts(a: string, b: string): Comparison {
  return compare({ text: a }, { text: b });
}

/** A story of our own, of nine paragraphs. */
const story = [
  "ALDERHAVEN (Northern Press) — A storm tore the roof off the covered fish market in Alderhaven on Sunday night, scattering slates across the quay and sinking two moored boats, the harbor office said.",
  "No one was hurt. The night watchman, Peder Holm, had left the hall about ten minutes before the roof gave way shortly after 11 p.m., according to the harbor office.",
  "Mayor Ines Falk said the 130-year-old hall would stay shut until engineers had looked at every beam. A first survey put the damage at 4.2 million crowns, she said.",
  "“We have lost a roof, not a market,” Falk told reporters on the quay on Monday morning, adding that the town would pay the rent of the stalls until the summer.",
  "Stallholders sold their catch from vans and folding tables along the quay, and most of them had sold out by ten in the morning, about two hours earlier than on a usual Monday.",
  "Some 400 homes in the north of the town were still without power at noon on Monday. The utility said that a falling crane had cut both of the lines that cross the inlet.",
  "The drawbridge to the island of Sandey was closed for nine hours until crews had cleared two fallen masts from the fairway. The school on the island remained closed.",
  "The weather office had warned of gusts of up to 110 kilometers an hour. Its station on the breakwater measured 137 before the mast that carried it went over.",
  "It was the worst storm to strike the coast since November 1992, when eleven fishermen drowned off Sandey and the old breakwater had to be given up.",
];

/** Another story, of the same length and style. */
const foreign = [
  "The national orchestra has chosen Tilde Brandt, a cellist of twenty-six from the island of Norrey, to be its next music director, the board announced late on Friday evening.",
  "She is to succeed Emil Sørby, who has led the players for nineteen seasons and who asked last winter to be released from the last year of his contract for reasons of health.",
  "Brandt first stood in front of the orchestra only three years ago, when the guest of the evening was held up by fog and she put down her bow and took the baton instead.",
  "Players spoke afterwards of the quietest rehearsal that they could remember. Eighty-one of ninety-four voted for her, more than for any director since such votes are taken.",
  "Her first season will open in September with a symphony by a composer who has never been played in the hall, and will close with an opera in which the audience sings.",
  "Tickets are to become cheaper. A third of the seats will cost no more than a cinema seat, and whoever is younger than twenty will pay nothing at all on Tuesday evenings.",
  "Critics praised the choice but asked whether somebody so young could hold a house whose roof leaks and whose debts have doubled in the course of the past five years.",
  "The ministry of culture said that it would not raise its grant. A foundation that belongs to a maker of hearing aids has offered to pay for the first of the new organs.",
  "Brandt said she would keep her own chair among the cellos for one concert each month, because from there, as she put it, one hears what the director is doing wrong.",
];

const whole = story.join("\n\n");

describe("compare", () => {
  const pairs = fc.oneof(twoVersions, fc.tuple(articleText, articleText), fc.tuple(anyString, anyString));

  test("gives the same verdict and score whichever text comes first", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const one = compareTexts(a, b);
        const other = compareTexts(b, a);
        expect(other.verdict).toBe(one.verdict);
        expect(other.score).toBeCloseTo(one.score, 1);
        expect(other.resemblance).toBe(one.resemblance);
        expect(other.containment).toEqual({ aInB: one.containment.bInA, bInA: one.containment.aInB });
      }),
      { numRuns: 300 },
    );
  });

  test("keeps every figure in 0..1 and says sameStory exactly where the score is a half or more", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const { verdict, sameStory, score, resemblance, containment } = compareTexts(a, b);
        for (const figure of [score, resemblance, containment.aInB, containment.bInA]) {
          expect(figure).toBeGreaterThanOrEqual(0);
          expect(figure).toBeLessThanOrEqual(1);
        }
        expect(sameStory).toBe(score >= 0.5);
        expect(sameStory).toBe(verdict === "identical" || verdict === "near-duplicate");
        expect(resemblance).toBeLessThanOrEqual(Math.min(containment.aInB, containment.bInA) + 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  test("says identical exactly where both texts have the same words, house style aside", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          pairs,
          articleText.map((text): [string, string] => [text, text]),
        ),
        ([a, b]) => {
          const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)];
          const same =
            wordsA.count > 0 &&
            wordsA.count === wordsB.count &&
            wordsA.hash.subarray(0, wordsA.count).every((hash, i) => hash === wordsB.hash[i]);
          expect(compareTexts(a, b).verdict === "identical").toBe(same);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("points with each passage at the same words in both texts", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        let before = 0;
        for (const passage of compareTexts(a, b).passages) {
          expect(passage.a.start).toBeGreaterThanOrEqual(before);
          before = passage.a.end;
          const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)];
          const within = (words: typeof wordsA, { start, end }: { start: number; end: number }) =>
            [...words.hash.subarray(0, words.count)].filter((_, i) => words.start[i] >= start && words.end[i] <= end);
          expect(within(wordsB, passage.b)).toEqual(within(wordsA, passage.a));
          expect(within(wordsA, passage.a)).toHaveLength(passage.words);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("always gives a reason, in a sentence", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const { reasons } = compareTexts(a, b);
        expect(reasons.length).toBeGreaterThan(0);
        for (const reason of reasons) {
          expect(reason.text).toMatch(/^.{10,}\.$/u);
          expect(reason.text).not.toMatch(/NaN|undefined|Infinity/u);
          if (reason.value !== undefined) expect(Number.isFinite(reason.value)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("is the same every time", () => {
    expect(compareTexts(whole, story.slice(2).join("\n"))).toEqual(compareTexts(whole, story.slice(2).join("\n")));
  });
});

describe("an empty article", () => {
  test.each<[what: string, a: string, b: string, said: RegExp]>([
    ["nothing and nothing", "", "", /both/iu],
    ["nothing and a story", "", whole, /first/iu],
    ["a story and nothing", whole, "", /second/iu],
    ["marks only", "… — “”", whole, /first/iu],
    ["white space", " \n\t\n ", whole, /first/iu],
    ["pictographs", "👍👍", whole, /first/iu],
  ])("matches nothing, and the reason says which is empty: %s", (_what, a, b, said) => {
    const comparison = compareTexts(a, b);
    expect(comparison).toMatchObject({ verdict: "different", sameStory: false, score: 0, passages: [] });
    expect(comparison.reasons).toEqual([{ code: "empty", text: expect.stringMatching(said) }]);
  });
});

describe("the score", () => {
  test("of a text and itself is one", () => {
    expect(compareTexts(whole, whole)).toMatchObject({ verdict: "identical", score: 1, resemblance: 1 });
  });

  test("of two stories of the same kind and length is near zero", () => {
    const { verdict, score } = compareTexts(whole, foreign.join("\n\n"));
    expect(verdict).toBe("different");
    expect(score).toBeLessThan(0.02);
  });

  test.each([
    ["from the end", story.map((_, left) => story.slice(0, story.length - left))],
    ["from the start", story.map((_, left) => story.slice(left))],
    [
      "every other one first",
      [[], [0], [0, 2], [0, 2, 4], [0, 2, 4, 6], [0, 2, 4, 6, 8], [0, 1, 2, 4, 6, 8]].map((gone) =>
        story.filter((_, at) => !gone.includes(at)),
      ),
    ],
  ])("does not rise as paragraphs are cut %s", (_where, versions) => {
    expectFalling(versions.map((paragraphs) => compareTexts(whole, paragraphs.join("\n\n")).score));
  });

  test.each([
    ["from the end", [8, 7, 6, 5, 4, 3, 2, 1, 0]],
    ["from the start", [0, 1, 2, 3, 4, 5, 6, 7, 8]],
    ["here and there", [4, 0, 7, 2, 8, 5, 1, 6, 3]],
  ])("does not rise as paragraphs are replaced by foreign ones %s", (_where, order) => {
    const paragraphs = [...story];
    const scores = [compareTexts(whole, whole).score];
    for (const at of order) {
      paragraphs[at] = foreign[at];
      scores.push(compareTexts(whole, paragraphs.join("\n\n")).score);
    }
    expectFalling(scores);
    expect(scores.at(-1)).toBeLessThan(0.02);
  });

  test("does not rise as sentences are replaced by foreign ones, one by one", () => {
    const own = story.map(sentencesOf);
    const others = foreign.flatMap(sentencesOf);
    const scores = [1];
    let taken = 0;
    for (let round = 0; round < 3; round++) {
      for (const [p, sentences] of own.entries()) {
        const at = (p * 2 + round) % 3;
        if (at >= sentences.length) continue;
        sentences[at] = others[taken++ % others.length];
        scores.push(compareTexts(whole, own.map((list) => list.join(" ")).join("\n\n")).score);
      }
    }
    expectFalling(scores);
    expect(scores.at(-1)).toBeLessThan(0.1);
  });

  test("does not rise as foreign paragraphs are added behind the story", () => {
    const scores = foreign.map(
      (_, count) => compareTexts(whole, [...story, ...foreign.slice(0, count)].join("\n\n")).score,
    );
    expectFalling(scores);
  });

  test("does not rise as more and more words are replaced", () => {
    const words = whole.split(" ");
    const scores = [1];
    for (let step = 1; step <= 20; step++) {
      const changed = words.map((word, i) => ((i * 7) % 20 < step ? `${"qwzx"[i % 4]}or${i % 13}ul${i % 7}` : word));
      scores.push(compareTexts(whole, changed.join(" ")).score);
    }
    expectFalling(scores);
    expect(scores.at(-1)).toBeLessThan(0.02);
  });
});

function sentencesOf(paragraph: string): string[] {
  return paragraph.split(/(?<=[.”]) (?=[A-Z“])/u);
}

/** Each at most a little above the lowest before it. */
function expectFalling(scores: readonly number[]): void {
  let lowest = 1;
  for (const [i, score] of scores.entries()) {
    expect(score, `step ${i} of ${scores.map((s) => s.toFixed(3)).join(" ")}`).toBeLessThanOrEqual(lowest + 0.02);
    lowest = Math.min(lowest, score);
  }
}

describe("verdicts a person would give", () => {
  test.each<[what: string, made: string, verdict: Comparison["verdict"]]>([
    ["in capitals", whole.toUpperCase(), "identical"],
    ["with straight quotes and other dashes", whole.replace(/[“”]/gu, '"').replace(/—/gu, "--"), "identical"],
    ["without its dateline", whole.replace(/^.*? — /u, ""), "identical"],
    ["in one paragraph", story.join(" "), "identical"],
    ["with soft hyphens", whole.replace(/(\p{L}{3})(?=\p{L}{3})/gu, "$1\u00AD"), "identical"],
    ["decomposed", whole.normalize("NFD"), "identical"],
    ["in British spelling", whole.replace(/harbor/gu, "harbour").replace(/kilometers/gu, "kilometres"), "identical"],
    ["without its last paragraphs", story.slice(0, 5).join("\n\n"), "near-duplicate"],
    ["as a brief of two paragraphs", story.slice(0, 2).join("\n\n"), "near-duplicate"],
    [
      "with its paragraphs in another order",
      [0, 6, 2, 8, 4, 3, 1, 7, 5].map((at) => story[at]).join("\n\n"),
      "near-duplicate",
    ],
    ["backwards by paragraphs", story.toReversed().join("\n\n"), "near-duplicate"],
    ["with one figure corrected", whole.replace("4.2 million", "6.8 million"), "near-duplicate"],
    [
      "with three figures corrected",
      whole.replace("4.2", "6.8").replace("400", "650").replace("nine hours", "14 hours"),
      "near-duplicate",
    ],
    [
      "with a foreign paragraph put in",
      [...story.slice(0, 4), foreign[7], ...story.slice(4)].join("\n\n"),
      "near-duplicate",
    ],
    ["as the background of another story", [...foreign, ...story.slice(4, 7)].join("\n\n"), "partial"],
    ["as a source of one quotation", [...foreign.slice(0, 5), story[3], ...foreign.slice(5)].join("\n\n"), "different"],
    ["not at all", foreign.join("\n\n"), "different"],
  ])("of a story and the same %s", (_what, made, verdict) => {
    expect(compareTexts(whole, made).verdict).toBe(verdict);
    expect(compareTexts(made, whole).verdict).toBe(verdict);
  });

  // A version cut from the start and a page with another story in front look alike: both lack the lead of the longer
  // text. Cuts are the commoner, so they win; docs/accuracy.md has the figures. Should this pass one day: move it up.
  test.fails("of a story and the same behind another story is partial", () => {
    expect(compareTexts(whole, [...foreign, ...story].join("\n\n")).verdict).toBe("partial");
  });

  test("of two days of one formula is template", () => {
    const report = (day: string, figures: string[], mover: string, loser: string) =>
      `The Havnes exchange closed ${figures[0]} points higher on ${day}, with the main index at ${figures[1]}. Trading was worth ${figures[2]} million crowns.\n\nShares in ${mover} led the winners with a rise of ${figures[3]}%, while ${loser} fell ${figures[4]}%, the largest loss of the day.\n\nThe crown stood at ${figures[5]} to the euro in late trading. A barrel of oil cost ${figures[6]} dollars.`;
    const monday = report("Monday", ["12", "4,310", "88", "3.1", "2.2", "11.42", "71"], "Nordsild", "Falk Marine");
    const thursday = report(
      "Thursday",
      ["31", "4,402", "140", "5.6", "4.9", "11.20", "78"],
      "Sandey Power",
      "Holm Timber",
    );
    expect(compareTexts(monday, thursday)).toMatchObject({ verdict: "template", sameStory: false });
    expect(compareTexts(monday, monday.replace("88 million", "98 million")).verdict).toBe("near-duplicate");
  });
});

describe("copied speech", () => {
  const column = [
    "I have kept bees on the roof of the town library for eleven years, and I have never once been asked what I do with the honey. My neighbours ask me about the stings.",
    "We lost four hives this winter. I told myself that it was the damp, and my daughter told me that it was my own stubbornness, and I think we were both of us right.",
    "I drive past the rape fields twice a week now and I count what is left of the hedges. You may call it a hobby; my bees would call it a survey of what we have taken from them.",
    "So when I read that we are to have a strategy for pollinators, I put on my gloves. I have seen three of those strategies, and I have buried my share of hives under each of them.",
    "We do not need another leaflet. I would trade every one of them for a single mile of hawthorn, and I would plant it myself if somebody would lend me a spade.",
  ];

  test("that both texts open with is a copy: a brief cut from a column in the first person is its version", () => {
    const brief = compareTexts(column.join("\n\n"), column.slice(0, 2).join("\n\n"));
    expect(brief).toMatchObject({ verdict: "near-duplicate", containment: { bInA: 1 } });
  });

  test("behind a lead of one's own is none: two reports that print one statement stay different", () => {
    const statement = column.slice(1, 4);
    const one = [...story.slice(0, 2), ...statement].join("\n\n");
    const other = [...foreign.slice(0, 3), ...statement].join("\n\n");
    expect(compareTexts(one, other).verdict).toBe("different");
  });
});

describe("passages", () => {
  test("are the shared runs, with spans into the texts as given", () => {
    const b = [foreign[0], story[3], foreign[1]].join("\n\n");
    const { passages } = compareTexts(whole, b);
    expect(passages.map((passage) => b.slice(passage.b.start, passage.b.end))).toEqual([
      story[3].replace(/^“|\.$/gu, ""),
    ]);
    expect(passages.map((passage) => whole.slice(passage.a.start, passage.a.end))).toEqual([
      story[3].replace(/^“|\.$/gu, ""),
    ]);
  });
});

describe("bad input", () => {
  test.each<[what: string, input: unknown, said: RegExp]>([
    ["nothing", undefined, /undefined/u],
    ["null", null, /null/u],
    ["a number", 42, /number/u],
    ["an array", ["text"], /array/u],
    ["an object without text", { title: "x" }, /"text"/u],
    ["an object whose text is a number", { text: 42 }, /"text"/u],
    ["a function", () => "", /function/u],
  ])("is refused with a word on which and what: %s", (_what, input, said) => {
    for (const [call, which] of [
      [() => compare(input as string, whole), /first/u],
      [() => compare(whole, input as string), /second/u],
    ] as const) {
      expect(call).toThrow(SamestoryError);
      expect(call).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }));
      expect(call).toThrow(which);
      expect(call).toThrow(said);
      expect(call).toThrow(/must be/u);
    }
  });

  test("is not an article with strange other fields", () => {
    const odd = { text: whole, title: 7, publishedAt: "never", url: null } as unknown as { text: string };
    expect(compare(odd, { text: whole }).verdict).toBe("identical");
  });

  test("calls a short item identical to itself, however little its headline says", () => {
    const text = "The ferry caught fire on Monday night and the crew of nine was taken off by a trawler.";
    for (const title of ["Markets", "Pollen count", "火災", "Ferry fire: nine rescued"]) {
      expect(compare({ title, text }, { title, text })).toMatchObject({ verdict: "identical", score: 1 });
    }
  });

  test("tells items of a column by what stands behind its rubric, when the summary is one and the same", () => {
    const text = "The best photographs of the past seven days, chosen by our picture editors.";
    const items = ["The week in pictures: floods", "The week in pictures: a coronation"].map((title) => ({
      title,
      text,
    }));
    expect(compare(items[0] ?? "", items[1] ?? "").verdict).toBe("different");
    const news = "The ferry caught fire on Monday night and the crew of nine was taken off by a trawler.";
    const told = ["Ferry fire: crew of nine rescued", "Ferry fire: trawler takes off crew"].map((title) => ({
      title,
      text: news,
    }));
    expect(compare(told[0] ?? "", told[1] ?? "").sameStory).toBe(true);
  });
});
