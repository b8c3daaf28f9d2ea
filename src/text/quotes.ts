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
const PLAIN_DOUBLE = 0x22;
const WIDE_DOUBLE = 0xff02;
const CLOSING_DOUBLE = 0x201d;
/** A straight single quote is an apostrophe unless its closing mark comes within so many characters. */
const LONGEST_SINGLE = 600;

/** What closes a mark that opened. Several may: “ is closed by ” in English and closes „ in German. */
const CLOSERS: ReadonlyMap<number, string> = /* @__PURE__ */ new Map(
  ["“”", "””", "„“”", "‟”", "«»", "»«", "「」", "『』", "〝〞〟"].map((marks) => [marks.charCodeAt(0), marks.slice(1)]),
);
/** Deeper nesting is a page of signs. */
const DEEPEST = 4;

/** The state of quotation in one text. */
export class Quotes {
  /** The marks that are open, outermost first. */
  private readonly openers: number[] = [];
  private single = false;
  /** Up to here no closing mark stands: each character is looked at once, however many marks open. */
  private unclosed = 0;

  constructor(private readonly text: string) {}

  /** Whether the place reached is inside quotation marks. */
  get open(): boolean {
    return this.single || this.openers.length > 0;
  }

  /** Forgets what is open: a paragraph begins. */
  reset(): void {
    if (this.openers.length > 0) this.openers.length = 0;
    this.single = false;
  }

  /** Takes a double mark at `at` of the paragraph `[from, to)`. */
  mark(at: number, from: number, to: number): void {
    const { text, openers } = this;
    const mark = text.charCodeAt(at);
    const last = openers.length > 0 ? (openers[openers.length - 1] as number) : 0;
    if (mark === PLAIN_DOUBLE || mark === WIDE_DOUBLE) this.plain(mark, this.opensHere(at, from, to), last);
    else if (CLOSERS.get(last)?.includes(text[at] as string)) openers.pop();
    else if (mark === last)
      return; // opened again, as for a new paragraph
    else if (!CLOSERS.has(mark))
      openers.length = 0; // a closing mark whose partner is missing
    else if (mark !== CLOSING_DOUBLE || this.opensHere(at, from, to)) this.push(mark);
  }

  /** The plain mark goes by the space beside it. */
  private plain(mark: number, opens: boolean, last: number): void {
    if (!opens) {
      if (last === mark) this.openers.pop();
    } else if (last !== mark) this.push(mark);
  }

  private push(mark: number): void {
    if (this.openers.length < DEEPEST) this.openers.push(mark);
  }

  /** Takes an apostrophe or single mark that stands beside a word, not inside; returns where to go on. */
  apostrophe(at: number, from: number, to: number): number {
    const unit = this.text.charCodeAt(at);
    // Two in a row are a double mark typed on plain keys (``…'').
    if (at + 1 < to && this.text.charCodeAt(at + 1) === unit && (unit === PLAIN_SINGLE || unit === BACKTICK)) {
      this.plain(PLAIN_DOUBLE, unit === BACKTICK, this.openers[this.openers.length - 1] ?? 0);
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
    if (before === CharClass.space && after === CharClass.space) return this.openers.length === 0;
    const free = before === CharClass.space || before === CharClass.opener || before === CharClass.dash;
    return free && after !== CharClass.space;
  }

  private closesSoon(from: number, to: number): boolean {
    const last = Math.min(to, from + LONGEST_SINGLE);
    for (let i = Math.max(from, Math.min(this.unclosed, last)); i < last; i++) {
      if (this.text.charCodeAt(i) !== PLAIN_SINGLE) continue;
      if (i + 1 >= to || !isWordStart(this.text.charCodeAt(i + 1))) return true;
    }
    this.unclosed = last;
    return false;
  }
}
