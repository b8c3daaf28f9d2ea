// In: a character or a text without controls. Out: how many columns of a terminal it takes.
// After Unicode Standard Annex 11 (East Asian Width): wide and fullwidth characters take two columns, marks and
// what does not show take none. Where terminals differ (emoji built of several characters) the larger figure is
// taken, so that a line may stay short and never runs over.

/**
 * Wide and fullwidth: the blocks of EastAsianWidth.txt 16.0 with W or F, gaps inside a block closed; emoji by their
 * own property.
 */
const WIDE =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{1b2fb}\u{1d300}-\u{1d376}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u;

/** Takes no column: marks over and round another character, jamo that join a syllable, invisible formatting. */
const ZERO = /[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\u1160-\u11ff\ud7b0-\ud7fb]/u;

const FIRST_MARK = 0x300;
const FIRST_WIDE = 0x1100;
/** Asks for the coloured form of the character before it, which is then wide. */
const EMOJI_SELECTOR = "\ufe0f";

/** Columns of one character (one code point). */
export function columnsOf(character: string): 0 | 1 | 2 {
  const code = character.codePointAt(0) ?? 0;
  if (code < FIRST_MARK) return 1;
  if (character === EMOJI_SELECTOR || /\p{RI}/u.test(character)) return 1;
  if (ZERO.test(character)) return 0;
  return code >= FIRST_WIDE && WIDE.test(character) ? 2 : 1;
}

/** Columns of a text. */
export function columns(text: string): number {
  let sum = 0;
  for (const character of text) sum += columnsOf(character);
  return sum;
}

/** The beginning of the text that fits, with "…" where something was cut. */
export function clip(text: string, width: number): string {
  let taken = 0;
  let fits = 0; // where to cut if the text turns out too long: one column is kept for the "…"
  let at = 0;
  for (const character of text) {
    taken += columnsOf(character);
    if (taken > width) return `${text.slice(0, fits).trimEnd()}…`;
    at += character.length;
    if (taken < width) fits = at;
  }
  return text;
}
