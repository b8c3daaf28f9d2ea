/** Changes to a text after which a person would give the same verdict. Deterministic, and pure. */

/** A figure as it stands in running text: digits, with separators inside. */
const FIGURE = /\d+(?:[.,:]\d+)*/gu;

/** How many figures a text has. */
export function countFigures(text: string): number {
  return text.match(FIGURE)?.length ?? 0;
}

/** The text with its `which`-th figure made another of the same length, as a correction would. */
export function alterFigure(text: string, which: number): string {
  let seen = 0;
  return text.replace(FIGURE, (figure) => (seen++ === which ? changeFigure(figure) : figure));
}

function changeFigure(figure: string): string {
  // Another first digit, never 0: "12" becomes "42", "1,204" becomes "4,204".
  const first = Number(figure[0]);
  return `${((first + 2) % 9) + 1}${figure.slice(1)}`;
}

export const TRANSFORMS: Record<string, (text: string) => string> = {
  shuffled: shuffleParagraphs,
  "upper-case": (text) => text.toUpperCase(),
  "smart quotes": smartQuotes,
  "soft hyphens": softHyphens,
  "one paragraph": (text) => text.replace(/\s+/gu, " ").trim(),
};

/** The paragraphs in another order, always the same one. */
export function shuffleParagraphs(text: string): string {
  const paragraphs = text.split(/\n+/u).filter((paragraph) => paragraph.trim() !== "");
  let state = 12345;
  for (let last = paragraphs.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    const other = (state >>> 8) % (last + 1);
    [paragraphs[last], paragraphs[other]] = [paragraphs[other], paragraphs[last]];
  }
  return paragraphs.join("\n\n");
}

/** Straight quotes (and the paired ones of tokenised corpora) as a typesetter would have them. */
export function smartQuotes(text: string): string {
  return text
    .replace(/``\s?/gu, "“")
    .replace(/\s?''/gu, "”")
    .replace(/(^|[\s([])"/gmu, "$1“")
    .replace(/"/gu, "”")
    .replace(/(^|[\s([“])'/gmu, "$1‘")
    .replace(/'/gu, "’");
}

/** A soft hyphen inside each longer word, as pages set for narrow columns carry them. */
export function softHyphens(text: string): string {
  return text.replace(/\p{L}{7,}/gu, (word) => `${word.slice(0, 3)}\u00AD${word.slice(3)}`);
}
