/**
 * Splits a text into the words that are matched.
 *
 * In: a text and the spans of its paragraphs. Out: parallel arrays of word hashes, spans and flags, with the first word
 * of each sentence and paragraph. One pass over the code units, by character table; no string is made.
 * House style is folded as it goes (see `normalize.ts`), so a word may cover more than one written word ("Jan. 10") and
 * what carries no matter (punctuation, honorifics, a dateline) is no word at all.
 * It does not guess the language: the same text gives the same words everywhere.
 */
import type { Span } from "../article.js";
import { classOf, composed, foldOf, isGroupMark, isLeadingJamo, isLetter, isUpper } from "./characters.js";
import { CharClass } from "./charTable.js";
import { findDateline } from "./dateline.js";
import {
  dayBefore,
  dayFollows,
  isNumberBefore,
  joinDate,
  joinPerCent,
  monthBefore,
  nameFollows,
  PERCENT,
  threeDigits,
} from "./joins.js";
import { buildFoldTable, FoldBit, findFold, HASH_START, hashFinish, hashStep, hashWord, PRIME } from "./normalize.js";
import { Quotes } from "./quotes.js";
import { Stop, WordFlag, WordList, type WordRoom, type Words } from "./wordList.js";

export { WordFlag, type Words } from "./wordList.js";

const folds = /* @__PURE__ */ buildFoldTable();

const SPACE = 32;
const COMMA = 44;
const SMALL_A = 97;
const SMALL_Z = 122;
/** Letters that stand for several, by code unit. */
const LIGATURES: Readonly<Record<number, string>> = {
  223: "ss", // ß
  7838: "ss",
  230: "ae", // æ
  198: "ae",
  339: "oe", // œ
  338: "oe",
  64256: "ff",
  64257: "fi",
  64258: "fl",
  64259: "ffi",
  64260: "ffl",
  64261: "st",
  64262: "st",
};

/** Classes that end a word without a look at what follows: neither part of words nor able to stand inside one. */
const WORD_ENDS = ~(
  (1 << CharClass.letter) |
  (1 << CharClass.mark) |
  (1 << CharClass.digit) |
  (1 << CharClass.ligature) |
  (1 << CharClass.ignorable) |
  (1 << CharClass.apostrophe) |
  (1 << CharClass.hyphen)
);

/**
 * Splits the paragraphs of a text into words. Linear in the length of the text, for any text.
 * With `room` the words may stand there: they are those of this text until the room is used again.
 */
export function splitWords(text: string, paragraphs: readonly Span[], room?: WordRoom): Words {
  const splitter = new Splitter(text, room);
  const first = paragraphs[0];
  const dateline = first && findDateline(text, first);
  for (let p = 0; p < paragraphs.length; p++) {
    const { start, end } = paragraphs[p] as Span;
    splitter.paragraph(p === 0 && dateline ? dateline.end : start, end);
  }
  const words = splitter.list.finish();
  if (dateline) words.dateline = dateline;
  return words;
}

/** Whether two texts have the same words in the same order, house style aside. */
export function haveSameWords(a: Words, b: Words): boolean {
  if (a.count !== b.count) return false;
  for (let i = 0; i < a.count; i++) if (a.hash[i] !== b.hash[i]) return false;
  return true;
}

/** Goes through a text, paragraph by paragraph. */
class Splitter {
  readonly list: WordList;
  private readonly quotes: Quotes;

  constructor(
    private readonly text: string,
    room?: WordRoom,
  ) {
    this.list = new WordList(text, room);
    this.quotes = new Quotes(text);
  }

  paragraph(from: number, to: number): void {
    const { text, list, quotes } = this;
    list.beginParagraph();
    quotes.reset();
    let i = from;
    while (i < to) {
      const unit = text.charCodeAt(i);
      const small = unit | 0x20;
      if (small >= SMALL_A && small <= SMALL_Z) {
        i = this.plainWords(i, to);
        continue;
      }
      if (unit === SPACE) {
        list.spaced = true;
        i++;
        continue;
      }
      switch (classOf[unit]) {
        case CharClass.letter:
        case CharClass.ligature:
          i = this.word(i, to);
          break;
        case CharClass.space:
          list.spaced = true;
          i++;
          break;
        case CharClass.digit:
          i = this.number(i, to);
          break;
        case CharClass.ideograph:
          i = this.ideograph(i, to);
          break;
        case CharClass.cluster:
          i = this.cluster(i, to);
          break;
        case CharClass.surrogate:
          i = this.astral(i, to);
          break;
        case CharClass.percent:
          this.percent(i);
          i++;
          break;
        case CharClass.dot:
          // A dot inside a name ("example.com") has no space behind it and ends nothing.
          if (list.stop === Stop.none) list.stop = Stop.weak;
          list.spaced = false;
          i++;
          break;
        case CharClass.terminal:
          list.stop = Stop.strong;
          list.spaced = unit > 0x7f; // full-width and other scripts' marks need no space behind them
          i++;
          break;
        case CharClass.quote:
          quotes.mark(i, from, to);
          list.quoted = quotes.open ? WordFlag.quoted : 0;
          i++;
          break;
        case CharClass.apostrophe:
          i = quotes.apostrophe(i, from, to);
          list.quoted = quotes.open ? WordFlag.quoted : 0;
          break;
        default:
          if (unit === 0x3b && this.isGreekBefore(i)) list.stop = Stop.strong; // the Greek question mark
          i++;
      }
    }
  }

  /**
   * A run of plain words with nothing between them but a space, or a comma and a space. A plain word is of small
   * letters, the first perhaps a capital, and is no fold: nine in ten of most news are. It needs no table but that of
   * folds, and takes half as long as any other. Ends with the first word that is not plain or begins a sentence.
   */
  private plainWords(from: number, to: number): number {
    const { text, list } = this;
    const { hash: hashes, start, end, flags, quoted } = list;
    const room = hashes.length;
    const begins = list.stop !== Stop.none;
    let n = list.count;
    let at = from;
    while (at < to) {
      const first = text.charCodeAt(at);
      const small = first | 0x20;
      if (small < SMALL_A || small > SMALL_Z) break;
      let hash = Math.imul(HASH_START ^ small, PRIME);
      let unit = SPACE;
      let i = at + 1;
      for (; i < to; i++) {
        unit = text.charCodeAt(i);
        if (unit < SMALL_A || unit > SMALL_Z) break;
        hash = Math.imul(hash ^ unit, PRIME);
      }
      if (unit !== SPACE && unit !== COMMA && i < to && !endsPlainly(unit, i - at)) {
        list.count = n;
        return this.wordOn(at, i, hash, i - at, first < SMALL_A ? 1 : 0, to);
      }
      hash = hashFinish(hash);
      if (begins || n === room || findFold(folds, hash) >= 0) {
        list.count = n;
        return this.finishWord(hash, at, i, i, to, first < SMALL_A ? 1 : 0, i - at);
      }
      hashes[n] = hash;
      start[n] = at;
      end[n] = i;
      // Bit 5 tells small letters from capitals; a branch would be guessed wrong at every name.
      flags[n] = quoted | (((first >>> 5) & 1) ^ WordFlag.capital);
      n++;
      at = i;
      if (unit === COMMA && at + 1 < to) unit = text.charCodeAt(++at);
      list.spaced = unit === SPACE && at < to;
      if (!list.spaced) break;
      at++;
    }
    list.count = n;
    return at;
  }

  private isGreekBefore(at: number): boolean {
    const unit = at > 0 ? this.text.charCodeAt(at - 1) : 0;
    return (unit >= 0x370 && unit <= 0x3ff) || (unit >= 0x1f00 && unit <= 0x1fff);
  }

  /** A run of letters: joined by hyphens and apostrophes, in its folded form. */
  private word(from: number, to: number): number {
    return this.wordOn(from, from, HASH_START, 0, 0, to);
  }

  /** The rest of such a word, the first of it being known to be plain letters. */
  private wordOn(from: number, at: number, begun: number, letters: number, capitals: number, to: number): number {
    const text = this.text;
    let hash = begun;
    let i = at;
    let length = letters;
    let upper = capitals;
    let end = at;
    scan: while (i < to) {
      const unit = text.charCodeAt(i);
      // Plain small letters are nine in ten of most news, and need no table: a quarter of the whole time saved.
      if (unit >= SMALL_A && unit <= SMALL_Z) {
        hash = Math.imul(hash ^ unit, PRIME);
        length++;
        end = ++i;
        continue;
      }
      switch (classOf[unit]) {
        case CharClass.letter: {
          if (isLeadingJamo(unit)) {
            const syllable = composed(text, i, to);
            hash = hashStep(hash, syllable.unit);
            length++;
            end = i = syllable.end;
            break;
          }
          const folded = foldOf[unit] as number;
          hash = hashStep(hash, folded);
          if (folded !== unit && isUpper(unit)) upper++;
          length++;
          end = ++i;
          break;
        }
        case CharClass.mark:
        case CharClass.digit:
          hash = hashStep(hash, foldOf[unit] as number);
          end = ++i;
          break;
        case CharClass.ligature: {
          for (const letter of LIGATURES[unit] ?? "") hash = hashStep(hash, letter.charCodeAt(0));
          length++;
          end = ++i;
          break;
        }
        case CharClass.ignorable:
          i++;
          break;
        case CharClass.apostrophe:
        case CharClass.hyphen:
          if (i + 1 < to && isLetter(text.charCodeAt(i + 1))) i++;
          else break scan;
          break;
        case CharClass.dot:
          if (length === 1 && unit === 46 && this.isInitial(i, to)) {
            i = this.acronym(i, to, hash);
            return i;
          }
          break scan;
        default:
          break scan;
      }
    }
    return this.finishWord(hashFinish(hash), from, end, i, to, upper, length);
  }

  /** "U.S.", "a.m.": a dot behind a single letter that a single letter and a dot (or the end) follow. */
  private isInitial(dot: number, to: number): boolean {
    if (dot + 1 >= to || !isLetter(this.text.charCodeAt(dot + 1))) return false;
    return dot + 2 >= to || !isLetter(this.text.charCodeAt(dot + 2));
  }

  private acronym(dot: number, to: number, first: number): number {
    const text = this.text;
    const from = dot - 1;
    let hash = first;
    let i = dot;
    let letters = 1;
    while (i + 1 < to && classOf[text.charCodeAt(i)] === CharClass.dot && this.isInitial(i, to)) {
      hash = hashStep(hash, foldOf[text.charCodeAt(i + 1)] as number);
      letters++;
      i += 2;
    }
    const stopped = i < to && classOf[text.charCodeAt(i)] === CharClass.dot;
    if (stopped) i++;
    // "U.S.-led": the rest joins as it does in "US-led".
    while (i + 1 < to && classOf[text.charCodeAt(i)] === CharClass.hyphen && isLetter(text.charCodeAt(i + 1))) {
      i++;
      while (i < to && isLetter(text.charCodeAt(i))) hash = hashStep(hash, foldOf[text.charCodeAt(i++)] as number);
    }
    const capital = isUpper(text.charCodeAt(from)) ? WordFlag.capital | (letters > 1 ? WordFlag.capitals : 0) : 0;
    this.list.emit(hashFinish(hash), from, i, capital);
    if (stopped && text.charCodeAt(i - 1) === 46) this.list.stop = Stop.doubtful;
    return i;
  }

  private finishWord(
    hash: number,
    from: number,
    end: number,
    next: number,
    to: number,
    upper: number,
    length: number,
  ): number {
    const capital = isUpper(this.text.charCodeAt(from));
    let flags: number = capital ? WordFlag.capital : 0;
    if (upper === length && length > 1) flags |= WordFlag.capitals;
    const slot = findFold(folds, hash);
    if (slot < 0) {
      this.list.emit(hash, from, end, flags);
      // A dot behind a single capital is an initial ("J. Smith"), not the end of a sentence.
      if (length === 1 && capital && classOf[this.text.charCodeAt(next)] === CharClass.dot && next < to)
        return next + 1;
      return next;
    }
    return this.foldWord(slot, hash, from, end, next, to, flags);
  }

  /** A word that stands in the fold table. */
  private foldWord(
    slot: number,
    hash: number,
    from: number,
    end: number,
    next: number,
    to: number,
    flags: number,
  ): number {
    const text = this.text;
    const bits = folds.bits[slot] as number;
    const target = folds.targets[slot] as number;
    const dotted = next < to && text.charCodeAt(next) === 46;
    const capital = (flags & WordFlag.capital) !== 0;
    if (bits & FoldBit.month && capital) {
      const abbreviated = (bits & FoldBit.dotted) !== 0;
      const past = abbreviated && dotted ? next + 1 : end;
      const day = dayBefore(text, this.list, from);
      const known = !abbreviated || dotted || day > 0 || dayFollows(text, past, to);
      if (known) {
        if (day > 0) joinDate(this.list, this.list.count - 1, bits & FoldBit.value, day, past);
        else this.list.emit(target, from, past, flags | WordFlag.month);
        return past;
      }
    }
    if (bits & FoldBit.honorific && nameFollows(text, next, to)) return dotted ? next + 1 : next;
    if (bits & FoldBit.number) {
      this.list.emit(target, from, end, flags | WordFlag.number | WordFlag.spelled);
      return next;
    }
    if (bits & FoldBit.cent && joinPerCent(text, this.list, from, end)) return next;
    // "40 metres": a British spelling first, then a unit.
    const unit = bits & FoldBit.unit ? slot : bits & FoldBit.spelling ? findFold(folds, target) : -1;
    if (unit >= 0 && (folds.bits[unit] as number) & FoldBit.unit && isNumberBefore(text, this.list, from)) {
      this.list.emit(folds.targets[unit] as number, from, end, flags);
      return next;
    }
    if (bits & FoldBit.dotted && dotted && capital && !(bits & FoldBit.month)) {
      this.list.emit(target, from, next + 1, flags);
      this.list.stop = Stop.doubtful;
      return next + 1;
    }
    this.list.emit(bits & FoldBit.spelling ? target : hash, from, end, flags);
    // "K." is an initial, whatever the letter stands for behind a number.
    return dotted && capital && end - from === 1 ? next + 1 : next;
  }

  /** A number in figures: separators of thousands folded away, "7th" a plain 7. */
  private number(from: number, to: number): number {
    const text = this.text;
    let i = from;
    let hash = HASH_START;
    let value = 0;
    let digits = 0;
    let group = 0;
    while (i < to) {
      const unit = text.charCodeAt(i);
      const kind = classOf[unit];
      if (kind === CharClass.digit) {
        const digit = foldOf[unit] as number;
        hash = hashStep(hash, digit);
        if (digits < 6) value = value * 10 + digit - 48;
        digits++;
        group++;
        i++;
        continue;
      }
      if (i + 1 >= to || classOf[text.charCodeAt(i + 1)] !== CharClass.digit) break;
      if (group <= 3 && isGroupMark(unit) && threeDigits(text, i + 1, to)) {
        // A separator of thousands: 1,000 and 1 000 and 1.000 are 1000.
        group = 0;
        value = 1e6;
      } else if (unit === 46 || unit === 44) {
        hash = hashStep(hash, 46); // the decimal mark, dot or comma
        value = 1e6;
        group = 4;
      } else break;
      i++;
    }
    return this.numberSuffix(hash, from, i, to, value);
  }

  /** What stands right behind the figures: an ordinal ending, a unit, or letters that make it no number. */
  private numberSuffix(hash: number, from: number, past: number, to: number, value: number): number {
    const text = this.text;
    let i = past;
    if (i < to && isLetter(text.charCodeAt(i))) {
      let suffix = HASH_START;
      let whole = hash;
      while (i < to && isLetter(text.charCodeAt(i))) {
        const folded = foldOf[text.charCodeAt(i++)] as number;
        suffix = hashStep(suffix, folded);
        whole = hashStep(whole, folded);
      }
      const ending = hashFinish(suffix);
      const slot = findFold(folds, ending);
      if (slot >= 0 && (folds.bits[slot] as number) & FoldBit.unit) {
        this.list.emit(hashFinish(hash), from, past, WordFlag.number);
        this.list.emit(folds.targets[slot] as number, past, i, 0);
        return i;
      }
      if (!ORDINALS.has(ending)) {
        this.list.emit(hashFinish(whole), from, i, WordFlag.number);
        return i;
      }
      past = i;
    }
    const month = value >= 1 && value <= 31 ? monthBefore(text, this.list, from) : -1;
    if (month >= 0 && text.charCodeAt(past) !== 58) {
      const name = findFold(folds, this.list.hash[month] as number);
      joinDate(this.list, month, (folds.bits[name] as number) & FoldBit.value, value, past);
      return past;
    }
    this.list.emit(hashFinish(hash), from, past, WordFlag.number);
    return past;
  }

  private ideograph(from: number, to: number): number {
    const { unit, end } = composed(this.text, from, to);
    this.list.emit(hashFinish(hashStep(HASH_START, foldOf[unit] as number)), from, end, WordFlag.ideograph);
    return end;
  }

  /** A base character with its marks. */
  private cluster(from: number, to: number): number {
    let hash = hashStep(HASH_START, foldOf[this.text.charCodeAt(from)] as number);
    let i = from + 1;
    while (i < to) {
      const unit = this.text.charCodeAt(i);
      const kind = classOf[unit];
      if (kind === CharClass.mark) hash = hashStep(hash, unit);
      else if (kind !== CharClass.ignorable) break;
      i++;
    }
    this.list.emit(hashFinish(hash), from, i, WordFlag.cluster);
    return i;
  }

  /** A surrogate pair: rare ideographs and letters count, pictographs and lone halves do not. */
  private astral(from: number, to: number): number {
    const point = from + 1 < to ? (this.text.codePointAt(from) as number) : 0;
    if (point < 0x10000) return from + 1;
    const ideograph = point >= 0x20000;
    if (ideograph || point < 0x1f000) {
      const hash = hashFinish(hashStep(hashStep(HASH_START, point >>> 16), point & 0xffff));
      this.list.emit(hash, from, from + 2, ideograph ? WordFlag.ideograph : WordFlag.cluster);
    }
    return from + 2;
  }

  private percent(at: number): void {
    const last = this.list.last();
    if (last >= 0 && (this.list.flags[last] as number) & WordFlag.number) this.list.emit(PERCENT, at, at + 1, 0);
  }
}

const ORDINALS: ReadonlySet<number> = /* @__PURE__ */ new Set(["st", "nd", "rd", "th"].map(hashWord));

/** Whether a plain word of this length is over at this unit; a dot behind a single letter may be that of an abbreviation. */
function endsPlainly(unit: number, length: number): boolean {
  const kind = classOf[unit] as number;
  return ((WORD_ENDS >>> kind) & 1) === 1 && (kind !== CharClass.dot || length > 1);
}
