// In: pieces of printable text and a width in columns. Out: lines that never exceed it.
// Breaks at spaces, beside wide characters (Chinese, Japanese and Korean need no space to break), and inside a word only when it
// is longer than a line; never before a mark that belongs to the character ahead of it. Thai, Lao and Khmer are
// filled to the width: finding their words would need a dictionary.
import { columns, columnsOf } from "./columns.js";
import type { Piece, Role } from "./palette.js";

/** Never at the start of a line (closing marks, small kana) or never at its end (opening marks). */
const NOT_FIRST = /[\p{Pe}\p{Pf}\p{Po}\p{Lm}\-+~>ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ]/u;
const NOT_LAST = /[\p{Ps}\p{Pi}\-+~>]/u;
const JOINER = "\u200d";

/** A growing line, or the word that waits to be set. */
interface Run {
  pieces: Piece[];
  width: number;
}

/** Sets the pieces in lines of at most `width` columns, `indent` included; a line feed breaks the line. */
export function wrap(pieces: Piece[], width: number, indent = ""): Piece[][] {
  const room = width - columns(indent);
  const lines: Piece[][] = [];
  let line = emptyRun();
  let word = emptyRun();
  let gap: Role | undefined; // the space between line and word, when there is one
  let before = ""; // the last character of the word that took a column

  const endLine = (): void => {
    lines.push(indent === "" ? line.pieces : [{ text: indent, role: "plain" }, ...line.pieces]);
    line = emptyRun();
  };
  const setWord = (): void => {
    if (word.width === 0 && word.pieces.length === 0) return;
    const space = gap === undefined || line.width === 0 ? 0 : 1;
    if (line.width > 0 && line.width + space + word.width > room) endLine();
    else if (space === 1 && gap !== undefined) extend(line, " ", gap, 1);
    for (const piece of word.pieces) extend(line, piece.text, piece.role, 0);
    line.width += word.width;
    word = emptyRun();
    gap = undefined;
    before = "";
  };

  for (const { text, role } of pieces) {
    for (const character of text) {
      if (character === "\n") {
        setWord();
        endLine();
        gap = undefined;
      } else if (character === " ") {
        setWord();
        gap ??= role;
      } else {
        const wide = columnsOf(character);
        if (wide > 0 && mayBreak(before, character)) setWord();
        if (word.width + wide > room) {
          setWord();
          endLine();
        }
        extend(word, character, role, wide);
        if (wide > 0 || character === JOINER) before = character;
      }
    }
  }
  setWord();
  if (line.pieces.length > 0 || lines.length === 0) endLine();
  return lines;
}

function emptyRun(): Run {
  return { pieces: [], width: 0 };
}

function extend(run: Run, text: string, role: Role, width: number): void {
  const last = run.pieces.at(-1);
  if (last !== undefined && last.role === role) last.text += text;
  else run.pieces.push({ text, role });
  run.width += width;
}

/** Whether a line may end between two characters with no space between them. */
function mayBreak(before: string, after: string): boolean {
  if (before === "" || before === JOINER) return false;
  if (columnsOf(before) < 2 && columnsOf(after) < 2) return false;
  return !NOT_LAST.test(before) && !NOT_FIRST.test(after);
}
