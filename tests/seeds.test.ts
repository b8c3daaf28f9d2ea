import { describe, expect, test } from "vitest";
import type { Span } from "../src/article.js";
import { compare } from "../src/compare/compare.js";
import { diff } from "../src/diff/diff.js";
import type { Edit } from "../src/diff/edits.js";
import { apply } from "../src/diff/script.js";
import { articleFromText } from "../src/extract/page.js";
import { readSeeds, type Seed, seedsAreHere } from "./seeds.js";

const noSeed: Seed = { page: "", lines: [], body: [], teasers: [] };

if (!seedsAreHere) {
  console.warn("The two seed pages are not here (SAMESTORY_DATA, ../shared): their tests are skipped.");
}

test.runIf(process.env.CI === "true")("the seed pages are there where every test must run", () => {
  expect(seedsAreHere).toBe(true);
});

describe.runIf(seedsAreHere)("two real pages of one story", () => {
  const { british, american } = seedsAreHere ? readSeeds() : { british: noSeed, american: noSeed };
  const bodyA = american.body.join("\n\n");
  const bodyB = british.body.join("\n\n");

  test("are read as the lines say: 19 paragraphs and 17, 20 teasers and 10", () => {
    expect([american.body.length, british.body.length]).toEqual([19, 17]);
    expect([american.teasers.length, british.teasers.length]).toEqual([20, 10]);
    for (const { title, text } of [...american.teasers, ...british.teasers]) {
      expect(title).toMatch(/^\S.{15}/u);
      expect(text).toMatch(/^\S.{15}/u);
    }
    for (const paragraph of [...american.body, ...british.body]) expect(paragraph).toMatch(/^\S.{60,}[.”]$/u);
  });

  describe("by their bodies", () => {
    const comparison = compare({ text: bodyA }, { text: bodyB });

    test("are near-duplicates, with a score of .9 and more", () => {
      expect(comparison).toMatchObject({ verdict: "near-duplicate", sameStory: true });
      expect(comparison.score).toBeGreaterThanOrEqual(0.9);
    });

    test("stand for four fifths and more of the shorter in the longer", () => {
      expect(comparison.containment.bInA).toBeGreaterThanOrEqual(0.8);
      expect(comparison.containment.bInA).toBeGreaterThan(comparison.containment.aInB);
    });

    test("turn into each other by their diff", () => {
      expect(apply(diff({ text: bodyA }, { text: bodyB }), bodyA)).toBe(bodyB);
      expect(apply(diff({ text: bodyB }, { text: bodyA }), bodyB)).toBe(bodyA);
    });
  });

  describe("by what the editor changed", () => {
    const { edits, blocks, facts } = diff({ text: bodyA }, { text: bodyB });

    function editsOn(side: "a" | "b", context: string, words = context): Edit[] {
      const text = side === "a" ? bodyA : bodyB;
      const at = text.indexOf(context);
      expect([at >= 0, text.indexOf(context, at + 1)], `"${context}" stands once`).toEqual([true, -1]);
      const start = at + context.indexOf(words);
      return edits.filter((edit) => overlaps(edit[side], { start, end: start + words.length }));
    }

    test.each<[side: "a" | "b", context: string, words: string]>([
      ["a", "toward ending", "toward"],
      ["b", "towards Ukraine and", "towards"],
      ["a", "buildup near", "buildup"],
      ["b", "that Mr Biden would make clear", "Mr"],
      ["b", "clear to Mr Putin that", "Mr"],
      ["a", "Moscow and NATO rep", "NATO"],
      ["b", "demanding that Nato deny", "Nato"],
      ["a", "Jan. 10", "Jan. 10"],
      ["a", "that Dec. 7 video call", "Dec. 7"],
      ["b", "call on December 7", "December 7"],
      ["a", "(AP) — Presidents", "(AP)"],
      ["a", "a slew of", "a slew of"],
      ["b", "up a range of", "up a range of"],
      ["a", "senior U.S. and", "U.S."],
      ["b", "senior US and", "US"],
      ["b", "Organisation for", "Organisation"],
      ["b", "escalation”, according", "escalation”,"],
      ["b", "borders”.", "”."],
      ["a", "speaks with Putin", "with"],
      ["b", "for president Barack", "president"],
    ])("is named and is not substantive: %s, “%s” (%s)", (side, context, words) => {
      const found = editsOn(side, context, words).filter(({ kind }) => kind !== "split" && kind !== "merged");
      expect(found.length).toBeGreaterThan(0);
      expect(found.filter(({ substantive }) => substantive)).toEqual([]);
    });

    test.each([
      "condition of anonymity",
      "but provided no details",
      "a readout of the engagement",
      "principled diplomacy",
      "go behind the backs of European allies",
      "persuade Iran to return",
      "the Iran nuclear issue",
      "home state of Delaware",
    ])("is matter dropped, and substantive: “%s”", (words) => {
      const found = editsOn("a", words).filter(({ kind }) => kind !== "split");
      expect(found.map(({ kind, substantive }) => ({ kind, substantive }))).toEqual([
        { kind: "dropped", substantive: true },
      ]);
    });

    test("is substantive nowhere else", () => {
      // Whole paragraphs that the British editor left out, and the ends of three sentences.
      const dropped = [...american.body.slice(13, 14), ...american.body.slice(15)];
      const ends = [
        "spoke on the condition of anonymity",
        "but provided no details",
        "to offer them a readout of the engagement",
      ];
      // One word that carries matter (docs/edits.md): the crisis was a smoldering one.
      const word = "smoldering";
      const known = [...dropped, ...ends, word].map((words) => ({
        start: bodyA.indexOf(words),
        end: bodyA.indexOf(words) + words.length,
      }));
      const others = edits.filter((edit) => edit.substantive && !known.some((span) => overlaps(edit.a, span)));
      expect(
        others.map((edit) => [
          edit.kind,
          bodyA.slice(edit.a?.start, edit.a?.end),
          bodyB.slice(edit.b?.start, edit.b?.end),
        ]),
      ).toEqual([]);
    });

    test("shows as paragraphs: those split, those removed, none added, none moved", () => {
      const kinds = blocks.map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === "removed")).toHaveLength(5);
      expect(kinds.filter((kind) => kind === "added" || kind === "moved")).toEqual([]);
      expect(edits.filter(({ kind }) => kind === "split")).toHaveLength(3);
    });

    test("shows as facts: Iran and Delaware went, none came", () => {
      const told = facts.map((fact) => `${fact.change} ${fact.kind} ${fact.a?.text ?? ""}`);
      expect(told).toContainEqual(expect.stringMatching(/^dropped name .*Iran/u));
      expect(told).toContainEqual(expect.stringMatching(/^dropped name .*Delaware/u));
      expect(facts.filter(({ change }) => change === "added")).toEqual([]);
    });
  });

  describe("however they are dressed", () => {
    const verdictOf = (a: string, b: string) => compare({ text: a }, { text: b }).verdict;

    test.each<[what: string, paragraphs: readonly string[]]>([
      ["cut to three paragraphs", british.body.slice(0, 3)],
      ["cut to half", british.body.slice(0, 9)],
      ["cut from the start", british.body.slice(5)],
      ["shuffled", british.body.map((_, i) => british.body[(i * 5 + 3) % british.body.length])],
      ["backwards", british.body.toReversed()],
      ["in capitals", british.body.map((text) => text.toUpperCase())],
      ["with straight quotes", british.body.map(straight)],
      ["in one paragraph", [british.body.join(" ")]],
      [
        "cut, shuffled, in capitals and with straight quotes",
        british.body
          .slice(0, 12)
          .toReversed()
          .map((text) => straight(text.toUpperCase())),
      ],
    ])("are the same story: the British %s", (_what, paragraphs) => {
      expect(verdictOf(bodyA, paragraphs.join("\n\n"))).toBe("near-duplicate");
      expect(verdictOf(paragraphs.join("\n\n"), bodyA)).toBe("near-duplicate");
    });

    test.each<[what: string, paragraphs: readonly string[]]>([
      ["cut to three paragraphs", american.body.slice(0, 3)],
      ["cut to half", american.body.slice(0, 10)],
      ["shuffled", american.body.map((_, i) => american.body[(i * 7 + 2) % american.body.length])],
      ["in capitals", american.body.map((text) => text.toUpperCase())],
    ])("are the same story: the American %s", (_what, paragraphs) => {
      expect(verdictOf(bodyB, paragraphs.join("\n\n"))).toBe("near-duplicate");
      expect(verdictOf(paragraphs.join("\n\n"), bodyB)).toBe("near-duplicate");
    });

    test("are identical to themselves in capitals, with other quotes or in one paragraph", () => {
      for (const { body } of [british, american]) {
        const text = body.join("\n\n");
        expect(verdictOf(text, text.toUpperCase())).toBe("identical");
        expect(verdictOf(text, straight(text))).toBe("identical");
        expect(verdictOf(text, body.join("\n"))).toBe("identical");
      }
    });
  });

  describe("among teasers for other articles", () => {
    const all = [...american.teasers, ...british.teasers];

    test.each(all.map((teaser, i) => [i + 1, teaser] as const))(
      "are not the same story as the text of teaser %i",
      (_i, teaser) => {
        for (const text of [teaser.text, `${teaser.title}\n\n${teaser.text}`]) {
          for (const body of [bodyA, bodyB]) {
            const { sameStory, score } = compare({ text }, { text: body });
            expect({ sameStory, low: score < 0.4 }).toEqual({ sameStory: false, low: true });
          }
        }
      },
    );

    test("no two of which are the same story", () => {
      for (const [i, one] of all.entries()) {
        for (const other of all.slice(i + 1)) {
          expect(compare({ text: one.text }, { text: other.text }).sameStory).toBe(false);
        }
      }
    });
  });

  // These need the page reader's fitted model.
  describe("as whole pages", () => {
    test.each([
      ["British", british],
      ["American", american],
    ] as const)("give their body, no more and no less: the %s", (_name, seed) => {
      const article = articleFromText(seed.page);
      expect(article.paragraphs.length).toBe(seed.body.length);
      expect(f1(wordsOf(article.text), wordsOf(seed.body.join("\n\n")))).toBeGreaterThanOrEqual(0.98);
      expect(article.text).toBe(article.paragraphs.map(({ start, end }) => seed.page.slice(start, end)).join("\n\n"));
    });

    test("are near-duplicates as strings, with a score of .9 and more", () => {
      const comparison = compare(american.page, british.page);
      expect(comparison.verdict).toBe("near-duplicate");
      expect(comparison.score).toBeGreaterThanOrEqual(0.9);
      expect(comparison.containment.bInA).toBeGreaterThanOrEqual(0.8);
    });

    test("show their passages in the pages as given", () => {
      for (const passage of compare(american.page, british.page).passages.slice(0, 5)) {
        expect(bodyA).toContain(american.page.slice(passage.a.start, passage.a.end));
        expect(bodyB).toContain(british.page.slice(passage.b.start, passage.b.end));
      }
    });

    test("turn into each other by their diff, furniture and all", () => {
      expect(apply(diff(american.page, british.page), american.page)).toBe(british.page);
    });

    test("name no furniture among the edits", () => {
      const inBody = (page: string, body: readonly string[], span: Span | undefined) =>
        !span || body.some((text) => text.includes(page.slice(span.start, span.end).split("\n")[0] ?? ""));
      for (const edit of diff(american.page, british.page).edits) {
        expect(inBody(american.page, american.body, edit.a) && inBody(british.page, british.body, edit.b)).toBe(true);
      }
    });

    test("are the same story with the furniture of the other page round the body", () => {
      const swapped = [
        ...american.lines.slice(0, 18),
        ...british.body.flatMap((text) => [text, ""]),
        ...american.lines.slice(56),
      ];
      expect(compare(swapped.join("\n"), american.page).verdict).toBe("near-duplicate");
      const other = [
        ...british.lines.slice(0, 4),
        ...american.body.flatMap((text) => [text, ""]),
        ...british.lines.slice(42),
      ];
      expect(compare(other.join("\n"), british.page).verdict).toBe("near-duplicate");
      expect(compare(swapped.join("\n"), british.page).verdict).toBe("identical");
    });

    test("are the same story in capitals, and cut", () => {
      expect(compare(american.page.toUpperCase(), british.page).verdict).toBe("near-duplicate");
      const cut = [...british.lines.slice(0, 24), ...british.lines.slice(42)].join("\n");
      expect(compare(cut, american.page).verdict).toBe("near-duplicate");
    });

    test("leave a clean body alone", () => {
      expect(articleFromText(bodyA).text).toBe(bodyA);
      expect(articleFromText(bodyB).text).toBe(bodyB);
      expect(articleFromText(articleFromText(american.page).text).text).toBe(articleFromText(american.page).text);
    });
  });
});

function overlaps(one: Span | undefined, other: Span): boolean {
  return one !== undefined && one.start < other.end && other.start < one.end;
}

function straight(text: string): string {
  return text.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'");
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** F1 of the words found, as a bag. */
function f1(found: readonly string[], expected: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of expected) left.set(word, (left.get(word) ?? 0) + 1);
  let hits = 0;
  for (const word of found) {
    const count = left.get(word) ?? 0;
    if (count > 0) hits++;
    left.set(word, count - 1);
  }
  return (2 * hits) / (found.length + expected.length);
}
