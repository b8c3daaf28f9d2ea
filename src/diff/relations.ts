/** Tells of two amounts, dates or times whether they say the same. */
import { UNITS } from "./lexicon.js";
import { plainFigures } from "./numerals.js";
import type { Expression } from "./pieces.js";

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
  if (isHour(a, b) || isHour(b, a)) return "date-form";
  // "7.40 Uhr" and "7.40": one of them does not say what it is.
  return a.text.replace(/\P{Nd}/gu, "") === b.text.replace(/\P{Nd}/gu, "") ? "date-form" : "date";
}

/** "sept heures", read as a length of time, and "14.30", as a number, for one of the day. */
function isHour(hours: Expression, time: Expression): boolean {
  if (hours.type !== "quantity" || time.type !== "time") return false;
  const clock = /^(\d{1,2})\.(\d{2})$/u.exec(hours.text);
  const minutes = clock ? Number(clock[1]) * 60 + Number(clock[2]) : (hours.values[0] ?? 0) * 60;
  return minutes === time.values[0];
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
  // "3 percent" of a rate and "3 percentage points" are two things.
  if (equal && [a.unit, b.unit].includes("pp") && [a.unit, b.unit].includes("%")) return "number";
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
  return signOf(a) === signOf(b) || isCodeOf(a, b) || isCodeOf(b, a);
}

/** "Bt1.8bn", "1.8 billion baht": letters before an amount begin as the word behind it does. */
function isCodeOf(code: string, word: string): boolean {
  if (UNITS.has(code) || UNITS.has(word)) return false;
  return /^\p{L}{1,3}$/u.test(code) && word.length > 3 && word[0] === code[0];
}

/** A unit of money by its sign, where it has one. */
export function signOf(unit: string): string {
  if (unit === "") return unit;
  return unit
    .replace(/^us\$$|^usd$|^dollars?$/u, "$")
    .replace(/^eur(?:os?)?$/u, "€")
    .replace(/^pounds?(?: sterling)?$|^gbp$/u, "£")
    .replace(/^yen$|^jpy$/u, "¥")
    .replace(/^rupees?$/u, "₹")
    .replace(/^francs?$/u, "chf")
    .replace(/^lira$/u, "tl")
    .replace(/^pesos$/u, "peso")
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
  // Of several countries.
  ["peso", [1 / 4500, 1 / 3]],
]);

function areExchanged(a: Expression, b: Expression): boolean {
  const [one, two] = [WORTH.get(signOf(a.unit)), WORTH.get(signOf(b.unit))];
  if (!one || !two || one === two || a.values.length !== b.values.length) return false;
  // The same figure of other money is another amount.
  if (a.values.every((value, i) => isEqual(value, b.values[i] ?? Number.NaN))) return false;
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
