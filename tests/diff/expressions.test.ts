import { describe, expect, it } from "vitest";
import { findExpressions } from "../../src/diff/expressions.js";
import { relateExpressions } from "../../src/diff/relations.js";

function relationOf(a: string, b: string): string {
  const [one] = findExpressions(a, 0, a.length);
  const [two] = findExpressions(b, 0, b.length);
  return one && two ? relateExpressions(one, two) : "none";
}

describe("two amounts, dates or times", () => {
  it.each([
    ["two hundred and sixty", "260", "number-form"],
    ["89th", "eighty-ninth", "number-form"],
    ["2–1", "two-one", "number-form"],
    ["20,000", "20k", "number-form"],
    ["1.2 million", "1,200,000", "number-form"],
    ["vingt-huit", "28", "number-form"],
    ["двадцать", "20", "number-form"],
    ["二百六十", "260", "number-form"],
    ["$48 million", "$48m", "abbreviation"],
    ["62 per cent", "62%", "abbreviation"],
    ["41", "٤١", "typography"],
    ["two miles", "3.2km", "unit-conversion"],
    ["a mile", "1.6km", "unit-conversion"],
    ["36 to 46 degrees Fahrenheit", "2C to 8C", "unit-conversion"],
    ["1,640 feet", "500 metres", "unit-conversion"],
    ["9 feet", "4.5 meters", "number"],
    ["120 mph", "210 km/h", "number"],
    ["140 basis points", "1.4 percentage points", "unit-conversion"],
    ["25 basis points", "0.25%", "unit-conversion"],
    ["72 hours", "three days", "unit-conversion"],
    ["72 hours", "four days", "number"],
    ["ten days", "ten weeks", "number"],
    ["1.500 metros", "kilómetro y medio", "unit-conversion"],
    ["90 minutes", "an hour and a half", "unit-conversion"],
    ["otto quintali", "800 chili", "unit-conversion"],
    ["5 m", "5 miles", "number"],
    ["420 Zentimeter", "4,2 Meter", "unit-conversion"],
    ["36 mois", "trois ans", "unit-conversion"],
    ["480 metri cubi", "480mila litri", "unit-conversion"],
    ["1.8 billion baht", "Bt1.8bn", "abbreviation"],
    ["two and a half miles", "2.5 miles", "number-form"],
    ["trentadue", "32", "number-form"],
    ["trentadue", "quarantuno", "number"],
    ["12", "14", "number"],
    ["1987", "1992", "date"],
    ["8:40 a.m.", "8.40am", "date-form"],
    ["6:05 p.m.", "18:05", "date-form"],
    ["6:05 p.m.", "17:05", "date"],
    ["7.40 Uhr", "7:40 Uhr", "date-form"],
    ["4th of June", "June 4", "date-form"],
    ["3 de agosto", "3 de ago.", "date-form"],
    ["Oct. 14", "15 October", "date"],
    ["十二日", "十三日", "date"],
  ])("%s and %s: %s", (a, b, relation) => expect(relationOf(a, b)).toBe(relation));

  it.each([
    ["20 Prozent", "ein Fünftel"],
    ["25%", "um quarto dos casos"],
    ["25 %", "un quart des cas"],
    ["20%", "una quinta parte de los casos"],
    ["33%", "un terzo dei casi"],
  ])("%s is %s", (share, fraction) => expect(relationOf(share, fraction)).toBe("number-form"));

  it.each(["a third in a row", "a fifth at home", "un quarto posto"])("%s is no share", (text) => {
    expect(findExpressions(text, 0, text.length).filter(({ unit }) => unit === "%")).toEqual([]);
  });

  it("are read without end where somebody wrote one without end", () => {
    const word = "einhalb".repeat(60_000);
    expect(findExpressions(word, 0, word.length)).toEqual([]);
  });

  it("are found as wholes", () => {
    const text = "He left at 6:05 p.m. on the 4th of June with two hundred and sixty miles to go.";
    expect(findExpressions(text, 0, text.length).map((one) => one.text)).toEqual([
      "6:05 p.m.",
      "4th of June",
      "two hundred and sixty miles",
    ]);
  });
});
