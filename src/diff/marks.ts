/** Punctuation marks: which are shapes of one another, and how those left over in a gap are named. */
import type { EditKind } from "./edits.js";
import type { Token } from "./tokens.js";

const DASHES = /^[-–—―‒−]+(?: -)*$/u;
const CURRENCY = /^[\p{Sc}＄￡￥]$/u;
const QUOTES = /^(?:["“”„‟«»‘’‚'`´「」『』《》〈〉＂]|``|'')$/u;
const ELLIPSES = /^(?:…+|\.{2,})$/u;
/** Full-width and half-width shapes, and those of other scripts. */
const SHAPES = [",，", ";；", ":：", "!！", "?？", "(（", ")）", "~〜～", "・·", "％%"];

/** What marks are shapes of one another; "" for any other mark. */
export function classOfMark(mark: string): string {
  if (DASHES.test(mark)) return "dash";
  if (QUOTES.test(mark)) return "quote";
  if (ELLIPSES.test(mark)) return "ellipsis";
  return SHAPES.find((shapes) => shapes.includes(mark)) ?? "";
}

/** What a page's own signs left in its text: "&nbsp;", "<br>", "%%MDASH%%". */
export function isMarkup(text: string): boolean {
  return /^(?:&#?\w{2,8};|<\/?[a-z][^<>]{0,40}>|%%\w+%%|\uFFFD)+$/i.test(text);
}

/** The kind of one mark in place of another, or of a mark that came or went. */
export function kindOfMarks(a: string | undefined, b: string | undefined): EditKind {
  // Soft hyphens, joiners and marks of direction do not show.
  if (/^(?:\p{Cf}|\uFFFD)+$/u.test((a ?? "") + (b ?? ""))) return "typography";
  if (a === undefined || b === undefined) return "punctuation";
  // Another currency is another amount.
  if (CURRENCY.test(a) && CURRENCY.test(b)) return "number";
  const shape = classOfMark(a);
  return shape !== "" && shape === classOfMark(b) ? "typography" : "punctuation";
}

/** A mark of either side, or one in place of another. */
export interface MarkPair {
  a?: Token;
  b?: Token;
}

/** Puts the marks left over on both sides together: those of one shape first, then in order when there are as many. */
export function pairMarks(a: readonly Token[], b: readonly Token[]): MarkPair[] {
  const pairs: MarkPair[] = [];
  const open = [...b];
  for (const mark of a) {
    const shape = classOfMark(mark.text);
    const at = shape === "" ? -1 : open.findIndex((other) => classOfMark(other.text) === shape);
    const partner = at >= 0 ? open.splice(at, 1)[0] : a.length === b.length ? open.shift() : undefined;
    pairs.push(partner ? { a: mark, b: partner } : { a: mark });
  }
  for (const mark of open) pairs.push({ b: mark });
  return pairs;
}
