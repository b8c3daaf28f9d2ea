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
} as const;
