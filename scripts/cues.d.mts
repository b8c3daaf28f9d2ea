/** Whole lines, or the first words of short lines, by kind; separated by "|". */
export const WORDING: Record<string, string>;
