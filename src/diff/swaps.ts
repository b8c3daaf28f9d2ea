/** Names words in place of others: closed classes first, then names; what is left is wording. */
import { WordFlag } from "../text/words.js";
import { nameAlone } from "./alone.js";
import { nameSizes } from "./claims.js";
import { nameContrary } from "./contraries.js";
import { nameDays } from "./days.js";
import {
  DENIAL,
  isAuxiliary,
  isDeniedInBoth,
  isDeniedOtherwise,
  isDuty,
  isHomograph,
  isModalWord,
  isOrdinal,
  isPlan,
  isSameDoubt,
  isUnless,
  sortOfDoubt,
} from "./doubt.js";
import type { EditKind } from "./edits.js";
import { isInitialed } from "./initials.js";
import { EMPTY, JUDGING, PRESS, PRONOUNS, QUANTIFIERS, SAYING, TELLING, TITLES, TO, UNITS } from "./lexicon.js";
import type { Naming } from "./named.js";
import { isHearer, isNameElsewhere, isOtherSide, nameNames, nameSource } from "./names.js";
import { core, type Expression } from "./pieces.js";
import { plain as plainOf } from "./plain.js";
import { isNameLike, relateCompounds, sameLemma, withHyphens } from "./relate.js";
import { relateExpressions } from "./relations.js";
import { LONGEST_REPHRASED } from "./rephrased.js";
import {
  contentOf,
  differ,
  every,
  isQuoted,
  type Stretch,
  some,
  textAfter,
  textAround,
  textBefore,
} from "./stretch.js";
import { isSamePerson, isShorterTitle, isTitle } from "./titles.js";
import type { Token } from "./tokens.js";
import { isMentioned } from "./vocabulary.js";

/** What words in place of others are. */
export function nameSwap(naming: Naming, one: Stretch, two: Stretch): EditKind {
  if (isArticle(one) && isArticle(two)) return isIndefinite(one) && isIndefinite(two) ? "inflection" : "wording";
  if (isArticle(one) !== isArticle(two))
    return isArticle(one) ? nameAlone(naming, two, "added") : nameAlone(naming, one, "dropped");
  if (isInitialed(one, two) || isNumbered(one, two) || isNumbered(two, one)) return "abbreviation";
  if (one.text.toLowerCase() === two.text.toLowerCase()) return "capitalization";
  if (lettersOf(one) === lettersOf(two))
    return withHyphens(one.text) === withHyphens(two.text) ? "typography" : "spelling";
  // "4-year-old", "four-year-old": in figures the number is a word for itself.
  const compound = relateCompounds(one.text.toLowerCase(), two.text.toLowerCase());
  if (compound === "number" || compound === "number-form") return compound;
  if (isShorterTitle(one, two) || isShorterTitle(two, one)) return "abbreviation";
  if (landOf(one) !== undefined && landOf(one) === landOf(two)) return "wording";
  if (isOfAge(one) && isOfAge(two)) return "wording";
  if (isPronoun(one) !== isPronoun(two) && isReferent(isPronoun(one) ? two : one)) return "wording";
  const contrary = isQuoted(one) || isQuoted(two) ? undefined : nameContrary(one, two);
  if (contrary) return contrary;
  if (isInflected(naming, one, two)) return "inflection";
  if (areOfPersons(one, two)) return "name";
  if (isQuoted(one) && isQuoted(two)) return "quotation";
  // A speech that gave way to a word or two outside of it is gone.
  if (isQuoted(one) || isQuoted(two)) return nameSizes(one, two) ?? "quotation";
  if (isDuty(one) && isDuty(two)) return "wording";
  if (isDeniedInBoth(one, two)) return one.words.length + two.words.length > 2 ? "inflection" : "wording";
  if (isPlan(one, two) || isDeniedOtherwise(one, two) || isUnless(one, two)) return "wording";
  if (isToldTo(one, two) || isToldTo(two, one)) return "credit";
  if (isPlainSpeech(one) && isPlainSpeech(two)) return "wording";
  if (isBackshift(one, two)) return "inflection";
  const size = nameSizes(one, two);
  if (size) return size;
  if (isSameDoubt(one, two)) return "wording";
  const modal = (word: string) => isModalWord(word) && !isHomograph(naming, word);
  if (
    (differ(one, two, modal, sortOfDoubt) && !isOrdinal(one) && !isOrdinal(two)) ||
    DENIAL.test(one.text) !== DENIAL.test(two.text)
  )
    return nameModal(one, two);
  return (
    nameDays(one, two) ??
    nameReporters(one, two) ??
    (isAmount(one) && isAmount(two) ? nameCounts(naming, one, two) : undefined) ??
    nameSource(one, two) ??
    nameCounts(naming, one, two) ??
    nameSpeech(one, two) ??
    (isOtherSide(one, two) ? "place" : undefined) ??
    nameNamed(naming, one, two) ??
    "wording"
  );
}

/** A name for words without matter ("in Canada is", "was") stands for none of them: it came or went. */
function nameNamed(naming: Naming, one: Stretch, two: Stretch): EditKind | undefined {
  const kind = nameNames(naming.language, one, two);
  if (kind !== "name") return kind;
  if (contentOf(two).length === 0) return nameAlone(naming, one, "dropped");
  return contentOf(one).length === 0 ? nameAlone(naming, two, "added") : kind;
}

/** "number 7", "No 7". */
function isNumbered(word: Stretch, sign: Stretch): boolean {
  return /^(?:number|Nummer|numéro|número|numero)$/i.test(word.text) && isOrdinal(sign);
}

/** Beside a word of doubt alone, a long stretch is a claim that came or went. */
const MODAL_ALONE = 3;

function nameModal(one: Stretch, two: Stretch): EditKind {
  const [a, b] = [one, two].map((stretch) => contentOf(stretch).filter((word) => !isModalWord(word)).length);
  if (a === 0 && (b ?? 0) >= MODAL_ALONE) return "added";
  return b === 0 && (a ?? 0) >= MODAL_ALONE ? "dropped" : "negation";
}

/** "the [U.K.] government", "the [British] government". */
function landOf(stretch: Stretch): string | undefined {
  if (stretch.words.length > LONGEST_REPHRASED) return undefined;
  const word = contentOf(stretch).join(" ").replace(/\./gu, "");
  return /^(?:uk|united kingdom|britain|british)$/u.test(word)
    ? "uk"
    : /^(?:us|usa|united states|america|american)$/u.test(word)
      ? "us"
      : undefined;
}

/** "54 [Jahre alte]", "54-[jährige]": how old somebody is, in German. */
function isOfAge({ text }: Stretch): boolean {
  return /^(?:Jahre alte?[nrms]?|-?[jJ]ährige[nrms]?)$/u.test(text);
}

/** "he", "it": a word that stands for what was named before. */
function isPronoun(stretch: Stretch): boolean {
  return stretch.words.length === 1 && PRONOUNS.has(stretch.plain[0] ?? "");
}

/** What a pronoun may stand for: a short phrase without a figure, its names told in the other text, too. */
function isReferent(stretch: Stretch): boolean {
  return (
    stretch.words.length <= LONGEST_REPHRASED &&
    every(stretch, (word, token) => !token.expression && !isModalWord(word) && !SAYING.has(word)) &&
    every(stretch, (word, token) => !isNameLike(token) || stretch.others().has(word) || TITLES.has(word))
  );
}

/** "A bomb explosion", "An explosion": the article alone says nothing. */
function isArticle(stretch: Stretch): boolean {
  return /^(?:an?|the)$/u.test(stretch.plain.join(" "));
}

/** "a" and "an" are one word. */
function isIndefinite({ plain: [word] }: Stretch): boolean {
  return word === "a" || word === "an";
}

/** Letters alone: "Puerto Hondo" and "Puertohondo" are one name. */
function lettersOf(stretch: Stretch): string {
  return stretch.text.replace(/[\s\p{Pd}]/gu, "").toLowerCase();
}

/** Only forms of the same words on both sides, auxiliaries aside: "have been", "were". */
function isInflected(naming: Naming, one: Stretch, two: Stretch): boolean {
  const a = one.plain.filter((word) => !isAuxiliary(naming, word));
  const b = two.plain.filter((word) => !isAuxiliary(naming, word));
  if (a.length !== b.length) return false;
  const renamed = one.words.some((token, i) => isRenamed(one, token, two.words[i]));
  if (renamed && one.words.length === two.words.length && naming.language() !== "de") return false;
  return a.every((word, i) => word === b[i] || sameLemma(word, b[i] as string, naming.language));
}

/** "Hart", "Harte": where names do not decline, other letters are another name; a plural is not. */
function isRenamed(stretch: Stretch, one: Token, two: Token | undefined): boolean {
  if (!two || !isNameLike(one) || !isNameLike(two) || !/^\p{Script=Latin}/u.test(one.text)) return false;
  const opens = ((one.flags | two.flags) & WordFlag.sentenceStart) !== 0;
  if (opens && !isNameElsewhere(stretch, one) && !isOfPerson(stretch, one)) return false;
  if (one.plain === two.plain) return false;
  const isPlural = `${one.plain}s` === two.plain || one.plain === `${two.plain}s`;
  return !isPlural || isSurname(stretch, one);
}

/** "Mr [Clark] met", "[Ann] Pike met": a title before it or another capital behind it tells a name where a sentence begins. */
function isOfPerson({ source }: Stretch, { start, end }: Token): boolean {
  if (/^\s\p{Lu}\p{Ll}/u.test(source.slice(end, end + 3))) return true;
  const before = /(\p{L}+)\.?\s$/u.exec(source.slice(Math.max(0, start - LONGEST_FIRST), start))?.[1];
  return before !== undefined && TITLES.has(plainOf(before));
}

/** One capital for another where a sentence begins: behind a title any, before another capital one that is spelled alike. */
function areOfPersons(one: Stretch, two: Stretch): boolean {
  const [a, b] = [one.words[0], two.words[0]];
  if (!a || !b || one.words.length + two.words.length > 2 || !isNameLike(a) || !isNameLike(b)) return false;
  if (!(a.flags & b.flags & WordFlag.sentenceStart) || a.plain.slice(0, 2) !== b.plain.slice(0, 2)) return false;
  return isRenamed(one, a, b) && isOfPerson(one, a) && isOfPerson(two, b);
}

/** Behind a first name or a title, here or elsewhere in the text: a surname has no plural. */
function isSurname(stretch: Stretch, { text }: Token): boolean {
  const around = textAround(stretch);
  return isMentioned(around, text, (at) => {
    const first = /(?:^|[\s"“(])(\p{Lu}\p{Ll}+\.?) $/u.exec(around.slice(Math.max(0, at - LONGEST_FIRST), at))?.[1];
    return first !== undefined && !EMPTY.has(plainOf(first)) && !/\p{L}/u.test(around[at + text.length] ?? "");
  });
}

/** Characters of a first name, with the space on either side. */
const LONGEST_FIRST = 20;

/** Numbers, in figures or vague. */
function nameCounts(naming: Naming, one: Stretch, two: Stretch): EditKind | undefined {
  const span = relateSpans(one, two);
  if (span) return span;
  if (hasCount(one) && hasCount(two)) return "number";
  if (isHalf(one) ? hasCount(two) : isHalf(two) && hasCount(one)) return "number";
  if (hasCount(one) || hasCount(two)) return isNumeral(naming, one, two) ? "number-form" : nameOneCount(one, two);
  if (isDouble(one) && isDouble(two)) return undefined;
  const vague = (stretch: Stretch) => some(stretch, (word) => QUANTIFIERS.has(word));
  return vague(one) && vague(two) ? "number" : undefined;
}

const isDouble = (stretch: Stretch): boolean => some(stretch, (word) => word === "twice" || word === "double");

/** Figures and words of amount alone: behind "said", too, they are no source. */
function isAmount(stretch: Stretch): boolean {
  return every(stretch, (word, token) => token.expression !== undefined || QUANTIFIERS.has(word) || EMPTY.has(word));
}

/** "a day", "24 hours": one of a unit of time, which alone is more often some day, beside a length of time. */
function relateSpans(one: Stretch, two: Stretch): EditKind | undefined {
  const [a, b] = [spanOf(one), spanOf(two)];
  if (!a || !b) return undefined;
  const relation = relateExpressions(a, b);
  return relation === "unit-conversion" || relation === "number-form" ? relation : undefined;
}

function spanOf(stretch: Stretch): Expression | undefined {
  const [told] = stretch.words;
  if (stretch.words.length === 1 && told?.expression) return told.expression;
  const [, half, unit = ""] = /^(half )?(?:an?|one) (\p{L}+)$/u.exec(stretch.plain.join(" ")) ?? [];
  if (UNITS.get(unit)?.dimension !== "time") return undefined;
  const { start, end, text } = stretch;
  const read = core("quantity", [half ? 0.5 : 1], { slack: [0.05], unit, figures: half ? "½" : "1" });
  return { ...read, start, end, text };
}

const isHalf = (stretch: Stretch): boolean => some(stretch, (word) => word === "half");

/** "half of the world" counts nothing but beside another share. */
const hasCount = (stretch: Stretch): boolean =>
  some(stretch, (word, token) => token.expression !== undefined && word !== "half");

/** Languages whose numerals `numerals.ts` knows to a hundred: there a word that is none of them is no number. */
const COUNTED = /^(?:en|de|fr|es|pt|it|ru|nl)$/u;

/** "mười năm", "10 năm": figures in place of a word in a language whose numerals are not known are the same number. */
function isNumeral(naming: Naming, one: Stretch, two: Stretch): boolean {
  const [figures, word] = hasCount(one) ? [one, two] : [two, one];
  if (figures.words.length > 2 || word.words.length > 2 || !/^\p{Nd}/u.test(figures.text)) return false;
  const isBare = every(word, (own) => /^[\p{L}\p{M}-]+$/u.test(own) && !QUANTIFIERS.has(own) && !EMPTY.has(own));
  return isBare && !COUNTED.test(naming.language());
}

/** Three words of matter and more on either side, and none of them shared. */
function areOthers(one: Stretch, two: Stretch): boolean {
  const [a, b] = [contentOf(one), contentOf(two)];
  return Math.min(a.length, b.length) >= 3 && a.every((word) => !b.includes(word));
}

/** A figure on one side only: another amount where a word of amount answers it, else a claim that brings its figure along. */
function nameOneCount(one: Stretch, two: Stretch): EditKind {
  const surplus = contentOf(one).length - contentOf(two).length;
  const answered = [one, two].some(
    (stretch) => some(stretch, (word) => QUANTIFIERS.has(word)) || /^(?:an?|one|another)\b/i.test(stretch.text),
  );
  if (areOthers(one, two)) return hasCount(one) ? "dropped" : "added";
  if (answered || Math.abs(surplus) < 2) return "number";
  return surplus > 0 ? "dropped" : "added";
}

/** "told reporters", "said": the same, whoever was there. */
function isPlainSpeech(stretch: Stretch): boolean {
  return (
    some(stretch, (word) => SAYING.has(word)) &&
    every(
      stretch,
      (word) => SAYING.has(word) || PRESS.has(word) || EMPTY.has(word) || TO.has(word) || OCCASIONS.has(word),
    )
  );
}

/** Where words are said to the press. */
const OCCASIONS: ReadonlySet<string> = new Set([
  "news",
  "press",
  "conference",
  "briefing",
  "audience",
  "crowd",
  "speech",
  "address",
  "filing",
  "statement",
  "interview",
  "rueda",
  "conferencia",
  "conférence",
  "conferenza",
  "coletiva",
  "pressekonferenz",
]);

/** "told Northwest Press", "said": the agency's name for itself. */
function isToldTo(told: Stretch, said: Stretch): boolean {
  const [first, ...rest] = told.words;
  return (
    first !== undefined &&
    TELLING.has(first.plain) &&
    rest.length > 0 &&
    rest.every(isNameLike) &&
    every(said, (word) => SAYING.has(word))
  );
}

/** "It will", "he said it would": the tense of reported speech. */
function isBackshift(one: Stretch, two: Stretch): boolean {
  const [a, b] = [one.plain.join(" "), two.plain.join(" ")];
  const shifted = a === "will" && b === "would" ? two : a === "would" && b === "will" ? one : undefined;
  return (
    shifted !== undefined &&
    /\b(?:said|told|added|warned|promised|announced|wrote)\b/u.test(textBefore(shifted) + textAfter(shifted))
  );
}

/** An agency's name for its own people: "a Reuters correspondent", "a reporter". */
function nameReporters(one: Stretch, two: Stretch): EditKind | undefined {
  const either = (is: (stretch: Stretch) => boolean, are: (stretch: Stretch) => boolean) =>
    (is(one) && are(two)) || (is(two) && are(one));
  if (either(isOwnHouse, isBareName) || either(areReporters, isBareName) || either(isOwnHouse, areReporters))
    return "credit";
  if (areReporters(one) && areReporters(two)) return "wording";
  const isNamed = (stretch: Stretch) => some(stretch, (_, token) => isNameLike(token));
  return isOfPress(one) && isOfPress(two) && (isNamed(one) || isNamed(two)) ? "credit" : undefined;
}

const isOfPress = (stretch: Stretch): boolean => some(stretch, (word) => PRESS.has(word));

const isOwnHouse = (stretch: Stretch): boolean => OWN_HOUSE.test(stretch.plain.join(" "));

/** "by reporters": several of no name are nobody's in particular. */
function areReporters(stretch: Stretch): boolean {
  const isLittle = (word: string) => EMPTY.has(word) || TO.has(word);
  return isOfPress(stretch) && every(stretch, (word) => isLittle(word) || (PRESS.has(word) && !SINGLE.has(word)));
}

/** "Northwest News", "à l'ALP": a name and nothing else. */
function isBareName(stretch: Stretch): boolean {
  const isName = (token: Token) => isNameLike(token) || /^\p{Ll}['’]\p{Lu}/u.test(token.text);
  return (
    some(stretch, (_, token) => isName(token)) &&
    every(stretch, (word, token) => isName(token) || EMPTY.has(word) || TO.has(word))
  );
}

/** How an outlet names itself, and others it. */
const OWN_HOUSE =
  /(?:^|\s)(?:(?:news|press) agency|(?:this|our|the) (?:news)?paper|the broadcaster|(?:est[ea]|nuestr[oa]) (?:portal|diario|periódico|medio|redacción)|notre (?:rédaction|journal)|unserer? (?:zeitung|redaktion)|questo giornale|nostra redazione|nossa reportagem|a reportagem)$/u;

/** One reporter may be somebody. */
const SINGLE: ReadonlySet<string> = new Set(["reporter", "correspondent", "journalist"]);

/** Who said it, how, and to whom. */
function nameSpeech(one: Stretch, two: Stretch): EditKind | undefined {
  const judged = (stretch: Stretch) =>
    some(stretch, (word) => JUDGING.has(word)) &&
    !/^\s(?:to|into) (?:the |an? )?(?:hospital|intensive)/u.test(textAfter(stretch));
  if (judged(one) !== judged(two)) return "attribution";
  if (isHearerOfNoName(one) && isHearerOfNoName(two)) return undefined;
  if ((isHearer(one) && isHearer(two)) || (isVenue(one) && isVenue(two))) return "credit";
  if ((isTitle(one) && two.words.length <= 2) || (isTitle(two) && one.words.length <= 2)) return "honorific";
  return isSamePerson(one, two) ? "honorific" : undefined;
}

/** "told [lawmakers]", "told [MPs]": neither the press nor anybody with a name. */
function isHearerOfNoName(stretch: Stretch): boolean {
  const isName = (token: Token) => isNameLike(token) && !/^\p{Lu}+s?$/u.test(token.text);
  return isHearer(stretch) && every(stretch, (word, token) => !PRESS.has(word) && !SAYING.has(word) && !isName(token));
}

/** Where words were said or to whom: "said in a statement [on the radio]". */
function isVenue(stretch: Stretch): boolean {
  return (
    stretch.words.length <= 3 &&
    /\b(?:in|during) an? (?:\p{L}+ )?(?:statement|interview|message|post|email|call|briefing)\s$/u.test(
      textBefore(stretch),
    ) &&
    /^(?:to|on|with|at|for|in)\b/u.test(stretch.text)
  );
}
