/**
 * Names the differences between two versions: what kind of edit each is, and whether it changes what a reader learns.
 *
 * In: differences from `walk.ts`. Out: edits by the rules of docs/edits.md. Closed classes of words (denials, days,
 * titles, verbs of saying) and numbers are looked at first; what is left is wording when both sides are of a size, and a
 * claim added or dropped when one side stands alone. Nothing here asks which language it is but the stemmer.
 */
import type { Span } from "../article.js";
import { stem } from "../text/language.js";
import { WordFlag, type Words } from "../text/words.js";
import type { Edit, EditKind } from "./edits.js";
import {
  CREDIT,
  DAYS,
  EMPTY,
  JUDGING,
  MODALITY,
  MONTHS,
  MULTIPLIERS,
  NUMBER_WORDS,
  QUANTIFIERS,
  RELATIVE_DAYS,
  SAYING,
  TITLES,
  UNITS,
} from "./lexicon.js";
import { nameMarks } from "./marks.js";
import { readQuantities, sameQuantity, sameValue } from "./quantities.js";
import type { Difference, Ground, WordRange } from "./walk.js";

const SUBSTANTIVE: ReadonlySet<EditKind> = new Set<EditKind>([
  "number",
  "date",
  "name",
  "place",
  "quotation",
  "attribution",
  "negation",
  "added",
  "dropped",
]);

/** An edit with its kind; whether it is substantive follows from the kind. */
export function editOf(kind: EditKind, a: Span | undefined, b: Span | undefined): Edit {
  const edit: Edit = { kind, substantive: SUBSTANTIVE.has(kind) };
  if (a) edit.a = a;
  if (b) edit.b = b;
  return edit;
}

/** What naming needs beside the difference itself. Vocabularies are made when first asked for. */
export interface Naming {
  ground: Ground;
  language: () => string;
  vocabularyA: () => ReadonlySet<string>;
  vocabularyB: () => ReadonlySet<string>;
}

/** Names a difference: one edit, or several where a stretch holds more than one. */
export function nameDifference(naming: Naming, difference: Difference): Edit[] {
  const { a, b } = naming.ground;
  switch (difference.type) {
    case "moved":
      return [editOf(difference.near ? "reordered" : "moved", charsOf(a, difference.a), charsOf(b, difference.b))];
    case "respelled":
      return nameRespelling(naming.ground, difference.a, difference.b);
    case "between":
      return nameMarks(naming.ground, difference.charsA, difference.charsB);
    case "dropped":
      return [editOf(nameAlone(naming, sideA(naming, difference.a), "dropped"), charsOf(a, difference.a), undefined)];
    case "added":
      return [editOf(nameAlone(naming, sideB(naming, difference.b), "added"), undefined, charsOf(b, difference.b))];
    case "replaced":
      return nameReplacement(naming, difference.a, difference.b);
  }
}

/** Characters of a range of words. */
export function charsOf(words: Words, range: WordRange): Span {
  return { start: words.start[range.start] as number, end: words.end[range.end - 1] as number };
}

// ---- one side of a difference ----

interface SideWords {
  words: Words;
  range: WordRange;
  /** As written. */
  raw: string[];
  /** In lower case, without marks at the end. */
  lower: string[];
  text: string;
  /** What the other text says, in lower case. */
  others: () => ReadonlySet<string>;
}

function sideA(naming: Naming, range: WordRange): SideWords {
  return sideOf(naming.ground.textA, naming.ground.a, range, naming.vocabularyB);
}

function sideB(naming: Naming, range: WordRange): SideWords {
  return sideOf(naming.ground.textB, naming.ground.b, range, naming.vocabularyA);
}

function sideOf(text: string, words: Words, range: WordRange, others: () => ReadonlySet<string>): SideWords {
  const raw: string[] = [];
  for (let i = range.start; i < range.end; i++) raw.push(text.slice(words.start[i], words.end[i]));
  return { words, range, raw, lower: raw.map(plain), text, others };
}

/** Lower case, curly apostrophes straight, no possessive and no mark at the end. */
export function plain(word: string): string {
  return word
    .toLowerCase()
    .replace(/[’ʼ]/gu, "'")
    .replace(/'s$|[.,]$/gu, "");
}

function flagsAt(side: SideWords, i: number): number {
  return side.words.flags[side.range.start + i] as number;
}

function every(side: SideWords, test: (word: string, i: number) => boolean): boolean {
  return side.lower.every(test);
}

function some(side: SideWords, test: (word: string, i: number) => boolean): boolean {
  return side.lower.some(test);
}

const isDay = (word: string): boolean => DAYS.has(word) || MONTHS.has(word);

function isCapital(side: SideWords, i: number): boolean {
  const flags = flagsAt(side, i);
  return (flags & WordFlag.capital) !== 0 && (flags & WordFlag.number) === 0;
}

/** Words that carry matter. */
function contentOf(side: SideWords): string[] {
  return side.lower.filter((word) => !EMPTY.has(word));
}

// ---- a matched word written otherwise ----

function nameRespelling(ground: Ground, a: WordRange, b: WordRange): Edit[] {
  const spanA = charsOf(ground.a, a);
  const spanB = charsOf(ground.b, b);
  const one = ground.textA.slice(spanA.start, spanA.end);
  const two = ground.textB.slice(spanB.start, spanB.end);
  const flags = (ground.a.flags[a.start] as number) | (ground.b.flags[b.start] as number);
  return [editOf(respellingKind(one, two, flags), spanA, spanB)];
}

function respellingKind(one: string, two: string, flags: number): EditKind {
  const a = one.toLowerCase();
  const b = two.toLowerCase();
  if (a === b) return "capitalization";
  if (flags & (WordFlag.date | WordFlag.month)) return "date-form";
  if (flags & WordFlag.number) return "number-form";
  if (a.replace(/['’ʼ‘`´]/gu, "'") === b.replace(/['’ʼ‘`´]/gu, "'")) return "typography";
  if (/[%٪％]/u.test(a) !== /[%٪％]/u.test(b)) return "abbreviation";
  if (a.replace(/\./gu, "") === b.replace(/\./gu, "")) return "abbreviation";
  if (/\.$/u.test(a) !== /\.$/u.test(b)) return "abbreviation";
  if (MULTIPLIERS.has(a) || MULTIPLIERS.has(b)) return a === "k" || b === "k" ? "number-form" : "abbreviation";
  if (UNITS.has(a) || UNITS.has(b)) return "abbreviation";
  return "spelling";
}

// ---- words on one side only ----

function nameAlone(naming: Naming, side: SideWords, kind: "added" | "dropped"): EditKind {
  const chars = charsOf(side.words, side.range);
  const raw = side.text.slice(chars.start, chars.end);
  if (CREDIT.test(raw)) return "credit";
  if (every(side, (word) => EMPTY.has(word))) return "wording";
  if (side.raw.length > 12) return kind;
  if (every(side, (word) => TITLES.has(word) || EMPTY.has(word)) && nextIsName(side)) return "honorific";
  if (isBracketedConversion(side, chars)) return "unit-conversion";
  if (side.raw.length <= 3 && some(side, (word) => MODALITY.has(word))) return "negation";
  if (every(side, (word) => isDay(word) || EMPTY.has(word)))
    return some(side, (w) => isDay(w) && side.others().has(w)) ? "wording" : kind;
  const content = contentOf(side);
  if (content.every((word) => SAYING.has(word))) return "wording";
  if (side.raw.length <= 8 && some(side, (word) => SAYING.has(word) || JUDGING.has(word))) return "attribution";
  if (every(side, (word, i) => EMPTY.has(word) || (isCapital(side, i) && side.others().has(word)))) return "wording";
  void naming;
  return kind;
}

function nextIsName(side: SideWords): boolean {
  return side.range.end < side.words.count && ((side.words.flags[side.range.end] as number) & WordFlag.capital) !== 0;
}

function isBracketedConversion(side: SideWords, chars: Span): boolean {
  return side.text[chars.start - 1] === "(" && side.text[chars.end] === ")" && readQuantities(side.raw).length > 0;
}

// ---- words in place of others ----

/** The longest stretch, in words, that is searched for single pairs. */
const LONGEST_PAIRING = 24;

function nameReplacement(naming: Naming, a: WordRange, b: WordRange): Edit[] {
  if (a.end - a.start > LONGEST_PAIRING || b.end - b.start > LONGEST_PAIRING) return nameLong(naming, a, b);
  const one = sideA(naming, a);
  const two = sideB(naming, b);
  const whole = nameWhole(one, two);
  if (whole) return [editOf(whole, charsOf(one.words, a), charsOf(two.words, b))];
  const edits: Edit[] = [];
  let fromA = a.start;
  let fromB = b.start;
  for (const pair of [...pairWords(naming, one, two), undefined]) {
    const toA = pair ? a.start + pair.i : a.end;
    const toB = pair ? b.start + pair.j : b.end;
    edits.push(...nameRest(naming, { start: fromA, end: toA }, { start: fromB, end: toB }));
    if (pair) {
      edits.push(
        editOf(
          pair.kind,
          charsOf(one.words, { start: toA, end: toA + 1 }),
          charsOf(two.words, { start: toB, end: toB + 1 }),
        ),
      );
    }
    fromA = toA + 1;
    fromB = toB + 1;
  }
  return edits;
}

/** Long stretches on both sides are two claims, one gone and one come; a long one against a short one is what is left over. */
function nameLong(naming: Naming, a: WordRange, b: WordRange): Edit[] {
  return [
    editOf(nameAlone(naming, sideA(naming, a), "dropped"), charsOf(naming.ground.a, a), undefined),
    editOf(nameAlone(naming, sideB(naming, b), "added"), undefined, charsOf(naming.ground.b, b)),
  ];
}

/** Kinds that only the whole stretch can show. */
function nameWhole(one: SideWords, two: SideWords): EditKind | undefined {
  if (sameInitials(one.raw, two.raw) || sameInitials(two.raw, one.raw)) return "abbreviation";
  if (one.lower.length > 1 && [...one.lower].sort().join(" ") === [...two.lower].sort().join(" ")) return "reordered";
  const a = readQuantities(one.raw);
  const b = readQuantities(two.raw);
  if (a.length === 0 || a.length !== b.length || restOf(one) > 1 || restOf(two) > 1) return undefined;
  if (a.every((q, i) => sameValue(q, b[i]!) && q.dimension === b[i]!.dimension)) return "number-form";
  if (a.every((q, i) => sameQuantity(q, b[i]!))) return "unit-conversion";
  const timed = (side: SideWords) =>
    some(side, (word) => isDay(word) || word === "a.m" || word === "p.m" || word === "am" || word === "pm");
  return a.every((q) => q.year) || timed(one) || timed(two) ? "date" : "number";
}

/** How many words are neither part of a number nor empty. */
function restOf(side: SideWords): number {
  return side.lower.filter(
    (word) =>
      !/\d/u.test(word) &&
      !NUMBER_WORDS.has(word) &&
      !MULTIPLIERS.has(word) &&
      !UNITS.has(word) &&
      !EMPTY.has(word) &&
      word !== "degrees",
  ).length;
}

/** "EU" for "European Union". */
function sameInitials(short: readonly string[], long: readonly string[]): boolean {
  if (short.length !== 1 || long.length < 2) return false;
  const letters = (short[0] as string).replace(/[.’']/gu, "").toLowerCase();
  if (letters.length < 2 || letters.length > 6) return false;
  const all = long.map((word) => word[0]?.toLowerCase()).join("");
  const main = long
    .filter((word) => !EMPTY.has(word.toLowerCase()))
    .map((word) => word[0]?.toLowerCase())
    .join("");
  return letters === all || letters === main;
}

interface Pair {
  i: number;
  j: number;
  kind: EditKind;
}

/** Single words of both sides that are forms of one word, in order: as many as possible (longest common subsequence). */
function pairWords(naming: Naming, one: SideWords, two: SideWords): Pair[] {
  const n = one.raw.length;
  const m = two.raw.length;
  const kinds: (EditKind | undefined)[] = [];
  for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) kinds.push(relate(naming, one, i, two, j));
  const table = new Uint8Array((n + 1) * (m + 1));
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      const skip = Math.max(table[(i + 1) * (m + 1) + j] as number, table[i * (m + 1) + j + 1] as number);
      const take = kinds[i * m + j] ? (table[(i + 1) * (m + 1) + j + 1] as number) + 1 : 0;
      table[i * (m + 1) + j] = Math.max(skip, take);
    }
  }
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < n && j < m; ) {
    const kind = kinds[i * m + j];
    if (kind && table[i * (m + 1) + j] === (table[(i + 1) * (m + 1) + j + 1] as number) + 1)
      pairs.push({ i: i++, j: j++, kind });
    else if ((table[(i + 1) * (m + 1) + j] as number) >= (table[i * (m + 1) + j + 1] as number)) i++;
    else j++;
  }
  return pairs;
}

/** Whether two words are forms of one, and how they differ. */
function relate(naming: Naming, one: SideWords, i: number, two: SideWords, j: number): EditKind | undefined {
  const a = one.lower[i] as string;
  const b = two.lower[j] as string;
  if (a === b) return one.raw[i]?.toLowerCase() === two.raw[j]?.toLowerCase() ? undefined : "inflection";
  if (a.length < 3 || b.length < 3 || /\d/u.test(a + b)) return undefined;
  if (isCapital(one, i) && isCapital(two, j)) return soundsAlike(a, b) ? "spelling" : undefined;
  if (
    isCapital(one, i) !== isCapital(two, j) &&
    !(flagsAt(one, i) & WordFlag.sentenceStart) &&
    !(flagsAt(two, j) & WordFlag.sentenceStart)
  )
    return undefined;
  if (EMPTY.has(a) || EMPTY.has(b) || MODALITY.has(a) || MODALITY.has(b)) return undefined;
  if (soundsAlike(a, b)) return "spelling";
  const language = naming.language();
  return stem(a, language) === stem(b, language) ? "inflection" : undefined;
}

/** Romanisations and accents of one name or word: the same once doubled letters and letters that stand for each other are folded. */
function soundsAlike(a: string, b: string): boolean {
  return a.length >= 4 && romanization(a) === romanization(b);
}

function romanization(word: string): string {
  return word
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/(?:sch|sh|ch|tsch)/gu, "x")
    .replace(/kh|h/gu, "")
    .replace(/ks|cs/gu, "x")
    .replace(/[yj]|iy|ij|ii/gu, "i")
    .replace(/ou|oo|w/gu, "u")
    .replace(/[ck]|q/gu, "k")
    .replace(/ph|v/gu, "f")
    .replace(/e/gu, "i")
    .replace(/(.)\1+/gu, "$1");
}

/** What is left between pairs. */
function nameRest(naming: Naming, a: WordRange, b: WordRange): Edit[] {
  const none = (range: WordRange) => range.end <= range.start;
  if (none(a) && none(b)) return [];
  if (none(b)) return [editOf(nameAlone(naming, sideA(naming, a), "dropped"), charsOf(naming.ground.a, a), undefined)];
  if (none(a)) return [editOf(nameAlone(naming, sideB(naming, b), "added"), undefined, charsOf(naming.ground.b, b))];
  const one = sideA(naming, a);
  const two = sideB(naming, b);
  const kind = nameSwap(naming, one, two);
  if (kind === "apart") return nameLong(naming, a, b);
  return [editOf(kind, charsOf(one.words, a), charsOf(two.words, b))];
}

/** One side may hold this many more words of matter than the other and still say the same. */
const SAME_SIZE = 3;

/** The kind of a short stretch in place of another; "apart" when they are two claims. */
function nameSwap(naming: Naming, one: SideWords, two: SideWords): EditKind | "apart" {
  const whole = nameWhole(one, two);
  if (whole) return whole;
  const quotedOne = one.lower.every((_, i) => flagsAt(one, i) & WordFlag.quoted);
  const quotedTwo = two.lower.every((_, i) => flagsAt(two, i) & WordFlag.quoted);
  if (quotedOne || quotedTwo) return "quotation";
  if (differ(one, two, (word) => MODALITY.has(word))) return "negation";
  const day = nameDays(one, two);
  if (day) return day;
  if (readQuantities(one.raw).length + readQuantities(two.raw).length > 0) return "number";
  if (some(one, (w) => QUANTIFIERS.has(w)) && some(two, (w) => QUANTIFIERS.has(w))) return "number";
  if (some(one, (w) => JUDGING.has(w)) !== some(two, (w) => JUDGING.has(w))) return "attribution";
  if (every(one, (w) => TITLES.has(w)) || every(two, (w) => TITLES.has(w))) return "honorific";
  const surplus = Math.abs(contentOf(one).length - contentOf(two).length);
  if (surplus > SAME_SIZE) return "apart";
  if (isSource(one) && isSource(two) && (hasMatter(one) || hasMatter(two))) return "attribution";
  return nameNames(naming, one, two) ?? "wording";
}

function hasMatter(side: SideWords): boolean {
  return contentOf(side).some((word) => !SAYING.has(word));
}

/** Whether the sets of words of a class differ between the sides. */
function differ(one: SideWords, two: SideWords, is: (word: string) => boolean): boolean {
  const a = new Set(one.lower.filter(is));
  const b = new Set(two.lower.filter(is));
  return a.size !== b.size || [...a].some((word) => !b.has(word));
}

function nameDays(one: SideWords, two: SideWords): EditKind | undefined {
  const a = one.lower.filter((w, i) => isDay(w) || flagsAt(one, i) & WordFlag.date);
  const b = two.lower.filter((w, i) => isDay(w) || flagsAt(two, i) & WordFlag.date);
  if (a.length === 0 && b.length === 0) return undefined;
  if (a.length > 0 && b.length > 0) {
    const relative = a.some((w) => RELATIVE_DAYS.has(w)) !== b.some((w) => RELATIVE_DAYS.has(w));
    return relative ? "wording" : "date";
  }
  // A day named on one side only: the other text may name it elsewhere.
  const [side, days] = a.length > 0 ? [one, a] : [two, b];
  return days.some((word) => side.others().has(word) || [...side.others()].some((other) => other.includes(word)))
    ? "wording"
    : "date";
}

/** Next to a verb of saying, or "according to" in front: the words name a source. */
function isSource(side: SideWords): boolean {
  const { words, range, text } = side;
  const near = (i: number) => i >= 0 && i < words.count && SAYING.has(plain(text.slice(words.start[i], words.end[i])));
  return near(range.end) || near(range.start - 1) || near(range.start - 2) || some(side, (w) => SAYING.has(w));
}

/** Words before which a capital is a place more often than not, and what places are called by. */
const PLACE_BEFORE = new Set(
  "in at near from to around outside across toward towards en in à dans nahe bei a nel в из около di".split(" "),
);

function nameNames(naming: Naming, one: SideWords, two: SideWords): EditKind | undefined {
  const namesOf = (side: SideWords) =>
    side.lower.filter(
      (word, i) =>
        isCapital(side, i) &&
        !TITLES.has(word) &&
        !EMPTY.has(word) &&
        !(flagsAt(side, i) & WordFlag.sentenceStart && side.lower.length > 1 && !side.others().has(word)),
    );
  const a = namesOf(one);
  const b = namesOf(two);
  if (a.length === 0 || b.length === 0) {
    const [side, names] = a.length > 0 ? [one, a] : [two, b];
    // A name for "he" or "the president" says nothing new where the other text names it too.
    return names.every((word) => side.others().has(word)) ? undefined : names.length > 0 ? "name" : undefined;
  }
  if (a.every((word) => one.others().has(word)) && b.every((word) => two.others().has(word)) && a.join() !== b.join()) {
    return one.lower.length === 1 && two.lower.length === 1 ? "name" : undefined;
  }
  const before = plain(
    naming.ground.textA.slice(one.words.start[one.range.start - 1] ?? 0, one.words.end[one.range.start - 1] ?? 0),
  );
  return PLACE_BEFORE.has(before) ? "place" : "name";
}
