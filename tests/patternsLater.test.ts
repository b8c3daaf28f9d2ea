import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makePatternsLater } from "../scripts/patternsLater.js";

/** What a chunk of the build says of a text. */
const chunk = `
const word = /[\\p{L}\\p{M}]+(?:['’-]\\p{L}+)*/gu, opening = /^\\p{Lu}/u, other = /\\P{L}+/u, plain = /a\\/b/;
return (text) => [
  opening.test(text), opening.exec(text)?.[0], text.match(word), text.match(opening)?.index, text.search(other),
  [...text.matchAll(word)].map((found) => [found[0], found.index]), text.split(other, 3), text.replace(word, "<$&>"),
  text.replaceAll(word, (found) => found.length), [..."ab"].map(() => /\\p{Nd}{2}/gu.test(text)), plain.test(text), plain.flags, word.flags,
];`;

const asBuilt = makePatternsLater(chunk);
const run = (code: string) => new Function(code)() as (text: string) => unknown[];

describe("the patterns of the build", () => {
  it("say what those of the sources say, however often they are asked", () => {
    const [one, two] = [run(chunk), run(asBuilt)];
    const texts = fc.string({
      unit: fc.constantFrom("A", "b", "é", "'", "-", " ", "7", "8", "字", "/", "a/b", "\u0301"),
      maxLength: 30,
    });
    fc.assert(
      fc.property(texts, (text) => {
        expect(two(text)).toEqual(one(text));
      }),
    );
  });

  it("are made late where they ask for properties of characters, and nowhere else", () => {
    expect(asBuilt.match(/new LaterRegExp\(/gu)).toHaveLength(4);
    expect(asBuilt).toContain("plain = /a\\/b/;");
    expect(makePatternsLater("const plain = /a+/gu;")).toBe("const plain = /a+/gu;");
  });
});
