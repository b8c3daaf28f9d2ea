import { describe, expect, test } from "vitest";
import { flagged, sentencesIn } from "./split.js";

describe("sentences", () => {
  test.each<[why: string, text: string, sentences: string[]]>([
    ["end at a full stop", "It rained. They left.", ["It rained", "They left"]],
    ["end at question and exclamation marks", "Why? No! They left.", ["Why", "No", "They left"]],
    ["end at marks before a closing quote", "“We won.” They left.", ["We won", "They left"]],
    ["end at marks before a bracket", "(They won.) They left.", ["They won", "They left"]],
    ["end at the end of a paragraph", "A headline\nThey left", ["A headline", "They left"]],
    ["go on over initials", "J. K. Rowling met Joe R. Biden.", ["J K Rowling met Joe R Biden"]],
    ["go on over letters with stops", "The U.S. army and the E.U. left.", ["The U.S. army and the E.U. left"]],
    ["go on over months cut short", "On Jan. 10 they left. On Feb. 3 too.", ["On Jan. 10 they left", "On Feb. 3 too"]],
    ["go on over titles", "Mr. Lee met Gov. Ann Roe and Sen. Poe.", ["Lee met Gov. Ann Roe and Sen. Poe"]],
    ["go on over places cut short", "A man of St. Louis left.", ["A man of St. Louis left"]],
    ["go on over decimals", "It rose 2.5 points to 11.3 in all.", ["It rose 2.5 points to 11.3 in all"]],
    [
      "go on over a stop before a lower-case word",
      "Smith vs. jones, approx. five men",
      ["Smith vs jones approx five men"],
    ],
    ["go on over a stop inside a name", "The site example.com went down.", ["The site example com went down"]],
    ["go on over an ellipsis in the middle", "They said… nothing... at all.", ["They said nothing at all"]],
    ["end at an ellipsis before a capital", "They waited... Nobody came.", ["They waited", "Nobody came"]],
    [
      "end after letters with stops when a sentence follows",
      "They left the U.S. The army stayed.",
      ["They left the U.S.", "The army stayed"],
    ],
    ["end after a short answer", "Will they go? No. They stay.", ["Will they go", "No", "They stay"]],
    ["end after a firm's name", "She runs Alder Inc. The firm is old.", ["She runs Alder Inc.", "The firm is old"]],
    ["end at a year", "It closed in 2019. They left.", ["It closed in 2019", "They left"]],
    [
      "end at the full-width stop, without space",
      "下雨了。他们走了！真的？是",
      ["下 雨 了", "他 们 走 了", "真 的", "是"],
    ],
    ["end at the Devanagari stop", "बारिश हुई। वे गए।", ["बारिश हुई", "वे गए"]],
    ["end at the Arabic question mark", "هل جاء؟ نعم.", ["هل جاء", "نعم"]],
    ["end at the Urdu stop", "وہ آیا۔ وہ گیا۔", ["وہ آیا", "وہ گیا"]],
    ["end at a stop in a script without case", "ዝናብ ዘነበ። ሄዱ።", ["ዝናብ ዘነበ", "ሄዱ"]],
    ["end at the Greek question mark in either form", "Ήρθε; Ναι.", ["Ήρθε", "Ναι"]],
    ["end at a stop before a figure", "They left. 12 stayed.", ["They left", "12 stayed"]],
    ["end at a stop in Arabic", "جاء الرجل. ذهب الولد.", ["جاء الرجل", "ذهب الولد"]],
    ["go on over a colon and a semicolon", "He said: they left; nobody came.", ["He said they left nobody came"]],
    [
      "end before an opening mark in Spanish",
      "Llegó tarde. ¿Por qué? Nadie sabe.",
      ["Llegó tarde", "Por qué", "Nadie sabe"],
    ],
    ["go on over an ordinal in German", "Am 3. Oktober kam er. Er ging.", ["Am 3 Oktober kam er", "Er ging"]],
  ])("%s: %j", (_why, text, sentences) => {
    expect(sentencesIn(text).map(withoutStops)).toEqual(sentences.map(withoutStops));
  });
});

/** Whether a stop belongs to the last word is no matter here. */
function withoutStops(sentence: string): string {
  return sentence.replace(/\./gu, "");
}

describe("words in quotation marks", () => {
  test.each<[language: string, text: string, quoted: string]>([
    ["English", "He said “we won” and left.", "we won"],
    ["English, straight", 'He said "we won" and left.', "we won"],
    ["English, with the stop inside", "“We won,” he said. “They left.”", "We won They left"],
    ["English, straight, at the start", '"We won," he said.', "We won"],
    ["British", "He said ‘we won’ and left.", "we won"],
    ["British, straight", "He said 'we won' and left.", "we won"],
    ["British, with an apostrophe inside", "He said ‘we don’t know’ and left.", "we don’t know"],
    ["typed", "He said ``we won'' and left.", "we won"],
    ["German", "Er sagte: „Wir haben gewonnen“ und ging.", "Wir haben gewonnen"],
    ["German, straight close", "Er sagte „Wir haben gewonnen” und ging.", "Wir haben gewonnen"],
    ["German, guillemets inward", "Er sagte »wir haben gewonnen« und ging.", "wir haben gewonnen"],
    ["French", "Il a dit « nous avons gagné » et partit.", "nous avons gagné"],
    ["Spanish", "Dijo «hemos ganado» y se fue.", "hemos ganado"],
    ["Russian, one inside the other", "Он сказал «мы „Заря“ победили» и ушёл.", "мы Заря победили"],
    ["Polish", "Powiedział „wygraliśmy” i wyszedł.", "wygraliśmy"],
    ["Swedish", "Han sade ”vi vann” och gick.", "vi vann"],
    ["Chinese", "他说“我们赢了”就走了。", "我 们 赢 了"],
    ["Japanese", "彼は「勝った」と言った。", "勝 っ た"],
    ["Japanese, one inside the other", "彼は「本『風』だ」と言った。", "本 風 だ"],
    ["Korean", "그는 “이겼다”고 말했다.", "이겼다"],
    ["none", "It's the teams' win, isn't it?", ""],
    ["none, decades and a cut year", "In the '90s and '80s they won.", ""],
    ["none, feet and inches", "He is 6' 2\" tall and left.", ""],
    ["none, possessives of both kinds", "The workers’ union and Moss’s firm’s won.", ""],
  ])("are marked: %s, %j", (_language, text, quoted) => {
    expect(flagged(text, "quoted").join(" ")).toBe(quoted);
  });

  test("are not carried into the next paragraph by a mark that is never closed", () => {
    expect(flagged("“We won, he said.\nThey left.", "quoted")).not.toContain("They");
    expect(flagged("„Wir haben gewonnen.\nSie gingen.", "quoted")).not.toContain("Sie");
    expect(flagged("彼は「勝った\n帰った", "quoted")).not.toContain("帰");
  });

  test("of a quote over two paragraphs, opened anew in the second, are marked in both", () => {
    expect(flagged("“We won.\n“They left,” he said.", "quoted").join(" ")).toBe("We won They left");
  });

  test("end at a closing mark that nothing opened", () => {
    expect(flagged("we won” he said and “they left”", "quoted").join(" ")).toBe("they left");
  });
});
