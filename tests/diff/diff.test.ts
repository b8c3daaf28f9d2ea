import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Span } from "../../src/article.js";
import { diff } from "../../src/diff/diff.js";
import type { Block, Edit, StoryDiff } from "../../src/diff/edits.js";
import { apply } from "../../src/diff/script.js";
import { SamestoryError } from "../../src/errors.js";
import { paragraphsOf } from "../../src/extract/paragraphs.js";
import { remainders, wordsLeft } from "./unnamed.js";
import { anyString, articleText, twoVersions } from "./versions.js";

/** The diff of two bodies, taken as they stand. */
function diffOf(a: string, b: string): StoryDiff {
  return diff({ text: a }, { text: b });
}

const pairs = fc.oneof(twoVersions, fc.tuple(articleText, articleText), fc.tuple(anyString, anyString));

describe("apply", () => {
  test("makes the second text of the first, to the character, for versions of an article", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        expect(apply(diffOf(a, b), a)).toBe(b);
      }),
      { numRuns: 400 },
    );
  });

  test("does the same for whole pages", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        expect(apply(diff(a, b), a)).toBe(b);
      }),
      { numRuns: 300 },
    );
  });

  test("does the same for paragraphs in any order", () => {
    const paragraphs = fc.array(articleText, { maxLength: 6 });
    const orders = paragraphs.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: 0, maxLength: list.length })),
    );
    fc.assert(
      fc.property(orders, ([one, other]) => {
        const [a, b] = [one.join("\r\n\r\n"), other.join("\n\n")];
        expect(apply(diffOf(a, b), a)).toBe(b);
      }),
      { numRuns: 200 },
    );
  });

  test.each<[why: string, a: string, b: string]>([
    ["empty and empty", "", ""],
    ["nothing to something", "", "One two three."],
    ["something to nothing", "One two three.", ""],
    ["line ends", "One two three.\r\nFour five.", "One two three.\nFour five."],
    ["spaces at the ends", "  One two three.  ", "One two three."],
    ["half a surrogate pair cut off", "One 👍 two three", "One \uD83D two three"],
    ["pairs that share a half", "One 👍 two three four", "One 👎 two three four"],
    ["a soft hyphen", "A co\u00ADoperation of states.", "A cooperation of states."],
    ["composed and decomposed", "Café de la Gare, où", "Café de la Gare, où".normalize("NFD")],
    ["nul", "One\0two three four", "One two three\0four"],
    ["the same words, other marks", "“One, two,” three!", '"One", two three.'],
    ["repeats", "a b a b a b a b", "b a b a b a b a b a"],
  ])("is exact for %s", (_why, a, b) => {
    expect(apply(diffOf(a, b), a)).toBe(b);
    expect(apply(diffOf(b, a), b)).toBe(a);
    expect(apply(diff(a, b), a)).toBe(b);
  });

  test("survives JSON", () => {
    const [a, b] = ["One two three four five.\n\nSix seven.", "Six seven.\n\nOne two three six five."];
    expect(apply(JSON.parse(JSON.stringify(diffOf(a, b))), a)).toBe(b);
  });

  test.each<[why: string, other: string]>([
    ["a longer text", "One two three four."],
    ["a text of the same length", "One two thres."],
    ["the second text", "One two four.."],
    ["nothing", ""],
  ])("refuses %s that the diff was not made from", (_why, other) => {
    const made = diffOf("One two three.", "One two four.");
    const applied = () => apply(made, other);
    expect(applied).toThrow(SamestoryError);
    expect(applied).toThrow(expect.objectContaining({ code: "WRONG_TEXT" }));
    expect(applied).toThrow(/another text/u);
  });
});

describe("a diff of any two texts", () => {
  test("of a text and itself has no edit, no changed fact, and kept blocks only", () => {
    fc.assert(
      fc.property(fc.oneof(articleText, anyString), (text) => {
        const same = diffOf(text, text);
        expect({ edits: same.edits, facts: same.facts }).toEqual({ edits: [], facts: [] });
        for (const block of same.blocks) expect(block.kind).toBe("kept");
      }),
      { numRuns: 300 },
    );
  });

  test("puts each paragraph of both texts into exactly one block", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const { blocks } = diffOf(a, b);
        expect(inOrder(blocks.flatMap((block) => block.a))).toEqual(paragraphsOf(a));
        expect(inOrder(blocks.flatMap((block) => block.b))).toEqual(paragraphsOf(b));
        for (const block of blocks) {
          expect(block.a.length > 0).toBe(block.kind !== "added");
          expect(block.b.length > 0).toBe(block.kind !== "removed");
        }
      }),
      { numRuns: 300 },
    );
  });

  test("lists the blocks in reading order of the second text", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const firsts = diffOf(a, b).blocks.flatMap((block) => block.b.slice(0, 1).map(({ start }) => start));
        expect(firsts).toEqual([...firsts].sort((x, y) => x - y));
      }),
      { numRuns: 200 },
    );
  });

  test("names every edit with spans inside the texts, and lists those of the blocks in their order", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const { blocks, edits, facts } = diffOf(a, b);
        expect(edits).toEqual(blocks.flatMap((block) => block.edits));
        for (const edit of edits) {
          expect(edit.a ?? edit.b).toBeDefined();
          if (edit.a) expectWithin(edit.a, { start: 0, end: a.length });
          if (edit.b) expectWithin(edit.b, { start: 0, end: b.length });
        }
        for (const fact of facts) {
          if (fact.a) expect(a.slice(fact.a.start, fact.a.end)).toBe(fact.a.text);
          if (fact.b) expect(b.slice(fact.b.start, fact.b.end)).toBe(fact.b.text);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("keeps edits within their blocks: what came from elsewhere is said to have moved", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        for (const block of diffOf(a, b).blocks) {
          for (const edit of block.edits) {
            if (edit.b) expectInside(edit.b, block.b, b);
            if (edit.a && edit.kind !== "moved") expectInside(edit.a, block.a, a);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test("leaves no word unnamed: what no edit covers is equal in every block that did not move", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        for (const rest of remainders(diffOf(a, b), a, b).map(wordsLeft)) expect(rest.b).toBe(rest.a);
      }),
      { numRuns: 300 },
    );
  });

  test("leaves no mark unnamed either", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        for (const rest of remainders(diffOf(a, b), a, b)) expect(rest.b).toBe(rest.a);
      }),
      { numRuns: 300 },
    );
  });

  test("says of a kept block nothing, and of an edited one something", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        for (const block of diffOf(a, b).blocks) {
          if (block.kind === "kept") expect(block.edits).toEqual([]);
          if (block.kind === "edited" || block.kind === "moved") expect(block.edits.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("is the same every time", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        expect(diffOf(a, b)).toEqual(diffOf(a, b));
      }),
      { numRuns: 100 },
    );
  });
});

function inOrder(spans: readonly Span[]): Span[] {
  return [...spans].sort((x, y) => x.start - y.start);
}

function expectWithin(span: Span, outer: Span): void {
  expect(span.start).toBeGreaterThanOrEqual(outer.start);
  expect(span.end).toBeGreaterThan(span.start);
  expect(span.end).toBeLessThanOrEqual(outer.end);
}

/** Within the paragraphs of a block, from the first of them to the last. */
function expectInside(span: Span, paragraphs: readonly Span[], text: string): void {
  const first = paragraphs[0]?.start ?? 0;
  const last = paragraphs.at(-1)?.end ?? 0;
  expect([span.start >= first, span.end <= last], `${JSON.stringify(span)} of ${JSON.stringify(text)}`).toEqual([
    true,
    true,
  ]);
}

const storm = "A storm tore the roof off the fish market in Alderhaven on Sunday night, but no one was hurt.";
const mayor = "Mayor Ines Falk said the hall would stay shut until engineers had looked at every beam.";
const stalls = "Stallholders sold their catch from vans on the quay, and most had sold out by ten.";
const bridge = "The drawbridge to the island is open again after crews cleared two fallen masts.";
const power = "Some 400 homes in the north of the town were still without power at noon.";
const foreign = "Elsewhere, the orchestra has named a young cellist as its next director.";

function story(...paragraphs: string[]): string {
  return paragraphs.join("\n\n");
}

function blocksOf(a: string, b: string): { kind: Block["kind"]; a: string[]; b: string[]; edits: Edit["kind"][] }[] {
  return diffOf(a, b).blocks.map((block) => ({
    kind: block.kind,
    a: block.a.map(({ start, end }) => a.slice(start, end)),
    b: block.b.map(({ start, end }) => b.slice(start, end)),
    edits: block.edits.map(({ kind }) => kind),
  }));
}

const kept = (text: string) => ({ kind: "kept", a: [text], b: [text], edits: [] });

describe("blocks", () => {
  test("tell kept, added and removed paragraphs", () => {
    expect(blocksOf(story(storm, mayor, stalls), story(storm, bridge, stalls))).toEqual([
      kept(storm),
      { kind: "removed", a: [mayor], b: [], edits: ["dropped"] },
      { kind: "added", a: [], b: [bridge], edits: ["added"] },
      kept(stalls),
    ]);
  });

  test("tell a paragraph that moved, and those it passed stay", () => {
    expect(blocksOf(story(storm, mayor, stalls, bridge, power), story(storm, stalls, bridge, power, mayor))).toEqual([
      kept(storm),
      kept(stalls),
      kept(bridge),
      kept(power),
      { kind: "moved", a: [mayor], b: [mayor], edits: ["moved"] },
    ]);
  });

  test("tell a paragraph that moved and was edited", () => {
    const edited = mayor.replace("every beam", "every last beam");
    const last = blocksOf(story(storm, mayor, stalls, bridge, power), story(storm, stalls, bridge, power, edited)).at(
      -1,
    );
    expect(last).toMatchObject({ kind: "moved", a: [mayor], b: [edited] });
    expect(last?.edits).toHaveLength(2);
  });

  test("tell a paragraph that was split", () => {
    expect(blocksOf(story(storm, `${mayor} ${stalls}`, bridge), story(storm, mayor, stalls, bridge))).toEqual([
      kept(storm),
      { kind: "edited", a: [`${mayor} ${stalls}`], b: [mayor, stalls], edits: ["split"] },
      kept(bridge),
    ]);
  });

  test("tell two paragraphs that were merged", () => {
    expect(blocksOf(story(storm, mayor, stalls, bridge), story(storm, `${mayor} ${stalls}`, bridge))).toEqual([
      kept(storm),
      { kind: "edited", a: [mayor, stalls], b: [`${mayor} ${stalls}`], edits: ["merged"] },
      kept(bridge),
    ]);
  });

  test("tell the halves of a paragraph that was cut in the middle of the story", () => {
    const a = story(`${storm} ${mayor}`, stalls);
    expect(blocksOf(a, story(storm, stalls)).map(({ kind }) => kind)).toEqual(["edited", "kept"]);
    expect(blocksOf(a, story(storm, stalls))[0].edits).toEqual(["dropped"]);
  });

  test("are not kept where a sentence left for a paragraph that is mostly new", () => {
    const cause = "The cause was not known, the line said.";
    const added = `${cause.slice(0, -1)}, but two members of the crew told this paper that a lorry with old batteries had been smoking before the ship left, and that nobody had wished to look.`;
    const [a, b] = [`${storm} ${cause}`, story(storm, added)];
    expect(blocksOf(a, b)[0].kind).not.toBe("kept");
    for (const rest of remainders(diffOf(a, b), a, b).map(wordsLeft)) expect(rest.b).toBe(rest.a);
  });

  test("show removed paragraphs where they stood", () => {
    expect(blocksOf(story(power, storm, mayor), story(storm, mayor)).map(({ kind }) => kind)).toEqual([
      "removed",
      "kept",
      "kept",
    ]);
    expect(blocksOf(story(storm, mayor, power), story(storm, mayor)).map(({ kind }) => kind)).toEqual([
      "kept",
      "kept",
      "removed",
    ]);
  });

  test("of nothing are none, and of one empty text all added or all removed", () => {
    expect(blocksOf("", "")).toEqual([]);
    expect(blocksOf("", story(storm, mayor)).map(({ kind }) => kind)).toEqual(["added", "added"]);
    expect(blocksOf(story(storm, mayor), "").map(({ kind }) => kind)).toEqual(["removed", "removed"]);
  });

  test("of two texts that have nothing to do with each other are removed and added ones", () => {
    const kinds = blocksOf(story(storm, mayor), story(foreign, foreign.replace("cellist", "pianist"))).map(
      ({ kind }) => kind,
    );
    expect(kinds.toSorted()).toEqual(["added", "added", "removed", "removed"]);
  });

  test("keep each of several equal paragraphs with one of the other side", () => {
    const line = "The council meets again on Monday evening in the old school hall.";
    const { blocks } = diffOf(story(line, storm, line, mayor, line), story(line, storm, mayor, line));
    expect(blocks.filter(({ kind }) => kind === "removed")).toHaveLength(1);
    expect(blocks.filter(({ kind }) => kind === "kept")).toHaveLength(4);
  });

  test.each(["* * *", "———", "👍 👍", "•", "\u00AD", "€"])("keep a paragraph without words: %j", (line) => {
    expect(diffOf(story(storm, line, mayor), story(storm, line, mayor)).edits).toEqual([]);
    expect(diffOf(line, line).edits).toEqual([]);
  });

  test("do not take a paragraph without words, put in or left out, for matter", () => {
    const { edits } = diffOf(story(storm, "* * *", mayor), story(storm, mayor));
    expect(edits.every((edit) => !edit.substantive)).toBe(true);
  });

  test("do not depend on blank lines or on how lines end", () => {
    const a = story(storm, mayor, stalls);
    for (const b of [
      a.replace(/\n\n/gu, "\n"),
      a.replace(/\n/gu, "\r\n"),
      `\n\n${a}\n\n`,
      a.replace(/\n\n/gu, "\n \n\t\n"),
    ]) {
      expect(diffOf(a, b).edits).toEqual([]);
    }
  });
});

describe("edits", () => {
  test.each<[what: string, a: string, b: string, kind: Edit["kind"], substantive: boolean]>([
    [
      "a changed figure",
      "Police said 12 people were hurt in the fire.",
      "Police said 19 people were hurt in the fire.",
      "number",
      true,
    ],
    [
      "a changed day",
      "Police said on Monday that people were hurt.",
      "Police said on Tuesday that people were hurt.",
      "date",
      true,
    ],
    [
      "a changed name",
      "It was built by Anna Corrigan and her son.",
      "It was built by Ruth Corrigan and her son.",
      "name",
      true,
    ],
    [
      "a denial",
      "Police said the bridge was safe to cross.",
      "Police said the bridge was not safe to cross.",
      "negation",
      true,
    ],
    [
      "a changed currency",
      "He said that it would cost $5m to build.",
      "He said that it would cost £5m to build.",
      "number",
      true,
    ],
    [
      "a changed unit",
      "He said that it would take 5 km of cable.",
      "He said that it would take 5 kg of cable.",
      "number",
      true,
    ],
    [
      "a sign lost",
      "The weather office measured -5 degrees at dawn.",
      "The weather office measured 5 degrees at dawn.",
      "number",
      true,
    ],
    [
      "a day in a dateline",
      "SAN ABRIL, Tuesday (Continental) — At least 12 died.",
      "SAN ABRIL, Wednesday (Continental) — At least 12 died.",
      "date",
      true,
    ],
    ["a figure in a short line", "Two killed in crash", "Three killed in crash", "number", true],
    [
      "spelling",
      "They moved toward the harbor wall at dawn.",
      "They moved towards the harbor wall at dawn.",
      "spelling",
      false,
    ],
    [
      "a title",
      "They told Carter that it was over at last.",
      "They told Mr Carter that it was over at last.",
      "honorific",
      false,
    ],
    [
      "a day's form",
      "They will meet on Jan. 10 in the old town.",
      "They will meet on January 10 in the old town.",
      "date-form",
      false,
    ],
    [
      "a number's form",
      "They counted 1,000 boats on the lake today.",
      "They counted 1000 boats on the lake today.",
      "number-form",
      false,
    ],
    [
      "capitals",
      "The NATO chiefs will meet in the old town.",
      "The Nato chiefs will meet in the old town.",
      "capitalization",
      false,
    ],
    [
      "initials",
      "The U.S. side will meet in the old town.",
      "The US side will meet in the old town.",
      "abbreviation",
      false,
    ],
    [
      "quotes",
      "He said “we won” to the whole of the town.",
      'He said "we won" to the whole of the town.',
      "typography",
      false,
    ],
    [
      "a comma",
      "The boats, which were old, sank in the bay.",
      "The boats which were old sank in the bay.",
      "punctuation",
      false,
    ],
    [
      "a dateline",
      "LONDON (Reuters) — The ministers met again here.",
      "The ministers met again here.",
      "dateline",
      false,
    ],
  ])("name %s", (_what, a, b, kind, substantive) => {
    const { edits } = diffOf(a, b);
    expect(edits.map((edit) => ({ kind: edit.kind, substantive: edit.substantive }))).toContainEqual({
      kind,
      substantive,
    });
    expect(edits.every((edit) => edit.substantive === substantive)).toBe(true);
  });

  test.each<[what: string, a: string, b: string]>([
    ["the marks round a word put in", "The owner (42) left the town.", "The owner left the town."],
    [
      "the marks round words taken out",
      "He said the case “favours” the town.",
      "He said the case favours only the town.",
    ],
    ["a comma before words taken out", "They stay in Norwich, the firm said.", "They stay in Norwich."],
    ["a stop and the sentence behind it", "They left. Nobody came", "They left."],
    ["a stop where a sentence was cut in", "They left and went home.", "They left. They went home."],
    ["the marks of a dateline", "LONDON (Reuters) — They left the town.", "They left the town."],
    [
      "a closing quote beside a word taken out",
      "“We sail in bad weather,” Lind said.",
      '"We sail in bad weather," Lind said yesterday.',
    ],
    [
      "another quote beside a word put in",
      "Er sagte „wir waren da“, so gestern der Chef.",
      "Er sagte »wir waren da«, so der Chef.",
    ],
    ["a money sign", "It cost $7 million in all to build.", "It cost 7 million in all to build."],
    ["a unit sign", "It is 40㎝ deep at the end.", "It is 40 deep at the end."],
  ])("name %s", (_what, a, b) => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ]) {
      for (const rest of remainders(diffOf(one, other), one, other)) expect(rest.b).toBe(rest.a);
    }
  });

  test("point at the words that changed, in both texts", () => {
    const [a, b] = ["Police said 12 people were hurt.", "Police now said 19 people were hurt."];
    const number = diffOf(a, b).edits.find(({ kind }) => kind === "number");
    expect([a.slice(number?.a?.start, number?.a?.end), b.slice(number?.b?.start, number?.b?.end)]).toEqual([
      "12",
      "19",
    ]);
  });

  test("point into the page, where pages are compared", () => {
    const { edits } = diff(`${storm}\n\n${power}`, `${storm}\n\n${power.replace("400", "900")}`);
    const page = `${storm}\n\n${power.replace("400", "900")}`;
    expect(edits.map(({ b }) => page.slice(b?.start, b?.end))).toEqual(["900"]);
  });
});

describe("facts", () => {
  test("that changed are given with both sides", () => {
    expect(diffOf(story(storm, power), story(storm, power.replace("400", "900"))).facts).toEqual([
      {
        kind: "number",
        change: "changed",
        a: expect.objectContaining({ text: "400" }),
        b: expect.objectContaining({ text: "900" }),
      },
    ]);
  });

  test("that went with a paragraph are dropped, those that came are added", () => {
    const facts = (a: string, b: string) =>
      diffOf(a, b).facts.map((fact) => [fact.kind, fact.change, fact.a?.text, fact.b?.text]);
    expect(facts(story(storm, mayor), story(storm))).toContainEqual([
      "name",
      "dropped",
      expect.stringContaining("Ines Falk"),
      undefined,
    ]);
    expect(facts(story(storm), story(storm, power))).toContainEqual(["number", "added", undefined, "400"]);
  });

  test("that moved with their paragraph have neither come nor gone", () => {
    expect(
      diffOf(story(storm, mayor, stalls, bridge, power), story(storm, power, stalls, bridge, mayor)).facts,
    ).toEqual([]);
  });

  test("in another house's style are the same facts", () => {
    const a = "Mr. Falk said on Jan. 10 that 1,000 U.S. troops, or 5%, had left.";
    const b = "Falk said on 10 January that 1000 US troops, or five per cent, had left.";
    expect(diffOf(a, b).facts).toEqual([]);
  });
});

describe("bad input", () => {
  test.each<[what: string, input: unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a number", 7],
    ["an array", ["text"]],
    ["an object without text", { title: "x" }],
    ["an object whose text is no string", { text: 7 }],
  ])("is refused with a word on which and what: %s", (_what, input) => {
    const second = () => diff("a", input as string);
    expect(second).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }));
    expect(second).toThrow(/second/u);
    expect(() => diff(input as string, "a")).toThrow(/first/u);
  });
});

describe("the language", () => {
  test("is asked of the caller's detector, if there is one, and only where it helps to name an edit", () => {
    const asked: string[] = [];
    const detectLanguage = (text: string) => {
      asked.push(text);
      return "en";
    };
    diff({ text: storm }, { text: storm }, { detectLanguage });
    expect(asked).toEqual([]);
    diff(
      { text: "The crew has asked for help at sea." },
      { text: "The crew asks for help at sea." },
      { detectLanguage },
    );
    expect(asked.length).toBeLessThanOrEqual(1);
  });

  test("of the article wins over the detector", () => {
    const refuse = () => {
      throw new Error("asked");
    };
    const edited = diff(
      { text: "The crew asked for help.", language: "en" },
      { text: "The crew asks for help." },
      { detectLanguage: refuse },
    );
    expect(edited.edits).toHaveLength(1);
  });
});
