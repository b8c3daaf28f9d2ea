import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paragraphsOf } from "../../src/extract/paragraphs.js";
import { splitWords } from "../../src/text/words.js";
import { flagged, hashesOf, split, writtenIn } from "./split.js";

describe("words", () => {
  test.each<[string, string[]]>([
    ["The ferry left at noon.", ["The", "ferry", "left", "at", "noon"]],
    ["Wait -- what?! (Now.)", ["Wait", "what", "Now"]],
    ["the U.S. and the E.U.", ["the", "U.S.", "and", "the", "E.U."]],
    ["in the U.S.-led raid", ["in", "the", "U.S.-led", "raid"]],
    ["at 11 a.m. sharp", ["at", "11", "a.m.", "sharp"]],
    ["on Jan. 10 in", ["on", "Jan. 10", "in"]],
    ["on 10 January in", ["on", "10 January", "in"]],
    ["about 1,000.50 tons", ["about", "1,000.50", "tons"]],
    ["a $5m fine", ["a", "5", "m", "fine"]],
    ["mother-in-law's house", ["mother-in-law's", "house"]],
    ["l’homme d'affaires", ["l’homme", "d'affaires"]],
    ["Tokyo 東京 2020", ["Tokyo", "東", "京", "2020"]],
    ["ひらがなとカナ", [..."ひらがなとカナ"]],
    ["ที่นี่ดี", ["ที่", "นี่", "ดี"]],
    ["ភាសា", ["ភា", "សា"]],
    ["서울에서 열린 회의", ["서울에서", "열린", "회의"]],
    ["दिल्ली में बाढ़", ["दिल्ली", "में", "बाढ़"]],
    ["في القاهرة، اليوم", ["في", "القاهرة", "اليوم"]],
    ["co\u00ADop\u00ADer\u00ADate", ["co\u00ADop\u00ADer\u00ADate"]],
    ["Good 👍🏽 news 🇫🇷", ["Good", "news"]],
    ["𠮷野家", ["𠮷", "野", "家"]],
  ])("of %j are %j", (text, expected) => {
    expect(writtenIn(text)).toEqual(expected);
  });

  test.each(["", " ", "\n\n", "…", "«»", "—", "\u00AD\u200B\uFEFF", "\uD83D", "👍", "!?!"])(
    "are none in %j",
    (text) => {
      expect(split(text).count).toBe(0);
    },
  );

  test("of an empty paragraph repeat an index", () => {
    const words = splitWords("one two", [
      { start: 0, end: 3 },
      { start: 3, end: 3 },
      { start: 4, end: 7 },
    ]);
    expect([...words.paragraphs]).toEqual([0, 1, 1, 2]);
  });

  test("outside the paragraphs are not seen, and none reaches over an end", () => {
    const words = splitWords("Jan. 10, one two", [
      { start: 0, end: 4 },
      { start: 5, end: 7 },
      { start: 9, end: 12 },
    ]);
    expect([...words.start.subarray(0, words.count)]).toEqual([0, 5, 9]);
    expect([...words.end.subarray(0, words.count)]).toEqual([4, 7, 12]);
  });
});

/** House style: each pair says the same, and no reader would call it another word. */
const folded: [rule: string, a: string, b: string][] = [
  ["letter case", "NATO met in Kyiv", "Nato met in KYIV"],
  ["stops in initials", "the U.S. army", "the US army"],
  ["stops in initials joined to a word", "a U.S.-backed plan", "a US-backed plan"],
  ["stops in initials at the end", "They left the U.S.", "They left the US"],
  ["stops in the hour", "at 3 p.m. on", "at 3 pm on"],
  ["a month cut short", "on Jan. 10 in", "on January 10 in"],
  ["day before month", "on 10 January in", "on January 10 in"],
  ["day before a month cut short", "on 10 Jan in", "on Jan. 10 in"],
  ["an ordinal day", "on January 10th in", "on January 10 in"],
  ["an ordinal day before the month", "on 10th January in", "on January 10 in"],
  ["a month cut short without a stop", "on Jan 10 in", "on January 10 in"],
  ["Sept.", "on Sept. 3 in", "on September 3 in"],
  ["a month without a day", "since Sept. of", "since September of"],
  ["separators of thousands", "some 1,000 people", "some 1000 people"],
  ["a stop between thousands", "some 1.000 people", "some 1000 people"],
  ["a thin space between thousands", "some 1\u202F000\u202F000 people", "some 1,000,000 people"],
  ["a Swiss mark between thousands", "some 1’000 people", "some 1000 people"],
  ["a decimal comma", "about 2,5 points", "about 2.5 points"],
  ["percent in two words", "some 5 percent of", "some 5 per cent of"],
  ["the percent sign", "some 5% of", "some 5 percent of"],
  ["the percent sign with a space", "some 5 % of", "some 5% of"],
  ["a number in words", "some five men", "some 5 men"],
  ["a compound number in words", "some twenty-one men", "some 21 men"],
  ["American spelling", "toward the center", "towards the centre"],
  ["-ize and -ise", "to organize and recognize", "to organise and recognise"],
  ["-or and -our", "labor in the harbor", "labour in the harbour"],
  ["doubled consonants", "a traveler canceled", "a traveller cancelled"],
  ["-og and -ogue", "the catalog of dialog", "the catalogue of dialogue"],
  ["gray and program", "a gray program", "a grey programme"],
  ["defense", "the defense ministry", "the defence ministry"],
  ["capitalised spelling", "Labor and Defense", "Labour and Defence"],
  ["a title before a name", "said Mr Carter then", "said Carter then"],
  ["a dotted title", "said Mrs. Carter then", "said Carter then"],
  ["a title at the start", "Mr Carter said", "Carter said"],
  ["a rank cut short", "Gov. Ann Lee", "Governor Ann Lee"],
  ["a senator", "with Sen. Lee", "with Senator Lee"],
  ["a state cut short", "in Wilmington, Del. today", "in Wilmington, Delaware today"],
  ["a hyphen inside", "the build-up near", "the buildup near"],
  ["a co-operation", "the co-operation of", "the cooperation of"],
  ["a no-break hyphen", "the build\u2011up near", "the build-up near"],
  ["apostrophes", "it isn’t so", "it isn't so"],
  ["quotation marks", "a “real” answer", 'a "real" answer'],
  ["dashes", "one — two", "one - two"],
  ["soft hyphens", "co\u00ADop\u00ADerate now", "cooperate now"],
  ["zero-width space and joiner", "a zero\u200Bwidth\u200D word", "a zerowidth word"],
  ["a byte order mark", "\uFEFFThe start", "The start"],
  ["composed letters", "Café São Zürich".normalize("NFD"), "Café São Zürich"],
  ["composed Vietnamese", "Việt Nam".normalize("NFD"), "Việt Nam"],
  ["composed Hangul", "서울 회의".normalize("NFD"), "서울 회의"],
  ["composed kana", "ガギグ".normalize("NFD"), "ガギグ"],
  ["full-width letters and figures", "ＮＡＴＯ ２０２４", "NATO 2024"],
  ["half-width kana", "ｶﾀｶﾅ", "カタカナ"],
  ["ß", "die Straße heißt", "die Strasse heisst"],
  ["ẞ", "DIE STRAẞE", "die Straße"],
  ["ligatures", "the ﬁre oﬃcer", "the fire officer"],
  ["æ and œ", "a manœuvre, encyclopædia", "a manoeuvre, encyclopaedia"],
  ["Arabic forms of alef", "أحمد إلى آخر", "احمد الى اخر"],
  ["Arabic tatweel", "الـــقاهرة", "القاهرة"],
  ["Arabic vowel marks", "كَتَبَ", "كتب"],
  ["Arabic-Indic figures", "٢٠٢٤ شخص", "2024 شخص"],
  ["Persian figures", "۲۰۲۴ نفر", "2024 نفر"],
  ["Devanagari figures", "२०२४ लोग", "2024 लोग"],
  ["Thai figures", "๒๐๒๔ คน", "2024 คน"],
  ["Cyrillic case", "ПРЕЗИДЕНТ", "президент"],
  ["Greek case and final sigma", "ΟΔΟΣ", "οδος"],
  ["Greek accents in capitals", "ΑΘΗΝΑ", "Αθήνα"],
  ["Turkish capital i", "İstanbul", "istanbul"],
  ["ё", "ещё", "еще"],
  ["accents, which some desks leave out", "el año de Müller", "el ano de Muller"],
  ["million behind a figure", "some $5m fine", "some $5 million fine"],
  ["billion behind a figure", "about £3.5bn of", "about £3.5 billion of"],
  ["units cut short", "about 20 km away", "about 20 kilometers away"],
  ["British metres", "some 40 metres deep", "some 40 meters deep"],
];

/** Pairs that are not the same, however alike they look. */
const apart: [why: string, a: string, b: string][] = [
  ["another figure", "some 12 people", "some 19 people"],
  ["another decimal", "about 2.5 points", "about 25 points"],
  ["another day", "on Jan. 10 in", "on Jan. 11 in"],
  ["another month", "on Jan. 10 in", "on June 10 in"],
  ["a month that is a verb", "they may 10 go", "they might 10 go"],
  ["a denial", "he did go", "he did not go"],
  ["another word by one letter", "the form is", "the from is"],
  ["percent and per day", "some 5 percent of", "some 5 per day of"],
  ["another character", "东京", "北京"],
  ["another tone", "ไม้", "ไม่"],
  ["a version and a thousand", "version 1.2 is", "version 12 is"],
  ["million and billion", "a $5m fine", "a $5bn fine"],
  ["a minute is no million", "5 min on", "5 m on"],
  ["the same letters apart", "a nice", "an ice"],
];

describe("house style", () => {
  test.each(folded)("is folded: %s (%j, %j)", (_rule, a, b) => {
    expect(hashesOf(a)).toEqual(hashesOf(b));
  });

  test.each(apart)("leaves apart %s (%j, %j)", (_why, a, b) => {
    expect(hashesOf(a)).not.toEqual(hashesOf(b));
  });

  test.each(["Mr", "He is a Mr.", "Mr, please"])("keeps a title that no name follows: %j", (text) => {
    expect(writtenIn(text)).toContain("Mr");
  });

  test("does not take a verb for a month", () => {
    expect(flagged("They may 10 times march on.", "date")).toEqual([]);
  });

  test("does not take a year or a count beside a month for a day", () => {
    expect(flagged("In March 2024 and in June 75 cases", "date")).toEqual([]);
  });

  test.each<[string, string[]]>([
    ["On Jan. 10 and 3 May.", ["Jan. 10", "3 May"]],
    ["On December 7th, 1941", ["December 7th"]],
    ["The 31 December deadline", ["31 December"]],
  ])("makes a day one word: %j", (text, days) => {
    expect(flagged(text, "date")).toEqual(days);
  });
});

describe("the end of a paragraph", () => {
  test.each([
    ["It was a cold January", "10 people were hurt"],
    ["They counted 10", "May was warm"],
    ["It rose by 5 per", "Cent by cent they paid"],
    ["They counted 5", "M is a letter"],
    ["They counted 5", "% is a sign"],
  ])("joins no words: %j, %j", (one, other) => {
    const words = split(`${one}\n\n${other}`);
    const written = writtenIn(`${one}\n\n${other}`);
    expect(written.slice(words.paragraphs[1])[0]).toBe(writtenIn(other)[0] ?? undefined);
    expect(written.slice(0, words.paragraphs[1])).toEqual(writtenIn(one));
  });
});

describe("flags", () => {
  test.each<[Parameters<typeof flagged>[1], string, string[]]>([
    ["capital", "The ferry Álfur left Östersund", ["The", "Álfur", "Östersund"]],
    ["capital", "Президент и Иван", ["Президент", "Иван"]],
    ["capitals", "NATO and Nato, the U.S., a B and SÃO", ["NATO", "U.S.", "SÃO"]],
    ["number", "7 men, five boats, 1,200 tons, 2nd", ["7", "five", "1,200", "2nd"]],
    ["spelled", "7 men, five boats, twenty-one", ["five", "twenty-one"]],
    ["month", "in May or in Sept. of 2020", ["May", "Sept."]],
    ["ideograph", "the 東京 office", ["東", "京"]],
    ["cluster", "the ไทย office", ["ไ", "ท", "ย"]],
  ])("mark what is %s in %j", (flag, text, expected) => {
    expect(flagged(text, flag)).toEqual(expected);
  });
});

/** Any string that JavaScript can hold, with many of the marks and letters the splitter looks at. */
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ..."Mr. |U.S. |Jan. 10 |10 |% |per cent|five |-|'|’|“|”|„|«|»|\n|\r\n|. |? |。|「|」|\uD83D|\uDE00|\u00AD|\u200B|ß|é|e\u0301|א|ب|ـ|٣|東|ก|ิ|( |AP) — |x".split(
            "|",
          ),
        ),
        fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      ),
      { maxLength: 80 },
    )
    .map((parts) => parts.join("")),
);

describe("for any text at all", () => {
  test("spans are ascending, disjoint and inside their paragraphs", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const spans = paragraphsOf(text);
        const words = splitWords(text, spans);
        let free = 0;
        expect([words.paragraphs.length, words.paragraphs.at(-1)]).toEqual([spans.length + 1, words.count]);
        for (const [p, span] of spans.entries()) {
          for (let i = words.paragraphs[p]; i < words.paragraphs[p + 1]; i++) {
            expect(words.start[i]).toBeGreaterThanOrEqual(Math.max(free, span.start));
            expect(words.end[i]).toBeGreaterThan(words.start[i]);
            free = words.end[i];
            expect(free).toBeLessThanOrEqual(span.end);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test("sentences ascend from the first word to the last, and each paragraph starts one", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = split(text);
        const sentences = [...words.sentences];
        expect(sentences.at(-1)).toBe(words.count);
        if (words.count > 0) expect(sentences[0]).toBe(0);
        for (let s = 1; s + 1 < sentences.length; s++) expect(sentences[s]).toBeGreaterThan(sentences[s - 1]);
        for (const first of words.paragraphs) if (first < words.count) expect(sentences).toContain(first);
      }),
      { numRuns: 300 },
    );
  });

  test("splitting twice gives the same words", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(split(text)).toEqual(split(text));
      }),
      { numRuns: 100 },
    );
  });

  test("the words of two paragraphs are the words of each, one after the other", () => {
    // Where the first is no dateline: that of the second would not be looked for.
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const text = `x ${one}\n\nx ${other}`;
        const cut = one.length + 2;
        const at = (start: number, end: number) => splitWords(text, [{ start, end }]);
        const first = at(0, cut);
        const second = at(cut + 2, text.length);
        fc.pre(!first.dateline && !second.dateline);
        const both = splitWords(text, [
          { start: 0, end: cut },
          { start: cut + 2, end: text.length },
        ]);
        for (const field of ["hash", "start", "end", "flags"] as const) {
          expect([...both[field].subarray(0, both.count)]).toEqual([
            ...first[field].subarray(0, first.count),
            ...second[field].subarray(0, second.count),
          ]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("composed and decomposed forms of a letter make the same word", () => {
    const letter = fc.constantFrom(..."éüñçåôìšžăőģќйΐάűḗệ");
    fc.assert(
      fc.property(fc.array(fc.oneof(letter, fc.constantFrom(..."abc ")), { maxLength: 20 }), (letters) => {
        const text = `x${letters.join("")}`;
        expect(hashesOf(text.normalize("NFD"))).toEqual(hashesOf(text.normalize("NFC")));
      }),
      { numRuns: 200 },
    );
  });

  test("soft hyphens and zero-width marks inside a word change nothing", () => {
    const hidden = fc.constantFrom("\u00AD", "\u200B", "\u2060", "\uFEFF", "\u200D");
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."aéßжب東ก"), minLength: 2, maxLength: 12 }),
        hidden,
        (word, mark) => {
          expect(hashesOf([...word].join(mark))).toEqual(hashesOf(word));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("case", () => {
  const sentence =
    "The ministry said on Wednesday that 12 trawlers from Iceland had crossed the line and that five crew members were held.";

  test("makes no difference to the words of a plain text", () => {
    expect(hashesOf(sentence.toUpperCase())).toEqual(hashesOf(sentence));
    expect(hashesOf(sentence.toLowerCase())).toEqual(hashesOf(sentence));
  });

  test("makes no difference to any ASCII letters", () => {
    // No dateline (which goes by capitals), and no month, which only a capital tells from a verb.
    const word = fc.string({ unit: fc.constantFrom(..."abcdeghilnorstu"), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (words) => {
        const text = words.join(" ");
        fc.pre(!/\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)/u.test(text));
        expect(hashesOf(text.toUpperCase())).toEqual(hashesOf(text));
      }),
      { numRuns: 300 },
    );
  });

  test.each(["on March 3 in", "on Jan. 10 in", "since May of", "$5m fine", "Mr Carter said"])(
    "makes no difference to %j",
    (text) => {
      expect(hashesOf(text.toUpperCase())).toEqual(hashesOf(text));
    },
  );
});
