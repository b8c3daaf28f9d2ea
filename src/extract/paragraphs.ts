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

/** Paragraphs as parallel arrays. */
export interface ParagraphSpans {
  count: number;
  start: Uint32Array;
  end: Uint32Array;
}

/** The same as {@link paragraphsOf}, in arrays: what the page reader goes over. */
export function paragraphSpans(text: string): ParagraphSpans {
  const lines = linesOf(text);
  return wrapped(lines) ? joinWrapped(lines) : lines;
}

interface Lines extends ParagraphSpans {
  /** Columns: units, those of wide characters counted twice. */
  width: Uint32Array;
  /** 1 where a blank line, or the start of the text, stands before. */
  gap: Uint8Array;
  /** 1 where the line ends in an end mark. */
  ended: Uint8Array;
}

function linesOf(text: string): Lines {
  let room = 64;
  let start = new Uint32Array(room);
  let end = new Uint32Array(room);
  let width = new Uint32Array(room);
  let gap = new Uint8Array(room);
  let ended = new Uint8Array(room);
  let count = 0;
  let from = -1;
  let to = 0;
  let wide = 0;
  let breaks = 2;
  let mark = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0x0a;
    const cls = CLASS[code];
    if (cls === SPACE) continue;
    if (cls !== BREAK) {
      if (from < 0) from = i;
      to = i + 1;
      if (cls === WIDE) wide++;
      if (cls === END) mark = 1;
      else if (cls !== CLOSER && cls !== QUOTE && cls !== MARK) mark = 0;
      continue;
    }
    if (from >= 0) {
      if (count === room) {
        room *= 2;
        start = grown(start, room);
        end = grown(end, room);
        width = grown(width, room);
        gap = grownBytes(gap, room);
        ended = grownBytes(ended, room);
      }
      start[count] = from;
      end[count] = to;
      width[count] = to - from + wide;
      gap[count] = breaks > 1 ? 1 : 0;
      ended[count] = mark;
      count++;
      from = -1;
      wide = 0;
      mark = 0;
      breaks = 0;
    }
    // "\r\n" is one break.
    if (!(code === 0x0a && i > 0 && text.charCodeAt(i - 1) === 0x0d)) breaks++;
  }
  return { count, start, end, width, gap, ended };
}

function grown(array: Uint32Array<ArrayBuffer>, room: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(room);
  larger.set(array);
  return larger;
}

function grownBytes(array: Uint8Array<ArrayBuffer>, room: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(room);
  larger.set(array);
  return larger;
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
function wrapped(lines: Lines): boolean {
  let margin = 0;
  for (let i = 0; i < lines.count; i++) if (lines.width[i] > margin) margin = lines.width[i];
  if (margin < NARROWEST || margin > WIDEST) return false;
  let followed = 0;
  let full = 0;
  let ended = 0;
  for (let i = 0; i + 1 < lines.count; i++) {
    if (lines.gap[i + 1] === 1) continue;
    followed++;
    if (lines.width[i] < margin - RAGGED) continue;
    full++;
    ended += lines.ended[i];
  }
  return full >= ENOUGH && full >= 0.7 * followed && ended <= 0.4 * full;
}

function joinWrapped(lines: Lines): ParagraphSpans {
  let margin = 0;
  for (let i = 0; i < lines.count; i++) if (lines.width[i] > margin) margin = lines.width[i];
  const start = new Uint32Array(lines.count);
  const end = new Uint32Array(lines.count);
  let count = 0;
  for (let i = 0; i < lines.count; i++) {
    const joins = i > 0 && lines.gap[i] === 0 && lines.width[i - 1] >= margin - 2 * RAGGED;
    if (!joins) start[count++] = lines.start[i];
    end[count - 1] = lines.end[i];
  }
  return { count, start, end };
}
