/**
 * Names the differences between two versions: what kind of edit each is, and whether it changes what a reader learns.
 *
 * In: differences from `walk.ts`. Out: edits by the rules of docs/edits.md. Closed classes of words (denials, days,
 * titles, verbs of saying) and numbers are looked at first; what is left is wording when both sides are of a size, and a
 * claim added or dropped when one side stands alone. Nothing here asks which language it is but the stemmer.
 */
import type { Span } from "../article.js";
import type { Words } from "../text/words.js";
import { areConversions, isBracketedConversion, isGivenName, nameAlone } from "./alone.js";
import { isReplaced } from "./claims.js";
import { joinContracted } from "./contractions.js";
import { behind, coverOf, datelineIn, nameDatelines, nameOpening } from "./datelines.js";
import { daysOf, nameDays } from "./days.js";
import type { EditKind } from "./edits.js";
import { nameExchanged } from "./exchanged.js";
import { isInitialed } from "./initials.js";
import { CREDIT, PRESS, SAYING, TITLES } from "./lexicon.js";
import { isTimestamp, lineAt } from "./lines.js";
import { editOf, type NamedEdit, type Naming } from "./named.js";
import { type Change, pairTokens } from "./pairing.js";
import { isNameLike, respellingKind } from "./relate.js";
import { joinReordered, joinRephrased } from "./rephrased.js";
import { joinSpeakers } from "./speakers.js";
import {
  contentOf,
  isQuoted,
  type Stretch,
  stretchOf,
  textAfter,
  textBefore,
  textSince,
  textUntil,
} from "./stretch.js";
import { nameSwap } from "./swaps.js";
import { cutTitles, isSamePerson, isShorterTitle, isTitle, joinTitles, LEAST_OF_CLAIM } from "./titles.js";
import { type Token, tokensOf } from "./tokens.js";
import { CURRENCIES } from "./units.js";
import type { Difference, GapSide, WordRange } from "./walk.js";

/** Names the differences of one group, in order. */
export function nameDifferences(naming: Naming, differences: readonly Difference[]): NamedEdit[] {
  const { a, b } = naming.ground;
  const found = differences.flatMap((difference): (Change | NamedEdit)[] => {
    if (difference.type === "gap") return changesOf(naming, difference);
    if (difference.type === "respelled") return [nameRespelling(naming, difference.a, difference.b)];
    return [editOf(difference.near ? "reordered" : "moved", charsOf(a, difference.a), charsOf(b, difference.b))];
  });
  const { textA, textB } = naming.ground;
  const changes = joinTitles(
    { a: textA, b: textB },
    joinRephrased(naming.ground, joinSpeakers(naming.ground, joinReordered(found))),
  );
  const named = changes.flatMap((one) => ("substantive" in one ? one : nameChange(naming, one)));
  const mayExchange = named.some(({ kind }) => kind === "reordered") && naming.language() === "en";
  return mayExchange ? nameExchanged(textA, textB, named) : named;
}

/** Characters of a range of words. */
export function charsOf(words: Words, range: WordRange): Span {
  return { start: words.start[range.start] as number, end: words.end[range.end - 1] as number };
}

function nameRespelling({ ground, language }: Naming, a: WordRange, b: WordRange): NamedEdit {
  const spanA = charsOf(ground.a, a);
  const spanB = charsOf(ground.b, b);
  const one = ground.textA.slice(spanA.start, spanA.end);
  const two = ground.textB.slice(spanB.start, spanB.end);
  const flags = (ground.a.flags[a.start] as number) | (ground.b.flags[b.start] as number);
  const kind = respellingKind(one, two, flags);
  return editOf(kind === "spelling" && isTenseAccent(one, two, language) ? "inflection" : kind, spanA, spanB);
}

/** "souligne", "souligné": in these languages an accent on the last letter of a verb tells its tense. */
function isTenseAccent(one: string, two: string, language: () => string): boolean {
  const [a = "", b = ""] = [one, two].map((word) => word.slice(-1).normalize("NFD"));
  if (one.length < LEAST_OF_VERB || !/^\p{Ll}/u.test(one) || one.slice(0, -1) !== two.slice(0, -1)) return false;
  return a[0] === b[0] && a.length !== b.length && /^(?:fr|es|it|pt)/u.test(language());
}

const LEAST_OF_VERB = 4;

function changesOf(naming: Naming, { a, b }: Difference & { type: "gap" }): (Change | NamedEdit)[] {
  const { ground } = naming;
  const inA = datelineIn(ground.textA, ground.a, a);
  const inB = datelineIn(ground.textB, ground.b, b);
  if (!inA && !inB) return changesIn(naming, a, b);
  return [...nameDatelines(ground, inA, inB), ...changesIn(naming, behind(ground.a, a, inA), behind(ground.b, b, inB))];
}

function changesIn(naming: Naming, a: GapSide, b: GapSide): (Change | NamedEdit)[] {
  const { ground } = naming;
  const ownA = tokensOf(ground.textA, ground.a, a);
  const ownB = tokensOf(ground.textB, ground.b, b);
  const one = joinContracted(ground.textA, ownA, ownB);
  const two = joinContracted(ground.textB, ownB, ownA);
  const opening = nameOpening(ground, one, two);
  if (opening) return opening;
  const whole = nameWhole(naming, one, two);
  const changes = whole ? [{ a: one, b: two, kind: whole }] : pairTokens(one, two, naming.language);
  return a.chars.length + b.chars.length > 2 ? changes.flatMap((change) => cutAtParts(change, a, b)) : changes;
}

/** A change that runs over furniture is cut there: the longest pieces of both sides answer each other. */
function cutAtParts(change: Change, a: GapSide, b: GapSide): Change[] {
  const partsA = inParts(change.a, a);
  const partsB = inParts(change.b, b);
  if (partsA.length < 2 && partsB.length < 2) return [change];
  const [mainA, mainB] = [longest(partsA), longest(partsB)];
  return [
    ...partsA.filter((part) => part !== mainA).map((part) => ({ a: part, b: [] })),
    { ...change, a: mainA, b: mainB },
    ...partsB.filter((part) => part !== mainB).map((part) => ({ a: [], b: part })),
  ];
}

function inParts(tokens: Token[], { chars }: GapSide): Token[][] {
  return chars
    .map(({ start, end }) => tokens.filter((token) => token.start >= start && token.end <= end))
    .filter((part) => part.length > 0);
}

function longest(parts: readonly Token[][]): Token[] {
  return parts.reduce((most, part) => (part.length > most.length ? part : most), []);
}

/** Kinds that only the whole of a gap can show. */
function nameWhole(naming: Naming, a: Token[], b: Token[]): EditKind | undefined {
  if (a.length === 0 || b.length === 0 || a.length > 8 || b.length > 8) return undefined;
  if ([...a, ...b].some((token) => token.type === "mark" || token.expression)) return undefined;
  const one = stretchOf(naming.ground.textA, a, naming.vocabularyB);
  const two = stretchOf(naming.ground.textB, b, naming.vocabularyA);
  if (isInitialed(one, two)) return "abbreviation";
  if (a.length > 1 && [...one.plain].sort().join(" ") === [...two.plain].sort().join(" ")) return "reordered";
  return undefined;
}

function nameChange(naming: Naming, change: Change): NamedEdit[] {
  const { ground } = naming;
  if (isSign(ground.textA, change.a, change.b) || isSign(ground.textB, change.b, change.a))
    return [editOf("number", coverIf(change.a), coverIf(change.b))];
  const venue = cutVenue(change);
  if (venue) return venue.flatMap((part) => nameChange(naming, part));
  const one = change.a.length > 0 ? stretchOf(ground.textA, change.a, naming.vocabularyB) : undefined;
  const two = change.b.length > 0 ? stretchOf(ground.textB, change.b, naming.vocabularyA) : undefined;
  const parts = one && two && !change.kind && !isSamePerson(one, two) ? cutTitles(change) : undefined;
  if (parts) return parts.flatMap((part) => nameChange(naming, part));
  if (one && two && !change.kind) {
    const apart = nameApart(naming, one, two);
    if (apart) return apart;
  }
  const span = (stretch: Stretch | undefined) => stretch && { start: stretch.start, end: stretch.end };
  const kind = kindOf(naming, change.kind, one, two);
  if (one && two && !change.kind && (kind === "wording" || kind === "negation") && isReplaced(one, two, kind))
    return [editOf("dropped", span(one), undefined), editOf("added", undefined, span(two))];
  return [editOf(kind, span(one), span(two))];
}

/** "told reporters [in Prague]", "said": where it was goes for itself. */
function cutVenue(change: Change): Change[] | undefined {
  const [long, short] = change.a.length > change.b.length ? [change.a, change.b] : [change.b, change.a];
  const isSpeech = ({ plain }: Token) => SAYING.has(plain) || PRESS.has(plain);
  const end = long.findIndex((token) => !isSpeech(token));
  if (
    change.kind ||
    end < 1 ||
    short.length === 0 ||
    !short.every(isSpeech) ||
    !/^(?:in|at|on)$/u.test(long[end]?.plain ?? "")
  )
    return undefined;
  const [speech, venue] = [long.slice(0, end), long.slice(end)];
  if (!venue.slice(1).some(isNameLike)) return undefined;
  return long === change.a
    ? [
        { a: speech, b: short },
        { a: venue, b: [] },
      ]
    : [
        { a: short, b: speech },
        { a: [], b: venue },
      ];
}

/** What only stands in the same place: a courtesy and a first name, the word of a currency and an amount converted behind it. */
function nameApart(naming: Naming, one: Stretch, two: Stretch): NamedEdit[] | undefined {
  const isPair = (first: Stretch, second: Stretch) =>
    (isTitle(first) && isGivenName(second) && !TITLES.has(second.plain[0] ?? "") && !isShorterTitle(second, first)) ||
    (isTitle(first) && first.words.length === 1 && contentOf(second).length >= LEAST_OF_CLAIM) ||
    (CURRENCIES.test(first.text.toLowerCase()) && isBracketedConversion(second));
  if (!isPair(one, two) && !isPair(two, one)) return undefined;
  const [a, b] = [one, two].map(({ start, end }) => ({ start, end }));
  return [
    editOf(nameAlone(naming, one, "dropped"), a, undefined),
    editOf(nameAlone(naming, two, "added"), undefined, b),
  ];
}

/** A minus before a number, in place of nothing: "-5" has become "5". */
function isSign(text: string, tokens: readonly Token[], others: readonly Token[]): boolean {
  const sign = tokens[0];
  if (!sign || tokens.length > 1 || others.length > 0 || !/^[-−–]$/u.test(sign.text)) return false;
  return /\p{Nd}/u.test(text[sign.end] ?? "") && !/[^\s(（]/u.test(text[sign.start - 1] ?? "");
}

function coverIf(tokens: readonly Token[]): Span | undefined {
  return tokens.length > 0 ? coverOf(tokens) : undefined;
}

function kindOf(
  naming: Naming,
  known: EditKind | undefined,
  one: Stretch | undefined,
  two: Stretch | undefined,
): EditKind {
  if (known === "inflection" && one && two && isQuoted(one) && isQuoted(two)) return "quotation";
  if (known === "number" && one && two && areConversions(one, two)) return "unit-conversion";
  if (known === "number" && one && WEEKDAY_BEFORE.test(textBefore(one))) return "date";
  if (known) return known;
  if (one && two && [one, two].every((day) => WEEKDAY.test(day.text + textAfter(day)))) return "date";
  if ((!one || isCredit(one)) && (!two || isCredit(two))) return "credit";
  if ((!one || isInTimestamp(one)) && (!two || isInTimestamp(two))) return nameInTimestamp(one, two);
  if (one && two) return nameSwap(naming, one, two);
  return one ? nameAlone(naming, one, "dropped") : two ? nameAlone(naming, two, "added") : "wording";
}

/** Characters before the number of a weekday. */
const WEEKDAY_BEFORE = /(?:周|週|星期|礼拜|禮拜)$/u;

/** 月曜日, 火曜日: the character that tells the day. */
const WEEKDAY = /^[月火水木金土日]曜/;

/** Whether the words stand in a line that tells who reported. */
function isCredit(stretch: Stretch): boolean {
  const told = textSince(stretch, ".!?") + stretch.text;
  return CREDIT.test(told) || CONTACT.test(told + textUntil(stretch, ".!?"));
}

/** How a line about the reporter tells where to write to. */
const CONTACT = /\bbe reached (?:at|on|via)\b|\bfollow (?:him|her|them|us|me) on\b/i;

function isInTimestamp(stretch: Stretch): boolean {
  return isTimestamp(lineAt(stretch.source, stretch.start));
}

/** In a line that tells when a text was published, only another day is no matter of style. */
function nameInTimestamp(one: Stretch | undefined, two: Stretch | undefined): EditKind {
  return (one && two && nameDays(one, two)) === "date" && [one, two].every((side) => side && daysOf(side).length > 0)
    ? "date"
    : "dateline";
}
