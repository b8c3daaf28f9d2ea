/**
 * One edit a line, inside a story that stays: "S" where it changes what a reader learns, "K" where it is house style alone.
 * A changed fact must never pass for style.
 */
import { expect, test } from "vitest";
import { diff } from "../../src/index.js";

const BEFORE = "The council of Fairhaven met in the town hall for several hours before the decision was announced.\n\n";
const AFTER = "\n\nResidents who had gathered in the square outside went home when the rain set in again.";

const NUMBERS = `
K The 4-year-old boy was found in the barn. => The four-year-old boy was found in the barn.
K The 10-year plan was found in the barn. => The ten-year plan was found in the barn.
S The 10-year plan was found in the barn. => The five-year plan was found in the barn.
K A three-day trip to the coast began. => A 3-day trip to the coast began.
K A dozen schools will close in the county. => Twelve schools will close in the county.
K Two dozen schools will close in the county. => 24 schools will close in the county.
K Half a dozen people came to the hall. => Six people came to the hall.
S Two dozen schools will close in the county. => 20 schools will close in the county.
K Half of the schools will close. => 50% of the schools will close.
S Half of the schools will close. => 40% of the schools will close.
S All of the schools will close. => Half of the schools will close.
K The rate is .5 percent in the county. => The rate is 0.5% in the county.
K He wrote it in the 1990s on the island. => He wrote it in the 90s on the island.
S He wrote it in the 1990s on the island. => He wrote it in the 1980s on the island.
K It was minus 20 degrees Celsius in the town. => It was -20C in the town.
S It was minus 20 degrees Celsius in the town. => It was 20C in the town.
S They paid 200 euros for the painting. => They paid 200 dollars for the painting.
S They paid $200 for the painting. => They paid £200 for the painting.
S The rate rose 3 percent in a year. => The rate rose 3 percentage points in a year.
K The rate rose 25 basis points in a year. => The rate rose 0.25 percentage points in a year.
`;

function linesOf(list: string): string[] {
  return list.split("\n").filter((line) => line !== "");
}

test.each(linesOf(NUMBERS))("%s", (line) => {
  const [, want, a, b] = /^([SK]) (.*) => (.*)$/.exec(line) ?? [];
  const { edits } = diff({ text: BEFORE + a + AFTER }, { text: BEFORE + b + AFTER });
  expect(edits.length).toBeGreaterThan(0);
  expect(edits.some(({ substantive }) => substantive)).toBe(want === "S");
});
