import type { Span } from "../article.js";
import { BREAK, CLASS, CLOSER, END, MARK, QUOTE, SPACE, WIDE } from "./characters.js";

/**
 * Text in, the spans of its paragraphs out: trimmed, in order, none empty. Every line is a paragraph, unless the text
 * is evidently wrapped at a column (mail, wire copy, terminals); then lines are joined as far as the wrapping goes.
 * Which paragraphs are body and which furniture is not decided here.
 */
export function paragraphsOf(text: string): Span[] {
  const found = paragraphSpans(text);
  const spans: Span[] = [];
  for (let i = 0; i < found.count; i++) spans.push({ start: found.start[i], end: found.end[i] });
  return spans;
}

/** Paragraphs as parallel lists. A text has few: typed arrays take longer to make than to fill. */
export interface ParagraphSpans {
  count: number;
  start: readonly number[];
  end: readonly number[];
}

/** The same as {@link paragraphsOf}, in lists: what the page reader goes over. */
export function paragraphSpans(text: string): ParagraphSpans {
  const lines = linesOf(text);
  if (lines.longest > WIDEST || lines.longest < NARROWEST / 2) return lines;
  const widths = widthsOf(text, lines);
  return isWrapped(text, lines, widths) ? joinWrapped(lines, widths) : lines;
}

interface Lines extends ParagraphSpans {
  /** 1 where a blank line, or the start of the text, stands before. */
  gap: readonly number[];
  /** Units of the longest line. */
  longest: number;
}

/** Line breaks that few pages hold. A page without them is cut at its newlines alone, which engines find fastest. */
const RARE_BREAKS = ["\r", "\v", "\f", "\u0085", "\u2028", "\u2029"];

/** Where the line that begins at `from` ends. */
function lineEnd(text: string, from: number, rare: boolean): number {
  if (!rare) {
    const end = text.indexOf("\n", from);
    return end < 0 ? text.length : end;
  }
  let at = from;
  while (at < text.length && CLASS[text.charCodeAt(at)] !== BREAK) at++;
  return at;
}

function linesOf(text: string): Lines {
  const rare = RARE_BREAKS.some((sign) => text.includes(sign));
  const start: number[] = [];
  const end: number[] = [];
  const gap: number[] = [];
  let longest = 0;
  let blank = 1;
  for (let at = 0; at <= text.length; ) {
    let from = at;
    let to = lineEnd(text, at, rare);
    at = to + 1;
    // "\r\n" is one break.
    if (rare && text.charCodeAt(to) === 0x0d && text.charCodeAt(at) === 0x0a) at++;
    while (from < to && CLASS[text.charCodeAt(from)] === SPACE) from++;
    while (to > from && CLASS[text.charCodeAt(to - 1)] === SPACE) to--;
    if (from === to) {
      blank = 1;
      continue;
    }
    start.push(from);
    end.push(to);
    gap.push(blank);
    if (to - from > longest) longest = to - from;
    blank = 0;
  }
  return { count: start.length, start, end, gap, longest };
}

/** Columns of each line: units, those of wide characters counted twice. */
function widthsOf(text: string, lines: Lines): Uint32Array {
  const widths = new Uint32Array(lines.count);
  for (let i = 0; i < lines.count; i++) {
    let width = lines.end[i] - lines.start[i];
    for (let at = lines.start[i]; at < lines.end[i]; at++) if (CLASS[text.charCodeAt(at)] === WIDE) width++;
    widths[i] = width;
  }
  return widths;
}

/** Whether the text between two places ends as a sentence does. */
function ends(text: string, from: number, to: number): boolean {
  for (let at = to - 1; at >= from; at--) {
    const cls = CLASS[text.charCodeAt(at)];
    if (cls === END) return true;
    if (cls !== CLOSER && cls !== QUOTE && cls !== MARK) return false;
  }
  return false;
}

function marginOf(widths: Uint32Array): number {
  let margin = 0;
  for (let i = 0; i < widths.length; i++) if (widths[i] > margin) margin = widths[i];
  return margin;
}

/** Wrapped lines end within so many columns of the margin: the word that did not fit any more. */
const RAGGED = 15;
/** Columns at which people and programs wrap. */
const NARROWEST = 40;
const WIDEST = 130;
/** So many lines of a block must run up to the margin before it is taken for wrapped. */
const ENOUGH = 3;

/**
 * Whether the text is wrapped at a column: of the lines that another follows without a blank between, most run
 * close to one margin, and most of those end in the middle of a sentence. Paragraphs and headlines do not.
 */
function isWrapped(text: string, lines: Lines, widths: Uint32Array): boolean {
  const margin = marginOf(widths);
  if (margin < NARROWEST || margin > WIDEST) return false;
  let followed = 0;
  let full = 0;
  let ended = 0;
  for (let i = 0; i + 1 < lines.count; i++) {
    if (lines.gap[i + 1] === 1) continue;
    followed++;
    if (widths[i] < margin - RAGGED) continue;
    full++;
    if (ends(text, lines.start[i], lines.end[i])) ended++;
  }
  return full >= ENOUGH && full >= 0.7 * followed && ended <= 0.4 * full;
}

function joinWrapped(lines: Lines, widths: Uint32Array): ParagraphSpans {
  const margin = marginOf(widths);
  const start: number[] = [];
  const end: number[] = [];
  for (let i = 0; i < lines.count; i++) {
    const joins = i > 0 && lines.gap[i] === 0 && widths[i - 1] >= margin - 2 * RAGGED;
    if (!joins) start.push(lines.start[i]);
    end[start.length - 1] = lines.end[i];
  }
  return { count: start.length, start, end };
}
