/** Tells of two words whether they are forms of one: another spelling, another inflection, a shorter form. */
import { sameStem } from "../text/language.js";
import { splitWords, WordFlag } from "../text/words.js";
import { relateContracted } from "./contractions.js";
import type { EditKind } from "./edits.js";
import { EMPTY, IRREGULAR, MODALITY, UNITS } from "./lexicon.js";
import { MULTIPLIERS, parseFigures, plainFigures, wordValue } from "./numerals.js";
import { isSmall } from "./plain.js";
import type { Token } from "./tokens.js";

/** How a matched word differs that is written otherwise. */
export function respellingKind(one: string, two: string, flags: number): EditKind {
  const a = one.toLowerCase();
  const b = two.toLowerCase();
  if (a === b) return "capitalization";
  if (/\s?%$/u.test(a) && a.replace(/\s/gu, "") === b.replace(/\s/gu, "")) return "typography";
  if (flags & (WordFlag.date | WordFlag.month)) return "date-form";
  if (/\p{Nd}/u.test(a) && plainFigures(a) === plainFigures(b)) return "typography";
  if (flags & WordFlag.number) return "number-form";
  if (a.replace(/['’ʼ‘`´]/gu, "'") === b.replace(/['’ʼ‘`´]/gu, "'")) return "typography";
  if (/[%٪％]/u.test(a) !== /[%٪％]/u.test(b)) return "abbreviation";
  if (a.replace(/\./gu, "") === b.replace(/\./gu, "")) return "abbreviation";
  if (/\.$/u.test(a) !== /\.$/u.test(b)) return "abbreviation";
  if (MULTIPLIERS.has(a) || MULTIPLIERS.has(b)) return a === "k" || b === "k" ? "number-form" : "abbreviation";
  if (`${a}s` === b || a === `${b}s`) return /wards?$/u.test(a) ? "spelling" : "inflection";
  if ((UNITS.has(a) || UNITS.has(b)) && !sameOrthography(a, b)) return "abbreviation";
  if (isClipped(a, b) || isClipped(b, a)) return "abbreviation";
  if (withHyphens(a) === withHyphens(b)) return "typography";
  return "spelling";
}

/** Dashes inside a word, in one shape and without spaces: "post–war", "post- war". */
export function withHyphens(word: string): string {
  return word.replace(/\s*\p{Pd}\s*/gu, "-").toLowerCase();
}

/** "pct" for "percent": half of the letters at most, and the last one kept. */
function isClipped(short: string, long: string): boolean {
  return short.length * 2 <= long.length && short.at(-1) === long.at(-1) && isCut(short, long);
}

/** "Cllr" for "Councillor": letters of the long form in their order, from the first on. */
export function isCut(short: string, long: string): boolean {
  if (short.length < 3 || short.length >= long.length || short[0] !== long[0]) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}

/** Whether two words are forms of one, and how they differ. The language is asked for only when all else fails. */
export function relateWords(a: Token, b: Token, language: () => string): EditKind | undefined {
  if (a.hash !== 0 && a.hash === b.hash) return undefined;
  // Most words have small plain letters and nothing else, and then only their forms are to be asked.
  if (isSmall(a.text) && isSmall(b.text) && a.plain !== b.plain) return relateForms(a, b, language);
  const contracted = relateContracted(a.text, b.text);
  if (contracted) return contracted;
  if (isSameDecade(decadeOf(a.plain), decadeOf(b.plain))) return "number-form";
  const compound = relateCompounds(a.plain, b.plain) ?? relateCounts(a.plain, b.plain);
  if (compound) return compound;
  if (a.plain === b.plain && a.text.replace(".", "") === b.text.replace(".", "")) return "abbreviation";
  if (a.plain === b.plain) return a.text.toLowerCase() === b.text.toLowerCase() ? undefined : "inflection";
  if (/\p{N}/u.test(a.plain + b.plain)) return undefined;
  if (isShortFor(a.text, b) || isShortFor(b.text, a)) return "abbreviation";
  if (isPluralOf(a.text, b.text) || isPluralOf(b.text, a.text)) return "inflection";
  return relateForms(a, b, language);
}

/** The same for words without figures, hyphens and marks. */
function relateForms(a: Token, b: Token, language: () => string): EditKind | undefined {
  if (a.plain.length < 2 || b.plain.length < 2) return undefined;
  const nameA = isNameLike(a);
  const nameB = isNameLike(b);
  if (nameA && nameB) return relateNames(a.plain, b.plain);
  if (nameA !== nameB && !((a.flags | b.flags) & WordFlag.sentenceStart)) return undefined;
  if (EMPTY.has(a.plain) || EMPTY.has(b.plain) || MODALITY.has(a.plain) || MODALITY.has(b.plain)) return undefined;
  if (soundsAlike(a.plain, b.plain) || sameOrthography(a.plain, b.plain)) return "spelling";
  if (!sameLemma(a.plain, b.plain, language)) return undefined;
  return isConditional(a.plain, language) !== isConditional(b.plain, language) ? "negation" : "inflection";
}

/** The conditional, by which the press of Romance languages reports what it does not answer for: "serait", "habría". */
const CONDITIONAL: Readonly<Record<string, RegExp>> = {
  fr: /r(?:ait|aient)$/u,
  it: /r(?:ebbe|ebbero)$/u,
};

function isConditional(word: string, language: () => string): boolean {
  return /r(?:ait|aient|ebbe|ebbero)$/u.test(word) && (CONDITIONAL[language()]?.test(word) ?? false);
}

/** "1990s", "90s": of which century need not be told. */
function isSameDecade(a: number | undefined, b: number | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a === b || (Math.min(a, b) < 100 && Math.max(a, b) % 100 === Math.min(a, b));
}

/** "sixties", "60s": the years or the age; "1960s": the years. */
function decadeOf(word: string): number | undefined {
  const figures = /^['’]?((?:19|20)?\d0)s$/u.exec(word)?.[1];
  if (figures !== undefined) return Number(figures);
  const ten = /^(.+t)ies$/u.exec(word)?.[1];
  return ten === undefined ? undefined : wordValue(`${ten}y`);
}

/** "Z." for "Zoya", "Mio." for "Millionen": a few letters and a point. "Reps" for "Representatives": both plural, one clipped. */
function isShortFor(short: string, long: Token): boolean {
  if (EMPTY.has(long.plain)) return false;
  const clipped = /^(\p{Lu}\p{Ll}{2,4})s$/u.exec(short)?.[1]?.toLowerCase();
  if (clipped && long.plain.endsWith("s") && long.plain.length >= 2 * clipped.length && long.plain.startsWith(clipped))
    return true;
  if (!/^(?:\p{L}[\p{Ll}\p{M}]{0,4}\.|\p{Lu})$/u.test(short)) return false;
  return (
    isNameLike(long) &&
    long.text.length > short.length &&
    long.plain.startsWith(short.replace(/\.$/u, "").toLowerCase())
  );
}

/** A capital that no sentence start asks for. */
export function isNameLike(token: Token): boolean {
  return (token.flags & WordFlag.capital) !== 0 && (token.flags & WordFlag.number) === 0;
}

/** Endings are no longer than this. */
const LONGEST_ENDING = 5;

/** The plain form of an irregular verb; "flying" is one of "fly". */
function leadOf(word: string): string | undefined {
  const stem = word.endsWith("ing") ? word.slice(0, -3) : "";
  return IRREGULAR.get(word) ?? IRREGULAR.get(stem) ?? IRREGULAR.get(`${stem}e`);
}

/** Whether two words have one stem or are forms of one irregular verb. */
export function sameLemma(a: string, b: string, language: () => string): boolean {
  const lead = leadOf(a);
  if (lead !== undefined && lead === leadOf(b)) return true;
  // Forms of one word share their beginning: nothing else is worth asking for the language.
  if (a.length < 3 || Math.abs(a.length - b.length) > LONGEST_ENDING) return false;
  if (a.slice(0, 2) !== b.slice(0, 2) && !(isParticiple(a, b) && language() === "de")) return false;
  if (EMPTY.has(a) || EMPTY.has(b)) return false;
  if (a.endsWith("n't") !== b.endsWith("n't")) return false;
  const code = language();
  if (code === "de" && (isParticiple(a, b) || isOfPrefix(a, b))) return true;
  // "using" and "used" share two letters.
  if (code !== "en" && a.slice(0, 3) !== b.slice(0, 3)) return false;
  return sameStem(a, b, code) && (code !== "en" || isInflection(a, b));
}

/** "retten", "gerettet": a German participle of a weak verb and another form of it. */
function isParticiple(a: string, b: string): boolean {
  const stem = (word: string) => /^ge(\p{L}{3,}?)e?t$/u.exec(word)?.[1];
  const [one, two] = [stem(a), stem(b)];
  const [own, form] = one === undefined ? [two, a] : [one, b];
  return (
    own !== undefined &&
    (one === undefined) !== (two === undefined) &&
    /^(?:e?n|e?te?n?|e)$/u.test(form.startsWith(own) ? form.slice(own.length) : "-")
  );
}

/** "aufzunehmen", "aufnehmen", "eingestellt", "einstellen": a German verb with its prefix, as far as the stem stays. */
function isOfPrefix(a: string, b: string): boolean {
  const bare = (word: string) =>
    word.replace(
      /^(ab|an|auf|aus|bei|durch|ein|fest|fort|her|hin|los|mit|nach|nieder|um|vor|weg|weiter|wieder|zu|zurück|zusammen)(?:zu|ge)(?=\p{L}{3})/u,
      "$1",
    );
  const [one, two] = [bare(a), bare(b)];
  return (one !== a || two !== b) && (one === two || sameStem(one, two, "de"));
}

/** Endings of English tense, number and degree, the letter doubled or dropped before them included. */
const ENDING = /^(?:[a-z]?(?:ed|ing|er|est|en)|i?(?:es|ed|er|est)|s|d|n|r|st|y|e|ies?)?$/u;

/** Whether two words of one stem differ in their endings alone: "extensively" and "extensive" are two words. */
function isInflection(a: string, b: string): boolean {
  let same = 0;
  while (same < Math.min(a.length, b.length) && a[same] === b[same]) same++;
  return ENDING.test(a.slice(same)) && ENDING.test(b.slice(same));
}

/** "three-seat" and "two-seat", "grey-haired" and "gray-haired": compounds of as many parts, of which some differ. */
export function relateCompounds(a: string, b: string): EditKind | undefined {
  if (!a.includes("-") || !b.includes("-")) return undefined;
  const one = a.split("-");
  const two = b.split("-");
  if (one.length !== two.length) return undefined;
  const differing = one.flatMap((part, i) => (part === two[i] ? [] : [[part, two[i] ?? ""] as const]));
  if (differing.length === 0 || differing.length === one.length) return undefined;
  const values = differing.map(([x, y]) => [numberIn(x), numberIn(y)] as const);
  if (values.every(([x, y]) => x !== undefined && y !== undefined))
    return values.every(([x, y]) => x === y) ? "number-form" : "number";
  return differing.every(([x, y]) => foldedAlike(x, y) || sameOrthography(x, y)) ? "spelling" : undefined;
}

/** "143곳" and "157곳": figures with what they count, in one word. */
function relateCounts(a: string, b: string): EditKind | undefined {
  const count = /^(\p{Nd}[\p{Nd}.,]*)(\p{L}[\p{L}\p{M}]*)$/u;
  const [one, two] = [count.exec(a), count.exec(b)];
  if (!one || !two || one[2] !== two[2] || one[1] === two[1]) return undefined;
  const values = [one[1], two[1]].map((figures) => parseFigures(figures ?? ""));
  return values[0] === values[1] ? "number-form" : "number";
}

function numberIn(part: string): number | undefined {
  return /^\d+$/u.test(part) ? Number(part) : wordValue(part);
}

/** Whether house style folds two words into one ("gray", "grey"). */
function foldedAlike(a: string, b: string): boolean {
  const hashOf = (word: string) => splitWords(word, [{ start: 0, end: word.length }]).hash[0];
  return hashOf(a) === hashOf(b);
}

/** Romanisations and accents of one name; any other change of letters may be somebody else. */
function relateNames(a: string, b: string): EditKind | undefined {
  return soundsAlike(a, b) && doublesOf(a) === doublesOf(b) ? "spelling" : undefined;
}

/** The consonants that stand twice in a name: "Ellwood" is another than "Elwood", though "Mohammed" may be "Mohamed". */
function doublesOf(name: string): string {
  return (name.match(/([lntrpgbfkz])\1/gu) ?? []).join("");
}

/** "KO", "KOs": letters that stand for words have a plural, too. */
function isPluralOf(one: string, many: string): boolean {
  return /^\p{Lu}{2,}$/u.test(one) && many === `${one}s`;
}

function soundsAlike(a: string, b: string): boolean {
  if (a.length < 3 || b.length < 3 || Math.abs(a.length - b.length) > MOST_FOLDED) return false;
  return mayStartAlike(a, b) && romanization(a) === romanization(b);
}

/** Folding takes no more letters than this from a word. */
const MOST_FOLDED = 4;
/** Consonants that no romanisation puts in place of another, at the start of a word. */
const FIRM = "bdglmnprtzбвгджзлмнпрстфхцчшщ";

/** A look at the first letters spares folding words that cannot sound alike. */
function mayStartAlike(a: string, b: string): boolean {
  return a[0] === b[0] || !FIRM.includes(a[0] as string) || !FIRM.includes(b[0] as string);
}

/** The same once doubled letters and those that stand for each other are folded. */
function romanization(word: string): string {
  return (
    word
      .normalize("NFD")
      .replace(/(?<=\p{Script=Latin})\p{M}/gu, "")
      .replace(/þ/gu, "th")
      .replace(/[ðđ]/gu, "d")
      .replace(/ł/gu, "l")
      .replace(/[øœ]/gu, "o")
      .replace(/\u093c/gu, "")
      .replace(/(?:sch|sh|ch|tsch)/gu, "x")
      .replace(/kh|h/gu, "")
      .replace(/ks|cs/gu, "x")
      .replace(/ander$/u, "andr")
      // Russian and Ukrainian endings of one name: "Kharkov", "Kharkiv".
      .replace(/[oei]v$/u, "iv")
      .replace(/[yj]|iy|ij|ii/gu, "i")
      .replace(/ou|oo|w/gu, "u")
      .replace(/[ck]|q/gu, "k")
      .replace(/ph|v/gu, "f")
      .replace(/e/gu, "i")
      .replace(/(.)\1+/gu, "$1")
  );
}

/** British and American endings: "organise" and "organize", "theatre" and "theater", "defence" and "defense". */
function sameOrthography(a: string, b: string): boolean {
  if (a.slice(0, 1) !== b.slice(0, 1) || Math.abs(a.length - b.length) > MOST_FOLDED) return false;
  return a.length >= 5 && b.length >= 5 && orthography(a) === orthography(b);
}

function orthography(word: string): string {
  return (
    word
      .replace(/our/gu, "or")
      .replace(/is(?=e|ing|ation)/gu, "iz")
      .replace(/ys(?=e|ing)/gu, "yz")
      .replace(/(?<=[tbc])re(?=s?$)/u, "er")
      .replace(/or(?=s?$)/u, "er")
      .replace(/[ao]e/gu, "e")
      .replace(/ogue/gu, "og")
      .replace(/ence$/u, "ense")
      .replace(/([lnp])\1/gu, "$1")
      // German: "aufwendig", "aufwändig".
      .replace(/ä/gu, "e")
      // Portuguese before and after its reform: "directo", "direto".
      .replace(/[cp](?=[tcç])/gu, "")
      .replace(/-/gu, "")
  );
}
