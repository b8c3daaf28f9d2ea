import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff/diff.js";

/**
 * Every kind of docs/edits.md with its example, in a sentence of its own. The table below has the sentences; the guide
 * has the words, and a row of the guide without a sentence here fails.
 */
const guide = readFileSync(resolve(import.meta.dirname, "../../docs/edits.md"), "utf8");
const kinds = [...guide.matchAll(/^\| ([a-z-]+) \| [^|]+ \| [^|]+ \|$/gmu)]
  .map((row) => row[1] ?? "")
  .filter((kind) => kind !== "kind");

const rest = "The council met in the old hall beside the river, and its members talked for two hours about the bridge.";
const other =
  "Nobody from the harbour office came to the meeting, which had been called at short notice by the chairman.";
const third = "A vote on the plan is due before the summer, when the ferries run more often and the roads are full.";

const examples: [kind: string, a: string, b: string][] = [
  ["spelling", "The ship was painted gray before it left.", "The ship was painted grey before it left."],
  ["spelling", "He met President Zelensky in the capital.", "He met President Zelenskyy in the capital."],
  ["inflection", "The plant has imported steel from the north.", "The plant imported steel from the north."],
  ["punctuation", "They left the pit, to cheers of the crowd.", "They left the pit - to cheers of the crowd."],
  ["capitalization", "Ships of NATO passed the coast at noon.", "Ships of Nato passed the coast at noon."],
  ["typography", "“We wait,” the captain of the ship said.", "‘We wait,’ the captain of the ship said."],
  ["typography", "They waited ... and then the boat came.", "They waited … and then the boat came."],
  ["honorific", "The boat belongs to Landry and his son.", "The boat belongs to Mr Landry and his son."],
  [
    "abbreviation",
    "It was signed by Gov. Ellen Marsh on the pier.",
    "It was signed by Governor Ellen Marsh on the pier.",
  ],
  ["abbreviation", "Ships of the U.S. navy passed the coast.", "Ships of the US navy passed the coast."],
  [
    "abbreviation",
    "About 4% of the boats were lost in the storm.",
    "About 4 percent of the boats were lost in the storm.",
  ],
  ["number-form", "It cost 1.2 million crowns to mend the pier.", "It cost 1,200,000 crowns to mend the pier."],
  ["number-form", "The storm sank seven boats in the harbour.", "The storm sank 7 boats in the harbour."],
  ["date-form", "The vote was moved to Jan. 10 by the chairman.", "The vote was moved to 10 January by the chairman."],
  ["date-form", "The boat left at 6:05 p.m. with a full load.", "The boat left at 18:05 with a full load."],
  ["unit-conversion", "The wind reached 120 mph on the open coast.", "The wind reached 193 km/h on the open coast."],
  ["dateline", "TALLINN, March 3 — The boats were sent out at dawn.", "The boats were sent out at dawn."],
  [
    "credit",
    "The captain told Northwest Press that the boat was old.",
    "The captain told the news agency that the boat was old.",
  ],
  ["wording", "The thieves made off before the police came.", "The thieves fled before the police came."],
  ["reordered", "On Monday he said that the boat was old.", "He said on Monday that the boat was old."],
  ["number", "The storm left 12 dead on the coast.", "The storm left 14 dead on the coast."],
  ["date", "The vote was held on Tuesday in the old hall.", "The vote was held on Wednesday in the old hall."],
  ["name", "The boat was built by Tom Brandt in the yard.", "The boat was built by Ulrich Brandt in the yard."],
  ["place", "The boat was found near Malaga by a fisherman.", "The boat was found near Alicante by a fisherman."],
  ["quotation", "“We would wait,” the captain of the ship said.", "“We could wait,” the captain of the ship said."],
  ["attribution", "The boat was old, police said in the evening.", "The boat was old, witnesses said in the evening."],
  ["negation", "The owner will pay for the damage to the pier.", "The owner will not pay for the damage to the pier."],
  ["negation", "The owner may pay for the damage to the pier.", "The owner will pay for the damage to the pier."],
  ["added", rest, `${rest} Two sailors are still missing.`],
  ["dropped", `${rest} Two sailors are still missing.`, rest],
  ["moved", [rest, other, third, "The end."].join("\n\n"), [rest, third, "The end.", other].join("\n\n")],
  ["split", `${rest} ${other}`, `${rest}\n\n${other}`],
  ["merged", `${rest}\n\n${other}`, `${rest} ${other}`],
];

/** The kinds named, each once, but for those that follow from another (marks, capitals at a new start). */
function kindsOf(a: string, b: string): string[] {
  return [...new Set(diff({ text: a }, { text: b }).edits.map(({ kind }) => kind))];
}

describe("the guide to edits", () => {
  it("has an example here for each of its kinds", () => {
    expect(kinds.length).toBeGreaterThan(20);
    expect(kinds.filter((kind) => !examples.some(([of]) => of === kind))).toEqual([]);
  });

  it.each(examples)("%s: %s → %s", (kind, a, b) => {
    const named = kindsOf(a, b);
    expect(named).toContain(kind);
    // A change of place moves the capital and the comma with it.
    expect(named.filter((one) => one !== kind && one !== "capitalization" && one !== "punctuation")).toEqual([]);
  });

  it.each([
    ["120 mph", "210 km/h"],
    ["59 degrees Fahrenheit", "25 degrees Celsius"],
    ["9 feet", "4.5 meters"],
  ])("a conversion whose values disagree is another number: %s → %s", (a, b) => {
    const found = diff(
      { text: `It reached ${a} on the coast that day.` },
      { text: `It reached ${b} on the coast that day.` },
    );
    expect(found.edits.map(({ kind, substantive }) => [kind, substantive])).toEqual([["number", true]]);
  });

  it.each([
    ["120 mph", "190 km/h"],
    ["59 degrees Fahrenheit", "15 degrees Celsius"],
    ["two miles", "3.2km"],
    ["20,000 acres", "8,100 hectares"],
  ])("a conversion whose values agree to the digits given is style: %s → %s", (a, b) => {
    const found = diff(
      { text: `It reached ${a} on the coast that day.` },
      { text: `It reached ${b} on the coast that day.` },
    );
    expect(found.edits.map(({ kind, substantive }) => [kind, substantive])).toEqual([["unit-conversion", false]]);
  });

  it.each([
    ["$48 million", "$48 million (44 million euros)"],
    ["10 miles", "10 miles (16 km)"],
  ])("an amount that gets its conversion in brackets keeps its value: %s → %s", (a, b) => {
    const found = diff(
      { text: `It came to ${a} in the end, the owner said.` },
      { text: `It came to ${b} in the end, the owner said.` },
    );
    expect(found.edits.map(({ kind }) => kind)).toEqual(["unit-conversion"]);
  });

  it("another currency in place of the first is another number", () => {
    const found = diff(
      { text: "It cost $48 million to mend the pier." },
      { text: "It cost £48 million to mend the pier." },
    );
    expect(found.edits.map(({ kind }) => kind)).toEqual(["number"]);
  });
});
