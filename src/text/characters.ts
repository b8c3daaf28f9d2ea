/** What single UTF-16 units are, by the versioned table: the same on every engine. */
import { CharClass, unpackCharTable } from "./charTable.js";

/** Class and folded form of every UTF-16 unit. */
export const { classOf, foldOf } = /* @__PURE__ */ unpackCharTable();

/** A letter of a script written with spaces. */
export function isLetter(unit: number): boolean {
  const kind = classOf[unit];
  return kind === CharClass.letter || kind === CharClass.ligature;
}

/** A capital letter. */
export function isUpper(unit: number): boolean {
  if (unit < 128) return unit >= 65 && unit <= 90;
  if (foldOf[unit] === unit) return false;
  const c = String.fromCharCode(unit);
  return c.toLowerCase() !== c;
}

/** A small letter of a script that has capitals. */
export function isLower(unit: number): boolean {
  if (unit < 128) return unit >= 97 && unit <= 122;
  const c = String.fromCharCode(unit);
  return c.toUpperCase() !== c && c.toLowerCase() === c;
}

/** Marks that group thousands: comma, dot, apostrophe (Switzerland), thin and no-break spaces. A plain space is too common. */
export function isGroupMark(unit: number): boolean {
  return (
    unit === 44 || unit === 46 || unit === 39 || unit === 0x2019 || unit === 0xa0 || unit === 0x202f || unit === 0x2009
  );
}

/** What may stand between a number and its unit. */
export function isJoint(unit: number): boolean {
  const kind = classOf[unit];
  return kind === CharClass.space || kind === CharClass.hyphen;
}

/** A letter or digit. */
export function isWordStart(unit: number): boolean {
  return isLetter(unit) || classOf[unit] === CharClass.digit;
}

/** A dot or comma with a digit behind it. */
export function isDecimalMark(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit === 46 || unit === 44) && classOf[text.charCodeAt(at + 1)] === CharClass.digit;
}

/** The first part of a Korean syllable written in parts. */
export function isLeadingJamo(unit: number): boolean {
  return unit >= 0x1100 && unit <= 0x1112;
}

/** A character that is followed by parts of itself (jamo, the kana's sound marks) as the one it makes, and where it ends. */
export function composed(text: string, at: number, to: number): { unit: number; end: number } {
  let end = at + 1;
  while (end < to && end < at + 3 && isPart(text.charCodeAt(end))) end++;
  const whole = end > at + 1 ? text.slice(at, end).normalize("NFC") : "";
  return whole.length === 1 ? { unit: whole.charCodeAt(0), end } : { unit: text.charCodeAt(at), end: at + 1 };
}

function isPart(unit: number): boolean {
  return (unit >= 0x1161 && unit <= 0x11c2) || unit === 0x3099 || unit === 0x309a;
}
