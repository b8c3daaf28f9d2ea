/**
 * What each UTF-16 code unit is and what it is folded to, the same on every engine, whatever its Unicode version: unpacked
 * from the lists in `charRuns.ts`, which scripts/char-table.mjs writes.
 */
import { CLASSES, FOLDED, TARGETS } from "./charRuns.js";

/** What a UTF-16 code unit is to the word splitter. */
export enum CharClass {
  other = 0,
  letter = 1,
  digit = 2,
  mark = 3,
  ignorable = 4,
  ideograph = 5,
  cluster = 6,
  apostrophe = 7,
  hyphen = 8,
  dot = 9,
  terminal = 10,
  quote = 11,
  space = 12,
  percent = 13,
  comma = 14,
  surrogate = 15,
  dash = 16,
  closer = 17,
  ligature = 18,
  opener = 19,
}

/** Class and folded form of every UTF-16 code unit, 192 KB, unpacked in about a millisecond. */
export interface CharTable {
  classOf: Uint8Array;
  foldOf: Uint16Array;
}

/** Unpacks the table. */
export function unpackCharTable(): CharTable {
  const classOf = new Uint8Array(0x10000);
  const foldOf = new Uint16Array(0x10000);
  for (let u = 0; u < 0x10000; u++) foldOf[u] = u;
  const runs = readNumbers(CLASSES);
  let at = 0;
  for (let i = 0; i < runs.length; i += 2) {
    const end = at + (runs[i + 1] as number);
    classOf.fill(runs[i] as number, at, end);
    at = end;
  }
  const units = readNumbers(FOLDED);
  const targets = readNumbers(TARGETS);
  at = 0;
  let target = 0;
  for (let i = 0; i < units.length; i++) {
    const step = targets[i] as number;
    at += units[i] as number;
    target += step & 1 ? -(step >>> 1) - 1 : step >>> 1;
    foldOf[at] = target;
  }
  return { classOf, foldOf };
}

/** Five bits a character from "0" on, the low ones first, 32 more where others follow (as in source maps, unsigned). */
function readNumbers(text: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  let shift = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    number |= (digit & 31) << shift;
    shift += 5;
    if (digit < 32) {
      numbers.push(number);
      number = 0;
      shift = 0;
    }
  }
  return numbers;
}
