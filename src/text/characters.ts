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
  const c = String.fromCharCode(unit);
  return foldOf[unit] !== unit && c.toLowerCase() !== c;
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
