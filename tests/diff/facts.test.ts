import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff/diff.js";

function factsOf(a: string, b: string): string[] {
  return diff({ text: a }, { text: b }).facts.map(
    ({ kind, change, a: from, b: to }) => `${kind} ${change}: ${from?.text ?? ""} → ${to?.text ?? ""}`,
  );
}

describe("the facts of a diff", () => {
  it("pair the values that changed, with both spans", () => {
    const a = "A ferry caught fire off the coast on Monday night, and 12 people were killed.";
    const b = "A ferry caught fire off the coast on Monday night, and 14 people were killed.";
    const { facts } = diff({ text: a }, { text: b });
    expect(facts).toEqual([
      {
        kind: "number",
        change: "changed",
        a: { start: a.indexOf("12"), end: a.indexOf("12") + 2, text: "12" },
        b: { start: b.indexOf("14"), end: b.indexOf("14") + 2, text: "14" },
      },
    ]);
  });

  it("leave out what only changed its form", () => {
    const wire = "WESTPORT (NWP) — Smith told the council on Jan. 10 that seven ships with 1.2 million tons came.";
    const paper = "Mr Smith told the council on 10 January that 7 ships with 1,200,000 tons came.";
    expect(factsOf(wire, paper)).toEqual([]);
  });

  it("take a weekday for a date, and a possessive for the name it is made of", () => {
    const told = "The minister of Valdor met the union in the capital, and the talks on pay went on.";
    expect(factsOf(told, told.replace("went on", "went on until Tuesday"))).toEqual(["date added:  → Tuesday"]);
    expect(factsOf(told, told.replace("The minister of Valdor", "Valdor's minister"))).toEqual([]);
  });

  it("hold no names out of a credit that went", () => {
    const story = "The mine was closed for good in the spring, and its gates were locked by the owner.";
    expect(factsOf(`${story}\n\nReporting by Jana Mala; editing by Steven Kerr.`, story)).toEqual([]);
  });
});
