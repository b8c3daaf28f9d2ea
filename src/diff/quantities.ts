/** Reads numbers with their units out of a few words: "1.2 million", "193 km/h", "two hundred and sixty". */
import { MULTIPLIERS, NUMBER_WORDS, UNITS } from "./lexicon.js";

/** A number as a text gives it. */
export interface Quantity {
  value: number;
  /** Digits the text gives ("50" has one that counts): how far it may be rounded. */
  precision: number;
  dimension?: string;
  /** Value in the base unit of the dimension. */
  base?: number;
  year: boolean;
}

const FIGURES = /^[$£€¥]?(\d[\d.,'’\u00a0\u202f\u2009 ]*\d|\d)(.*)$/u;

/** The quantities in a list of words as written. */
export function readQuantities(raw: readonly string[]): Quantity[] {
  const found: Quantity[] = [];
  for (let i = 0; i < raw.length; i++) {
    const start = readNumber(raw[i] as string);
    if (!start) continue;
    let { value } = start;
    let rest = start.rest;
    let next = i + 1;
    if (!rest && next < raw.length) {
      let joined = false;
      for (; next < raw.length; next++) {
        const word = clean(raw[next] as string);
        const times = MULTIPLIERS.get(word);
        if (times !== undefined) value *= times;
        else if (word === "and" && value >= 100 && NUMBER_WORDS.has(clean(raw[next + 1] ?? ""))) joined = true;
        else if (joined && NUMBER_WORDS.has(word)) value += NUMBER_WORDS.get(word) as number;
        else break;
      }
      rest = clean(raw[next] ?? "");
      if (rest === "degrees" || rest === "degree") rest = clean(raw[next + 1] ?? "");
    } else if (MULTIPLIERS.has(rest)) value *= MULTIPLIERS.get(rest) as number;
    found.push(quantity(value, start.digits, rest));
    i = next - 1;
  }
  return found;
}

function clean(word: string): string {
  return word.toLowerCase().replace(/[.,;:()]+$/u, "");
}

function readNumber(word: string): { value: number; digits: string; rest: string } | undefined {
  const spelled = NUMBER_WORDS.get(clean(word));
  if (spelled !== undefined) return { value: spelled, digits: String(spelled), rest: "" };
  const figures = FIGURES.exec(word);
  if (!figures) return undefined;
  const digits = figures[1] as string;
  return { value: parseFigures(digits), digits, rest: clean(figures[2] as string).replace(/^(?:st|nd|rd|th)$/u, "") };
}

/** 1,234.5 and 1.234,5 and 1 234: a mark before three digits groups thousands unless it is the only one of its kind at the end. */
export function parseFigures(figures: string): number {
  const parts = figures.split(/[.,'’\u00a0\u202f\u2009 ]/u);
  const last = parts[parts.length - 1] as string;
  const decimal = parts.length > 1 && last.length !== 3;
  return Number(decimal ? `${parts.slice(0, -1).join("")}.${last}` : parts.join(""));
}

function quantity(value: number, digits: string, rest: string): Quantity {
  const unit = UNITS.get(rest.replace(/^[-–]/u, ""));
  const precision = digits.replace(/\D/gu, "").replace(/^0+|0+$/gu, "").length || 1;
  const year = /^\d{4}$/u.test(digits) && value >= 1500 && value <= 2100 && !unit;
  if (!unit) return { value, precision, year };
  return { value, precision, year, dimension: unit.dimension, base: (value + (unit.offset ?? 0)) * unit.factor };
}

/** Whether two quantities say the same number. */
export function sameValue(a: Quantity, b: Quantity): boolean {
  return Math.abs(a.value - b.value) <= 1e-9 * Math.max(Math.abs(a.value), Math.abs(b.value), 1);
}

/** Whether two quantities of one dimension in different units agree to the digits of the rounder one. */
export function sameQuantity(a: Quantity, b: Quantity): boolean {
  if (a.base === undefined || b.base === undefined || a.dimension !== b.dimension) return false;
  // Half a unit in the last place that counts: 5% for one digit (a round 500), 1% for two or more.
  const slack = Math.min(a.precision, b.precision) <= 1 ? 0.08 : 0.025;
  return Math.abs(a.base - b.base) <= slack * Math.max(Math.abs(a.base), Math.abs(b.base), 1e-9);
}
