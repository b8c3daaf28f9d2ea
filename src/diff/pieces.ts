/** The pieces that amounts, dates and times are read from, and what is read of them. */
import type { Span } from "../article.js";
import { later } from "./later.js";
import { HAN_NUMERAL, parseHan, plainFigures } from "./numerals.js";

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

/** A number in figures, a word, a numeral character, or any other sign. */
export interface Piece extends Span {
  text: string;
  lower: string;
  type: "figures" | "word" | "han" | "sign";
}

const PIECES = /* @__PURE__ */ later(
  () =>
    /(?<=^|\s)\.\p{Nd}+|\p{Nd}{1,3}(?:[ \u00a0\u202f\u2009’']\p{Nd}{3})+(?!\p{Nd})|\p{Nd}+(?:[.,٫٬]\p{Nd}+)*|[〇零一二三四五六七八九十百千万萬億亿两兆만억]|[年月日時时点點分년월일시]|\p{L}(?:\.\p{L})+\.?|km\/h|(?:km|m|mi|ft)²|(?:mi|km)\/hr?|(?:(?![〇零一二三四五六七八九十百千万萬億亿两兆年月日時时点點分])[\p{L}\p{M}])+(?:[-’'][\p{L}\p{M}]+)*|°\s?[CFcf]?|\n|[^\s]/gu,
);

/** The pieces between two places of a text. */
export function piecesOf(text: string, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  const part = text.slice(from, to);
  // A loop of its own: `matchAll` makes another pattern each time, and most stretches are a word or two.
  const pattern = PIECES();
  pattern.lastIndex = 0;
  for (let match = pattern.exec(part); match; match = pattern.exec(part)) {
    const start = from + match.index;
    const own = match[0];
    pieces.push({ start, end: start + own.length, text: own, lower: lowerOf(own), type: typeOf(own) });
  }
  return pieces;
}

function typeOf(piece: string): Piece["type"] {
  const unit = piece.charCodeAt(0);
  const small = unit | 0x20;
  if (small >= 0x61 && small <= 0x7a) return "word";
  if (unit >= 0x30 && unit <= 0x39) return "figures";
  return /^\.?\p{Nd}/u.test(piece)
    ? "figures"
    : HAN_NUMERAL.test(piece)
      ? "han"
      : /^\p{L}/u.test(piece)
        ? "word"
        : "sign";
}

function lowerOf(piece: string): string {
  const lower = piece.toLowerCase();
  // The longest that is written otherwise, "a.m.", has four characters.
  if (lower.length <= 4 && lower.includes("m")) return lower.replace(/^([ap])\.?m\.?$/u, "$1m").replace(/[’]/gu, "'");
  return lower.includes("’") ? lower.replace(/[’]/gu, "'") : lower;
}

/** What is read of an expression before its place is known. */
export type Core = Omit<Expression, "start" | "end" | "text">;

/** What was read, and the piece behind it. */
export interface Hit {
  expression: Core;
  next: number;
}

/** An expression with what most have. */
export function core(type: Expression["type"], values: number[], more: Partial<Core> = {}): Core {
  const { slack = values.map(() => 0), unit = "", figures = "", looksLikeYear = false, halfKnown = true } = more;
  return { type, values, slack, unit, figures, looksLikeYear, halfKnown };
}

/** A number in characters (十二万), or in figures and characters. */
export function readHan(
  pieces: readonly Piece[],
  at: number,
): { value: number; next: number; text: string } | undefined {
  let i = at;
  let text = "";
  while (pieces[i] && (pieces[i]?.type === "han" || pieces[i]?.type === "figures")) {
    if (i > at && pieces[i]?.start !== pieces[i - 1]?.end) break;
    text += (pieces[i++] as Piece).text.replace(/[,，]/gu, "");
  }
  return i > at ? { value: parseHan(text), next: i, text } : undefined;
}

/** The number that figures of any script say. */
export function toNumber(figures: string | undefined): number {
  return Number(plainFigures(figures ?? ""));
}

/** Articles that are numerals, too. */
export const ARTICLES = /^(?:one|un[oaeè]?|uma?|eine?[nrm]?|een|bir|ένα|один|одна|एक|واحد|se[tx]?|on|ses)$/u;
