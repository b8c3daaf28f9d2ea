/**
 * Finds the expressions in a stretch of text that are one thing however many words they take: an amount with its unit
 * ("two hundred and sixty miles", "$48m", "36 to 46 degrees Fahrenheit"), a date ("the 4th of June"), a time of day
 * ("6:05 p.m."). And tells, of two, whether they say the same.
 */
import type { Span } from "../article.js";
import { WordFlag } from "../text/words.js";
import { later } from "./later.js";
import { MONTH_NUMBERS, UNITS } from "./lexicon.js";
import { HAN_NUMERAL, MULTIPLIERS, NUMBER_WORDS, parseFigures, parseHan, plainFigures, wordValue } from "./numerals.js";
import { plain } from "./plain.js";

/** A number, a date or a time of day, as a text gives it. */
export interface Expression extends Span {
  type: "quantity" | "date" | "time";
  text: string;
  /** A quantity: its number, or both ends of a range or score. A date: month, day, year, 0 where not told. A time: minutes. */
  values: number[];
  /** How far each value may be rounded: half a unit in the last place that counts. */
  slack: number[];
  /** Dimension and size of the unit, "" when there is none: a currency's sign, "%", or a key of UNITS. */
  unit: string;
  /** The number as written, without unit: equal when only the unit is written otherwise. */
  figures: string;
  /** Years and times of the clock without a mark of either are numbers of this look. */
  looksLikeYear: boolean;
  /** A time that says whether it is before noon; or one of the 24-hour clock. */
  halfKnown: boolean;
}

/** Whether a word may be part of an amount, a date or a time. */
export function isNumeric(flags: number, word: string): boolean {
  if (flags & (WordFlag.number | WordFlag.date | WordFlag.month)) return true;
  if (/\p{Nd}|^[〇一二三四五六七八九十百千万萬億亿两%٪％]$/u.test(word) || CLOCK.test(word)) return true;
  const lower = plain(word);
  return UNITS.has(lower) || MONTH_NUMBERS.has(lower) || CURRENCIES.test(lower) || isNumeral(lower);
}

function isNumeral(word: string): boolean {
  return MULTIPLIERS.has(word) || wordValue(word) !== undefined || NUMBER_WORDS.has(word.split("-")[0] as string);
}

const CLOCK = /^(?:[ap]\.?m\.?|uhr|noon|midnight|[年月日]|cento|cent|percent|ciento|horas|heures|\d{1,2}h)$/iu;
interface Piece extends Span {
  text: string;
  lower: string;
  type: "figures" | "word" | "han" | "sign";
}

const PIECES = /* @__PURE__ */ later(
  () =>
    /\p{Nd}{1,3}(?:[ \u00a0\u202f\u2009’']\p{Nd}{3})+(?!\p{Nd})|\p{Nd}+(?:[.,٫٬]\p{Nd}+)*|[〇零一二三四五六七八九十百千万萬億亿两兆만억]|[年月日時时点點分년월일시]|\p{L}(?:\.\p{L})+\.?|km\/h|(?:mi|km)\/hr?|(?:(?![〇零一二三四五六七八九十百千万萬億亿两兆年月日時时点點分])[\p{L}\p{M}])+(?:[-’'][\p{L}\p{M}]+)*|°\s?[CFcf]?|\n|[^\s]/gu,
);

function piecesOf(text: string, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  for (const match of text.slice(from, to).matchAll(PIECES())) {
    const start = from + match.index;
    const own = match[0];
    pieces.push({ start, end: start + own.length, text: own, lower: lowerOf(own), type: typeOf(own) });
  }
  return pieces;
}

function typeOf(piece: string): Piece["type"] {
  const unit = piece.charCodeAt(0) | 0x20;
  if (unit >= 0x61 && unit <= 0x7a) return "word";
  return /^\p{Nd}/u.test(piece) ? "figures" : HAN_NUMERAL.test(piece) ? "han" : /^\p{L}/u.test(piece) ? "word" : "sign";
}

function lowerOf(piece: string): string {
  const lower = piece.toLowerCase();
  // The longest that is written otherwise, "a.m.", has four characters.
  if (lower.length <= 4 && lower.includes("m")) return lower.replace(/^([ap])\.?m\.?$/u, "$1m").replace(/[’]/gu, "'");
  return lower.includes("’") ? lower.replace(/[’]/gu, "'") : lower;
}

/** The expressions between two places of a text, in order. */
export function findExpressions(text: string, from: number, to: number): Expression[] {
  const pieces = piecesOf(text, from, to);
  const found: Expression[] = [];
  const follows = (place: number) => text.slice(place, place + LONGEST_FOLLOWING);
  for (let i = 0; i < pieces.length; ) {
    const hit = readDate(pieces, i) ?? readTime(pieces, i, follows) ?? readQuantity(pieces, i, follows);
    if (!hit) {
      i++;
      continue;
    }
    const start = (pieces[i] as Piece).start;
    const end = (pieces[hit.next - 1] as Piece).end;
    found.push({ ...hit.expression, start, end, text: text.slice(start, end) });
    i = hit.next;
  }
  return found;
}

type Core = Omit<Expression, "start" | "end" | "text">;

interface Hit {
  expression: Core;
  next: number;
}

function core(type: Expression["type"], values: number[], more: Partial<Core> = {}): Core {
  return {
    type,
    values,
    slack: values.map(() => 0),
    unit: "",
    figures: "",
    looksLikeYear: false,
    halfKnown: true,
    ...more,
  };
}

// ---- dates ----

function monthOf(piece: Piece | undefined): number {
  if (piece?.type !== "word") return 0;
  const { lower } = piece;
  return MONTH_NUMBERS.get(lower.endsWith(".") ? lower.slice(0, -1) : lower) ?? 0;
}

function dayOf(piece: Piece | undefined): number {
  if (!piece) return 0;
  const value =
    piece.type === "figures"
      ? /^\p{Nd}{1,2}$/u.test(piece.text)
        ? Number(plainFigures(piece.text))
        : 0
      : piece.type === "word" && !ARTICLES.test(piece.lower) // "on June 4": ten in Turkish
        ? (wordValue(piece.lower) ?? 0)
        : 0;
  return value >= 1 && value <= 31 ? value : 0;
}

function yearOf(piece: Piece | undefined): number {
  if (piece?.type !== "figures" || !/^\p{Nd}{4}$/u.test(piece.text)) return 0;
  const value = Number(plainFigures(piece.text));
  return value >= 1500 && value <= 2600 ? value : 0;
}

const skipPoint = (pieces: readonly Piece[], i: number) => (pieces[i]?.text === "." ? i + 1 : i);

function readDate(pieces: readonly Piece[], at: number): Hit | undefined {
  return readDayFirst(pieces, at) ?? readMonthFirst(pieces, at) ?? readCharacterDate(pieces, at);
}

/** "4 June", "the 4th of June 2024", "3. August", "3 de agosto". */
function readDayFirst(pieces: readonly Piece[], at: number): Hit | undefined {
  const day = dayOf(pieces[at]);
  if (!day) return undefined;
  let i = at + 1;
  if (/^(?:st|nd|rd|th|er|º)$/u.test(pieces[i]?.lower ?? "")) i++;
  i = skipPoint(pieces, i);
  if (/^(?:of|de|di|d)$/u.test(pieces[i]?.lower ?? "")) i++;
  const month = monthOf(pieces[i]);
  if (!month) return undefined;
  return withYear(pieces, i + 1, month, day);
}

/** "June 4", "Oct. 14th, 2024". */
function readMonthFirst(pieces: readonly Piece[], at: number): Hit | undefined {
  const month = monthOf(pieces[at]);
  if (!month) return undefined;
  const i = skipPoint(pieces, at + 1);
  const day = pieces[i]?.type === "figures" ? dayOf(pieces[i]) : 0;
  if (!day || pieces[i + 1]?.text === ":") return undefined;
  const ordinal = /^(?:st|nd|rd|th)$/u.test(pieces[i + 1]?.lower ?? "") ? 1 : 0;
  return withYear(pieces, i + 1 + ordinal, month, day);
}

function withYear(pieces: readonly Piece[], at: number, month: number, day: number): Hit {
  const mark = /^(?:,|de|del)$/u.test(pieces[at]?.lower ?? "") ? 1 : 0;
  const year = yearOf(pieces[at + mark]);
  const end = year ? at + mark + 1 : at;
  const dotted =
    !year && pieces[at]?.text === "." && (pieces[at - 1]?.text.length ?? 9) <= 4 && monthOf(pieces[at - 1]);
  return { expression: core("date", [month, day, year]), next: dotted && pieces[at + 1]?.text === "." ? end + 1 : end };
}

/** 2024年8月3日, 十二日: any of the three, the day or the year at least. */
function readCharacterDate(pieces: readonly Piece[], at: number): Hit | undefined {
  if (pieces[at]?.type !== "han" && pieces[at]?.type !== "figures") return undefined;
  const parts: Record<string, number> = {};
  let i = at;
  for (;;) {
    const number = readHan(pieces, i);
    const mark = number && pieces[number.next]?.text;
    if (!number || !mark || !/^[年月日년월일]$/u.test(mark)) break;
    parts[mark] = number.value;
    i = number.next + 1;
  }
  if (i === at) return undefined;
  const of = (one: string, two: string) => parts[one] ?? parts[two] ?? 0;
  return { expression: core("date", [of("月", "월"), of("日", "일"), of("年", "년")]), next: i };
}

function readHan(pieces: readonly Piece[], at: number): { value: number; next: number; text: string } | undefined {
  let i = at;
  let text = "";
  while (pieces[i] && (pieces[i]?.type === "han" || pieces[i]?.type === "figures")) {
    if (i > at && pieces[i]?.start !== pieces[i - 1]?.end) break;
    text += (pieces[i++] as Piece).text.replace(/[,，]/gu, "");
  }
  return i > at ? { value: parseHan(text), next: i, text } : undefined;
}

// ---- times of day ----

function readTime(pieces: readonly Piece[], at: number, follows: (at: number) => string): Hit | undefined {
  const first = pieces[at] as Piece;
  if (first.lower === "noon" || first.lower === "midday") return { expression: core("time", [720]), next: at + 1 };
  if (first.lower === "midnight") return { expression: core("time", [0]), next: at + 1 };
  if (first.type !== "figures") return undefined;
  const military = readMilitary(first, follows);
  if (military) return { expression: military, next: at + 1 };
  const clock = readClock(pieces, at);
  if (!clock) return undefined;
  const [half, next] = readHalf(pieces, clock.next);
  if (half === undefined && !clock.certain) return undefined;
  const hour = half === "pm" ? (clock.hour % 12) + 12 : half === "am" ? clock.hour % 12 : clock.hour;
  if (hour > 24) return undefined;
  const halfKnown = half === "am" || half === "pm" || half === "Uhr" || hour > 12 || /^0/u.test(first.text);
  return { expression: core("time", [hour * 60 + clock.minute], { halfKnown }), next };
}

/** So much of what follows is looked at: " of", a time zone. */
const LONGEST_FOLLOWING = 7;

/** "0815 GMT", "1430 hours": four figures before a zone. */
function readMilitary({ text, end }: Piece, follows: (at: number) => string): Core | undefined {
  const clock = /^([01]\d|2[0-3])([0-5]\d)$/u.exec(text);
  if (!clock || !/^ (?:GMT|UTC|[A-Z]{1,4}T\b|hours|hrs)/u.test(follows(end))) return undefined;
  return core("time", [Number(clock[1]) * 60 + Number(clock[2])]);
}

function readClock(
  pieces: readonly Piece[],
  at: number,
): { hour: number; minute: number; next: number; certain: boolean } | undefined {
  const first = pieces[at] as Piece;
  const dotted = /^(\p{Nd}{1,2})\.(\p{Nd}{2})$/u.exec(first.text);
  if (dotted) return { hour: toNumber(dotted[1]), minute: toNumber(dotted[2]), next: at + 1, certain: false };
  if (!/^\p{Nd}{1,2}$/u.test(first.text)) return undefined;
  const hour = toNumber(first.text);
  const mark = pieces[at + 1]?.lower;
  const minutes = pieces[at + 2];
  if (
    (mark === ":" ||
      mark === "h" ||
      mark === "時" ||
      mark === "时" ||
      mark === "点" ||
      mark === "點" ||
      mark === "시") &&
    minutes &&
    /^\p{Nd}{2}$/u.test(minutes.text)
  ) {
    const minute = toNumber(minutes.text);
    if (minute < 60)
      return { hour, minute, next: /^[分분]$/u.test(pieces[at + 3]?.text ?? "") ? at + 4 : at + 3, certain: true };
  }
  return { hour, minute: 0, next: at + 1, certain: false };
}

function toNumber(figures: string | undefined): number {
  return Number(plainFigures(figures ?? ""));
}

function readHalf(pieces: readonly Piece[], at: number): ["am" | "pm" | "Uhr" | "clock" | undefined, number] {
  const word = pieces[at]?.lower ?? "";
  if (word === "am" || word === "pm") return [word, at + 1];
  if (/^(?:uhr|h|heures?|horas?|часов|час(?:а)?|น)$/u.test(word)) return ["Uhr", at + 1];
  return word === "o'clock" ? ["clock", at + 1] : [undefined, at];
}

// ---- quantities ----

interface NumberRead {
  value: number;
  slack: number;
  figures: string;
  next: number;
}

/** A sign or word of a currency. */
export const CURRENCIES =
  /^(?:[$£€¥₹₽₩₺₴฿]|us\$|r\$|tl|lira|reais|francs?|kronor|wons?|원|บาท|रुपये|dollars?|euros?|pounds sterling|yen|yuan|rubles?|roubles?|rupees?|рубл(?:ь|я|ей)|доллар(?:а|ов)?|евро|dólares|円|元|usd|eur|gbp|chf|jpy)$/u;
const RANGES = /^(?:to|-|–|—|bis|à|a|до)$/u;

function readQuantity(pieces: readonly Piece[], at: number, follows: (at: number) => string): Hit | undefined {
  const sign = (pieces[at]?.type === "sign" && CURRENCIES.test(pieces[at]?.lower ?? "")) || isCoded(pieces, at);
  const from = sign ? at + 1 : at;
  const share = readShare(pieces, at, follows);
  if (share) return share;
  const first = readNumber(pieces, from) ?? readScore(pieces, from) ?? readOneUnit(pieces, from);
  if (!first) return undefined;
  const numbers = "both" in first ? first.both : [first];
  let next = first.next;
  const second = numbers.length === 1 ? readRangeEnd(pieces, next) : undefined;
  if (second) {
    numbers.push(second);
    next = second.next;
  }
  const unit = readUnit(pieces, next);
  const sum = !sign && numbers.length === 1 ? readSmallerUnit(pieces, first as NumberRead, unit) : undefined;
  if (sum) return sum;
  const figures = numbers.map((one) => one.figures).join("|");
  const values = numbers.map((one) => one.value);
  return {
    expression: core("quantity", values, {
      slack: numbers.map((one) => one.slack),
      unit: sign ? (pieces[at] as Piece).lower : unit.unit,
      figures,
      looksLikeYear: !sign && unit.unit === "" && values.length === 1 && yearOf(pieces[from]) > 0,
    }),
    next: sign ? next : unit.next,
  };
}

/** "6ft 2in", "11 st 5 lb", "5 feet, 11 inches": an amount in two units of one dimension, as one of the larger. */
function readSmallerUnit(
  pieces: readonly Piece[],
  first: NumberRead,
  unit: { unit: string; next: number },
): Hit | undefined {
  const large = UNITS.get(unit.unit);
  if (!large || large.offset || large.dimension === "speed") return undefined;
  const comma = pieces[unit.next]?.text === "," ? 1 : 0;
  const rest = pieces[unit.next + comma]?.type === "figures" ? readNumber(pieces, unit.next + comma) : undefined;
  if (!rest) return undefined;
  const { lower = "" } = pieces[rest.next] ?? {};
  const small = UNITS.get(lower);
  if (small?.dimension !== large.dimension || small.factor >= large.factor) return undefined;
  const ratio = small.factor / large.factor;
  const figures = `${first.figures}|${rest.figures}`;
  const more = { slack: [ratio / 2], unit: unit.unit, figures };
  return { expression: core("quantity", [first.value + rest.value * ratio], more), next: rest.next + 1 };
}

/** "Dh4,275", "R26 million": letters right before an amount of money; before a small plain number ("G20") they are a name. */
function isCoded(pieces: readonly Piece[], at: number): boolean {
  const [code, figures] = [pieces[at], pieces[at + 1]];
  if (figures?.type !== "figures" || figures.start !== code?.end || !/^\p{Lu}\p{L}{0,2}$/u.test(code.text))
    return false;
  return /[.,]/u.test(figures.text) || readFigures(pieces, at + 1).next > at + 2;
}

/** The other end of a range, the unit told once or twice: "36 to 46", "2C to 8C". */
function readRangeEnd(pieces: readonly Piece[], at: number): NumberRead | undefined {
  const unit = readUnit(pieces, at);
  if (!RANGES.test(pieces[unit.next]?.lower ?? "")) return undefined;
  const end = readNumber(pieces, unit.next + 1);
  return end && (unit.unit === "" || readUnit(pieces, end.next).unit === unit.unit) ? end : undefined;
}

function readNumber(pieces: readonly Piece[], at: number): NumberRead | undefined {
  const first = pieces[at];
  if (!first) return undefined;
  if (first.type === "figures") return readFigures(pieces, at);
  if (first.type === "han") {
    const han = readHan(pieces, at);
    return han && { value: han.value, slack: 0, figures: han.text, next: han.next };
  }
  return first.type === "word" ? readWords(pieces, at) : undefined;
}

function readFigures(pieces: readonly Piece[], at: number): NumberRead {
  const first = pieces[at] as Piece;
  const after = pieces[at + 1];
  if (after?.type === "han" && after.start === first.end) {
    const han = readHan(pieces, at);
    if (han) return { value: han.value, slack: 0, figures: han.text, next: han.next };
  }
  const { text, next: behind } = joinFigures(pieces, at);
  const fraction = readFraction(pieces, behind);
  const value = parseFigures(text) + (fraction?.value ?? 0);
  let next = fraction?.next ?? behind;
  if (after && after.start === first.end && isOrdinalEnding(first.text, after.lower)) next++;
  let times = 1;
  while (pieces[next]?.type === "word") {
    const more = multiplierAt(pieces, next);
    if (more === undefined) break;
    times *= more;
    next++;
  }
  return { value: value * times, slack: fraction ? 0 : slackOf(text) * times, figures: plainFigures(text), next };
}

/** "21st"; "11st" is a weight in stones. */
function isOrdinalEnding(figures: string, ending: string): boolean {
  return ending === "st" ? /(?:^|[^1])1$/u.test(figures) : /^(?:nd|rd|th)$/u.test(ending);
}

/** "2. 6 million", "22, 000": figures that some pages tear behind the mark inside them. */
function joinFigures(pieces: readonly Piece[], at: number): { text: string; next: number } {
  let { text, end } = pieces[at] as Piece;
  let next = at + 1;
  for (; /^\p{Nd}{1,3}(?:,\p{Nd}{3})*$/u.test(text); next += 2) {
    const [mark, rest, behind] = [pieces[next], pieces[next + 1], pieces[next + 2]];
    if (mark?.start !== end || rest?.type !== "figures" || rest.start !== mark.end + 1) break;
    const isTorn =
      mark.text === ","
        ? /^\p{Nd}{3}$/u.test(rest.text)
        : mark.text === "." && /^\p{Nd}{1,2}$/u.test(rest.text) && /^[\p{Ll}%-]/u.test(behind?.text ?? "-");
    if (!isTorn) break;
    text += mark.text + rest.text;
    end = rest.end;
  }
  return { text, next };
}

/** "4½", "4 1/2": what is left over a whole number, in halves to sixteenths. */
function readFraction(pieces: readonly Piece[], at: number): { value: number; next: number } | undefined {
  const sign = /^(\d)⁄(\d)$/u.exec(pieces[at]?.text.normalize("NFKC") ?? "");
  if (sign) return { value: toNumber(sign[1]) / toNumber(sign[2]), next: at + 1 };
  const [upper, stroke, lower] = [pieces[at], pieces[at + 1], pieces[at + 2]];
  if (upper?.type !== "figures" || stroke?.text !== "/" || lower?.type !== "figures") return undefined;
  const [part, parts] = [toNumber(upper.text), toNumber(lower.text)];
  return part > 0 && part < parts && parts <= 16 ? { value: part / parts, next: at + 3 } : undefined;
}

/** "m" is a million beside a currency or behind a decimal, else a metre. */
function multiplierAt(pieces: readonly Piece[], at: number): number | undefined {
  const word = (pieces[at] as Piece).lower;
  const value = MULTIPLIERS.get(word);
  if (value === undefined || value < 100 || word !== "m") return value;
  return [pieces[at - 2], pieces[at + 1]].some((beside) => CURRENCIES.test(beside?.lower ?? "")) ||
    /[.,]\p{Nd}$/u.test(pieces[at - 1]?.text ?? "")
    ? value
    : undefined;
}

/** Half a unit in the last place that counts: 0.05 for "3.2", 50 for "800". */
function slackOf(figures: string): number {
  const decimals = /[.,](\p{Nd}{1,2}|\p{Nd}{4,})$/u.exec(figures);
  if (decimals) return 0.5 / 10 ** (decimals[1] as string).length;
  const zeros = /0*$/u.exec(plainFigures(figures).replace(/\D/gu, ""))?.[0].length ?? 0;
  return 0.5 * 10 ** zeros;
}

const ARTICLES = /^(?:one|un[oaeè]?|uma?|eine?[nrm]?|een|bir|ένα|один|одна|एक|واحد|se[tx]?|on|ses)$/u;

/** "two hundred and sixty", "eighty-ninth", "vingt et un". */
function readWords(pieces: readonly Piece[], at: number): NumberRead | undefined {
  let total = 0;
  let current: number | undefined;
  let i = at;
  let figures = "";
  for (; i < pieces.length; i++) {
    const word = (pieces[i] as Piece).lower;
    if (current !== undefined && /^(?:and|et|y|e|и|und|و)$/u.test(word)) {
      const follows = wordValue(pieces[i + 1]?.lower ?? "");
      if (follows === undefined || follows >= Math.max(current, total, 20) || current + total < 20) break;
      continue;
    }
    const value = wordValue(word);
    const times = MULTIPLIERS.get(word);
    if (
      value !== undefined &&
      (current === undefined || (current >= 20 && value < 10 && current % 10 === 0) || current % 100 === 0)
    )
      current = (current ?? 0) + value;
    else if (
      times !== undefined &&
      times >= 100 &&
      word.length > 2 &&
      (current !== undefined || times === 100 || times === 1000)
    ) {
      if (times === 100) current = (current ?? 1) * 100;
      else {
        total += (current ?? 1) * times;
        current = 0;
      }
    } else break;
    figures += `${word} `;
  }
  // "one" alone is most often a pronoun or an article.
  if (current === undefined || (i === at + 1 && ARTICLES.test(figures.trim()))) return undefined;
  const value = total + current;
  return { value, slack: slackOf(String(value)), figures: figures.trim(), next: i };
}

const PARTS: ReadonlyMap<string, number> = new Map([
  ["half", 2],
  ["third", 3],
  ["quarter", 4],
  ["fifth", 5],
  ["tenth", 10],
]);

/** "a fifth of", "two thirds of", "three-quarters of": a share, in percent; without "of" it may be the fifth in a row. */
function readShare(pieces: readonly Piece[], at: number, follows: (at: number) => string): Hit | undefined {
  const [first, ...rest] = (pieces[at]?.lower ?? "").split("-");
  const own = rest.length > 0 ? rest.join("-") : (pieces[at + 1]?.lower ?? "");
  const parts = PARTS.get(own.replace(/s$/u, ""));
  const count = /^(?:an?|one)$/u.test(first ?? "") ? 1 : NUMBER_WORDS.get(first ?? "");
  const last = pieces[rest.length > 0 ? at : at + 1];
  if (parts === undefined || count === undefined || count >= parts || !last || !/^ of\b/u.test(follows(last.end)))
    return undefined;
  const value = (100 * count) / parts;
  const expression = core("quantity", [value], { slack: [1], unit: "%", figures: `${count}/${parts}` });
  return { expression, next: rest.length > 0 ? at + 1 : at + 2 };
}

/** "two-one": a score in words. */
function readScore(pieces: readonly Piece[], at: number): { both: NumberRead[]; next: number } | undefined {
  const word = pieces[at];
  const parts = word?.type === "word" && word.lower.includes("-") ? word.lower.split("-") : [];
  if (!word || parts.length !== 2) return undefined;
  const both = parts.map((part) => NUMBER_WORDS.get(part));
  if (both.some((value) => value === undefined)) return undefined;
  return {
    both: both.map((value) => ({ value: value ?? 0, slack: 0.5, figures: word.lower, next: at + 1 })),
    next: at + 1,
  };
}

/** "a mile". */
function readOneUnit(pieces: readonly Piece[], at: number): NumberRead | undefined {
  if (!/^(?:an?|one|une?|eine?n?)$/u.test(pieces[at]?.lower ?? "")) return undefined;
  const unit = pieces[at + 1]?.lower ?? "";
  if (unit.length < 3 || !UNITS.has(unit)) return undefined;
  return { value: 1, slack: 0.5, figures: "1", next: at + 1 };
}

const PER_CENT = /^(?:%|٪|％|percent|pct|prozent|proc|procent|процент(?:а|ов)?|yüzde|प्रतिशत)$/u;

function readUnit(pieces: readonly Piece[], at: number): { unit: string; next: number } {
  const hyphen = /^[-–]$/u.test(pieces[at]?.text ?? "") ? 1 : 0;
  const degrees = /^(?:degrees?|grad|градус(?:а|ов)?|grados|degrés|gradi)$/u.test(pieces[at + hyphen]?.lower ?? "")
    ? 1
    : 0;
  const i = at + hyphen + degrees;
  const composed = readComposedUnit(pieces, i);
  if (composed) return composed;
  const word = (pieces[i]?.lower ?? "").replace(/\s/gu, "");
  // "28in" is a length, "28 in" the beginning of a place.
  const isApart = word === "in" && pieces[i]?.start !== pieces[i - 1]?.end;
  if (word !== "" && UNITS.has(word) && !isApart) return { unit: word, next: i + 1 };
  if (degrees) return { unit: "°", next: i };
  if (word === "°") return { unit: "°", next: i + 1 };
  if (PER_CENT.test(word)) return { unit: "%", next: i + 1 };
  if (word === "per" && /^cento?$/u.test(pieces[i + 1]?.lower ?? "")) return { unit: "%", next: i + 2 };
  if (word === "por" && /^ci?ento$/u.test(pieces[i + 1]?.lower ?? "")) return { unit: "%", next: i + 2 };
  return CURRENCIES.test(word) && hyphen === 0 ? { unit: word, next: i + 1 } : { unit: "", next: at };
}

const PER_HOUR = /^ (?:(?:per|an|pro|por|par) (?:hour|stunde|hora|heure)|à l'heure|all'ora|orari|horaires)$/u;
const SQUARE = /^(?:square|sq|carrés?|quadrati?|quadrat[ao]s?|cuadrados?|quadrados?)$/u;
/** Areas and speeds by the length they are made of, in metres. */
const SQUARES: ReadonlyMap<number, string> = new Map([
  [1, "m²"],
  [1000, "km²"],
  [1609.344, "mi²"],
  [0.3048, "ft²"],
]);
const SPEEDS: ReadonlyMap<number, string> = new Map([
  [1000, "km/h"],
  [1609.344, "mph"],
]);

/** "square miles", "metri quadrati", "kilometres per hour": a unit of two or three words. */
function readComposedUnit(pieces: readonly Piece[], at: number): { unit: string; next: number } | undefined {
  const squareFirst = SQUARE.test(pieces[at]?.lower ?? "");
  const point = squareFirst && pieces[at + 1]?.text === "." ? 1 : 0;
  const from = squareFirst ? at + 1 + point : at;
  const length = UNITS.get(pieces[from]?.lower ?? "");
  if (length?.dimension !== "length") return undefined;
  if (squareFirst || SQUARE.test(pieces[from + 1]?.lower ?? "")) {
    const unit = SQUARES.get(length.factor);
    return unit === undefined ? undefined : { unit, next: from + (squareFirst ? 1 : 2) };
  }
  for (const words of [1, 2]) {
    const behind = pieces.slice(from + 1, from + 1 + words).map(({ lower }) => lower);
    const unit = PER_HOUR.test(` ${behind.join(" ")}`) ? SPEEDS.get(length.factor) : undefined;
    if (unit !== undefined) return { unit, next: from + 1 + words };
  }
  return undefined;
}

// ---- two expressions ----

/** How two expressions differ. `same`: in nothing but a mark or a space. */
export type Relation =
  | "number-form"
  | "date-form"
  | "abbreviation"
  | "typography"
  | "unit-conversion"
  | "number"
  | "date";

/** How two expressions of different writing differ. */
export function relateExpressions(a: Expression, b: Expression): Relation {
  if (a.type === "quantity" && b.type === "quantity") return relateQuantities(a, b);
  if (a.type === b.type) return sameMoment(a, b) ? "date-form" : "date";
  // "7.40 Uhr" and "7.40": one of them does not say what it is.
  return a.text.replace(/\P{Nd}/gu, "") === b.text.replace(/\P{Nd}/gu, "") ? "date-form" : "date";
}

function sameMoment(a: Expression, b: Expression): boolean {
  if (a.type === "time") {
    const apart = Math.abs((a.values[0] ?? 0) - (b.values[0] ?? 0));
    return apart === 0 || (apart === 720 && !(a.halfKnown && b.halfKnown));
  }
  return a.values.every((value, i) => value === b.values[i] || value === 0 || b.values[i] === 0);
}

function relateQuantities(a: Expression, b: Expression): Relation {
  if (isShareEqual(a, b)) return "number-form";
  const unitA = UNITS.get(a.unit);
  const unitB = UNITS.get(b.unit);
  const equal =
    a.values.length === b.values.length && a.values.every((value, i) => isEqual(value, b.values[i] ?? Number.NaN));
  const sameUnit =
    a.unit === b.unit || (unitA !== undefined && unitA.dimension === unitB?.dimension && unitA.factor === unitB.factor);
  if (equal && (sameUnit || a.unit === "" || b.unit === "" || sameCurrency(a.unit, b.unit))) return relateForms(a, b);
  if (areExchanged(a, b)) return "unit-conversion";
  if (unitA && unitB && unitA.dimension === unitB.dimension && !sameUnit && agree(a, b)) return "unit-conversion";
  return a.looksLikeYear && b.looksLikeYear ? "date" : "number";
}

function relateForms(a: Expression, b: Expression): Relation {
  if (a.text !== b.text && plainFigures(a.text) === plainFigures(b.text)) return "typography";
  if (a.text.replace(/\s/gu, "") === b.text.replace(/\s/gu, ""))
    return /\p{Nd}\s+\p{Nd}/u.test(a.text + b.text) ? "number-form" : "typography";
  const thousands = /\p{Nd}k\b/u.test(a.text) !== /\p{Nd}k\b/u.test(b.text);
  return a.figures === b.figures && !thousands ? "abbreviation" : "number-form";
}

function sameCurrency(a: string, b: string): boolean {
  return signOf(a) === signOf(b);
}

function signOf(unit: string): string {
  return unit
    .replace(/^us\$$|^usd$|^dollars?$/u, "$")
    .replace(/^eur(?:os?)?$/u, "€")
    .replace(/^pounds(?: sterling)?$|^gbp$/u, "£")
    .replace(/^yen$|^jpy$/u, "¥")
    .replace(/^rupees?$/u, "₹")
    .replace(/^francs?$/u, "chf")
    .replace(/^lira$/u, "tl")
    .replace(/^reais$/u, "r$");
}

/** A share told as a fraction is near the percentage that it stands for: "a third", "33%". */
function isShareEqual(a: Expression, b: Expression): boolean {
  const [one, other] = [a.values[0] ?? Number.NaN, b.values[0] ?? Number.NaN];
  return a.unit === "%" && b.unit === "%" && /\//u.test(a.figures + b.figures) && Math.abs(one - other) < 1;
}

/**
 * What one of a currency was worth in dollars, lowest and highest of thirty years: another amount of other money may be a
 * conversion when it lies in between, and is another amount when it does not.
 */
const WORTH: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["$", [1, 1]],
  ["€", [0.82, 1.6]],
  ["£", [1.03, 2.12]],
  ["¥", [1 / 162, 1 / 75]],
  ["₹", [1 / 96, 1 / 35]],
  ["r", [1 / 20, 1 / 4]],
  ["chf", [0.55, 1.4]],
]);

function areExchanged(a: Expression, b: Expression): boolean {
  const [one, two] = [WORTH.get(signOf(a.unit)), WORTH.get(signOf(b.unit))];
  if (!one || !two || one === two || a.values.length !== b.values.length) return false;
  return a.values.every((value, i) => {
    const other = b.values[i] ?? Number.NaN;
    const [least, most] = [value * one[0] - (a.slack[i] ?? 0), value * one[1] + (a.slack[i] ?? 0)];
    return other * two[1] >= least && other * two[0] <= most;
  });
}

function isEqual(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1);
}

/** Two numbers that are near in spite of rounding differ by no more than this share. */
const MOST_ROUNDING = 0.12;

/** Whether two amounts of one dimension agree to the digits of the rounder one, in every value. */
function agree(a: Expression, b: Expression): boolean {
  const from = UNITS.get(a.unit);
  const to = UNITS.get(b.unit);
  if (!from || !to || a.values.length !== b.values.length) return false;
  return a.values.every((value, i) => {
    const other = b.values[i] ?? Number.NaN;
    const inB = ((value + (from.offset ?? 0)) * from.factor) / to.factor - (to.offset ?? 0);
    const inA = ((other + (to.offset ?? 0)) * to.factor) / from.factor - (from.offset ?? 0);
    const close =
      Math.abs(inB - other) <= (b.slack[i] ?? 0) * 1.01 || Math.abs(inA - value) <= (a.slack[i] ?? 0) * 1.01;
    const scale = from.offset || to.offset ? 0 : MOST_ROUNDING * Math.abs(other);
    return close && (scale === 0 || Math.abs(inB - other) <= scale);
  });
}
