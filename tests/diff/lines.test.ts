import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff/diff.js";
import { isByline, isLabel, isTimestamp } from "../../src/diff/lines.js";

describe("lines that are no sentence", () => {
  it.each([
    "Updated: July 7, 2012, 10:04 PM ET",
    "12 / 23 / 12 06: 03 PM ET EST",
    "posted Jun 11th, 2012 at 1:23 PM",
    "11:39am UK, Monday 09 September 2013",
    "Stand: 3. März 2024, 18:05 Uhr",
  ])("a time of publication: %s", (line) => expect(isTimestamp(line)).toBe(true));

  it.each(["Monday", "It opened on July 7, 2012.", "7 dead", "The year 2012", `${"July 7 ".repeat(20)}`])(
    "no time of publication: %s",
    (line) => expect(isTimestamp(line)).toBe(false),
  );

  it.each(["Advertisement", "Volatile border", "Slideshow (4 Images)", "‘Moral Failure’"])("a label: %s", (line) =>
    expect(isLabel(line)).toBe(true),
  );

  it.each([
    "Nobody came.",
    "Three dead in 2 fires",
    "“I would not expect it.”",
    "A man was found in the river",
    "大雨なし",
  ])("no label: %s", (line) => expect(isLabel(line)).toBe(false));

  it.each(["By MARY JAY and TOM BELL", "By Ada Brink", "Von Lena Maier und Jan Roth"])("a byline: %s", (line) =>
    expect(isByline(line)).toBe(true),
  );

  it.each(["By the river stood a mill", "By Monday the road was open.", "Ada Brink"])("no byline: %s", (line) =>
    expect(isByline(line)).toBe(false),
  );
});

describe("what an edit of such a line is", () => {
  const first = "The council met in the old hall beside the river to talk about the bridge.";
  const second = "A vote on the plan is due before the summer, when the ferries run more often.";
  const kindsOf = (a: string, b: string) =>
    diff({ text: a }, { text: b }).edits.map(({ kind, substantive }) => [kind, substantive]);

  it.each([
    ["dateline", "Updated: 7 July 2031, 10:04"],
    ["wording", "Advertisement"],
    ["credit", "By Ada Brink"],
    ["added", "Two sailors are still missing."],
  ])("%s: %s", (kind, line) => {
    expect(kindsOf(`${first}\n${second}`, `${first}\n${line}\n${second}`)).toEqual([[kind, kind === "added"]]);
  });

  it("is the dateline, too, behind a caption", () => {
    const caption = "The old hall beside the river, seen from the bridge in the morning.";
    expect(kindsOf(`${caption}\n${first}`, `${caption}\nHARBURG (NWP) — ${first}`)).toEqual([["dateline", false]]);
  });
});

describe("words that two houses write as one or as two", () => {
  const kindOf = (a: string, b: string) =>
    diff(
      { text: `On Friday ${a} going to the old mill.` },
      { text: `On Friday ${b} going to the old mill.` },
    ).edits.map(({ kind }) => kind);

  it.each([
    ["she is", "she’s"],
    ["he was not", "he wasn't"],
    ["they have been", "they've been"],
    ["they will not be", "they won't be"],
  ])("%s and %s are one form, shortened", (a, b) => {
    expect(kindOf(a, b)).toEqual(["abbreviation"]);
    expect(kindOf(b, a)).toEqual(["abbreviation"]);
  });

  it("a space before the apostrophe is typography", () => {
    expect(kindOf("the team ’ s bus was", "the team's bus was")).toEqual(["typography"]);
  });

  it("a denial that comes with the short form is one all the same", () => {
    expect(kindOf("he was", "he wasn't")).toEqual(["negation"]);
  });
});
