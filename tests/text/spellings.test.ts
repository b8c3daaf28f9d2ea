import PACKAGE from "american-british-english-translator/data/british_spellings.json";
import { describe, expect, it } from "vitest";
import { spellingPairs } from "../../scripts/spellings.mjs";
import { buildFoldTable, findFold, hashWord } from "../../src/text/normalize.js";
import { unpackSpellings } from "../../src/text/spellings.js";

describe("the packed spellings", () => {
  const unpacked = unpackSpellings();

  it("are the pairs of the generator, each once", () => {
    expect(unpacked).toHaveLength(spellingPairs().size);
    expect(new Map(unpacked)).toEqual(spellingPairs());
  });

  it("hold every word of the package, with the same American form", () => {
    const ours = new Map(unpacked);
    expect(Object.entries(PACKAGE).filter(([british, american]) => ours.get(british) !== american)).toEqual([]);
  });

  it("stand in the fold table under their American form", () => {
    const table = buildFoldTable();
    const targetOf = (word: string) => table.targets[findFold(table, hashWord(word))];
    expect(unpacked.filter(([british, american]) => targetOf(british) !== hashWord(american))).toEqual([]);
  });

  it("are in letters that the word splitter leaves as they are", () => {
    expect(unpacked.filter(([british]) => !/^[a-z]+$/.test(british))).toEqual([]);
  });
});
