/**
 * The words of a text while they are found, and what is known of the place reached: whether a sentence has ended, whether
 * space was seen, whether quotation marks are open.
 */
import type { Span } from "../article.js";
import { isLower, isUpper } from "./characters.js";
import { hashWord } from "./normalize.js";

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
  sentences: readonly number[];
  /** Index of the first word of each paragraph, ascending; a last entry equals `count`. An empty paragraph repeats an index. */
  paragraphs: readonly number[];
  /** The dateline that was left out of the words ("BRUSSELS (Agency) -"), if there is one. */
  dateline?: Span;
}

/** Bits of {@link Words.flags}. */
export enum WordFlag {
  /** Begins with a capital letter. */
  capital = 1,
  /** A number, in figures or spelled out. */
  number = 2,
  /** A day of a month, as one word ("Jan. 10", "10 January"). */
  date = 4,
  /** Stands inside quotation marks. */
  quoted = 8,
  /** First word of a sentence. */
  sentenceStart = 16,
  /** One character of a script written without spaces between words, about half a word (Han, kana). */
  ideograph = 32,
  /** One cluster of a script written without spaces, about a fifth of a word (Thai, Lao, Khmer, Burmese). */
  cluster = 64,
  /** Written with a capital throughout ("NATO"), two letters at least. */
  capitals = 128,
  /** A number in words, not in figures. */
  spelled = 256,
  /** The name of a month, alone. */
  month = 512,
}

/** Whether a sentence has ended before the next word. */
export enum Stop {
  none = 0,
  /** A full stop: ends the sentence unless a lower-case letter follows. */
  weak = 1,
  /** Any other end mark. */
  strong = 2,
  /** The full stop of an abbreviation: ends the sentence when a word follows that seldom stands elsewhere with a capital. */
  doubtful = 3,
}

/** Room for words: the columns of {@link Words}, all of one length. */
export type WordRoom = Pick<Words, "hash" | "start" | "end" | "flags">;

/** Collects the words of a text. */
export class WordList implements WordRoom {
  count = 0;
  hash: Uint32Array;
  start: Uint32Array;
  end: Uint32Array;
  flags: Uint16Array;
  /** What ended before the place reached; one of {@link Stop}. */
  stop: number = Stop.strong;
  /** Whether space stands behind the last mark. */
  spaced = true;
  /** `WordFlag.quoted` while quotation marks are open, else 0. */
  quoted = 0;
  private readonly sentences: number[] = [];
  private readonly paragraphs: number[] = [];

  /** @param room taken for the words where it is large enough for most texts of this length */
  constructor(
    private readonly text: string,
    room?: WordRoom,
  ) {
    // Words of most languages take five units or more with their space.
    const enough = (text.length >> 2) + 16;
    const { hash, start, end, flags } = room && room.hash.length >= enough ? room : wordRoom(enough);
    this.hash = hash;
    this.start = start;
    this.end = end;
    this.flags = flags;
  }

  beginParagraph(): void {
    this.paragraphs.push(this.count);
    this.stop = Stop.strong;
    this.spaced = true;
    this.quoted = 0;
  }

  emit(hash: number, start: number, end: number, flags: number): void {
    const n = this.count;
    if (n === this.hash.length) this.grow();
    let f = flags | this.quoted;
    if (this.stop !== Stop.none) {
      if (this.endsSentence(hash, start)) {
        f |= WordFlag.sentenceStart;
        this.sentences.push(n);
      }
      this.stop = Stop.none;
    }
    this.spaced = false;
    this.hash[n] = hash;
    this.start[n] = start;
    this.end[n] = end;
    this.flags[n] = f;
    this.count = n + 1;
  }

  /** The word before, or -1 where the paragraph starts: nothing is joined over the end of a paragraph. */
  last(): number {
    return this.count > (this.paragraphs[this.paragraphs.length - 1] as number) ? this.count - 1 : -1;
  }

  /** Whether the mark before a word ended a sentence. */
  private endsSentence(hash: number, start: number): boolean {
    if (this.stop === Stop.strong) return true;
    if (!this.spaced) return false;
    const last = this.count - 1;
    // "am 3. Oktober": a stop behind a day is that of an ordinal when a month follows.
    if (last >= 0 && (this.flags[last] as number) & WordFlag.number && MONTHS.has(hash)) return false;
    const unit = this.text.charCodeAt(start);
    return this.stop === Stop.weak ? !isLower(unit) : isUpper(unit) && STARTERS.has(hash);
  }

  private grow(): void {
    const { hash, start, end, flags } = wordRoom(this.hash.length * 2);
    hash.set(this.hash);
    start.set(this.start);
    end.set(this.end);
    flags.set(this.flags);
    this.hash = hash;
    this.start = start;
    this.end = end;
    this.flags = flags;
  }

  /** All words found. */
  finish(): Words {
    const { count, hash, start, end, flags } = this;
    this.paragraphs.push(count);
    this.sentences.push(count);
    // Lists as they are: to make arrays of them takes longer than to read them ever will.
    return { count, hash, start, end, flags, sentences: this.sentences, paragraphs: this.paragraphs };
  }
}

/** Room for so many words, in one piece: four arrays of their own take twice as long to make. */
export function wordRoom(capacity: number): WordRoom {
  const room = new ArrayBuffer(capacity * 14);
  return {
    hash: new Uint32Array(room, 0, capacity),
    start: new Uint32Array(room, capacity * 4, capacity),
    end: new Uint32Array(room, capacity * 8, capacity),
    flags: new Uint16Array(room, capacity * 12, capacity),
  };
}

/** English words that begin sentences, since the abbreviations known here are English. */
const STARTERS = /* @__PURE__ */ hashesOf(
  "the a an it he she they we you this that these those there in on at but and when after as if his her their",
);
/** Months of the languages that write a day with a full stop. */
const MONTHS = /* @__PURE__ */ hashesOf(
  "januar februar marz april mai juni juli august september oktober november dezember desember december maj leden unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
);

function hashesOf(words: string): ReadonlySet<number> {
  return new Set(words.split(" ").map(hashWord));
}
