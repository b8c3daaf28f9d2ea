/** Names the differences between two matched words that are not words: marks, courtesies that carry no matter, a dateline. */
import type { Span } from "../article.js";
import type { Edit, EditKind } from "./edits.js";
import { TITLES } from "./lexicon.js";
import type { Ground } from "./walk.js";

interface Piece extends Span {
  text: string;
}

const PIECES = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.'’]*|\.{2,}|--+|``|''|[^\s\p{L}\p{M}\p{N}]/gu;
const DASHES = /^[-–—―‒−]+$|^--+$/u;
const QUOTES = /^["“”„‟«»‘’'`´「」『』]+$|^``$|^''$/u;
const ELLIPSES = /^(?:…|\.{2,})$/u;
/** A stretch longer than this between two words is a page of signs, not punctuation. */
const LONGEST = 400;

/** Edits between two places, each a mark or a courtesy. */
export function nameMarks(ground: Ground, charsA: Span, charsB: Span): Edit[] {
  const dateline = nameDateline(ground, charsA, charsB);
  if (dateline) return [dateline];
  if (charsA.end - charsA.start > LONGEST || charsB.end - charsB.start > LONGEST) {
    return [styleEdit("punctuation", charsA, charsB)];
  }
  const a = piecesOf(ground.textA, charsA);
  const b = piecesOf(ground.textB, charsB);
  return pairPieces(a, b);
}

/** The dateline came, went or changed: it stands before the first word of its text. */
function nameDateline(ground: Ground, charsA: Span, charsB: Span): Edit | undefined {
  const a = ground.a.dateline;
  const b = ground.b.dateline;
  const inA = a && charsA.start <= a.start && charsA.end >= a.end;
  const inB = b && charsB.start <= b.start && charsB.end >= b.end;
  if (!inA && !inB) return undefined;
  return styleEdit("dateline", inA ? trimmed(ground.textA, a) : undefined, inB ? trimmed(ground.textB, b) : undefined);
}

function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (end > start && /\s/u.test(text[end - 1] as string)) end--;
  while (start < end && /\s/u.test(text[start] as string)) start++;
  return { start, end };
}

function styleEdit(kind: EditKind, a: Span | undefined, b: Span | undefined): Edit {
  const edit: Edit = { kind, substantive: false };
  if (a) edit.a = a;
  if (b) edit.b = b;
  return edit;
}

function piecesOf(text: string, span: Span): Piece[] {
  const pieces: Piece[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(PIECES)) {
    const start = span.start + match.index;
    pieces.push({ start, end: start + match[0].length, text: match[0] });
  }
  return pieces;
}

/** Equal pieces from both ends stay; marks of one class in the middle are paired, the rest came or went. */
function pairPieces(a: Piece[], b: Piece[]): Edit[] {
  const edits: Edit[] = [];
  const table = commonTable(a, b);
  let i = 0;
  let j = 0;
  let loneA: Piece[] = [];
  let loneB: Piece[] = [];
  const flush = () => {
    edits.push(...nameLone(loneA, loneB));
    loneA = [];
    loneB = [];
  };
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i]!.text === b[j]!.text) {
      flush();
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && table[i + 1]![j]! >= table[i]![j + 1]!)) loneA.push(a[i++]!);
    else loneB.push(b[j++]!);
  }
  flush();
  return edits;
}

function commonTable(a: Piece[], b: Piece[]): number[][] {
  const table = Array.from({ length: a.length + 2 }, () => new Array<number>(b.length + 2).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i]![j] =
        a[i]!.text === b[j]!.text ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
    }
  }
  return table;
}

function nameLone(a: Piece[], b: Piece[]): Edit[] {
  const edits: Edit[] = [];
  const wordsA = a.filter(isWord);
  const wordsB = b.filter(isWord);
  const marksA = a.filter((piece) => !isWord(piece));
  const marksB = b.filter((piece) => !isWord(piece));
  for (let k = 0; k < Math.max(wordsA.length, wordsB.length); k++) edits.push(pairEdit(wordsA[k], wordsB[k]));
  const open = [...marksB];
  for (const mark of marksA) {
    const at = open.findIndex((other) => classOf(other.text) === classOf(mark.text) && classOf(mark.text) !== "");
    edits.push(
      pairEdit(
        mark,
        at >= 0 ? open.splice(at, 1)[0] : open.length > 0 && marksA.length === marksB.length ? open.shift() : undefined,
      ),
    );
  }
  for (const mark of open) edits.push(pairEdit(undefined, mark));
  return edits;
}

function isWord(piece: Piece): boolean {
  return /[\p{L}\p{N}]/u.test(piece.text);
}

function pairEdit(a: Piece | undefined, b: Piece | undefined): Edit {
  return styleEdit(kindOf(a?.text, b?.text), a && { start: a.start, end: a.end }, b && { start: b.start, end: b.end });
}

function kindOf(a: string | undefined, b: string | undefined): EditKind {
  const word = a ?? b ?? "";
  if (/[\p{L}\p{N}]/u.test(word)) {
    const title = TITLES.has(word.toLowerCase().replace(/\.$/u, ""));
    return title && a && b && a.replace(/\./gu, "") === b.replace(/\./gu, "")
      ? "abbreviation"
      : title
        ? "honorific"
        : "wording";
  }
  if (a && b && classOf(a) !== "" && classOf(a) === classOf(b)) return "typography";
  return "punctuation";
}

function classOf(mark: string): string {
  if (DASHES.test(mark)) return "dash";
  if (QUOTES.test(mark)) return "quote";
  return ELLIPSES.test(mark) ? "ellipsis" : "";
}
