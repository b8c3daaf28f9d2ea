/**
 * Follows quotation marks through a paragraph and knows whether a place is inside. Marks differ between houses and
 * languages and are used both ways, so they go by what is open and by the space beside them. What is open ends with the
 * paragraph: a quote over several paragraphs opens anew in each.
 */

import { classOf, isWordStart } from "./characters.js";
import { CharClass } from "./charTable.js";

const PLAIN_SINGLE = 0x27;
const BACKTICK = 0x60;
const OPENING_SINGLE = 0x2018;
const LOW_DOUBLE = 0x201e;
/** A straight single quote is an apostrophe unless its closing mark comes within so many characters. */
const LONGEST_SINGLE = 600;

/** The state of quotation in one text. */
export class Quotes {
  private double = false;
  private opener = 0;
  private single = false;

  constructor(private readonly text: string) {}

  /** Whether the place reached is inside quotation marks. */
  get open(): boolean {
    return this.double || this.single;
  }

  /** Forgets what is open: a paragraph begins. */
  reset(): void {
    this.double = false;
    this.single = false;
  }

  /** Takes a double mark at `at` of the paragraph `[from, to)`. */
  mark(at: number, from: number, to: number): void {
    const unit = this.text.charCodeAt(at);
    switch (unit) {
      case 0x201c: // “ opens in English and closes in German
        this.double = !(this.double && this.opener === LOW_DOUBLE);
        break;
      case 0x201d: // ” opens in Swedish and Finnish
        this.double = !this.double && this.opensHere(at, from, to);
        break;
      case 0xab: // « and » open in some languages and close in others
      case 0xbb:
        this.double = !this.double || this.opener === unit;
        break;
      case 0x300d: // 」
      case 0x300f: // 』
      case 0x301e:
      case 0x301f:
        this.double = false;
        break;
      case 0x22:
      case 0xff02:
        this.double = this.opensHere(at, from, to);
        break;
      default:
        this.double = true;
    }
    if (this.double) this.opener = unit;
  }

  /** Takes an apostrophe or single mark that stands beside a word, not inside; returns where to go on. */
  apostrophe(at: number, from: number, to: number): number {
    const unit = this.text.charCodeAt(at);
    // Two in a row are a quotation mark typed on plain keys (``…'').
    if (at + 1 < to && this.text.charCodeAt(at + 1) === unit && (unit === PLAIN_SINGLE || unit === BACKTICK)) {
      this.double = unit === BACKTICK;
      return at + 2;
    }
    const before = at > from ? classOf[this.text.charCodeAt(at - 1)] : CharClass.space;
    const opens =
      (before === CharClass.space || before === CharClass.opener) &&
      at + 1 < to &&
      isWordStart(this.text.charCodeAt(at + 1));
    if (opens && (unit === OPENING_SINGLE || (unit === PLAIN_SINGLE && this.closesSoon(at + 1, to))))
      this.single = true;
    else if (!opens) this.single = false;
    return at + 1;
  }

  /** Space or an opening bracket before the mark, and none behind it. */
  private opensHere(at: number, from: number, to: number): boolean {
    const before = at > from ? (classOf[this.text.charCodeAt(at - 1)] as number) : CharClass.space;
    const after = at + 1 < to ? (classOf[this.text.charCodeAt(at + 1)] as number) : CharClass.space;
    if (before === CharClass.space && after === CharClass.space) return !this.double;
    const free = before === CharClass.space || before === CharClass.opener || before === CharClass.dash;
    return free && after !== CharClass.space;
  }

  private closesSoon(from: number, to: number): boolean {
    const last = Math.min(to, from + LONGEST_SINGLE);
    for (let i = from; i < last; i++) {
      if (this.text.charCodeAt(i) !== PLAIN_SINGLE) continue;
      if (i + 1 >= to || !isWordStart(this.text.charCodeAt(i + 1))) return true;
    }
    return false;
  }
}
