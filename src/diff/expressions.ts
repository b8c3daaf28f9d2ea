/**
 * Finds the expressions in a stretch of text that are one thing however many words they take: an amount with its unit
 * ("two hundred and sixty miles", "$48m", "36 to 46 degrees Fahrenheit"), a date ("the 4th of June"), a time of day
 * ("6:05 p.m.").
 */
import { WordFlag } from "../text/words.js";
import { MONTH_NUMBERS, UNITS } from "./lexicon.js";
import { readDate, readTime } from "./moments.js";
import { MULTIPLIERS, NUMBER_WORDS, wordValue } from "./numerals.js";
import { ARTICLES, type Core, type Expression, type Piece, piecesOf } from "./pieces.js";
import { isSmall, plain } from "./plain.js";
import { DOZEN, isShare, ONE, readQuantity } from "./quantities.js";
import { CURRENCIES } from "./units.js";

export type { Expression } from "./pieces.js";

/** Whether a word may be part of an amount, a date or a time. */
export function isNumeric(flags: number, word: string): boolean {
  if (flags & (WordFlag.number | WordFlag.date | WordFlag.month)) return true;
  const lower = plain(word);
  // Most words are of plain letters, and half of the expressions can be no such word.
  if (!isSmall(lower) && (FIGURE.test(word) || CLOCK.test(word))) return true;
  const isListed =
    CLOCK_WORDS.has(lower) || UNITS.has(lower) || MONTH_NUMBERS.has(lower) || isShare(lower) || DOZEN.test(lower);
  return isListed || isNumeral(lower) || CURRENCIES.test(lower);
}

function isNumeral(word: string): boolean {
  return MULTIPLIERS.has(word) || wordValue(word) !== undefined || NUMBER_WORDS.has(word.split("-")[0] as string);
}

const FIGURE = /\p{Nd}|^[〇一二三四五六七八九十百千万萬億亿两%٪％]$/u;
const CLOCK = /^(?:[ap]\.m\.?|[年月日]|\d{1,2}h)$/iu;
const CLOCK_WORDS: ReadonlySet<string> = /* @__PURE__ */ new Set(
  /* @__PURE__ */ "am pm uhr noon midnight cento cent percent ciento horas heures minus couple".split(" "),
);

/** Whether an expression may begin at a piece: most are words of plain letters that no list has, and need no reading. */
function mayBegin(pieces: readonly Piece[], at: number): boolean {
  const { type, lower, end } = pieces[at] as Piece;
  if (type !== "word" || !isSmall(lower)) return true;
  // Letters right before figures may be a currency.
  if (pieces[at + 1]?.type === "figures" && pieces[at + 1]?.start === end) return true;
  if (lower.length <= LONGEST_ARTICLE && (ONE.test(lower) || ARTICLES.test(lower))) return true;
  const isListed = UNITS.has(lower) || MONTH_NUMBERS.has(lower) || HOURS.has(lower);
  return isListed || MULTIPLIERS.has(lower) || wordValue(lower) !== undefined;
}

const LONGEST_ARTICLE = 5;
/** Hours in words, and what begins a number without being one. */
const HOURS: ReadonlySet<string> = /* @__PURE__ */ new Set(
  /* @__PURE__ */ "noon midday midnight halb half minus".split(" "),
);

/** So much of what follows is looked at: " of", a time zone. */
const LONGEST_FOLLOWING = 7;

/** Every field by its name: to copy an object with all that it has takes ten times as long. */
function placed(read: Core, start: number, end: number, text: string): Expression {
  const { type, values, slack, unit, figures, looksLikeYear, halfKnown } = read;
  return { start, end, type, text: text.slice(start, end), values, slack, unit, figures, looksLikeYear, halfKnown };
}

/** The expressions between two places of a text, in order. */
export function findExpressions(text: string, from: number, to: number): Expression[] {
  const pieces = piecesOf(text, from, to);
  const found: Expression[] = [];
  const follows = (place: number) => text.slice(place, place + LONGEST_FOLLOWING);
  for (let i = 0; i < pieces.length; ) {
    const hit =
      mayBegin(pieces, i) && (readDate(pieces, i) ?? readTime(pieces, i, follows) ?? readQuantity(pieces, i, follows));
    if (!hit) {
      i++;
      continue;
    }
    const start = (pieces[i] as Piece).start;
    const end = (pieces[hit.next - 1] as Piece).end;
    found.push(placed(hit.expression, start, end, text));
    i = hit.next;
  }
  return found;
}
