/**
 * Pairs of British and American spelling. They are packed by what differs between the two, a line a difference,
 * "British>American", in it groups "endings=stems": each stem with the difference behind it, or at its "_", and each of
 * the endings. "ou>o|,s=arb_r" is "arbour arbor" and "arbours arbors". A third of the bytes, compressed, of the same pairs
 * in full.
 */
import { SPELLINGS } from "./spellingPairs.js";

/** The pairs, British form first. */
export function unpackSpellings(): [string, string][] {
  const pairs: [string, string][] = [];
  for (const line of SPELLINGS.slice(1).split("\n")) {
    const [difference, ...groups] = line.split("|") as [string, ...string[]];
    const [british, american] = difference.split(">") as [string, string];
    for (const group of groups) {
      const [endings, stems] = group.split("=") as [string, string];
      for (const stem of stems.split(" ")) {
        const [start, middle = ""] = stem.split("_") as [string, string?];
        for (const ending of endings.split(","))
          pairs.push([start + british + middle + ending, start + american + middle + ending]);
      }
    }
  }
  return pairs;
}
