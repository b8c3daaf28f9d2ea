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
import {
  classOf,
  composed,
  foldOf,
  isDecimalMark,
  isGroupMark,
  isJoint,
  isLeadingJamo,
  isLetter,
  isLower,
  isUpper,
} from "./characters.js";
import { CharClass } from "./charTable.js";
import { findDateline } from "./dateline.js";
import { buildFoldTable, FoldBit, findFold, HASH_START, hashFinish, hashStep, hashWord, PRIME } from "./normalize.js";
import { Quotes } from "./quotes.js";

/**
 * The words of a text in reading order, as parallel arrays: entry `i` of each describes word `i`.
 * A word is what is matched: house style is folded away in `hash`, and what carries no matter (punctuation,
 * honorifics, a dateline) is no word at all. In scripts without spaces every character is a word.
 */
export interface Words {
  /** How many words there are; the arrays may be longer. */
  count: number;
  /** 32-bit hash of the folded form; equal for words that differ in house style only. */
  hash: Uint32Array;
  /** Where the word starts in the text as given (UTF-16 units). */
  start: Uint32Array;
  /** Where it ends, exclusive. */
  end: Uint32Array;
  /** {@link WordFlag} bits. */
  flags: Uint16Array;
  /** Index of the first word of each sentence, ascending; a last entry equals `count`. */
  sentences: Uint32Array;
  /** Index of the first word of each paragraph, ascending; a last entry equals `count`. An empty paragraph repeats an index. */
  paragraphs: Uint32Array;
  /** The dateline that was left out of the words ("BRUSSELS (Agency) -"), if there is one. */
  dateline?: Span;
}

/** Bits of {@link Words.flags}. */
export const WordFlag = {
  /** Begins with a capital letter. */
  capital: 1,
  /** A number, in figures or spelled out. */
  number: 2,
  /** A day of a month, as one word ("Jan. 10", "10 January"). */
  date: 4,
  /** Stands inside quotation marks. */
  quoted: 8,
  /** First word of a sentence. */
  sentenceStart: 16,
  /** One character of a script written without spaces between words, about half a word (Han, kana). */
  ideograph: 32,
  /** One cluster of a script written without spaces, about a fifth of a word (Thai, Lao, Khmer, Burmese). */
  cluster: 64,
  /** Written with a capital throughout ("NATO"), two letters at least. */
  capitals: 128,
  /** A number in words, not in figures. */
  spelled: 256,
  /** The name of a month, alone. */
  month: 512,
} as const;

const folds = /* @__PURE__ */ buildFoldTable();

const SPACE = 32;
const SMALL_A = 97;
const SMALL_Z = 122;
const PERCENT = /* @__PURE__ */ hashWord("%");
const PER = /* @__PURE__ */ hashWord("per");
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

/** Whether a sentence has ended before the next word. */
const Stop = {
  none: 0,
  /** A full stop: ends the sentence unless a lower-case letter follows. */
  weak: 1,
  /** Any other end mark. */
  strong: 2,
  /** The full stop of an abbreviation: ends the sentence when a word follows that seldom stands elsewhere with a capital. */
  doubtful: 3,
} as const;

/** Splits the paragraphs of a text into words. Linear in the length of the text, for any text. */
export function splitWords(text: string, paragraphs: readonly Span[]): Words {
  const splitter = new Splitter(text);
  const dateline = paragraphs.length > 0 ? findDateline(text, paragraphs[0] as Span) : undefined;
  for (const [i, span] of paragraphs.entries()) {
    splitter.paragraph(i === 0 && dateline ? dateline.end : span.start, span.end);
  }
  const words = splitter.finish();
  if (dateline) words.dateline = dateline;
  return words;
}

/** Holds the arrays while they grow, and what is known of the place reached. */
class Splitter {
  private capacity: number;
  private hash: Uint32Array;
  private start: Uint32Array;
  private end: Uint32Array;
  private flags: Uint16Array;
  private count = 0;
  private readonly sentences: number[] = [];
  private readonly paragraphs: number[] = [];
  private stop: number = Stop.strong;
  private spaced = true;
  private readonly quotes: Quotes;

  constructor(private readonly text: string) {
    this.quotes = new Quotes(text);
    this.capacity = (text.length >> 2) + 16;
    this.hash = new Uint32Array(this.capacity);
    this.start = new Uint32Array(this.capacity);
    this.end = new Uint32Array(this.capacity);
    this.flags = new Uint16Array(this.capacity);
  }

  finish(): Words {
    this.paragraphs.push(this.count);
    this.sentences.push(this.count);
    return {
      count: this.count,
      hash: this.hash,
      start: this.start,
      end: this.end,
      flags: this.flags,
      sentences: Uint32Array.from(this.sentences),
      paragraphs: Uint32Array.from(this.paragraphs),
    };
  }

  paragraph(from: number, to: number): void {
    this.paragraphs.push(this.count);
    this.stop = Stop.strong;
    this.spaced = true;
    this.quotes.reset();
    const text = this.text;
    let i = from;
    while (i < to) {
      const unit = text.charCodeAt(i);
      if (unit === SPACE) {
        this.spaced = true;
        i++;
        continue;
      }
      switch (classOf[unit]) {
        case CharClass.letter:
        case CharClass.ligature:
          i = this.word(i, to);
          break;
        case CharClass.space:
          this.spaced = true;
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
          if (this.stop === Stop.none) this.stop = Stop.weak;
          this.spaced = false;
          i++;
          break;
        case CharClass.terminal:
          this.stop = Stop.strong;
          this.spaced = unit > 0x7f; // full-width and other scripts' marks need no space behind them
          i++;
          break;
        case CharClass.quote:
          this.quotes.mark(i, from, to);
          i++;
          break;
        case CharClass.apostrophe:
          i = this.quotes.apostrophe(i, from, to);
          break;
        default:
          if (unit === 0x3b && this.isGreekBefore(i)) this.stop = Stop.strong; // the Greek question mark
          i++;
      }
    }
  }

  private isGreekBefore(at: number): boolean {
    const unit = at > 0 ? this.text.charCodeAt(at - 1) : 0;
    return (unit >= 0x370 && unit <= 0x3ff) || (unit >= 0x1f00 && unit <= 0x1fff);
  }

  /** A run of letters: joined by hyphens and apostrophes, in its folded form. */
  private word(from: number, to: number): number {
    const text = this.text;
    let hash = HASH_START;
    let i = from;
    let length = 0;
    let upper = 0;
    let end = from;
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
    this.emit(hashFinish(hash), from, i, capital);
    if (stopped && text.charCodeAt(i - 1) === 46) this.stop = Stop.doubtful;
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
      this.emit(hash, from, end, flags);
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
      const dayBefore = this.dayBefore(from);
      const known = !abbreviated || dotted || dayBefore > 0 || this.dayFollows(past, to);
      if (known) {
        if (dayBefore > 0) this.mergeDate(bits & FoldBit.value, dayBefore, past);
        else this.emit(target, from, past, flags | WordFlag.month);
        return past;
      }
    }
    if (bits & FoldBit.honorific && this.nameFollows(next, to)) return dotted ? next + 1 : next;
    if (bits & FoldBit.number) {
      this.emit(target, from, end, flags | WordFlag.number | WordFlag.spelled);
      return next;
    }
    if (bits & FoldBit.cent && this.mergePerCent(from, end)) return next;
    // "40 metres": a British spelling first, then a unit.
    const unit = bits & FoldBit.unit ? slot : bits & FoldBit.spelling ? findFold(folds, target) : -1;
    if (unit >= 0 && (folds.bits[unit] as number) & FoldBit.unit && this.numberBefore(from)) {
      this.emit(folds.targets[unit] as number, from, end, flags);
      return next;
    }
    if (bits & FoldBit.dotted && dotted && capital && !(bits & FoldBit.month)) {
      this.emit(target, from, next + 1, flags);
      this.stop = Stop.doubtful;
      return next + 1;
    }
    this.emit(bits & FoldBit.spelling ? target : hash, from, end, flags);
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
      if (group <= 3 && isGroupMark(unit) && this.threeDigits(i + 1, to)) {
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
        this.emit(hashFinish(hash), from, past, WordFlag.number);
        this.emit(folds.targets[slot] as number, past, i, 0);
        return i;
      }
      if (!ORDINALS.has(ending)) {
        this.emit(hashFinish(whole), from, i, WordFlag.number);
        return i;
      }
      past = i;
    }
    if (value >= 1 && value <= 31 && this.monthBefore(from) && !(this.text.charCodeAt(past) === 58)) {
      const last = this.count - 1;
      this.mergeInto(last, dateHash(this.monthOf(last), value), past);
      return past;
    }
    this.emit(hashFinish(hash), from, past, WordFlag.number);
    return past;
  }

  private threeDigits(from: number, to: number): boolean {
    let n = 0;
    while (from + n < to && n < 4 && classOf[this.text.charCodeAt(from + n)] === CharClass.digit) n++;
    return n === 3;
  }

  private ideograph(from: number, to: number): number {
    const { unit, end } = composed(this.text, from, to);
    this.emit(hashFinish(hashStep(HASH_START, foldOf[unit] as number)), from, end, WordFlag.ideograph);
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
    this.emit(hashFinish(hash), from, i, WordFlag.cluster);
    return i;
  }

  /** A surrogate pair: rare ideographs and letters count, pictographs and lone halves do not. */
  private astral(from: number, to: number): number {
    const point = from + 1 < to ? (this.text.codePointAt(from) as number) : 0;
    if (point < 0x10000) return from + 1;
    const ideograph = point >= 0x20000;
    if (ideograph || point < 0x1f000) {
      const hash = hashFinish(hashStep(hashStep(HASH_START, point >>> 16), point & 0xffff));
      this.emit(hash, from, from + 2, ideograph ? WordFlag.ideograph : WordFlag.cluster);
    }
    return from + 2;
  }

  /** The word before, or -1 where the paragraph starts: nothing is joined over the end of a paragraph. */
  private lastWord(): number {
    return this.count > (this.paragraphs[this.paragraphs.length - 1] as number) ? this.count - 1 : -1;
  }

  private percent(at: number): void {
    const last = this.lastWord();
    if (last >= 0 && this.flags[last]! & WordFlag.number) this.emit(PERCENT, at, at + 1, 0);
  }

  private mergePerCent(from: number, end: number): boolean {
    const last = this.lastWord();
    if (last < 0 || this.hash[last] !== PER || !this.onlySpace(this.end[last] as number, from)) return false;
    this.hash[last] = PERCENT;
    this.end[last] = end;
    return true;
  }

  private dayBefore(from: number): number {
    const last = this.lastWord();
    if (last < 0 || !(this.flags[last]! & WordFlag.number) || this.flags[last]! & WordFlag.spelled) return 0;
    const start = this.start[last] as number;
    if (!this.onlySpace(this.end[last] as number, from)) return 0;
    let day = 0;
    for (let i = start; i < start + 3; i++) {
      const unit = this.text.charCodeAt(i);
      if (classOf[unit] !== CharClass.digit) return day <= 31 && !isDecimalMark(this.text, i) ? day : 0;
      day = day * 10 + (foldOf[unit] as number) - 48;
    }
    return 0;
  }

  private dayFollows(from: number, to: number): boolean {
    let i = from;
    while (i < to && i < from + 2 && classOf[this.text.charCodeAt(i)] === CharClass.space) i++;
    return i > from && i < to && classOf[this.text.charCodeAt(i)] === CharClass.digit;
  }

  private monthBefore(from: number): boolean {
    const last = this.lastWord();
    return last >= 0 && (this.flags[last]! & WordFlag.month) !== 0 && this.onlySpace(this.end[last] as number, from);
  }

  private monthOf(word: number): number {
    return (folds.bits[findFold(folds, this.hash[word] as number)] as number) & FoldBit.value;
  }

  private mergeDate(month: number, day: number, end: number): void {
    this.mergeInto(this.count - 1, dateHash(month, day), end);
  }

  private mergeInto(word: number, hash: number, end: number): void {
    this.hash[word] = hash;
    this.end[word] = end;
    this.flags[word] = ((this.flags[word] as number) & ~(WordFlag.number | WordFlag.month)) | WordFlag.date;
  }

  private numberBefore(from: number): boolean {
    const last = this.lastWord();
    if (last < 0 || !(this.flags[last]! & WordFlag.number)) return false;
    const end = this.end[last] as number;
    return from - end <= 1 && (from === end || isJoint(this.text.charCodeAt(end)));
  }

  private nameFollows(from: number, to: number): boolean {
    let i = from;
    if (i < to && this.text.charCodeAt(i) === 46) i++;
    const gap = i;
    while (i < to && i < gap + 2 && classOf[this.text.charCodeAt(i)] === CharClass.space) i++;
    return i > gap && i < to && isLetter(this.text.charCodeAt(i));
  }

  /** At most two characters of space, and at least one. */
  private onlySpace(from: number, to: number): boolean {
    if (to <= from || to - from > 2) return false;
    for (let i = from; i < to; i++) if (classOf[this.text.charCodeAt(i)] !== CharClass.space) return false;
    return true;
  }

  private emit(hash: number, start: number, end: number, flags: number): void {
    const n = this.count;
    if (n === this.capacity) this.grow();
    let f = flags;
    if (this.stop !== Stop.none) {
      if (this.endsSentence(hash, start)) {
        f |= WordFlag.sentenceStart;
        this.sentences.push(n);
      }
      this.stop = Stop.none;
    }
    this.spaced = false;
    if (this.quotes.open) f |= WordFlag.quoted;
    this.hash[n] = hash;
    this.start[n] = start;
    this.end[n] = end;
    this.flags[n] = f;
    this.count = n + 1;
  }

  /** Whether the mark before a word ended a sentence. */
  private endsSentence(hash: number, start: number): boolean {
    if (this.stop === Stop.strong) return true;
    if (!this.spaced) return false;
    const last = this.count - 1;
    // "am 3. Oktober": a stop behind a day is that of an ordinal when a month follows.
    if (MONTHS.has(hash) && last >= 0 && (this.flags[last] as number) & WordFlag.number) return false;
    const unit = this.text.charCodeAt(start);
    return this.stop === Stop.weak ? !isLower(unit) : isUpper(unit) && STARTERS.has(hash);
  }

  private grow(): void {
    this.capacity *= 2;
    this.hash = widen(this.hash, new Uint32Array(this.capacity));
    this.start = widen(this.start, new Uint32Array(this.capacity));
    this.end = widen(this.end, new Uint32Array(this.capacity));
    this.flags = widen(this.flags, new Uint16Array(this.capacity));
  }
}

function widen<T extends Uint32Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** English words that begin sentences, since the abbreviations known here are English. */
const STARTERS = /* @__PURE__ */ new Set(
  "the a an it he she they we you this that these those there in on at but and when after as if his her their"
    .split(" ")
    .map(hashWord),
);
/** Months of the languages that write a day with a full stop. */
const MONTHS = /* @__PURE__ */ new Set(
  "januar februar marz april mai juni juli august september oktober november dezember desember december maj leden unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta"
    .split(" ")
    .map(hashWord),
);
const ORDINALS = /* @__PURE__ */ new Set(["st", "nd", "rd", "th"].map(hashWord));

/** One word for a day of a month, however it is written. */
function dateHash(month: number, day: number): number {
  return hashFinish(hashStep(hashStep(hashStep(HASH_START, 1), month), day));
}
