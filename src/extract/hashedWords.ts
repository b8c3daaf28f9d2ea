import { CAPITAL, DIGIT, LETTER, MARK, RUNON, SYLLABLE, WIDE } from "./characters.js";

/** The first so many words of a line have a hash of their own. */
export const PREFIXES = 4;

/** Room for what is not a letter: it parts words, however much of it there is. */
const GAP = 0x9e3779b1;

/**
 * The wording of a line as hashes: the whole line and its first words, without case, punctuation and figures. Made
 * while the line is scanned, so that looking up a cue or a repeated line costs no string.
 */
export class HashedWords {
  whole = 0;
  count = 0;
  readonly prefix = new Int32Array(PREFIXES);
  private inWord = false;

  clear(): void {
    this.whole = 0;
    this.count = 0;
    this.inWord = false;
  }

  add(code: number, cls: number): void {
    if (cls === LETTER || cls === CAPITAL || cls === WIDE || cls === SYLLABLE || cls === RUNON || cls === MARK) {
      if (!this.inWord) {
        this.inWord = true;
        this.whole = Math.imul(this.whole ^ GAP, 0x85ebca6b);
      }
      this.whole = Math.imul(this.whole ^ lower(code, cls), 0x01000193);
      this.whole ^= this.whole >>> 15;
    } else if (this.inWord && cls !== DIGIT) this.endWord();
  }

  private endWord(): void {
    if (this.count < PREFIXES) this.prefix[this.count] = this.whole;
    this.count++;
    this.inWord = false;
  }

  /** Ends the last word; the hash of the whole line. */
  close(): number {
    if (this.inWord) this.endWord();
    return this.whole;
  }
}

/** Small letter of a capital; every range in the table lies 32 below, but for the first row of Cyrillic. */
function lower(code: number, cls: number): number {
  if (cls !== CAPITAL) return code;
  return code >= 0x400 && code <= 0x40f ? code + 80 : code + 32;
}
