import { describe, expect, it } from "vitest";
import { type Article, history } from "../../src/index.js";

const LEAD =
  "A fire in a furniture warehouse on the edge of Calloway killed 12 people on Tuesday night, officials said.";
const UPDATED = LEAD.replace("12", "14");
const CAUSE =
  "Investigators believe that a faulty battery charger started the blaze on the second floor of the building.";
const SCHOOLS =
  "Schools near the port stayed closed for a day while crews cleared the last of the debris from the road.";
const DOGS = "Dogs were brought in to search the rubble, and two workers were still missing late in the evening.";

const at = (time: string, ...paragraphs: string[]): Article => ({ text: paragraphs.join("\n\n"), publishedAt: time });
const first = at("2024-05-01T08:00Z", LEAD, CAUSE, SCHOOLS);
const second = at("2024-05-01T10:00Z", UPDATED, DOGS, CAUSE, SCHOOLS);
const third = at("2024-05-01T12:00Z", UPDATED, DOGS, SCHOOLS);

describe("the history of a story", () => {
  it("orders the versions by time and compares each with the next", () => {
    const { order, steps } = history([third, first, second]);
    expect(order).toEqual([1, 2, 0]);
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [2, 0],
    ]);
    expect(steps[0].diff.edits.map(({ kind }) => kind)).toContain("number");
  });

  it("keeps the order given where a version has no time", () => {
    const { publishedAt: _, ...undated } = second;
    expect(history([third, first, undated]).order).toEqual([0, 1, 2]);
    expect(history([third, first, { ...second, publishedAt: "some day" }]).order).toEqual([0, 1, 2]);
    expect(history([third.text, first]).order).toEqual([0, 1]);
  });

  it("tells with which version each paragraph came, and which was its last", () => {
    const { paragraphs } = history([first, second, third]);
    const lives = paragraphs.map(({ first: from, last, spans }) => {
      const text = [first, second, third][from].text;
      return [text.slice(spans[0][0].start, spans[0][0].end), from, last];
    });
    expect(lives).toEqual([
      [LEAD, 0, 2],
      [CAUSE, 0, 1],
      [SCHOOLS, 0, 2],
      [DOGS, 1, 2],
    ]);
    for (const { first: from, last, spans } of paragraphs) expect(spans).toHaveLength(last - from + 1);
  });

  it("follows a paragraph through split and merge", () => {
    const split = at("2024-05-01T09:00Z", LEAD, `${CAUSE} ${SCHOOLS}`);
    const { paragraphs } = history([first, split, { ...third, text: [LEAD, CAUSE, SCHOOLS].join("\n\n") }]);
    expect(paragraphs.map(({ first: from, last, spans }) => [from, last, spans.map((s) => s.length)])).toEqual([
      [0, 2, [1, 1, 1]],
      [0, 2, [2, 1, 2]],
    ]);
  });

  it("tells what became of a fact", () => {
    const fourth = at("2024-05-01T14:00Z", UPDATED.replace("14", "15"), DOGS, SCHOOLS);
    const numbers = history([first, second, third, fourth]).facts.filter(({ kind }) => kind === "number");
    expect(numbers).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ text: "12", first: 0, last: 0, became: "14" }),
        expect.objectContaining({ text: "14", first: 1, last: 2, became: "15" }),
        expect.objectContaining({ text: "15", first: 3, last: 3 }),
      ]),
    );
  });

  it("holds for versions that are alike", () => {
    const { steps, facts, paragraphs } = history([first, first]);
    expect(steps[0].diff.edits).toEqual([]);
    expect(facts).toEqual([]);
    expect(paragraphs.every((life) => life.first === 0 && life.last === 1)).toBe(true);
  });

  it("wants two versions", () => {
    expect(() => history([first])).toThrow(/at least two/u);
    expect(() => history("text" as never)).toThrow(/at least two/u);
  });
});
