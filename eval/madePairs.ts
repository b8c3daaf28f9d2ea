/**
 * Pairs made from the real ones by cutting, joining, mixing and damaging, whose answer follows from how they were made.
 * The random numbers are the same in every run.
 */
import type { Article } from "../src/article.js";
import type { Pair, PairSet } from "./data.js";

/** What a person would say; "either" where the share lies between. */
export type Expected = "same" | "partial" | "different" | "template" | "either" | "as before";

export interface Made {
  id: string;
  a: Article;
  b: Article;
}

export interface Trial {
  name: string;
  expected: Expected;
  pairs: Made[];
}

/** Numbers in 0..1 from a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Made texts of fewer words are left out. */
const LEAST = 40;

const wordsOf = (text: string) => text.split(/\s+/u).filter((word) => word !== "");
const sentencesOf = (text: string) =>
  text.match(/[^.!?\n]+[.!?]*["”’']*\s*/gu)?.filter((one) => one.trim() !== "") ?? [];
const paragraphsOf = (text: string) => text.split(/\n+/u).filter((one) => one.trim() !== "");
const countWords = (text: string) => wordsOf(text).length;

/** The first so many words, up to the end of the sentence they stand in. */
function firstWords(text: string, count: number): string {
  let kept = "";
  for (const sentence of sentencesOf(text)) {
    kept += sentence;
    if (countWords(kept) >= count) break;
  }
  return kept;
}

function halfOfParagraphs(text: string, random: () => number): string {
  const all = paragraphsOf(text).length > 3 ? paragraphsOf(text) : sentencesOf(text);
  return all.filter(() => random() < 0.5).join("\n\n");
}

/** A share of the sentences, in stretches of two or three, replaced by sentences of another report. */
function mixSentences(text: string, other: string, share: number, random: () => number): string {
  const own = sentencesOf(text);
  const foreign = sentencesOf(other);
  const wanted = Math.round(own.length * share);
  const replaced = new Set<number>();
  while (replaced.size < wanted) {
    const start = Math.floor(random() * own.length);
    for (let i = start; i < Math.min(own.length, start + 3) && replaced.size < wanted; i++) replaced.add(i);
  }
  let next = Math.floor(random() * foreign.length);
  return own
    .map((sentence, i) => (replaced.has(i) ? `${foreign[next++ % foreign.length].trim()} ` : sentence))
    .join("");
}

/** Letters of a share of the words changed, as a bad scan would. */
function scanNoise(text: string, share: number, random: () => number): string {
  return text.replace(/\p{L}{2,}/gu, (word) => {
    if (random() >= share) return word;
    const at = Math.floor(random() * word.length);
    return word.slice(0, at) + String.fromCharCode(97 + Math.floor(random() * 26)) + word.slice(at + 1);
  });
}

/** Every figure and every name inside a sentence made another one, the same one always the same. */
function otherFacts(text: string, share: number, random: () => number): string {
  const names = new Map<string, string>();
  const letters = "bcdfglmnprstv";
  const made = () => {
    const pick = () => letters[Math.floor(random() * letters.length)];
    return `${pick().toUpperCase()}o${pick()}a${pick()}en`;
  };
  return otherFigures(text, share, random).replace(/(?<=[\p{Ll},;] )\p{Lu}\p{Ll}{2,}/gu, (name) => {
    if (!names.has(name)) names.set(name, random() < share ? made() : name);
    return names.get(name) ?? name;
  });
}

function otherFigures(text: string, share: number, random: () => number): string {
  return text.replace(/\d+/gu, (figure) => {
    if (random() >= share) return figure;
    const digits = [...figure].map((digit, i) =>
      String((Number(digit) + 1 + Math.floor(random() * (i === 0 ? 7 : 9))) % 10),
    );
    return digits.join("").replace(/^0/u, "1");
  });
}

/** So many figures, spread over the text, made others. */
function someFigures(text: string, count: number, random: () => number): string {
  const all = [...text.matchAll(/\d+(?:[.,]\d+)*/gu)].map((match) => match.index);
  const chosen = new Set<number>();
  while (chosen.size < Math.min(count, all.length)) chosen.add(all[Math.floor(random() * all.length)]);
  return text.replace(/\d+(?:[.,]\d+)*/gu, (figure, at: number) =>
    chosen.has(at) ? otherFigures(figure, 1, random) : figure,
  );
}

function change(pair: Pair, make: (text: string) => string): Made {
  return { id: pair.id, a: { ...pair.a, text: make(pair.a.text) }, b: pair.b };
}

/** A text without title, time and outlet: those of the pair it was made from would not be true. */
const bare = (id: string, text: string): Article => ({ id, text });

export function trialsOf(sets: readonly PairSet[]): Trial[] {
  const real = sets.filter((set) => set.real).flatMap(({ pairs }) => pairs);
  const versions = real.filter(({ label }) => label === "near-duplicate" || label === "identical");
  const independent = real.filter(({ label, read }) => label === "different" && read);
  const partial = real.filter(({ label }) => label === "partial");
  const strangers = versions.map((pair, i) => ({ pair, other: versions[(i + 37) % versions.length] }));
  // A second story that is short beside the first is a light extension.
  const doubled = strangers.filter(({ pair, other }) => {
    const second = countWords(other.a.text);
    return second >= 0.45 * (second + countWords(pair.a.text));
  });
  const random = randomFrom(7);
  const own = sets.filter((set) => ["templates", "repeats"].includes(set.name));
  const ownTexts = own.flatMap(({ pairs }) => pairs.map((pair) => pair.a));
  const longReports = ownTexts.slice(0, -2).map((article, i) => [article, ownTexts[i + 1], ownTexts[i + 2]].map(({ text }) => text).join("\n\n"));
  const figured = versions.filter(({ a }) => (a.text.match(/\d+/gu) ?? []).length >= 4);
  const single = [...new Map(versions.map(({ b }) => [b.id, b])).values()];
  const trials: Trial[] = [];
  // Of a text of three sentences, hardly anything may be left: that is no article.
  const add = (name: string, expected: Expected, pairs: Made[]) =>
    trials.push({ name, expected, pairs: pairs.filter(({ a, b }) => countWords(a.text) >= LEAST && countWords(b.text) >= LEAST) });

  for (const count of [60, 100, 150])
    add(`a: one side cut to ${count} words`, "same", versions.map((pair) => change(pair, (text) => firstWords(text, count))));
  for (const count of [60, 100])
    add(`a: the very text cut to ${count} words`, "same", single.map((b) => ({ id: String(b.id), a: bare("cut", firstWords(b.text, count)), b })));
  add("a: half of the paragraphs", "same", versions.map((pair) => change(pair, (text) => halfOfParagraphs(text, random))));
  add("a: first half", "same", versions.map((pair) => change(pair, (text) => firstWords(text, countWords(text) / 2))));
  add("a: second half of the very text", "same", single.map((b) => ({ id: String(b.id), a: bare("cut", b.text.slice(firstWords(b.text, countWords(b.text) / 2).length)), b })));

  add("b: two stories on one page, against the first", "partial", doubled.map(({ pair, other }) => ({ id: `${pair.id}+${other.a.id}`, a: bare("joined", `${pair.a.text}\n\n${other.a.text}`), b: pair.b })));
  add("b: two stories on one page, against the second", "partial", doubled.map(({ pair, other }) => ({ id: `${pair.id}+${other.a.id}`, a: bare("joined", `${other.a.text}\n\n${pair.a.text}`), b: pair.b })));

  const sources = independent.filter(({ a, b }) => countWords(a.text) > 120 && countWords(b.text) > 120);
  for (const share of [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8])
    add(`c: ${share * 100}% of the sentences from another report of the event`, share <= 0.1 ? "same" : share < 0.35 ? "either" : "partial", sources.map((pair) => ({ id: pair.id, a: bare("mixed", mixSentences(pair.a.text, pair.b.text, share, random)), b: bare("b", pair.a.text) })));

  const blocks = [100, 200, 300];
  for (const count of blocks)
    add(`d: strangers with ${count} words of boilerplate at their end`, "different", strangers.map(({ pair, other }, i) => {
      const block = firstWords(versions[(i + 11) % versions.length].b.text, count);
      return { id: pair.id, a: bare("a", `${pair.a.text}\n\n${block}`), b: bare("b", `${other.a.text}\n\n${block}`) };
    }));

  for (const share of [0.05, 0.1, 0.2]) {
    add(`e: ${share * 100}% of the words misread, versions`, "same", versions.map((pair) => change(pair, (text) => scanNoise(text, share, random))));
    add(`e: ${share * 100}% of the words misread, partial`, "as before", partial.map((pair) => change(pair, (text) => scanNoise(text, share, random))));
  }

  const layouts: [string, (text: string) => string][] = [
    ["a sentence a paragraph", (text) => sentencesOf(text).map((one) => one.trim()).join("\n\n")],
    ["one paragraph", (text) => text.replace(/\s+/gu, " ")],
    ["no punctuation", (text) => text.replace(/[^\p{L}\p{M}\p{N}\s]+/gu, " ")],
    ["lower case", (text) => text.toLowerCase()],
  ];
  for (const [name, layout] of layouts) {
    for (const [label, pairs] of [["versions", versions], ["partial", partial], ["independent", independent]] as const) {
      add(`f-h: ${name}, one side, ${label}`, "as before", pairs.map((pair) => change(pair, layout)));
      add(`f-h: ${name}, both sides, ${label}`, "as before", pairs.map((pair) => ({ id: pair.id, a: { ...pair.a, text: layout(pair.a.text) }, b: { ...pair.b, text: layout(pair.b.text) } })));
    }
  }

  add("i: long formulaic reports, all facts altered", "template", longReports.map((text, i) => ({ id: `long-${i}`, a: bare("a", text), b: bare("b", otherFacts(text, 1, random)) })));
  add("i: long formulaic reports, all figures altered", "template", longReports.map((text, i) => ({ id: `long-${i}`, a: bare("a", text), b: bare("b", otherFigures(text, 1, random)) })));
  add("i: long formulaic reports, 70% of the figures altered", "either", longReports.map((text, i) => ({ id: `long-${i}`, a: bare("a", text), b: bare("b", otherFigures(text, 0.7, random)) })));
  add("i: long formulaic reports, 3 figures altered", "same", longReports.map((text, i) => ({ id: `long-${i}`, a: bare("a", text), b: bare("b", someFigures(text, 3, random)) })));
  add("i: real news, all facts altered", "template", figured.map(({ id, a }) => ({ id, a: bare("a", a.text), b: bare("b", otherFacts(a.text, 1, random)) })));
  add("i: real news, all figures altered", "either", figured.map(({ id, a }) => ({ id, a: bare("a", a.text), b: bare("b", otherFigures(a.text, 1, random)) })));
  for (const count of [1, 2, 3])
    add(`i: versions of 4 figures and more, ${count} altered`, "same", figured.map((pair) => change(pair, (text) => someFigures(text, count, random))));
  const shortFigured = own.flatMap(({ name, pairs }) => (name === "repeats" ? pairs : [])).filter(({ a }) => (a.text.match(/\d+(?:[.,]\d+)*/gu) ?? []).length >= 5);
  for (const count of [1, 2, 3])
    add(`i: our repeats of 5 figures and more, ${count} altered`, count < 3 ? "same" : "either", shortFigured.map((pair) => change(pair, (text) => someFigures(text, count, random))));
  return trials;
} // biome-ignore format: one trial a line
