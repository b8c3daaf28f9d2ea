import { CAPITAL, CLASS, DIGIT, LETTER, MARK, RUNON, SYLLABLE, WIDE } from "./characters.js";

/** The first so many words of a line have a hash of their own. */
export const PREFIXES = 4;

/** Room for what is not a letter: it parts words, however much of it there is. */
const GAP = 0x9e3779b1;

/**
 * The wording of a line as hashes: the whole line and its first words, without case, punctuation and figures, so that
 * looking up a cue or a repeated line costs no string.
 */
export class HashedWords {
  whole = 0;
  count = 0;
  readonly prefix = new Int32Array(PREFIXES);

  /** Reads the text between two places; the hash of all of it. */
  read(text: string, from: number, to: number): number {
    let hash = 0;
    let count = 0;
    let inWord = false;
    for (let at = from; at < to; at++) {
      let code = text.charCodeAt(at);
      // Plain small letters need no table.
      if (code < 0x61 || code > 0x7a) {
        const cls = CLASS[code];
        if (cls === CAPITAL) code = lower(code);
        else if (cls !== LETTER && cls !== WIDE && cls !== SYLLABLE && cls !== RUNON && cls !== MARK) {
          if (!inWord || cls === DIGIT) continue;
          if (count < PREFIXES) this.prefix[count] = hash;
          count++;
          inWord = false;
          continue;
        }
      }
      if (!inWord) hash = Math.imul(hash ^ GAP, 0x85ebca6b);
      inWord = true;
      hash = Math.imul(hash ^ code, 0x01000193);
      hash ^= hash >>> 15;
    }
    if (inWord) {
      if (count < PREFIXES) this.prefix[count] = hash;
      count++;
    }
    this.whole = hash;
    this.count = count;
    return hash;
  }
}

/** Small letter of a capital; every range in the table lies 32 below, but for the first row of Cyrillic. */
function lower(code: number): number {
  return code >= 0x400 && code <= 0x40f ? code + 80 : code + 32;
}
