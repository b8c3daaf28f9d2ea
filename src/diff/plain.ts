/** The form in which words are looked up in the lists of `lexicon.ts`. */

/** Lower case, curly apostrophes straight, no possessive and no mark at the end. */
export function plain(word: string): string {
  const lower = word.toLowerCase();
  // Most words are plain letters: the rest of the work is for the others.
  return /^[a-z]+$/u.test(lower) ? lower : lower.replace(/[’ʼ]/gu, "'").replace(/'s$|[.,]$/gu, "");
}
