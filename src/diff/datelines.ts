/** The place, day and agency in front of a report: which words of a gap they are, and how one in place of another is named. */
import type { Span } from "../article.js";
import { findDateline } from "../text/dateline.js";
import type { Words } from "../text/words.js";
import { isDay } from "./days.js";
import { editOf, type NamedEdit } from "./named.js";
import { relateDays } from "./pairing.js";
import { type Token, tokensOf } from "./tokens.js";
import { clip, type GapSide, type Ground } from "./walk.js";

/** A dateline in place of another is house style, but for the day it names. */
export function nameDatelines(ground: Ground, a: Span | undefined, b: Span | undefined): NamedEdit[] {
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
export function datelineIn(text: string, words: Words, { chars }: GapSide): Span | undefined {
  const within = (span: Span) => chars.some(({ start, end }) => start <= span.start && end >= span.end);
  if (words.dateline) return within(words.dateline) && !isScore(text, words.dateline.end) ? words.dateline : undefined;
  const start = chars[0]?.start ?? 0;
  if (start === 0 || text[start - 1] !== "\n" || start > LATEST_LATE_DATELINE) return undefined;
  const line = text.indexOf("\n", start);
  const found = findDateline(text, { start, end: line < 0 ? text.length : line });
  return found && within(found) ? found : undefined;
}

/** What stands behind the dateline on one side of a gap. */
export function behind(words: Words, side: GapSide, dateline: Span | undefined): GapSide {
  if (!dateline) return side;
  return {
    words: side.words.filter((i) => (words.start[i] as number) >= dateline.end),
    chars: clip(side.chars, dateline.end, Number.POSITIVE_INFINITY),
  };
}

/** Captions before the dateline are no longer than this together. */
const LATEST_LATE_DATELINE = 1500;

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
export function nameOpening(ground: Ground, a: Token[], b: Token[]): NamedEdit[] | undefined {
  const one = coverOf(a);
  const two = coverOf(b);
  if (hasNoWord(b) && isOpening(ground.textA, ground.a, one)) return [editOf("dateline", one, undefined)];
  if (hasNoWord(a) && isOpening(ground.textB, ground.b, two)) return [editOf("dateline", undefined, two)];
  return undefined;
}

/** From the first token to the last. */
export function coverOf(tokens: readonly Token[]): Span {
  return { start: tokens[0]?.start ?? 0, end: tokens[tokens.length - 1]?.end ?? 0 };
}

function hasNoWord(tokens: readonly Token[]): boolean {
  return tokens.length <= 1 && tokens.every((token) => token.type === "mark");
}

/** "Beijing —", "Beijing, Nov 11 -": a name, perhaps a day, and a dash at the start of a line near the top. */
function isTown(text: string, start: number, end: number): boolean {
  return start < LATEST_LATE_DATELINE && text[start - 1] === "\n" && isPlaceAndDay(text.slice(start, end));
}

/** A place, perhaps a day, and a dash: what stands before the first sentence, or on a line of its own above it. */
export function isPlaceAndDay(text: string): boolean {
  return text.length <= LONGEST_DATELINE && TOWN.test(text);
}

const TOWN =
  /^\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?(?:(?:,|\s[-–—])?\s(?:\p{L}{3,}\.?\s\p{Nd}{1,2}|\p{Nd}{1,2}\.?\s\p{L}{3,}))?\s[-–—]\s*$/u;

/** The dash of a score or a range ends no dateline. */
function isScore(text: string, end: number): boolean {
  return /^\s*\p{Nd}/u.test(text.slice(end, end + 2));
}

function isOpening(text: string, words: Words, { start, end }: Span): boolean {
  const first = words.start[0] ?? 0;
  if (words.dateline || end - start < 2 || end - start > LONGEST_DATELINE) return false;
  if (isScore(text, end)) return false;
  if (start - first > LATEST_DATELINE && !isTown(text, start, end)) return false;
  return /\p{L}/u.test(text.slice(start, end)) && DATELINE_END.test(text.slice(start, end).trimEnd());
}
