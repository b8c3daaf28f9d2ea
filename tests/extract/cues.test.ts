import { describe, expect, it } from "vitest";
import { WORDING } from "../../scripts/cues.mjs";
import { HASHES } from "../../src/extract/cueHashes.js";
import { CUE_KINDS, cueOf } from "../../src/extract/cues.js";
import { HashedWords } from "../../src/extract/hashedWords.js";

const hashed = new HashedWords();
const hashOf = (line: string) => hashed.read(line, 0, line.length);

function kindOf(line: string): string | undefined {
  hashOf(line);
  return CUE_KINDS[cueOf(hashed)];
}

describe("the packed cues", () => {
  const cues = Object.entries(WORDING).flatMap(([kind, list]) => list.split("|").map((cue) => ({ kind, cue })));

  it("are of the kinds that the page reader knows, in their order", () => {
    expect(Object.keys(WORDING)).toEqual(CUE_KINDS.slice(1));
  });

  it("say of every cue the kind it stands under first", () => {
    const first = new Map(cues.toReversed().map(({ kind, cue }) => [hashOf(cue), kind]));
    expect(cues.filter(({ cue }) => kindOf(cue) !== first.get(hashOf(cue)))).toEqual([]);
  });

  it("are no more than these", () => {
    expect(HASHES).toHaveLength(4 * new Set(cues.map(({ cue }) => hashOf(cue))).size);
  });

  it("know a line by its first words, and leave other lines alone", () => {
    expect(kindOf("Related: Mayor resigns")).toBe("related");
    expect(kindOf("The mayor resigned on Monday")).toBe("other");
  });
});
