/** Reads amounts: numbers in figures and words, ranges, scores and shares, with their units ("$48m", "36 to 46 degrees"). */

import { table, type WordTable } from "./later.js";
import { UNITS } from "./lexicon.js";
import { yearOf } from "./moments.js";
import { MULTIPLIERS, NUMBER_WORDS, parseFigures, plainFigures, valuesOf, wordValue } from "./numerals.js";
import { ARTICLES, core, type Hit, type Piece, readHan, toNumber } from "./pieces.js";
import { CURRENCIES, readUnit } from "./units.js";

interface NumberRead {
  value: number;
  slack: number;
  figures: string;
  next: number;
}

const RANGES = /^(?:to|-|–|—|bis|à|a|до)$/u;

/** The amount that begins at a piece; `follows` gives what stands behind a place of the text. */
export function readQuantity(pieces: readonly Piece[], at: number, follows: (at: number) => string): Hit | undefined {
  const sign = (pieces[at]?.type === "sign" && CURRENCIES.test(pieces[at]?.lower ?? "")) || isCoded(pieces, at);
  const from = sign ? at + 1 : at;
  const share =
    readShare(pieces, at, follows) ??
    readOneIn(pieces, at) ??
    readUnitAndHalf(pieces, at) ??
    readBelowZero(pieces, at) ??
    readDozens(pieces, at);
  if (share) return share;
  const number = readNumber(pieces, from);
  const first =
    (number && withHalf(pieces, number)) ??
    readHalfOf(pieces, from) ??
    readScore(pieces, from) ??
    readOneUnit(pieces, from);
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

/** "6ft 2in", "5 feet, 11 inches", "two hours and 41 minutes": an amount in two units of one dimension, as one of the larger. */
function readSmallerUnit(
  pieces: readonly Piece[],
  first: NumberRead,
  unit: { unit: string; next: number },
): Hit | undefined {
  const large = UNITS.get(unit.unit);
  if (!large || large.offset || large.dimension === "speed") return undefined;
  const joint = /^(?:,|and|y|e|et|und)$/u.test(pieces[unit.next]?.lower ?? "") ? 1 : 0;
  const rest = pieces[unit.next + joint]?.type === "figures" ? readNumber(pieces, unit.next + joint) : undefined;
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
  for (; ; next += 2) {
    const mark = pieces[next];
    const rest = pieces[next + 1];
    const behind = pieces[next + 2];
    if (mark?.start !== end || rest?.type !== "figures" || rest.start !== mark.end + 1) break;
    if (!/^\p{Nd}{1,3}(?:,\p{Nd}{3})*$/u.test(text)) break;
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
  const sign = /^(\d)⁄(\d)$/u.exec(pieces[at]?.type === "sign" ? (pieces[at]?.text.normalize("NFKC") ?? "") : "");
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
  const isWhole = !/\D/u.test(figures);
  const decimals = isWhole ? undefined : /[.,](\p{Nd}{1,2}|\p{Nd}{4,})$/u.exec(figures);
  if (decimals) return 0.5 / 10 ** (decimals[1] as string).length;
  const digits = isWhole ? figures : plainFigures(figures).replace(/\D/gu, "");
  let zeros = 0;
  while (zeros < digits.length && digits[digits.length - 1 - zeros] === "0") zeros++;
  return 0.5 * 10 ** zeros;
}

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

/** "two and [a half]", "dos y [medio]", "un'ora e [mezza]"; the piece behind it. */
function readHalf(pieces: readonly Piece[], at: number): number | undefined {
  if (!/^(?:and|y|e|et)$/u.test(pieces[at]?.lower ?? "")) return undefined;
  const article = pieces[at + 1]?.lower === "a" ? 1 : 0;
  const half = pieces[at + 1 + article]?.lower ?? "";
  return /^(?:half|medi[oa]|mei[oa]|mezz[oa]|demie?)$/u.test(half) ? at + 2 + article : undefined;
}

/** "-7C": a minus goes with a temperature; before any other number it may be a dash. */
function readBelowZero(pieces: readonly Piece[], at: number): Hit | undefined {
  const [before, minus, figures] = [pieces[at - 1], pieces[at], pieces[at + 1]];
  if (!/^(?:[-−]|minus)$/u.test(minus?.lower ?? "") || figures?.type !== "figures") return undefined;
  const isWord = minus?.type === "word";
  if (!isWord && (figures.start !== minus?.end || before?.end === minus.start)) return undefined;
  const read = readFigures(pieces, at + 1);
  const unit = readUnit(pieces, read.next);
  if (UNITS.get(unit.unit)?.dimension !== "temperature") return undefined;
  const more = { slack: [read.slack], unit: unit.unit, figures: `-${read.figures}` };
  return { expression: core("quantity", [-read.value], more), next: unit.next };
}

const HALF_SLACK = 0.05;

function withHalf(pieces: readonly Piece[], read: NumberRead): NumberRead {
  const next = readHalf(pieces, read.next);
  if (next === undefined) return read;
  return { value: read.value + 0.5, slack: HALF_SLACK, figures: `${read.figures}½`, next };
}

/** "an hour and a half", "kilómetro y medio": one and a half of a unit. */
function readUnitAndHalf(pieces: readonly Piece[], at: number): Hit | undefined {
  const own = ONE.test(pieces[at]?.lower ?? "") ? at + 1 : at;
  const unit = pieces[own]?.lower ?? "";
  const next = unit.length > 2 && UNITS.has(unit) ? readHalf(pieces, own + 1) : undefined;
  if (next === undefined) return undefined;
  return { expression: core("quantity", [1.5], { slack: [HALF_SLACK], unit, figures: "1½" }), next };
}

/** The parts of a share, by the words that name them. */
const PARTS: WordTable<number> = /* @__PURE__ */ table(() =>
  valuesOf(
    `2 half|3 third tiers tercio tercera terzo terzi terço drittel|4 quarter quart quarto quarti cuarto cuarta viertel|
     5 fifth cinquième quinto quinta quinti fünftel|6 sechstel|8 achtel|10 tenth dixième décimo décima decimo decimi zehntel`,
  ),
);
/** Words that name parts of a whole and nothing else. */
const PARTS_ALONE = /(?:tel|tiers|tercios?|terços?)$/u;
const OF_SHARE = /^ (?:of|de|d['’]|des|du|del|dei|degli|delle|della|dell['’]|di|do|da|dos|das)(?!\p{L})/u;
/** "recuo de um quarto nas vendas" */
const IN_SHARE = /^(?:quarto|quinto|décimo)s? (?:na|no|nas|nos|em) /u;

/** Whether a word names the parts of a share: "quarter", "thirds". */
export function isShare(word: string): boolean {
  return PARTS.has(word) || (word.endsWith("s") && PARTS.has(word.slice(0, -1)));
}

/** "half a million": a multiplier, halved. */
function readHalfOf(pieces: readonly Piece[], at: number): NumberRead | undefined {
  if (pieces[at]?.lower !== "half" || !/^an?$/u.test(pieces[at + 1]?.lower ?? "")) return undefined;
  const times = MULTIPLIERS.get(pieces[at + 2]?.lower ?? "") ?? 0;
  if (times < 1000) return undefined;
  return { value: times / 2, slack: times / 20, figures: `half ${times}`, next: at + 3 };
}

/** "a dozen", "two dozen", "half a dozen", "a couple of": approximately so many. */
function readDozens(pieces: readonly Piece[], at: number): Hit | undefined {
  const isHalf = pieces[at]?.lower === "half" && /^an?$/u.test(pieces[at + 1]?.lower ?? "");
  if (pieces[at]?.lower === "a" && pieces[at + 1]?.lower === "couple" && pieces[at + 2]?.lower === "of")
    return { expression: core("quantity", [2], { slack: [0.5], figures: "2" }), next: at + 3 };
  const dozen = isHalf ? at + 2 : at + 1;
  if (!DOZEN.test(pieces[dozen]?.lower ?? "")) return undefined;
  const { lower = "", type, text = "" } = pieces[at] ?? {};
  const count = isHalf ? 0.5 : type === "figures" ? toNumber(text) : ONE.test(lower) ? 1 : NUMBER_WORDS.get(lower);
  if (count === undefined) return undefined;
  return { expression: core("quantity", [12 * count], { slack: [0.5], figures: `${count}x12` }), next: dozen + 1 };
}

/** Twelve of something. */
export const DOZEN = /^(?:dozen|dutzend|dozijn|douzaine|docena|dozzina|dúzia)$/u;

/** "one in four": a share in percent. */
function readOneIn(pieces: readonly Piece[], at: number): Hit | undefined {
  const [one, of, all] = [pieces[at], pieces[at + 1], pieces[at + 2]];
  if (of?.lower !== "in" || !one || !all) return undefined;
  const [part, parts] = [one, all].map((piece) =>
    piece.type === "figures" ? toNumber(piece.text) : NUMBER_WORDS.get(piece.lower),
  );
  if (part === undefined || parts === undefined || !(part > 0 && part < parts && parts <= MOST_PARTS)) return undefined;
  const expression = core("quantity", [(100 * part) / parts], { slack: [1], unit: "%", figures: `${part}/${parts}` });
  return { expression, next: at + 3 };
}

const MOST_PARTS = 20;

/** "a fifth of", "two thirds of", "three-quarters of": a share, in percent; without "of" it may be the fifth in a row. */
function readShare(pieces: readonly Piece[], at: number, follows: (at: number) => string): Hit | undefined {
  const { lower = "", end: behindWord = 0 } = pieces[at] ?? {};
  if (lower === "half" && /^ (?:of|the|its|their)\b/u.test(follows(behindWord)))
    return { expression: core("quantity", [50], { slack: [1], unit: "%", figures: "1/2" }), next: at + 1 };
  const hyphen = lower.indexOf("-");
  const own = hyphen < 0 ? (pieces[at + 1]?.lower ?? "") : lower.slice(hyphen + 1);
  const parts = PARTS.get(own) ?? PARTS.get(own.slice(0, -1));
  if (parts === undefined) return undefined;
  const first = hyphen < 0 ? lower : lower.slice(0, hyphen);
  const count = ONE.test(first) ? 1 : NUMBER_WORDS.get(first);
  let next = hyphen < 0 ? at + 2 : at + 1;
  // "una quinta parte", "tres cuartas partes".
  if (/^partes?$/u.test(pieces[next]?.lower ?? "")) next++;
  const { end = 0 } = pieces[next - 1] ?? {};
  if (count === undefined || count >= parts) return undefined;
  const behind = follows(end);
  if (!PARTS_ALONE.test(own) && !OF_SHARE.test(behind) && !IN_SHARE.test(own + behind)) return undefined;
  const value = (100 * count) / parts;
  return { expression: core("quantity", [value], { slack: [1], unit: "%", figures: `${count}/${parts}` }), next };
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

/** Words for one of something. */
export const ONE = /^(?:an?|one|un[ao]?|une|eine?n?|uma?)$/u;

/** "a mile"; "a day" is more often some day than a length of time. */
function readOneUnit(pieces: readonly Piece[], at: number): NumberRead | undefined {
  if (!/^(?:an?|one|une?|eine?n?)$/u.test(pieces[at]?.lower ?? "")) return undefined;
  const unit = pieces[at + 1]?.lower ?? "";
  if (unit.length < 3 || !UNITS.has(unit) || UNITS.get(unit)?.dimension === "time") return undefined;
  return { value: 1, slack: 0.5, figures: "1", next: at + 1 };
}
