import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff/diff.js";
import { type Summary, summarize } from "../../src/diff/summary.js";

function summaryOf(a: string, b: string): Summary {
  return summarize(diff({ text: a }, { text: b }), { a, b });
}

const lead = "A ferry with 40 passengers caught fire off the coast on Monday night, and 12 people were killed.";
const rescue =
  "Fishing boats from the village reached the ship within the hour, and took most of those on board to land.";
const owner = "The owner of the ship, which was built in 1987, said that it had been inspected in the spring.";
const wind = "A strong wind made it hard to put the fire out, the coast guard said in the morning.";

describe("the summary of a diff", () => {
  it("says that nothing changed when nothing did", () => {
    expect(summaryOf(lead, lead)).toEqual({ sentence: "Nothing changed.", houseStyle: [] });
  });

  it("gives a toll with both figures and the way it went", () => {
    const later = lead.replace("12 people", "14 people");
    expect(summaryOf(`${lead}\n\n${rescue}`, `${later}\n\n${rescue}`).sentence).toBe("Toll raised from 12 to 14.");
    expect(summaryOf(`${later}\n\n${rescue}`, `${lead}\n\n${rescue}`).sentence).toBe("Toll lowered from 14 to 12.");
  });

  it("names what is counted, when a plural stands behind the figure", () => {
    expect(summaryOf(lead, lead.replace("40 passengers", "60 passengers")).sentence).toBe(
      "Number of passengers raised from 40 to 60.",
    );
  });

  it("says which paragraphs went and came, by their place", () => {
    const all = [lead, rescue, owner, wind].join("\n\n");
    expect(summaryOf(all, [lead, owner, wind].join("\n\n")).sentence).toBe("Second paragraph cut.");
    expect(summaryOf([lead, rescue, owner].join("\n\n"), all).sentence).toBe("Last paragraph added.");
  });

  it("names what only a lost paragraph told of", () => {
    const minister =
      "It was the worst such accident since the sinking of the steamer Halvard, a minister said at the time.";
    expect(summaryOf([lead, minister, owner].join("\n\n"), [lead, owner].join("\n\n")).sentence).toBe(
      "The Halvard passage cut.",
    );
  });

  it("quotes short words that came or went", () => {
    expect(summaryOf(wind, wind.replace("A strong wind", "A wind")).sentence).toBe("“strong” cut.");
  });

  it("tells style from substance, and whose usage it is", () => {
    const american =
      "The labor union’s theater program drew 12 people toward the harbor, its organizer said on Monday.";
    const british =
      "The labour union’s theatre programme drew 14 people towards the harbour, its organiser said on Monday.";
    const { sentence, houseStyle } = summaryOf(american, british);
    expect(sentence).toBe("Number of people raised from 12 to 14; rest restyled to British usage.");
    expect(houseStyle[0]?.name).toBe("British spelling");
    expect(summaryOf(british, american.replace("12", "14")).houseStyle[0]?.name).toBe("American spelling");
  });

  it("counts the conversions of a house style", () => {
    const wire = 'WESTPORT (NWP) — Smith told NATO on Jan. 10 that seven U.S. ships would come. "We wait," said Smith.';
    const paper = "Mr Smith told Nato on 10 January that 7 US ships would come. “We wait,” said Mr Smith.";
    expect(summaryOf(wire, paper).houseStyle).toEqual([
      { name: "curly quotation marks", count: 2 },
      { name: "honorifics added", count: 2 },
      { name: "abbreviations without points", count: 1 },
      { name: "dateline dropped", count: 1 },
      { name: "day before month", count: 1 },
      { name: "numbers in figures", count: 1 },
      { name: "sentence-case acronyms", count: 1 },
    ]);
    expect(summaryOf(wire, paper).sentence).toBe("Restyled.");
  });

  it("is the same for the same diff", () => {
    expect(summaryOf(lead, wind)).toEqual(summaryOf(lead, wind));
  });
});
