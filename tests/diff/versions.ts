import fc from "fast-check";
import { paragraphsOf } from "../../src/extract/paragraphs.js";
import { splitWords, type Words } from "../../src/text/words.js";

/** Words that news is made of, with what the splitter folds among them. */
const vocabulary =
  "the a of in and to said that was on for has Mr Ms U.S. US NATO Nato toward towards Jan. 10 January five 5 1,000 1000 % percent per cent million $5m “we won” ‘no’ (AP) — - harbor harbour ministers Wednesday Reuters Kyiv ferry 19 12 not never children storm 東京 が ไทย".split(
    " ",
  );

/** One sentence, now and then with a mark or a break where none belongs. */
const sentence = fc
  .array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 14 })
  .chain((words) =>
    fc.constantFrom(". ", "? ", " ", "! ", "。", ".\n", ".\r\n", "\n\n").map((end) => words.join(" ") + end),
  );

/** The text of an article made up of such words. */
export const articleText = fc.array(sentence, { maxLength: 16 }).map((sentences) => sentences.join(""));

/** Any string that JavaScript can hold: lone surrogates, control characters, breaks of all kinds. */
export const anyString = fc.oneof(
  fc.string({ unit: "binary", maxLength: 150 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.constantFrom("a", "b", " ", "\n", "\r\n", ".", "\uD83D", "\uDE00", "東", "\u00AD", "“", "5", "%"), {
      maxLength: 60,
    })
    .map((s) => s.join("")),
);

/** A text and what an editor might make of it: words cut, put in, replaced; paragraphs moved, cut, joined. */
export const twoVersions: fc.Arbitrary<[string, string]> = fc
  .tuple(
    articleText,
    fc.array(fc.tuple(fc.nat(), fc.nat(5), fc.constantFrom(...vocabulary, "", "\n")), { maxLength: 8 }),
    fc.nat(),
    fc.boolean(),
  )
  .map(([text, changes, turn, turned]) => {
    const words = text.split(/(?<=\s)/u);
    for (const [at, length, word] of changes)
      words.splice(at % (words.length + 1), length, word === "" ? "" : `${word} `);
    const edited = words.join("");
    if (!turned) return [text, edited];
    const paragraphs = edited.split("\n");
    const cut = turn % (paragraphs.length + 1);
    return [text, [...paragraphs.slice(cut), ...paragraphs.slice(0, cut)].join("\n")];
  });

/** The words of a text, every line taken for a paragraph. */
export function wordsOf(text: string): Words {
  return splitWords(text, paragraphsOf(text));
}
