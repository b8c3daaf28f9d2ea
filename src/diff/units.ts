/** Reads the unit behind a number: of measure, of money, a percentage, or made of several words ("square miles"). */
import { UNITS } from "./lexicon.js";
import type { Piece } from "./pieces.js";

/** A sign or word of a currency. */
export const CURRENCIES =
  /^(?:[$£€¥₹₽₩₺₴฿]|us\$|r\$|tl|lira|reais|francs?|kronor|wons?|원|บาท|रुपये|dollars?|euros?|pounds sterling|yen|yuan|rubles?|roubles?|rupees?|pesos?|kroner|zlotys?|dirhams?|naira|shillings?|baht|ringgit|rupiah|forints?|riyals?|shekels?|dinars?|рубл(?:ь|я|ей)|доллар(?:а|ов)?|евро|dólares|円|元|usd|eur|gbp|chf|jpy)$/u;

const PER_CENT = /^(?:%|٪|％|percent|pct|prozent|proc|procent|процент(?:а|ов)?|yüzde|प्रतिशत)$/u;

/** The unit that begins at a piece, "" for none, and the piece behind it. */
export function readUnit(pieces: readonly Piece[], at: number): { unit: string; next: number } {
  if (at >= pieces.length) return { unit: "", next: at };
  const hyphen = /^[-–]$/u.test(pieces[at]?.text ?? "") ? 1 : 0;
  const degrees = /^(?:degrees?|grad|градус(?:а|ов)?|grados|degrés|gradi)$/u.test(pieces[at + hyphen]?.lower ?? "")
    ? 1
    : 0;
  const i = at + hyphen + degrees;
  const composed = readPoints(pieces, i) ?? readComposedUnit(pieces, i);
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
  // "millones de euros", "millions d'euros".
  const behind = /^d['’](.+)$/u.exec(word)?.[1] ?? (/^(?:de|di)$/u.test(word) ? pieces[i + 1]?.lower : undefined);
  if (behind !== undefined && CURRENCIES.test(behind))
    return { unit: behind, next: word === "de" || word === "di" ? i + 2 : i + 1 };
  return CURRENCIES.test(word) && hyphen === 0 ? { unit: word, next: i + 1 } : { unit: "", next: at };
}

/** "basis points", "percentage points". */
function readPoints(pieces: readonly Piece[], at: number): { unit: string; next: number } | undefined {
  if (!/^points?$/u.test(pieces[at + 1]?.lower ?? "")) return undefined;
  const { lower } = pieces[at] as Piece;
  return lower === "basis" || lower === "percentage"
    ? { unit: lower === "basis" ? "bp" : "pp", next: at + 2 }
    : undefined;
}

const PER_HOUR = /^ (?:(?:per|an|pro|por|par) (?:hour|stunde|hora|heure)|à l'heure|all'ora|orari|horaires)$/u;
const SQUARE = /^(?:square|sq|carrés?|quadrati?|quadrat[ao]s?|cuadrados?|quadrados?)$/u;
const CUBIC = /^(?:cubic|cubes?|cúbicos?|cubi|cubo)$/u;
const CUBES: ReadonlyMap<number, string> = new Map([
  [1, "m³"],
  [0.3048, "ft³"],
]);
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
  const isFirst = squareFirst || CUBIC.test(pieces[at]?.lower ?? "");
  const point = isFirst && pieces[at + 1]?.text === "." ? 1 : 0;
  const from = isFirst ? at + 1 + point : at;
  const length = UNITS.get(pieces[from]?.lower ?? "");
  if (length?.dimension !== "length") return undefined;
  if (CUBIC.test(pieces[from + 1]?.lower ?? "") || CUBIC.test(pieces[from - 1]?.lower ?? "")) {
    const unit = CUBES.get(length.factor);
    return unit === undefined ? undefined : { unit, next: from + (CUBIC.test(pieces[from - 1]?.lower ?? "") ? 1 : 2) };
  }
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
