// In: one block of a diff and both texts as given. Out: the paragraph of the second text with its edits marked.
// The second text is walked from edit to edit, and what lies between is what both have. Matter that only
// the first text has is shown where it stood: as far behind the edit before it as the first text says, counted in
// characters that show, for the two may differ in their spacing.
import type { Span } from "../article.js";
import type { Block, Edit } from "../diff/edits.js";
import type { Piece, Role } from "./palette.js";
import { printable } from "./printable.js";

/** How edits are marked: by colour, or by signs where there is none. */
export interface Marking {
  color: boolean;
  /** Whether style edits are shown; where not, the second text stands unmarked. */
  style: boolean;
}

/** A kept stretch longer than this (in UTF-16 units) is folded: nobody looks for an edit in two screens of text. */
const LONGEST_KEPT = 1200;
/** What stays of it on either side of the fold. */
const CONTEXT = 300;

/**
 * Edits of words inside a block. The others (split, merged, the whole of it moved) tell of its paragraphs, and span
 * the edits of words inside them.
 */
export function wordEdits({ kind, edits, b }: Block): Edit[] {
  const start = b[0]?.start ?? 0;
  const end = b.at(-1)?.end ?? 0;
  return edits.filter((edit) => {
    if (edit.kind === "split" || edit.kind === "merged" || (edit.a ?? edit.b) === undefined) return false;
    // Where furniture stands between the paragraphs that moved, the edit spans the longest of them.
    const ofWhole = kind === "moved" && edit === edits[0];
    const covers = edit.b === undefined || (edit.b.start <= start && edit.b.end >= end);
    return !(edit.kind === "moved" && (covers || ofWhole));
  });
}

/** The paragraphs of the second text, edits marked. Paragraphs are parted by an empty line. */
export function inlineEdits(block: Block, a: string, b: string, marking: Marking): Piece[] {
  const pieces: Piece[] = [];
  const edits = wordEdits(block);
  const taken = edits.flatMap((edit) => (edit.a === undefined ? [] : [edit.a])).sort((x, y) => x.start - y.start);
  const end = block.b.at(-1)?.end ?? 0;
  const limits = nextInSecond(edits, end);
  let atA = block.a[0]?.start ?? 0;
  let atB = block.b[0]?.start ?? 0;

  for (const [index, edit] of edits.entries()) {
    const limit = limits[index];
    const start = Math.max(atB, Math.min(edit.b?.start ?? placeInSecond(), limit));
    pieces.push(...kept(b, block.b, atB, start));
    atB = start;
    if (edit.b !== undefined) atB = Math.max(start, edit.b.end);
    if (edit.a !== undefined && edit.kind !== "moved") atA = Math.max(atA, edit.a.end);
    pieces.push(...marked(edit, block, a, b, start, atB, marking));

    function placeInSecond(): number {
      const shown = countShown(a, atA, edit.a?.start ?? atA, taken);
      return skipShown(b, atB, limit, shown, isSpaceAt(a, (edit.a?.start ?? 0) - 1));
    }
  }
  pieces.push(...kept(b, block.b, atB, end));
  return pieces;
}

/** For each edit, where it or the next one with a place in the second text begins: nothing before may reach beyond. */
function nextInSecond(edits: Edit[], end: number): number[] {
  const limits = new Array<number>(edits.length);
  let limit = end;
  for (let index = edits.length - 1; index >= 0; index--) {
    limit = Math.min(edits[index].b?.start ?? limit, end);
    limits[index] = limit;
  }
  return limits;
}

/** Characters that show in a stretch of the first text, without those that belong to an edit (`taken`, by start). */
function countShown(text: string, from: number, to: number, taken: Span[]): number {
  let shown = 0;
  let at = from;
  for (let index = firstFrom(taken, from); index < taken.length && taken[index].start < to; index++) {
    shown += withoutSpace(text.slice(at, Math.max(at, taken[index].start))).length;
    at = Math.max(at, taken[index].end);
  }
  return shown + withoutSpace(text.slice(at, Math.max(at, to))).length;
}

/** The place that many showing characters on, and past the white space behind them when that is asked for. */
function skipShown(text: string, from: number, limit: number, shown: number, pastSpace: boolean): number {
  let left = shown;
  let at = from;
  while (at < limit && (left > 0 || (pastSpace && isSpaceAt(text, at)))) {
    if (!isSpaceAt(text, at)) left--;
    at++;
  }
  return at;
}

/** The first span that starts there or behind; a search in halves, for one paragraph may hold ten thousand edits. */
function firstFrom(spans: Span[], place: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spans[middle].start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, "");
}

function isSpaceAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && /\s/u.test(text[at]);
}

function kept(text: string, paragraphs: Span[], from: number, to: number): Piece[] {
  const shown = within(text, paragraphs, from, to);
  if (shown.length <= LONGEST_KEPT) return [{ text: shown, role: "plain" }];
  const head = shown.slice(0, CONTEXT).replace(/\S{1,40}$/u, "");
  const tail = shown.slice(-CONTEXT).replace(/^\S{1,40}/u, "");
  return [
    { text: `${head.trimEnd()} `, role: "plain" },
    { text: "[…]", role: "quiet" },
    { text: ` ${tail.trimStart()}`, role: "plain" },
  ];
}

/** The stretch as far as it lies in the paragraphs (captions may stand between them), an empty line before each next one. */
function within(text: string, paragraphs: Span[], from: number, to: number): string {
  let shown = "";
  for (const [index, { start, end }] of paragraphs.entries()) {
    if (index > 0 && from < start && start <= to) shown += "\n\n";
    const left = Math.max(start, from);
    const right = Math.min(end, to);
    if (left < right) shown += printable(text.slice(left, right));
  }
  return shown;
}

/** One edit between its signs; `from` and `to` say where it stands in the second text. */
function marked(edit: Edit, block: Block, a: string, b: string, from: number, to: number, marking: Marking): Piece[] {
  const came = edit.b === undefined ? "" : within(b, block.b, from, to);
  if (!edit.substantive && !marking.style) return [{ text: came, role: "plain" }];
  // What was moved stands elsewhere in the first text: to show it as gone would say that it was replaced.
  const gone = edit.kind === "moved" ? undefined : spaced(edit, block, a, b, to);
  return edit.substantive ? loud(gone ?? "", came, marking.color) : quiet(gone, came, marking.color);
}

/** The matter that went; alone it brings the spaces that went with it, so that it does not stick to its neighbours. */
function spaced({ a: gone, b: came }: Edit, block: Block, a: string, b: string, at: number): string {
  if (gone === undefined) return "";
  const text = within(a, block.a, gone.start, gone.end).replaceAll("\n\n", " ");
  if (came !== undefined) return text;
  const before = isSpaceAt(a, gone.start - 1) && !isSpaceAt(b, at - 1) ? " " : "";
  const after = isSpaceAt(a, gone.end) && !isSpaceAt(b, at) ? " " : "";
  return `${before}${text}${after}`;
}

/** `[-old-]{+new+}` */
function loud(gone: string, came: string, color: boolean): Piece[] {
  if (color) return [...fenced(gone, "gone", "", ""), ...fenced(came, "came", "", "")];
  return [...fenced(gone, "gone", "[-", "-]"), ...fenced(came, "came", "{+", "+}")];
}

/** `{~old>new~}`, or `{~new~}` where the old stands elsewhere. */
function quiet(gone: string | undefined, came: string, color: boolean): Piece[] {
  if (color) return [...fenced(gone ?? "", "quietGone", "", ""), ...fenced(came, "quietCame", "", "")];
  const { before, inner, after } = parted(came.trim() === "" ? (gone ?? "") : came);
  if (inner === "") return [{ text: came, role: "plain" }];
  const text = gone === undefined ? inner : `${gone.trim()}>${came.trim()}`;
  return [
    { text: before, role: "plain" },
    { text: `{~${text}~}`, role: "quietCame" },
    { text: after, role: "plain" },
  ];
}

/** Text between two signs, white space left outside them so that lines can break there. */
function fenced(text: string, role: Role, open: string, close: string): Piece[] {
  const { before, inner, after } = parted(text);
  if (inner === "") return [{ text, role: "plain" }];
  return [
    { text: before, role: "plain" },
    { text: `${open}${inner}${close}`, role },
    { text: after, role: "plain" },
  ];
}

function parted(text: string): { before: string; inner: string; after: string } {
  const inner = text.trim();
  const start = text.indexOf(inner);
  return { before: text.slice(0, start), inner, after: text.slice(start + inner.length) };
}
