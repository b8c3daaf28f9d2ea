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

export const LineFlag = {
  /** Ends as a sentence does. */
  ended: 1,
  /** Ends in dots of omission. */
  ellipsis: 2,
  colon: 4,
  comma: 8,
  /** Begins with a bullet. */
  bullet: 16,
  separator: 32,
  quote: 64,
  /** Closes with a bracket, no end mark: a credit, a count. */
  bracketed: 128,
  /** An address: "://", "www." or "@". */
  address: 256,
  copyright: 512,
  /** The same words stand on the page more than once. */
  repeated: 1024,
  /** All letters are capitals. */
  shouting: 2048,
} as const;

/** Cues are looked for in lines up to so many words. */
export const CUE_WORDS = 14;
const ENDED_CUE_WORDS = 6;
/** … and in so many units of them: what follows in a short line is no letters. */
const CUE_UNITS = 200;
/** In scripts without end marks a line of this length is taken for ended. */
const MARKLESS_WORDS = 12;

export function measureLines(page: string, spans: ParagraphSpans): PageLines {
  const { count, start, end } = spans;
  const lines: PageLines = {
    count,
    start,
    end,
    words: new Float64Array(count),
    inner: new Uint8Array(count),
    flags: new Uint16Array(count),
    digits: new Float32Array(count),
    capitals: new Float32Array(count),
    cue: new Uint8Array(count),
  };
  const hashes = new Int32Array(count);
  const wording = new HashedWords();
  for (let i = 0; i < count; i++) hashes[i] = measureLine(page, lines, i, wording);
  markRepeated(lines, hashes);
  return lines;
}

/** Fills in line `i`; the hash of its wording. */
function measureLine(page: string, lines: PageLines, i: number, wording: HashedWords): number {
  const from = lines.start[i];
  const to = lines.end[i];
  let tenths = 0;
  let inner = 0;
  let flags = 0;
  let digits = 0;
  let letters = 0;
  let capitals = 0;
  let runs = 0;
  let capitalRuns = 0;
  /** The last end mark, while only closers and quotation marks have followed it. */
  let mark = 0;
  let previous = SPACE;
  for (let at = from; at < to; at++) {
    const code = page.charCodeAt(at);
    const cls = CLASS[code];
    // Most characters are small letters after a letter: nothing but the length to note (a third of the time saved).
    if (cls === LETTER && previous === LETTER && mark === 0) {
      letters++;
      continue;
    }
    tenths += WEIGHT[cls];
    switch (cls) {
      case LETTER:
      case CAPITAL:
        tenths -= WEIGHT[cls];
        letters++;
        if (cls === CAPITAL) capitals++;
        if (previous !== LETTER && previous !== CAPITAL && previous !== MARK) {
          runs++;
          if (cls === CAPITAL) capitalRuns++;
        }
        break;
      case DIGIT:
        digits++;
        break;
      case COMMA:
        flags |= LineFlag.comma;
        break;
      case QUOTE:
        // An apostrophe inside a word is no quotation mark.
        if (previous === SPACE || previous === OPENER || (code >= 0x300c && code <= 0x300f)) flags |= LineFlag.quote;
        break;
      case SEPARATOR:
        flags |= at === from ? LineFlag.bullet : LineFlag.separator;
        break;
      case END:
        mark = code;
        break;
      default:
        if (code === 0x40 || (code === 0x2f && page.charCodeAt(at - 1) === 0x2f)) flags |= LineFlag.address;
        else if (code === 0xa9) flags |= LineFlag.copyright;
    }
    if (mark !== 0 && cls !== END && cls !== CLOSER && cls !== QUOTE && cls !== MARK) {
      // A full stop before a letter belongs to an abbreviation or an address; other marks end sentences anywhere.
      if ((cls === SPACE || mark > 0xff) && inner < 255) inner++;
      mark = 0;
    }
    if (cls !== MARK) previous = cls;
  }
  const last = page.charCodeAt(to - 1);
  const words = (tenths + letters * WEIGHT[LETTER]) / 10;
  if (mark !== 0) {
    const dots = mark === 0x2026 || (mark === 0x2e && page.charCodeAt(to - 2) === 0x2e);
    flags |= dots ? LineFlag.ended | LineFlag.ellipsis : LineFlag.ended;
  } else if (previous === RUNON && words >= MARKLESS_WORDS) flags |= LineFlag.ended;
  else if (last === 0x3a || last === 0xff1a) flags |= LineFlag.colon;
  else if (CLASS[last] === CLOSER) flags |= LineFlag.bracketed;
  if (capitals > 2 && capitals > 0.8 * letters) flags |= LineFlag.shouting;
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
