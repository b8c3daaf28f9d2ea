import {
  CAPITAL,
  CLASS,
  CLOSER,
  COMMA,
  DIGIT,
  END,
  LETTER,
  MARK,
  OPENER,
  OTHER,
  QUOTE,
  RUNON,
  SEPARATOR,
  SPACE,
  WEIGHT,
} from "./characters.js";
import { cueOf } from "./cues.js";
import { HashedWords } from "./hashedWords.js";
import type { ParagraphSpans } from "./paragraphs.js";

/**
 * What can be seen of each line (paragraph) of a page without knowing its language: how long it is, how it ends, what
 * it is made of. One pass over the characters, everything in arrays; no judgement here.
 */
export interface PageLines extends ParagraphSpans {
  /** Length in words: five letters, two ideographs or two and a half syllables each, so that scripts compare. */
  words: Float64Array;
  /** Sentences that end before the line does. */
  inner: Uint8Array;
  /** {@link LineFlag} bits. */
  flags: Uint16Array;
  /** Share of characters that are figures. */
  digits: Float32Array;
  /** Share of words that begin with a capital; 0 where the script has none. */
  capitals: Float32Array;
  /** Number of the cue's kind, 0 where the wording tells nothing. */
  cue: Uint8Array;
}

export enum LineFlag {
  /** Ends as a sentence does. */
  ended = 1,
  /** Ends in dots of omission. */
  ellipsis = 2,
  colon = 4,
  comma = 8,
  /** Begins with a bullet. */
  bullet = 16,
  separator = 32,
  quote = 64,
  /** Closes with a bracket, no end mark: a credit, a count. */
  bracketed = 128,
  /** An address: "://", "www." or "@". */
  address = 256,
  copyright = 512,
  /** The same words stand on the page more than once. */
  repeated = 1024,
  /** All letters are capitals. */
  shouting = 2048,
  /** Several things on one line, parted by gaps: a menu, a row of buttons. */
  items = 4096,
  /** What looks like a credit stands behind the sentence. */
  credited = 8192,
}

/** Cues are looked for in lines up to so many words. */
export const CUE_WORDS = 14;
const ENDED_CUE_WORDS = 6;
/** … and in so many units of them: what follows in a short line is no letters. */
const CUE_UNITS = 200;
/** In scripts without end marks a line of this length is taken for ended. */
const MARKLESS_WORDS = 10;
/** A credit has at most so many words, and stands behind at least so many. */
const CREDIT_WORDS = 6;
const CREDITED_WORDS = 4;
/** An agency's initials at the end of a caption are at most so many; a headline that ends in some is mostly shorter. */
const INITIALS = 8;
const INITIALLED_WORDS = 8;
/** Rows of items are short, and so is each item where only wide spaces part them: they stand inside headlines as well. */
const ROW_WORDS = 24;
const ITEM_WORDS = 3;

/**
 * Lines of so many units are taken for paragraphs unread, until it is known that the text is a page: half of an
 * article need not be looked at to see that it is one.
 */
export const LONG_UNITS = 240;

/** Lines of which only the short ones are measured so far. */
export interface ShortLines extends PageLines {
  /** The wording of each short line as a hash; 0 where it is not looked at. */
  hashes: Int32Array;
}

/** Measures the lines below {@link LONG_UNITS}. */
export function measureShortLines(page: string, spans: ParagraphSpans): ShortLines {
  const { count, start, end } = spans;
  // All in one piece of memory: seven arrays of their own take longer to make than a short page to measure.
  const room = new ArrayBuffer(count * 24);
  const lines: ShortLines = {
    count,
    start,
    end,
    words: new Float64Array(room, 0, count),
    digits: new Float32Array(room, 8 * count, count),
    capitals: new Float32Array(room, 12 * count, count),
    hashes: new Int32Array(room, 16 * count, count),
    flags: new Uint16Array(room, 20 * count, count),
    inner: new Uint8Array(room, 22 * count, count),
    cue: new Uint8Array(room, 23 * count, count),
  };
  const wording = new HashedWords();
  for (let i = 0; i < count; i++)
    if (end[i] - start[i] < LONG_UNITS) lines.hashes[i] = measureLine(page, lines, i, wording);
  return lines;
}

/** Measures the others, and finds the lines that stand on the page more than once. */
export function measureLongLines(page: string, lines: ShortLines): PageLines {
  const wording = new HashedWords();
  for (let i = 0; i < lines.count; i++)
    if (lines.end[i] - lines.start[i] >= LONG_UNITS) lines.hashes[i] = measureLine(page, lines, i, wording);
  markRepeated(lines, lines.hashes);
  return lines;
}

/** Measures all lines. */
export function measureLines(page: string, spans: ParagraphSpans): PageLines {
  return measureLongLines(page, measureShortLines(page, spans));
}

const SMALL_A = 0x61;
const SMALL_Z = 0x7a;

/** Fills in line `i`; the hash of its wording. */
function measureLine(page: string, lines: PageLines, i: number, wording: HashedWords): number {
  const from = lines.start[i];
  const to = lines.end[i];
  let tenths = 0;
  let inner = 0;
  let flags = 0;
  let digits = 0;
  let letters = 0;
  let runon = 0;
  let capitals = 0;
  let runs = 0;
  let capitalRuns = 0;
  let gaps = 0;
  let wideGaps = 0;
  let separators = 0;
  /** Length up to the last sentence end or sign that a credit may follow. */
  let behind = 0;
  /** The last end mark, while only closers and quotation marks have followed it. */
  let mark = 0;
  /** Class of the character before, marks aside; a capital is a letter here. */
  let previous = SPACE;
  for (let at = from; at < to; at++) {
    let code = page.charCodeAt(at);
    // Most words are plain letters, only the first perhaps a capital, behind one space: there is nothing but their
    // length and number to note (two thirds of the time saved).
    if (previous === LETTER) {
      for (;;) {
        const run = at;
        while (code >= SMALL_A && code <= SMALL_Z && ++at < to) code = page.charCodeAt(at);
        letters += at - run;
        if (code !== 0x20 || at + 1 >= to) break;
        const next = page.charCodeAt(at + 1);
        const small = next | 0x20;
        if (small < SMALL_A || small > SMALL_Z) break;
        runs++;
        at++;
        code = next;
        if (next === small) continue;
        capitals++;
        capitalRuns++;
        letters++;
        if (++at === to) break;
        code = page.charCodeAt(at);
      }
      if (at === to) break;
    }
    const cls = CLASS[code];
    if (mark !== 0 && cls !== END && cls !== CLOSER && cls !== QUOTE && cls !== MARK) {
      // A full stop before a letter belongs to an abbreviation or an address; other marks end sentences anywhere.
      if (cls === SPACE || mark > 0xff) {
        if (inner < 255) inner++;
        behind = tenths + letters * LETTER_WEIGHT;
      }
      mark = 0;
    }
    switch (cls) {
      case LETTER:
      case CAPITAL:
        letters++;
        if (cls === CAPITAL) capitals++;
        if (previous !== LETTER) {
          runs++;
          if (cls === CAPITAL) capitalRuns++;
        }
        break;
      case SPACE:
        if (previous === SPACE) gaps++;
        if (code === 0x3000) wideGaps++;
        break;
      case DIGIT:
        digits++;
        tenths += DIGIT_WEIGHT;
        break;
      case COMMA:
        flags |= LineFlag.comma;
        break;
      case QUOTE:
        // An apostrophe inside a word is no quotation mark.
        if (previous === SPACE || previous === OPENER || (code >= 0x300c && code <= 0x300f)) flags |= LineFlag.quote;
        break;
      case SEPARATOR:
        if (at !== from) separators++;
        else flags |= LineFlag.bullet;
        break;
      case END:
        mark = code;
        break;
      case RUNON:
        runon++;
        tenths += WEIGHT[RUNON];
        break;
      case OTHER:
        if (code === 0x40 || (code === 0x2f && page.charCodeAt(at - 1) === 0x2f)) flags |= LineFlag.address;
        else if (code === 0xa9) flags |= LineFlag.copyright;
        else if (code === 0x3a || code === 0xff1a || code === 0xff1d) behind = tenths + letters * LETTER_WEIGHT;
        break;
      default:
        tenths += WEIGHT[cls];
    }
    if (cls === CAPITAL) previous = LETTER;
    else if (cls !== MARK) previous = cls;
  }
  const last = page.charCodeAt(to - 1);
  const words = (tenths + letters * LETTER_WEIGHT) / 10;
  if (separators > 0) flags |= LineFlag.separator;
  if (mark !== 0) {
    const dots = mark === 0x2026 || (mark === 0x2e && page.charCodeAt(to - 2) === 0x2e);
    flags |= dots ? LineFlag.ended | LineFlag.ellipsis : LineFlag.ended;
  } else if (CLASS[last] === CLOSER) flags |= LineFlag.bracketed;
  else if (words >= MARKLESS_WORDS && 3 * runon > words * 10) flags |= LineFlag.ended;
  else if (last === 0x3a || last === 0xff1a) flags |= LineFlag.colon;
  if (capitals > 2 && capitals > 0.8 * letters) flags |= LineFlag.shouting;
  if ((flags & LineFlag.ended) === 0) {
    if (words <= ROW_WORDS && isRow(words, gaps, wideGaps, separators)) flags |= LineFlag.items;
    if (isCredited(page, from, to, words, behind / 10, flags)) flags |= LineFlag.credited;
  }
  lines.words[i] = words;
  lines.inner[i] = inner;
  lines.flags[i] = flags;
  lines.digits[i] = digits / (to - from);
  lines.capitals[i] = runs === 0 ? 0 : capitalRuns / runs;
  // Cues and repeated lines are short; an ended one, an error message, is shorter still.
  if (words > (flags & LineFlag.ended ? ENDED_CUE_WORDS : CUE_WORDS)) return 0;
  const hash = wording.read(page, from, Math.min(to, from + CUE_UNITS));
  lines.cue[i] = cueOf(wording);
  return hash;
}

const LETTER_WEIGHT = WEIGHT[LETTER];
const DIGIT_WEIGHT = WEIGHT[DIGIT];

function isRow(words: number, gaps: number, wideGaps: number, separators: number): boolean {
  if (gaps > 0 || separators > 1) return true;
  return wideGaps > 1 && words <= ITEM_WORDS * (wideGaps + 1);
}

/**
 * Whether a line without an end mark closes with a credit, by shape: a few words behind a full sentence ("… on Monday.
 * Photo J. Vale"), a colon or a "＝"; or an agency's initials.
 */
function isCredited(page: string, from: number, to: number, words: number, behind: number, flags: number): boolean {
  if (behind >= CREDITED_WORDS && words > behind && words - behind <= CREDIT_WORDS) return true;
  if (words < INITIALLED_WORDS || flags & LineFlag.shouting) return false;
  let at = to - 1;
  while (at > from && CLASS[page.charCodeAt(at)] === CAPITAL) at--;
  const initials = to - 1 - at;
  return initials > 1 && initials <= INITIALS && CLASS[page.charCodeAt(at)] === SPACE;
}

/** Flags lines whose wording comes again: an open hash table over line numbers, half empty. */
function markRepeated(lines: PageLines, hashes: Int32Array): void {
  let size = 16;
  while (size < 2 * lines.count) size *= 2;
  const slots = new Int32Array(size);
  for (let i = 0; i < lines.count; i++) {
    if (hashes[i] === 0) continue;
    let slot = (Math.imul(hashes[i], 0x9e3779b1) >>> 0) & (size - 1);
    while (slots[slot] !== 0 && hashes[slots[slot] - 1] !== hashes[i]) slot = (slot + 1) & (size - 1);
    if (slots[slot] === 0) slots[slot] = i + 1;
    else {
      lines.flags[i] |= LineFlag.repeated;
      lines.flags[slots[slot] - 1] |= LineFlag.repeated;
    }
  }
}
