/**
 * Names the differences between two versions: what kind of edit each is, and whether it changes what a reader learns.
 *
 * In: differences from `walk.ts`. Out: edits by the rules of docs/edits.md. Closed classes of words (denials, days,
 * titles, verbs of saying) and numbers are looked at first; what is left is wording when both sides are of a size, and a
 * claim added or dropped when one side stands alone. Nothing here asks which language it is but the stemmer.
 */
import type { Span } from "../article.js";
import { findDateline } from "../text/dateline.js";
import { WordFlag, type Words } from "../text/words.js";
import { joinContracted } from "./contractions.js";
import type { Edit, EditKind } from "./edits.js";
import { CURRENCIES } from "./expressions.js";
import {
  AUXILIARIES,
  COURTESIES,
  CREDIT,
  DAYS,
  EMPTY,
  JUDGING,
  MODALITY,
  MONTH_NUMBERS,
  MONTHS,
  PRESS,
  QUANTIFIERS,
  RELATIVE_DAYS,
  SAME_DAYS,
  SAYING,
  SOURCE_BEFORE,
  SOURCES,
  TITLES,
} from "./lexicon.js";
import { isTimestamp, lineAt } from "./lines.js";
import { isHearer, isSource, nameNames, nameSource } from "./names.js";
import { HAN_NUMERAL } from "./numerals.js";
import { type Change, isTitleCut, pairTokens, relateDays } from "./pairing.js";
import { isNameLike, respellingKind, sameLemma } from "./relate.js";
import { contentOf, differ, every, isQuoted, type Stretch, some, stretchOf, textAfter, textBefore } from "./stretch.js";
import { type Token, tokensOf } from "./tokens.js";
import { clip, type Difference, type GapSide, type Ground, type WordRange } from "./walk.js";

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

/** An edit whose place is not yet known. */
export type NamedEdit = Omit<Edit, "at">;

/** An edit with its kind; whether it is substantive follows from the kind. */
export function editOf(kind: EditKind, a: Span | undefined, b: Span | undefined): NamedEdit {
  const edit: NamedEdit = { kind, substantive: SUBSTANTIVE.has(kind) };
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

/** Names the differences of one group, in order. */
export function nameDifferences(naming: Naming, differences: readonly Difference[]): NamedEdit[] {
  const { a, b } = naming.ground;
  const found = differences.flatMap((difference): (Change | NamedEdit)[] => {
    if (difference.type === "gap") return changesOf(naming, difference);
    if (difference.type === "respelled") return [nameRespelling(naming.ground, difference.a, difference.b)];
    return [editOf(difference.near ? "reordered" : "moved", charsOf(a, difference.a), charsOf(b, difference.b))];
  });
  return joinRephrased(naming.ground, joinReordered(found)).flatMap((one) =>
    "substantive" in one ? one : nameChange(naming, one),
  );
}

/** Characters of a range of words. */
export function charsOf(words: Words, range: WordRange): Span {
  return { start: words.start[range.start] as number, end: words.end[range.end - 1] as number };
}

function nameRespelling(ground: Ground, a: WordRange, b: WordRange): NamedEdit {
  const spanA = charsOf(ground.a, a);
  const spanB = charsOf(ground.b, b);
  const one = ground.textA.slice(spanA.start, spanA.end);
  const two = ground.textB.slice(spanB.start, spanB.end);
  const flags = (ground.a.flags[a.start] as number) | (ground.b.flags[b.start] as number);
  return editOf(respellingKind(one, two, flags), spanA, spanB);
}

// ---- gaps ----

function changesOf(naming: Naming, { a, b }: Difference & { type: "gap" }): (Change | NamedEdit)[] {
  const { ground } = naming;
  const inA = datelineIn(ground.textA, ground.a, a);
  const inB = datelineIn(ground.textB, ground.b, b);
  if (!inA && !inB) return changesIn(naming, a, b);
  return [...nameDatelines(ground, inA, inB), ...changesIn(naming, behind(ground.a, a, inA), behind(ground.b, b, inB))];
}

/** A dateline in place of another is house style, but for the day it names. */
function nameDatelines(ground: Ground, a: Span | undefined, b: Span | undefined): NamedEdit[] {
  const [spanA, spanB] = [a && trimmed(ground.textA, a), b && trimmed(ground.textB, b)];
  const whole = [editOf("dateline", spanA, spanB)];
  if (!a || !b) return whole;
  if (ground.textA.slice(spanA?.start, spanA?.end) === ground.textB.slice(spanB?.start, spanB?.end)) return [];
  const days = daysIn(ground.textA, ground.a, a);
  const others = daysIn(ground.textB, ground.b, b);
  const at = days.findIndex((day, i) => day.text !== others[i]?.text);
  const [one, two] = [days[at], others[at]];
  if (days.length !== others.length || !one || !two || relateDays(one, two) !== "date") return whole;
  const rest = [
    [
      { start: a.start, end: one.start },
      { start: b.start, end: two.start },
    ],
    [
      { start: one.end, end: a.end },
      { start: two.end, end: b.end },
    ],
  ].flatMap(([spanA, spanB]) => {
    const [left, right] = [trimmed(ground.textA, spanA as Span), trimmed(ground.textB, spanB as Span)];
    if (ground.textA.slice(left.start, left.end) === ground.textB.slice(right.start, right.end)) return [];
    return [editOf("dateline", left.end > left.start ? left : undefined, right.end > right.start ? right : undefined)];
  });
  const day = editOf("date", { start: one.start, end: one.end }, { start: two.start, end: two.end });
  return [...rest, day].sort((x, y) => (x.b?.start ?? x.a?.start ?? 0) - (y.b?.start ?? y.a?.start ?? 0));
}

/** The days that a dateline names; a place may bear the name of one, too ("San Abril"). */
function daysIn(text: string, words: Words, dateline: Span): Token[] {
  return tokensOf(text, words, { words: [], chars: [dateline] }).filter(
    (token) => token.expression?.type === "date" || isDay(token.plain),
  );
}

/** The dateline in a gap: that of the text, before its first word, or one that stands behind a caption. */
function datelineIn(text: string, words: Words, { chars }: GapSide): Span | undefined {
  const within = (span: Span) => chars.some(({ start, end }) => start <= span.start && end >= span.end);
  if (words.dateline) return within(words.dateline) ? words.dateline : undefined;
  const start = chars[0]?.start ?? 0;
  if (start === 0 || text[start - 1] !== "\n" || start > LATEST_LATE_DATELINE) return undefined;
  const line = text.indexOf("\n", start);
  const found = findDateline(text, { start, end: line < 0 ? text.length : line });
  return found && within(found) ? found : undefined;
}

function behind(words: Words, side: GapSide, dateline: Span | undefined): GapSide {
  if (!dateline) return side;
  return {
    words: side.words.filter((i) => (words.start[i] as number) >= dateline.end),
    chars: clip(side.chars, dateline.end, Number.POSITIVE_INFINITY),
  };
}

/** Captions before the dateline are no longer than this together. */
const LATEST_LATE_DATELINE = 1500;

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

function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (end > start && /\s/u.test(text[end - 1] as string)) end--;
  while (start < end && /\s/u.test(text[start] as string)) start++;
  return { start, end };
}

/** The longest opening that is looked at, in characters: the longest dateline seen has under 70. */
const LONGEST_DATELINE = 100;
/** How far from the start of the text it may begin: behind a place that both versions keep. */
const LATEST_DATELINE = 16;
/** What ends a dateline: a dash, a bracket, an agency between slashes. */
const DATELINE_END = /(?:[-–—―=＝]|[)）\]】/][.:：।]?)$/u;

/** What stands before the first sentence and ends like a dateline, though its form alone did not show it: it came or went whole. */
function nameOpening(ground: Ground, a: Token[], b: Token[]): NamedEdit[] | undefined {
  const one = coverOf(a);
  const two = coverOf(b);
  if (hasNoWord(b) && isOpening(ground.textA, ground.a, one)) return [editOf("dateline", one, undefined)];
  if (hasNoWord(a) && isOpening(ground.textB, ground.b, two)) return [editOf("dateline", undefined, two)];
  return undefined;
}

function coverOf(tokens: readonly Token[]): Span {
  return { start: tokens[0]?.start ?? 0, end: tokens[tokens.length - 1]?.end ?? 0 };
}

function hasNoWord(tokens: readonly Token[]): boolean {
  return tokens.length <= 1 && tokens.every((token) => token.type === "mark");
}

/** "Beijing —": a name and a dash at the start of a line near the top. */
function isTown(text: string, start: number, end: number): boolean {
  return (
    start < LATEST_LATE_DATELINE &&
    text[start - 1] === "\n" &&
    /^\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?\s[-–—]\s*$/u.test(text.slice(start, end))
  );
}

function isOpening(text: string, words: Words, { start, end }: Span): boolean {
  const first = words.start[0] ?? 0;
  if (words.dateline || end - start < 2 || end - start > LONGEST_DATELINE) return false;
  if (start - first > LATEST_DATELINE && !isTown(text, start, end)) return false;
  return /\p{L}/u.test(text.slice(start, end)) && DATELINE_END.test(text.slice(start, end).trimEnd());
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

/** Whether one is made of the initials of the other: "EU", "European Union"; "an L.A.", "a Los Angeles". */
function isInitialed(one: Stretch, two: Stretch): boolean {
  return sameInitials(one, two) || sameInitials(two, one);
}

function withoutArticle(words: readonly Token[]): readonly Token[] {
  return words.length > 1 && /^(?:an?|the)$/u.test(words[0]?.plain ?? "") ? words.slice(1) : words;
}

function isCutName(letters: string, long: Stretch, initials: string): boolean {
  return (
    letters.length === 4 &&
    initials.length === 2 &&
    letters.startsWith(initials) &&
    every(long, (_, token) => isNameLike(token))
  );
}

/** "EU" for "European Union", "CEO" for "chief executive". */
function sameInitials(short: Stretch, long: Stretch): boolean {
  const [own, ...rest] = withoutArticle(short.words);
  const spelled = withoutArticle(long.words).map((token) => token.plain);
  if (!own || rest.length > 0 || spelled.length < 2) return false;
  const text = own.text;
  const letters = text.replace(/[.’']/gu, "").toLowerCase();
  if (letters.length < 2 || letters.length > 6 || text !== text.toUpperCase()) return false;
  const initials = (words: readonly string[]) => words.map((word) => word[0] ?? "").join("");
  const all = initials(spelled);
  const main = initials(spelled.filter((word) => !EMPTY.has(word)));
  // A long form may be cut short itself: "ISIS", "Islamic State".
  return letters === all || letters === main || letters === `${main}o` || isCutName(letters, long, main);
}

/** Words that went in one place of a group and came in another have changed places: "that Dec. 7 call", "that call on Dec. 7". */
function joinReordered(found: readonly (Change | NamedEdit)[]): (Change | NamedEdit)[] {
  const changes = found.filter((one): one is Change => !("substantive" in one) && one.kind === undefined);
  const added = changes.filter((change) => isLittle(change.a));
  if (added.length === 0) return [...found];
  const replaced = new Map<Change | NamedEdit, Change[]>();
  for (const change of changes) {
    if (!isLittle(change.b) || replaced.has(change)) continue;
    const partner = added.find((other) => other !== change && !replaced.has(other) && sameMatter(change.a, other.b));
    if (!partner) continue;
    replaced.set(change, change.b.length > 0 ? [{ a: [], b: change.b }] : []);
    const left: Change[] = partner.a.length > 0 ? [{ a: partner.a, b: [] }] : [];
    replaced.set(partner, [...left, { a: change.a, b: partner.b, kind: "reordered" }]);
  }
  return found.flatMap((one) => replaced.get(one) ?? one);
}

/** Whether a side holds nothing, or little words that go with what changed places ("an expert in Lviv", "a Lviv expert"). */
function isLittle(tokens: readonly Token[]): boolean {
  return tokens.every((token) => EMPTY.has(token.plain));
}

/** Longer words or more of them between two changes keep them apart. */
const LONGEST_LINK = 5;
/** A rephrasing of more words is two changes. */
const LONGEST_REPHRASED = 4;

/** "early in", "in the first week of": a little word that stayed does not make one rephrasing a claim gone and a claim come. */
function joinRephrased(ground: Ground, found: readonly (Change | NamedEdit)[]): (Change | NamedEdit)[] {
  const joined: (Change | NamedEdit)[] = [];
  for (const one of found) {
    const before = joined[joined.length - 1];
    const merged =
      before && !("substantive" in one) && !("substantive" in before) ? rephrased(ground, before, one) : undefined;
    if (merged) joined[joined.length - 1] = merged;
    else joined.push(one);
  }
  return joined;
}

function rephrased(ground: Ground, first: Change, second: Change): Change | undefined {
  if (first.kind || second.kind) return undefined;
  const [gone, come] = first.b.length === 0 ? [first.a, second.b] : [second.a, first.b];
  const one =
    first.b.length === 0 ? first.a.length > 0 && second.a.length === 0 : first.a.length === 0 && second.b.length === 0;
  if (!one || gone.length === 0 || come.length === 0 || Math.max(gone.length, come.length) > LONGEST_REPHRASED)
    return undefined;
  if ([...gone, ...come].some((token) => token.expression || token.flags & WordFlag.quoted)) return undefined;
  // In the text of either side only a little word stands between its change and where the other's stands.
  const link = linkBetween(ground, first, second);
  return link === undefined ? undefined : { a: gone, b: come };
}

/** The word between two changes, when it is one of a few letters. */
function linkBetween(ground: Ground, first: Change, second: Change): string | undefined {
  const inA = first.b.length === 0;
  const [text, token] = inA ? [ground.textA, first.a[first.a.length - 1]] : [ground.textB, first.b[first.b.length - 1]];
  const [other, next] = inA ? [ground.textB, second.b[0]] : [ground.textA, second.a[0]];
  const behind = /^\s(\p{L}+)\s/u.exec(text.slice(token?.end, (token?.end ?? 0) + LONGEST_LINK + 3))?.[1];
  const ahead = /(?:^|\s)(\p{L}+)\s$/u.exec(
    other.slice(Math.max(0, (next?.start ?? 0) - LONGEST_LINK - 3), next?.start),
  )?.[1];
  return behind !== undefined && behind === ahead && EMPTY.has(behind.toLowerCase()) ? behind : undefined;
}

/** Whether two lists hold the same words, those of up to three letters and those without matter aside. */
function sameMatter(a: readonly Token[], b: readonly Token[]): boolean {
  const matter = (tokens: readonly Token[]) =>
    tokens
      .filter((token) => token.end - token.start > 3 && token.hash !== 0 && !EMPTY.has(token.plain))
      .map((token) => token.hash)
      .sort((x, y) => x - y);
  const one = matter(a);
  const two = matter(b);
  return one.length > 0 && one.length === two.length && one.every((hash, i) => hash === two[i]);
}

// ---- changes ----

function nameChange(naming: Naming, change: Change): NamedEdit[] {
  const { ground } = naming;
  if (isSign(ground.textA, change.a, change.b) || isSign(ground.textB, change.b, change.a))
    return [editOf("number", coverIf(change.a), coverIf(change.b))];
  const one = change.a.length > 0 ? stretchOf(ground.textA, change.a, naming.vocabularyB) : undefined;
  const two = change.b.length > 0 ? stretchOf(ground.textB, change.b, naming.vocabularyA) : undefined;
  const parts = one && two && !change.kind && !isSamePerson(one, two) ? cutTitles(change) : undefined;
  if (parts) return parts.flatMap((part) => nameChange(naming, part));
  const span = (stretch: Stretch | undefined) => stretch && { start: stretch.start, end: stretch.end };
  const kind = kindOf(naming, change.kind, one, two);
  if (one && two && !change.kind && (kind === "wording" || kind === "negation") && isReplaced(one, two, kind))
    return [editOf("dropped", span(one), undefined), editOf("added", undefined, span(two))];
  return [editOf(kind, span(one), span(two))];
}

/** Fewer words of matter may be a rephrasing. */
const LEAST_CLAIM = 4;

/**
 * One claim in place of another: words of matter on both sides, none of which the other text has anywhere; of a denial,
 * none that the other side has, since what is denied would have to stay.
 */
function isReplaced(one: Stretch, two: Stretch, kind: EditKind): boolean {
  const [a, b] = [contentOf(one), contentOf(two)];
  if (kind === "negation") return !isUnspaced(one) && isOtherClaim(a, b);
  if (Math.min(a.length, b.length) < LEAST_CLAIM) return false;
  return a.every((word) => !one.others().has(word)) && b.every((word) => !two.others().has(word));
}

/** Whether each character is a word: many of them make one word of matter. */
function isUnspaced(stretch: Stretch): boolean {
  return some(stretch, (_, token) => (token.flags & (WordFlag.ideograph | WordFlag.cluster)) !== 0);
}

/** "None was hurt badly" and "The cause was not known": beside the denial nothing is shared. */
function isOtherClaim(a: readonly string[], b: readonly string[]): boolean {
  const [one, two] = [a, b].map((words) => words.filter((word) => !isModalWord(word)));
  if (!one || !two || Math.min(one.length, two.length) < 2 || Math.max(one.length, two.length) < LEAST_CLAIM - 1)
    return false;
  return one.every((word) => !two.includes(word));
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

/** A courtesy in front of a name stands for itself: "[with] → [to] [Mr]", "[don] [Ramón → Román]". */
function cutTitles({ a, b }: Change): Change[] | undefined {
  for (const [long, short, inA] of [
    [a, b, true],
    [b, a, false],
  ] as const) {
    if (long.length < 2 || short.some(isTitleToken)) continue;
    const turned = (one: Token[], two: Token[]): Change => (inA ? { a: one, b: two } : { a: two, b: one });
    if (isTitleToken(long[0] as Token)) {
      const rest = long.findIndex((token) => !isTitleToken(token) && token.type !== "mark");
      if (rest > 0)
        return [{ ...turned(long.slice(0, rest), []), kind: "honorific" }, turned(long.slice(rest), [...short])];
    }
    const last = long.findIndex((_, i) => i > 0 && long.slice(i).every(isTitleToken));
    if (last > 0)
      return [turned(long.slice(0, last), [...short]), { ...turned(long.slice(last), []), kind: "honorific" }];
  }
  return undefined;
}

function isTitleToken(token: Token): boolean {
  return token.type === "title" || COURTESIES.has(token.plain);
}

function kindOf(
  naming: Naming,
  known: EditKind | undefined,
  one: Stretch | undefined,
  two: Stretch | undefined,
): EditKind {
  if (known === "inflection" && one && two && isQuoted(one) && isQuoted(two)) return "quotation";
  if (known === "number" && one && WEEKDAY_BEFORE.test(textBefore(one))) return "date";
  if (known) return known;
  if ((!one || isCredit(one)) && (!two || isCredit(two))) return "credit";
  if ((!one || isInTimestamp(one)) && (!two || isInTimestamp(two))) return nameInTimestamp(one, two);
  if (one && two) return nameSwap(naming, one, two);
  return one ? nameAlone(one, "dropped") : two ? nameAlone(two, "added") : "wording";
}

/** Characters before the number of a weekday. */
const WEEKDAY_BEFORE = /(?:周|週|星期|礼拜|禮拜)$/u;

/** Whether the words stand in a line that tells who reported. */
function isCredit(stretch: Stretch): boolean {
  const before = /[^.!?]*$/u.exec(textBefore(stretch))?.[0] ?? "";
  const after = /^[^.!?]*/u.exec(textAfter(stretch))?.[0] ?? "";
  return CREDIT.test(before + stretch.text) || CONTACT.test(before + stretch.text + after);
}

/** How a line about the reporter tells where to write to. */
const CONTACT = /\bbe reached (?:at|on|via)\b|\bfollow (?:him|her|them|us|me) on\b/iu;

function isInTimestamp(stretch: Stretch): boolean {
  return isTimestamp(lineAt(stretch.source, stretch.start));
}

/** In a line that tells when a text was published, only another day is no matter of style. */
function nameInTimestamp(one: Stretch | undefined, two: Stretch | undefined): EditKind {
  return (one && two && nameDays(one, two)) === "date" && [one, two].every((side) => side && daysOf(side).length > 0)
    ? "date"
    : "dateline";
}

// ---- words on one side only ----

/** More words than this are a claim, whatever they hold. */
const SHORT = 12;

function nameAlone(stretch: Stretch, kind: "added" | "dropped"): EditKind {
  if (stretch.words.length > SHORT) return kind;
  if (isTitle(stretch)) return "honorific";
  if (some(stretch, (word) => SOURCES.has(word)) && some(stretch, (word) => CONFIRMING.has(word))) return "attribution";
  if (isGivenName(stretch)) return "wording";
  if (stretch.words.length <= 3 && isModal(stretch) && !startsSentence(stretch)) return "negation";
  if (every(stretch, (word) => AUXILIARIES.has(word))) return "inflection";
  if (every(stretch, (word) => EMPTY.has(word))) return "wording";
  if (every(stretch, (word) => EMPTY.has(word) || CURRENCIES.test(word))) return "abbreviation";
  if (isBracketedConversion(stretch)) return "unit-conversion";
  if (stretch.words.length <= 4 && isQuoted(stretch)) return "quotation";
  if (isBareParticle(stretch)) return "wording";
  if (every(stretch, (word) => isDay(word) || EMPTY.has(word)))
    return some(stretch, (word) => isDay(word) && stretch.others().has(word)) ? "wording" : kind;
  const content = contentOf(stretch);
  if (content.every((word) => SAYING.has(word) || PRESS.has(word))) return "wording";
  if (isSourcePhrase(stretch)) return "attribution";
  const told = every(stretch, (word, token) => EMPTY.has(word) || (isNameLike(token) && stretch.others().has(word)));
  if (told && stretch.words.length <= LONGEST_REPHRASED) return "wording";
  return kind;
}

const isDay = (word: string): boolean => DAYS.has(word) || MONTHS.has(word);

/** What a source does beside saying: "police confirmed". */
const CONFIRMING: ReadonlySet<string> = new Set(["confirmed", "confirms", "confirm"]);

/** "[Marta] Lindqvist": the fuller form of a name that both texts have. */
function isGivenName(stretch: Stretch): boolean {
  const surname = /^\s(\p{Lu}\p{Ll}[\p{L}-]+)/u.exec(textAfter(stretch))?.[1]?.toLowerCase();
  if (stretch.words.length > 2 || surname === undefined || TITLES.has(surname)) return false;
  return (
    stretch.others().has(surname) &&
    every(stretch, (word, token) => isNameLike(token) && !isDay(word) && !SOURCES.has(word) && !EMPTY.has(word))
  );
}

/** More than a denial: the beginning of a sentence that came or went. */
function startsSentence(stretch: Stretch): boolean {
  return stretch.words.length > 1 && ((stretch.words[0]?.flags ?? 0) & WordFlag.sentenceStart) !== 0;
}

/** "M." is a French title, "m." half of "a. m.". */
function isTitleWord(token: Token): boolean {
  return token.type === "title" || (TITLES.has(token.plain) && !/^m\.?$/u.test(token.text));
}

/** Courtesies and offices in front of a name. */
function isTitle(stretch: Stretch): boolean {
  if (TITLES.has(stretch.text)) return true;
  if (!every(stretch, (word, token) => isTitleWord(token) || EMPTY.has(word))) return false;
  if (!some(stretch, (_, token) => isTitleWord(token))) return false;
  return /^\.?\s?[\p{Lu}\p{Lo}]/u.test(textAfter(stretch)) || /\p{Lo}$/u.test(textBefore(stretch));
}

/** Denial, doubt or certainty, in words or, in scripts without spaces, in characters. */
function isModal(stretch: Stretch): boolean {
  return some(stretch, isModalWord) || DENIAL.test(stretch.text);
}

/** A character or two that hold grammar, in scripts without spaces. */
function isBareParticle(stretch: Stretch): boolean {
  return (
    /^(?:\p{Script=Han}|\p{Script=Hiragana}{1,3}|\p{Script=Thai}{1,2})$/u.test(stretch.text) &&
    !HAN_NUMERAL.test(stretch.text)
  );
}

const DENIAL = /不|没|沒|未|無|无|非|ない|ません|なかっ|かもしれ|だろう|않|못|ไม่/u;

/** "No. 5" counts, and denies nothing. */
function isOrdinal(stretch: Stretch): boolean {
  return /\bNo\.\s*\p{Nd}/u.test(stretch.text + textAfter(stretch));
}

function isModalWord(word: string): boolean {
  return MODALITY.has(word) || /^n'\p{L}|n't$/u.test(word);
}

/** "no" denies in English and Spanish, and is "in the" in Portuguese. */
function isHomograph(naming: Naming, word: string): boolean {
  return word === "no" && naming.language() === "pt";
}

/** An amount in brackets, behind the amount it converts. */
function isBracketedConversion(stretch: Stretch): boolean {
  // The bracketed amount, or the one before the brackets ("[130 feet (]40 metres[)]").
  const bracketed =
    /[(（]\s*$/u.test(textBefore(stretch)) ||
    /^[(（]/u.test(stretch.text) ||
    /^\s*[(（][^)）]{0,12}\p{Nd}/u.test(textAfter(stretch));
  return (
    bracketed && some(stretch, (_, token) => token.expression?.type === "quantity" && token.expression.unit !== "")
  );
}

/** "according to the roll", ", police said": the source of a claim. */
function isSourcePhrase(stretch: Stretch): boolean {
  if (stretch.words.length > 8) return false;
  if (some(stretch, (word) => SAYING.has(word) || JUDGING.has(word))) return true;
  if (
    SOURCE_BEFORE.test(stretch.text) ||
    /^(?:according|laut|selon|según|segundo|secondo)$/u.test(stretch.plain[0] ?? "")
  )
    return true;
  return (
    (some(stretch, (word) => SOURCES.has(word)) || /^\s*(?:by|from|of)\s/u.test(stretch.text)) && isSource(stretch)
  );
}

// ---- words in place of others ----

/** One side may hold this many more words of matter than the other and still say the same. */
const SAME_SIZE = 3;

function nameSwap(naming: Naming, one: Stretch, two: Stretch): EditKind {
  if (isArticle(one) !== isArticle(two)) return isArticle(one) ? nameAlone(two, "added") : nameAlone(one, "dropped");
  if (isInitialed(one, two)) return "abbreviation";
  if (lettersOf(one) === lettersOf(two)) return "spelling";
  if (isShorterTitle(one, two) || isShorterTitle(two, one)) return "abbreviation";
  if (isPronoun(one) !== isPronoun(two) && isReferent(isPronoun(one) ? two : one)) return "wording";
  if (isInflected(naming, one, two)) return "inflection";
  if (isQuoted(one) && isQuoted(two)) return "quotation";
  // A speech that gave way to a word or two outside of it is gone.
  if (isQuoted(one) || isQuoted(two)) return nameSizes(one, two) ?? "quotation";
  if (isDuty(one) && isDuty(two)) return "wording";
  const size = nameSizes(one, two);
  if (size) return size;
  const modal = (word: string) => isModalWord(word) && !isHomograph(naming, word);
  if (
    (differ(one, two, modal) && !isOrdinal(one) && !isOrdinal(two)) ||
    DENIAL.test(one.text) !== DENIAL.test(two.text)
  )
    return "negation";
  return (
    nameDays(one, two) ??
    nameSource(one, two) ??
    nameCounts(one, two) ??
    nameSpeech(one, two) ??
    nameNames(naming.language, one, two) ??
    "wording"
  );
}

/** "he", "it": a word that stands for what was named before. */
function isPronoun(stretch: Stretch): boolean {
  return stretch.words.length === 1 && PRONOUNS.has(stretch.plain[0] ?? "");
}

const PRONOUNS: ReadonlySet<string> = new Set(
  "he she it they him her them his its their i we us our ours er sie es ihn ihm il elle ils elles lui él ella ellos ele ela eles lei loro он она оно они".split(
    " ",
  ),
);

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

/** "must" and "have to": one duty. */
function isDuty(stretch: Stretch): boolean {
  return /^(?:must|(?:have|has|had|need|needs) to)$/u.test(stretch.plain.join(" "));
}

function isShorterTitle(short: Stretch, long: Stretch): boolean {
  const [a, b] = [short.plain.join(" "), long.plain.join(" ")];
  return TITLES.has(a) && TITLES.has(b) && isTitleCut(a, b);
}

/** Letters alone: "Puerto Hondo" and "Puertohondo" are one name. */
function lettersOf(stretch: Stretch): string {
  return stretch.text.replace(/[\s-]/gu, "").toLowerCase();
}

/** Only forms of the same words on both sides, auxiliaries aside: "have been", "were". */
function isInflected(naming: Naming, one: Stretch, two: Stretch): boolean {
  const a = one.plain.filter((word) => !AUXILIARIES.has(word));
  const b = two.plain.filter((word) => !AUXILIARIES.has(word));
  if (a.length !== b.length) return false;
  const renamed = one.words.some((token, i) => isRenamed(token, two.words[i]));
  if (renamed && one.words.length === two.words.length && naming.language() !== "de") return false;
  return a.every((word, i) => word === b[i] || sameLemma(word, b[i] as string, naming.language));
}

/** "Hart", "Harte": where names do not decline, other letters are another name; a plural is not. */
function isRenamed(one: Token, two: Token | undefined): boolean {
  if (!two || !isNameLike(one) || !isNameLike(two) || !/^\p{Script=Latin}/u.test(one.text)) return false;
  if ((one.flags | two.flags) & WordFlag.sentenceStart) return false;
  return one.plain !== two.plain && `${one.plain}s` !== two.plain && one.plain !== `${two.plain}s`;
}

/** Numbers, in figures or vague. */
function nameCounts(one: Stretch, two: Stretch): EditKind | undefined {
  const counted = (stretch: Stretch) => some(stretch, (_, token) => token.expression !== undefined);
  if (counted(one) && counted(two)) return "number";
  if (counted(one) || counted(two)) return nameOneCount(one, two);
  const vague = (stretch: Stretch) => some(stretch, (word) => QUANTIFIERS.has(word));
  return vague(one) && vague(two) ? "number" : undefined;
}

/** A figure on one side only: another amount where a word of amount answers it, else a claim that brings its figure along. */
function nameOneCount(one: Stretch, two: Stretch): EditKind {
  const surplus = contentOf(one).length - contentOf(two).length;
  const answered = [one, two].some(
    (stretch) => some(stretch, (word) => QUANTIFIERS.has(word)) || /^(?:an?|one|another)\b/iu.test(stretch.text),
  );
  if (answered || Math.abs(surplus) < 2) return "number";
  return surplus > 0 ? "dropped" : "added";
}

function nameDays(one: Stretch, two: Stretch): EditKind | undefined {
  const a = daysOf(one);
  const b = daysOf(two);
  if (a.length === 0 && b.length === 0) return undefined;
  if (a.length > 0 && b.length > 0) {
    if (a.length === b.length && a.every((token, i) => isSameDay(token, b[i] as Token))) return "date-form";
    return sortOfDay(a) === sortOfDay(b) ? "date" : "wording";
  }
  // A day named on one side only: the other text may name it elsewhere.
  const [side, named] = a.length > 0 ? [one, a] : [two, b];
  if (named.every((token) => RELATIVE_DAYS.has(token.plain))) return "wording";
  return named.some(({ plain: word }) => side.others().has(word) || isPartOfAny(side.others(), word))
    ? "wording"
    : "date";
}

function daysOf(stretch: Stretch): Token[] {
  return stretch.words.filter(
    (token) => isDay(token.plain) || token.expression?.type === "date" || token.expression?.type === "time",
  );
}

/** "June" stands in "June 4", one word of the other text. */
function isPartOfAny(words: ReadonlySet<string>, part: string): boolean {
  for (const word of words) if (word.includes(part)) return true;
  return false;
}

/** Two names of one month or day: "Sept." and "September", "Samstag" and "Sonnabend". */
function isSameDay(a: Token, b: Token): boolean {
  if (a.expression || b.expression) return false;
  const day = SAME_DAYS.get(a.plain);
  if (day !== undefined) return day === SAME_DAYS.get(b.plain);
  const month = MONTH_NUMBERS.get(a.plain);
  return month !== undefined && month === MONTH_NUMBERS.get(b.plain);
}

/** A day told from today, a day of the week, a day of the calendar: one sort for another names the same day in another way. */
function sortOfDay(tokens: readonly Token[]): string {
  if (tokens.some((token) => RELATIVE_DAYS.has(token.plain))) return "relative";
  return tokens.some((token) => token.expression || MONTHS.has(token.plain)) ? "calendar" : "weekday";
}

/** Who said it, how, and to whom. */
function nameSpeech(one: Stretch, two: Stretch): EditKind | undefined {
  const judged = (stretch: Stretch) => some(stretch, (word) => JUDGING.has(word));
  if (judged(one) !== judged(two)) return "attribution";
  if ((isHearer(one) && isHearer(two)) || (isVenue(one) && isVenue(two))) return "credit";
  const ofPress = (stretch: Stretch) => some(stretch, (word) => PRESS.has(word));
  if (ofPress(one) && ofPress(two) && [one, two].some((stretch) => some(stretch, (_, token) => isNameLike(token))))
    return "credit";
  if ((isTitle(one) && two.words.length <= 2) || (isTitle(two) && one.words.length <= 2)) return "honorific";
  return isSamePerson(one, two) ? "honorific" : undefined;
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

/** A title and another part of a name that the text gives in full: "Achebe-Moore", "Dame Rosalind". */
function isSamePerson(one: Stretch, two: Stretch): boolean {
  const titled = (stretch: Stretch) => some(stretch, (word, token) => token.type === "title" || TITLES.has(word));
  if (titled(one) === titled(two)) return false;
  const names = (stretch: Stretch) =>
    stretch.words.filter((token) => !(token.type === "title" || TITLES.has(token.plain)));
  const known = (stretch: Stretch) =>
    names(stretch).every((token) => isNameLike(token) && stretch.others().has(token.plain));
  const full = (first: Stretch, last: Stretch) => {
    const parts = [names(first), names(last)].map((tokens) => tokens.map((token) => token.text).join(" "));
    return (!parts.includes("") && first.source.includes(parts.join(" "))) || last.source.includes(parts.join(" "));
  };
  return (known(one) && known(two)) || full(one, two) || full(two, one);
}

/** A short stretch and a long one do not say the same. */
function nameSizes(one: Stretch, two: Stretch): EditKind | undefined {
  const surplus = contentOf(one).length - contentOf(two).length;
  if (Math.abs(surplus) <= SAME_SIZE) return undefined;
  return surplus > 0 ? "dropped" : "added";
}
