/** The form in which words are looked up in the lists of `lexicon.ts`. */

/** Lower case, curly apostrophes straight, no possessive and no mark at the end. */
export function plain(word: string): string {
  // Most words are small plain letters: the rest of the work is for the others.
  if (isSmall(word)) return word;
  const lower = word.toLowerCase();
  return isSmall(lower) ? lower : lower.replace(/[’ʼ]/gu, "'").replace(/'s$|[.,]$/gu, "");
}

/** Whether a word is of small plain letters alone. */
export function isSmall(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (unit < 0x61 || unit > 0x7a) return false;
  }
  return true;
}
